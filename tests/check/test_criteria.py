"""Whether each criterion tells the candidates apart, and whether one fact counts once."""

from tests.check.samples import changed, codes, message, with_

SHARED = (("acme-probe]", "acme-trial]"), ("bolt-probe]", "bolt-trial]"))


def test_a_criterion_with_equal_values_decides_nothing() -> None:
    text = changed(("98.5,", "99,"), ("99.6,", "99,"), ("99.8,", "99,"))

    # without uptime the lead of acme over today is 51 / 0.75 - 40 / 0.75 = 14.7
    assert message(text, "does-not-discriminate") == (
        "all candidates are worth the same on “Uptime”, so 25.0 % of the weight decides nothing; "
        "without it Acme Desk would still lead by 14.7 points"
    )


def test_a_criterion_makes_a_third_of_its_share_of_the_differences() -> None:
    # spreads 70, 100 and s: 28 + 35 + s / 4 is the mean, and s is below 0.33 of it if s < 22.66
    wide, narrow = changed(("98.5,", "99.34,")), changed(("98.5,", "99.36,"))

    assert codes(wide) == []
    assert codes(narrow) == ["does-not-discriminate"]
    # 22 / 4 = 5.5 of 28 + 35 + 5.5
    assert "has 25.0 % of the weight and makes 8.0 % of the differences: the candidates lie within 22.0" in message(
        narrow, "does-not-discriminate"
    )
    assert codes(f"checks: {{does-not-discriminate: {{least: 20%}}}}\n{narrow}") == []


def test_where_no_criterion_tells_them_apart_it_is_said_once() -> None:
    prices, levels = (("is: 0,", "is: 30,"), ("is: 35,", "is: 30,")), (("is: poor", "is: ok"), ("is: good", "is: ok"))
    text = changed(*prices, *levels, ("98.5,", "99,"), ("99.6,", "99,"), ("99.8,", "99,"))

    assert codes(text) == ["does-not-discriminate", "no-clear-winner"]
    assert message(text, "does-not-discriminate").startswith("no criterion tells the candidates apart")


def test_what_is_unknown_of_all_and_decides_is_told_as_unknown() -> None:
    text = changed(
        ("{is: 98.5, evidence: [log]}", "unknown"),
        ("{is: 99.6, evidence: [acme-probe]}", "unknown"),
        ("{is: 99.8, evidence: [bolt-probe]}", "unknown"),
    )

    # acme leads today by 63.5 - 52.5 = 11, and one cell is worth 12.5 either way
    assert codes(text) == ["unknown-decides"]


def test_what_is_unknown_of_all_and_does_not_decide_tells_nobody_apart() -> None:
    text = changed(
        ("weight: 25", "weight: 20"),
        ("{is: 98.5, evidence: [log]}", "unknown"),
        ("{is: 99.6, evidence: [acme-probe]}", "unknown"),
        ("{is: 99.8, evidence: [bolt-probe]}", "unknown"),
    )

    # in 95 points acme leads by 16 + 35 - 40 = 11, and one cell is worth 10
    assert codes(text) == ["does-not-discriminate"]
    assert message(text, "does-not-discriminate").startswith("nothing is known of any candidate on “Uptime”")


def test_two_criteria_that_share_half_of_their_evidence_count_it_twice() -> None:
    # of ease [survey, acme-trial, bolt-trial] and uptime [log, acme-trial, bolt-trial] two are shared
    text = changed(*SHARED)

    assert "rest on the same evidence (acme-trial and bolt-trial)" in message(text, "double-counted")
    assert "without “Uptime” Acme Desk would still lead by 14.7 points" in message(text, "double-counted")
    assert codes(with_("checks: {double-counted: {shared: 70%}}", text=text)) == []


def test_one_shared_piece_may_speak_of_two_things() -> None:
    text = changed(("acme-probe]", "acme-trial]"))

    assert codes(text) == []


def test_what_serves_three_criteria_is_a_document_and_no_fact() -> None:
    text = changed(*SHARED, ("acme-offer]", "acme-trial]"), ("bolt-offer]", "bolt-trial]"))

    assert codes(text) == []


def test_of_two_that_weigh_alike_each_is_left_out_once() -> None:
    text = changed(*SHARED, ("weight: 35", "weight: 30"), ("weight: 25", "weight: 30"))

    # of 100: today 40 + 0 + 7.5, acme 16 + 30 + 24, bolt 12 + 15 + 27; without ease today 67.9, acme 57.1, bolt 55.7;
    # without uptime today 57.1, acme 65.7
    assert message(text, "double-counted").endswith(
        "without “Ease of use” Shared mailbox would be first, 10.7 points ahead of Acme Desk, "
        "and without “Uptime” Acme Desk would still lead by 8.6 points"
    )


def eight(fame: list[int]) -> str:
    """Return eight candidates whose price falls, one by one, with this fame."""
    names = [f"d{number}" for number in range(8)]
    candidates = "".join(f"  {name}: {{baseline: {'yes' if name == 'd0' else 'no'}}}\n" for name in names)
    cells = "".join(
        f"  {name}: {{price: {5 * at}, fame: {worth}}}\n"
        for at, (name, worth) in enumerate(zip(names, fame, strict=True))
    )
    return (
        "decide: 1\ntitle: eight\nroles: {decider: x}\n"
        "checks: {no-evidence: off, no-clear-winner: off, dominated: off, winner-has-a-hole: off}\n"
        f"candidates:\n{candidates}criteria:\n  price: {{range: {{worst: 50, best: 0}}, weight: 2}}\n"
        f"  fame: {{range: {{worst: 0, best: 100}}, weight: 3}}\nperformance:\n{cells}"
    )


def test_criteria_that_rise_and_fall_together_are_asked_about_from_eight_candidates_on() -> None:
    together, apart = [10, 20, 30, 40, 50, 60, 70, 80], [50, 20, 70, 10, 80, 30, 60, 40]

    assert codes(eight(together)) == ["correlated"]
    assert codes(eight(apart)) == []
    assert (
        codes(f"{eight(together)}".replace("no-evidence: off", "no-evidence: off, correlated: {candidates: 9}")) == []
    )


def test_many_criteria_are_more_than_twelve_or_one_with_hardly_any_weight() -> None:
    light = changed(("weight: 25", "weight: 1.5"), ("weight: 40", "weight: 50"), ("weight: 35", "weight: 48.5"))

    # today 50.375, acme 20 + 48.5 + 1.2, bolt 15 + 24.25 + 1.35; of 98.5 without uptime
    assert message(light, "many-criteria") == (
        "Uptime has 1.5 % of the weight; without it Acme Desk would still lead by 18.8 points"
    )
    assert "many-criteria" not in codes(with_("checks: {many-criteria: {least: 1%}}", text=light))
    assert message(with_("checks: {many-criteria: {most: 2}}"), "many-criteria") == (
        "there are 3 criteria; without the lightest, Uptime (25.0 % of the weight), "
        "Acme Desk would still lead by 14.7 points"
    )


GATE = "gates:\n  steady: {name: Runs, passes: {today: yes, acme: yes, bolt: {is: yes, evidence: [bolt-probe]}}}"


def test_a_fact_at_a_gate_counts_again_in_a_score() -> None:
    text = with_(GATE)

    assert message(text, "gate-also-scored") == (
        "bolt-probe counts at the gate “Runs” and again on “Uptime”, for Bolt Desk; "
        "were that unknown there, the lead of Acme Desk could shrink to 16.5 points"
    )


def test_the_same_gate_with_evidence_of_its_own_counts_once() -> None:
    own = changed(("evidence:\n  books", "evidence:\n  audit: {claim: It runs}\n  books"), text=with_(GATE))

    assert codes(changed(("{is: yes, evidence: [bolt-probe]}", "{is: yes, evidence: [audit]}"), text=own)) == []


def test_evidence_for_the_gate_as_a_whole_is_at_the_gate_too() -> None:
    text = with_(GATE.replace("name: Runs,", "name: Runs, evidence: [log],").replace("[bolt-probe]", "[]"))

    assert codes(text) == ["gate-also-scored"]
    assert "for Shared mailbox" in message(text, "gate-also-scored")
