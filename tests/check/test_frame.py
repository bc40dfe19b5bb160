"""Who decides, between whom, and whether the question leaves the answer open."""

import pytest

from tests.check.samples import FLAWLESS, changed, codes, message, said, with_

ROLES = "roles: {decider: Head of support, author: Ana, reviewer: Ben}\n"
TWO = "gates:\n  eu: {name: Keeps data in the EU, passes: {today: yes, acme: yes, bolt: no}}"


def test_nothing_is_said_of_a_decision_without_flaws() -> None:
    assert codes(FLAWLESS) == []


@pytest.mark.parametrize("roles", ["", "roles: {author: Ana}\n", "roles: {decider: ''}\n"])
def test_a_decision_needs_somebody_who_decides(roles: str) -> None:
    text = changed((ROLES, roles))

    assert codes(text) == ["no-decider"]
    assert "Acme Desk leads by 19.0 points" in message(text, "no-decider")


def test_it_is_told_where_the_roles_are_or_where_the_decision_begins() -> None:
    written, absent = changed(("decider: Head of support, ", "")), changed((ROLES, ""))

    assert [problem.place.line for text in (written, absent) for problem in said(text)] == [4, 1]


def test_a_status_quo_that_is_screened_out_is_one_all_the_same() -> None:
    text = with_("gates: {eu: {passes: {acme: yes, bolt: yes, today: no}}}")

    assert "no-baseline" not in codes(text)
    assert codes(changed((", baseline: yes", ""))) == ["no-baseline"]


def test_three_candidates_are_enough_and_two_are_few() -> None:
    assert "few-candidates" not in codes(with_(TWO))
    assert codes(with_("checks: {few-candidates: {least: 4}}")) == ["few-candidates"]


def test_all_but_one_screened_out_are_few_and_the_next_best_is_named() -> None:
    text = with_("gates:\n  eu: {name: Keeps data in the EU, passes: {today: no, acme: yes, bolt: no}}")

    # bolt has 52 of acme's 71 points
    assert "few-candidates" in codes(text)
    assert message(text, "few-candidates") == (
        "all but Acme Desk are screened out; the next best, Bolt Desk, fails Keeps data in the EU and is "
        "19.0 points behind"
    )


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Acme Desk", "As easy as Acme Desk", True),
        ("Acme Desk", "As easy as AcmeDesk", False),
        ("Acme", "Acme's own reports", True),
        ("Acme", "Acmeville", False),
        ("slack", "how much slack there is", False),
        ("Slack", "how much slack there is", False),
        ("Slack", "works with Slack", True),
        ("百度", "与百度一样", True),
        ("A", "A criterion", False),
    ],
)
def test_a_name_counts_where_it_can_be_told_from_words(name: str, text: str, found: bool) -> None:
    decision = changed(("acme: Acme Desk", f"acme: {name}"), ("name: Ease of use", f'name: "{text}"'))

    assert codes(decision) == (["candidate-in-criterion"] if found else [])


def test_every_text_of_a_criterion_is_looked_through_and_told_once() -> None:
    text = changed(
        ("name: Ease of use,", "name: Ease of use, about: As Bolt Desk has it, because: Acme Desk shows it,"),
    )

    # without ease today has 46.25 / 0.65 = 71.2 and acme 36 / 0.65 = 55.4
    assert message(text, "candidate-in-criterion") == (
        "the text of “Ease of use” names Acme Desk and Bolt Desk: without it Shared mailbox would be first, "
        "15.8 points ahead of Acme Desk"
    )


def test_a_group_that_names_a_candidate_is_reckoned_without_all_that_it_holds() -> None:
    text = changed(
        ("  ease: {", "  use:\n    name: What Acme Desk does well\n    criteria:\n      ease: {"),
        ("  uptime: {name", "      uptime: {name"),
    )

    # price alone: 100, 40, 30
    assert "without it Shared mailbox would be first, 60.0 points ahead" in message(text, "candidate-in-criterion")
