"""Days as typed, whole or in part → the first and the last day that they can mean."""

from datetime import date

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def first_day(text: str) -> date | None:
    """Return the earliest day that ``2025``, ``2025-02`` or ``2025-02-13`` can mean; else None."""
    return _day(text, 1, 1)


def last_day(text: str) -> date | None:
    """Return the latest day that it can mean."""
    return _day(text, 12, 31)


def _day(text: str, month: int, day: int) -> date | None:
    try:
        parts = [int(part) for part in text.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else month
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        last = 29 if month == 2 and leap else _LENGTHS[month - 1]
        return date(year, month, parts[2] if len(parts) > 2 else min(day, last))
    except (ValueError, IndexError):
        return None
