"""Scalars → exact numbers, ranges, shares, days: read from the text as typed, limits first."""

import re
from fractions import Fraction

from decide.load.mistakes import refusal, shortened

_NUMBER = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?)([0-9]+))?\Z")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_AGE = re.compile(r"([0-9]{1,5}) days?\Z")
_BOUNDS = "numbers lie within 1e-30 and 1e30"
MOST_DIGITS = 30
MOST_MAGNITUDE = 30
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class NotANumber(ValueError):
    """The text is no number; ``code`` and ``hint`` say what kind of mistake it is."""

    def __init__(self, message: str, hint: str = "", code: str = "wrong-type") -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


def number(text: str) -> Fraction:
    """Return the exact value of a number in JSON's form; raises NotANumber with the reason and the remedy."""
    match = _NUMBER.match(text)
    if not match:
        cause, remedy, code = refusal(text)
        raise NotANumber(f"{shortened(text) or 'an empty text'} {cause}", remedy, code)
    sign, whole, decimals, minus, exponent = match.groups(default="")
    if len(whole) > 1 and whole[0] == "0":
        rest = f"{whole.lstrip('0') or '0'}{'.' + decimals if decimals else ''}"
        raise NotANumber(f"{shortened(text)} begins with 0", f"write  {sign}{shortened(rest)}")
    # Limits come first: a long text must not reach int(), which is slow on it or refuses it in its own words.
    significant = (whole + decimals).strip("0")
    if len(significant) > MOST_DIGITS:
        message = f"the number has {len(significant)} digits; {MOST_DIGITS} are read"
        raise NotANumber(message, "round it", "too-large")
    if not significant:
        return Fraction(0)
    exponent = exponent.lstrip("0")
    power = int(minus + (exponent or "0")) if len(exponent) <= 5 else None
    zeros = len(whole + decimals) - len((whole + decimals).rstrip("0"))
    lowest = None if power is None else power - len(decimals) + zeros
    if lowest is None or not -MOST_MAGNITUDE <= lowest + len(significant) - 1 <= MOST_MAGNITUDE:
        raise NotANumber(f"{shortened(text)} is out of bounds", _BOUNDS, "too-large")
    value = Fraction(int(significant)) * Fraction(10) ** lowest
    if value > 10**MOST_MAGNITUDE:
        raise NotANumber(f"{shortened(text)} is out of bounds", _BOUNDS, "too-large")
    return -value if sign else value


def reads_as_number(text: str) -> bool:
    """Return whether a text has the form of a number."""
    return bool(_NUMBER.match(text))


def measure(text: str) -> tuple[Fraction, bool]:
    """Return the amount of a weight and whether it is in percent."""
    if text.endswith("%"):
        return number(text[:-1].rstrip(" ")), True
    return number(text), False


def share(text: str) -> Fraction:
    """Return a share: ``30%`` and ``0.3`` are 3/10."""
    value, percent = measure(text)
    if value < 0:
        raise NotANumber("a share is never negative", "write it as  30%  or  1", "off-range")
    return value / 100 if percent else value


def effort(text: str) -> Fraction:
    """Return what a point of value costs: a number above 0."""
    value = number(text)
    if value <= 0:
        raise NotANumber("an effort is above 0", "write 2 for what costs twice as much as elsewhere", "off-range")
    return value


def chance(text: str) -> Fraction:
    """Return a chance: ``20%`` and ``0.2`` are 1/5."""
    value = share(text)
    if value > 1:
        raise NotANumber(f"{shortened(text)} is more than certain", "a chance lies between 0% and 100%", "off-range")
    return value


def split_range(text: str) -> tuple[str, str] | None:
    """Return the two ends of ``lo..hi``, or None; raises NotANumber for blanks around the dots."""
    if ".." not in text:
        return None
    low, _, high = text.partition("..")
    if high.startswith("."):
        raise NotANumber(f"{shortened(text)} has three dots", f"write  {low.strip()}..{high.lstrip('. ')}")
    if low != low.rstrip() or high != high.lstrip():
        raise NotANumber("blanks stand around  ..", f"write  {low.strip()}..{high.strip()}")
    if not low or not high:
        raise NotANumber(f"{shortened(text)} lacks an end", "write  lo..hi")
    return low, high


def day(text: str, *, partial: bool) -> str:
    """Return an ISO date (partial ones and ``unknown`` where allowed); raises NotANumber."""
    if partial and text == "unknown":
        return text
    match = _DAY.match(text)
    form = "YYYY, YYYY-MM, YYYY-MM-DD or unknown" if partial else "YYYY-MM-DD"
    if not match or not (partial or match.group(3)):
        raise NotANumber(f"{shortened(text)} is not a date", f"write it as  {form}")
    year, month, date = int(match.group(1)), int(match.group(2) or 1), int(match.group(3) or 1)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if (
        year == 0
        or not 1 <= month <= 12
        or not 1 <= date <= _DAYS[month - 1]
        or (month == 2 and date == 29 and not leap)
    ):
        raise NotANumber(f"{text} is no day of the calendar", f"write it as  {form}")
    return text


def age(text: str) -> int:
    """Return a number of days written as ``90 days``; raises NotANumber."""
    match = _AGE.match(text)
    if not match:
        raise NotANumber(f"{shortened(text)} is not an age", "write it as  90 days")
    return int(match.group(1))
