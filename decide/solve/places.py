"""Who has which place in a block of scores (candidates × draws): by pairs for few candidates, by sorting for many."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from decide.solve.scores import UNSHARED, Floats, Near

_WORD_BITS, _SCORE_BITS = 63, 53
FEW = 10
"""For how many candidates comparing all pairs is faster than sorting."""
Many = NDArray[np.intp]
Gaps = list[tuple[Near, Floats]]


class Placed(NamedTuple):
    """The places in a block, without the draws that are open: two scores in them are too near to tell who is ahead.

    ``alone``: how often each (row) has how many ahead of it; ``sums``: the shares summed where nobody is, candidates ×
    columns; ``wins``: how often each pair is clear, in open draws too (by sorting: None).
    """

    alone: NDArray[np.intp]
    sums: Floats
    wins: NDArray[np.int64] | None
    open: Many


def by_pairs(scores: Floats, shares: Floats, many: Many, slack: float, near: Gaps) -> Placed:
    """Compare every pair; ``many``: how many candidates each row stands for; ``slack``: the widest gap that is open."""
    size, kind = len(scores), _kind(many)
    ahead, wins = np.zeros(scores.shape, kind), np.zeros((size, size), np.int64)
    gaps = {(pair.one, pair.other): (gap, pair.slack) for pair, gap in near}
    for one in range(size):
        for other in range(one + 1, size):
            over, under = _compared(scores, one, other, slack, gaps)
            wins[one, other], wins[other, one] = np.count_nonzero(over), np.count_nonzero(under)
            ahead[other] += over if many[one] == 1 else over * kind(many[one])
            ahead[one] += under if many[other] == 1 else under * kind(many[other])
    unclear = np.zeros(scores.shape[1], np.bool_)
    for one, other in np.argwhere(np.triu(wins + wins.T < scores.shape[1], 1)):
        over, under = _compared(scores, one, other, slack, gaps)
        unclear |= ~(over | under)
    opened = np.flatnonzero(unclear)
    if len(opened):
        ahead, shares = np.delete(ahead, opened, axis=1), np.delete(shares, opened, axis=1)
    total = int(many.sum())
    if total <= FEW:
        alone = np.array([[np.count_nonzero(row == place) for place in range(total)] for row in ahead])
    else:
        alone = np.array([np.bincount(row, minlength=total) for row in ahead])
    return Placed(alone, summed_where((ahead == 0).astype(np.float64), shares), wins, opened)


def by_sorting(scores: Floats, shares: Floats, many: Many, slack: float) -> Placed:
    """Sort the scores of each draw, with the number of the candidate in their last bits."""
    size, total = len(scores), int(many.sum())
    bits = (size - 1).bit_length()
    keys = np.ascontiguousarray(scores.T).astype(np.int64)
    keys <<= bits
    keys |= np.arange(size)
    keys.sort(axis=1)
    keys = np.ascontiguousarray(keys.T[::-1])
    order = keys & ((1 << bits) - 1)
    keys >>= bits
    opened = np.flatnonzero((keys[:-1] - keys[1:] <= slack).any(axis=0))
    if len(opened):
        order, shares = np.delete(order, opened, axis=1), np.delete(shares, opened, axis=1)
    if total == size:
        alone = np.array([np.bincount(row, minlength=size) for row in order]).T
    else:
        before = np.cumsum(many[order], axis=0) - many[order]
        alone = np.bincount((order * total + before).ravel(), minlength=size * total).reshape(size, total)
    sums = np.array([np.bincount(order[0], weights=column, minlength=size) for column in shares])
    return Placed(alone, sums.T, None, opened)


def summed_where(first: Floats, shares: Floats) -> Floats:
    """Return the shares summed over the draws in which each is first (1, else 0), candidates × columns.

    They are whole numbers below 2^53, so the floats are exact in any order.
    """
    piece = max(1, UNSHARED // (len(first) * len(shares)))
    found = np.zeros((len(first), len(shares)))
    for start in range(0, shares.shape[1], piece):
        found += first[:, start : start + piece] @ shares[:, start : start + piece].T
    return found


def sortable(size: int) -> bool:
    """Return whether scores and the numbers of that many candidates go into one word together."""
    return (size - 1).bit_length() + _SCORE_BITS <= _WORD_BITS


def _compared(
    scores: Floats, one: int, other: int, slack: float, gaps: dict[tuple[int, int], tuple[Floats, float]]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    if (one, other) in gaps:
        gap, least = gaps[one, other]
        return gap > least, gap < -least
    if not slack:
        return scores[one] > scores[other], scores[one] < scores[other]
    gap = scores[one] - scores[other]
    return gap > slack, gap < -slack


def _kind(many: Many) -> type[np.uint8] | type[np.uint32]:
    return np.uint8 if many.sum() <= np.iinfo(np.uint8).max else np.uint32
