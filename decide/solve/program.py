"""A linear program in one form: columns that are not negative, costs that are not negative, rows with a least."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

Sparse = tuple[tuple[int, Fraction], ...]
"""Column → coefficient, zeros left out."""


class Row:
    """``coefficients · x >= least``, or ``= least`` where it is ``exact``; the name is unique in its program.

    It is held in whole numbers: ``whole`` has columns, entries, least, and what they were multiplied with.
    """

    __slots__ = ("exact", "name", "size", "whole")

    def __init__(
        self,
        name: str,
        coefficients: Sparse,
        least: Fraction = Fraction(0),
        exact: bool = False,  # noqa: FBT001, FBT002 - a row reads well
    ) -> None:
        scale = lcm(least.denominator, *(entry.denominator for _, entry in coefficients))
        columns = tuple(column for column, _ in coefficients)
        entries = tuple(entry.numerator * (scale // entry.denominator) for _, entry in coefficients)
        self._hold(name, columns, entries, least.numerator * (scale // least.denominator), scale, exact=exact)

    @classmethod
    def in_whole(cls, name: str, columns: tuple[int, ...], entries: tuple[int, ...], least: int, scale: int) -> "Row":
        """Return the row of whole numbers that were multiplied with ``scale``."""
        made = cls.__new__(cls)
        made._hold(name, columns, entries, least, scale, exact=False)
        return made

    def _hold(
        self,
        name: str,
        columns: tuple[int, ...],
        entries: tuple[int, ...],
        least: int,
        scale: int,
        exact: bool,  # noqa: FBT001
    ) -> None:
        self.name, self.exact = name, exact
        self.whole = (columns, entries, least, scale)
        self.size = max(map(abs, entries), default=0) or 1

    @property
    def coefficients(self) -> Sparse:
        """The entries by their columns."""
        columns, entries, _, scale = self.whole
        return tuple((column, Fraction(entry, scale)) for column, entry in zip(columns, entries, strict=True))

    @property
    def least(self) -> Fraction:
        """What the row is at least."""
        return Fraction(self.whole[2], self.whole[3])


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
    return tuple(
        (start + column, entry if isinstance(entry, Fraction) else Fraction(entry))
        for column, entry in enumerate(dense)
        if entry
    )


def unit(column: int, amount: int = 1) -> Sparse:
    """Return one column alone."""
    return ((column, Fraction(amount)),)
