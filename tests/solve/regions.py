"""Small random candidates with possible weights of every kind, and what the oracle and plain counting say of them."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from random import Random
from typing import NamedTuple

from decide.solve.program import Row, sparse
from tests import oracle_volume

ZERO = Fraction(0)
Vector = tuple[Fraction, ...]


class Drawn(NamedTuple):
    """Values by candidate and column, and rows of the weights."""

    values: tuple[Vector, ...]
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        """How many weights there are."""
        return len(self.values[0])

    @property
    def wanted(self) -> list[Vector]:
        """The rows in the words of the oracle."""
        return [dense(row, self.columns) for row in self.rows]


def drawn(random: Random, most: int = 4) -> Drawn:
    """Return candidates on a small grid, so that ties and twins are frequent, with rows that are full of weights."""
    columns, candidates = random.randint(1, most), random.randint(1, most)
    grid = random.choice(((0, 1), (0, 1, 2), tuple(range(101)), (Fraction(1, 3), 0, Fraction(5, 7), 1)))
    values = [tuple(Fraction(random.choice(grid)) for _ in range(columns)) for _ in range(candidates)]
    if random.random() < 0.3:
        values.append(random.choice(values))
    weights = [Fraction(random.randint(1, 9)) for _ in range(columns)]
    rows = random.choice((list, lambda: ordered(columns), lambda: boxed(weights), lambda: met(random, weights)))()
    return Drawn(tuple(values), tuple(rows))


def ordered(columns: int) -> list[Row]:
    """Return that weights fall from left to right."""
    return [Row(f"order {at}", ((at, Fraction(1)), (after, Fraction(-1)))) for at, after in pairwise(range(columns))]


def boxed(weights: Sequence[Fraction], share: Fraction = Fraction(1, 5)) -> list[Row]:
    """Return that each weight, before they are made to sum to 1, is off by up to a share."""
    return [
        Row(f"box {one} {two}", sparse_of({two: weights[one] * (1 + share), one: -weights[two] * (1 - share)}))
        for one, two in permutations(range(len(weights)), 2)
    ]


def met(random: Random, weights: Sequence[Fraction]) -> list[Row]:
    """Return up to three rows that these weights meet with something to spare."""
    rows = []
    for name in range(random.randint(1, 3)):
        line = [Fraction(random.randint(-3, 3)) for _ in weights]
        amount = sum((entry * weight for entry, weight in zip(line, weights, strict=True)), ZERO)
        rows += [Row(f"met {name}", sparse([entry if amount > 0 else -entry for entry in line]))] if amount else []
    return rows


def sparse_of(entries: dict[int, Fraction]) -> tuple[tuple[int, Fraction], ...]:
    """Return the entries by their columns."""
    return tuple(sorted(entries.items()))


def dense(row: Row, columns: int) -> Vector:
    """Return the coefficients of a row, zeros included."""
    found = [ZERO] * columns
    for at, entry in row.coefficients:
        found[at] += entry
    return tuple(found)


def less(one: Vector, other: Vector) -> Vector:
    """Return the difference."""
    return tuple(mine - theirs for mine, theirs in zip(one, other, strict=True))


def first(case: Drawn, candidate: int) -> list[Vector]:
    """Return the rows that make a candidate first."""
    return [*case.wanted, *(less(case.values[candidate], other) for other in case.values)]


def first_by_oracle(case: Drawn) -> list[Fraction]:
    """Return each candidate's share, those that are alike sharing theirs."""
    everything = oracle_volume.size_of(case.wanted, case.columns)
    return [
        oracle_volume.size_of(first(case, at), case.columns) / everything / case.values.count(own)
        for at, own in enumerate(case.values)
    ]


def ranks_by_oracle(case: Drawn) -> list[list[Fraction]]:
    """Return how likely each rank is, adding up the volumes of all orders; candidates are all different."""
    everything = oracle_volume.size_of(case.wanted, case.columns)
    found = [[ZERO] * len(case.values) for _ in case.values]
    for order in permutations(range(len(case.values))):
        rows = [less(case.values[one], case.values[two]) for one, two in pairwise(order)]
        share = oracle_volume.size_of([*case.wanted, *rows], case.columns) / everything
        for rank, at in enumerate(order):
            found[at][rank] += share
    return found


def counted(case: Drawn, random: Random, draws: int) -> list[int]:
    """Return how often each candidate is first at whole weights drawn evenly; rows are met or the draw is not used."""
    found = [0] * len(case.values)
    wanted = case.wanted
    while draws:
        cuts = sorted(random.randrange(2**40) for _ in range(case.columns - 1))
        weights = [high - low for low, high in pairwise((0, *cuts, 2**40))]
        if all(sum(entry * weight for entry, weight in zip(row, weights, strict=True)) >= 0 for row in wanted):
            scores = [sum(one * weight for one, weight in zip(own, weights, strict=True)) for own in case.values]
            found[scores.index(max(scores))] += 1
            draws -= 1
    return found
