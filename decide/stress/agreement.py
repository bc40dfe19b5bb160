"""How far several rankings agree: Kendall's W and tau-b, exactly, and which criterion parts who is first."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import isqrt

from decide.model.figures import rounded
from decide.model.rows import Alike, Separation
from decide.stress.case import Case, Vector

ROOT, DECIMALS = 40, 12
"""Roots are taken to so many decimals, and their mean is rounded to so many."""


def mid_ranks(scores: Sequence[Fraction]) -> list[Fraction]:
    """Return the rank of each score, 1 for the highest; equal ones share the mean of their ranks."""
    order = sorted(scores, reverse=True)
    firsts: dict[Fraction, int] = {}
    for at, score in enumerate(order, 1):
        firsts.setdefault(score, at)
    counts = Counter(scores)
    return [firsts[score] + Fraction(counts[score] - 1, 2) for score in scores]


def concordance(rankings: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Return Kendall's W of several rankings, given as scores: 0 without any agreement, 1 where all are the same.

    W = 12 S / (K² (m³ - m) - K T), S the squared deviations of the sums of ranks, T the sum of t³ - t over groups of t
    that tie (Kendall 1948, ch. 6). None where everybody has all tied.
    """
    voices, size = len(rankings), len(rankings[0])
    sums = [sum(column, Fraction(0)) for column in zip(*map(mid_ranks, rankings), strict=True)]
    mean = Fraction(voices * (size + 1), 2)
    deviations = sum(((one - mean) ** 2 for one in sums), Fraction(0))
    ties = sum(count**3 - count for scores in rankings for count in Counter(scores).values())
    whole = voices**2 * (size**3 - size) - voices * ties
    return 12 * deviations / whole if whole else None


def alike(names: Sequence[str], rankings: Sequence[Sequence[Fraction]]) -> tuple[Alike, ...]:
    """Return what Kendall's tau-b of each pair of rankings is made of, as whole numbers (Kendall 1945)."""
    signs = [[(one > other) - (one < other) for one, other in combinations(scores, 2)] for scores in rankings]
    told = [sum(map(abs, own)) for own in signs]
    return tuple(
        Alike(
            names[one],
            names[other],
            sum(mine * theirs for mine, theirs in zip(signs[one], signs[other], strict=True)),
            told[one] * told[other],
        )
        for one, other in combinations(range(len(names)), 2)
    )


def mean_tau(pairs: Sequence[Alike]) -> Fraction | None:
    """Return the mean of the pairwise tau-b, rounded to 12 decimals; None where none is defined.

    A pair of which one has all tied has none.
    """
    taus = [pair.order * _root(Fraction(1, pair.square)) for pair in pairs if pair.square]
    return Fraction(rounded(sum(taus, Fraction(0)) / len(taus), DECIMALS)) if taus else None


def separations(
    case: Case, names: Sequence[str], weights: Sequence[Vector], mean: Sequence[Fraction]
) -> tuple[Separation, ...]:
    """Return per leaf how far the weights lie apart, and who is first for whom once all give it the mean weight."""
    rows = []
    for at, leaf in enumerate(case.leaves):
        own = [one[at] for one in weights]
        first = tuple(case.first(_with(one, at, mean[at])) for one in weights)
        agree = len({frozenset(names_) for names_ in first}) == 1
        rows.append(Separation(leaf, min(own), max(own), mean[at], agree, tuple(zip(names, first, strict=True))))
    return tuple(rows)


def _with(weights: Vector, at: int, weight: Fraction) -> Vector:
    """Return weights of which one is set and the others keep their proportions; alike where they weigh nothing."""
    rest = 1 - weights[at]
    if rest == 0 and len(weights) > 1:
        share = (1 - weight) / (len(weights) - 1)
        return tuple(weight if own == at else share for own in range(len(weights)))
    return tuple(weight if own == at else one * (1 - weight) / rest for own, one in enumerate(weights))


def _root(number: Fraction) -> Fraction:
    """Return a square root: exact where it is rational, else cut after 40 decimals."""
    top, bottom = isqrt(number.numerator), isqrt(number.denominator)
    if top**2 == number.numerator and bottom**2 == number.denominator:
        return Fraction(top, bottom)
    scale = 10**ROOT
    return Fraction(isqrt(number.numerator * number.denominator * scale**2), number.denominator * scale)
