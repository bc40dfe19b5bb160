"""Sets of weights over which the least of a direction has a closed form, with the multipliers that prove it."""

from collections.abc import Sequence
from fractions import Fraction
from operator import mul
from typing import Protocol

from decide.model.possible import WeightSet
from decide.stress.boxes import boxes
from decide.stress.corners import classes
from decide.stress.order import Order
from decide.stress.whole import primitive

Whole = Sequence[int]


class Closed(Protocol):
    """A set of weights with closed forms; a direction is in whole numbers."""

    def least(self, direction: Whole) -> tuple[int, int, tuple[int, ...]]:
        """Return the least as numerator and denominator, and weights, in whatever unit, at which it is."""

    def multipliers(self, direction: Whole, least: int, size: int) -> list[tuple[str, Fraction]]:
        """Return multipliers of the statements that prove ``least / size``, in the order of the statements."""


class Anything:
    """All weights."""

    def least(self, direction: Whole) -> tuple[int, int, tuple[int, ...]]:
        """Return the least entry, and all weight on its leaf."""
        amount = min(direction)
        at = direction.index(amount)
        return amount, 1, tuple(int(at == one) for one in range(len(direction)))

    def multipliers(self, _direction: Whole, _least: int, _size: int) -> list[tuple[str, Fraction]]:
        """Return none: every entry is at least the least."""
        return []


class Mixtures:
    """The mixtures of some weights, whole in whatever units."""

    def __init__(self, mixed: Sequence[tuple[int, ...]]) -> None:
        self.mixed = [(weights, sum(weights)) for weights in mixed]

    def least(self, direction: Whole) -> tuple[int, int, tuple[int, ...]]:
        """Return the least of those mixed."""
        best, size = 0, 0
        known: tuple[int, ...] = ()
        for weights, total in self.mixed:
            amount = sum(map(mul, direction, weights))
            if not size or amount * size < best * total:
                best, size, known = amount, total, weights
        return best, size, known

    def multipliers(self, _direction: Whole, _least: int, _size: int) -> list[tuple[str, Fraction]]:
        """Return none: it is so of all that are mixed."""
        return []


def closed(weight_set: WeightSet, size: int) -> Closed | None:
    """Return the closed forms of a set of weights for so many leaves; None where it has none."""
    if weight_set.mixed:
        return None if weight_set.rows else Mixtures([primitive(weights) for _, weights in weight_set.mixed])
    if not weight_set.rows:
        return Anything()
    ordered = classes(weight_set, size)
    return boxes(weight_set, size) if ordered is None else Order(ordered, weight_set)
