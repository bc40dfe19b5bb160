"""The probability that one candidate beats another at random weights, exactly, by a recursion whose terms are positive.

Weights are uniform where every mixture of the columns is as likely as any other of the same size. A direction is the
value of the one less that of the other on each column.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm

Number = Fraction | int


def chance_positive(direction: Sequence[Number]) -> Fraction:
    """Return the probability that direction · w > 0, for w uniform on the simplex of as many columns.

    Where the direction is not 0 everywhere, direction · w = 0 has probability 0, so that this and the chance of the
    opposite direction sum to 1. The recursion over positive and other entries is that of Varsi (1973), here with
    numerators over the product of all sums so far, which needs one division at the end. ValueError without columns.
    """
    if not direction:
        raise ValueError("there are no columns")
    unit = lcm(*(entry.denominator for entry in direction))
    whole = [entry.numerator * (unit // entry.denominator) for entry in direction]
    gains = [entry for entry in whole if entry > 0]
    losses = [-entry for entry in whole if entry <= 0]
    above = [0] * len(losses)  # numerators, after the gains so far and so many losses
    sums = [1] * len(losses)  # of each loss with all gains so far: their product
    for gain in gains:
        before = row = 1  # numerator, and product of this gain's sums, one loss earlier
        for at, loss in enumerate(losses):
            both = gain + loss
            before = above[at] = gain * before * sums[at] + loss * above[at] * row
            row *= both
            sums[at] *= both
    if not gains or not losses:
        return Fraction(1 if gains else 0)
    below = 1
    for product in sums:
        below *= product
    return Fraction(above[-1], below)


def chance_level(direction: Sequence[Number]) -> Fraction:
    """Return the probability that direction · w = 0: 1 if both are level on every column, else 0."""
    return Fraction(0 if any(direction) else 1)


def in_order(direction: Sequence[Number], order: Sequence[int]) -> list[Fraction]:
    """Return the direction for weights that keep an order: the means of its entries so far, the weightiest first.

    The corners of the weights with w[order[0]] >= w[order[1]] >= … are the equal weights of the first, the first two,
    and so on, and a simplex is mapped on a simplex evenly. ValueError unless the order has each column once.
    """
    if sorted(order) != list(range(len(direction))):
        raise ValueError("an order has each column once")
    return [Fraction(total) / count for count, total in enumerate(accumulate(direction[column] for column in order), 1)]


def on_corners(direction: Sequence[Number], corners: Sequence[Sequence[Number]]) -> list[Fraction]:
    """Return the direction for mixtures of corners, such as given weight vectors, with mixing shares uniform."""
    return [
        sum((Fraction(entry) * weight for entry, weight in zip(direction, corner, strict=True)), Fraction(0))
        for corner in corners
    ]
