"""Cells of which not all is known: what each may turn out to be worth, and how likely that is.

A best guess within a range is the peak of a triangle over values, a range without one is evenly likely all over; of
levels, each is one outcome. What assessors say reaches from the lowest to the highest value, with its peak at the mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from decide.model.decision import Cell
from decide.model.ranking import Interval
from decide.model.tree import LevelScale, Scale
from decide.solve.uncertain import Triangular, Uncertain, Uniform, levels, mean, moved
from decide.stress.case import Case, Vector, dot

OPEN = "open cells"
Cells = Mapping[tuple[int, int], Uncertain]
"""(candidate, leaf), by their places, → the value 0 … 100."""


def open_cells(case: Case) -> Cells:
    """Return the cells of those ranked whose value has a range; they are kept."""
    if OPEN not in case.kept:
        stated = {name: dict(row) for name, row in case.ranking.decision.performance}
        case.kept[OPEN] = {
            (at, column): _outcome(stated.get(entry.candidate.id, {}).get(leaf.id), known, leaf.scale)
            for at, entry in enumerate(case.entries)
            for column, (leaf, known) in enumerate(zip(case.ranking.leaves, entry.values, strict=True))
            if known.low < known.high
        }
    found: Cells = case.kept[OPEN]
    return found


def expected_values(case: Case) -> tuple[Vector, ...]:
    """Return what each cell is expected to be worth: one that is not open, what it is."""
    return tuple(_row(case, at) for at in range(len(case.values)))


def open_score(
    case: Case, at: int, columns: Iterable[int] | None = None, *, weights: Sequence[Fraction] = ()
) -> list[Uncertain]:
    """Return a candidate's score as a sum of what its open cells add, or those on some leaves, the rest as expected.

    Cells that weigh nothing add nothing; without any other the sum is empty. The weights are today's, unless given.
    """
    known, weights = open_cells(case), weights or case.weights
    own = range(len(case.leaves)) if columns is None else columns
    chosen = [column for column in own if (at, column) in known and weights[column]]
    parts = sorted((moved(known[at, column], weights[column]) for column in chosen), key=repr)
    if not parts:
        return []
    rest = [Fraction(0) if column in chosen else value for column, value in enumerate(_row(case, at))]
    return [moved(parts[0], Fraction(1), dot(weights, rest)), *parts[1:]]


def _row(case: Case, at: int) -> Vector:
    known = open_cells(case)
    row = enumerate(case.values[at])
    return tuple(mean(known[at, column]) if (at, column) in known else value for column, value in row)


def _outcome(cell: Cell | None, known: Interval, scale: Scale) -> Uncertain:
    if isinstance(scale, LevelScale):
        if known.unknown:
            return levels(scale.values, None)
        if cell is not None and cell.low is not None and cell.high is not None:
            low, high = int(cell.low), int(cell.high)
            return levels(scale.values[low : high + 1], None if cell.is_ is None else int(cell.is_) - low)
    if known.middle:
        return Uniform(known.low, known.high)
    return Triangular(known.low, known.point, known.high)
