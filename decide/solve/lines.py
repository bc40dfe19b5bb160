"""Straight lines over 0 … 1: who is on top where, and where neighbours cross, in whole numbers.

A line is (at, slope): its height at t is at + slope · t, all lines over one denominator. A place t is a fraction.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

Line = tuple[int, int]


def top_interval(lines: Sequence[Line], top: Sequence[int], here: Fraction) -> tuple[Fraction, Fraction]:
    """Return the closed interval around ``here`` in which all of ``top`` stay on top, within 0 … 1."""
    low, high = Fraction(0), Fraction(1)
    leader = lines[top[0]]
    for line in dict.fromkeys(lines):
        slope = line[1] - leader[1]
        gap = leader[0] - line[0]
        if slope > 0 and gap * high.denominator < slope * high.numerator:
            high = Fraction(gap, slope)
        elif slope < 0 and gap * low.denominator < slope * low.numerator:
            low = Fraction(gap, slope)
    if any(lines[one] != leader for one in top):
        return here, here
    return low, high


def order_interval(
    lines: Sequence[Line], here: Fraction
) -> tuple[Fraction, Fraction, tuple[int, ...], tuple[int, ...]]:
    """Return the closed interval around ``here`` in which no order of two turns, and who meets at its ends.

    Those who tie at ``here`` and are not the same line make it the one point. The order first turns between
    neighbours, so only they are looked at.
    """
    height = [line[0] * here.denominator + line[1] * here.numerator for line in lines]
    ordered = sorted(range(len(lines)), key=lambda one: (height[one], lines[one]), reverse=True)
    low, high = Fraction(0), Fraction(1)
    at_low: tuple[int, ...] = ()
    at_high: tuple[int, ...] = ()
    for one, other in pairwise(ordered):
        gap, slope = lines[one][0] - lines[other][0], lines[other][1] - lines[one][1]
        if slope > 0 and gap * high.denominator < slope * high.numerator:
            high, at_high = Fraction(gap, slope), (one, other)
        elif slope < 0 and gap * low.denominator < slope * low.numerator:
            low, at_low = Fraction(gap, slope), (one, other)
        if height[one] == height[other] and slope:
            return here, here, (one, other), (one, other)
    return low, high, at_low, at_high


def tops(lines: Sequence[Line]) -> list[tuple[Fraction, Line]]:
    """Return the upper envelope on 0 … 1: each line on top, and from where on; the first from 0.

    The lines sorted by slope, a line dropped when the next one overtakes it no later than it overtook the one before
    (Andrew's monotone chain on the dual points).
    """
    best: dict[int, int] = {}
    for at, slope in lines:
        best[slope] = max(at, best.get(slope, at))
    kept: list[tuple[int, int, Line]] = []  # on top from gap / rise on
    for slope in sorted(best):
        line, since = (best[slope], slope), (0, 1)
        while kept:
            gap, rise = kept[-1][2][0] - line[0], slope - kept[-1][2][1]
            if gap * kept[-1][1] > kept[-1][0] * rise:
                since = (gap, rise)
                break
            kept.pop()
        kept.append((*since, line))
    changes = [(Fraction(gap, rise), line) for gap, rise, line in kept]
    return [(place, line) for place, line in changes if place < 1]
