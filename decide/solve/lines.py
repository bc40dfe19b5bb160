"""Straight lines over 0 … 1: who is on top where, and where neighbours cross, in whole numbers.

A line is (at, slope): its height at t is at + slope · t, all lines over one denominator. A place t is a fraction.
"""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, groupby, pairwise

Line = tuple[int, int]


def top_interval(lines: Sequence[Line], top: Sequence[int], here: Fraction) -> tuple[Fraction, Fraction]:
    """Return the closed interval around ``here`` in which all of ``top`` stay on top, within 0 … 1."""
    leader = lines[top[0]]
    if any(lines[one] != leader for one in top):
        return here, here
    start, steep = leader
    (low, below), (high, above) = (0, 1), (1, 1)  # as numerators and denominators
    for at, own in lines:
        slope = own - steep
        if slope > 0:
            if (start - at) * above < slope * high:
                high, above = start - at, slope
        elif slope and (at - start) * below > -slope * low:
            low, below = at - start, -slope
    return Fraction(low, below), Fraction(high, above)


def order_interval(
    lines: Sequence[Line], here: Fraction
) -> tuple[Fraction, Fraction, tuple[int, ...], tuple[int, ...]]:
    """Return the closed interval around ``here`` in which no order of two turns, and who meets at its ends.

    Those who tie at ``here`` and are not the same line make it the one point. The order first turns between
    neighbours, so only they are looked at.
    """
    whole, parts = here.denominator, here.numerator
    height = [at * whole + slope * parts for at, slope in lines]
    ordered = sorted(range(len(lines)), key=height.__getitem__, reverse=True)
    if len(set(height)) < len(lines):
        ordered.sort(key=lambda one: (height[one], lines[one]), reverse=True)
    (low, below), (high, above) = (0, 1), (1, 1)
    at_low: tuple[int, ...] = ()
    at_high: tuple[int, ...] = ()
    for one, other in pairwise(ordered):
        (at, own), (their, theirs) = lines[one], lines[other]
        gap, slope = at - their, theirs - own
        if slope > 0:
            if gap * above < slope * high:
                high, above, at_high = gap, slope, (one, other)
        elif slope and -gap * below > -slope * low:
            low, below, at_low = -gap, -slope, (one, other)
        if slope and height[one] == height[other]:
            return here, here, (one, other), (one, other)
    return Fraction(low, below), Fraction(high, above), at_low, at_high


def tops(lines: Sequence[Line]) -> list[tuple[Fraction, Line]]:
    """Return the upper envelope on 0 … 1: each line on top, and from where on; the first from 0.

    Only lines that no other is above at both ends are looked at, from the highest at 0 on, which is by slope; a line is
    dropped when the next one overtakes it no later than it overtook the one before (Andrew's monotone chain on the dual
    points).
    """
    kept: list[tuple[int, int, Line]] = []  # on top from gap / rise on
    highest: int | None = None
    for line in sorted(lines, reverse=True):
        at, slope = line
        if highest is not None and at + slope <= highest:
            continue
        highest, since = at + slope, (0, 1)
        while kept:
            gap, rise = kept[-1][2][0] - at, slope - kept[-1][2][1]
            if gap * kept[-1][1] > kept[-1][0] * rise:
                since = (gap, rise)
                break
            kept.pop()
        kept.append((*since, line))
    return [(Fraction(gap, rise), line) for gap, rise, line in kept]


def turns(lines: Sequence[Line]) -> list[tuple[Fraction, int, int, int]]:
    """Return all places between 0 and 1 at which two lines cross: where, which rises above which, and at what rank.

    The rank is 1 and as many as are higher there. They are in the order of the places, then of the ranks.
    """
    found = []
    for (one, (at, own)), (other, (their, theirs)) in combinations(enumerate(lines), 2):
        start, end = at - their, at + own - their - theirs
        if (start < 0 < end) or (end < 0 < start):
            found.append((abs(start), abs(own - theirs), *((one, other) if end > 0 else (other, one))))
    bits = 2 * max((rise for _, rise, _, _ in found), default=1).bit_length()
    # two places differ by more than 1 in so many bits
    found.sort(key=lambda turn: (turn[0] << bits) // turn[1])
    ordered = sorted(range(len(lines)), key=lambda one: lines[one], reverse=True)
    place = {one: at for at, one in enumerate(ordered)}
    told: list[tuple[Fraction, int, int, int]] = []
    for _, group in groupby(found, key=lambda turn: (turn[0] << bits) // turn[1]):
        told += _turned(list(group), lines, place)
    return told


def _turned(
    group: list[tuple[int, int, int, int]], lines: Sequence[Line], place: dict[int, int]
) -> list[tuple[Fraction, int, int, int]]:
    """Return who turns at one place, with the rank, and put them in the order that they have after it."""
    at = Fraction(group[0][0], group[0][1])
    best: dict[int, int] = {}
    for _, _, upper, lower in group:  # whoever meets stands together, and the highest of them meets the others
        for one, other in ((upper, lower), (lower, upper)):
            best[one] = min(best.get(one, place[one]), place[other])
    ranks = [(1 + min(best[upper], best[lower]), upper, lower) for _, _, upper, lower in group]
    whole, parts = at.denominator, at.numerator
    members = sorted(best, key=lambda one: (lines[one][0] * whole + lines[one][1] * parts, lines[one][1]), reverse=True)
    place.update(zip(members, sorted(place[one] for one in best), strict=True))
    return [(at, upper, lower, rank) for rank, upper, lower in sorted(ranks)]


def count_turns(lines: Sequence[Line]) -> int:
    """Return how often two lines cross between 0 and 1: the pairs whose order is another at the end."""
    count, ends = 0, list[int]()
    for at, slope in sorted(lines, reverse=True):
        below = bisect_left(ends, at + slope)
        count += below
        ends.insert(below, at + slope)
    return count
