"""Weights between rows, told as mixtures of a frame of points, so that a walk among them needs no equalities.

A frame has one point more than the set has dimensions. Every point of the set is a mixture of the frame in one way,
with shares that sum to 1 and may be negative; pairs of points of the frame are directions along which the set is long.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, log
from operator import mul

from decide.solve.plan import GRID, WALK, Shares, Whole, whole_corners, whole_row

FEWEST_SWEEPS = 16
Vector = tuple[Fraction, ...]


def spanning(extreme: Callable[[Vector], Vector], size: int) -> tuple[Vector, ...]:
    """Return a frame of a bounded set of weights; ``extreme`` returns a point of it where a direction is largest.

    Each direction that no other has yet told is asked for once to each side, and the farther end is taken. Where both
    ends are level the set has no extent that way.
    """
    first = extreme(tuple(Fraction(not at) for at in range(size)))
    points, known = [first], list[Vector]()
    for _ in range(size):
        direction = _orthogonal(known, size)
        reach = {point: abs(_dot(direction, point) - _dot(direction, first)) for point in _ends(extreme, direction)}
        far = max(reach, key=lambda point: reach[point])
        if reach[far]:
            points.append(far)
            known.append(tuple(there - here for there, here in zip(far, first, strict=True)))
        else:
            known.append(direction)
    return tuple(points)


def walking(points: Sequence[Vector], rows: Sequence[Sequence[Fraction | int]]) -> tuple[Shares, tuple[Whole, ...]]:
    """Return the shares and corners of a walk within a frame: weights that are not negative, with ``row · w >= 0``.

    The walk starts in the middle of the frame. Rows that hold exactly at all points of the frame say nothing within
    it. Rows and points are rounded as ``whole_row`` and ``whole_corners`` say. With one point there is nothing to draw.
    """
    corners = whole_corners(points)
    columns = len(points)
    if columns == 1:
        return Shares("simplex", 1), corners
    stated = [tuple(Fraction(entry) for entry in row) for row in rows]
    least = [tuple(Fraction(at == one) for at in range(len(points[0]))) for one in range(len(points[0]))]
    telling = [row for row in (*stated, *least) if any(_dot(row, point) for point in points)]
    within = dict.fromkeys(whole_row([_dot(row, corner) for corner in corners]) for row in telling)
    start = tuple(GRID // columns + (at < GRID % columns) for at in range(columns))
    return Shares(WALK, columns, rows=tuple(within), start=start, sweeps=enough_sweeps(columns)), corners


def enough_sweeps(columns: int) -> int:
    """Return after how many sweeps over all pairs of columns a walk is taken to have forgotten its start.

    At least as many moves as the R package hitandrun makes between two draws (Tervonen, van Valkenhoef, Basturk &
    Postmus 2013, EJOR 224:552-559), log(d + 1) / 4 · d^3 in d dimensions; and, since every walk here starts anew, 16
    sweeps. Its draws are the ends of walks of their own, so given the start they are independent: the effective number
    of draws is the number of draws.
    """
    dimension = columns - 1
    moves = log(dimension + 1) / 4 * dimension**3
    return max(FEWEST_SWEEPS, ceil(moves / (columns * dimension / 2)))


def _ends(extreme: Callable[[Vector], Vector], direction: Vector) -> list[Vector]:
    return [extreme(direction), extreme(tuple(-entry for entry in direction))]


def _orthogonal(known: Sequence[Vector], size: int) -> Vector:
    """Return a direction at right angles to all that are known, which are fewer than ``size`` and independent."""
    basis: list[Vector] = []
    for vector in (*known, *(tuple(Fraction(at == one) for at in range(size)) for one in range(size))):
        rest = vector
        for one in basis:
            share = _dot(rest, one) / _dot(one, one)
            rest = tuple(entry - share * other for entry, other in zip(rest, one, strict=True))
        if any(rest):
            basis.append(rest)
            if len(basis) > len(known):
                break
    return basis[-1]


def _dot(one: Sequence[Fraction | int], other: Sequence[Fraction | int]) -> Fraction:
    return sum(map(mul, one, other), Fraction(0))
