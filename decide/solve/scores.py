"""Who is ahead of whom in a block of draws, exactly: floats where they are exact or the gap is clear, integers else.

A score is a sum of weight × value in whole numbers. Where all of it stays below 2^53 floats hold it exactly, in any
order of the sum and so on any machine. Else weights and values lose their last bits, and a gap that the lost bits
could close is left open, for whole numbers to settle.
"""

from dataclasses import dataclass
from itertools import chain, combinations
from operator import mul
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from decide.solve.plan import GRID, Plan, Whole
from decide.solve.shares import drawn_shares
from decide.solve.streams import levels

EXACT_BITS = 53
UNSHARED = 1 << 17
"""As many products of one matrix product no BLAS shares out among threads, which are busy with blocks of their own."""
SHARE_BITS = (GRID - 1).bit_length()
_WEIGHT_BITS = 26
_NEAR_BITS = 16
Floats = NDArray[np.float64]


class Near(NamedTuple):
    """Two candidates whose difference the lost bits would hide, so that it is scored on its own."""

    one: int
    other: int
    difference: Floats
    slack: float


@dataclass(frozen=True, slots=True)
class Block:
    """What is drawn in a block: the shares, the weights of the leaves (None: the shares), and the levels of cells."""

    shares: Floats
    leaves: NDArray[np.int64] | None
    levels: tuple[NDArray[np.intp], ...]


class Scorer:
    """Scores the candidates of a plan, those with the same values all along once: ``kept`` are the first of each."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        drawn = {candidate for candidate, _, _ in plan.uncertain}
        alike: dict[tuple[Whole, int], list[int]] = {}
        for at, row in enumerate(plan.values):
            alike.setdefault((row, at if at in drawn else -1), []).append(at)
        self.groups = list(alike.values())
        self.kept = [group[0] for group in self.groups]
        self.corners = np.array(plan.corners, np.int64).T if plan.corners else None
        lows = [
            min(
                chain(
                    (row[leaf] for row in plan.values), *(plan.tables[t] for _, at, t in plan.uncertain if at == leaf)
                )
            )
            for leaf in range(len(plan.values[0]))
        ]
        self.values = [[value - low for value, low in zip(plan.values[at], lows, strict=True)] for at in self.kept]
        self.cells = [
            (self.kept.index(candidate), leaf, [value - lows[leaf] for value in plan.tables[table]])
            for candidate, leaf, table in plan.uncertain
        ]
        self._round()

    def _round(self) -> None:
        """Choose how many bits weights and values lose, and bound by how much that can move a gap."""
        plan, leaves = self.plan, len(self.values[0])
        total = GRID * (sum(plan.corners[0]) if plan.corners else 1)
        free = SHARE_BITS if plan.shares.columns == 1 else 0  # one column alone always has the whole share
        most = max(chain(*self.values, *(table for _, _, table in self.cells)))
        self.lost = max(min(free, total.bit_length() - 1), total.bit_length() - _WEIGHT_BITS)
        shift = 0
        if total.bit_length() + most.bit_length() <= EXACT_BITS:
            self.lost = 0
        else:
            shift = max(0, (total >> self.lost).bit_length() + most.bit_length() - EXACT_BITS)
        total >>= self.lost
        inexact = self.lost > free
        self.slack = float(_slack(total, most >> shift, leaves, inexact, shift > 0))
        near = self._near(shift) if shift else []
        self.near = []
        for one, other, gap in near:
            size = max(map(abs, gap)).bit_length()
            drop = max(0, total.bit_length() + size - EXACT_BITS)
            row = [entry >> drop for entry in gap]
            slack = _slack(total, max(map(abs, row)), leaves, inexact, drop > 0)
            self.near.append(Near(one, other, np.array(row, np.float64), float(slack)))
        self.rows = np.array([[value >> shift for value in row] for row in self.values], np.float64)
        self.tables = [
            (at, leaf, np.array([one >> shift for one in table], np.float64)) for at, leaf, table in self.cells
        ]
        for at, leaf, _ in self.cells:
            self.rows[at, leaf] = 0

    def _near(self, shift: int) -> list[tuple[int, int, list[int]]]:
        fixed = [at for at in range(len(self.values)) if at not in {cell[0] for cell in self.cells}]
        found = []
        for one, other in combinations(fixed, 2):
            gap = [mine - theirs for mine, theirs in zip(self.values[one], self.values[other], strict=True)]
            if max(map(abs, gap)).bit_length() < shift + _NEAR_BITS:
                found.append((one, other, gap))
        return found

    def draw(self, block: int) -> Block:
        """Return what is drawn in a block."""
        plan, size = self.plan, self.plan.size(block)
        shares = drawn_shares(plan.shares, plan.seed, block, size)
        leaves = None
        if self.corners is not None:
            leaves = self.corners @ shares.astype(np.int64)
        if (shares if leaves is None else leaves).min() < 0:
            raise ValueError("the rows allow weights below 0")
        return Block(shares, leaves, tuple(levels(plan.seed, block, at)[:size] for at in range(len(plan.uncertain))))

    def scores(self, drawn: Block) -> tuple[Floats, list[Floats]]:
        """Return the scores (kept × draws), and the gaps of those who are near each other (draws each)."""
        leaves = drawn.shares if drawn.leaves is None else drawn.leaves
        weights = (leaves.astype(np.int64) >> self.lost).astype(np.float64) if self.lost else leaves.astype(np.float64)
        scores = product(self.rows, weights)
        for (at, leaf, table), level in zip(self.tables, drawn.levels, strict=True):
            scores[at] += table.take(level) * weights[leaf]
        return scores, [product(near.difference[None], weights)[0] for near in self.near]

    def settled(self, drawn: Block, at: int) -> list[int]:
        """Return the exact scores of the kept ones in one draw of a block, in whole numbers."""
        weights = drawn.shares if drawn.leaves is None else drawn.leaves
        column = [int(weight) for weight in weights[:, at]]
        scores = [sum(map(mul, column, row)) for row in self.values]
        for (mine, leaf, table), level in zip(self.cells, drawn.levels, strict=True):
            scores[mine] += column[leaf] * (table[level[at]] - self.values[mine][leaf])
        return scores


def product(rows: Floats, columns: Floats) -> Floats:
    """Return the matrix product, in pieces that no BLAS shares out."""
    piece = max(1, UNSHARED // (rows.shape[0] * rows.shape[1]))
    if piece >= columns.shape[1]:
        return rows @ columns
    found = np.empty((len(rows), columns.shape[1]))
    for start in range(0, columns.shape[1], piece):
        np.matmul(rows, columns[:, start : start + piece], out=found[:, start : start + piece])
    return found


def _slack(total: int, most: int, leaves: int, inexact_weights: object, inexact_values: object) -> int:
    """Return the largest gap that lost bits can turn, in units of the scores.

    Each lost part is at least 0 and less than a unit, so the score loses less than the total of the weights (values),
    the sum of the values (weights), and one unit per leaf for both; and the gap of two scores no more than that.
    """
    lost = total * bool(inexact_values) + leaves * most * bool(inexact_weights)
    lost += leaves * bool(inexact_values and inexact_weights)
    return max(lost - 1, 0) if lost else 0
