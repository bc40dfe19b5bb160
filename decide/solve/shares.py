"""Shares of the columns for a block of draws, in whole numbers: spacings, spacings in an order, ends of walks."""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import combinations, count, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from decide.solve.plan import BLOCK, GRID, ORDER, WALK, Shares, Whole
from decide.solve.streams import PILOT, WEIGHTS, cuts, words

PILOT_BLOCKS, FEWEST = 2, 100
FEW_ENTRIES = 3
_SPACING_BITS, _WORD_BITS = 25, 32
_LONGEST, _WORD = 1 << 31, 1 << 62
WALKS_KEPT = 8
"""Blocks of walks that are kept, as the same weights are drawn with and without performances."""
Rows = list[NDArray[Any]]
Drawn = NDArray[np.float64]


def drawn_shares(shares: Shares, seed: str, block: int, size: int) -> Drawn:
    """Return the first ``size`` draws of a block: whole numbers, columns × draws, each draw summing to ``GRID``."""
    if shares.way == WALK:
        return _walked(shares, seed, block)[:, :size]
    if not shares.rows:
        return _proposed(shares, seed, WEIGHTS, block, 0)[:, :size]
    found: list[Drawn] = []
    for part in count():
        found.append(_kept(shares.rows, _proposed(shares, seed, WEIGHTS, block, part)))
        if sum(one.shape[1] for one in found) >= size:
            break
    return np.concatenate(found, axis=1)[:, :size]


def bounded(
    shares: Shares, seed: str, walk: Callable[[], tuple[Shares, tuple[Whole, ...]]]
) -> tuple[Shares, tuple[Whole, ...]]:
    """Return the shares (and no corners) if at least 1 % of a pilot meet their rows, else what ``walk`` returns.

    The pilot has streams of its own, so that what is counted later does not depend on what it showed.
    """
    proposed = [_proposed(shares, seed, PILOT, block, 0) for block in range(PILOT_BLOCKS)]
    met = sum(_kept(shares.rows, one).shape[1] for one in proposed)
    return (shares, ()) if met * FEWEST >= PILOT_BLOCKS * BLOCK else walk()


def _proposed(shares: Shares, seed: str, kind: bytes, block: int, part: int) -> Drawn:
    edges = _sorted(list(cuts(seed, kind, block, part, shares.columns - 1)))
    found: Rows = [after - before for before, after in pairwise(edges)]
    if not edges:
        return np.full((1, BLOCK), float(GRID))
    found = [edges[0], *found, np.uint32(GRID) - edges[-1]]
    if shares.way == ORDER:
        found = _ordered(found, shares.classes)
    return np.array(found, np.float64)


def _sorted(rows: Rows) -> Rows:
    """Return the rows, which are overwritten, so that every draw ascends from row to row."""
    rows = list(rows)
    spare = np.empty_like(rows[0]) if rows else np.empty(0)
    for low, high in _network(len(rows)):
        np.minimum(rows[low], rows[high], out=spare)
        np.maximum(rows[low], rows[high], out=rows[high])
        rows[low], spare = spare, rows[low]
    return rows


@cache
def _network(size: int) -> tuple[tuple[int, int], ...]:
    """Return the comparisons that sort (Batcher 1968, odd-even merge; Knuth, volume 3, algorithm 5.2.2M)."""
    pairs = []
    top = 1 << max(size - 1, 0).bit_length() >> 1
    span = top
    while span:
        step, skip, width = top, 0, span
        while True:
            pairs += [(at, at + width) for at in range(size - width) if at & span == skip]
            if step == span:
                break
            width, step, skip = step - span, step >> 1, span
        span >>= 1
    return tuple(pairs)


def _ordered(spacings: Rows, classes: tuple[Whole, ...]) -> Rows:
    """Give the largest spacings to the first class, in their own order, the next ones to the second, and so on."""
    size = len(spacings)
    bits = (size - 1).bit_length()
    kind: Any = np.uint32 if bits + _SPACING_BITS <= _WORD_BITS else np.uint64
    last = (1 << bits) - 1
    keys = [(row.astype(kind) << kind(bits)) | kind(last - at) for at, row in enumerate(spacings)]
    falling = _sorted(keys)[::-1]
    found: Rows = [spacings[0]] * size
    for members in classes:
        mine, falling = falling[: len(members)], falling[len(members) :]
        if len(members) > 1:
            turned = [((kind(last) - (key & kind(last))) << kind(_SPACING_BITS)) | (key >> kind(bits)) for key in mine]
            mine = [key & kind((1 << _SPACING_BITS) - 1) for key in _sorted(turned)]
        else:
            mine = [key >> kind(bits) for key in mine]
        for member, row in zip(members, mine, strict=True):
            found[member] = row
    return found


def _kept(rows: tuple[Whole, ...], drawn: Drawn) -> Drawn:
    """Return the draws that meet all rows; the sums are whole numbers below 2^53, so exact in any order."""
    for row in rows:
        drawn = drawn[:, np.array(row, np.float64) @ drawn >= 0]
    return drawn


@lru_cache(WALKS_KEPT)
def _walked(shares: Shares, seed: str, block: int) -> Drawn:
    """Return where the walks end, all walks of a block moved together and along the same pairs.

    A move between two columns draws the place uniformly among all that the rows allow there, which leaves the uniform
    distribution as it is (Gibbs sampling; Smith 1984); given the pairs, the walks are independent of one another.
    """
    rows = np.array(shares.rows, np.int64)
    ends = np.repeat(np.array(shares.start, np.int64)[:, None], BLOCK, axis=1)
    slacks = _Slacks(rows, ends)
    pairs = list(combinations(range(shares.columns), 2))
    reach, limit = max(map(abs, shares.start)), min(_LONGEST, _WORD // int(np.abs(rows).sum(axis=1).max()))
    for move in range(shares.sweeps * len(pairs)):
        more, less = pairs[move % len(pairs)]
        change = rows[:, more] - rows[:, less]
        up = _room(slacks, change, -1)
        down = _room(slacks, change, 1)
        length = up + down + 1
        if reach + int(length.max()) >= limit:
            raise ValueError("the columns are too close together for what the rows allow")
        step = ((words(seed, block, move) * length) >> 32) - down
        ends[more] += step
        ends[less] -= step
        reach = max(reach, int(np.abs(ends[more]).max()), int(np.abs(ends[less]).max()))
        slacks.move(change, step)
    found: Drawn = ends.astype(np.float64)
    found.flags.writeable = False
    return found


class _Slacks:
    """What each walk has left of each row: kept, or reckoned anew where rows have so few entries that it is faster."""

    def __init__(self, rows: NDArray[np.int64], ends: NDArray[np.int64]) -> None:
        self.rows, self.ends = rows, ends
        self.entries = [[(int(at), int(row[at])) for at in np.flatnonzero(row)] for row in rows]
        short = max(map(len, self.entries)) <= FEW_ENTRIES
        self.kept = None if short else rows @ ends

    def __getitem__(self, at: int) -> NDArray[np.int64]:
        if self.kept is not None:
            found: NDArray[np.int64] = self.kept[at]
            return found
        (column, entry), *others = self.entries[at]
        total: NDArray[np.int64] = entry * self.ends[column]
        for column, entry in others:
            total += entry * self.ends[column]
        return total

    def move(self, change: NDArray[np.int64], step: NDArray[np.int64]) -> None:
        """Note that walks went so many steps along a change of the rows."""
        if self.kept is not None:
            for at in np.flatnonzero(change):
                self.kept[at] += change[at] * step


def _room(slacks: "_Slacks", change: NDArray[np.int64], sign: int) -> NDArray[np.int64]:
    """Return how many units each walk can go before a row with changes of this sign is used up."""
    room: NDArray[np.int64] | None = None
    for at in np.flatnonzero(change * sign > 0):
        own = slacks[int(at)] // (int(change[at]) * sign)
        room = own if room is None else np.minimum(room, own, out=room)
    if room is None:
        raise ValueError("the rows do not bound the walk")
    return room
