"""Texts → where their lines may break: not within a date, after the folders of a path, anywhere in an endless word."""

import re

_WHOLE, _LONGEST_PLACE = 12, 250
_LONG_WORD = re.compile(r"[^\s-]{33}")
_PLACE = re.compile(r"\S+/\S+\.ya?ml:[0-9]+")
_DATE = re.compile(r"([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)")


def breaking(text: str) -> str:
    """Return ``whole`` for a short text such as a range, ``anywhere`` for one with a word that fills a column."""
    if len(text) <= _WHOLE:
        return "whole" if "-" in text or "–" in text else ""
    return "anywhere" if _LONG_WORD.search(text) else ""


def steps(text: str) -> tuple[str, ...]:
    """Return folders and file of a place in a decision, between which the line may break; any other text as it is."""
    if len(text) > _LONGEST_PLACE or not _PLACE.fullmatch(text):
        return (text,)
    return tuple(re.findall(r"[^/]*/|[^/]+", text))


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the pieces of a text, and of each whether it is a date, which a browser would break at its hyphens."""
    if len(text) <= _WHOLE:
        return ((text, False),)
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(_DATE.split(text)) if piece)
