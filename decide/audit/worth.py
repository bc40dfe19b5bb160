"""What the checker of proofs expects of open cells: what each may be, and what it is worth to know it; reckoned anew.

Imports nothing of decide and nothing of the checker, which hands over its model; ``grids.py`` stands beside it. All is
found when the findings are listed, with their order, and compared then.
"""

import runpy
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

GRIDS = runpy.run_path(str(Path(__file__).with_name("grids.py")))
Atoms, Uniform, Triangular, knots, mapped, mean = (
    GRIDS[name] for name in ("Atoms", "Uniform", "Triangular", "knots", "mapped", "mean")
)
ZERO = Fraction(0)
Cell = tuple[str, int]
"""A candidate and the place of a leaf."""
Found = tuple[str, Fraction, Any, Any]
"""Status, amount, witness, certificate."""


def open_cells(model: Any) -> dict[Cell, Any]:
    """Return what each cell with a range may turn out to be, in the order of candidates and leaves."""
    ranged = [
        (name, at)
        for name in model.names
        for at in range(len(model.leaves))
        if model.lows[name][at] < model.highs[name][at]
    ]
    told = [(one[0], model.leaves.index(one[1])) for one in model.open]
    model.require(told == ranged, "the open cells are not those with a range, in order")
    return {
        cell: _part(model, cell, kind, places) for cell, (_, _, kind, places, _) in zip(ranged, model.open, strict=True)
    }


def _part(model: Any, cell: Cell, kind: Any, places: Any) -> Any:
    """Return what a cell may be: peaked at its value, even all over, or one of some levels."""
    name, at = cell
    low, now, high = (rows[name][at] for rows in (model.lows, model.values, model.highs))
    judged, leaf = (name, model.leaves[at]) in model.judged, model.leaves[at]
    if kind != "levels":
        model.require(kind in ("peaked", "even") and places == [], "there is no such kind")
        model.require(kind == "peaked" or judged or 2 * now == low + high, "what is even is not in the middle")
        return Triangular(low, now, high) if kind == "peaked" else Uniform(low, high)
    numbers = [model.number(place) for place in places]
    model.require(all(place.denominator == 1 for place in numbers), "a level is between two")
    lowest, highest, *peak = map(int, numbers)
    worths = model.levels[leaf][0]
    model.require(0 <= lowest < highest < len(worths) and not judged, "there are no such levels")
    model.require(len(peak) < 2 and all(lowest <= one <= highest for one in peak), "the peak is none of the levels")
    own = worths[lowest : highest + 1]
    middle, unknown = worths[peak[0]] if peak else (low + high) / 2, len(own) == len(worths) and not peak
    ends = (0, 100) if unknown and (low, high) == (0, 100) else (min(own), max(own))
    model.require((*ends, middle) == (low, high, now), "the levels have other values")
    return GRIDS["levels"](own, peak[0] - lowest if peak else None)


def open_score(
    cells: Mapping[Cell, Any], name: str, weights: Sequence[Fraction], row: Sequence[Fraction], only: Any
) -> list[Any]:
    """Return a score as a sum of what its open cells add, the first in the order of their texts with all the rest.

    ``row``: what the cells are expected to be; ``only``: of which leaves it is left open. Empty if none weighs.
    """
    chosen = [at for at in only if (name, at) in cells and weights[at]]
    parts = sorted((_moved(cells[name, at], weights[at]) for at in chosen), key=repr)
    if not parts:
        return []
    settled = [at for at in range(len(weights)) if at not in chosen]
    rest = sum((weights[at] * row[at] for at in settled), ZERO)
    return [mapped(parts[0], lambda one: one + rest), *parts[1:]]


def _moved(part: Any, factor: Fraction) -> Any:
    return mapped(part, lambda one: factor * one)


class Prospects:
    """What is open, what is expected of everybody, and whom one would choose who knows no more."""

    def __init__(self, model: Any) -> None:
        self.model, self.cells = model, open_cells(model)
        self.rows = {
            name: [mean(self.cells[name, at]) if (name, at) in self.cells else one for at, one in enumerate(row)]
            for name, row in model.values.items()
        }
        self.scores = {name: model.dot(model.weights, row) for name, row in self.rows.items()}
        best = max(self.scores.values())
        self.choice = next(name for name in (*model.winners, *model.names) if self.scores[name] == best)

    def found(self, kind: str, cells: Sequence[Cell]) -> Found:
        """Return what it is worth to know some cells; the amount is what at least, of everything what at most."""
        weighing = [cell for cell in cells if self.model.weights[cell[1]]]
        rival = self._rival(weighing)
        worth = odds = (ZERO, ZERO)
        if rival is not None:
            worth, odds = self._one(weighing[0]) if len(weighing) == 1 else self._several(weighing)
        told = {"worth": _between(worth), "chance": _between(odds)}
        if rival is None:
            return "holds", ZERO, None, told
        return "found", worth[kind == "everything"], self._witness(cells, rival), told

    def _rival(self, cells: Sequence[Cell]) -> str | None:
        """Return who can come out furthest ahead of the choice; of those alike who scores most.

        Of those none of whose cells are these only one is asked who is expected to score most.
        """
        touched = {name for name, _ in cells}
        ordered = sorted(self.scores, key=lambda name: -self.scores[name])
        rest = [name for name in ordered if name not in touched and name != self.choice][:1]
        asked = [name for name in self.model.names if name in touched and name != self.choice] + rest
        most = {name: (self._end(name, cells, -1), self.model.scores[name]) for name in asked}
        best = max(most, key=lambda name: most[name])
        return best if most[best][0] > self._end(self.choice, cells, 0) else None

    def _end(self, name: str, cells: Sequence[Cell], end: int) -> Fraction:
        """Return the least (0) or the most (-1) that a candidate may score if some of its cells turn out."""
        moves = [
            self.model.weights[at] * (knots(self.cells[one, at])[end] - self.rows[one][at])
            for one, at in cells
            if one == name
        ]
        return Fraction(sum(moves, self.scores[name]))

    def _one(self, cell: Cell) -> tuple[Any, Any]:
        """Return worth and chance of one cell: past a bar its candidate is the best, or no longer is."""
        name, at = cell
        others = max(score for one, score in self.scores.items() if one != name)
        weight = self.model.weights[at]
        bar = self.rows[name][at] + (others - self.scores[name]) / weight
        gain = weight * GRIDS["excess"](self.cells[cell], bar) - max(self.scores[name] - others, ZERO)
        odds = GRIDS["chance"](self.cells[cell], bar, "below" if name == self.choice else "above")
        return (gain, gain), (odds, odds)

    def _several(self, cells: Sequence[Cell]) -> tuple[Any, Any]:
        sums = {}
        for name in dict.fromkeys(name for name, _ in cells):
            only = [at for one, at in cells if one == name]
            sums[name] = open_score(self.cells, name, self.model.weights, self.rows[name], only)
        bar = max((score for name, score in self.scores.items() if name not in sums), default=None)
        rivals = [parts for name, parts in sums.items() if name != self.choice]
        own = sums.get(self.choice, [])
        return (
            GRIDS["worth"](list(sums.values()), bar),
            GRIDS["chance_of_another"](own, rivals, bar),
        )

    def _witness(self, cells: Sequence[Cell], rival: str) -> Any:
        """Return everything as expected, but these cells at the low of the choice and at the high of the rival."""
        rows = {name: list(row) for name, row in self.rows.items()}
        for name, at in cells:
            if name in (self.choice, rival):
                rows[name][at] = knots(self.cells[name, at])[0 if name == self.choice else -1]
        changed = {
            name: {
                leaf: str(new)
                for leaf, new, now in zip(self.model.leaves, row, self.model.values[name], strict=True)
                if new != now
            }
            for name, row in rows.items()
        }
        told = {name: row for name, row in changed.items() if row}
        return ({"values": told} if told else {}) | {"first": self.model.first(self.model.weights, rows)}


def _between(ends: Sequence[Fraction]) -> dict[str, str]:
    return {"least": str(ends[0]), "most": str(ends[1])}


def information(model: Any) -> Iterator[tuple[str, list[str], None]]:
    """List everything that is open, each cell, and what rests together: on evidence, an origin of it, an assessor.

    What is worth most stands first. All of it is found here, and kept for the comparison.
    """
    model.worths = {}
    if not open_cells(model) or len(model.names) < 2:
        return
    prospects = Prospects(model)
    known: dict[Any, Found] = {}
    for kind, groups in _groups(model, list(prospects.cells)):
        answers = {}
        for about, cells in groups.items():
            key = kind == "everything", tuple(cells)
            if key not in known:
                known[key] = prospects.found(kind, cells)
            answers[about] = known[key]
        for about in sorted(answers, key=lambda one: -answers[one][1]):
            model.worths[kind, about] = answers[about]
            yield kind, list(about), None


def _groups(model: Any, cells: list[Cell]) -> Iterator[tuple[str, dict[tuple[str, ...], list[Cell]]]]:
    yield "everything", {(): cells}
    yield "cell", {(name, model.leaves[at]): [(name, at)] for name, at in cells}
    pieces: dict[tuple[str, ...], list[Cell]] = {}
    voices: dict[tuple[str, ...], list[Cell]] = {}
    for cell, (name, leaf, _, _, evidence) in zip(cells, model.open, strict=True):
        for piece in dict.fromkeys(model.texts(evidence)):
            pieces.setdefault((piece,), []).append(cell)
        for who in model.judged.get((name, leaf), ()):
            voices.setdefault((who,), []).append(cell)
    yield "evidence", pieces
    origins: dict[tuple[str, ...], list[str]] = {}
    for piece, origin in model.evidence:
        if (piece,) in pieces:
            origins.setdefault((origin,), []).append(piece)
    yield (
        "origin",
        {
            origin: list(dict.fromkeys(cell for one in own for cell in pieces[one,]))
            for origin, own in origins.items()
            if len(own) > 1
        },
    )
    yield "assessor", voices


def _worth(model: Any, told: Any) -> bool:
    """Return whether it is what was found when the findings were listed."""
    found = model.worths[told.variant, tuple(told.about)]
    return bool((told.status, told.amount, told.witness, told.certificate) == found)


ANALYSES = {"information": information}
CHECKS = {"information": _worth}
