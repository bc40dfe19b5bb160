"""Decisions into which a lead is planted: the largest that the first candidate can have, exactly known beforehand."""

from decimal import Decimal
from fractions import Fraction
from random import Random

from decide.stress.case import Case
from tests.plain import Plain, ranked

NEAR = tuple(sign * Fraction(1, 10**digits) for digits in range(6, 15) for sign in (1, -1))
"""Leads of ±10⁻⁶ … ±10⁻¹⁴ points."""


def planted(random: Random, lead: Fraction) -> Case:
    """Return a case whose first candidate has this lead over the best rival at its most favourable weights.

    With weights w and a mixture of rivals m drawn, a matrix A of margins is made level: A - Aw·1' - 1·m'A + m'Aw has
    0 for every rival at w, and for the mixture on every criterion. So neither other weights nor another mixture does
    better, and adding the lead to it all makes it the value of the game. Rivals outside the mixture may be further
    behind, and criteria without weight worse: both change nothing.
    """
    rivals, leaves = random.randint(2, 6), random.randint(2, 6)
    mixture, weights = _shares(random, rivals, 10), _shares(random, leaves, 20)
    raw = [[random.randint(-6, 6) for _ in range(leaves)] for _ in range(rivals)]
    by_rival = [sum((one * share for one, share in zip(row, weights, strict=True)), Fraction(0)) for row in raw]
    by_leaf = [sum((raw[at][leaf] * mixture[at] for at in range(rivals)), Fraction(0)) for leaf in range(leaves)]
    middle = sum((one * share for one, share in zip(by_rival, mixture, strict=True)), Fraction(0))
    behind = [0 if share else random.choice((0, 3, 10)) for share in mixture]
    worse = [0 if share else random.choice((0, 3, 10)) for share in weights]
    margins = [
        [
            raw[at][leaf] - by_rival[at] - by_leaf[leaf] + middle + lead + behind[at] - worse[leaf]
            for leaf in range(leaves)
        ]
        for at in range(rivals)
    ]
    return Case(ranked(_decision(margins)))


def _shares(random: Random, size: int, parts: int) -> list[Fraction]:
    """Return shares of 1, some of them 0."""
    cuts = sorted(random.randint(0, parts) for _ in range(size - 1))
    return [Fraction(end - start, parts) for start, end in zip([0, *cuts], [*cuts, parts], strict=True)]


def _decision(margins: list[list[Fraction]]) -> Plain:
    leaves = [f"c{leaf}" for leaf in range(len(margins[0]))]
    rows = [[Fraction(50)] * len(leaves), *([50 - margin for margin in row] for row in margins)]
    return {
        "decide": "1",
        "title": "planted",
        "candidates": [f"a{at}" for at in range(len(rows))],
        "criteria": {leaf: {"range": {"worst": "0", "best": "100"}} for leaf in leaves},
        "possible_weights": "any",
        "performance": {
            f"a{at}": {leaf: _typed(amount) for leaf, amount in zip(leaves, row, strict=True)}
            for at, row in enumerate(rows)
        },
    }


def _typed(amount: Fraction) -> str:
    return f"{Decimal(amount.numerator) / Decimal(amount.denominator):f}"
