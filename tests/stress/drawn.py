"""Cases as they are drawn, and what the laws of the analyses reckon for themselves, from the definitions."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random

from hypothesis import assume

from decide.model.change import Change
from decide.model.decision import PossibleWeights
from decide.model.finding import Finding
from decide.model.possible import WeightRow
from decide.model.ranking import Ranking
from decide.rank.change import changed
from decide.stress.case import Case, Drawing
from decide.stress.table import ANALYSES
from tests.plain import Plain, ranked

ANY, ORDER = PossibleWeights(form="any"), PossibleWeights(form="order")
THIRD, TENTH = (PossibleWeights(form="share", share=Fraction(off, 10)) for off in (3, 1))
FORMS = (None, ANY, ORDER, THIRD)
FEW = 8192
"""Draws: a block of them, which takes no time."""
Vector = tuple[Fraction, ...]


def case_of(plain: Plain, pick: int = 0) -> Case:
    """Return the case of a decision in which somebody is ranked, with one of four sets of possible weights."""
    ranking = ranked(plain)
    assume(ranking.ranked)
    return Case(ranking, FORMS[pick % len(FORMS)], drawing=Drawing(FEW))


def found(case: Case, analysis: str, variant: str | None = None) -> list[Finding]:
    """Return the findings of an analysis, or those of one variant."""
    return [one for one in ANALYSES[analysis].run(case) if variant is None or one.variant == variant]


def the(case: Case, analysis: str, variant: str, *about: str) -> Finding:
    """Return the one finding about these."""
    (one,) = (one for one in found(case, analysis, variant) if not about or one.about == about)
    return one


def product(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    """Return the sum of the products."""
    return sum((mine * theirs for mine, theirs in zip(one, other, strict=True)), Fraction(0))


def scores_at(case: Case, weights: Sequence[Fraction]) -> dict[str, Fraction]:
    """Return the score of each candidate under other weights."""
    return {name: product(weights, row) for name, row in zip(case.candidates, case.values, strict=True)}


def firsts(scores: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return all that have the best score."""
    return tuple(name for name, score in scores.items() if score == max(scores.values()))


def winners(case: Case) -> tuple[str, ...]:
    """Return all that are first today."""
    return firsts(scores_at(case, case.weights))


def gap(case: Case, one: str, other: str) -> Vector:
    """Return the values of one less those of another."""
    mine, theirs = (case.values[case.candidates.index(name)] for name in (one, other))
    return tuple(value - below for value, below in zip(mine, theirs, strict=True))


def ranks_after(case: Case, change: Change) -> dict[str, int]:
    """Return everybody's rank when a change is applied and all is ranked again."""
    return ranks_of(changed(case.ranking, change))


def ranks_of(ranking: Ranking) -> dict[str, int]:
    """Return the rank of each that is ranked."""
    return {entry.candidate.id: entry.rank for entry in ranking.ranked}


def first_after(case: Case, change: Change) -> set[str]:
    """Return who is first when a change is applied and all is ranked again."""
    return {name for name, rank in ranks_after(case, change).items() if rank == 1}


def weighed(case: Case, weights: Sequence[Fraction]) -> Change:
    """Return the change to other weights."""
    return Change(weights=tuple(zip(case.leaves, weights, strict=True)))


def weights_in(change: Change) -> Vector:
    """Return the weights of a change."""
    return tuple(weight for _, weight in change.weights)


def toward(start: Sequence[Fraction], end: Sequence[Fraction], share: Fraction) -> Vector:
    """Return the point so far on the way from one to the other."""
    return tuple(one + share * (other - one) for one, other in zip(start, end, strict=True))


ALMOST = Fraction(999, 1000)


def short_of(case: Case, change: Change, share: Fraction = ALMOST) -> Change:
    """Return the change that goes only so far: of the way to its weights, and of the way to its values."""
    values = []
    for name, row in change.values:
        now = dict(zip(case.leaves, case.values[case.candidates.index(name)], strict=True))
        values.append((name, tuple((leaf, now[leaf] + share * (value - now[leaf])) for leaf, value in row)))
    weights = toward(case.weights, weights_in(change), share) if change.weights else ()
    return Change(weights=weighed(case, weights).weights if weights else (), values=tuple(values))


def moved(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    """Return the points of weight that move from one to the other: half of the L1 distance."""
    return 50 * sum((abs(mine - theirs) for mine, theirs in zip(one, other, strict=True)), Fraction(0))


def each(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    """Return the largest change of a weight, in points."""
    return 100 * max(abs(mine - theirs) for mine, theirs in zip(one, other, strict=True))


def meets(row: WeightRow, weights: Sequence[Fraction]) -> bool:
    """Return whether weights meet a row."""
    amount = sum((factor * weights[at] for at, factor in row.coefficients), Fraction(0))
    return amount == 0 if row.exact else amount >= 0


def are_weights(weights: Sequence[Fraction]) -> bool:
    """Return whether these can be weights."""
    return sum(weights) == 1 and all(weight >= 0 for weight in weights)


def are_possible(case: Case, weights: Sequence[Fraction]) -> bool:
    """Return whether weights meet all that is stated; of mixtures only the rows are looked at."""
    return are_weights(weights) and all(meets(row, weights) for row in case.possible.rows)


def are_preferred(case: Case, weights: Sequence[Fraction]) -> bool:
    """Return whether weights meet the preferences."""
    return are_weights(weights) and all(meets(row, weights) for row in case.possible.preferences)


def anywhere(random: Random, size: int) -> Vector:
    """Return weights on a coarse grid, zeros among them."""
    parts = [random.choice((0, 0, 1, 2, 3, 7)) for _ in range(size)]
    parts[random.randrange(size)] += 1
    return tuple(Fraction(part, sum(parts)) for part in parts)


def around(case: Case, random: Random, count: int) -> Iterator[Vector]:
    """Yield weights near and far from today's."""
    for _ in range(count):
        step = Fraction(1, random.choice((1, 1, 2, 4, 20, 100)))
        yield toward(case.weights, anywhere(random, len(case.leaves)), step)


def small(random: Random) -> Plain:
    """Return three candidates on three criteria, values and weights on a coarse grid."""
    criteria = {name: {"range": {"worst": "0", "best": "4"}, "weight": random.choice("1123")} for name in "xyz"}
    cells = {name: {leaf: random.choice("01234") for leaf in "xyz"} for name in "abc"}
    return {"decide": "1", "title": "small", "candidates": list("abc"), "criteria": criteria, "performance": cells}


def grid(step: int) -> Iterator[Vector]:
    """Yield all weights of three criteria in steps of one part of so many."""
    for one in range(step + 1):
        for other in range(step + 1 - one):
            yield Fraction(one, step), Fraction(other, step), Fraction(step - one - other, step)
