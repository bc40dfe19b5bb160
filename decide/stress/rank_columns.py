"""What the programs of a search for a rank mix, and the rivals in it: all of it in whole numbers."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, lcm
from operator import mul

from decide.model.possible import WeightRow
from decide.model.record import Record, record
from decide.solve.program import Row, sparse
from decide.stress.bounds import over
from decide.stress.boxes import Boxes
from decide.stress.case import SUM, Case
from decide.stress.whole import primitive

MOST_CORNERS = 2
"""Times as many corners as leaves are columns; beyond, the leaves are, with the rows of the statements."""
MADE_UP = 2
"""What makes up for a rival that counts: more than it can fall short, so that its own row has no multiplier."""


class Columns:
    """The corners of the possible weights, in whatever units; or vectors whose mixtures meet ``rows`` besides."""

    def __init__(self, case: Case) -> None:
        size = len(case.leaves)
        self.rows: tuple[Row, ...] = ()
        leaves = [tuple(int(at == one) for at in range(size)) for one in range(size)]
        if case.corners is not None and len(case.corners) <= MOST_CORNERS * size:
            self.vectors = case.whole_corners
        elif isinstance(case.closed, Boxes):
            self.vectors, self.rows = [tuple(case.closed.lows), *leaves], tuple(_rooms(case.closed))
        else:
            mixed = [primitive(weights) for _, weights in case.possible.mixed]
            self.vectors = mixed or leaves
            self.rows = tuple(_stated(row, self.vectors) for row in case.possible.rows)
        self.names = tuple(f"mix {at}" for at in range(len(self.vectors)))
        self.sum = Row(SUM, sparse([sum(vector) for vector in self.vectors]), Fraction(1), exact=True)

    def gains(self, whole: Sequence[int]) -> tuple[int, ...]:
        """Return what a direction gains on each vector."""
        return tuple(sum(map(mul, whole, vector)) for vector in self.vectors)

    def weights(self, point: Sequence[Fraction]) -> tuple[int, ...]:
        """Return the weights at a point, whole, in whatever unit."""
        unit = lcm(*(share.denominator for share in point))
        shares = [share.numerator * (unit // share.denominator) for share in point]
        return tuple(sum(map(mul, shares, column)) for column in zip(*self.vectors, strict=True))


def _stated(row: WeightRow, vectors: Sequence[Sequence[int]]) -> Row:
    entries = [sum((part * vector[at] for at, part in row.coefficients), Fraction(0)) for vector in vectors]
    return Row(row.name, sparse(entries), exact=row.exact)


def _rooms(ranges: Boxes) -> Iterator[Row]:
    """Yield that no leaf has more, besides its least, than it has room for; the first vector has all at their least."""
    for at, (low, high) in enumerate(zip(ranges.lows, ranges.highs, strict=True)):
        yield Row.in_whole(f"room {at}", (0, 1 + at), (high - low, -1), 0, 1)


@record
class Rival(Record):
    """A rival that is not decided beforehand: its direction, whole, what that gains on each vector, and its limit.

    ``unit`` is what the direction was multiplied with, ``place`` that of its own column in the programs.
    """

    name: str
    whole: Sequence[int]
    gains: tuple[int, ...]
    unit: int
    limit: Fraction
    place: int

    def above(self, least: int) -> Row:
        """Return that it does not count, but for what makes up for that; by ``least`` at least."""
        entries = (*self.gains, ceil(self.limit * self.unit) + least)
        return Row.in_whole(over(self.name), (*range(len(self.gains)), self.place), entries, least, self.unit)

    def counting(self) -> tuple[Row, ...]:
        """Return that it counts: it falls below zero, and its own row is no longer asked to hold."""
        entries = tuple(-gain for gain in self.gains)
        below = Row.in_whole(under(self.name), tuple(range(len(entries))), entries, 0, self.unit)
        return below, Row.in_whole(f"made up {self.name}", (self.place,), (1,), MADE_UP, 1)

    def free(self) -> tuple[Row, ...]:
        """Return that it does not count: nothing makes up for what it falls short."""
        return (Row.in_whole(f"not made up {self.name}", (self.place,), (-1,), 0, 1),)


def under(rival: str) -> str:
    """Return the name of the row that puts a candidate below a rival, or not above it."""
    return f"under {rival}"
