"""Weights that keep an order: the least of a direction over them in closed form, and the multipliers that prove it."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from decide.model.possible import WeightSet

Whole = Sequence[int]


class Order:
    """The classes of equals, heaviest first, and the name of the row for each pair of neighbours."""

    def __init__(self, ordered: list[list[int]], weight_set: WeightSet) -> None:
        self.ordered = ordered
        self.places: dict[tuple[int, int], int] = {}
        self.names = [row.name for row in weight_set.rows]
        for place, row in enumerate(weight_set.rows):  # the first, where a preference says the same again
            self.places.setdefault(_pair(row.coefficients), place)

    def least(self, direction: Whole) -> tuple[int, int, tuple[int, ...]]:
        """Return the least as numerator and denominator, and weights, in whatever unit, at which it is.

        A corner of an order is the mean of the heaviest so many; of a class those with the least entries come first.
        """
        taken: list[int] = []
        total, best, count, size = 0, direction[self.ordered[0][0]], 0, 1
        for one in self.ordered:
            for at in sorted(one, key=direction.__getitem__) if len(one) > 1 else one:
                taken.append(at)
                total += direction[at]
                if not count or total * size < best * len(taken):
                    best = total
                    count = size = len(taken)
        chosen = set(taken[:count])
        return best, count, tuple(int(at in chosen) for at in range(len(direction)))

    def multipliers(self, direction: Whole, least: int, size: int) -> list[tuple[str, Fraction]]:
        """Return multipliers of the rows that leave every entry of a direction at ``least / size`` or more.

        A row takes from a heavier leaf what it gives to a lighter one. What the lighter lack flows down from class to
        class, as little as is needed; as the means of the corners are at least ``least``, there is enough.
        """
        if len(self.ordered) == 1:
            return []
        over = [entry * size - least for entry in direction]
        flows: dict[int, int] = {}
        for (upper, lower), more in zip(pairwise(self.ordered), _passed(self.ordered, over), strict=True):
            lacking = [(at, max(-over[at], 0)) for at in lower]
            lacking[0] = (lacking[0][0], lacking[0][1] + more)
            for giver, taker, amount in transport([(at, over[at]) for at in upper], lacking):
                flows[self.places[giver, taker]] = amount
                over[giver] -= amount
                over[taker] += amount
        return [(self.names[place], Fraction(flows[place], size)) for place in sorted(flows)]


def _passed(ordered: list[list[int]], over: list[int]) -> list[int]:
    """Return for each class but the first what it takes beyond what it lacks, to pass it on."""
    passed = [0]
    for middle, lower in reversed(list(pairwise(ordered[1:]))):
        lacking = sum(max(-over[at], 0) for at in lower) + passed[-1]
        own = sum(max(over[at], 0) for at in middle)
        passed.append(max(lacking - own, 0))
    return passed[::-1]


def transport(supplies: list[tuple[int, int]], demands: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return who gives how much to whom, one after the other; what is supplied is at least what is demanded."""
    found: list[tuple[int, int, int]] = []
    waiting = [(at, amount) for at, amount in reversed(supplies) if amount > 0]
    for taker, lacking in demands:
        left = lacking
        while left > 0:
            giver, stock = waiting.pop()
            amount = min(stock, left)
            found.append((giver, taker, amount))
            left -= amount
            if stock > amount:
                waiting.append((giver, stock - amount))
    return found


def _pair(coefficients: tuple[tuple[int, Fraction], ...]) -> tuple[int, int]:
    (one, entry), (other, _) = coefficients
    return (one, other) if entry > 0 else (other, one)
