"""With what probability each candidate takes each rank, exactly: shares of the volume of the possible weights.

Weights are uniform on the possible ones. The share in which a candidate is first is the volume of its facet of the
envelope (``envelope.py``), by Lawrence's formula (1991): a sum over the corners. One walk serves all candidates, as a
corner's terms for the candidates that meet there differ by one factor only. The first r places follow from the same
walk over all groups of r candidates, since the r best have the largest sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import comb, gcd, lcm
from operator import ge
from typing import Literal

from decide.solve.bound import Bound
from decide.solve.envelope import TooManyError, UnluckyError, corners
from decide.solve.needless import needless
from decide.solve.pieces import SMALL, least_corners, pieces
from decide.solve.program import Row
from decide.solve.region import Line, Region, region
from decide.solve.terms import Enclosed, Exact, Sums

Values = Sequence[Sequence[Fraction | int]]
Numbers = Literal["enclosed", "exact"]
Centres = Literal["with", "without"]

BUDGET = 20_000
"""Corners that are visited: one costs 30 … 300 µs."""
GROUPS = 300
"""Groups of candidates that are compared to find all ranks: so many as 10 candidates have."""
BITS = 256
"""Of the first try; twice as many if they are not enough."""
NEVER = Bound.point(0)


@dataclass(frozen=True, slots=True)
class FirstRanks:
    """How likely each candidate is first, and the mean of the weights at which it is; None for one that is never.

    A share is 0 from below and above if and only if it is 0. Candidates with the same value at all possible weights
    share what they have together. ``dimension`` is that of the possible weights, ``corners`` how many were visited.
    """

    shares: tuple[Bound, ...]
    centres: tuple[tuple[Bound, ...] | None, ...]
    dimension: int
    corners: int


def first_rank_shares(
    values: Values,
    rows: Sequence[Row] = (),
    *,
    inside: Sequence[Fraction] = (),
    numbers: Numbers = "enclosed",
    centres: Centres = "with",
    budget: int = BUDGET,
) -> FirstRanks | None:
    """Return the first-rank acceptability of each candidate and its central weights; None if that exceeds the budget.

    ``values``: one per candidate and column; ``rows``: each at least, or exactly, 0; ``inside``: weights thought to
    meet the rows with something to spare, which saves time. Enclosed numbers are at most 2⁻⁶⁴ wide, exact ones are
    points. Central weights are all None without ``centres``. ValueError if no weights meet the rows.
    """
    if not values:
        raise ValueError("there are no candidates")
    parts = _parts(len(values[0]), tuple(rows), tuple(inside))
    return _shares(parts, values, numbers, centres, budget)


def rank_shares(
    values: Values,
    rows: Sequence[Row] = (),
    *,
    inside: Sequence[Fraction] = (),
    numbers: Numbers = "exact",
    budget: int = BUDGET,
) -> tuple[tuple[Bound, ...], ...] | None:
    """Return for each candidate how likely each rank is; None if that exceeds the budget.

    As for ``first_rank_shares``, but enclosed chances are as much wider as there are groups to add up. Candidates that
    tie everywhere share the ranks that they take together equally, so that the chances of a candidate sum to 1, and
    those of a rank.
    """
    if not values:
        raise ValueError("there are no candidates")
    size = len(values)
    if comb(size, size // 2) > GROUPS:
        return None
    parts = _parts(len(values[0]), tuple(rows), tuple(inside))
    within = [[Bound.point(0)] * size]
    for places in range(1, size):
        groups = list(combinations(range(size), places))
        sums = [[sum(column) for column in zip(*(values[at] for at in group), strict=True)] for group in groups]
        found = _shares(parts, sums, numbers, "without", budget)
        if found is None:
            return None
        among: list[list[Bound]] = [[] for _ in range(size)]
        for group, share in zip(groups, found.shares, strict=True):
            for at in group:
                among[at].append(share)
        within.append([Bound.total(own) for own in among])
    within.append([Bound.point(1)] * size)
    return tuple(
        tuple(within[places][at].less(within[places - 1][at]) for places in range(1, size + 1)) for at in range(size)
    )


def _shares(
    parts: Sequence[Region], values: Values, numbers: Numbers, centres: Centres, budget: int
) -> FirstRanks | None:
    """Walk the envelope of those who are not beaten everywhere; again with other numbers, or more bits, if need be."""
    where = parts[0]  # all have the same columns
    groups = _groups(where, values)
    rivals = _undominated(list(groups))
    if least_corners(parts) > budget:
        return None
    seed, bits = 1, BITS
    while True:
        sums = Exact(where, len(rivals)) if numbers == "exact" else Enclosed(where, len(rivals), bits)
        try:
            positive, visited = _walk(parts, rivals, sums, centres, seed=seed, budget=budget)
        except UnluckyError:
            seed += 1
            continue
        except TooManyError:
            return None
        if (told := _told(sums, positive, centres)) is not None:
            break
        bits *= 2
    known = dict(zip((rivals[at] for at in positive), told, strict=True))
    by_candidate: dict[int, tuple[Bound, tuple[Bound, ...] | None]] = {}
    for line, members in groups.items():
        share, mean = known.get(line, (NEVER, None))
        centre = _spread(where, mean) if mean is not None else None
        by_candidate |= {at: (share.part(len(members)), centre) for at in members}
    answers = [by_candidate[at] for at in range(len(values))]
    return FirstRanks(
        tuple(share for share, _ in answers), tuple(centre for _, centre in answers), where.dimension, visited
    )


@lru_cache(4)  # the same weights are asked about again and again
def _parts(columns: int, rows: tuple[Row, ...], inside: tuple[Fraction, ...]) -> list[Region]:
    """Return the possible weights in parts, and with the limits, that have as few corners as is known."""
    where = region(columns, rows, inside)
    parts = pieces(where) if where.dimension >= SMALL else [where]
    return parts if len(parts) > 1 else [replace(where, idle=needless(where.rows))]


def _groups(where: Region, values: Values) -> dict[Line, list[int]]:
    """Return the candidates by what they are worth where weights are possible, in whole numbers of one unit."""
    seen = [where.seen(own) for own in values]
    unit = lcm(*(entry.denominator for line in seen for entry in line))
    whole = [[entry.numerator * (unit // entry.denominator) for entry in line] for line in seen]
    lowest = [min(column) for column in zip(*whole, strict=True)]  # who is first depends on differences only
    lines = [[entry - least for entry, least in zip(line, lowest, strict=True)] for line in whole]
    divisor = gcd(*(entry for line in lines for entry in line)) or 1
    groups: dict[Line, list[int]] = {}
    for at, line in enumerate(lines):
        groups.setdefault(tuple(entry // divisor for entry in line), []).append(at)
    return groups


def _undominated(lines: Sequence[Line]) -> list[Line]:
    """Return those whom nobody else equals or exceeds everywhere; lines are all different."""
    kept: list[Line] = []
    for line in sorted(lines, key=sum, reverse=True):
        if not any(all(map(ge, other, line)) for other in kept):
            kept.append(line)
    return kept


def _walk(
    parts: Sequence[Region], rivals: Sequence[Line], sums: Sums, centres: Centres, *, seed: int, budget: int
) -> tuple[list[int], int]:
    """Add up all corners; return who is first on a positive volume, and the number of corners.

    Within a part a candidate is first on no volume if and only if some other limit is met at each of its corners.
    """
    positive: set[int] = set()
    visited = 0
    for part in parts:
        first = len(part.rows)
        met = [-1] * len(rivals)
        for corner in corners(part, rivals, seed=seed, budget=budget - visited):
            visited += 1
            owners = [(edge, limit - first) for edge, limit in enumerate(corner.tight) if limit >= first]
            sums.add(corner, owners)
            if centres == "with":
                sums.add_moments(corner, owners)
            bits = corner.met()
            for _, candidate in owners:
                met[candidate] &= bits
        positive |= {at for at, bits in enumerate(met) if bits == 1 << first + at}
    return sorted(positive), visited


def _told(sums: Sums, positive: Sequence[int], centres: Centres) -> list[tuple[Bound, list[Bound] | None]] | None:
    """Return the share and centre of each who is first somewhere; None if they are not known well enough."""
    shares = sums.shares(positive)
    if shares is None or centres == "without":
        return None if shares is None else [(share, None) for share in shares]
    means = [sums.centre(at) for at in positive]
    return None if None in means else list(zip(shares, means, strict=True))


def _spread(where: Region, means: Sequence[Bound]) -> tuple[Bound, ...]:
    rest = iter(means)
    return tuple(next(rest) if scale else NEVER for scale in where.scales)
