"""Tables of equally likely numbers for uncertain cells: quantiles of a distribution, reckoned in whole numbers."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import isqrt, lcm

from decide.solve.plan import LEVELS, Whole, scaled

_BITS = 40
Vector = tuple[Fraction, ...]


def triangular(low: Fraction, middle: Fraction, high: Fraction) -> Vector:
    """Return the numbers below which a triangular distribution has the chances 1/8192, 3/8192, 5/8192 …, rising.

    They are exact to 2^-40 of the range.
    """
    span = high - low
    return tuple(low + span * Fraction(place, 1 << _BITS) for place in _places(low, middle, high))


def uniform(low: Fraction, high: Fraction) -> Vector:
    """Return the numbers below which a uniform distribution has the chances 1/8192, 3/8192, 5/8192 …, rising."""
    return tuple(low + (high - low) * Fraction(2 * at + 1, 2 * LEVELS) for at in range(LEVELS))


def uncertain_values(
    values: Sequence[Vector], lows: Sequence[Vector], highs: Sequence[Vector]
) -> tuple[tuple[Whole, ...], tuple[tuple[int, int, int], ...], tuple[Whole, ...]]:
    """Return values, uncertain cells and tables as a plan has them: triangular where a cell has a range.

    All are candidate × leaf; the value of a cell is the most likely one. Values are exact, tables to the nearest unit,
    which is less than 2^-28 of the largest amount.
    """
    numbers: dict[tuple[Fraction, Fraction, Fraction], int] = {}
    cells = []
    for candidate, rows in enumerate(zip(lows, values, highs, strict=True)):
        for leaf, cell in enumerate(zip(*rows, strict=True)):
            if cell[0] < cell[2]:
                cells.append((candidate, leaf, numbers.setdefault(cell, len(numbers))))
    whole, _, unit = scaled(values, [(low, high) for low, _, high in numbers])
    return whole, tuple(cells), tuple(_table(*cell, unit) for cell in numbers)


def _table(low: Fraction, middle: Fraction, high: Fraction, unit: int) -> Whole:
    below = lcm(low.denominator, high.denominator) << _BITS
    start, step = int(low * unit * below), int((high - low) * unit * (below >> _BITS))
    return tuple((2 * (start + step * place) + below) // (2 * below) for place in _places(low, middle, high))


def _places(low: Fraction, middle: Fraction, high: Fraction) -> Whole:
    return _quantiles((middle - low) / (high - low)) if low < high else (0,) * LEVELS


@lru_cache(64)
def _quantiles(peak: Fraction) -> Whole:
    """Return where on 0 … 2^40 the chances are met, the likeliest place being at this share of it.

    With u the chance and c the peak that is the root of u · c, or 1 less the root of (1 − u)(1 − c).
    """
    whole, left, right = peak.denominator * 2 * LEVELS, peak.numerator, peak.denominator - peak.numerator
    found = []
    for chance in range(1, 2 * LEVELS, 2):
        if chance * peak.denominator < left * 2 * LEVELS:
            found.append(isqrt((chance * left << 2 * _BITS) // whole))
        else:
            found.append((1 << _BITS) - isqrt(((2 * LEVELS - chance) * right << 2 * _BITS) // whole))
    return tuple(found)
