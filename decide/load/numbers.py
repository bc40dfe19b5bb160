"""Scalars → exact numbers, ranges, shares, days: read from the text as typed, limits first."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?\Z")
_LENIENT = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")
_DASH_RANGE = re.compile(r"([0-9.]+)\s*[-–—]\s*([0-9.]+)\Z")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_AGE = re.compile(r"([0-9]{1,5}) days?\Z")
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
        raise _refusal(text)
    sign, whole, decimals, exponent = match.groups()
    if len(whole) > 1 and whole[0] == "0":
        raise NotANumber(
            f"{text} begins with 0", f"write  {whole.lstrip('0') or '0'}{'.' + decimals if decimals else ''}"
        )
    decimals = decimals or ""
    digits = (whole + decimals).strip("0")
    if len(digits) > MOST_DIGITS:
        raise NotANumber(f"the number has {len(digits)} digits; {MOST_DIGITS} are read", "round it", "too-large")
    if exponent is not None and len(exponent.lstrip("+-").lstrip("0")) > 3:
        raise NotANumber(
            f"the exponent of {shortened(text)} is out of bounds", "numbers lie within 1e-30 and 1e30", "too-large"
        )
    if not digits:
        return Fraction(0)
    power = int(exponent or 0) - len(decimals)
    magnitude = len((whole + decimals).lstrip("0")) - 1 + power
    if not -MOST_MAGNITUDE <= magnitude <= MOST_MAGNITUDE:
        raise NotANumber(f"{shortened(text)} is out of bounds", "numbers lie within 1e-30 and 1e30", "too-large")
    value = Fraction(int(whole + decimals)) * Fraction(10) ** power
    if value > 10**MOST_MAGNITUDE:
        raise NotANumber(f"{shortened(text)} is out of bounds", "numbers lie within 1e-30 and 1e30", "too-large")
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
    """Return a share or chance: ``30%`` and ``0.3`` are 3/10."""
    value, percent = measure(text)
    return value / 100 if percent else value


def split_range(text: str) -> tuple[str, str] | None:
    """Return the two ends of ``lo..hi``, or None; raises NotANumber for blanks around the dots."""
    if ".." not in text:
        return None
    low, _, high = text.partition("..")
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


def shortened(text: str) -> str:
    """Return a text that fits into a message."""
    return text if len(text) <= 40 else f"{text[:37]}…"


def _refusal(text: str) -> NotANumber:  # noqa: C901 - a list of common mistakes, one after another
    shown = shortened(text)
    if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        return NotANumber(f"{shown} is not a finite number", "write a number, or unknown", "not-finite")
    if not text.isascii() and any(character.isdigit() for character in text):
        return NotANumber(f"{shown} is written with other digits than 0 … 9", "write it with 0 … 9")
    dashed = _DASH_RANGE.match(text)
    if dashed:
        return NotANumber(f"{shown} is not a number", f"a range is written  {dashed.group(1)}..{dashed.group(2)}")
    if re.match(r"[<>]=? *[0-9]", text):
        return NotANumber(f"{shown} is not a number", "write only the number: the direction follows from the scale")
    if re.match(r"[0-9]{1,3}([,_ '’][0-9]{3})+(\.[0-9]+)?\Z", text):
        return NotANumber(f"{shown} has marks between its digits", f"write  {re.sub(r'[^0-9.]', '', text)}")
    if re.match(r"[0-9]+,[0-9]+\Z", text):
        return NotANumber(f"{shown} has a decimal comma", f"write  {text.replace(',', '.')}")
    if re.match(r"[0-9]+:[0-9:]+\Z", text):
        return NotANumber(f"{shown} is a time, not a number", "write it in one unit, stated once at the criterion")
    if re.match(r"0[xXoObB][0-9a-fA-F]+\Z", text):
        return NotANumber(f"{shown} is not a decimal number", "write it with the digits 0 … 9")
    if _LENIENT.match(text):
        return NotANumber(f"{shown} is not a number in full", f"write  {_in_full(text)}")
    if _DAY.match(text) and "-" in text:
        return NotANumber(f"{shown} is a date", "write it as days from the decision, with  unit: days")
    if re.match(r"-?[0-9][0-9.,]*\s*%\Z", text):
        return NotANumber(f"{shown} has a % sign", "write the number; the unit stands once, at the criterion")
    if re.match(r"([^\d\s]{1,4}\s*-?[0-9]|-?[0-9][0-9.,]*\s*[^\d\s])", text):
        return NotANumber(f"{shown} is more than a number", "write the number; the unit stands once, at the criterion")
    return NotANumber(f"{shown or 'nothing'} is not a number", "write a number such as  12  or  0.5")


def _in_full(text: str) -> str:
    bare = text.lstrip("+")
    bare = re.sub(r"^(-?)\.", r"\g<1>0.", bare)
    return re.sub(r"\.(?=[eE]|$)", "", bare)
