"""What every analysis looks at: the numbers of a ranking, and the set of weights that are possible."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from operator import mul
from typing import TYPE_CHECKING, Any

from decide.model.change import Change
from decide.model.decision import PossibleWeights
from decide.model.finding import Witness
from decide.model.possible import WeightSet
from decide.model.ranking import Ranked, Ranking
from decide.rank.additive import additive
from decide.solve.exact import minimise
from decide.solve.optimum import Propose, optimum
from decide.solve.program import Program, Row, Solution, sparse
from decide.stress.closed import Closed, closed
from decide.stress.corners import corners
from decide.stress.whole import made_whole
from decide.weigh.possible import weight_set

if TYPE_CHECKING:
    from concurrent.futures import Executor

HUNDRED = Fraction(100)
SUM = "sum of weights"
DRAWS = 65_536
"""Enough to tell the probabilities of five candidates to within a percent, all together with a certainty of 99.9 %."""
Vector = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How many draws (0: as usual), from which seed (empty: the decision's hash), who does the work and hears of it."""

    draws: int = 0
    seed: str = ""
    executor: "Executor | None" = None
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True, eq=False)  # without slots: what is looked up is kept
class Case:
    """Those ranked, in the file's order (rows), on the leaves (columns); values and scores in points 0 … 100."""

    ranking: Ranking
    asked: PossibleWeights | None = None
    propose: Propose | None = None
    """What is asked which rows are tight in large programs; it saves time and changes no answer."""
    drawing: Drawing = Drawing()

    def solve(self, program: Program, start: Sequence[str] = ()) -> Solution:
        """Return the exact solution of a program; ``start`` names rows that are thought tight, which saves time."""
        return minimise(program, start) if start else optimum(program, self.propose)

    @cached_property
    def entries(self) -> tuple[Ranked, ...]:
        """Those ranked, in the file's order."""
        known = {entry.candidate.id: entry for entry in self.ranking.ranked}
        return tuple(known[one.id] for one in self.ranking.decision.candidates if one.id in known)

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """The ids of those ranked."""
        return tuple(entry.candidate.id for entry in self.entries)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The ids of the leaves."""
        return tuple(leaf.id for leaf in self.ranking.leaves)

    @property
    def weights(self) -> Vector:
        """The point weight of each leaf."""
        return self.ranking.weights

    @cached_property
    def values(self) -> tuple[Vector, ...]:
        """The point value of each cell."""
        return tuple(tuple(known.point for known in entry.values) for entry in self.entries)

    @cached_property
    def lows(self) -> tuple[Vector, ...]:
        """The least value of each cell."""
        return tuple(tuple(known.low for known in entry.values) for entry in self.entries)

    @cached_property
    def highs(self) -> tuple[Vector, ...]:
        """The most value of each cell."""
        return tuple(tuple(known.high for known in entry.values) for entry in self.entries)

    @cached_property
    def scores(self) -> Vector:
        """The score of each candidate."""
        return tuple(entry.score.point for entry in self.entries)

    @cached_property
    def winners(self) -> tuple[int, ...]:
        """Those first in rank."""
        return tuple(index for index, entry in enumerate(self.entries) if entry.rank == 1)

    @cached_property
    def weight_unit(self) -> int:
        """What weights are multiplied with to be whole."""
        return lcm(*(weight.denominator for weight in self.weights))

    @cached_property
    def whole_weights(self) -> tuple[int, ...]:
        """The weights as whole numbers."""
        return tuple(weight.numerator * (self.weight_unit // weight.denominator) for weight in self.weights)

    @cached_property
    def value_unit(self) -> int:
        """What values are multiplied with to be whole."""
        return lcm(*(value.denominator for row in self.values for value in row))

    @cached_property
    def whole_values(self) -> tuple[tuple[int, ...], ...]:
        """The values as whole numbers."""
        unit = self.value_unit
        return tuple(tuple(value.numerator * (unit // value.denominator) for value in row) for row in self.values)

    @cached_property
    def whole_scores(self) -> tuple[int, ...]:
        """The scores as whole numbers, in units of both."""
        return tuple(sum(map(mul, self.whole_weights, row)) for row in self.whole_values)

    @cached_property
    def possible(self) -> WeightSet:
        """The weights that are possible."""
        values = dict(zip(self.candidates, self.values, strict=True))
        values |= {entry.candidate.id: tuple(known.point for known in entry.values) for entry in self.ranking.excluded}
        return weight_set(self.ranking.decision, self.ranking.leaves, self.weights, values, self.asked)

    @cached_property
    def possible_rows(self) -> tuple[tuple[str, ...], tuple[Row, ...]]:
        """The possible weights as the columns and rows of a program: the leaves, or the weights that are mixed."""
        weight_set = self.possible
        if weight_set.mixed:
            columns = tuple(name for name, _ in weight_set.mixed)
            entries = [
                sparse(
                    [
                        sum((part * weights[at] for at, part in row.coefficients), Fraction(0))
                        for _, weights in weight_set.mixed
                    ]
                )
                for row in weight_set.rows
            ]
        else:
            columns, entries = self.leaves, [row.coefficients for row in weight_set.rows]
        total = Row(SUM, sparse([1] * len(columns)), Fraction(1), exact=True)
        stated = zip(weight_set.rows, entries, strict=True)
        return columns, (total, *(Row(row.name, own, exact=row.exact) for row, own in stated))

    def gains(self, direction: Sequence[Fraction]) -> list[Fraction]:
        """Return what a direction gains on each column of the possible weights."""
        if not self.possible.mixed:
            return list(direction)
        return [dot(direction, weights) for _, weights in self.possible.mixed]

    @cached_property
    def closed(self) -> Closed | None:
        """The closed forms of what is least over the possible weights, where they are of a form that has some."""
        return closed(self.possible, len(self.leaves))

    @cached_property
    def whole_ends(self) -> tuple[int, list[tuple[int, ...]], list[tuple[int, ...]], list[tuple[int, ...]]]:
        """What makes all values whole, and the least, the point and the most value of each cell, so made."""
        size = len(self.entries)
        unit, rows = made_whole([*self.lows, *self.values, *self.highs])
        return unit, rows[:size], rows[size : 2 * size], rows[2 * size :]

    @cached_property
    def corners(self) -> tuple[Vector, ...] | None:
        """The corners of the possible weights, where they can be listed."""
        return corners(self.possible, len(self.leaves))

    @cached_property
    def whole_corners(self) -> list[tuple[int, ...]]:
        """The corners, each multiplied with what makes it whole; none where they cannot be listed."""
        units = [(lcm(*(weight.denominator for weight in one)), one) for one in self.corners or ()]
        return [tuple(weight.numerator * (unit // weight.denominator) for weight in one) for unit, one in units]

    @cached_property
    def moved_rows(self) -> dict[tuple[int, int], Row]:
        """Rows that programs of the least weight moved for one candidate share, by candidate and rival."""
        return {}

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What several analyses look up, under the name of the file that keeps it."""
        return {}

    def margin(self, one: int, other: int) -> Vector:
        """Return the value of the one less that of the other, leaf by leaf."""
        return tuple(mine - theirs for mine, theirs in zip(self.values[one], self.values[other], strict=True))

    def first(self, weights: Sequence[Fraction] = (), moved: Mapping[int, Fraction] | None = None) -> tuple[str, ...]:
        """Return who is first with other weights, or with the scores of some candidates moved."""
        if weights:
            unit = lcm(*(weight.denominator for weight in weights))
            whole = [weight.numerator * (unit // weight.denominator) for weight in weights]
            scores: Sequence[int | Fraction] = [sum(map(mul, whole, row)) for row in self.whole_values]
        else:
            changes = moved or {}
            scores = [score + changes[at] if at in changes else score for at, score in enumerate(self.scores)]
        best = max(scores)
        return tuple(one for one, score in zip(self.candidates, scores, strict=True) if score == best)

    def at_weights(self, weights: Sequence[Fraction]) -> Witness:
        """Return the witness of other weights."""
        pairs = tuple(zip(self.leaves, weights, strict=True))
        return Witness(Change(weights=pairs), self.first(weights))


def dot(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    """Return the sum of the products, exactly and in whole numbers of one denominator each."""
    return additive(one, [other])[0]
