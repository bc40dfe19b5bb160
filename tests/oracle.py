"""The exact oracle: the two-phase primal simplex with Bland's rule, on a plain tableau of fractions.

Written apart from the program, which goes the other way round (dual, lexicographic, in whole numbers).
"""

from collections.abc import Sequence
from fractions import Fraction

Dense = Sequence[Fraction]
Stated = tuple[Dense, str, Fraction]
"""Coefficients of all columns, ">=" or "=", and the right-hand side."""
_ZERO, _ONE = Fraction(0), Fraction(1)


def least(costs: Dense, rows: Sequence[Stated]) -> tuple[Fraction, list[Fraction]] | None:
    """Return the least of costs · x over x >= 0 that meet the rows, and such an x; None if nothing meets them.

    Raises ValueError if there is no least.
    """
    size = len(costs)
    surplus = [at for at, (_, sign, _) in enumerate(rows) if sign == ">="]
    width = size + len(surplus) + len(rows)
    table: list[list[Fraction]] = []
    for at, (entries, sign, side) in enumerate(rows):
        line = [*entries, *(-_ONE if sign == ">=" and at == own else _ZERO for own in surplus)]
        if side < 0:
            line = [-one for one in line]
        table.append([*line, *(_ONE if at == own else _ZERO for own in range(len(rows))), abs(side)])
    basis = list(range(width - len(rows), width))
    _run(table, basis, [*[_ZERO] * (width - len(rows)), *[_ONE] * len(rows)], width)
    if any(line[-1] for line, column in zip(table, basis, strict=True) if column >= width - len(rows)):
        return None
    _drive_out(table, basis, width - len(rows))
    _run(table, basis, [*costs, *[_ZERO] * (width - size)], width - len(rows))
    point = [_ZERO] * width
    for line, column in zip(table, basis, strict=True):
        point[column] = line[-1]
    return sum((cost * one for cost, one in zip(costs, point, strict=False)), _ZERO), point[:size]


def first_of_the_least(costs: Dense, rows: Sequence[Stated]) -> list[Fraction] | None:
    """Return the lexicographically least of the cheapest points: one objective after the other, each then held."""
    size = len(costs)
    objectives = [list(costs), *([_ONE if at == own else _ZERO for at in range(size)] for own in range(size))]
    held = list(rows)
    point: list[Fraction] | None = None
    for objective in objectives:
        found = least(objective, held)
        if found is None:
            return None
        amount, point = found
        held.append((objective, "=", amount))
    return point


def _run(table: list[list[Fraction]], basis: list[int], costs: Dense, allowed: int) -> None:
    """Pivot to the optimum, only the first ``allowed`` columns entering: the first that pays, the first that binds."""
    while True:
        prices = [costs[column] for column in basis]
        for entering in range(allowed):
            if entering in basis:
                continue
            own = sum((price * line[entering] for price, line in zip(prices, table, strict=True)), _ZERO)
            if costs[entering] - own < 0:
                break
        else:
            return
        ratios = [(line[-1] / line[entering], basis[at], at) for at, line in enumerate(table) if line[entering] > 0]
        if not ratios:
            raise ValueError("no least")
        _pivot(table, basis, min(ratios)[2], entering)


def _drive_out(table: list[list[Fraction]], basis: list[int], real: int) -> None:
    """Replace artificial columns that stayed in the basis at zero; rows that say nothing new go."""
    for at in reversed(range(len(table))):
        if basis[at] >= real:
            entering = next((column for column in range(real) if table[at][column]), None)
            if entering is None:
                del table[at], basis[at]
            else:
                _pivot(table, basis, at, entering)


def _pivot(table: list[list[Fraction]], basis: list[int], at: int, entering: int) -> None:
    pivot = table[at][entering]
    table[at] = [one / pivot for one in table[at]]
    for other, line in enumerate(table):
        factor = line[entering]
        if other != at and factor:
            table[other] = [one - factor * own for one, own in zip(line, table[at], strict=True)]
    basis[at] = entering
