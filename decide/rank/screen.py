"""Gates and limits: who is screened out, and what stays open."""

from collections.abc import Iterator
from fractions import Fraction

from decide.model.decision import Cell, Criterion, Decision, Limit, Verdict
from decide.model.ranking import Hurdle, Interval
from decide.model.tree import CurveScale, Leaf, RangeScale, nodes
from decide.value.functions import value
from decide.weigh.points import from_nodes

FAILED, OPEN, ACROSS = "failed", "unknown", "across"


def hurdles(
    decision: Decision, leaves: tuple[Leaf, ...], weights: tuple[Fraction, ...], rows: tuple[tuple[Interval, ...], ...]
) -> tuple[tuple[Hurdle, ...], ...]:
    """Return for each candidate the gates and limits that it does not clearly pass, at the points and point weights.

    ``failed`` screens it out; so does ``unknown`` where the file says exclude (then it reads ``failed`` too, with
    the reason); ``across`` is a range that reaches over a limit which its point passes.
    """
    return tuple(
        (
            *_gates(decision, candidate.id),
            *_leaf_limits(decision, candidate.id, leaves, row),
            *_group_limits(decision.criteria, leaves, weights, row),
            *_score_limit(decision, weights, row),
        )
        for candidate, row in zip(decision.candidates, rows, strict=True)
    )


def _gates(decision: Decision, candidate: str) -> Iterator[Hurdle]:
    for gate in decision.gates:
        verdict = dict(gate.passes).get(candidate, Verdict())
        if verdict.is_ == "no":
            yield Hurdle("gate", gate.id, gate.name, FAILED, verdict.because)
        elif verdict.is_ == "unknown":
            yield _unknown("gate", gate.id, gate.name, gate.if_unknown)


def _leaf_limits(
    decision: Decision, candidate: str, leaves: tuple[Leaf, ...], row: tuple[Interval, ...]
) -> Iterator[Hurdle]:
    limited = [(leaf, known) for leaf, known in zip(leaves, row, strict=True) if leaf.criterion.limit is not None]
    cells = dict(dict(decision.performance).get(candidate, ())) if limited else {}
    for leaf, known in limited:
        limit = leaf.criterion.limit
        assert limit is not None
        if known.unknown:
            yield _unknown("limit", leaf.id, leaf.criterion.name, leaf.criterion.if_unknown)
            continue
        sheets = _sheets(decision, candidate, leaf.id, cells.get(leaf.id))
        accepted = _accepted(leaf, limit, known, sheets)
        if not accepted[1]:
            yield Hurdle("limit", leaf.id, leaf.criterion.name, FAILED)
        elif not (accepted[0] and accepted[2]):
            yield Hurdle("limit", leaf.id, leaf.criterion.name, ACROSS)


def _group_limits(
    tree: tuple[Criterion, ...], leaves: tuple[Leaf, ...], weights: tuple[Fraction, ...], row: tuple[Interval, ...]
) -> Iterator[Hurdle]:
    for node in nodes(tree):
        if node.criteria and node.limit is not None:
            inside = tuple(leaf for leaf in leaves if node.id in {group.id for group in leaf.groups})
            held = dict(zip((leaf.id for leaf in leaves), weights, strict=True))
            total = sum((held[leaf.id] for leaf in inside), Fraction(0))
            local = {leaf.id: held[leaf.id] / total for leaf in inside} if total else _local_shares(node, inside)
            shares = [local.get(leaf.id, Fraction(0)) for leaf in leaves]
            yield from _points("group", node.id, node.name, node.limit, shares, row)


def _local_shares(group: Criterion, inside: tuple[Leaf, ...]) -> dict[str, Fraction]:
    """Return the shares of the leaves in a group that weighs nothing: by its own percents, else alike."""
    percents = {node.id: node.weight for node in nodes(group.criteria) if node.weight and node.weight.percent}
    if not percents:
        return {leaf.id: Fraction(1, len(inside)) for leaf in inside}
    return dict(zip((leaf.id for leaf in inside), from_nodes(group.criteria, percents, inside), strict=True))


def _score_limit(decision: Decision, weights: tuple[Fraction, ...], row: tuple[Interval, ...]) -> Iterator[Hurdle]:
    if decision.limit is not None:
        yield from _points("score", "score", "the score", decision.limit, list(weights), row)


def _points(
    kind: str, identifier: str, name: str, limit: Limit, shares: list[Fraction], row: tuple[Interval, ...]
) -> Iterator[Hurdle]:
    pairs = list(zip(shares, row, strict=True))
    if sum((share * known.point for share, known in pairs), Fraction(0)) < limit.low:
        yield Hurdle(kind, identifier, name, FAILED)
    elif sum((share * known.low for share, known in pairs), Fraction(0)) < limit.low:
        yield Hurdle(kind, identifier, name, ACROSS)


def _unknown(kind: str, identifier: str, name: str, if_unknown: str) -> Hurdle:
    if if_unknown == "exclude":
        return Hurdle(kind, identifier, name, FAILED, "it is unknown, and what is unknown is excluded here")
    return Hurdle(kind, identifier, name, OPEN)


def _sheets(decision: Decision, candidate: str, leaf: str, cell: Cell | None) -> list[Cell]:
    if cell is not None and not cell.blank:
        return [cell]
    found = [dict(dict(sheet).get(candidate, ())).get(leaf) for _, sheet in decision.assessments]
    return [cell for cell in found if cell is not None and not cell.unknown and not cell.blank]


def _accepted(leaf: Leaf, limit: Limit, known: Interval, sheets: list[Cell]) -> tuple[bool, bool, bool]:
    """Return whether the lowest amount, the point and the highest amount are accepted; equal passes.

    Amounts decide, as a scale that clips, or levels of equal value, would hide what is worse than the limit. The
    point of a range without ``is``, or of several assessors, is a value; it needs one end that is accepted too.
    """
    scale = leaf.scale
    least, point, most = _amounts(sheets)
    if isinstance(scale, CurveScale):
        assert limit.high is not None
        return least >= limit.low, limit.low <= point <= limit.high, most <= limit.high
    rising = not isinstance(scale, RangeScale) or scale.best > scale.worst
    first, second, third = (amount >= limit.low if rising else amount <= limit.low for amount in (least, point, most))
    if len(sheets) > 1 or sheets[0].is_ is None:
        second = known.point >= value(limit.low, scale) and (first or third)
    return first, second, third


def _amounts(sheets: list[Cell]) -> tuple[Fraction, Fraction, Fraction]:
    """Return the lowest amount, the mean of the points, and the highest amount."""
    lows = [_first(cell.low, cell.is_) for cell in sheets]
    highs = [_first(cell.high, cell.is_) for cell in sheets]
    points = [
        cell.is_ if cell.is_ is not None else (low + high) / 2
        for cell, low, high in zip(sheets, lows, highs, strict=True)
    ]
    return min(lows), sum(points, Fraction(0)) / len(points), max(highs)


def _first(end: Fraction | None, point: Fraction | None) -> Fraction:
    found = end if end is not None else point
    assert found is not None
    return found
