"""The possible weights as the checker of proofs cuts them: pieces of one volume each, and how much lies where.

Imports nothing of decide; ``plans.py`` stands beside it. Weights that keep an order have a piece for each order of
equals, which mixes the equal weights of the first, the first two, and so on; what else has rows is one piece.
"""

import runpy
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, permutations, product
from math import factorial, prod
from pathlib import Path
from typing import Any

PLANS = runpy.run_path(str(Path(__file__).with_name("plans.py")))
VOLUMES = PLANS["VOLUMES"]
BEYOND = VOLUMES["BeyondError"]
MOST_ORDERS, ZERO, ONE = 120, Fraction(0), Fraction(1)
Bound = tuple[Fraction, Fraction]


class Pieces:
    """The possible weights as sets of the same volume: mixtures of columns that meet rows."""

    def __init__(self, model: Any) -> None:
        self.budget, self.model = VOLUMES["Budget"](), model
        columns, rows = PLANS["possible"](model)
        ordered = PLANS["classes"](model)
        self.columns = [columns]
        if ordered is not None and prod(factorial(len(one)) for one in ordered) <= MOST_ORDERS:
            orders = product(*(permutations(one) for one in ordered))
            self.columns, rows = [_means(len(columns), [*chain(*order)]) for order in orders], []
        self.plain = not rows
        own = [(PLANS["whole"](row), exact) for row, exact in rows]
        self.sets = [VOLUMES["whole_set"](len(one), own, self.budget) for one in self.columns]
        self.volumes = [VOLUMES["volume"](one, self.budget) if rows else (ONE, ONE) for one in self.sets]

    def gain(self, at: int, direction: Sequence[Fraction]) -> tuple[int, ...]:
        """Return what a direction gains on each column of a piece, in whole numbers of some unit."""
        return tuple(PLANS["whole"]([self.model.dot(direction, column) for column in self.columns[at]]))

    def level(self, direction: Sequence[Fraction]) -> bool:
        """Return whether a direction is 0 under all possible weights."""
        return not any(any(own.heights(self.gain(at, direction))) for at, own in enumerate(self.sets))

    def regions(self, directions: Sequence[Sequence[Fraction]]) -> Iterator[tuple[int, Any]]:
        """Yield the part of each piece where no direction is below 0; nothing where it is flat."""
        for at, region in enumerate(self.sets):
            for direction in directions:
                region = region.cut(self.gain(at, direction), self.budget)  # noqa: PLW2901
            if region.corners and not region.flat():
                yield at, region

    def share(self, directions: Sequence[Sequence[Fraction]]) -> Bound:
        """Return between what lies the share of the possible weights at which no direction is below 0."""
        found = [self._part(at, region) for at, region in self.regions(directions)]
        return sum((low for low, _ in found), ZERO), sum((high for _, high in found), ZERO)

    def cells(self, directions: Sequence[Sequence[Fraction]]) -> Iterator[tuple[frozenset[int], Bound]]:
        """Yield which of the directions are below 0 and, between two ends, at what share of the possible weights."""
        for at, everything in enumerate(self.sets):
            waiting = [(everything, 0, frozenset[int]())]
            gains = [self.gain(at, direction) for direction in directions]
            while waiting:
                region, step, behind = waiting.pop()
                if step == len(gains):
                    yield behind, self._part(at, region)
                    continue
                turned = tuple(-gain for gain in gains[step])
                for row, then in ((gains[step], behind), (turned, behind | {step})):
                    half = region.cut(row, self.budget)
                    if half.corners and not half.flat():
                        waiting.append((half, step + 1, then))

    def _part(self, at: int, region: Any) -> Bound:
        """Return between what lies the share of a region in a piece, as a part of all pieces."""
        low = high = ONE
        if region is not self.sets[at]:
            volume, (least, most) = VOLUMES["volume"](region, self.budget), self.volumes[at]
            low, high = max(volume[0] / most, ZERO), min(volume[1] / least, ONE)
        return low / len(self.sets), high / len(self.sets)

    def central(self, directions: Sequence[Sequence[Fraction]]) -> list[Bound]:
        """Return between what lies the mean of the weights of each leaf at which no direction is below 0."""
        sums, total = [[ZERO, ZERO] for _ in self.model.leaves], [ZERO, ZERO]
        for at, region in self.regions(directions):
            volume, parts = (VOLUMES[name](region, self.budget) for name in ("volume", "moments"))
            for end in (0, 1):
                total[end] += volume[end]
                for leaf, own in enumerate(sums):
                    own[end] += sum(
                        (part[end] * one[leaf] for part, one in zip(parts, self.columns[at], strict=True)), ZERO
                    )
        return [(low / total[1], high / total[0]) for low, high in sums]


def _means(size: int, order: Sequence[int]) -> list[list[Fraction]]:
    """Return the corners of the weights that keep an order: the heaviest alone, the two heaviest alike, and so on."""
    tops = [order[:count] for count in range(1, size + 1)]
    return [[Fraction(at in top, len(top)) for at in range(size)] for top in tops]


def positive(gains: Sequence[int]) -> Fraction:
    """Return how likely a mixture of gains is above 0, its shares uniform: one gain and one loss more at a time.

    With the last gain x and loss y it is x times what it is without the loss, plus y times what it is without the gain,
    over their sum (Varsi 1973).
    """
    above, below = [one for one in gains if one > 0], [-one for one in gains if one <= 0]
    row = [ZERO] * (len(below) + 1)
    for gain in above:
        row[0] = ONE
        for at, loss in enumerate(below, 1):
            row[at] = (gain * row[at - 1] + loss * row[at]) / (gain + loss)
    return row[-1]
