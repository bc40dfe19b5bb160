"""Performance change: what a candidate would have to improve to be first, and how far the first may slip.

On one criterion in closed form, through the inverse of the value function; on several at the least effort, a
fractional knapsack; and so that it is enough for every possible weight (robust).
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeVar

from decide.model.change import Change
from decide.model.decision import Cell
from decide.model.finding import Cuts, Finding, Witness
from decide.model.rows import Need
from decide.model.tree import LevelScale
from decide.model.written import Pairs
from decide.solve.knapsack import cheapest
from decide.stress.case import HUNDRED, Case, Vector, dot
from decide.stress.robust import robust_improvement
from decide.value.functions import value
from decide.value.inverse import amount_falling, amount_reaching

T = TypeVar("T")
NAME = "performance-change"
ONE, SLIP, SEVERAL, ROBUST = "one", "slip", "several", "robust"
VALUE, EFFORT = "points of value", "effort"


def performance_change(case: Case) -> Iterator[Finding]:
    """Yield what the first may lose and each other would have to gain, cell by cell, on several, and robustly."""
    yield from single_cells(case)
    if len(case.candidates) > 1:
        for index in range(len(case.candidates)):
            if index not in case.winners:
                yield _several(case, index)
            yield _robust(case, index)


def several_cells(case: Case) -> Iterator[Finding]:
    """Yield per other candidate the least effort on several leaves that makes it first."""
    for index in range(len(case.candidates)) if len(case.candidates) > 1 else ():
        if index not in case.winners:
            yield _several(case, index)


def single_cells(case: Case) -> Iterator[Finding]:
    """Yield per other candidate and leaf what would make it first, and per leaf how far the only first may slip."""
    if len(case.candidates) < 2:
        return
    best = max(case.scores)
    for index in range(len(case.candidates)):
        if index not in case.winners:
            for at in range(len(case.leaves)):
                yield _one(case, index, at, best - case.scores[index])
    if len(case.winners) == 1:
        first = case.winners[0]
        second = max(score for index, score in enumerate(case.scores) if index != first)
        for at in range(len(case.leaves)):
            yield _slip(case, first, at, best - second)


def efforts(case: Case) -> Vector:
    """Return what a point of value costs on each leaf: its ``effort:``, else that of a group above it, else 1."""
    found = []
    for leaf in case.ranking.leaves:
        bearers = (leaf.criterion, *reversed(leaf.groups))
        found.append(next((node.effort for node in bearers if node.effort is not None), Fraction(1)))
    return tuple(found)


def _one(case: Case, index: int, at: int, behind: Fraction) -> Finding:
    about = (case.candidates[index], case.leaves[at])
    now, weight = case.values[index][at], case.weights[at]
    needed = now + behind / weight if weight else None
    if needed is None or needed > HUNDRED:
        return Finding(NAME, about, "impossible", ONE, rows=(Need(*about, now, HUNDRED, _amount(case, *about)),))
    scale, amount = case.ranking.leaves[at].scale, _amount(case, *about)
    reached = amount_reaching(needed, scale, amount)
    if reached is not None and isinstance(scale, LevelScale):
        needed = scale.values[int(reached)]
    row = Need(*about, now, needed, amount, reached)
    return Finding(NAME, about, "found", ONE, needed - now, VALUE, _witness(case, {about: needed}), rows=(row,))


def _slip(case: Case, first: int, at: int, lead: Fraction) -> Finding:
    about = (case.candidates[first], case.leaves[at])
    now, weight = case.values[first][at], case.weights[at]
    lost = now - lead / weight if weight else None
    amount = _amount(case, *about)
    if lost is None or lost < 0:
        return Finding(NAME, about, "holds", SLIP, rows=(Need(*about, now, Fraction(0), amount),))
    scale = case.ranking.leaves[at].scale
    reached = amount_falling(lost, scale, amount) if amount is not None else None
    if reached is not None and isinstance(scale, LevelScale):
        lost = scale.values[int(reached)]
    row = Need(*about, now, lost, amount, reached)
    return Finding(NAME, about, "found", SLIP, now - lost, VALUE, _witness(case, {about: lost}), rows=(row,))


def _several(case: Case, index: int) -> Finding:
    room = tuple(HUNDRED - value for value in case.values[index])
    behind = max(case.scores) - case.scores[index]
    costs = efforts(case)
    gains = cheapest(costs, case.weights, room, behind)
    assert gains is not None  # with 100 everywhere nobody is behind
    return _improved(case, index, gains, SEVERAL, None)


def _robust(case: Case, index: int) -> Finding:
    gains, cuts = robust_improvement(case, index, efforts(case))
    about = (case.candidates[index],)
    if not any(gains):
        return Finding(NAME, about, "holds", ROBUST, Fraction(0), EFFORT, certificate=cuts)
    return _improved(case, index, gains, ROBUST, cuts)


def _improved(case: Case, index: int, gains: Vector, variant: str, certificate: Cuts | None) -> Finding:
    name, costs = case.candidates[index], efforts(case)
    new = {
        (name, leaf): now + gain for leaf, now, gain in zip(case.leaves, case.values[index], gains, strict=True) if gain
    }
    rows = tuple(
        Need(
            name,
            leaf,
            case.values[index][at],
            new[name, leaf],
            _amount(case, name, leaf),
            amount_reaching(new[name, leaf], case.ranking.leaves[at].scale, _amount(case, name, leaf)),
            costs[at] * gains[at],
        )
        for at, leaf in enumerate(case.leaves)
        if gains[at]
    )
    total = dot(costs, gains)
    return Finding(NAME, (name,), "found", variant, total, EFFORT, _witness(case, new), certificate, rows)


def _amount(case: Case, candidate: str, leaf: str) -> Fraction | None:
    """Return what is stated of a cell as one amount: its best guess; None where there is none."""
    cell = dict(dict(case.ranking.decision.performance).get(candidate, ())).get(leaf)
    return None if cell is None else cell.is_


def _witness(case: Case, new: Mapping[tuple[str, str], Fraction]) -> Witness:
    """Return the witness of other values, with the performances that are worth exactly that."""
    moved: dict[int, Fraction] = {}
    values: dict[str, dict[str, Fraction]] = {}
    cells: dict[str, dict[str, Cell]] = {}
    for (name, leaf), worth in new.items():
        index, at = case.candidates.index(name), case.leaves.index(leaf)
        moved[index] = moved.get(index, Fraction(0)) + case.weights[at] * (worth - case.values[index][at])
        values.setdefault(name, {})[leaf] = worth
        scale = case.ranking.leaves[at].scale
        amount = amount_reaching(worth, scale, None)
        if amount is not None and value(amount, scale) == worth:
            cells.setdefault(name, {})[leaf] = Cell(is_=amount)
    change = Change(performance=_pairs(cells), values=_pairs(values))
    return Witness(change, case.first(moved=moved))


def _pairs(found: Mapping[str, Mapping[str, T]]) -> Pairs[Pairs[T]]:
    return tuple((name, tuple(row.items())) for name, row in found.items())
