"""Value functions: what one performance is worth on its scale, exactly."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from itertools import pairwise

from decide.model.tree import CurveScale, LevelScale, RangeScale, Scale

HUNDRED = Fraction(100)
LOG_DIGITS = 50
LOG_DECIMALS = Decimal("1e-12")


def value(amount: Fraction, scale: Scale) -> Fraction:
    """Return the value 0 … 100 of a number, or of a level's place; beyond the ends, that of the nearer end.

    ``range`` is linear between its ends, or proportional to the logarithm (von Winterfeldt and Edwards 1986, ch. 7);
    a curve is linear between its points; levels have the values that are stated.
    """
    match scale:
        case LevelScale(values=values):
            return values[int(amount)]
        case CurveScale(points):
            return _on_curve(amount, points)
        case RangeScale(worst, best, logarithmic):
            low, high = sorted((worst, best))
            within = min(max(amount, low), high)
            if logarithmic:
                return _logarithmic(within, worst, best)
            return HUNDRED * (within - worst) / (best - worst)


def extremes(low: Fraction, high: Fraction, scale: Scale) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest value that performances from ``low`` to ``high`` take."""
    found = [value(low, scale), value(high, scale)]
    if isinstance(scale, CurveScale):
        found += [worth for amount, worth in scale.points if low < amount < high]
    return min(found), max(found)


def _on_curve(amount: Fraction, points: tuple[tuple[Fraction, Fraction], ...]) -> Fraction:
    if amount <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if amount <= x1:
            return y0 + (y1 - y0) * (amount - x0) / (x1 - x0)
    return points[-1][1]


def _logarithmic(amount: Fraction, worst: Fraction, best: Fraction) -> Fraction:
    context = Context(prec=LOG_DIGITS, rounding=ROUND_HALF_EVEN)
    share = context.divide(_log_ratio(amount, worst, context), _log_ratio(best, worst, context))
    return Fraction(context.multiply(share, Decimal(100)).quantize(LOG_DECIMALS, context=context))


def _log_ratio(amount: Fraction, base: Fraction, context: Context) -> Decimal:
    ratio = amount / base
    return context.ln(context.divide(Decimal(ratio.numerator), Decimal(ratio.denominator)))
