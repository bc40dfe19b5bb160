"""The exact simplex: integers only, dual, lexicographic, with rows taken up when they are violated.

The dictionary holds the costs and every column in terms of as many slacks, over one denominator (Bareiss: each
division is exact). As no cost is negative, x = 0 is dual feasible; the lexicographic choice of the entering slack keeps
every column of the dictionary lexicographically positive, so each pivot makes (cost, x) larger in that order: it ends,
whatever row is chosen, and it ends in the least of all cheapest points (Dantzig, Orden and Wolfe 1955; Gomory 1958).
"""

from collections.abc import Sequence
from copy import copy
from fractions import Fraction
from math import lcm
from operator import itemgetter, mul

from decide.solve.program import Program, Row, Solution

_Line = list[int]
_Key = tuple[int, int]
"""A slack: (row, sign), or (-1 - column, 1) for the column itself."""


def minimise(program: Program, start: Sequence[str] = ()) -> Solution:
    """Return the exact solution; ``start`` names rows that are thought to be tight, which only saves pivots."""
    places = {row.name: place for place, row in enumerate(program.rows)}
    return Dictionary(program).solve([places[name] for name in start])


def _dense(row: Row, size: int) -> _Line:
    line = [0] * size
    columns, entries, _, _ = row.whole
    for column, entry in zip(columns, entries, strict=True):
        line[column] = entry
    return line


class Dictionary:
    """A program that is solved, and again after rows are added to it, which costs few pivots.

    Costs and columns as (constant, coefficient of each slack) over ``below``; changed by pivots.

    ``basic`` holds the lines of the columns that are no slacks themselves, mostly few; ``places`` says which slack each
    other column is, counted from 1.
    """

    def __init__(self, program: Program) -> None:
        size = len(program.columns)
        self.rows = program.rows
        self.dense = [_dense(row, size) for row in program.rows]
        self.cost_scale = lcm(*(cost.denominator for cost in program.costs)) if size else 1
        costs = [cost.numerator * (self.cost_scale // cost.denominator) for cost in program.costs]
        assert all(cost >= 0 for cost in costs)
        self.below = 1
        self.costs: _Line = [0, *costs]
        self.basic: dict[int, _Line] = {}
        self.slacks: list[_Key] = [(-1 - column, 1) for column in range(size)]
        self.places = {column: column + 1 for column in range(size)}
        self.pivots = 0

    def with_rows(self, rows: Sequence[Row]) -> "Dictionary":
        """Return a copy that has these rows too; what is solved so far is shared, as no line is ever changed."""
        made = copy(self)
        made.rows = (*self.rows, *rows)
        made.dense = [*self.dense, *(_dense(row, len(self.slacks)) for row in rows)]
        made.basic, made.slacks, made.places = self.basic.copy(), self.slacks.copy(), self.places.copy()
        return made

    def solve(self, first: Sequence[int] = (), *, enough: int | None = None) -> Solution:
        """Pivot until no row is violated, or one cannot be met; some rows are met ``first``, then all.

        It ends too once the multipliers prove a cost of more than ``enough``; no point is returned then.
        """
        for places in (first, range(len(self.rows))):
            while (worst := self._most_violated(places)) is not None:
                if enough is not None and self.costs[0] > enough * self.below * self.cost_scale:
                    return self._proved()
                line = self._line(worst)
                entering = self._entering(line)
                if entering == 0:
                    return self._infeasible(worst, line)
                self._pivot(worst, line, entering)
        point = tuple(
            Fraction(self.basic[column][0], self.below) if column in self.basic else Fraction(0)
            for column in range(len(self.slacks))
        )
        return self._proved(point)

    def _proved(self, point: tuple[Fraction, ...] = ()) -> Solution:
        """Return the cost that the multipliers prove now."""
        unit = self.below * self.cost_scale
        return Solution(
            feasible=True,
            cost=Fraction(self.costs[0], unit),
            point=point,
            multipliers=self._multipliers(self.costs, unit),
            pivots=self.pivots,
        )

    def _line(self, key: _Key) -> _Line:
        """Return the slack of a row, or a column, in terms of the slacks of the dictionary."""
        row, sign = key
        if row < 0:
            return self.basic[-1 - row]
        columns, whole, least, _ = self.rows[row].whole
        total = [0] * (len(self.slacks) + 1)
        total[0] = -least * sign * self.below
        for column, entry in zip(columns, whole, strict=True):
            known = self.basic.get(column)
            if known is None:
                total[self.places[column]] += sign * entry * self.below
            else:
                factor = sign * entry
                total = [sum_ + factor * one for sum_, one in zip(total, known, strict=True)]
        return total

    def _most_violated(self, places: Sequence[int]) -> _Key | None:
        """Return the row, or column, that is furthest below what it must be, for the size of its entries."""
        worst: _Key | None = None
        depth, size = 0, 1
        columns = [column for column, line in self.basic.items() if line[0]]
        heights = [self.basic[column][0] for column in columns]
        for column, amount in zip(columns, heights, strict=True):
            if amount * size < depth:
                worst, depth, size = (-1 - column, 1), amount, 1
        chosen = itemgetter(*columns, 0) if columns else None  # with one more, so that it gives a tuple
        for place in places:
            row, dense = self.rows[place], self.dense[place]
            amount = -row.whole[2] * self.below
            if chosen is not None:
                amount += sum(map(mul, heights, chosen(dense)))
            sign = 1
            if amount > 0 and row.exact:
                amount, sign = -amount, -1
            if amount < 0 and amount * size < depth * row.size:
                worst, depth, size = (place, sign), amount, row.size
        return worst

    def _entering(self, line: _Line) -> int:
        """Return the place of the slack that enters: the lexicographically least column per unit; 0 if none can."""
        best = 0
        for at in range(1, len(line)):
            if line[at] > 0 and (best == 0 or self._before(at, best, line)):
                best = at
        return best

    def _before(self, one: int, other: int, line: _Line) -> bool:
        mine, theirs = line[one], line[other]
        difference = self.costs[one] * theirs - self.costs[other] * mine
        if difference:
            return difference < 0
        for column in range(len(self.slacks)):
            known = self.basic.get(column)
            if known is None:
                if self.places[column] in (one, other):
                    return self.places[column] == other
            elif difference := known[one] * theirs - known[other] * mine:
                return difference < 0
        return False

    def _pivot(self, key: _Key, line: _Line, entering: int) -> None:
        """Let a violated row, or column, be a slack in place of another one."""
        pivot = line[entering]
        sign = 1 if pivot > 0 else -1
        left = self.slacks[entering - 1]
        if key[0] < 0:
            del self.basic[-1 - key[0]]
            self.places[-1 - key[0]] = entering
        self.costs = self._turned(self.costs, line, entering, sign)
        for column, known in self.basic.items():
            self.basic[column] = self._turned(known, line, entering, sign)
        if left[0] < 0:
            own = [-one * sign for one in line]
            own[entering] = self.below * sign
            self.basic[-1 - left[0]] = own
            del self.places[-1 - left[0]]
        self.below = pivot * sign
        self.slacks[entering - 1] = key
        self.pivots += 1

    def _turned(self, known: _Line, line: _Line, entering: int, sign: int) -> _Line:
        pivot, below, factor = line[entering], self.below, known[entering]
        if factor:
            fresh = [(one * pivot - factor * other) // below for one, other in zip(known, line, strict=True)]
            fresh[entering] = factor
        elif pivot == below:
            return known
        else:
            fresh = [one * pivot // below for one in known]
        return fresh if sign > 0 else [-one for one in fresh]

    def _multipliers(self, line: _Line, unit: int) -> dict[str, Fraction]:
        found: dict[str, Fraction] = {}
        for (row, sign), amount in zip(self.slacks, line[1:], strict=True):
            if row >= 0 and amount:
                name, scale = self.rows[row].name, self.rows[row].whole[3]
                found[name] = found.get(name, Fraction(0)) + Fraction(sign * amount * scale, unit)
        return {name: amount for name, amount in found.items() if amount}

    def _infeasible(self, key: _Key, line: _Line) -> Solution:
        """Return the proof: the violated row and those slacks that hold it down, none of them negative."""
        found = self._multipliers([0, *(-one for one in line[1:])], self.below)
        row, sign = key
        if row >= 0:
            name, scale = self.rows[row].name, self.rows[row].whole[3]
            found[name] = found.get(name, Fraction(0)) + sign * scale
        multipliers = {name: amount for name, amount in found.items() if amount}
        return Solution(feasible=False, multipliers=multipliers, pivots=self.pivots)
