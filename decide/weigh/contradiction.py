"""Statements that no weights meet together: a smallest set of them, and the sum of its statements that shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb, gcd, lcm

from decide.model.decision import Decision, Statement
from decide.model.figures import plain, said
from decide.model.possible import WeightRow
from decide.model.problem import Problem
from decide.model.record import Record, record
from decide.model.tree import Leaf
from decide.solve.exact import minimise
from decide.solve.program import Program, Row, Solution, sparse
from decide.weigh.possible import preference_rows

SUM = "sum of weights"
MOST_PROGRAMS = 300
MOST_MULTIPLIER = 9_999
_SIGN = re.compile(r" (?:>=|<=|=) ")


@record
class Part(Record):
    """One sign of a statement, as ``upper - lower >= 0`` or ``= 0``, with its multiplier in the sum.

    Weights count in percent and candidates in points, so the sum is out of 100.
    """

    text: str
    row: WeightRow
    multiplier: Fraction


@record
class Clash(Record):
    """Statements (by their places in the file) that clash only all together, and the sum that shows it.

    Whatever the weights, the sum of the parts is at most ``-amount``, though every part is at least 0.
    """

    statements: tuple[int, ...]
    parts: tuple[Part, ...]
    amount: Fraction


def smallest_clash(
    decision: Decision, leaves: tuple[Leaf, ...], values: Mapping[str, Sequence[Fraction]]
) -> Clash | None:
    """Return a smallest set of statements that no weights meet; None if some weights meet all.

    ``values`` as for the possible weights. Sets are tried by their size, in the order of the file, as long as that
    takes a few hundred programs; else statements are dropped one by one (Chinneck 2008), which gives a set that
    clashes only as a whole, though there may be a smaller one.
    """
    rows = iter(preference_rows(decision, leaves, values))
    stated = [tuple(next(rows) for _ in statement.signs) for statement in decision.preferences]
    everything = tuple(range(len(stated)))
    whole = _tried(stated, everything, len(leaves))
    if whole.feasible:
        return None
    for chosen in _by_size(len(stated)):
        solution = _tried(stated, chosen, len(leaves))
        if not solution.feasible:
            return _clash(decision, stated, chosen, solution)
    chosen = _held(stated, everything, whole)
    for one in chosen:
        without = tuple(other for other in chosen if other != one)
        if not _tried(stated, without, len(leaves)).feasible:
            chosen = without
    return _clash(decision, stated, chosen, _tried(stated, chosen, len(leaves)))


def clash_problem(decision: Decision, clash: Clash) -> Problem:
    """Return the fault ``preferences-contradict`` at the first of the statements."""
    statements = [decision.preferences[one] for one in clash.statements]
    place = statements[0].place
    assert place is not None
    told = [f" {statement.text}  ({_line(statement)})" for statement in statements]
    shown = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]} together"
    gives = f" {_sum(clash.parts)}  gives  0 >= {_amount(clash, statements)}"
    message = f"no weights meet {shown}: {gives}, as no weight is negative and all sum to 100 %"
    hint = "change the statement" if len(told) == 1 else "take one of them back, or weaken it"
    return Problem("preferences-contradict", place, message, hint)


def _by_size(count: int) -> Iterator[tuple[int, ...]]:
    left = MOST_PROGRAMS
    for size in range(1, count + 1):
        left -= comb(count, size)
        if left < 0:
            return
        yield from combinations(range(count), size)


def _tried(stated: Sequence[tuple[WeightRow, ...]], chosen: Sequence[int], size: int) -> Solution:
    """Return the solution of a program without costs: the weights that meet the chosen statements, or why none do."""
    rows = [Row(SUM, sparse([1] * size), Fraction(1), exact=True)]
    rows += [Row(row.name, row.coefficients, exact=row.exact) for one in chosen for row in stated[one]]
    columns = tuple(f"weight {at + 1}" for at in range(size))
    return minimise(Program("preferences", columns, (Fraction(0),) * size, tuple(rows)))


def _held(stated: Sequence[tuple[WeightRow, ...]], chosen: Sequence[int], solution: Solution) -> tuple[int, ...]:
    """Return those statements that the proof uses."""
    return tuple(one for one in chosen if any(row.name in solution.multipliers for row in stated[one]))


def _clash(
    decision: Decision, stated: Sequence[tuple[WeightRow, ...]], chosen: tuple[int, ...], solution: Solution
) -> Clash:
    """Return the clash with its multipliers in smallest whole numbers."""
    found: list[tuple[str, WeightRow, Fraction]] = []
    for one in chosen:
        statement = decision.preferences[one]
        hundred = 1 if statement.holistic else 100
        sides, signs = _SIGN.split(statement.text), _SIGN.findall(statement.text)
        for at, row in enumerate(stated[one]):
            if row.name in solution.multipliers:
                text = f"{sides[at]}{signs[at]}{sides[at + 1]}"
                found.append((text, row, solution.multipliers[row.name] / hundred))
    below = lcm(*(multiplier.denominator for _, _, multiplier in found))
    above = gcd(*(multiplier.numerator * (below // multiplier.denominator) for _, _, multiplier in found))
    unit = Fraction(below, above)
    parts = tuple(Part(text, row, multiplier * unit) for text, row, multiplier in found)
    return Clash(chosen, parts, solution.multipliers[SUM] * unit)


def _sum(parts: Sequence[Part]) -> str:
    """Return ``2 × (price >= ease) + (ease >= 60%)``; long multipliers as they are to the smallest, rounded."""
    unit, about = Fraction(1), ""
    if max(abs(part.multiplier) for part in parts) > MOST_MULTIPLIER:
        unit, about = min(abs(part.multiplier) for part in parts), "about "
    told = ""
    for part in parts:
        amount = abs(part.multiplier) / unit
        sign = ("-" if part.multiplier < 0 else "") if not told else (" - " if part.multiplier < 0 else " + ")
        told += f"{sign}{'' if amount == 1 else f'{plain(amount)} × '}({part.text})"
    return f"{about}{told}"


def _amount(clash: Clash, statements: Sequence[Statement]) -> str:
    most = max(abs(part.multiplier) for part in clash.parts)
    unit = min(abs(part.multiplier) for part in clash.parts) if most > MOST_MULTIPLIER else Fraction(1)
    amount = clash.amount / unit
    return f"{said(amount)} points" if any(one.holistic for one in statements) else f"{said(amount)} %"


def _line(statement: Statement) -> str:
    return f"line {statement.place.line}" if statement.place is not None else "unplaced"
