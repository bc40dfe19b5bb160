"""Cells → intervals of values: what is known of every candidate on every leaf."""

from collections.abc import Sequence
from fractions import Fraction

from decide.model.decision import Cell, Decision, Performance
from decide.model.ranking import UNKNOWN, Interval
from decide.model.tree import Leaf, Scale
from decide.value.functions import extremes, value


def intervals(decision: Decision, leaves: tuple[Leaf, ...]) -> tuple[tuple[Interval, ...], ...]:
    """Return what is known of each candidate (rows, in the file's order) on each leaf (columns).

    A cell under ``performance:`` stands; where there is none, the assessors' cells do.
    """
    stated = _by_key(decision.performance)
    judged = [_by_key(sheet) for _, sheet in decision.assessments]
    return tuple(
        tuple(
            _interval(
                stated.get(candidate.id, {}).get(leaf.id),
                [sheet[candidate.id][leaf.id] for sheet in judged if leaf.id in sheet.get(candidate.id, {})],
                leaf.scale,
            )
            for leaf in leaves
        )
        for candidate in decision.candidates
    )


def interval(cell: Cell | None, scale: Scale) -> Interval:
    """Return the values that a cell can have: its point is that of ``is``, else the middle; unknown is 0 … 100."""
    if cell is None or cell.unknown or (cell.is_ is None and cell.low is None):
        return UNKNOWN
    if cell.low is None or cell.high is None:
        assert cell.is_ is not None
        point = value(cell.is_, scale)
        return Interval(point, point, point)
    low, high = extremes(cell.low, cell.high, scale)
    if cell.is_ is None:
        return Interval(low, (low + high) / 2, high, middle=low != high)
    return Interval(low, value(cell.is_, scale), high)


def judgements(decision: Decision, leaves: tuple[Leaf, ...]) -> dict[tuple[str, str], tuple[tuple[str, Interval], ...]]:
    """Return what each assessor knows of each cell that is left to them: (candidate, leaf) → assessor, interval.

    Cells for which ``performance:`` says something are not; an assessor who says unknown abstains.
    """
    stated = _by_key(decision.performance)
    scales = {leaf.id: leaf.scale for leaf in leaves}
    found: dict[tuple[str, str], tuple[tuple[str, Interval], ...]] = {}
    for assessor, sheet in decision.assessments:
        for candidate, cells in sheet:
            for leaf, cell in cells:
                own = stated.get(candidate, {}).get(leaf)
                if (own is None or own.blank) and not (cell.unknown or cell.blank):
                    known = (assessor, interval(cell, scales[leaf]))
                    found[candidate, leaf] = (*found.get((candidate, leaf), ()), known)
    return found


def pooled(known: Sequence[Interval]) -> Interval:
    """Return what several assessors know together: the mean of their points, from the lowest to the highest."""
    if not known:
        return UNKNOWN
    mean = sum((one.point for one in known), Fraction(0)) / len(known)
    middle = any(one.middle for one in known)
    return Interval(min(one.low for one in known), mean, max(one.high for one in known), middle=middle)


def _interval(cell: Cell | None, judged: list[Cell], scale: Scale) -> Interval:
    if (cell is not None and not cell.blank) or not judged:
        return interval(cell, scale)
    return pooled([interval(sheet, scale) for sheet in judged if not sheet.unknown and not sheet.blank])


def _by_key(performance: Performance) -> dict[str, dict[str, Cell]]:
    return {candidate: dict(cells) for candidate, cells in performance}
