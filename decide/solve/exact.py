"""The exact simplex: integers only, dual, lexicographic, with rows taken up when they are violated.

The dictionary holds the costs and every column in terms of as many slacks, over one denominator (Bareiss: each
division is exact). As no cost is negative, x = 0 is dual feasible; the lexicographic choice of the entering slack keeps
every column of the dictionary lexicographically positive, so each pivot makes (cost, x) larger in that order: it ends,
whatever row is chosen, and it ends in the least of all cheapest points (Dantzig, Orden and Wolfe 1955; Gomory 1958).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from decide.solve.program import Program, Solution

_Line = list[int]
_Key = tuple[int, int]
"""A slack: (row, sign), or (-1 - column, 1) for the column itself."""


def minimise(program: Program, start: Sequence[str] = ()) -> Solution:
    """Return the exact solution; ``start`` names rows that are thought to be tight, which only saves pivots."""
    if start:
        dictionary = _Dictionary(program)
        named = {row.name: index for index, row in enumerate(program.rows)}
        if dictionary.crash([named[name] for name in start]):
            return dictionary.solve()
    return _Dictionary(program).solve()


class _Dictionary:
    """Costs and columns as (constant, coefficient of each slack) over ``below``; changed by pivots."""

    def __init__(self, program: Program) -> None:
        size = len(program.columns)
        self.program, self.lines = program, [row.whole for row in program.rows]
        self.cost_scale = lcm(*(cost.denominator for cost in program.costs)) if size else 1
        costs = [cost.numerator * (self.cost_scale // cost.denominator) for cost in program.costs]
        assert all(cost >= 0 for cost in costs)
        self.below = 1
        self.table: list[_Line] = [[0, *costs]]
        self.table += [[0, *(int(slack == column) for slack in range(size))] for column in range(size)]
        self.slacks: list[_Key] = [(-1 - column, 1) for column in range(size)]
        self.sizes = [max(map(abs, whole), default=0) or 1 for _, whole, _, _ in self.lines]
        self.pivots = 0

    def solve(self) -> Solution:
        """Pivot until no row is violated, or one cannot be met."""
        while (worst := self._most_violated()) is not None:
            line = self._line(worst)
            entering = self._entering(line)
            if entering == 0:
                return self._infeasible(worst, line)
            self._pivot(worst, line, entering)
        point = tuple(Fraction(line[0], self.below) for line in self.table[1:])
        cost = Fraction(self.table[0][0], self.below * self.cost_scale)
        multipliers = self._multipliers(self.table[0], self.below * self.cost_scale)
        return Solution(feasible=True, cost=cost, point=point, multipliers=multipliers, pivots=self.pivots)

    def crash(self, rows: Sequence[int]) -> bool:
        """Make rows tight; return whether the dictionary can be gone on from."""
        wanted = set(rows)
        for row in rows:
            line = self._line((row, 1))
            free = [at for at, slack in enumerate(self.slacks, 1) if line[at] and slack[0] not in wanted]
            if not free:
                continue
            self._pivot((row, 1), line, max(free, key=lambda at: abs(line[at])))
        return all(self._is_positive(at) for at in range(1, len(self.slacks) + 1))

    def _is_positive(self, at: int) -> bool:
        return next((line[at] for line in self.table if line[at]), 0) > 0

    def _line(self, key: _Key) -> _Line:
        """Return the slack of a row, or a column, in terms of the slacks of the dictionary."""
        row, sign = key
        if row < 0:
            return self.table[-row]
        columns, whole, least, _ = self.lines[row]
        parts = [(entry * sign, self.table[column + 1]) for column, entry in zip(columns, whole, strict=True)]
        if not parts:
            return [-least * sign * self.below, *([0] * len(self.slacks))]
        (entry, first), *others = parts
        total = [entry * one for one in first]
        for entry, line in others:
            total = [sum_ + entry * one for sum_, one in zip(total, line, strict=True)]
        total[0] -= least * sign * self.below
        return total

    def _most_violated(self) -> _Key | None:
        worst: _Key | None = None
        depth, size = 0, 1
        point = [line[0] for line in self.table]
        for column in range(1, len(point)):
            if point[column] * size < depth:
                worst, depth, size = (-column, 1), point[column], 1
        for row, (columns, whole, least, _) in enumerate(self.lines):
            amount = -least * self.below
            for column, entry in zip(columns, whole, strict=True):
                amount += entry * point[column + 1]
            sign = 1
            if amount > 0 and self.program.rows[row].exact:
                amount, sign = -amount, -1
            if amount < 0 and amount * size < depth * self.sizes[row]:
                worst, depth, size = (row, sign), amount, self.sizes[row]
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
        for known in self.table:
            difference = known[one] * theirs - known[other] * mine
            if difference:
                return difference < 0
        return False

    def _pivot(self, key: _Key, line: _Line, entering: int) -> None:
        pivot, below = line[entering], self.below
        sign = 1 if pivot > 0 else -1
        for index, known in enumerate(self.table):
            factor = known[entering]
            if factor:
                fresh = [(one * pivot - factor * other) // below for one, other in zip(known, line, strict=True)]
                fresh[entering] = factor
            elif pivot == below:
                continue
            else:
                fresh = [one * pivot // below for one in known]
            self.table[index] = fresh if sign > 0 else [-one for one in fresh]
        self.below = pivot * sign
        self.slacks[entering - 1] = key
        self.pivots += 1

    def _multipliers(self, line: _Line, unit: int) -> dict[str, Fraction]:
        found: dict[str, Fraction] = {}
        for (row, sign), amount in zip(self.slacks, line[1:], strict=True):
            if row >= 0 and amount:
                name = self.program.rows[row].name
                found[name] = found.get(name, Fraction(0)) + Fraction(sign * amount * self.lines[row][3], unit)
        return {name: amount for name, amount in found.items() if amount}

    def _infeasible(self, key: _Key, line: _Line) -> Solution:
        """Return the proof: the violated row and those slacks that hold it down, none of them negative."""
        found = self._multipliers([0, *(-one for one in line[1:])], self.below)
        row, sign = key
        if row >= 0:
            name = self.program.rows[row].name
            found[name] = found.get(name, Fraction(0)) + sign * self.lines[row][3]
        return Solution(
            feasible=False, multipliers={name: amount for name, amount in found.items() if amount}, pivots=self.pivots
        )
