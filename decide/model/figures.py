"""How an exact number is said: the only place where anything is rounded."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

MOST_DECIMALS = 6
_SHORT = 12
_JSON = Context(prec=12, rounding=ROUND_HALF_EVEN)


def decimal_text(number: Fraction) -> str:
    """Return ``number`` as exact decimal text; its denominator must divide a power of ten."""
    places = 0
    numerator, denominator = number.numerator, number.denominator
    while denominator != 1:
        numerator *= 10
        places += 1
        shrunk = Fraction(numerator, denominator)
        numerator, denominator = shrunk.numerator, shrunk.denominator
        if places > 100:
            raise ValueError(f"{number} has no finite decimal text")
    digits = str(abs(numerator)).rjust(places + 1, "0")
    sign = "-" if numerator < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def short_decimal(number: Fraction) -> str:
    """Return a number of at most twelve decimals, as one types it."""
    text = rounded(number, _SHORT)
    return text.rstrip("0").rstrip(".") if "." in text else text


def fraction_text(number: Fraction) -> str:
    """Return ``number`` exactly, in lowest terms: ``769/10``, or ``65`` for a whole number."""
    return str(number)


def rounded(number: Fraction, decimals: int) -> str:
    """Return ``number`` with ``decimals`` decimals, half away from zero, never ``-0``."""
    scaled = abs(number) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if number < 0 and units else ""
    return f"{sign}{_with_point(units, decimals)}"


def rounded_down(number: Fraction, decimals: int) -> str:
    """Return the largest number with so many decimals that is not above ``number``."""
    units = (number * 10**decimals).__floor__()
    return f"{'-' if units < 0 else ''}{_with_point(abs(units), decimals)}"


def rounded_up(number: Fraction, decimals: int) -> str:
    """Return the least number with so many decimals that is not below ``number``."""
    units = (number * 10**decimals).__ceil__()
    return f"{'-' if units < 0 else ''}{_with_point(abs(units), decimals)}"


def said(number: Fraction, decimals: int = 1) -> str:
    """Return ``number`` for a reader: rounded, but what is not zero never reads as zero."""
    text = rounded(number, decimals)
    if number == 0 or any(digit in text for digit in "123456789"):
        return text
    for more in range(decimals + 1, MOST_DECIMALS + 1):
        text = rounded(number, more)
        if any(digit in text for digit in "123456789"):
            return text
    return f"{Decimal(number.numerator) / Decimal(number.denominator):.1e}"


def plain(number: Fraction) -> str:
    """Return a performance for a reader: exact where its decimals end soon, else four decimals."""
    for decimals in range(5):
        if (number * 10**decimals).denominator == 1:
            return rounded(number, decimals)
    return said(number, 4)


def figures_down(number: Fraction, figures: int = 2) -> str:
    """Return a number not below 0 with so many significant figures, rounded down; never more than six decimals."""
    return rounded_down(number, _decimals_for(number, figures))


def figures_up(number: Fraction, figures: int = 2) -> str:
    """Return a number not below 0 with so many significant figures, rounded up; never more than six decimals."""
    return rounded_up(number, _decimals_for(number, figures))


def percent(share: Fraction, decimals: int = 1) -> str:
    """Return a share of 1 in percent: ``13.8 %``."""
    return f"{said(share * 100, decimals)} %"


def decimals_that_tell_apart(numbers: Sequence[Fraction], least: int = 1) -> int:
    """Return how many decimals show different numbers differently, at least ``least``, at most six."""
    different = len(set(numbers))
    for decimals in range(least, MOST_DECIMALS):
        if len({rounded(number, decimals) for number in numbers}) == different:
            return decimals
    return MOST_DECIMALS


def decimals_of_scores(scores: Sequence[Fraction]) -> int:
    """Return how many decimals to show scores with, best first.

    As few as let different scores read differently, and let the printed first minus the printed second not exceed
    the lead as rounded: a reader who subtracts meets the lead that is told, and it is never told too large.
    """
    least = decimals_that_tell_apart(scores)
    for decimals in range(least, MOST_DECIMALS):
        if len(scores) < 2 or printed_difference(scores[0], scores[1], decimals) <= Fraction(
            rounded(scores[0] - scores[1], decimals)
        ):
            return decimals
    return least


def printed_difference(larger: Fraction, smaller: Fraction, decimals: int) -> Fraction:
    """Return the difference of two numbers as printed with so many decimals."""
    return Fraction(rounded(larger, decimals)) - Fraction(rounded(smaller, decimals))


def rounded_to_sum(numbers: Sequence[Fraction], total: Fraction, decimals: int) -> tuple[str, ...]:
    """Return the numbers rounded so that what is printed adds up to ``total``, itself given as printed.

    Largest-remainder rounding: as long as ``total`` lies within rounding of the exact sum, each printed number is
    the one below or the one above the exact one, so a reader who adds up the column meets the printed total.
    """
    unit = 10**decimals
    floors = [(number * unit).__floor__() for number in numbers]
    remainders = [number * unit - floor for number, floor in zip(numbers, floors, strict=True)]
    upward = sorted(range(len(numbers)), key=lambda index: (-remainders[index], index))
    short = int(total * unit) - sum(floors)
    for step in range(abs(short)):
        floors[upward[step % len(upward)] if short > 0 else upward[-1 - step % len(upward)]] += 1 if short > 0 else -1
    return tuple(f"{'-' if units < 0 else ''}{_with_point(abs(units), decimals)}" for units in floors)


def json_number(number: Fraction) -> int | float:
    """Return ``number`` at 12 significant digits, half-even, as a JSON number; whole ones as integers."""
    value = _JSON.divide(Decimal(number.numerator), Decimal(number.denominator))
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)


def _decimals_for(number: Fraction, figures: int) -> int:
    """Return how many decimals show so many significant figures: of 0.0123 four show two."""
    decimals = 0
    while decimals < MOST_DECIMALS and number and number * 10**decimals < 10 ** (figures - 1):
        decimals += 1
    return decimals


def _with_point(units: int, decimals: int) -> str:
    digits = str(units).rjust(decimals + 1, "0")
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
