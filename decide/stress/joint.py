"""Weights and performances together: margins where one is at its low against another at its high.

With the values of two candidates free in their ranges, the margin of one over the other is least where its own cells
are at their low and the other's at their high, under whatever weights; so only the weights are left to ask about.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property
from operator import mul, sub

from decide.model.change import Change
from decide.model.finding import Implied, Witness
from decide.stress.bounds import least
from decide.stress.case import Case, Vector
from decide.stress.whole import primitive, shares

LOW, HIGH = "low", "high"
LEADS, HOPES = "least leads", "least hopes"
Ends = dict[int, str]
"""Candidate → the end of their ranges at which its cells are; those left out are at their point values."""
Whole = Sequence[int]


class Extreme:
    """The least of a direction, given in whole numbers and what they were multiplied with, over the possible weights.

    What is asked less often, its weights and its proof, is reckoned when it is asked.
    """

    def __init__(self, case: Case, whole: Whole, unit: int) -> None:
        self._case, self._whole, self._unit = case, whole, unit
        if case.closed is None:
            self._least = least(case, [Fraction(entry, unit) for entry in whole])
            self.amount = self._least.amount
        else:
            self._found = case.closed.least(whole)
            self.amount = Fraction(self._found[0], self._found[1] * unit)

    @property
    def weights(self) -> Vector:
        """Weights at which it is so."""
        return self._least.weights if self._case.closed is None else shares(self._found[2])

    @cached_property
    def proof(self) -> Implied:
        """The multipliers of the statements that prove it."""
        if self._case.closed is None:
            return Implied(rows=self._least.rows)
        rows = self._case.closed.multipliers(self._whole, self._found[0], self._found[1])
        return Implied(rows=tuple((name, part / self._unit) for name, part in rows))


def hoped(case: Case, one: int, other: int) -> Vector:
    """Return the high of one less the low of the other, leaf by leaf: what the one leads by at most."""
    return tuple(map(sub, case.highs[one], case.lows[other]))


def whole_lead(case: Case, one: int, other: int) -> Whole:
    """Return the low of one less the high of the other, leaf by leaf and whole: what the one leads by at least."""
    _, lows, _, highs = case.whole_ends
    return list(map(sub, lows[one], highs[other]))


def whole_hope(case: Case, one: int, other: int) -> Whole:
    """Return the high of one less the low of the other, leaf by leaf and whole: what the one leads by at most."""
    _, lows, _, highs = case.whole_ends
    return list(map(sub, highs[one], lows[other]))


def least_lead(case: Case, one: int, other: int) -> Extreme:
    """Return the least margin of one over another, over the possible weights and all ranges; it is kept."""
    return _kept(case, LEADS, whole_lead, one, other)


def least_hope(case: Case, one: int, other: int) -> Extreme:
    """Return the least over the possible weights of the margin at the one's high and the other's low; it is kept."""
    if case.lows == case.highs:
        return least_lead(case, one, other)
    return _kept(case, HOPES, whole_hope, one, other)


def _kept(case: Case, name: str, direction: Callable[[Case, int, int], Whole], one: int, other: int) -> Extreme:
    kept: dict[tuple[int, int], Extreme] = case.kept.setdefault(name, {})
    if (one, other) not in kept:
        kept[one, other] = Extreme(case, direction(case, one, other), case.whole_ends[0])
    return kept[one, other]


def at_ends(case: Case, weights: Vector, ends: Ends) -> Witness:
    """Return the witness of other weights, if any are given, and of some candidates at an end of their ranges."""
    _, lows, points, highs = case.whole_ends
    rows, values = list(points), []
    for at, end in sorted(ends.items()):
        rows[at] = (lows if end == LOW else highs)[at]
        if rows[at] != points[at]:
            cells = zip(case.leaves, (case.lows if end == LOW else case.highs)[at], case.values[at], strict=True)
            values.append((case.candidates[at], tuple((leaf, value) for leaf, value, point in cells if value != point)))
    pairs = tuple(zip(case.leaves, weights, strict=True)) if weights else ()
    whole = primitive(weights or case.weights)
    scores = [sum(map(mul, whole, row)) for row in rows]
    ordered, best = sorted(scores), max(scores)
    first = tuple(name for name, score in zip(case.candidates, scores, strict=True) if score == best)
    ranks = (1 + len(scores) - bisect_right(ordered, score) for score in scores)
    return Witness(Change(weights=pairs, values=tuple(values)), first, tuple(zip(case.candidates, ranks, strict=True)))
