"""What is drawn, said completely in whole numbers and texts, so that whoever has the plan can draw it again.

Weights are drawn as ``columns`` of whole shares that sum to ``GRID``. The columns are the leaves, or ``corners``: the
weights (whole, all of one sum) that the shares mix. Draws come in blocks, each from streams of its own (SHAKE-128,
FIPS 202) that are addressed by the block's number, so more draws leave the earlier ones as they are.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from itertools import chain, combinations
from math import lcm
from typing import Any

BLOCK = 8192
GRID = 1 << 24
LEVELS = 4096
ENTRY = 1 << 28
"""What an entry of a row or of a corner is at most: then all sums over the grid are whole numbers below 2^53."""
SIMPLEX, ORDER, WALK = "simplex", "order", "walk"
COUNTED, LEFT_OUT = "counted", "left out"
Whole = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """How shares of the columns are drawn: each way is uniform on the set that it says, but for the grid.

    ``simplex``: all shares that are not negative; the spacings of sorted cut points. ``order``: those of them in
    which no column of a class has less than one of a later class (``classes``, heaviest first). With ``rows`` both
    are drawn until ``row · shares >= 0`` holds for each. ``walk``: ``rows`` alone bound the shares, which may be
    negative if they allow it; each draw is the end of a walk of its own from ``start``, and in a sweep the walk moves
    once between the two columns of each pair, to any place that the rows allow.

    On all shares of k columns the grid moves the chance that one score is ahead of another by at most (k − 1)² · 2^-24:
    it moves their gap by no more than (k − 1) · 2^-24 of its range, and the density of the gap is at most (k − 1) over
    its range (a B-spline; Curry & Schoenberg 1966). It is of that size for the other ways; equal spacings go by their
    number.
    """

    way: str
    columns: int
    classes: tuple[Whole, ...] = ()
    rows: tuple[Whole, ...] = ()
    start: Whole = ()
    sweeps: int = 0

    def __post_init__(self) -> None:
        _need(self.way in (SIMPLEX, ORDER, WALK) and self.columns > 0, "there is no such way")
        placed = sorted(chain.from_iterable(self.classes))
        _need(placed == list(range(self.columns) if self.way == ORDER else ()), "the classes are not of the columns")
        _need(all(len(row) == self.columns for row in self.rows), "a row has not an entry for each column")
        _need(all(abs(entry) <= ENTRY for row in self.rows for entry in row), "an entry of a row is too large")
        if self.way != WALK:
            _need(not self.start and not self.sweeps, "only a walk has a start")
            return
        _need(len(self.start) == self.columns > 1 and sum(self.start) == GRID, "the start is not a mixture")
        _need(self.sweeps > 0, "there is no sweep")
        _need(all(sum(_products(row, self.start)) >= 0 for row in self.rows), "the start is outside")
        for one, other in combinations(range(self.columns), 2):
            signs = {(row[one] > row[other]) - (row[one] < row[other]) for row in self.rows}
            _need({1, -1} <= signs, "the rows do not bound the walk")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn: the shares, and the value of each cell (candidate × leaf).

    ``values`` are whole numbers of any size and one unit; what is counted is exact for them. Cells in ``uncertain``
    (candidate, leaf, table) are drawn too, each on its own: one of the ``LEVELS`` equally likely numbers of its table,
    in the place of its value. Equal scores are ties. ``pairs`` says whether it is counted who is ahead of whom, which
    takes most of the time where there are more than ten candidates.
    """

    seed: str
    draws: int
    shares: Shares
    values: tuple[Whole, ...]
    uncertain: tuple[tuple[int, int, int], ...] = ()
    tables: tuple[Whole, ...] = ()
    corners: tuple[Whole, ...] = ()
    pairs: str = COUNTED

    def __post_init__(self) -> None:
        leaves = len(self.corners[0]) if self.corners else self.shares.columns
        _need(self.draws > 0 and bool(self.values), "there is nothing to draw")
        _need(self.pairs in (COUNTED, LEFT_OUT), "pairs are counted or left out")
        _need(all(len(row) == leaves for row in self.values), "a candidate has not a value for each leaf")
        _need(len(self.corners) in (0, self.shares.columns), "there is not a corner for each column")
        _need(len({sum(corner) for corner in self.corners}) <= 1, "the corners have not one sum")
        _need(all(len(corner) == leaves and min(corner) >= 0 for corner in self.corners), "a corner has no weights")
        _need(all(0 < sum(corner) <= ENTRY for corner in self.corners), "the sum of a corner is too large")
        _need(all(len(table) == LEVELS for table in self.tables), f"a table has not {LEVELS} numbers")
        cells = [(candidate, leaf) for candidate, leaf, _ in self.uncertain]
        _need(len(set(cells)) == len(cells), "a cell stands twice")
        for candidate, leaf, table in self.uncertain:
            known = 0 <= candidate < len(self.values) and 0 <= leaf < leaves and 0 <= table < len(self.tables)
            _need(known, "there is no such cell or table")

    @property
    def blocks(self) -> int:
        """The number of blocks."""
        return -(-self.draws // BLOCK)

    def size(self, block: int) -> int:
        """Return the number of draws of a block; only the last one may have fewer than ``BLOCK``."""
        return min(BLOCK, self.draws - block * BLOCK)


def plan_data(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON holds it, which is all that a replay needs."""
    return {"block": BLOCK, "grid": GRID, **asdict(plan)}


def scaled(values: Sequence[Sequence[Fraction]], most: Fraction | None = None) -> tuple[tuple[Whole, ...], int]:
    """Return values as whole numbers of one unit, exactly, and how many units make 1.

    ``most``: the largest amount of tables that are to be in that unit too; then it is so small that the nearest whole
    number is off by less than 2^-28 of the largest amount of all.
    """
    unit = lcm(*(value.denominator for row in values for value in row))
    if most is not None:
        largest = max(most, *(abs(value) for value in chain(*values))) or 1
        while unit * largest < ENTRY:
            unit *= 2
    return tuple(tuple(value.numerator * (unit // value.denominator) for value in row) for row in values), unit


def whole_row(row: Sequence[Fraction | int]) -> Whole:
    """Return a row in whole numbers: exactly where they are at most ``ENTRY``, else the nearest of that size."""
    unit = lcm(*(Fraction(entry).denominator for entry in row))
    whole = [int(entry * unit) for entry in row]
    most = max(map(abs, whole), default=0)
    return tuple(whole) if most <= ENTRY else tuple(round(Fraction(entry * ENTRY, most)) for entry in whole)


def whole_corners(points: Sequence[Sequence[Fraction]]) -> tuple[Whole, ...]:
    """Return weights that sum to 1 as whole numbers of one sum, at most ``ENTRY``.

    They are exact where such a sum exists. Else each is rounded down to 2^-28, and those that lost most get a unit
    more until the sum is right.
    """
    unit = lcm(*(weight.denominator for point in points for weight in point))
    return tuple(_apportioned(point, min(unit, ENTRY)) for point in points)


def _apportioned(point: Sequence[Fraction], total: int) -> Whole:
    parts = [int(weight * total) for weight in point]
    order = sorted(range(len(point)), key=lambda at: (parts[at] - point[at] * total, at))
    for at in order[: total - sum(parts)]:
        parts[at] += 1
    return tuple(parts)


def _products(one: Sequence[int], other: Sequence[int]) -> list[int]:
    return [left * right for left, right in zip(one, other, strict=True)]


def _need(condition: object, why: str) -> None:
    if not condition:
        raise ValueError(why)
