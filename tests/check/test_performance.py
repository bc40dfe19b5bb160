"""What is not known and decides, and where the first is weak."""

import pytest

from tests.check.samples import changed, codes, message, said, with_


def test_a_cell_that_is_absent_or_blank_is_missing_and_one_called_unknown_is_not() -> None:
    absent = changed(("    ease: {is: ok, evidence: [bolt-trial]}\n", ""))
    blank = changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease:"))
    unknown = changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease: unknown"))

    assert [codes(text) for text in (absent, blank, unknown)] == [["missing"], ["missing"], []]


def test_missing_tells_who_would_be_first() -> None:
    # acme has 71, and bolt 12 + 22.5 with 35 at most for its ease
    stays = changed(("    ease: {is: ok, evidence: [bolt-trial]}\n", ""))
    turns = changed(("    price: {is: 35, evidence: [bolt-offer]}\n", ""))

    assert message(stays, "missing").endswith("wherever it is, Acme Desk stays first")
    # 17.5 + 22.5 + 40 = 80 of bolt against 71
    assert message(turns, "missing").endswith("at its best Bolt Desk would be first, 9.0 points ahead of Acme Desk")


def test_those_screened_out_miss_nothing() -> None:
    text = changed(("    ease: {is: ok, evidence: [bolt-trial]}\n", ""))
    gated = with_("gates: {eu: {passes: {today: yes, acme: yes, bolt: no}}}", text=text)

    assert "missing" not in codes(gated)


def test_what_an_assessor_says_is_not_missing() -> None:
    text = changed(("    ease: {is: ok, evidence: [bolt-trial]}\n", ""))

    assert "missing" not in codes(with_("assessments: {mei: {bolt: {ease: ok}}}", text=text))


def test_an_unknown_decides_if_the_first_place_changes_at_one_of_its_ends() -> None:
    # 71 against 17.5 + 22.5 + 40 = 80; with 34.5 + 35 = 69.5 ease does not decide
    price = changed(("price: {is: 35, evidence: [bolt-offer]}", "price: unknown"))
    ease = changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease: unknown"))

    assert codes(price) == ["unknown-decides"]
    assert message(price, "unknown-decides") == (
        "what Bolt Desk does on “Price” is unknown, and decides: "
        "at its best Bolt Desk would be first, 9.0 points ahead of Acme Desk"
    )
    assert codes(ease) == []


def test_unknowns_that_decide_only_together_are_told_together() -> None:
    # bolt has 12 + 17.5 + 12.5 = 42, at best 72 with both; acme 71; each alone 59.5 and 54.5
    text = changed(
        ("ease: {is: ok, evidence: [bolt-trial]}", "ease: unknown"),
        ("uptime: {is: 99.8, evidence: [bolt-probe]}", "uptime: unknown"),
    )

    assert codes(text) == ["unknown-decides"]
    assert message(text, "unknown-decides") == (
        "what Bolt Desk does on “Ease of use” and “Uptime” is unknown, and decides: "
        "at their best Bolt Desk would be first, 1.0 point ahead of Acme Desk"
    )


def test_an_unknown_of_the_first_decides_at_its_worst() -> None:
    text = changed(("ease: {is: good, evidence: [acme-trial]}", "ease: unknown"))

    # acme 53.5, at worst 36; bolt 52, today 46.25
    assert message(text, "unknown-decides").endswith(
        "at its worst Bolt Desk would be first, 5.8 points ahead of Shared mailbox"
    )


@pytest.mark.parametrize(
    ("price", "found"),
    [("30", False), ("34", False), ("36", True), ("45.5", True)],
)
def test_the_first_has_a_hole_where_it_is_alone_at_the_bottom(price: str, found: bool) -> None:
    # the others are at 100 and 30
    text = changed(("price: {is: 30,", f"price: {{is: {price},"))

    assert codes(text) == (["winner-has-a-hole"] if found else [])


def test_the_worst_of_all_is_no_hole_where_all_are_good() -> None:
    text = changed(("range: {worst: 98, best: 100}", "range: {worst: 90, best: 100}"), ("99.6,", "98.4,"))

    # acme is at 84, the others at 85 and 98
    assert "winner-has-a-hole" not in codes(text)


def test_what_is_very_low_is_a_hole_though_another_is_lower() -> None:
    text = changed(("price: {is: 30,", "price: {is: 45.5,"), ("price: {is: 35,", "price: {is: 48,"))

    assert codes(text) == ["winner-has-a-hole"]
    assert codes(with_("checks: {winner-has-a-hole: {minimum: 5}}", text=text)) == []


def test_a_light_criterion_makes_no_hole() -> None:
    text = changed(("price: {is: 30,", "price: {is: 45.5,"))

    assert codes(with_("checks: {winner-has-a-hole: {weight: 41%}}", text=text)) == []


def test_who_would_be_first_instead_is_told() -> None:
    text = changed(("price: {is: 30,", "price: {is: 40,"))

    # bolt 52, today 46.25
    assert message(text, "winner-has-a-hole") == (
        "Acme Desk is first although it is weak on “Price” (20.0 of 100, 40.0 % of the weight); "
        "if that rules it out, Bolt Desk would be first, 5.8 points ahead of Shared mailbox"
    )
    assert said(text)[0].hint == "set a  limit:  at price if it must be better, else say why it may be so"
