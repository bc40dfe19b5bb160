"""Judged levels: why, how sure, and whether one fact means the same for all."""

from tests.check.samples import changed, codes, message, with_

OFF = "checks: {no-evidence: off}"


def test_a_level_needs_a_because_or_evidence_and_a_number_does_not() -> None:
    level = with_(OFF, text=changed(("ease: {is: good, evidence: [acme-trial]}", "ease: good")))
    number = with_(OFF, text=changed(("price: {is: 30, evidence: [acme-offer]}", "price: 30")))
    told = with_(OFF, text=changed(("ease: {is: good, evidence: [acme-trial]}", "ease: {is: good, because: I saw}")))

    assert [codes(text) for text in (level, number, told)] == [["no-reason"], [], []]


def test_levels_without_a_reason_are_told_once_with_what_rests_on_them() -> None:
    text = with_(
        OFF,
        text=changed(
            ("ease: {is: good, evidence: [acme-trial]}", "ease: good"),
            ("ease: {is: ok, evidence: [bolt-trial]}", "ease: ok"),
        ),
    )
    others = with_(OFF, text=changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease: ok")))

    assert message(text, "no-reason") == (
        "2 judged levels without a reason, on Ease of use (2); "
        "35.0 of the 71.0 points of Acme Desk, the first, rest on them"
    )
    assert message(others, "no-reason").endswith("none of them is of Acme Desk, the first")


LOW = ("Half the team needed help in a week, date: 2025-02-17", "Half needed help, date: 2025-02-17, grade: low")


def test_a_level_on_low_evidence_needs_a_range() -> None:
    text = changed(LOW)

    assert codes(text) == ["overconfident"]
    # one level up bolt has 69.5 of acme's 71
    assert message(text, "overconfident") == (
        "Bolt Desk on “Ease of use”, 35.0 % of the weight, stands at one level, on evidence of low grade (bolt-trial); "
        "one level off leaves a lead of 1.5 points or more"
    )


def test_a_range_or_better_evidence_beside_it_is_enough() -> None:
    ranged = changed(LOW, ("ease: {is: ok, ev", "ease: {is: ok, low: poor, high: good, ev"))
    better = changed(LOW, ("[bolt-trial]", "[bolt-trial, bolt-probe]"))

    assert [codes(ranged), codes(better)] == [[], []]


def test_one_level_off_that_decides_is_told() -> None:
    text = changed(LOW, ("price: {is: 35,", "price: {is: 30,"))

    # bolt 16 + 35 + 22.5 = 73.5 against 71
    assert message(text, "overconfident").endswith(
        "with Bolt Desk one level higher Bolt Desk would be first, 2.5 points ahead of Acme Desk"
    )


SAME = ("ease: {is: ok, evidence: [bolt-trial]}", "ease: {is: ok, evidence: [acme-trial]}")


def test_the_same_evidence_means_the_same_level() -> None:
    text = changed(SAME)

    # at good for both bolt has 69.5; at ok for both acme has 53.5 and bolt 52
    assert codes(text) == ["same-fact-different-score"]
    assert message(text, "same-fact-different-score") == (
        "Acme Desk and Bolt Desk rest on the same evidence (acme-trial) and stand at different levels of "
        "“Ease of use”; at one level for all the lead is 1.5 points or more"
    )


def test_a_reason_on_both_sides_explains_the_difference() -> None:
    one = changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease: {is: ok, because: slow, evidence: [acme-trial]}"))
    both = changed(("ease: {is: good, ev", "ease: {is: good, because: quick, ev"), text=one)

    assert [codes(one), codes(both)] == [["same-fact-different-score"], []]


def test_a_table_of_figures_serves_all() -> None:
    assert codes(changed(("evidence: [bolt-probe]", "evidence: [acme-probe]"))) == []


def test_a_level_for_both_that_decides_is_told() -> None:
    text = changed(SAME, ("price: {is: 35,", "price: {is: 30,"))

    # at good for both bolt has 16 + 35 + 22.5 = 73.5
    assert message(text, "same-fact-different-score").endswith(
        "with the level of Acme Desk for both Bolt Desk would be first, 2.5 points ahead of Acme Desk"
    )
