"""Keys → ids: one spelling for every name."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_OTHER = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?\Z")
_MOST_LETTERS = 100
_MOST_LISTED = 24


def slug(name: str) -> str:
    """Return the id of a name: NFC, lower case, every run of other than letters and digits one hyphen."""
    if name.isascii() and name.isalnum() and name.islower():
        return name
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).lower())
    return _OTHER.sub("-", lowered).strip("-")


def unfit(identifier: str) -> str:
    """Return why a slug cannot be an id, or nothing."""
    if not any(character.isalpha() for character in identifier):
        return "an id needs a letter"
    if _NUMBER.match(identifier):
        return "an id may not read as a number"
    return ""


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like ``word``, whatever its case; empty when none is alike."""
    if len(word) > _MOST_LETTERS:
        return ""
    folded: dict[str, str] = {}
    for one in known:
        folded.setdefault(one.casefold(), one)
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def nearest(word: str, known: list[str]) -> str:
    """Return a hint that names the known word most like ``word``, or that lists the few that there are."""
    close = closest(word, known)
    if close:
        return f"did you mean  {close}  ?"
    return f"known here: {', '.join(known)}" if 0 < len(known) <= _MOST_LISTED else ""
