"""A change applied: ranks again with other weights, other cells, or without something.

Gates and limits are not judged anew: those who were ranked are those who are compared (docs/format.md, Meaning).
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from decide.model.change import Asked, Change
from decide.model.decision import Decision
from decide.model.ranking import UNKNOWN, Hurdle, Interval, Ranked, Ranking
from decide.rank.ranking import in_order, scored
from decide.rank.screen import FAILED, hurdles
from decide.value.cells import interval

Key = tuple[str, str]
"""A cell: candidate, leaf."""


def changed(ranking: Ranking, change: Change) -> Ranking:
    """Return the ranking after a change; of a criterion that is taken out only its weight goes, to all others alike.

    Raises ValueError where no weight or no candidate is left.
    """
    weights = _weights(ranking, change)
    cells = _cells(ranking, change)
    gone = set(change.without.candidates)
    places = {candidate.id: place for place, candidate in enumerate(ranking.decision.candidates)}
    kept = [entry for entry in ranking.ranked if entry.candidate.id not in gone]
    kept.sort(key=lambda entry: places[entry.candidate.id])  # so that ties stand in the file's order
    out = [entry for entry in ranking.excluded if entry.candidate.id not in gone]
    if not kept:
        raise ValueError("no candidate is left")
    ranked = _again(ranking, kept, weights, cells)
    return replace(
        ranking, weights=weights, ranked=in_order(ranked), excluded=tuple(_again(ranking, out, weights, cells))
    )


def resting_on(decision: Decision, evidence: set[str]) -> tuple[Key, ...]:
    """Return the cells under ``performance:`` that cite evidence, and none but some of this."""
    return tuple(
        (candidate, leaf)
        for candidate, row in decision.performance
        for leaf, cell in row
        if cell.evidence and evidence.issuperset(cell.evidence) and not cell.unknown and not cell.blank
    )


def _again(
    ranking: Ranking, entries: list[Ranked], weights: tuple[Fraction, ...], cells: Mapping[Key, Interval]
) -> list[Ranked]:
    rows = [
        tuple(
            cells.get((entry.candidate.id, leaf.id), known)
            for leaf, known in zip(ranking.leaves, entry.values, strict=True)
        )
        for entry in entries
    ]
    fresh = scored([entry.candidate for entry in entries], rows, weights, ranking.method)
    return [replace(entry, hurdles=before.hurdles) for entry, before in zip(fresh, entries, strict=True)]


def _weights(ranking: Ranking, change: Change) -> tuple[Fraction, ...]:
    stated = dict(change.weights)
    weights = [
        stated[leaf.id] if stated else weight for leaf, weight in zip(ranking.leaves, ranking.weights, strict=True)
    ]
    gone = set(change.without.criteria)
    if gone:
        for index, leaf in enumerate(ranking.leaves):
            if gone & {leaf.id, *(group.id for group in leaf.groups)}:
                weights[index] = Fraction(0)
        total = sum(weights, Fraction(0))
        if total == 0:
            raise ValueError("no weight is left")
        weights = [weight / total for weight in weights]
    return tuple(weights)


def _cells(ranking: Ranking, change: Change) -> dict[Key, Interval]:
    scales = {leaf.id: leaf.scale for leaf in ranking.leaves}
    cells: dict[Key, Interval] = {}
    for key in resting_on(ranking.decision, set(change.without.evidence)):
        cells[key] = UNKNOWN
    for candidate, row in change.performance:
        cells |= {(candidate, leaf): interval(cell, scales[leaf]) for leaf, cell in row}
    for candidate, values in change.values:
        cells |= {(candidate, leaf): Interval(value, value, value) for leaf, value in values}
    return cells


def newly_failing(after: Ranking, change: Change) -> tuple[tuple[str, Hurdle], ...]:
    """Return who of those ranked would fail a limit or gate after a change; they are kept all the same."""
    decision = after.decision
    stated = {candidate: dict(row) for candidate, row in decision.performance}
    for candidate, row in change.performance:
        stated[candidate] = stated.get(candidate, {}) | dict(row)
    performance = tuple((candidate, tuple(row.items())) for candidate, row in stated.items())
    candidates = tuple(entry.candidate for entry in after.ranked)
    now = replace(decision, candidates=candidates, performance=performance)
    met = hurdles(now, after.leaves, after.weights, tuple(entry.values for entry in after.ranked))
    return tuple(
        (candidate.id, hurdle)
        for candidate, own in zip(candidates, met, strict=True)
        for hurdle in own
        if hurdle.verdict == FAILED
    )


def change_of(ranking: Ranking, asked: Asked) -> Change:
    """Return the change that a person asks for.

    Points replace points, and all points are shares of their sum again. Shares of the whole are set, nodes inside a
    group keeping their proportions; what no share is asked for shares out the rest in proportion. Raises ValueError
    where shares make more than the whole, or name a group and something inside it.
    """
    weights = list(ranking.weights)
    if asked.points:
        points = {leaf.id: leaf.criterion.weight.point for leaf in ranking.leaves if leaf.criterion.weight is not None}
        points |= dict(asked.points)
        total = sum(points.values(), Fraction(0))
        if total == 0:
            raise ValueError("no weight is left")
        weights = [points[leaf.id] / total for leaf in ranking.leaves]
    if asked.shares:
        weights = _set_shares(ranking, weights, dict(asked.shares))
    pairs = tuple((leaf.id, weight) for leaf, weight in zip(ranking.leaves, weights, strict=True))
    given = pairs if asked.points or asked.shares else ()
    return Change(weights=given, performance=asked.performance, without=asked.without)


def _set_shares(ranking: Ranking, weights: list[Fraction], shares: Mapping[str, Fraction]) -> list[Fraction]:
    holders: dict[int, str] = {}
    for index, leaf in enumerate(ranking.leaves):
        named = [name for name in (leaf.id, *(group.id for group in leaf.groups)) if name in shares]
        if len(named) > 1:
            raise ValueError(f"{named[0]} lies inside {named[1]}; set one of them")
        if named:
            holders[index] = named[0]
    rest = [index for index in range(len(weights)) if index not in holders]
    left = 1 - sum(shares.values(), Fraction(0))
    if left < 0 or (left > 0 and not rest):
        raise ValueError("the shares that are set do not make 100 % of the weight")
    found = list(weights)
    for name, share in [*shares.items(), ("", left)]:
        inside = [index for index in range(len(weights)) if holders.get(index, "") == name]
        total = sum((weights[index] for index in inside), Fraction(0))
        for index in inside:
            found[index] = share * (weights[index] / total if total else Fraction(1, len(inside)))
    return found
