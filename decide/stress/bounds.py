"""Programs over the possible weights, and what their multipliers prove."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from operator import mul

from decide.model.finding import Implied
from decide.model.possible import WeightSet
from decide.model.record import Record, record
from decide.solve.program import Program, Row, Solution, sparse
from decide.stress.case import HUNDRED, Case, Vector, dot
from decide.stress.whole import made_whole, shares

Lead = Callable[[int, int], Vector]
"""What the one has more than the other, leaf by leaf."""


@record
class Least(Record):
    """The least that a direction takes over some weights, where, and the multipliers of the rows that prove it."""

    amount: Fraction
    weights: Vector
    rows: tuple[tuple[str, Fraction], ...]


def least_program(case: Case, direction: Sequence[Fraction], name: str = "least") -> Program:
    """Return the program that minimises direction · weights over the possible weights, less the least entry."""
    columns, rows = case.possible_rows
    gains = case.gains(direction)
    floor = min(gains)
    return Program(name, columns, tuple(gain - floor for gain in gains), rows)


def least(case: Case, direction: Sequence[Fraction]) -> Least:
    """Return the least of direction · weights over the possible weights."""
    weight_set = case.possible
    if case.closed is not None:
        unit, (whole,) = made_whole([direction])
        amount, size, weights = case.closed.least(whole)
        rows = tuple((name, part / unit) for name, part in case.closed.multipliers(whole, amount, size))
        return Least(Fraction(amount, size * unit), shares(weights), rows)
    solution = case.solve(least_program(case, direction))
    known = weights_of(weight_set, solution.point, len(case.leaves))
    return Least(dot(known, direction), known, row_multipliers(solution, weight_set))


def favourable_program(case: Case, index: int, lead: Lead | None = None) -> Program:
    """Return the program for the weights most favourable to a candidate; ``lead`` is that of one over another.

    The last column is 100 less the lead over the best rival, which is least where the lead is largest.
    """
    columns, rows = case.possible_rows
    rivals = []
    for other, name in enumerate(case.candidates):
        if other != index:
            ahead = sparse(case.gains((lead or case.margin)(index, other)))
            rivals.append(Row(over(name), (*ahead, (len(columns), Fraction(1))), HUNDRED))
    costs = (*(Fraction(0) for _ in columns), Fraction(1))
    return Program(f"can-be-first {case.candidates[index]}", (*columns, "short"), costs, (*rows, *rivals))


def corner_below(case: Case, direction: Sequence[Fraction]) -> Vector | None:
    """Return a corner of the possible weights at which a direction is below zero; None if none is known."""
    unit = lcm(*(entry.denominator for entry in direction))
    whole = [entry.numerator * (unit // entry.denominator) for entry in direction]
    for at, corner in enumerate(case.whole_corners):
        if sum(map(mul, whole, corner)) < 0:
            assert case.corners is not None
            return case.corners[at]
    return None


def weights_of(weight_set: WeightSet, point: Sequence[Fraction], size: int) -> Vector:
    """Return the weights that a point of a program stands for: itself, or the mixture of some weights."""
    if not weight_set.mixed:
        return tuple(point[:size])
    return tuple(
        sum((share * weights[at] for share, (_, weights) in zip(point, weight_set.mixed, strict=False)), Fraction(0))
        for at in range(size)
    )


def row_multipliers(solution: Solution, weight_set: WeightSet) -> tuple[tuple[str, Fraction], ...]:
    """Return the multipliers of the statements on weights, in their order."""
    found = solution.multipliers
    return tuple((row.name, found[row.name]) for row in weight_set.rows if row.name in found)


def implied(case: Case, solution: Solution, weight_set: WeightSet) -> Implied:
    """Return what a solution proves about a candidate against its rivals."""
    found = solution.multipliers
    rivals = tuple((name, found[over(name)]) for name in case.candidates if over(name) in found)
    return Implied(rivals, row_multipliers(solution, weight_set))


def over(rival: str) -> str:
    """Return the name of the row that puts a candidate at or above a rival."""
    return f"over {rival}"
