"""Preferences checked by arithmetic at the point weights."""

from fractions import Fraction

import pytest
from hypothesis import given

from decide.model.ranking import Ranking
from decide.weigh.preferences import broken_preferences
from tests.plain import Plain, ranked
from tests.samples import tree
from tests.strategies import preferring_decisions
from tests.weigh.statements import values_of

OPPOSITE = {">=": "<=", "<=": ">="}


def broken(ranking: Ranking) -> list[str]:
    found = broken_preferences(ranking.decision, ranking.leaves, ranking.weights, values_of(ranking))
    return [problem.message for problem in found]


@given(preferring_decisions())
def test_preferences_that_hold_for_the_oracle_are_not_broken(plain: Plain) -> None:
    assert broken(ranked(plain)) == []


@given(preferring_decisions())
def test_a_strict_preference_turned_round_is_broken(plain: Plain) -> None:
    ranking = ranked(plain)
    worth = dict(zip((leaf.id for leaf in ranking.leaves), ranking.weights, strict=True))
    worth |= {entry.candidate.id: entry.score.point for entry in (*ranking.ranked, *ranking.excluded)}
    turned = []
    for text in plain["preferences"]:
        left, sign, *right = text.split(" ")
        if sign in OPPOSITE and len(right) in (1, 3) and not text.startswith("0%"):
            factor = Fraction(right[0]) if len(right) == 3 else 1
            turned += [f"{left} {OPPOSITE[sign]} {' '.join(right)}"] if worth[left] != factor * worth[right[-1]] else []

    for statement in turned:
        assert len(broken(ranked(plain | {"preferences": [statement]}))) == 1


# price 0.4, quality 0.6 = speed 0.15 + support 0.45; a 57.5, b 57
@pytest.mark.parametrize(
    "statement",
    [
        "price >= speed",
        "speed <= price <= support",
        "support = 3 * speed",
        "quality = speed + support",
        "quality = 60%",
        "2 * price >= quality >= 59.9%",
        "price + speed = 55%",
        "0.5 * quality + price = 70%",
        "a >= b",
        "price = price",
    ],
)
def test_statements_that_hold_are_met(statement: str) -> None:
    assert broken(ranked(tree() | {"preferences": [statement]})) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("price <= speed", "40.00 % against 15.00 %"),
        ("speed <= support <= price", "15.00 % against 45.00 % against 40.00 %"),
        ("quality = 61%", "60.00 % against 61.00 %"),
        ("b >= a", "57.00 points against 57.50 points"),
        ("a = b", "57.50 points against 57.00 points"),
        ("3.1 * speed <= support", "46.50 % against 45.00 %"),
    ],
)
def test_statements_that_do_not_hold_are_told_with_both_sides(statement: str, told: str) -> None:
    expected = [f"the point weights do not meet  {statement}: {told}"]

    assert expected == broken(ranked(tree() | {"preferences": [statement]}))


def test_each_broken_statement_is_told_once_in_the_order_of_the_file() -> None:
    plain = tree() | {"preferences": ["price <= speed", "price >= speed", "b >= a"]}

    assert [
        message.removeprefix("the point weights do not meet  ").split(":")[0] for message in broken(ranked(plain))
    ] == ["price <= speed", "b >= a"]
