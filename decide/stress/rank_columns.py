"""What the programs of a search for a rank mix, and the rivals in it: all of it in whole numbers."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, gcd, lcm
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
WHOLE = 100
"""What all weights sum to in the programs. One part of it is what who is to be ahead is first asked to be so by at
least, and to so many parts of a point limits are rounded up; proofs do without either."""
MADE_UP = 2
"""What makes up for a rival that counts: more than it can fall short, so that its own row has no multiplier."""


class Columns:
    """The corners of the possible weights, or vectors whose mixtures meet ``rows`` besides.

    Each is in a unit of its own, the smallest in which whatever one has more than another is worth a whole number.
    """

    def __init__(self, case: Case) -> None:
        size = len(case.leaves)
        leaves = [tuple(int(at == one) for at in range(size)) for one in range(size)]
        self.rows: tuple[Row, ...] = ()
        self.unit = case.whole_ends[0]
        if case.corners is not None and len(case.corners) <= MOST_CORNERS * size:
            self.vectors = _scaled(case, case.whole_corners)
        elif isinstance(case.closed, Boxes):
            self.vectors = _scaled(case, [tuple(case.closed.lows), *leaves])
            self.rows = tuple(_rooms(case.closed, self.vectors))
        else:
            mixed = [primitive(weights) for _, weights in case.possible.mixed]
            self.vectors = _scaled(case, mixed or leaves)
            self.rows = tuple(_stated(row, self.vectors) for row in case.possible.rows)
        self.names = tuple(f"mix {at}" for at in range(len(self.vectors)))
        sizes = [Fraction(sum(vector), WHOLE) for vector in self.vectors]
        self.sum = Row(SUM, sparse(sizes), Fraction(1), exact=True)

    def gains(self, whole: Sequence[int]) -> tuple[int, ...]:
        """Return what a direction gains on each vector."""
        return tuple(sum(map(mul, whole, vector)) // self.unit for vector in self.vectors)

    def mixture(self, point: Sequence[Fraction]) -> list[int]:
        """Return how much of each vector is in a point, in whatever unit."""
        unit = lcm(*(share.denominator for share in point))
        return [share.numerator * (unit // share.denominator) for share in point]

    def weights(self, mixture: Sequence[int]) -> tuple[int, ...]:
        """Return the weights of a mixture, whole, in whatever unit."""
        return tuple(sum(map(mul, mixture, column)) for column in zip(*self.vectors, strict=True))


def _scaled(case: Case, vectors: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Return the vectors, each in the smallest multiple that makes its product with all values whole."""
    cells = [*case.lows, *case.highs]
    units = [lcm(*(cell.denominator for cell in column)) for column in zip(*cells, strict=True)]
    found = []
    for vector in vectors:
        factor = lcm(*(unit // gcd(unit, entry) for unit, entry in zip(units, vector, strict=True)))
        found.append(tuple(factor * entry for entry in vector))
    return found


def _stated(row: WeightRow, vectors: Sequence[Sequence[int]]) -> Row:
    entries = [sum((part * vector[at] for at, part in row.coefficients), Fraction(0)) / WHOLE for vector in vectors]
    return Row(row.name, sparse(entries), exact=row.exact)


def _rooms(ranges: Boxes, vectors: Sequence[Sequence[int]]) -> Iterator[Row]:
    """Yield that no leaf has more, besides its least, than it has room for; the first vector has all at their least."""
    least = vectors[0][0] // ranges.lows[0]
    for at, (low, high) in enumerate(zip(ranges.lows, ranges.highs, strict=True)):
        yield Row.in_whole(f"room {at}", (0, 1 + at), (least * (high - low), -vectors[1 + at][at]), 0, 1)


@record
class Rival(Record):
    """A rival that is not decided beforehand: its direction, whole, what that gains on each vector, and its limit.

    ``place`` is that of its own column in the programs.
    """

    name: str
    whole: Sequence[int]
    gains: tuple[int, ...]
    limit: Fraction
    place: int

    def above(self, *, strict: bool) -> Row:
        """Return that it does not count, but for what makes up for that; strictly, by a little at least."""
        entries = (*self.gains, ceil(self.limit * WHOLE) + strict)
        return Row.in_whole(over(self.name), (*range(len(self.gains)), self.place), entries, int(strict), WHOLE)

    def counting(self) -> tuple[Row, ...]:
        """Return that it counts: it falls below zero, and its own row is no longer asked to hold."""
        entries = tuple(-gain for gain in self.gains)
        below = Row.in_whole(under(self.name), tuple(range(len(entries))), entries, 0, WHOLE)
        return below, Row.in_whole(f"made up {self.name}", (self.place,), (1,), MADE_UP, 1)

    def free(self) -> tuple[Row, ...]:
        """Return that it does not count: nothing makes up for what it falls short."""
        return (Row.in_whole(f"not made up {self.name}", (self.place,), (-1,), 0, 1),)


def under(rival: str) -> str:
    """Return the name of the row that puts a candidate below a rival, or not above it."""
    return f"under {rival}"
