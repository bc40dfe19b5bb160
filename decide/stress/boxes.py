"""Weights that are each within a range before they are made to sum to 1: the least of a direction, and its proof."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from operator import mul

from decide.model.possible import WeightSet
from decide.stress.order import transport

Whole = Sequence[int]


class Boxes:
    """The ends of all ranges in one unit, and the row that holds one leaf at its most against another at its least."""

    def __init__(self, unit: int, lows: Whole, highs: Whole, names: dict[tuple[int, int], tuple[int, str]]) -> None:
        self.unit, self.lows, self.highs = unit, lows, highs
        self.names = names

    def least(self, direction: Whole) -> tuple[int, int, tuple[int, ...]]:
        """Return the least as numerator and denominator, and weights, in whatever unit, at which it is.

        Leaves with the least entries are taken at their most, as long as that makes the mean smaller.
        """
        weights = list(self.lows)
        total, size = sum(map(mul, direction, weights)), sum(weights)
        for at in sorted(range(len(direction)), key=direction.__getitem__):
            if direction[at] * size >= total:
                break
            more = self.highs[at] - weights[at]
            weights[at] += more
            total, size = total + direction[at] * more, size + more
        return total, size, tuple(weights)

    def multipliers(self, direction: Whole, least: int, size: int) -> list[tuple[str, Fraction]]:
        """Return multipliers of the rows that leave every entry of a direction at ``least / size`` or more.

        Leaves at their most have less than that, times their most; those at their least have more, times their least;
        as the mean is the least, what is there covers what is lacking, and a row carries it from one to the other.
        """
        over = [entry * size - least for entry in direction]
        lacking = [(at, -one * self.highs[at]) for at, one in enumerate(over) if one < 0]
        there = [(at, one * self.lows[at]) for at, one in enumerate(over) if one > 0]
        found = []
        for giver, taker, amount in transport(there, lacking):
            place, name = self.names[taker, giver]
            found.append((place, name, Fraction(amount * self.unit, self.lows[giver] * self.highs[taker] * size)))
        return [(name, amount) for _, name, amount in sorted(found)]


def boxes(weight_set: WeightSet, size: int) -> Boxes | None:
    """Return the ranges, if the rows are all that ranges of every leaf against every other say, and none is at 0."""
    lows: dict[int, Fraction] = {}
    highs: dict[int, Fraction] = {}
    names: dict[tuple[int, int], tuple[int, str]] = {}
    for place, row in enumerate(weight_set.rows):
        if row.exact or len(row.coefficients) != 2:
            return None
        (other, low), (one, high) = sorted(row.coefficients, key=lambda pair: pair[1])
        # the row says high(other) * weight(one) >= low(one) * weight(other)
        if low >= 0 or high <= 0 or lows.setdefault(one, -low) != -low or highs.setdefault(other, high) != high:
            return None
        names[other, one] = (place, row.name)
    if len(names) != size * (size - 1) or len(weight_set.rows) != len(names) or size < 2:
        return None
    unit = lcm(*(end.denominator for ends in (lows, highs) for end in ends.values()))
    least, most = (
        tuple(ends[at].numerator * (unit // ends[at].denominator) for at in range(size)) for ends in (lows, highs)
    )
    return Boxes(unit, least, most, names)
