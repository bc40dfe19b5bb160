"""The least change of weights after which one candidate is level with another, in closed form.

``weights`` are not negative and sum to 1; ``margin`` is the value of the one ahead less that of the one behind, weight
by weight, so the lead is weights · margin >= 0.
"""

from collections.abc import Sequence
from fractions import Fraction
from operator import mul

Vector = tuple[Fraction, ...]


def least_moved(weights: Sequence[Fraction], margin: Sequence[Fraction]) -> tuple[Fraction, Vector, Fraction] | None:
    """Return the least weight that has to move, the weights then, and what a unit of it last gains; None if none does.

    All of it goes where the margin is least, taken first from where it is largest (L1; a fractional knapsack).
    """
    lead = sum((weight * gap for weight, gap in zip(weights, margin, strict=True)), Fraction(0))
    target = min(range(len(margin)), key=lambda at: (margin[at], at))
    if lead <= 0:
        return Fraction(0), tuple(weights), Fraction(0)
    if margin[target] > 0:
        return None
    after, moved, gain = list(weights), Fraction(0), Fraction(0)
    for at in sorted(range(len(margin)), key=lambda at: (-margin[at], at)):
        gain = margin[at] - margin[target]
        if lead == 0 or gain == 0:
            break
        step = min(after[at], lead / gain)
        after[at] -= step
        after[target] += step
        moved, lead = moved + step, lead - step * gain
        if lead == 0:
            break
    return (moved, tuple(after), gain) if lead == 0 else None


def least_each(
    weights: Sequence[Fraction], margin: Sequence[Fraction]
) -> tuple[Fraction, Vector, tuple[Fraction, Vector]] | None:
    """Return the least r such that weights within r of the given ones make the lead vanish, and such weights (L∞).

    With them come the multipliers that prove it: of the rival, and of each weight's floor. The least lead within r is
    convex, falling and piecewise linear in r (a box knapsack), so Newton's steps from 0 are exact and end at its root.
    None if there is no such r.
    """
    radius = Fraction(0)
    while True:
        after, slopes, _ = _within(weights, margin, radius, 1)
        lead = sum((weight * gap for weight, gap in zip(after, margin, strict=True)), Fraction(0))
        slope = sum((step * gap for step, gap in zip(slopes, margin, strict=True)), Fraction(0))
        if lead <= 0:
            return radius, after, (_proof(weights, margin, radius) if radius else (Fraction(0), ()))
        if slope >= 0:
            return None
        radius -= lead / slope


def fewest(weights: Sequence[int], margin: Sequence[int]) -> int | None:
    """Return how many weights have to change at least, if weight moves only among them; None if it cannot be.

    Weights and margins in whole numbers of any units. For each weight that could receive, the largest gains from the
    others are taken until the lead is gone.
    """
    lead = sum(map(mul, weights, margin))
    if lead <= 0:
        return 0
    best: int | None = None
    for target in set(margin):
        gains = sorted((weight * (gap - target) for weight, gap in zip(weights, margin, strict=True)), reverse=True)
        total = 0
        for taken, gain in enumerate(gains, 1):
            if gain <= 0 or (best is not None and taken + 1 >= best):
                break
            total += gain
            if total >= lead:
                best = taken + 1
                break
    return best


def tolerance(weights: Sequence[Fraction], margin: Sequence[Fraction]) -> Fraction:
    """Return how far, as a share of itself, every weight may be off at once until the lead can vanish; 1 at most.

    (pro - con) / (pro + con) of the contributions for and against; 1 where nothing is against, 0 in a tie of equals.
    """
    parts = [weight * gap for weight, gap in zip(weights, margin, strict=True)]
    size = sum(map(abs, parts), Fraction(0))
    return sum(parts, Fraction(0)) / size if size else Fraction(0)


def _within(
    weights: Sequence[Fraction], margin: Sequence[Fraction], radius: Fraction, sign: int
) -> tuple[Vector, Vector, Fraction]:
    """Return the weights within ``radius`` with the least lead, how each changes as it grows, and the last margin.

    As much as can be goes where the margin is least. Amounts are pairs (now, per unit of more radius; of less where
    ``sign`` is -1), so that ties between now are decided by what comes next.
    """
    after: list[Fraction] = []
    slopes: list[Fraction] = []
    for weight in weights:
        is_open = weight > radius if sign > 0 else weight >= radius
        after.append(max(weight - radius, Fraction(0)))
        slopes.append(Fraction(-sign if is_open else 0))
    left, steeper = 1 - sum(after, Fraction(0)), -sum(slopes, Fraction(0))
    last = min(margin)
    for at in sorted(range(len(margin)), key=lambda at: (margin[at], at)):
        step, slope = min((left, steeper), (weights[at] + radius - after[at], sign - slopes[at]))
        last = margin[at] if step > 0 or (step == 0 and slope > 0) else last
        after[at], slopes[at] = after[at] + step, slopes[at] + slope
        left, steeper = left - step, steeper - slope
    return tuple(after), tuple(slopes), last


def _proof(weights: Sequence[Fraction], margin: Sequence[Fraction], radius: Fraction) -> tuple[Fraction, Vector]:
    """Return the multipliers just before the root: what cannot fall by all of the radius is lifted to the last one."""
    _, _, last = _within(weights, margin, radius, -1)
    lifts = [
        gap - last if gap > last and weight < radius else Fraction(0)
        for weight, gap in zip(weights, margin, strict=True)
    ]
    size = sum((abs(gap - lift - last) for gap, lift in zip(margin, lifts, strict=True)), Fraction(0))
    return 1 / size, tuple(lift / size for lift in lifts)
