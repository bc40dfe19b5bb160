"""The fractional knapsack: as little cost as possible for a gain."""

from collections.abc import Sequence
from fractions import Fraction


def cheapest(
    costs: Sequence[Fraction], gains: Sequence[Fraction], room: Sequence[Fraction], least: Fraction
) -> tuple[Fraction, ...] | None:
    """Return amounts, each within its room, whose gains reach ``least`` at the least cost; None if they cannot.

    What costs least per gain is taken first (Dantzig 1957).
    """
    taken = [Fraction(0)] * len(costs)
    useful = [at for at in range(len(costs)) if gains[at] > 0 and room[at] > 0]
    for at in sorted(useful, key=lambda at: (costs[at] / gains[at], -gains[at], at)):
        if least <= 0:
            break
        taken[at] = min(room[at], least / gains[at])
        least -= taken[at] * gains[at]
    return tuple(taken) if least <= 0 else None
