"""What is typed after `decide whatif` is read as it would be in the file, or refused with its place and remedy."""

from fractions import Fraction

import pytest

from decide.load.changes import read_changes, read_possible_weights
from decide.model.problem import InvalidDecision
from tests.plain import read_text
from tests.samples import CRM, EVERYTHING

DECISION = read_text(CRM)


def test_shares_performances_and_what_is_left_out_are_told_apart() -> None:
    asked = read_changes(
        ["price=30%", "Ease of use=1/3", "hubspot.price=12.5", "pipedrive.Ease of use=good", "acme-crm=out"], DECISION
    )

    assert asked.shares == (("price", Fraction(3, 10)), ("ease-of-use", Fraction(1, 3)))
    assert dict(dict(asked.performance)["hubspot"])["price"].is_ == Fraction(25, 2)
    assert dict(dict(asked.performance)["pipedrive"])["ease-of-use"].is_ == 2
    assert asked.without.candidates == ("acme-crm",)


def test_a_range_and_unknown_are_performances_too() -> None:
    cells = dict(dict(read_changes(["hubspot.price=10..20", "hubspot.single-sign-on=unknown"], DECISION).performance))[
        "hubspot"
    ]

    assert [dict(cells)["price"].low, dict(cells)["price"].high] == [10, 20]
    assert dict(cells)["single-sign-on"].unknown


def test_an_origin_takes_all_its_pieces_along() -> None:
    decision = read_text(EVERYTHING)

    assert read_changes(["origin.e2=out"], decision).without.evidence == ("e1", "e2")
    assert read_changes(["evidence.e1=out"], decision).without.evidence == ("e1",)


def test_points_are_refused_where_weights_are_percents() -> None:
    with pytest.raises(InvalidDecision, match="has no points here"):
        read_changes(["price=40"], DECISION)


def test_points_replace_points_where_weights_are_points() -> None:
    decision = read_text(CRM.replace("%}", "}"))

    assert read_changes(["price=55"], decision).points == (("price", Fraction(55)),)


def test_all_words_that_cannot_be_read_are_told_at_once() -> None:
    with pytest.raises(InvalidDecision) as told:
        read_changes(["prise=1%", "acme-crm.prise=1", "nobody.price=1"], DECISION)

    assert [problem.code for problem in told.value.problems] == [
        "unknown-criterion",
        "unknown-candidate",
        "unknown-criterion",
    ] or len(told.value.problems) == 3


@pytest.mark.parametrize(("text", "form"), [("order", "order"), ("any", "any"), ("30%", "share"), ("stated", "stated")])
def test_a_set_of_weights_is_read_as_in_the_file(text: str, form: str) -> None:
    assert read_possible_weights(text).form == form


@pytest.mark.parametrize("text", ["", "all", "130%", "-5%"])
def test_what_is_no_set_of_weights_is_refused(text: str) -> None:
    with pytest.raises(InvalidDecision):
        read_possible_weights(text)
