"""Uncertain numbers and their sums on a grid, in whole numbers: how likely is each of its points.

Ends and peaks are kept as whole parts of a step, chances as whole parts of ``ONE``: what that leaves out is less than
``2**-FINE`` of a step a number, and the callers make room for it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm

from decide.solve.uncertain import Atoms, Triangular, Uncertain, Uniform

FINE, BITS, SLOT = 20, 56, 16
STEP, ONE = 1 << FINE, 1 << BITS
Tail = tuple[int, Callable[[int], int]]
"""A denominator, and a function from a place in parts of a step to a numerator."""


@dataclass(frozen=True, slots=True)
class Masses:
    """Chances in parts of ``ONE``, of the points of the grid from ``start`` on."""

    start: int
    chances: tuple[int, ...]

    @property
    def end(self) -> int:
        """The last point that has a chance."""
        return self.start + len(self.chances) - 1

    @property
    def most(self) -> int:
        """The largest chance of two neighbours."""
        return max(map(sum, zip(self.chances, (*self.chances[1:], 0), strict=True)))

    def up_to(self) -> tuple[int, ...]:
        """Return for each point the chance of it and of all below; of the last it is ``ONE``."""
        found, total = [], 0
        for chance in self.chances:
            total += chance
            found.append(total)
        return (*found[:-1], ONE)


def shared(number: Uncertain, step: Fraction) -> Masses:
    """Return a number shared among its two neighbours on the grid, so that its mean stays.

    The chance of a point is the second difference of E max(x - point, 0).
    """
    number = _whole(number, step)
    first, last = int(number.low) // STEP, -(-int(number.high) // STEP)
    unit, above = _excess(number)
    levels = [above(place * STEP) for place in range(first - 1, last + 2)]
    seconds = (
        (before - 2 * here + after, unit * STEP)
        for before, here, after in zip(levels, levels[1:], levels[2:], strict=False)
    )
    return _masses(first, seconds)


def floored(number: Uncertain, step: Fraction) -> Masses:
    """Return a number moved down to the grid."""
    number = _whole(number, step)
    first, last = int(number.low) // STEP, int(number.high) // STEP
    unit, reaching = _reaching(number)
    levels = [reaching(place * STEP) for place in range(first, last + 2)]
    return _masses(first, ((here - after, unit) for here, after in pairwise(levels)))


def added(one: Masses, other: Masses) -> Masses:
    """Return the sum of two independent numbers: a product of two long integers that hold a chance every few bytes."""
    product = _packed(one.chances) * _packed(other.chances)
    size = len(one.chances) + len(other.chances) - 1
    told = product.to_bytes(size * SLOT, "little")
    chances = (int.from_bytes(told[at : at + SLOT], "little") >> BITS for at in range(0, size * SLOT, SLOT))
    return _topped(one.start + other.start, list(chances))


def _packed(chances: Sequence[int]) -> int:
    return int.from_bytes(b"".join(chance.to_bytes(SLOT, "little") for chance in chances), "little")


def _masses(first: int, parts: Iterable[tuple[int, int]]) -> Masses:
    return _topped(first, [part * ONE // unit for part, unit in parts])


def _topped(start: int, chances: list[int]) -> Masses:
    """Return chances that sum to one: what rounding down has left out goes to the likeliest."""
    chances[max(range(len(chances)), key=chances.__getitem__)] += ONE - sum(chances)
    return Masses(start, tuple(chances))


def _whole(number: Uncertain, step: Fraction) -> Uncertain:
    """Return the number in whole parts of a step."""

    def place(amount: Fraction) -> Fraction:
        return Fraction(int(amount * STEP / step // 1))

    match number:
        case Atoms(parts):
            return Atoms(tuple((place(one), share) for one, share in parts))
        case Uniform(low, high):
            ends = place(low), place(high)
            return Uniform(*ends) if ends[0] < ends[1] else _sure(ends[0])
        case Triangular(low, peak, high):
            ends = place(low), place(high)
            return Triangular(ends[0], place(peak), ends[1]) if ends[0] < ends[1] else _sure(ends[0])


def _sure(amount: Fraction) -> Atoms:
    return Atoms(((amount, Fraction(1)),))


def _atoms(parts: Sequence[tuple[Fraction, Fraction]]) -> tuple[int, list[tuple[int, int]]]:
    unit = lcm(*(share.denominator for _, share in parts))
    return unit, [(int(one), int(share * unit)) for one, share in parts]


def _excess(number: Uncertain) -> Tail:
    """Return E max(x - place, 0): ``solve/uncertain.py`` in whole numbers."""
    match number:
        case Atoms(parts):
            unit, whole = _atoms(parts)
            return unit, lambda place: sum((one - place) * share for one, share in whole if one > place)
        case Uniform():
            low, high = int(number.low), int(number.high)
            span = high - low
            return (
                2 * span,
                lambda place: span * (low + high - 2 * place) if place <= low else max(high - place, 0) ** 2,
            )
        case Triangular():
            low, top, high = int(number.low), int(number.peak), int(number.high)
            span, left, right = high - low, top - low or 1, high - top or 1
            whole_ = span * left * right

            def triangular(place: int) -> int:
                if place >= top:
                    return max(high - place, 0) ** 3 * left
                return (low + top + high - 3 * place) * whole_ + max(place - low, 0) ** 3 * right

            return 3 * whole_, triangular


def _reaching(number: Uncertain) -> Tail:
    """Return the chance to be at a place or above."""
    match number:
        case Atoms(parts):
            unit, whole = _atoms(parts)
            return unit, lambda place: sum(share for one, share in whole if one >= place)
        case Uniform():
            low, high = int(number.low), int(number.high)
            return high - low, lambda place: min(max(high - place, 0), high - low)
        case Triangular():
            low, top, high = int(number.low), int(number.peak), int(number.high)
            span, left, right = high - low, top - low or 1, high - top or 1
            whole_ = span * left * right

            def triangular(place: int) -> int:
                if place >= top:
                    return max(high - place, 0) ** 2 * left
                return whole_ - max(place - low, 0) ** 2 * right

            return whole_, triangular
