"""Preferences checked by arithmetic at the point weights, and against each other."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from operator import mul

from decide.model.decision import Decision, Statement, Term
from decide.model.figures import decimals_that_tell_apart, rounded, said
from decide.model.problem import Problem
from decide.model.tree import Leaf
from decide.weigh.contradiction import clash_problem, smallest_clash


def broken_preferences(
    decision: Decision,
    leaves: tuple[Leaf, ...],
    weights: tuple[Fraction, ...],
    values: Mapping[str, Sequence[Fraction]],
) -> Iterator[Problem]:
    """Yield ``points-break-preference`` for each statement that does not hold at the point weights.

    If no weights at all meet the statements, ``preferences-contradict`` alone is said, of a smallest set of them.
    ``weights`` has one entry per leaf, ``values`` (0 … 100) for each candidate too: holistic statements compare those.
    """
    worth = {one: sum(map(mul, weights, row), Fraction(0)) for one, row in values.items()}
    for leaf, weight in zip(leaves, weights, strict=True):
        for identifier in (leaf.id, *(group.id for group in leaf.groups)):
            worth[identifier] = worth.get(identifier, Fraction(0)) + weight
    broken: list[Problem] = []
    for statement in decision.preferences:
        sides = [_sum(side, worth) for side in statement.sides]
        if not all(_holds(a, sign, b) for a, sign, b in zip(sides, statement.signs, sides[1:], strict=False)):
            broken.append(_problem(statement, sides))
    clash = smallest_clash(decision, leaves, values) if broken else None
    yield from broken if clash is None else [clash_problem(decision, clash)]


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
