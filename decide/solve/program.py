"""A linear program in one form: columns that are not negative, costs that are not negative, rows with a least."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm

Sparse = tuple[tuple[int, Fraction], ...]
"""Column → coefficient, zeros left out."""


@dataclass(frozen=True, eq=False)  # without slots: the whole numbers are reckoned once
class Row:
    """``coefficients · x >= least``, or ``= least`` where it is ``exact``; the name is unique in its program."""

    name: str
    coefficients: Sparse
    least: Fraction = Fraction(0)
    exact: bool = False

    @cached_property
    def whole(self) -> tuple[tuple[int, ...], tuple[int, ...], int, int]:
        """The row in whole numbers: columns, coefficients, least, and what it was multiplied with."""
        scale = lcm(self.least.denominator, *(entry.denominator for _, entry in self.coefficients))
        columns = tuple(column for column, _ in self.coefficients)
        entries = tuple(entry.numerator * (scale // entry.denominator) for _, entry in self.coefficients)
        return columns, entries, self.least.numerator * (scale // self.least.denominator), scale


@dataclass(frozen=True, slots=True)
class Program:
    """Minimise ``costs · x`` over x >= 0 that meet the rows; columns in ``whole`` are 0 or 1.

    Every question of the solver can be put so that no cost is negative: then x = 0 is dual feasible, and a row
    matters only once it is violated.
    """

    name: str
    columns: tuple[str, ...]
    costs: tuple[Fraction, ...]
    rows: tuple[Row, ...]
    whole: frozenset[int] = frozenset()

    def narrowed(self, kept: Sequence[int]) -> "Program":
        """Return the program with some columns only, the others held at 0; rows left empty and met are left out."""
        places = {column: at for at, column in enumerate(kept)}
        rows = []
        for row in self.rows:
            entries = tuple((places[column], entry) for column, entry in row.coefficients if column in places)
            if entries or row.least > 0 or (row.exact and row.least):
                rows.append(Row(row.name, entries, row.least, row.exact))
        columns, costs = tuple(self.columns[at] for at in kept), tuple(self.costs[at] for at in kept)
        return Program(
            self.name, columns, costs, tuple(rows), frozenset(places[at] for at in self.whole if at in places)
        )


@dataclass(frozen=True, slots=True)
class Solution:
    """The least cost and where it is, or that nothing meets the rows.

    ``multipliers`` (row name → multiplier, zeros left out) prove it: with y of these, yA <= costs and yb is the least
    cost; where nothing meets the rows, yA <= 0 and yb > 0. Rows that are not exact have y >= 0. ``point`` is the
    lexicographically least of all cheapest ones, so it does not depend on how it was found.
    """

    feasible: bool
    cost: Fraction = Fraction(0)
    point: tuple[Fraction, ...] = ()
    multipliers: Mapping[str, Fraction] = field(default_factory=dict)
    pivots: int = 0


def sparse(dense: Sequence[Fraction | int], start: int = 0) -> Sparse:
    """Return the entries that are not zero, the first of them in column ``start``."""
    return tuple((start + column, Fraction(entry)) for column, entry in enumerate(dense) if entry)


def unit(column: int, amount: int = 1) -> Sparse:
    """Return one column alone."""
    return ((column, Fraction(amount)),)
