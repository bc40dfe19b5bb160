"""Statements on weights as a reader understands them, reckoned without the program's own rows."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from decide.model.ranking import Ranking

SIGNS = (">=", "<=", "=")
Vector = tuple[Fraction, ...]


def values_of(ranking: Ranking) -> dict[str, Vector]:
    """Return the point values of all candidates, screened out or not."""
    return {
        entry.candidate.id: tuple(known.point for known in entry.values)
        for entry in (*ranking.ranked, *ranking.excluded)
    }


def at(ranking: Ranking, weights: Sequence[Fraction]) -> dict[str, Fraction]:
    """Return what each leaf, group and candidate is worth: shares, and scores."""
    found: dict[str, Fraction] = {}
    for leaf, weight in zip(ranking.leaves, weights, strict=True):
        for identifier in (leaf.id, *(group.id for group in leaf.groups)):
            found[identifier] = found.get(identifier, Fraction(0)) + weight
    for candidate, row in values_of(ranking).items():
        found[candidate] = sum((weight * value for weight, value in zip(weights, row, strict=True)), Fraction(0))
    return found


def worth(side: str, amounts: Mapping[str, Fraction]) -> Fraction:
    """Return what one side of a statement amounts to."""
    total = Fraction(0)
    for term in side.split(" + "):
        factor, star, name = term.rpartition(" * ")
        if term.endswith("%"):
            total += Fraction(term[:-1]) / 100
        else:
            total += (Fraction(factor) if star else 1) * amounts[name]
    return total


def meets(statement: str, amounts: Mapping[str, Fraction]) -> bool:
    """Return whether a statement, chained or not, holds."""
    sides = [worth(side, amounts) for side in re.split(" (?:>=|<=|=) ", statement)]
    signs = re.findall(" (>=|<=|=) ", statement)
    steps = zip(sides, signs, sides[1:], strict=False)
    return all(
        one >= other if sign == ">=" else one <= other if sign == "<=" else one == other for one, sign, other in steps
    )


def drawn(ranking: Ranking, random: Random) -> list[str]:
    """Return one to six statements of every form, true or not."""
    leaves = sorted({one for leaf in ranking.leaves for one in (leaf.id, *(group.id for group in leaf.groups))})
    return [_drawn(leaves, sorted(values_of(ranking)), random) for _ in range(random.randint(1, 6))]


def _drawn(nodes: list[str], candidates: list[str], random: Random) -> str:
    one, other, third = (random.choice(nodes) for _ in range(3))
    share, sign, factor = random.randrange(0, 110, 10), random.choice(SIGNS[:2]), random.choice(("2", "0.5", "3"))
    return random.choice(
        (
            f"{one} {sign} {other}",
            f"{one} {random.choice(SIGNS)} {factor} * {other}",
            f"{one} {sign} {share}%",
            f"{share}% <= {one} <= {share + random.choice((0, 20))}%",
            f"{one} + {other} {sign} {third} + {share}%",
            f"{random.choice(candidates)} {random.choice(SIGNS)} {random.choice(candidates)}",
            f"{random.choice(candidates)} {sign} {random.choice(candidates)}",
        )
    )
