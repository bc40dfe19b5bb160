"""A number that is not known yet: how likely it is to turn out how large, in closed form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isqrt

ZERO, ONE = Fraction(0), Fraction(1)
TABLE, ROOT = 4096, 1 << 40
"""How many numbers stand for an uncertain one in draws, and to what part of 1 the root of a share is known."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """One of several numbers, each with its chance; rising, none twice, chances above 0 that sum to 1."""

    parts: tuple[tuple[Fraction, Fraction], ...]

    @property
    def low(self) -> Fraction:
        """The least that it can be."""
        return self.parts[0][0]

    @property
    def high(self) -> Fraction:
        """The most that it can be."""
        return self.parts[-1][0]


@dataclass(frozen=True, slots=True)
class Uniform:
    """A number from ``low`` to ``high``, each as likely as any other."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Triangular:
    """A number from ``low`` to ``high``, likeliest at the peak, from where it falls evenly to both ends."""

    low: Fraction
    peak: Fraction
    high: Fraction


Uncertain = Atoms | Uniform | Triangular


def atoms(parts: Iterable[tuple[Fraction, Fraction]]) -> Atoms:
    """Return numbers with chances in proportion to what is given, the same numbers put together."""
    found: dict[Fraction, Fraction] = {}
    for number, share in parts:
        found[number] = found.get(number, ZERO) + share
    total = sum(found.values(), ZERO)
    return Atoms(tuple((number, share / total) for number, share in sorted(found.items()) if share))


def moved(number: Uncertain, factor: Fraction, plus: Fraction = ZERO) -> Uncertain:
    """Return the number times a factor above 0, and something added."""
    match number:
        case Atoms(parts):
            return Atoms(tuple((factor * one + plus, share) for one, share in parts))
        case Uniform(low, high):
            return Uniform(factor * low + plus, factor * high + plus)
        case Triangular(low, peak, high):
            return Triangular(factor * low + plus, factor * peak + plus, factor * high + plus)


def mean(number: Uncertain) -> Fraction:
    """Return what is expected of it: of a triangular one the mean of its ends and its peak."""
    match number:
        case Atoms(parts):
            return sum((one * share for one, share in parts), ZERO)
        case Uniform(low, high):
            return (low + high) / 2
        case Triangular(low, peak, high):
            return (low + peak + high) / 3


def excess(number: Uncertain, bar: Fraction) -> Fraction:
    """Return what is expected of the part above a bar, E max(x - bar, 0).

    It is the integral of the chance to be above, from the bar on: a piece of a square for a uniform number, of a cube
    for a triangular one.
    """
    if bar <= number.low:
        return mean(number) - bar
    if bar >= number.high:
        return ZERO
    match number:
        case Atoms(parts):
            return sum(((one - bar) * share for one, share in parts if one > bar), ZERO)
        case Uniform(low, high):
            return (high - bar) ** 2 / (2 * (high - low))
        case Triangular(low, peak, high) if bar >= peak:
            return (high - bar) ** 3 / (3 * (high - low) * (high - peak))
        case Triangular(low, peak, high):
            return mean(number) - bar + (bar - low) ** 3 / (3 * (high - low) * (peak - low))


def chance_above(number: Uncertain, bar: Fraction) -> Fraction:
    """Return the chance that it is above a bar."""
    if bar < number.low:
        return ONE
    if bar >= number.high:
        return ZERO
    match number:
        case Atoms(parts):
            return sum((share for one, share in parts if one > bar), ZERO)
        case Uniform(low, high):
            return (high - bar) / (high - low)
        case Triangular(low, peak, high) if bar >= peak:
            return (high - bar) ** 2 / ((high - low) * (high - peak))
        case Triangular(low, peak, high):
            return 1 - (bar - low) ** 2 / ((high - low) * (peak - low))


def chance_below(number: Uncertain, bar: Fraction) -> Fraction:
    """Return the chance that it is below a bar."""
    match number:
        case Atoms(parts):
            return sum((share for one, share in parts if one < bar), ZERO)
        case _:
            return 1 - chance_above(number, bar)


def levels(values: Sequence[Fraction], peak: int | None) -> Atoms:
    """Return one of several levels, worst first: all alike, or likeliest at a peak and evenly less to both ends.

    With a peak at place p of 0 … n the chance of place i is in proportion to (i + 1) / (p + 1) up to it, and to
    (n + 1 - i) / (n + 1 - p) from there on.
    """
    if peak is None:
        return atoms((value, ONE) for value in values)
    last = len(values)
    shares = (Fraction(at + 1, peak + 1) if at <= peak else Fraction(last - at, last - peak) for at in range(last))
    return atoms(zip(values, shares, strict=True))


def equally_likely(number: Uncertain, unit: int) -> tuple[int, ...]:
    """Return ``TABLE`` whole numbers of a unit, each as likely as the others, that stand for an uncertain one, rising.

    Of a uniform or a triangular one these are the quantiles in the middles of as many equal parts, to the nearest; an
    atom stands for as many as come next to its chance.
    """
    match number:
        case Atoms(parts):
            found: list[int] = []
            total = ZERO
            for one, share in parts:
                total += share
                found += [round(one * unit)] * (round(total * TABLE) - len(found))
            return tuple(found)
        case Uniform(low, high):
            places = [(2 * at + 1) * ROOT // (2 * TABLE) for at in range(TABLE)]
            return _between(low * unit, high * unit, places)
        case Triangular(low, peak, high):
            return _between(low * unit, high * unit, _quantiles((peak - low) / (high - low)))


@lru_cache(64)
def _quantiles(peak: Fraction) -> tuple[int, ...]:
    """Return the quantiles of a triangle over 0 … 1, in parts of ``ROOT``.

    With u the chance and c the peak that is the root of u · c up to the peak, and 1 less the root of (1 - u)(1 - c)
    beyond.
    """
    up, down, whole = peak.numerator, peak.denominator - peak.numerator, peak.denominator
    turn = next((at for at in range(TABLE) if (2 * at + 1) * whole > 2 * TABLE * up), TABLE)
    below = [isqrt((2 * at + 1) * up * ROOT**2 // (2 * TABLE * whole)) for at in range(turn)]
    rest = range(turn, TABLE)
    above = [ROOT - isqrt((2 * (TABLE - at) - 1) * down * ROOT**2 // (2 * TABLE * whole)) for at in rest]
    return (*below, *above)


def _between(low: Fraction, high: Fraction, places: Sequence[int]) -> tuple[int, ...]:
    """Return the whole numbers nearest to places, in parts of ``ROOT``, on the way from low to high."""
    whole = low.denominator * high.denominator
    start, span = low.numerator * high.denominator * ROOT, (high - low).numerator * whole // (high - low).denominator
    return tuple((2 * (start + span * place) + whole * ROOT) // (2 * whole * ROOT) for place in places)
