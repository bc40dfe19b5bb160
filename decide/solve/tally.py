"""Counts places, wins and weights block after block."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import numpy as np

from decide.solve.counts import Counts, sorted_places
from decide.solve.places import FEW, Gaps, Placed, by_pairs, by_sorting, sortable, summed_where
from decide.solve.plan import COUNTED, Plan
from decide.solve.scores import Block, Floats, Scorer

FREED = 1 << 24
"""The GNU allocator keeps for the next block what a block frees, up to the largest piece that was ever freed. Else it
hands all back to the system, and a third of the time goes into asking for it again, page by page."""


class Tally:
    """What is counted so far; twins are counted as one."""

    def __init__(self, plan: Plan) -> None:
        np.empty(FREED, np.uint8)  # made and freed: see FREED
        self.scorer = Scorer(plan)
        self.size = len(plan.values)
        self.many = np.array([len(group) for group in self.scorer.groups], np.intp)
        self.paired = plan.pairs == COUNTED
        self.draws = 0
        kept = len(self.many)
        self.alone = np.zeros((kept, self.size), np.int64)
        self.tied: Counter[tuple[int, int, int]] = Counter()
        self.wins = np.zeros((kept, kept), np.int64)
        self.sums = [[0] * plan.shares.columns for _ in range(kept)]

    def add(self, blocks: Iterable[int]) -> None:
        """Count some blocks."""
        exact = not self.scorer.slack and not self.scorer.near
        for block in blocks:
            drawn = self.scorer.draw(block)
            self.draws += drawn.shares.shape[1]
            scores, gaps = self.scorer.scores(drawn)
            near = list(zip(self.scorer.near, gaps, strict=True))
            placed = self._placed(scores, drawn.shares, near)
            self.alone += placed.alone
            self._sum(placed.sums)
            if placed.wins is not None:
                self.wins += placed.wins
            if exact:
                self._share(drawn.shares[:, placed.open], scores[:, placed.open])
            else:
                for at in placed.open.tolist():
                    self._settle(drawn, at)
                    if placed.wins is not None:
                        self._decide(drawn, scores, near, at)

    def counts(self) -> Counts:
        """Return what was counted."""
        groups = self.scorer.groups
        places: Counter[tuple[int, int, int]] = Counter()
        for at, (group, numbers) in enumerate(zip(groups, self.alone.tolist(), strict=True)):
            own = {(ahead, len(group)): number for ahead, number in enumerate(numbers)}
            for (who, ahead, level), number in self.tied.items():
                if who == at:
                    own[ahead, level] = own.get((ahead, level), 0) + number
            places.update({(one, *place): number for one in group for place, number in own.items()})
        home = dict(sorted((one, at) for at, group in enumerate(groups) for one in group))
        wins = self.wins.tolist()
        table = (
            tuple(tuple(wins[one][other] for other in home.values()) for one in home.values()) if self.paired else ()
        )
        return Counts(self.draws, sorted_places(places), table, tuple(tuple(self.sums[at]) for at in home.values()))

    def _placed(self, scores: Floats, shares: Floats, near: Gaps) -> Placed:
        slack = self.scorer.slack
        if self.paired or near or len(scores) <= FEW or not sortable(len(scores)):
            return by_pairs(scores, shares, self.many, slack, near)
        return by_sorting(scores, shares, self.many, slack)

    def _sum(self, added: Floats) -> None:
        for at, row in enumerate(added.tolist()):
            self.sums[at] = [have + int(more) for have, more in zip(self.sums[at], row, strict=True)]

    def _share(self, shares: Floats, scores: Floats) -> None:
        """Count draws whose scores are exact, with ties."""
        if not shares.shape[1]:
            return
        first = np.zeros(scores.shape)
        for at, score in enumerate(scores):
            ahead, level = self.many @ (scores > score), self.many @ (scores == score)
            first[at] = ahead == 0
            codes, numbers = np.unique(ahead * (self.size + 1) + level, return_counts=True)
            for code, number in zip(codes.tolist(), numbers.tolist(), strict=True):
                self.tied[at, code // (self.size + 1), code % (self.size + 1)] += number
        self._sum(summed_where(first, shares))

    def _settle(self, drawn: Block, draw: int) -> None:
        """Count the places of one draw in whole numbers."""
        scores, many = self.scorer.settled(drawn, draw), self.many.tolist()
        for at, score in enumerate(scores):
            ahead = sum(number for number, theirs in zip(many, scores, strict=True) if theirs > score)
            level = sum(number for number, theirs in zip(many, scores, strict=True) if theirs == score)
            self.tied[at, ahead, level] += 1
            if not ahead:
                own = drawn.shares[:, draw].tolist()
                self.sums[at] = [have + int(share) for have, share in zip(self.sums[at], own, strict=True)]

    def _decide(self, drawn: Block, scores: Floats, near: Gaps, draw: int) -> None:
        """Count who is ahead in the pairs of one draw that are not clear; the others are in the wins already."""
        exact = self.scorer.settled(drawn, draw)
        own = {(pair.one, pair.other): abs(gap[draw]) > pair.slack for pair, gap in near}
        for one, other in combinations(range(len(exact)), 2):
            if not own.get((one, other), abs(scores[one, draw] - scores[other, draw]) > self.scorer.slack):
                self.wins[one, other] += exact[one] > exact[other]
                self.wins[other, one] += exact[other] > exact[one]
