"""What it is worth to know uncertain numbers before choosing the largest sum, and how likely that changes the choice.

All numbers are independent. Both answers are enclosed: the sums are reckoned on a grid, and what the grid can be off is
bounded.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from math import prod

from decide.solve.grid import BITS, FINE, ONE, Masses, added, floored, shared
from decide.solve.uncertain import Uncertain, mean, moved

ZERO = Fraction(0)
SIZES = (128, 512, 2048)
"""Steps that the widest sum has on the grid: more are taken until the answer is close enough."""
CLOSE, CLOSE_SHARE, CLOSE_CHANCE = Fraction(1, 200), Fraction(1, 50), Fraction(1, 50)
Sum = Sequence[Uncertain]
Ends = tuple[Fraction, Fraction]
"""The least and the most that a number can be."""


def worth(sums: Sequence[Sum], bar: Fraction | None) -> Ends:
    """Return between what lies the expected largest sum less the largest expected one.

    ``sums`` are those with uncertain parts (at least one each), ``bar`` is the largest of the others. Sharing a part
    among its neighbours on the grid keeps its mean and spreads it, so the expected largest, which is convex in each
    part, is met or exceeded: by a quarter of a step at most where its slope turns within a step of the part. How likely
    that is, is bounded by the largest chance of the part, or of what is already added up, to lie within a step.
    """
    known = max([*(sum(map(mean, one)) for one in sums), *([] if bar is None else [bar])])
    best: Ends = (ZERO, ZERO)
    for size in SIZES:
        step = _step(sums, size)
        gathered = [_gathered([shared(part, step) for part in one]) for one in _from(sums, bar)]
        room = step * sum(map(len, sums)) / 2 ** (FINE - 2)
        most = step * _expected([masses for masses, _ in gathered], bar) + (bar or 0) - known + room
        off = step * sum((share for _, share in gathered), ZERO) / 4
        best = (max(most - off - 2 * room, ZERO), max(most, ZERO))
        if best[1] - best[0] <= max(CLOSE, best[1] * CLOSE_SHARE):
            break
    return best


def chance_of_another(choice: Sum, rivals: Sequence[Sum], bar: Fraction | None) -> Ends:
    """Return between what lies the chance that a rival, or the bar, turns out above the choice.

    Each rival is a sum with at least one part; a choice without any is the bar itself. Every part is moved down to the
    grid, by less than a step, and by rounding by less than a part of one; so a sum is moved by less than its number of
    parts and one.
    """
    best: Ends = (ZERO, Fraction(1))
    for size in SIZES:
        best = _chance(choice, rivals, bar, _step([choice, *rivals], size))
        if best[1] - best[0] <= CLOSE_CHANCE:
            break
    return best


def _chance(choice: Sum, rivals: Sequence[Sum], bar: Fraction | None, step: Fraction) -> Ends:
    own, *others = [_floored(one, step) for one in (*_from([choice], bar), *_from(rivals, bar))]
    tails = [(masses, masses.up_to(), len(one) + 1) for masses, one in zip(others, rivals, strict=True)]
    below = surely = 0
    for place, chance in enumerate(own.chances, own.start):
        reach = place + len(choice) + 1
        if bar is None or reach > 0:
            below += chance * prod(_up_to(masses, up_to, reach - 1) for masses, up_to, _ in tails)
        if bar is None or place >= 0:
            surely += chance * prod(_up_to(masses, up_to, place - room) for masses, up_to, room in tails)
    whole, room = ONE ** (1 + len(tails)), Fraction(1, 2 ** (BITS // 2))
    return max(1 - Fraction(below, whole) - room, ZERO), min(1 - Fraction(surely, whole) + room, Fraction(1))


def _step(sums: Sequence[Sum], size: int) -> Fraction:
    widest = max(sum((part.high - part.low for part in one), ZERO) for one in sums)
    return (widest or Fraction(1)) / size


def _from(sums: Sequence[Sum], bar: Fraction | None) -> list[list[Uncertain]]:
    """Return the sums with the bar at zero, so that it stands on the grid; the same whatever the order of the parts."""
    ordered = [sorted(one, key=repr) for one in sums]
    return [[moved(part, Fraction(1), -(bar or ZERO)) for part in one[:1]] + one[1:] for one in ordered]


def _floored(parts: Sum, step: Fraction) -> Masses:
    masses = sorted((floored(part, step) for part in parts), key=_order)
    return reduce(added, masses) if masses else Masses(0, (ONE,))


def _order(masses: Masses) -> tuple[int, int, tuple[int, ...]]:
    return masses.most, masses.start, masses.chances


def _gathered(parts: list[Masses]) -> tuple[Masses, Fraction]:
    """Return the sum of the parts, the smoothest first, and the sum of the chances that bound what each can be off."""
    first, *rest = sorted(parts, key=_order)
    off = first.most
    for part in rest:
        off += min(first.most, part.most)
        first = added(first, part)
    return first, Fraction(off, ONE)


def _expected(sums: Sequence[Masses], bar: Fraction | None) -> Fraction:
    """Return the expected largest of sums, in steps: its least, and for each step above the chance to be beyond it."""
    least = max([*(one.start for one in sums), *([] if bar is None else [0])])
    most = max(least, *(one.end for one in sums))
    tails = [(one, one.up_to()) for one in sums]
    below = sum(prod(_up_to(one, up_to, place) for one, up_to in tails) for place in range(least, most))
    return most - Fraction(below, ONE ** len(sums))


def _up_to(masses: Masses, up_to: Sequence[int], place: int) -> int:
    if place < masses.start:
        return 0
    return up_to[min(place - masses.start, len(up_to) - 1)]
