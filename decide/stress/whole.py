"""Vectors of fractions as whole numbers in a common unit, or each in the smallest of its own."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd, lcm


def made_whole(vectors: Iterable[Sequence[Fraction]]) -> tuple[int, list[tuple[int, ...]]]:
    """Return one number that makes all vectors whole, and the vectors so made."""
    rows = list(vectors)
    unit = lcm(*(entry.denominator for row in rows for entry in row))
    return unit, [tuple(entry.numerator * (unit // entry.denominator) for entry in row) for row in rows]


def primitive(vector: Sequence[Fraction]) -> tuple[int, ...]:
    """Return the smallest whole numbers in the same proportions."""
    unit = lcm(*(entry.denominator for entry in vector))
    whole = [entry.numerator * (unit // entry.denominator) for entry in vector]
    common = gcd(*whole) or 1
    return tuple(entry // common for entry in whole)


def shares(whole: Sequence[int]) -> tuple[Fraction, ...]:
    """Return whole weights, in whatever unit, as weights that sum to 1."""
    total = sum(whole)
    return tuple(Fraction(one, total) for one in whole)
