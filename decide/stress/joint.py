"""Weights and performances together: margins where one is at its low against another at its high.

With the values of two candidates free in their ranges, the margin of one over the other is least where its own cells
are at their low and the other's at their high, under whatever weights; so only the weights are left to ask about.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from operator import mul, sub

from decide.model.change import Change
from decide.model.finding import Implied, Witness
from decide.stress.bounds import Least, least
from decide.stress.case import Case, Vector
from decide.stress.order import row_multipliers

LOW, HIGH = "low", "high"
LEADS, HOPES, PROOFS, CORNERS = "least leads", "least hopes", "proofs of leads", "whole corners"
Ends = dict[int, str]
"""Candidate → the end of their ranges at which its cells are; those left out are at their point values."""


def behind(case: Case, one: int, other: int) -> Vector:
    """Return the low of one less the high of the other, leaf by leaf: what the one leads by at least."""
    return tuple(map(sub, case.lows[one], case.highs[other]))


def hoped(case: Case, one: int, other: int) -> Vector:
    """Return the high of one less the low of the other, leaf by leaf: what the one leads by at most."""
    return tuple(map(sub, case.highs[one], case.lows[other]))


def least_lead(case: Case, one: int, other: int) -> Least:
    """Return the least margin of one over another, over the possible weights and all ranges; it is kept."""
    kept: dict[tuple[int, int], Least] = case.kept.setdefault(LEADS, {})
    if (one, other) not in kept:
        kept[one, other] = least_of(case, behind(case, one, other))
    return kept[one, other]


def least_hope(case: Case, one: int, other: int) -> Least:
    """Return the least over the possible weights of the margin at the one's high and the other's low; it is kept."""
    if case.lows == case.highs:
        return least_lead(case, one, other)
    kept: dict[tuple[int, int], Least] = case.kept.setdefault(HOPES, {})
    if (one, other) not in kept:
        kept[one, other] = least_of(case, hoped(case, one, other))
    return kept[one, other]


def lead_proof(case: Case, one: int, other: int) -> Implied:
    """Return what proves the least margin of one over another; it is kept."""
    kept: dict[tuple[int, int], Implied] = case.kept.setdefault(PROOFS, {})
    if (one, other) not in kept:
        kept[one, other] = proof(case, behind(case, one, other), least_lead(case, one, other))
    return kept[one, other]


def hope_proof(case: Case, one: int, other: int) -> Implied:
    """Return what proves the least margin at the one's high and the other's low."""
    if case.lows == case.highs:
        return lead_proof(case, one, other)
    return proof(case, hoped(case, one, other), least_hope(case, one, other))


def least_of(case: Case, direction: Vector) -> Least:
    """Return the least of a direction: at one of the corners, where they can be listed; its multipliers are not yet."""
    corners = case.corners
    if corners is None:
        return least(case, direction)
    unit, known = whole_corners(case)
    scale = lcm(*(entry.denominator for entry in direction))
    whole = [entry.numerator * (scale // entry.denominator) for entry in direction]
    amounts = [sum(map(mul, whole, corner)) for corner in known]
    at = min(range(len(known)), key=amounts.__getitem__)
    return Least(Fraction(amounts[at], scale * unit), corners[at], ())


def proof(case: Case, direction: Vector, known: Least) -> Implied:
    """Return the multipliers that prove the least of a direction."""
    weight_set = case.possible
    if case.corners is None or weight_set.mixed or not weight_set.rows:
        return Implied(rows=known.rows)
    return Implied(rows=row_multipliers(weight_set, direction, known.amount))


def whole_corners(case: Case) -> tuple[int, list[tuple[int, ...]]]:
    """Return one number that makes all corners whole, and the corners so made; they are kept."""
    if CORNERS not in case.kept:
        case.kept[CORNERS] = made_whole(case.corners or ())
    found: tuple[int, list[tuple[int, ...]]] = case.kept[CORNERS]
    return found


def made_whole(vectors: Iterable[Sequence[Fraction]]) -> tuple[int, list[tuple[int, ...]]]:
    """Return one number that makes all vectors whole, and the vectors so made."""
    rows = list(vectors)
    unit = lcm(*(entry.denominator for row in rows for entry in row))
    return unit, [tuple(entry.numerator * (unit // entry.denominator) for entry in row) for row in rows]


def at_ends(case: Case, weights: Vector, ends: Ends) -> Witness:
    """Return the witness of other weights, if any are given, and of some candidates at an end of their ranges."""
    rows, values = list(case.values), []
    for at, end in sorted(ends.items()):
        rows[at] = (case.lows if end == LOW else case.highs)[at]
        moved = tuple(
            (leaf, value)
            for leaf, value, point in zip(case.leaves, rows[at], case.values[at], strict=True)
            if value != point
        )
        if moved:
            values.append((case.candidates[at], moved))
    pairs = tuple(zip(case.leaves, weights, strict=True)) if weights else ()
    _, (whole, *cells) = made_whole([weights or case.weights, *rows])
    scores = [sum(map(mul, whole, row)) for row in cells]
    best = max(scores)
    first = tuple(name for name, score in zip(case.candidates, scores, strict=True) if score == best)
    ranks = tuple(
        (name, 1 + sum(other > score for other in scores)) for name, score in zip(case.candidates, scores, strict=True)
    )
    return Witness(Change(weights=pairs, values=tuple(values)), first, ranks)
