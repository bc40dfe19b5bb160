"""What share of a set of weights lies on one side of some rows: volumes, for the checker of proofs.

Imports nothing of decide. A set is the mixtures of some columns that meet rows. It is cut row by row, and its corners
are kept; its volume is a sum over them (Lawrence 1991). Each row is thought loosened by an amount that is above 0, and
beyond all comparison larger than those of the rows before it: so whatever is level with a row counts as inside, every
corner meets as many rows as there are dimensions, and the volume is that of the set itself, as volumes are continuous.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from math import gcd, prod
from operator import mul

BITS, MOST = 512, 20_000_000
Row = tuple[int, ...]
Bound = tuple[Fraction, Fraction]


class BeyondError(Exception):
    """It is not verified: there is too much to do, or the set is flat in a way that its rows do not say."""


class Budget:
    """How much may be done yet: pairs of corners that are compared, and corners at so much each."""

    def __init__(self, most: int = MOST) -> None:
        self.left = most

    def spend(self, many: int) -> None:
        """Count some of it; BeyondError if there is not so much left."""
        self.left -= many
        if self.left < 0:
            raise BeyondError


@dataclass(frozen=True)
class Region:
    """Mixtures of columns, between rows: ``corners`` are whole numbers in proportion, with the bits of what is tight.

    The bits are those of the columns that have nothing, then those of ``rows``; what holds ``exactly`` is not counted.
    ``level``: rows that are known to be 0 everywhere, those and what follows from them.
    """

    columns: int
    dimension: int
    corners: tuple[tuple[tuple[int, ...], int], ...]
    rows: tuple[Row, ...] = ()
    exactly: tuple[Row, ...] = ()
    level: tuple[Row, ...] = ()

    def cut(self, row: Row, budget: Budget) -> "Region":
        """Return the part where a row is at least 0."""
        heights = self.heights(row)
        inside = [(point, tight, own) for (point, tight), own in zip(self.corners, heights, strict=True) if own >= 0]
        outside = [(point, tight, own) for (point, tight), own in zip(self.corners, heights, strict=True) if own < 0]
        budget.spend(len(inside) * len(outside))
        if not outside:
            return self
        fresh, kept = 1 << self.columns + len(self.rows), [(point, tight) for point, tight, _ in inside]
        for point, tight, above in inside:
            for other, theirs, below in outside:
                if (tight & theirs).bit_count() == self.dimension - 1:
                    found = [above * there - below * here for here, there in zip(point, other, strict=True)]
                    divisor = gcd(*found)
                    kept.append((tuple(one // divisor for one in found), tight & theirs | fresh))
        return replace(self, corners=tuple(kept), rows=(*self.rows, row))

    def within(self, row: Row, budget: Budget) -> "Region":
        """Return the part where a row is exactly 0, which has one dimension less; the same if it is 0 everywhere."""
        known = (*self.level, row)
        if not any(self.heights(row)):
            return replace(self, level=known)
        fresh = 1 << self.columns + len(self.rows)
        for side in (row, tuple(-entry for entry in row)):  # just beside the one side of it, or beside the other
            found = self.cut(side, budget)
            kept = tuple((point, tight ^ fresh) for point, tight in found.corners if tight & fresh)
            if kept:
                exactly = (*self.exactly, row)
                return replace(self, dimension=self.dimension - 1, corners=kept, exactly=exactly, level=known)
        raise BeyondError

    def heights(self, row: Row) -> list[int]:
        """Return what a row is at the corners, in proportion."""
        return [sum(map(mul, row, point)) for point, _ in self.corners]

    def flat(self) -> list[Row]:
        """Return the rows on whose inner side nobody is, the columns that have nothing among them, but those known."""
        units = [tuple(int(at == one) for at in range(self.columns)) for one in range(self.columns)]
        return [row for row in (*units, *self.rows) if row not in self.level and max(self.heights(row), default=0) <= 0]

    def integral(self, costs: Sequence[int], power: int) -> Bound:
        """Return between what lies a sum over the corners of (cost of the corner) ** power, by Lawrence's weights.

        With the dimension as power it is the volume, as a part of that of all mixtures; with one more it is the volume
        times the cost that is expected there times the dimension and one. ValueError if costs are level along an edge.
        """
        total = 0
        for _, tight in self.corners:
            free = [at for at in range(self.columns) if not tight >> at & 1]
            met = [row for at, row in enumerate(self.rows) if tight >> self.columns + at & 1]
            held = [*met, *self.exactly]
            whole, prices = _solved([[*(row[at] for row in held), 1, costs[at]] for at in free])
            *shadow, height = prices
            edges = [
                sum(price * row[at] for price, row in zip(shadow, held, strict=True)) + height - whole * costs[at]
                for at in range(self.columns)
                if tight >> at & 1
            ]
            under = prod(edges) * prod(-price for price in shadow[: len(met)]) * abs(whole)
            if not under:
                raise ValueError("costs are level along an edge")
            total += (height**power * whole ** (self.dimension + 1) << BITS) // (under * whole ** (power + 1))
        return Fraction(total, 1 << BITS), Fraction(total + len(self.corners), 1 << BITS)


def _solved(rows: list[list[int]]) -> tuple[int, list[int]]:
    """Return the determinant of a square matrix with a right side, and the solution times it (Bareiss 1968)."""
    before, sign = 1, 1
    for step in range(len(rows)):
        at = next((at for at in range(step, len(rows)) if rows[at][step]), None)
        if at is None:
            raise BeyondError
        if at != step:
            rows[step], rows[at], sign = rows[at], rows[step], -sign
        pivot = rows[step]
        rows = [
            own
            if own is pivot
            else [(pivot[step] * one - own[step] * other) // before for one, other in zip(own, pivot, strict=True)]
            for own in rows
        ]
        before = pivot[step]
    return sign * before, [sign * row[-1] for row in rows]


def whole_set(columns: int, rows: Sequence[tuple[Row, bool]], budget: Budget) -> Region:
    """Return the mixtures of columns that meet rows; what holds exactly first, also if it is not said to.

    BeyondError if there are none, or what there is cannot be told.
    """
    units = [tuple(int(at == one) for at in range(columns)) for one in range(columns)]
    everything, level = (1 << columns) - 1, [tuple(row) for row, exact in rows if exact]
    for _ in range(columns + len(rows)):
        found = Region(columns, columns - 1, tuple((unit, everything ^ 1 << at) for at, unit in enumerate(units)))
        for row in level:
            found = found.within(row, budget)
        for row, _ in (one for one in rows if not one[1]):
            found = found.cut(tuple(row), budget)
        flat = found.flat()
        if not flat and found.corners:
            return found
        level += flat
    raise BeyondError


def volume(region: Region, budget: Budget) -> Bound:
    """Return the volume of a region, as a part of all mixtures."""
    budget.spend(100 * len(region.corners))
    return _somehow(region, lambda costs: region.integral(costs, region.dimension))


def moments(region: Region, budget: Budget) -> list[Bound]:
    """Return the volume times the mean share of each column there."""
    budget.spend(100 * len(region.corners) * (region.columns + 1))
    return [_somehow(region, partial(_moment, region, at)) for at in range(region.columns)]


def _moment(region: Region, at: int, costs: list[int]) -> Bound:
    more = [cost + (one == at) for one, cost in enumerate(costs)]
    power = region.dimension + 1
    (low, high), (least, most) = region.integral(costs, power), region.integral(more, power)
    return (least - high) / power, (most - low) / power


def _somehow(region: Region, reckon: Callable[[list[int]], Bound]) -> Bound:
    """Return what is reckoned with some costs that differ along every edge."""
    for attempt in range(1, 100):
        costs = [pow(3, 50 * attempt + 7 * at, 1_000_003) for at in range(region.columns)]
        try:
            return reckon(costs)
        except ValueError:
            continue
    raise BeyondError
