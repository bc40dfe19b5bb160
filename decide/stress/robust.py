"""Robust improvement: the least effort after which a candidate is first under every possible weight.

Each possible weight and rival asks for an improvement; those that ask for most are found one after the other (cutting
planes), by the least margin over the possible weights. Values are the columns, so the programs stay small.
"""

from fractions import Fraction
from operator import add, sub

from decide.model.finding import Cut, Cuts, Implied
from decide.solve.exact import minimise
from decide.solve.program import Program, Row, sparse, unit
from decide.stress.bounds import least
from decide.stress.case import HUNDRED, Case, Vector, dot

Asked = tuple[int, Vector]


def robust_improvement(case: Case, index: int, costs: Vector) -> tuple[Vector, Cuts]:
    """Return the gain of value on each leaf, and what proves that it is enough and that nothing cheaper is."""
    asked: list[Asked] = []
    gains: Vector = (Fraction(0),) * len(case.leaves)
    multipliers: dict[str, Fraction] = {}
    while True:
        enough: list[tuple[str, Implied]] = []
        new: list[Asked] = []
        for other, name in enumerate(case.candidates):
            if other != index:
                improved = tuple(map(add, case.margin(index, other), gains))
                found = least(case, improved)
                enough.append((name, Implied(rows=found.rows)))
                if found.amount < 0:
                    new.append((other, found.weights))
        if not new:
            cuts = (
                Cut(case.candidates[other], tuple(zip(case.leaves, weights, strict=True)), multipliers[_name(at)])
                for at, (other, weights) in enumerate(asked)
                if _name(at) in multipliers
            )
            return gains, Cuts(tuple(cuts), tuple(enough))
        asked += new
        solution = minimise(robust_program(case, index, costs, asked))
        gains, multipliers = solution.point, dict(solution.multipliers)


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
