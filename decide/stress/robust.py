"""Robust improvement: the least effort after which a candidate is first under every possible weight.

Each possible weight and rival asks for an improvement. Where the corners of the possible weights can be listed they ask
for all of it; else those that ask for most are found one after the other (cutting planes), by the least margin over
the possible weights. Values are the columns, so the programs stay small.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from operator import add, sub

from decide.model.finding import Cut, Cuts, Implied
from decide.solve.program import Program, Row, sparse, unit
from decide.stress.bounds import least
from decide.stress.case import HUNDRED, Case, Vector, dot

Asked = tuple[int, Vector]


def robust_improvement(case: Case, index: int, costs: Vector) -> tuple[Vector, Cuts]:
    """Return the gain of value on each leaf, and what proves that it is enough and that nothing cheaper is."""
    others = [other for other in range(len(case.candidates)) if other != index]
    asked: list[Asked] = [(other, corner) for other in others for corner in case.corners or ()]
    gains: Vector = (Fraction(0),) * len(case.leaves)
    multipliers: Mapping[str, Fraction] = {}
    if asked:
        solution = case.solve(robust_program(case, index, costs, asked))
        gains, multipliers = solution.point, solution.multipliers
    while True:
        found = {other: least(case, tuple(map(add, case.margin(index, other), gains))) for other in others}
        new = [(other, one.weights) for other, one in found.items() if one.amount < 0]
        if not new:
            enough = tuple((case.candidates[other], Implied(rows=one.rows)) for other, one in found.items())
            return gains, Cuts(tuple(_cuts(case, asked, multipliers)), enough)
        asked += new
        solution = case.solve(robust_program(case, index, costs, asked))
        gains, multipliers = solution.point, solution.multipliers


def _cuts(case: Case, asked: list[Asked], multipliers: Mapping[str, Fraction]) -> Iterator[Cut]:
    for at, (other, weights) in enumerate(asked):
        if _name(at) in multipliers:
            pairs = tuple(zip(case.leaves, weights, strict=True))
            yield Cut(case.candidates[other], pairs, multipliers[_name(at)])


def robust_program(case: Case, index: int, costs: Vector, asked: list[Asked]) -> Program:
    """Return the program of the least effort that meets what is asked so far."""
    rows = [
        Row(_name(at), sparse(weights), dot(weights, tuple(map(sub, case.values[other], case.values[index]))))
        for at, (other, weights) in enumerate(asked)
    ]
    rows += [
        Row(f"room {leaf}", unit(at, -1), now - HUNDRED)
        for at, (leaf, now) in enumerate(zip(case.leaves, case.values[index], strict=True))
    ]
    return Program(f"robust {case.candidates[index]}", case.leaves, costs, tuple(rows))


def _name(at: int) -> str:
    return f"asked {at + 1}"
