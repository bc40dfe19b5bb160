"""Cells that nobody filled."""

from collections.abc import Iterator

from decide.model.decision import Cell
from decide.model.problem import Problem
from decide.model.ranking import Ranking


def missing(ranking: Ranking) -> Iterator[Problem]:
    """Yield ``missing`` for each ranked candidate with cells neither given nor called unknown."""
    decision = ranking.decision
    stated = {name: dict(cells) for name, cells in decision.performance}
    judged = [{name: dict(cells) for name, cells in sheet} for _, sheet in decision.assessments]
    for entry in ranking.ranked:
        candidate = entry.candidate
        holes = [
            leaf.id
            for leaf in ranking.leaves
            if _empty(stated.get(candidate.id, {}), leaf.id)
            and all(_empty(sheet.get(candidate.id, {}), leaf.id) for sheet in judged)
        ]
        if holes and candidate.place is not None:
            span = entry.score.high - entry.score.low
            shown = ", ".join(holes[:4]) + (" …" if len(holes) > 4 else "")
            message = f"{candidate.name} says nothing on {shown}: counted as unknown, anywhere from 0 to 100"
            hint = f"fill the cell, or write  unknown  (its score is open by {float(span):.3g} points)"
            yield Problem("missing", candidate.place, message, hint, "warning")


def _empty(cells: dict[str, Cell], leaf: str) -> bool:
    cell = cells.get(leaf)
    return cell is None or cell.blank
