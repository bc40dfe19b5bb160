"""Weights at which all candidates are ranked at once, to see how far up and down each comes without a search."""

from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from operator import mul

from decide.stress.case import Case, Vector
from decide.stress.joint import made_whole, whole_corners

MOST_PAIRS = 60
"""Up to so many corners, the means of two of them are looked at too."""
Whole = tuple[int, ...]


class Pool:
    """For each candidate the fewest ahead at its best, and the fewest not ahead at its worst, with the weights."""

    def __init__(self, case: Case) -> None:
        size = len(case.candidates)
        _, cells = made_whole([*case.lows, *case.highs])
        self.lows, self.highs = cells[:size], cells[size:]
        self.best: list[tuple[int, Whole]] = [(size, ())] * size
        self.worst: list[tuple[int, Whole]] = [(size, ())] * size
        for weights in _some(case):
            self.add(weights)

    def add(self, weights: Whole) -> None:
        """Rank all candidates at some weights, whole in whatever unit, and keep what nobody reached before."""
        size = len(self.lows)
        lows, highs = ([sum(map(mul, weights, row)) for row in rows] for rows in (self.lows, self.highs))
        low_order, high_order = sorted(lows), sorted(highs)
        for at in range(size):
            ahead = size - bisect_right(low_order, highs[at])
            if ahead < self.best[at][0]:
                self.best[at] = (ahead, weights)
            not_ahead = bisect_right(high_order, lows[at]) - (highs[at] <= lows[at])
            if not_ahead < self.worst[at][0]:
                self.worst[at] = (not_ahead, weights)


def _some(case: Case) -> Iterator[Whole]:
    """Yield the weights of today, and the corners with the means of two; else the mixed ones."""
    yield made_whole([case.weights])[1][0]
    if case.corners is None:
        yield from made_whole(weights for _, weights in case.possible.mixed)[1]
        return
    _, corners = whole_corners(case)
    yield from corners
    if len(corners) <= MOST_PAIRS:
        yield from (tuple(map(sum, zip(one, other, strict=True))) for one, other in combinations(corners, 2))


def shares(weights: Whole) -> Vector:
    """Return whole weights as weights that sum to 1."""
    total = sum(weights)
    return tuple(Fraction(weight, total) for weight in weights)
