"""Possible weights that are boxes before they are made to sum to 1, cut into pieces with far fewer corners.

Where each weight may be off by a share, all ratios of two weights have a least, and many limits meet at each corner,
which costs as many corners as ways to take them apart: for k weights (2k − 2 choose k − 1). In the piece where one
weight is the closest to its upper end all others have a range against it, and the rest follows: k · 2^(k − 1) corners.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from operator import mul
from typing import NamedTuple

from decide.solve.region import Line, Region, interior, primitive

SMALL = 5
"""Up to so many columns the pieces have no fewer corners than the whole."""


class Box(NamedTuple):
    """The ends of each weight, in a unit that does not matter; and the rows that say something else."""

    lows: tuple[Fraction, ...]
    highs: tuple[Fraction, ...]
    others: tuple[Line, ...]


def pieces(whole: Region) -> list[Region]:
    """Return regions that make up the whole one and overlap in nothing; the whole one alone if it is no box.

    All have the same columns, and points inside of the same length, so that their volumes can be added.
    """
    box = _box(whole)
    if box is None:
        return [whole]
    found = [piece for column in range(len(box.highs)) for piece in _piece(whole, box, column)]
    lengths = [sum(map(mul, whole.total, piece.inside)) for piece in found]
    length = lcm(*lengths)
    return [
        replace(piece, inside=tuple(entry * (length // own) for entry in piece.inside))
        for piece, own in zip(found, lengths, strict=True)
    ]


def least_corners(parts: Sequence[Region]) -> int:
    """Return how many corners the pieces of a box have at least; 0 where that takes counting them."""
    simple = len(parts) > 1 and all(len(part.rows) == part.kept + 2 * part.dimension for part in parts)
    return sum(1 << part.dimension for part in parts) if simple else 0


def _box(whole: Region) -> Box | None:
    """Return the ends of a box if each ratio has a least, and these are quotients of lower and upper ends."""
    size = len(whole.total)
    ratios: dict[tuple[int, int], Fraction] = {}
    others = []
    for line in whole.rows[whole.kept :]:
        parts = [at for at, entry in enumerate(line) if entry]
        if len(parts) != 2:
            others.append(line)
            continue
        one, two = sorted(parts, key=lambda at: -line[at])
        least = Fraction(-line[two], line[one])
        ratios[one, two] = max(least, ratios.get((one, two), least))
    if size < 3 or len(ratios) < size * (size - 1):
        return None
    lows, highs = [Fraction(1)] * size, [Fraction(1)] * size
    for at in range(1, size):
        highs[at] = 1 / ratios[0, at]
    for at in range(1, size):
        lows[at] = ratios[at, 1 if at > 1 else 2] * highs[1 if at > 1 else 2]
    highs[0] = lows[1] / ratios[1, 0]
    if any(least * highs[two] != lows[one] for (one, two), least in ratios.items()):
        return None
    return Box(tuple(lows), tuple(highs), tuple(others))


def _piece(whole: Region, box: Box, top: int) -> Iterator[Region]:
    """Yield the piece in which one weight is the closest to its upper end, if it has a volume."""
    size, own, rows = len(box.highs), whole.rows[: whole.kept], []
    for at, (low, high) in enumerate(zip(box.lows, box.highs, strict=True)):
        if at != top:
            rows.append(_against(size, {top: high, at: -box.highs[top]}))
            rows.append(_against(size, {at: box.highs[top], top: -low}))
    middle = [(low + high) / 2 for low, high in zip(box.lows, box.highs, strict=True)]
    middle[top] = box.highs[top]
    limits = (*own, *rows, *box.others)
    point, spare = interior(size, limits, (), middle)
    if all(spare):
        # A range of ratios against one weight leaves none of them below 0.
        yield replace(whole, rows=limits, inside=primitive(point), idle=frozenset(range(len(own))))


def _against(size: int, entries: dict[int, Fraction]) -> Line:
    line: list[Fraction | int] = [0] * size
    for at, entry in entries.items():
        line[at] = entry
    return primitive(line)
