"""Who chose what, why, and when it is looked at again."""

import pytest

from tests.check.samples import changed, codes, message, said, with_

ROLES = "{decider: Head of support, author: Ana, reviewer: Ben}"
GATE = "gates: {eu: {name: Keeps data in the EU, passes: {today: yes, acme: no, bolt: yes}}}"


def chosen(candidate: str, because: str = "") -> str:
    return with_(f"choice: {{candidate: {candidate}{f', because: {because}' if because else ''}}}")


def test_a_choice_other_than_the_first_needs_a_reason() -> None:
    assert codes(chosen("bolt")) == ["override-without-reason"]
    assert codes(chosen("bolt", "It is nearer")) == []
    assert codes(chosen("acme")) == []
    assert message(chosen("bolt"), "override-without-reason") == (
        "Bolt Desk was chosen and is 19.0 points behind Acme Desk, and it is not said why"
    )
    assert {problem.severity for problem in said(chosen("bolt"))} == {"error"}


def test_one_of_those_who_tie_for_first_is_the_first() -> None:
    text = changed(
        ("price: {is: 35,", "price: {is: 30,"),
        ("ease: {is: ok,", "ease: {is: good,"),
        ("99.8,", "99.6,"),
        text=chosen("bolt"),
    )

    assert codes(text) == ["no-clear-winner"]


def test_a_choice_that_failed_a_gate_is_an_error_and_needs_no_other() -> None:
    text = with_(GATE, text=chosen("acme"))

    # bolt 52, today 46.25
    assert [(problem.code, problem.severity) for problem in said(text)] == [("gate-failed-chosen", "error")]
    assert message(text, "gate-failed-chosen") == (
        "Acme Desk was chosen and fails the gate “Keeps data in the EU”, so it is not ranked; "
        "with its score it would stand at rank 1, and Bolt Desk leads by 5.7 points"
    )
    assert codes(with_(GATE.replace("acme: no", "acme: unknown"), text=chosen("acme"))) == []


def test_a_choice_below_a_limit_is_told_with_the_limit() -> None:
    text = changed(("best: 0}, weight", "best: 0}, limit: 29, weight"), text=chosen("acme"))

    assert "fails the limit on “Price”" in message(text, "gate-failed-chosen")


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        ("status: decided", ["no-review-date"]),
        ("status: decided\nreview: {if: [prices rise]}", ["no-review-date"]),
        ("status: decided\nreview: {date: 2026-01-01}", []),
        ("status: proposed", []),
        ("status: superseded", []),
    ],
)
def test_what_is_decided_is_looked_at_again_on_a_day(sections: str, found: list[str]) -> None:
    assert found == codes(with_(sections))


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ("{decider: Ana, author: Ana}", True),
        ("{decider: Ana, author: ana, reviewer: ANA}", True),
        ("{decider: Ana, author: Ana, reviewer: Ben}", False),
        ("{decider: Ana, author: Ben}", False),
        ("{decider: Ana}", False),
    ],
)
def test_somebody_else_than_the_author_decides_or_checks(roles: str, found: bool) -> None:
    assert codes(changed((ROLES, roles))) == (["author-is-decider"] if found else [])


def test_what_nobody_else_checks_is_counted() -> None:
    text = changed((ROLES, "{decider: Ana, author: Ana}"))

    assert message(text, "author-is-decider") == (
        "Ana wrote this and decides, and nobody else checks the weights and the 9 performances by which "
        "Acme Desk leads by 19.0 points"
    )
