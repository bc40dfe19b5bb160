"""Numbers that are not known yet, as the checker of proofs reckons with them: one in closed form, sums on a grid.

Imports nothing of decide. A part is a list of atoms with shares, or a number with knots: even from its low to its high,
or peaked between them. What is expected of such a number follows from divided differences over its knots (it is a
B-spline of order 1 or 2; Curry and Schoenberg 1966). docs/testing.md says what the grid is.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from math import lcm, prod
from typing import Any, NamedTuple

STEP, BITS = 1 << 20, 56
ONE, ZERO, SIZES = 1 << BITS, Fraction(0), (128, 512, 2048)
Ends = tuple[Fraction, Fraction]
Masses = tuple[int, list[int]]
"""A point of the grid, and the chances of it and of those that follow, in parts of ``ONE``."""


class Atoms(NamedTuple):
    """One of several numbers, rising, each with its chance."""

    parts: tuple[tuple[Fraction, Fraction], ...]


class Uniform(NamedTuple):
    """A number from ``low`` to ``high``, all alike."""

    low: Fraction
    high: Fraction


class Triangular(NamedTuple):
    """A number from ``low`` to ``high``, likeliest at its peak."""

    low: Fraction
    peak: Fraction
    high: Fraction


Part = Any
"""An ``Atoms``, a ``Uniform`` or a ``Triangular``; the order of parts is that of their texts."""


def knots(part: Part) -> list[Fraction]:
    """Return the numbers that say where a part lies, rising."""
    return [one for one, _ in part[0]] if isinstance(part, Atoms) else list(part)


def mapped(part: Part, change: Callable[[Fraction], Fraction]) -> Part:
    """Return a part whose numbers are changed, all in the same order."""
    if isinstance(part, Atoms):
        return Atoms(tuple((change(one), share) for one, share in part.parts))
    return type(part)(*map(change, part))


def mean(part: Part) -> Fraction:
    """Return what is expected of a part."""
    if isinstance(part, Atoms):
        return sum((one * share for one, share in part.parts), ZERO)
    return sum(part, ZERO) / len(part)


def levels(values: Sequence[Fraction], peak: int | None) -> Part:
    """Return one of several levels, alike or with chances that fall evenly from a peak; equal values are one."""
    size, found = len(values), dict.fromkeys(sorted(values), ZERO)
    for at, value in enumerate(values):
        rising = peak is None or at <= peak
        whole = 1 if peak is None else peak + 1 if rising else size - peak
        found[value] += Fraction(1 if peak is None else at + 1 if rising else size - at, whole)
    return Atoms(tuple((value, share / sum(found.values())) for value, share in found.items()))


def _terms(part: Part) -> tuple[int, int, list[tuple[Any, int, int]]]:
    """Return power, denominator and (knot, weight, slope): sums of powers of what is above a bar at the knots.

    E f(m)(x) / m! is the divided difference of f over m + 1 knots; where two fall together it takes the slope there.
    """
    if isinstance(part, Atoms):
        unit = lcm(*(share.denominator for _, share in part.parts))
        return 0, unit, [(one, int(share * unit), 0) for one, share in part.parts]
    low, *middle, high = part
    span = high - low
    if not middle:
        return 1, span, [(low, -1, 0), (high, 1, 0)]
    left, right = middle[0] - low, high - middle[0]
    if left and right:
        return 2, span * left * right, [(low, right, 0), (middle[0], -span, 0), (high, left, 0)]
    if right:
        return 2, span**2, [(low, -1, -span), (high, 1, 0)]
    return 2, span**2, [(low, 1, 0), (high, -1, span)]


def _tail(part: Part, more: int, *, closed: int = 0) -> tuple[Any, Callable[[Any], Any]]:
    """Return a denominator and a function of the bar: with ``more`` 1 E max(x - bar, 0), with 0 the chance above it.

    ``closed``: 1 if the bar itself counts as above, which matters for atoms only.
    """
    power, unit, terms = _terms(part)
    power += more

    def above(bar: Any) -> Any:
        total = 0
        for knot, weight, slope in terms:
            over = knot - bar
            if over > 0 or (closed and not over and not power):
                total += weight * over**power + (slope * power * over ** (power - 1) if slope else 0)
        return total

    return unit * (power if more else 1), above


def excess(part: Part, bar: Fraction) -> Fraction:
    """Return what is expected of the part of a number that is above a bar."""
    unit, above = _tail(part, 1)
    return Fraction(above(bar)) / Fraction(unit)


def chance(part: Part, bar: Fraction, side: str) -> Fraction:
    """Return the chance to be ``above`` a bar, or ``below`` it."""
    unit, above = _tail(part, 0, closed=int(side == "below"))
    share = Fraction(above(bar)) / Fraction(unit)
    return share if side == "above" else 1 - share


def _whole(part: Part, step: Fraction) -> Part:
    """Return a part in whole numbers, ``STEP`` to a step; what has no width left is an atom."""
    found = mapped(part, lambda one: Fraction(one * STEP // step))
    if isinstance(part, Atoms):
        return Atoms(tuple((int(one), share) for one, share in found.parts))  # type: ignore[misc]
    ends = tuple(map(int, found))
    return type(part)(*ends) if ends[0] < ends[-1] else Atoms(((ends[0], Fraction(1)),))  # type: ignore[arg-type]


def _topped(start: int, chances: list[int]) -> Masses:
    """Return chances that sum to one: the likeliest, the first of several, gets what rounding down has lost."""
    chances[chances.index(max(chances))] += ONE - sum(chances)
    return start, chances


def _shared(part: Part, step: Fraction) -> Masses:
    """Return a part shared between the two points of the grid around it."""
    own = _whole(part, step)
    ends = knots(own)
    first, last = int(ends[0] // STEP), int(-(-ends[-1] // STEP))
    unit, above = _tail(own, 1)
    heights = [above(place * STEP) for place in range(first - 1, last + 2)]
    bends = [heights[at - 1] - 2 * heights[at] + heights[at + 1] for at in range(1, len(heights) - 1)]
    return _topped(first, [bend * ONE // (unit * STEP) for bend in bends])


def _floored(part: Part, step: Fraction) -> Masses:
    """Return a part moved down to the grid."""
    own = _whole(part, step)
    ends = knots(own)
    first, last = int(ends[0] // STEP), int(ends[-1] // STEP)
    unit, reached = _tail(own, 0, closed=1)
    heights = [reached(place * STEP) for place in range(first, last + 2)]
    return _topped(first, [(here - after) * ONE // unit for here, after in pairwise(heights)])


def _largest(masses: Masses) -> int:
    """Return the largest chance of two neighbours."""
    return max(map(sum, pairwise([*masses[1], 0])))


def _added(one: Masses, other: Masses) -> Masses:
    """Return the sum of two: the chances stand in one long number each, 32 digits of base 16 apart."""
    long = [int("".join(f"{own:032x}" for own in reversed(chances)), 16) for _, chances in (one, other)]
    size = len(one[1]) + len(other[1]) - 1
    text = f"{prod(long):0{32 * size}x}"
    parts = [int(text[at - 32 : at], 16) >> BITS for at in range(len(text), len(text) - 32 * size, -32)]
    return _topped(one[0] + other[0], parts)


def _order(masses: Masses) -> tuple[int, int, list[int]]:
    return _largest(masses), *masses


def _up_to(masses: Masses) -> Callable[[int], int]:
    """Return the function that says how likely a sum is at most at a point."""
    start, chances = masses
    sums = [0]
    for own in chances:
        sums.append(sums[-1] + own)
    return lambda place: sums[min(max(place - start + 1, 0), len(chances))]


def _set(sums: Iterable[Sequence[Part]], bar: Fraction | None) -> list[list[Part]]:
    """Return sums less the bar, so that it stands at zero: their first part, in the order of their texts, bears it."""
    ordered = [sorted(one, key=repr) for one in sums]
    return [[mapped(own, lambda at: at - (bar or 0)) for own in one[:1]] + one[1:] for one in ordered]


def _step(sums: Iterable[Sequence[Part]], size: int) -> Fraction:
    widest = max(sum((knots(own)[-1] - knots(own)[0] for own in one), ZERO) for one in sums)
    return (widest or Fraction(1)) / size


def worth(sums: Sequence[Sequence[Part]], bar: Fraction | None) -> Ends:
    """Return what it is worth at least and at most to know these sums before the largest of them, or the bar, is taken.

    A part that is shared has the same mean, so the expected largest, convex in each part, is not less; and by less than
    a quarter of a step times the chance that the part, or those that are added up already, is within a step of a place.
    """
    least = most = ZERO
    for size in SIZES:
        step, off, totals = _step(sums, size), 0, []
        for one in _set(sums, bar):
            first, *rest = sorted((_shared(own, step) for own in one), key=_order)
            off += _largest(first)
            for own in rest:
                off += min(_largest(first), _largest(own))
                first = _added(first, own)
            totals.append(first)
        room = step * sum(map(len, sums)) * 4 / STEP
        known = max([sum(map(mean, one)) for one in sums] + ([] if bar is None else [bar]))
        upper = step * _largest_expected(totals, bar) + (bar or 0) - known + room
        least, most = max(upper - step * Fraction(off, 4 * ONE) - 2 * room, ZERO), max(upper, ZERO)
        if most - least <= max(Fraction(1, 200), most / 50):
            break
    return least, most


def _largest_expected(sums: Sequence[Masses], bar: Fraction | None) -> Fraction:
    """Return what is expected of the largest, in steps: the highest point less the chances to be at most at each."""
    low = max([start for start, _ in sums] + ([] if bar is None else [0]))
    high = max(low, *(start + len(chances) - 1 for start, chances in sums))
    tails = [_up_to(one) for one in sums]
    return high - Fraction(sum(prod(tail(place) for tail in tails) for place in range(low, high)), ONE ** len(sums))


def chance_of_another(choice: Sequence[Part], rivals: Sequence[Sequence[Part]], bar: Fraction | None) -> Ends:
    """Return how likely, at least and at most, a rival or the bar turns out above the choice (the bar, if empty).

    Parts are moved down by less than a step each, and sums by less than one more for what rounding takes.
    """
    least, most = ZERO, Fraction(1)
    for size in SIZES:
        step = _step([choice, *rivals], size)
        own, *others = [_gathered(one, step) for one in (*_set([choice], bar), *_set(rivals, bar))]
        tails = [(_up_to(one), len(parts) + 1) for one, parts in zip(others, rivals, strict=True)]
        maybe = surely = 0
        for place, share in enumerate(own[1], own[0]):
            if bar is None or place + len(choice) >= 0:
                maybe += share * prod(tail(place + len(choice)) for tail, _ in tails)
            if bar is None or place >= 0:
                surely += share * prod(tail(place - room) for tail, room in tails)
        whole, room = ONE ** (1 + len(tails)), Fraction(1, 1 << BITS // 2)
        least = max(1 - Fraction(maybe, whole) - room, ZERO)
        most = min(1 - Fraction(surely, whole) + room, Fraction(1))
        if most - least <= Fraction(1, 50):
            break
    return least, most


def _gathered(parts: Sequence[Part], step: Fraction) -> Masses:
    return reduce(_added, sorted((_floored(own, step) for own in parts), key=_order)) if parts else (0, [ONE])
