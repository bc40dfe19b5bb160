"""A set of weights as a cone of full dimension: columns that must be 0 left out, what must be equal eliminated.

Weights are not negative, sum to 1 and meet homogeneous rows. What the rows force together (a row that cannot be
positive, though it need not be stated as an equality) lowers the dimension; uniform weights are then uniform on what is
left, which is what a reader of the rows means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from operator import mul

from decide.solve.exact import minimise
from decide.solve.program import Program, Row, sparse, unit

Line = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The weights are ``columns · y`` for all y with ``rows · y >= 0`` and ``total · y = 1``; all of it whole numbers.

    ``rows`` can all be positive at once, as they are at ``inside`` (of any length). The first ones are those of the
    columns: ``scales`` of the columns times their rows are the columns; 0 for a column that is always 0. ``idle`` are
    the places of rows that are known to follow from the others.
    """

    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    scales: tuple[int, ...]
    total: Line
    inside: Line
    idle: frozenset[int] = frozenset()

    @property
    def kept(self) -> int:
        """How many columns are not always 0: theirs are the first rows."""
        return sum(1 for scale in self.scales if scale)

    @property
    def dimension(self) -> int:
        """Of how many dimensions the weights are: 0 for a point."""
        return len(self.total) - 1

    def seen(self, values: Sequence[Fraction | int]) -> list[Fraction]:
        """Return what a candidate's values are worth for each y."""
        found = [Fraction(0)] * len(self.total)
        for value, column in zip(values, self.columns, strict=True):
            for at, entry in enumerate(column):
                if entry:
                    found[at] += value * entry
        return found


def region(size: int, rows: Sequence[Row], inside: Sequence[Fraction] = ()) -> Region:
    """Return the weights of so many columns that meet the rows, each at least, or exactly, 0.

    ``inside``: weights that are thought to meet every row with something to spare, which only saves time. ValueError
    if a row is not homogeneous, or if no weights meet the rows.
    """
    if any(row.whole[2] for row in rows):
        raise ValueError("a row of possible weights has a least of 0")
    dense = [_dense(row, size) for row in rows]
    least = [line for line, row in zip(dense, rows, strict=True) if not row.exact]
    exact = [line for line, row in zip(dense, rows, strict=True) if row.exact]
    point, spare = interior(size, least, exact, inside)
    kept = [column for column in range(size) if spare[column]]
    if not kept:
        raise ValueError("no weights meet the rows")
    exact += [line for line, free in zip(least, spare[size:], strict=True) if not free]
    least = [line for line, free in zip(least, spare[size:], strict=True) if free]
    free, columns = _solved(size, kept, exact)
    total = tuple(map(sum, zip(*columns, strict=True)))
    own = [primitive(columns[column]) for column in kept]
    scales = [0] * size
    for column, line in zip(kept, own, strict=True):
        scales[column] = next(had // has for had, has in zip(columns[column], line, strict=True) if has)
    stated = [primitive([sum(map(mul, line, part)) for part in zip(*columns, strict=True)]) for line in least]
    useful = dict.fromkeys(line for line in stated if min(line) < 0)  # the others hold wherever y >= 0
    return Region(columns, (*own, *useful), tuple(scales), total, primitive([point[column] for column in free]))


def primitive(line: Sequence[Fraction | int]) -> Line:
    """Return the shortest whole numbers in the same proportions."""
    scale = lcm(*(entry.denominator for entry in line))
    whole = [entry.numerator * (scale // entry.denominator) for entry in line]
    divisor = gcd(*whole) or 1
    return tuple(entry // divisor for entry in whole)


def interior(
    size: int, least: Sequence[Line], exact: Sequence[Line], guess: Sequence[Fraction]
) -> tuple[Sequence[Fraction], list[bool]]:
    """Return a point (of any length), and which columns and rows are positive there: all those that can be.

    ``guess`` is taken where all are. The point is 0 where nothing meets the rows.
    """
    for tried in ([Fraction(1)] * size, guess):
        if (
            tried
            and min(tried) > 0
            and all(sum(map(mul, line, tried)) > 0 for line in least)
            and not any(sum(map(mul, line, tried)) for line in exact)
        ):
            return tried, [True] * (size + len(least))
    demands = [unit(column) for column in range(size)] + [sparse(line) for line in least]
    rows = [
        Row(f"positive {at}", (*entries, (size + at, Fraction(1))), Fraction(1)) for at, entries in enumerate(demands)
    ]
    rows += [Row(f"least {at}", sparse(line)) for at, line in enumerate(least)]
    rows += [Row(f"exact {at}", sparse(line), exact=True) for at, line in enumerate(exact)]
    # A cone: what can be positive can be so at once, and as large as 1, so no demand is missed by a part of it.
    costs = (*[Fraction(0)] * size, *[Fraction(1)] * len(demands))
    found = minimise(Program("inside", tuple(f"x{at}" for at in range(len(costs))), costs, tuple(rows)))
    return found.point[:size], [missed == 0 for missed in found.point[size:]]


def _dense(row: Row, size: int) -> Line:
    line = [0] * size
    for column, entry in zip(row.whole[0], row.whole[1], strict=True):
        line[column] += entry
    return tuple(line)


def _solved(size: int, kept: Sequence[int], exact: Sequence[Line]) -> tuple[list[int], tuple[Line, ...]]:
    """Return the columns that stay free, and every column in terms of these, in whole numbers of one unit."""
    lines: dict[int, dict[int, Fraction]] = {}  # eliminated column → in terms of others
    for line in exact:
        rest: dict[int, Fraction] = {}
        for column in kept:
            for at, entry in lines.get(column, {column: Fraction(1)}).items():
                rest[at] = rest.get(at, Fraction(0)) + line[column] * entry
        rest = {at: entry for at, entry in rest.items() if entry}
        if not rest:
            continue
        gone = max(rest)
        pivot = rest.pop(gone)
        own = {at: -entry / pivot for at, entry in rest.items()}
        for known in lines.values():
            if factor := known.pop(gone, None):
                for at, entry in own.items():
                    known[at] = known.get(at, Fraction(0)) + factor * entry
        lines[gone] = own
    free = [column for column in kept if column not in lines]
    places = {column: at for at, column in enumerate(free)}
    scale = lcm(*(entry.denominator for line in lines.values() for entry in line.values()))
    columns = [[0] * len(free) for _ in range(size)]
    for column in kept:
        for at, entry in lines.get(column, {column: Fraction(1)}).items():
            columns[column][places[at]] = entry.numerator * (scale // entry.denominator)
    return free, tuple(map(tuple, columns))
