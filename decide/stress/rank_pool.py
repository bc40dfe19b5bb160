"""Weights at which all candidates are ranked at once, to see how far up and down each comes without a search."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations
from operator import mul

from decide.stress.case import Case
from decide.stress.whole import primitive

MOST_PAIRS = 60
"""Up to so many corners, the means of two of them are looked at too."""
Whole = tuple[int, ...]


class Pool:
    """For each candidate the fewest ahead at its best, and the fewest not ahead at its worst, with the weights."""

    def __init__(self, case: Case) -> None:
        size = len(case.candidates)
        _, self.lows, _, self.highs = case.whole_ends
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
    yield primitive(case.weights)
    if case.corners is None:
        yield from (primitive(weights) for _, weights in case.possible.mixed)
        return
    corners = case.whole_corners
    yield from corners
    if len(corners) <= MOST_PAIRS:
        sizes = [sum(corner) for corner in corners]
        for (one, mine), (other, theirs) in combinations(zip(corners, sizes, strict=True), 2):
            yield tuple(theirs * part + mine * more for part, more in zip(one, other, strict=True))
