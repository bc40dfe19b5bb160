"""What people write where a number is due: the usual mistakes, each with its remedy."""

import re
from collections.abc import Callable

_UNIT = "write the number; the unit stands once, at the criterion"
_DAYS = "write it as days from the decision, with  unit: days"
_MOST_LENGTH = 100
"""Longer text is no mistyped number, and the patterns need not look at it."""

Remedy = str | Callable[[re.Match[str]], str]


def refusal(text: str) -> tuple[str, str, str]:
    """Return what the matter is with a text that is no number (as in “has a % sign”), the remedy, and the code."""
    if not text.strip():
        return "is not a number", "write a number such as  12  or  0.5", "wrong-type"
    if len(text) <= _MOST_LENGTH:
        if any(character.isdigit() and not character.isascii() for character in text):
            return "is written with other digits than 0 … 9", "write it with 0 … 9", "wrong-type"
        for pattern, cause, remedy in _MISTAKES:
            match = re.match(rf"(?:{pattern})\Z", text, re.IGNORECASE)
            if match:
                code = "not-finite" if "finite" in cause else "wrong-type"
                return cause, remedy if isinstance(remedy, str) else remedy(match), code
    return "is not a number", "write a number such as  12  or  0.5", "wrong-type"


def shortened(text: str) -> str:
    """Return a text that fits into a message."""
    return text if len(text) <= 40 else f"{text[:37]}…"


def _as_range(match: re.Match[str]) -> str:
    return f"a range is written  {match.group(1)}..{match.group(2)}"


def _only_digits(match: re.Match[str]) -> str:
    return f"write  {re.sub(r'[^0-9.-]', '', match.group())}"


def _from_comma(match: re.Match[str]) -> str:
    return f"write  {re.sub(r'[^0-9,-]', '', match.group()).replace(',', '.')}"


def _without_dots(match: re.Match[str]) -> str:
    return f"write  {match.group().replace('.', '')}"


def _in_full(match: re.Match[str]) -> str:
    begun = re.sub(r"^(-?)\.", r"\g<1>0.", match.group().lstrip("+"))
    whole = re.sub(r"\.(?=[eE]|$)", "", begun)
    return f"write  {whole}"


# The patterns are compiled when a text is refused, not when the program starts.
_MISTAKES: tuple[tuple[str, str, Remedy], ...] = (
    (r"[+-]?\.?(?:nan|inf|infinity)", "is not a finite number", "write a number, or  unknown  in a performance"),
    (
        r"n\.?/?a\.?|t\.?b\.?[ad]\.?|todo|none|null|open|[~?*–—-]+",
        "is not a number",
        "write a number, or  unknown  in a performance",
    ),
    (r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9]{2}(?:[t ].*)?)?", "is a date", _DAYS),
    (r"[0-9]{1,2}([./])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})", "is a date", _DAYS),
    (r"[0-9]+:[0-9:]+", "is a time, not a number", "write it in one unit, stated once at the criterion"),
    (r"(-?[0-9.]+)\s*(?:[–—…-]|to|bis|and)\s*(-?[0-9.]+)", "is not a number", _as_range),
    (r"[<>≤≥]=?\s*[0-9].*", "is not a number", "write only the number: the direction follows from the scale"),
    (r"-?[0-9]{1,3}(?:[\s,_'’][0-9]{3})+(?:\.[0-9]+)?", "has marks between its digits", _only_digits),
    (r"-?[0-9]{1,3}(?:[\s.'’][0-9]{3})+,[0-9]+", "has marks between its digits", _from_comma),
    (r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}", "has marks between its digits", _without_dots),
    (r"[0-9]+(?:\.[0-9]+){2,}", "is not a number", "write one decimal point"),
    (r"-?[0-9]+,[0-9]+", "has a decimal comma", _from_comma),
    (r"0[xob][0-9a-f]+", "is not a decimal number", "write it with the digits 0 … 9"),
    (r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?", "is not a number in full", _in_full),
    (r"-?[0-9][0-9.,]*\s*%", "has a % sign", _UNIT),
    (
        r"(?:~|≈|ca\.?|circa|about|approx\.?|around)\s*[0-9.]+",
        "is more than a number",
        "write the number, or a range",
    ),
    (
        r"-?[0-9][0-9.,]*\s*(?:(?-i:[kKM])|thousand|million|mio\.?|bn|billion)",
        "is shortened",
        "write all its digits",
    ),
    (r"[^\d\s]{1,4}\s*-?[0-9].*|-?[0-9][0-9.,]*\s*[^\d\s].*", "is more than a number", _UNIT),
)
