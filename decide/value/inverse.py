"""Value → performance: the amount nearest to another one that has at least, or exactly, a value."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from itertools import pairwise

from decide.model.tree import CurveScale, LevelScale, RangeScale, Scale
from decide.value.functions import HUNDRED, LOG_DIGITS, value

LOG_FIGURES = 12
"""Significant digits of an amount on a logarithmic scale, which is not rational."""


def amount_reaching(least: Fraction, scale: Scale, start: Fraction | None) -> Fraction | None:
    """Return the amount nearest to ``start`` that is worth at least ``least`` (0 … 100); None if there is none.

    Without a ``start`` it is the nearest to the worst end. A level is its place. On a logarithmic scale the amount is
    the decimal of twelve figures just beyond the exact one.
    """
    if least > HUNDRED:
        return None
    match scale:
        case LevelScale(values=values):
            fitting = [Fraction(place) for place, worth in enumerate(values) if worth >= least]
            return _nearest(fitting, Fraction(0) if start is None else start)
        case CurveScale(points):
            at = next(amount for amount, worth in points if worth == 0) if start is None else start
            return at if value(at, scale) >= least else _nearest(list(_on_curve(least, points)), at)
        case RangeScale(worst, best, logarithmic):
            at = worst if start is None else start
            if value(at, scale) >= least:
                return at
            return _exponential(least, scale) if logarithmic else worst + (best - worst) * least / HUNDRED


def amount_falling(to: Fraction, scale: Scale, start: Fraction) -> Fraction | None:
    """Return the amount nearest to ``start`` that is worth ``to`` (0 … 100) or less; None if there is none.

    For levels it is the next one that is worth no more; on a logarithmic scale the decimal just beyond.
    """
    if to < 0:
        return None
    match scale:
        case LevelScale(values=values):
            return _nearest([Fraction(place) for place, worth in enumerate(values) if worth <= to], start)
        case CurveScale(points):
            return start if value(start, scale) <= to else _nearest(list(_on_curve(to, points)), start)
        case RangeScale(worst, best, logarithmic):
            if value(start, scale) <= to:
                return start
            return _exponential(to, scale, rising=False) if logarithmic else worst + (best - worst) * to / HUNDRED


def _nearest(amounts: list[Fraction], start: Fraction) -> Fraction | None:
    return min(amounts, key=lambda amount: (abs(amount - start), amount), default=None)


def _on_curve(worth: Fraction, points: tuple[tuple[Fraction, Fraction], ...]) -> Iterator[Fraction]:
    """Yield the amounts at which the curve has a value: on flat pieces both ends."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if y0 != y1 and min(y0, y1) <= worth <= max(y0, y1):
            yield x0 + (x1 - x0) * (worth - y0) / (y1 - y0)
        elif y0 == y1 == worth:
            yield from (x0, x1)


def _exponential(worth: Fraction, scale: RangeScale, *, rising: bool = True) -> Fraction:
    """Return worst · (best/worst)^(worth/100), on the side where the value is at least, or at most, ``worth``."""
    context = Context(prec=LOG_DIGITS, rounding=ROUND_HALF_EVEN)
    ratio = scale.best / scale.worst
    logarithm = context.ln(context.divide(Decimal(ratio.numerator), Decimal(ratio.denominator)))
    share = context.divide(Decimal(worth.numerator), Decimal(worth.denominator * 100))
    factor = context.exp(context.multiply(logarithm, share))
    exact = context.multiply(context.divide(Decimal(scale.worst.numerator), Decimal(scale.worst.denominator)), factor)
    upward = (scale.best > scale.worst) is rising
    side = Context(prec=LOG_FIGURES, rounding=ROUND_CEILING if upward else ROUND_FLOOR)
    nearest = Context(prec=LOG_FIGURES, rounding=ROUND_HALF_EVEN).plus(exact)
    step = side.next_plus if upward else side.next_minus
    low, high = sorted((scale.worst, scale.best))
    for amount in (nearest, side.plus(exact), step(side.plus(exact))):
        found = min(max(Fraction(amount), low), high)
        reached = value(found, scale)
        if reached >= worth if rising else reached <= worth:
            return found
    return scale.best if rising else scale.worst
