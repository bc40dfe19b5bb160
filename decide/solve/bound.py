"""A number that is known between two fractions, or exactly where these are one."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

GRID = 66
"""Ends of enclosures are multiples of 2⁻⁶⁶, rounded outwards, which keeps them 2⁻⁶⁴ wide at most."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of 0 … 1 that is at least ``low`` and at most ``high``."""

    low: Fraction
    high: Fraction

    @classmethod
    def point(cls, number: Fraction | int) -> Self:
        """Return a number that is known exactly."""
        return cls(Fraction(number), Fraction(number))

    @classmethod
    def quotient(cls, above: tuple[int, int], below: tuple[int, int]) -> Self:
        """Return the quotient of two numbers between whole ones, the second positive, with ends on the grid."""
        low = max(0, (above[0] << GRID) // below[1])
        high = min(1 << GRID, -((-above[1] << GRID) // below[0]))
        return cls(Fraction(low, 1 << GRID), Fraction(high, 1 << GRID))

    @classmethod
    def total(cls, bounds: Iterable["Bound"]) -> Self:
        """Return the sum, where it is known to be at most 1."""
        known = list(bounds)
        low = sum((one.low for one in known), Fraction(0))
        return cls(low, min(Fraction(1), sum((one.high for one in known), Fraction(0))))

    def less(self, other: "Bound") -> "Bound":
        """Return the difference, where it is known not to be negative."""
        return Bound(max(Fraction(0), self.low - other.high), self.high - other.low)

    def part(self, count: int) -> "Bound":
        """Return one of so many equal parts."""
        return Bound(self.low / count, self.high / count)

    @property
    def width(self) -> Fraction:
        """How much is not known."""
        return self.high - self.low
