"""Preferences checked by arithmetic at the point weights."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from decide.model.decision import Decision, Statement, Term
from decide.model.figures import decimals_that_tell_apart, rounded, said
from decide.model.problem import Problem
from decide.model.tree import Leaf


def broken_preferences(
    decision: Decision, leaves: tuple[Leaf, ...], weights: tuple[Fraction, ...], scores: Mapping[str, Fraction]
) -> Iterator[Problem]:
    """Yield ``points-break-preference`` for each statement that does not hold at the point weights.

    ``weights`` has one entry per leaf, ``scores`` (0 … 100) one per candidate: holistic statements compare those.
    """
    worth = dict(scores)
    for leaf, weight in zip(leaves, weights, strict=True):
        for identifier in (leaf.id, *(group.id for group in leaf.groups)):
            worth[identifier] = worth.get(identifier, Fraction(0)) + weight
    for statement in decision.preferences:
        sides = [_sum(side, worth) for side in statement.sides]
        if not all(_holds(a, sign, b) for a, sign, b in zip(sides, statement.signs, sides[1:], strict=False)):
            yield _problem(statement, sides)


def _sum(side: tuple[Term, ...], worth: Mapping[str, Fraction]) -> Fraction:
    return sum((term.factor * (worth[term.id] if term.id else 1) for term in side), Fraction(0))


def _holds(left: Fraction, sign: str, right: Fraction) -> bool:
    return left >= right if sign == ">=" else left <= right if sign == "<=" else left == right


def _problem(statement: Statement, sides: list[Fraction]) -> Problem:
    assert statement.place is not None
    if statement.holistic:
        told = _apart(sides, "points")
        hint = "change a weight or a performance, or the judgement"
    else:
        told = _apart([side * 100 for side in sides], "%")
        hint = "change the weights, or the statement"
    message = f"the point weights do not meet  {statement.text}: {told}"
    return Problem("points-break-preference", statement.place, message, hint)


def _apart(sides: list[Fraction], unit: str) -> str:
    """Return both sides with as many decimals as show that they differ, or their difference where none would."""
    decimals = decimals_that_tell_apart(sides, 2)
    if len({rounded(side, decimals) for side in sides}) < len(set(sides)):
        return f"the sides differ by {said(abs(sides[0] - sides[1]))} {unit}"
    return " against ".join(f"{rounded(side, decimals)} {unit}" for side in sides)
