"""Information: what it is worth to find out what is open, before the choice is made, at the point weights.

Whoever finds out nothing chooses the candidate that is expected to score most. Knowing more is worth what the score of
the choice is then expected to gain (expected value of perfect information, Howard 1966): of one cell in closed form, of
several together between bounds that a grid gives. Cells are independent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from decide.model.chances import Expectation, Worth
from decide.model.change import Change
from decide.model.finding import Finding, Witness
from decide.model.ranking import Ranking
from decide.model.tree import LevelScale, RangeScale
from decide.solve.best import Ends, chance_of_another, worth
from decide.solve.uncertain import chance_above, chance_below, excess
from decide.stress.case import HUNDRED, Case, dot
from decide.stress.open_cells import expected_values, open_cells, open_score
from decide.value.cells import judgements
from decide.value.inverse import amount_falling

NAME = "information"
EVERYTHING, CELL, EVIDENCE, ORIGIN, ASSESSOR = "everything", "cell", "evidence", "origin", "assessor"
ZERO = Fraction(0)
Places = tuple[tuple[int, int], ...]
"""Cells as (candidate, leaf)."""


class Prospects:
    """What is open in a case, what each candidate is expected to score, and whom one would choose knowing no more."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.open = open_cells(case)
        self.values = expected_values(case)
        self.scores = [dot(case.weights, row) for row in self.values]
        self.choice = max(case.winners + tuple(range(len(self.scores))), key=self.scores.__getitem__)
        self.order = sorted(range(len(self.scores)), key=lambda at: -self.scores[at])
        self.found: dict[Places, Worth] = {}

    def of(self, places: Places) -> Worth:
        """Return what it is worth to know these cells; what weighs nothing makes no difference, and is left out."""
        told = tuple(place for place in places if self.case.weights[place[1]])
        if told not in self.found:
            self.found[told] = self._worth(told)
        known = self.found[told]
        return Worth(len(places), known.least, known.most, known.chance_least, known.chance_most, known.instead)

    def _worth(self, places: Places) -> Worth:
        rival = self._rival(places)
        if rival is None:
            return Worth(len(places), ZERO, ZERO, ZERO, ZERO, "")
        (least, most), (chance_least, chance_most) = self._one(places[0]) if len(places) == 1 else self._several(places)
        return Worth(len(places), least, most, chance_least, chance_most, self.case.candidates[rival])

    def witness(self, places: Places) -> Witness:
        """Return these cells where another is furthest ahead of the choice, and what else is open as expected."""
        rival, rows = self._rival(places), [list(row) for row in self.values]
        for at, column in places:
            if at == self.choice:
                rows[at][column] = self.open[at, column].low
            elif at == rival:
                rows[at][column] = self.open[at, column].high
        changed = [
            (name, [(leaf, new) for leaf, new, now in zip(self.case.leaves, row, old, strict=True) if new != now])
            for name, row, old in zip(self.case.candidates, rows, self.case.values, strict=True)
        ]
        scores = [dot(self.case.weights, row) for row in rows]
        first = tuple(name for name, score in zip(self.case.candidates, scores, strict=True) if score == max(scores))
        return Witness(Change(values=tuple((name, tuple(cells)) for name, cells in changed if cells)), first)

    def _rival(self, places: Places) -> int | None:
        """Return who can come out furthest ahead of the choice; None if nobody can."""
        touched = {at for at, _ in places}
        rest = next((at for at in self.order if at not in touched and at != self.choice), None)
        rivals = [at for at in (*touched, rest) if at is not None and at != self.choice]
        ends = {at: self._ends(at, places) for at in (*rivals, self.choice)}
        best = max(rivals, key=lambda at: (ends[at][1], self.case.scores[at]))
        return best if ends[best][1] > ends[self.choice][0] else None

    def _ends(self, at: int, places: Places) -> Ends:
        """Return the least and the most that a candidate can score if some cells turn out, the others as expected."""
        least = most = self.scores[at]
        for column in (column for one, column in places if one == at):
            weight, known, middle = self.case.weights[column], self.open[at, column], self.values[at][column]
            least, most = least + weight * (known.low - middle), most + weight * (known.high - middle)
        return least, most

    def _one(self, place: tuple[int, int]) -> tuple[Ends, Ends]:
        """Return worth and chance for one cell: beyond a bar its candidate is the best, or no longer so."""
        at, column = place
        best = self.scores[next(one for one in self.order if one != at)]
        bar = self.values[at][column] + (best - self.scores[at]) / self.case.weights[column]
        gain = self.case.weights[column] * excess(self.open[place], bar) + best - max(best, self.scores[at])
        turns = chance_below if at == self.choice else chance_above
        chance = turns(self.open[place], bar)
        return (gain, gain), (chance, chance)

    def _several(self, places: Places) -> tuple[Ends, Ends]:
        columns: dict[int, list[int]] = {}
        for at, column in places:
            columns.setdefault(at, []).append(column)
        sums = {at: open_score(self.case, at, own) for at, own in columns.items()}
        sure = [score for at, score in enumerate(self.scores) if at not in sums]
        bar = max(sure, default=None)
        rivals = [parts for at, parts in sums.items() if at != self.choice]
        if self.choice in sums:
            return worth(list(sums.values()), bar), chance_of_another(sums[self.choice], rivals, bar)
        return worth(rivals, bar), chance_of_another((), rivals, bar)


def information(case: Case) -> Iterator[Finding]:
    """Yield what it is worth to know all, each open cell, and what rests on evidence, an origin of it, or an assessor.

    The amount is in points: for everything what it is worth at most, for the others what at least, the most worth
    first. It holds if nothing that could come out changes the choice. An origin is told of if several pieces that bear
    on open cells have it. Nothing is told where nothing is open, or nobody else could be chosen.
    """
    prospects = Prospects(case)
    if len(case.candidates) < 2 or not prospects.open:
        return
    yield _finding(prospects, EVERYTHING, (), tuple(prospects.open))
    cells: dict[tuple[str, ...], Places] = {
        (case.candidates[at], case.leaves[column]): ((at, column),) for at, column in prospects.open
    }
    yield from _sorted(prospects, CELL, cells)
    for kind, pieces in _pieces(prospects):
        yield from _sorted(prospects, kind, pieces)


def _sorted(prospects: Prospects, kind: str, pieces: Mapping[tuple[str, ...], Places]) -> list[Finding]:
    found = [_finding(prospects, kind, about, places) for about, places in pieces.items()]
    return sorted(found, key=lambda one: -(one.amount or ZERO))


def _pieces(prospects: Prospects) -> Iterator[tuple[str, Mapping[tuple[str, ...], Places]]]:
    """Yield what open cells rest on together: pieces of evidence, origins, assessors."""
    case = prospects.case
    decision = case.ranking.decision
    rows = {name: dict(row) for name, row in decision.performance}
    sheets = judgements(decision, case.ranking.leaves)
    pieces: dict[tuple[str, ...], Places] = {}
    assessors: dict[tuple[str, ...], Places] = {}
    for at, column in prospects.open:
        name, leaf = case.candidates[at], case.leaves[column]
        cell = rows.get(name, {}).get(leaf)
        for piece in dict.fromkeys(cell.evidence if cell is not None else ()):
            pieces[piece,] = (*pieces.get((piece,), ()), (at, column))
        for assessor, _ in sheets.get((name, leaf), ()):
            assessors[assessor,] = (*assessors.get((assessor,), ()), (at, column))
    yield EVIDENCE, pieces
    origins: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for item in decision.evidence:
        if (item.id,) in pieces:
            origins.setdefault((item.origin or item.id,), []).append((item.id,))
    yield (
        ORIGIN,
        {
            origin: tuple(dict.fromkeys(place for one in own for place in pieces[one]))
            for origin, own in origins.items()
            if len(own) > 1
        },
    )
    yield ASSESSOR, assessors


def _finding(prospects: Prospects, kind: str, about: tuple[str, ...], places: Places) -> Finding:
    row = prospects.of(places)
    amount = row.most if kind == EVERYTHING else row.least
    row = replace(row, price=_price(prospects, amount))
    rows = (row, *_expectations(prospects)) if kind == EVERYTHING else (row,)
    if not row.instead:
        return Finding(NAME, about, "holds", kind, ZERO, "points", rows=rows)
    return Finding(NAME, about, "found", kind, amount, "points", prospects.witness(places), rows=rows)


def _expectations(prospects: Prospects) -> Iterator[Expectation]:
    """Yield everybody's expected score, the choice first."""
    case = prospects.case
    order = sorted(range(len(case.candidates)), key=lambda at: (at != prospects.choice, -prospects.scores[at]))
    yield from (Expectation(case.candidates[at], prospects.scores[at], case.scores[at]) for at in order)


def _price(prospects: Prospects, amount: Fraction) -> Fraction | None:
    """Return how much worse the price of the choice could become for so many points; None if by no such amount."""
    case = prospects.case
    column = next((at for at, leaf in enumerate(case.leaves) if leaf == case.ranking.decision.price), None)
    if column is None or not case.weights[column]:
        return None
    scale = case.ranking.leaves[column].scale
    lost = amount / case.weights[column]
    if isinstance(scale, RangeScale) and not scale.logarithmic:
        return lost * abs(scale.best - scale.worst) / HUNDRED
    now = _stated(case.ranking, case.candidates[prospects.choice], case.leaves[column])
    if now is None or isinstance(scale, LevelScale):
        return None
    then = amount_falling(case.values[prospects.choice][column] - lost, scale, now)
    return None if then is None else abs(then - now)


def _stated(ranking: Ranking, candidate: str, leaf: str) -> Fraction | None:
    cell = dict(dict(ranking.decision.performance).get(candidate, ())).get(leaf)
    return None if cell is None else cell.is_
