"""What an order of weights implies: the multipliers of its rows for a direction, in closed form."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from decide.model.possible import WeightSet
from decide.stress.corners import classes

NOTHING = Fraction(0)


def row_multipliers(
    weight_set: WeightSet, direction: Sequence[Fraction], least: Fraction
) -> tuple[tuple[str, Fraction], ...]:
    """Return multipliers of the rows of an order that leave every entry of a direction at ``least`` or more.

    A row takes from a heavier leaf what it gives to a lighter one. What the lighter lack flows down from class to
    class, as little as is needed; as the means of the corners are at least ``least``, there is enough.
    """
    ordered = classes(weight_set, len(direction))
    assert ordered is not None
    if len(ordered) == 1:
        return ()
    over = [entry - least for entry in direction]
    flows: dict[tuple[int, int], Fraction] = {}
    passed = _passed(ordered, over)
    for (upper, lower), more in zip(pairwise(ordered), passed, strict=True):
        lacking = [(at, max(-over[at], NOTHING)) for at in lower]
        lacking[0] = (lacking[0][0], lacking[0][1] + more)
        for giver, taker, amount in _transport([(at, over[at]) for at in upper], lacking):
            flows[giver, taker] = amount
            over[giver] -= amount
            over[taker] += amount
    found = []
    for row in weight_set.rows:
        pair = _pair(row.coefficients)
        if pair in flows:  # once, even where a preference says the same again
            found.append((row.name, flows.pop(pair)))
    return tuple(found)


def _passed(ordered: list[list[int]], over: list[Fraction]) -> list[Fraction]:
    """Return for each class but the first what it takes beyond what it lacks, to pass it on."""
    passed = [NOTHING]
    for middle, lower in reversed(list(pairwise(ordered[1:]))):
        lacking = sum((max(-over[at], NOTHING) for at in lower), passed[0])
        own = sum((max(over[at], NOTHING) for at in middle), NOTHING)
        passed.insert(0, max(lacking - own, NOTHING))
    return passed


def _transport(
    supplies: list[tuple[int, Fraction]], demands: list[tuple[int, Fraction]]
) -> list[tuple[int, int, Fraction]]:
    """Return who gives how much to whom, one after the other."""
    found: list[tuple[int, int, Fraction]] = []
    waiting = [(at, amount) for at, amount in supplies if amount > 0]
    for taker, lacking in demands:
        left = lacking
        while left > 0:
            giver, stock = waiting.pop(0)
            amount = min(stock, left)
            found.append((giver, taker, amount))
            left -= amount
            if stock > amount:
                waiting.insert(0, (giver, stock - amount))
    return found


def _pair(coefficients: tuple[tuple[int, Fraction], ...]) -> tuple[int, int]:
    (one, entry), (other, _) = coefficients
    return (one, other) if entry > 0 else (other, one)
