"""Weights from an order alone."""

from collections.abc import Callable
from fractions import Fraction


def centroid(count: int) -> tuple[Fraction, ...]:
    """Return the rank-order centroid weights, most important first: w_r = 1/n · sum of 1/i for i = r … n.

    Barron and Barrett 1996, Management Science 42:1515-1523.
    """
    return tuple(sum((Fraction(1, i) for i in range(r, count + 1)), Fraction(0)) / count for r in range(1, count + 1))


def rank_sum(count: int) -> tuple[Fraction, ...]:
    """Return the rank-sum weights, most important first: w_r = 2 (n + 1 - r) / (n (n + 1)).

    Stillwell, Seaver and Edwards 1981, Organizational Behavior and Human Performance 28:62-77.
    """
    return tuple(Fraction(2 * (count + 1 - r), count * (count + 1)) for r in range(1, count + 1))


def reciprocal(count: int) -> tuple[Fraction, ...]:
    """Return the rank-reciprocal weights, most important first: w_r = (1/r) / sum of 1/i.

    Stillwell, Seaver and Edwards 1981.
    """
    total = sum((Fraction(1, i) for i in range(1, count + 1)), Fraction(0))
    return tuple(Fraction(1, r) / total for r in range(1, count + 1))


FORMULAS: dict[str, Callable[[int], tuple[Fraction, ...]]] = {
    "centroid": centroid,
    "rank-sum": rank_sum,
    "reciprocal": reciprocal,
}


def from_order(order: tuple[tuple[str, ...], ...], formula: str) -> dict[str, Fraction]:
    """Return the weight of each id in an order, most important first; those tied share the mean of their places."""
    weights = FORMULAS[formula](sum(len(tie) for tie in order))
    shared: dict[str, Fraction] = {}
    start = 0
    for tie in order:
        mean = sum(weights[start : start + len(tie)], Fraction(0)) / len(tie)
        shared.update(dict.fromkeys(tie, mean))
        start += len(tie)
    return shared
