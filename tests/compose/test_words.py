"""Turns of phrase: counted, listed and named as a person would say them."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings

from decide.compose.words import (
    counted,
    ends,
    lead_over,
    listed,
    performance,
    points,
    rank_of,
    score_decimals,
    score_figures,
    screened_out,
    span,
)
from decide.model.decision import Decision
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked
from tests.strategies import decisions

few = settings(max_examples=60)

EVERYTHING = ranking(DECISIONS["everything"])
ENTRIES = {entry.candidate.id: entry for entry in (*EVERYTHING.ranked, *EVERYTHING.excluded)}
LEAVES = {leaf.id: leaf for leaf in EVERYTHING.leaves}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and d"),
    ],
)
def test_a_list_is_read_aloud(words: list[str], told: str) -> None:
    assert listed(words) == told


def test_one_is_singular_and_all_else_plural() -> None:
    assert [counted(count, "fact") for count in (0, 1, 2)] == ["0 facts", "1 fact", "2 facts"]
    assert [points(Fraction(one)) for one in ("1", "0.5", "0", "23.64")] == [
        "1.0 point",
        "0.5 points",
        "0.0 points",
        "23.6 points",
    ]


def test_what_is_not_nothing_is_never_told_as_nothing() -> None:
    assert points(Fraction(1, 250)) == "0.004 points"
    assert points(Fraction(1, 10**9)) == "1.0e-9 points"


def test_ranks_are_told_with_their_ties_and_a_dash_for_the_screened_out() -> None:
    assert [rank_of(ENTRIES[one]) for one in ("huayi", "plain", "bureau", "rush")] == ["1=", "1=", "3", "–"]


def test_the_screened_out_fail_gates_and_limits_by_name() -> None:
    told = {one: screened_out(ENTRIES[one]) for one in ("offshore", "rush", "muddle")}

    assert told == {
        "offshore": "screened out: fails the gate “Signs our agreement on confidentiality” and the gate “Is insured”",
        "rush": "screened out: fails the limit on Errors",
        "muddle": "screened out: fails the gate “Is insured” and the limit on the score",
    }


@pytest.mark.parametrize(
    ("candidate", "leaf", "told"),
    [
        ("bureau", "terms", "excellent"),
        ("huayi", "terms", "good: enough"),
        ("huayi", "errors", "5"),
        ("tarjama", "errors", "10 to 14"),
        ("tarjama", "terms", "unknown"),
        ("tarjama", "price", "judged by 2 assessors: 200, 220"),
        ("longest", "terms", "usable to excellent"),
        ("nobody", "price", "unknown"),
    ],
)
def test_a_performance_is_told_as_it_was_found(candidate: str, leaf: str, told: str) -> None:
    assert performance(EVERYTHING.decision, candidate, LEAVES[leaf]) == told


def test_the_ends_of_a_scale_are_told_from_worst_to_best() -> None:
    told = {identifier: ends(leaf) for identifier, leaf in LEAVES.items()}

    assert told == {
        "errors": ("20", "0"),
        "terms": ("poor", "excellent"),
        "delivery": ("20", "2 to 5"),
        "price": ("400", "50"),
    }


@few
@given(decisions())
def test_every_performance_of_every_decision_can_be_told(plain: Plain) -> None:
    found = ranked(plain)
    decision: Decision = found.decision

    told = [performance(decision, one.id, leaf) for one in decision.candidates for leaf in found.leaves]

    assert all(told)


@few
@given(decisions())
def test_scores_that_differ_read_differently_and_the_told_lead_is_off_by_less_than_the_last_digit(plain: Plain) -> None:
    found = ranked(plain)
    assume(len(found.ranked) > 1)
    figures = score_figures(found)
    first, second = found.ranked[0], found.ranked[1]

    lead = Fraction(lead_over(first, second, score_decimals(found)).split(" ")[0])

    exact = first.score.point - second.score.point
    scores = {figures[entry.candidate.id]: entry.score.point for entry in found.ranked}
    assert len(scores) == len({entry.score.point for entry in found.ranked}) or score_decimals(found) == 6
    assert abs(lead - exact) < Fraction(1, 10 ** score_decimals(found))
    assert (lead == 0) == (exact == 0)
    assert [Fraction(figures[entry.candidate.id]) for entry in found.ranked] == sorted(
        (Fraction(figure) for figure in (figures[entry.candidate.id] for entry in found.ranked)), reverse=True
    )


@few
@given(decisions())
def test_a_range_is_told_exactly_where_something_is_open(plain: Plain) -> None:
    for entry in ranked(plain).ranked:
        assert bool(span(entry)) == (entry.score.low < entry.score.high)
