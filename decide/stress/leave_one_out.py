"""Leave one out: whether the answer survives without a criterion, candidate, origin, assessor or stakeholder."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from decide.model.change import Change, Without
from decide.model.decision import Decision
from decide.model.finding import Finding, Status, Witness
from decide.model.rows import LeftOut
from decide.model.tree import nodes
from decide.rank.change import Key, changed, resting_on
from decide.stress.case import Case
from decide.value.cells import judgements, pooled
from decide.weigh.points import point_weights

NAME = "leave-one-out"
CRITERION, CANDIDATE, ORIGIN = "criterion", "candidate", "origin"
ASSESSOR, STAKEHOLDER = "assessor", "stakeholder"


def leave_one_out(case: Case) -> Iterator[Finding]:
    """Yield one finding per criterion and group, candidate, origin, assessor, and stakeholder whose weights count.

    Holds if those first stay first, else found.
    """
    for node in nodes(case.ranking.decision.criteria):
        yield from _without(case, CRITERION, node.id, Without(criteria=(node.id,)))
    for name in case.candidates:
        yield from _without(case, CANDIDATE, name, Without(candidates=(name,)))
    yield from origins(case)
    yield from assessors(case)
    yield from _stakeholders(case)


def origins(case: Case) -> Iterator[Finding]:
    """Yield one finding per origin on which cells of those ranked rest alone: they become unknown without it."""
    found: dict[str, list[str]] = {}
    for item in case.ranking.decision.evidence:
        found.setdefault(item.origin or item.id, []).append(item.id)
    ranked = set(case.candidates)
    for origin, pieces in found.items():
        cells = [key for key in resting_on(case.ranking.decision, set(pieces)) if key[0] in ranked]
        if cells:
            yield from _without(case, ORIGIN, origin, Without(evidence=tuple(pieces)), cells)


def assessors(case: Case) -> Iterator[Finding]:
    """Yield one finding per assessor who judged cells of those ranked: the mean is then that of the others.

    A cell that nobody else judged becomes unknown.
    """
    decision, leaves = case.ranking.decision, case.ranking.leaves
    judged = judgements(decision, leaves)
    for assessor, _ in decision.assessments:
        values: dict[str, dict[str, Fraction]] = {}
        cells = 0
        for at, name in enumerate(case.candidates):
            for column, leaf in enumerate(case.leaves):
                known = judged.get((name, leaf), ())
                others = [one for who, one in known if who != assessor]
                if len(others) < len(known):
                    cells += 1
                    point = pooled(others).point
                    if point != case.values[at][column]:
                        values.setdefault(name, {})[leaf] = point
        if cells:
            change = Change(values=tuple((name, tuple(row.items())) for name, row in values.items()))
            yield _changed(case, ASSESSOR, assessor, change, cells)


def _stakeholders(case: Case) -> Iterator[Finding]:
    """Yield one finding per stakeholder, where the point weights are the mean of theirs: that of the others is left."""
    decision = case.ranking.decision
    if not is_averaged(decision):
        return
    voices = [one for one in decision.stakeholders if one.weights is not None and one.share != 0]
    for voice in voices if len(voices) > 1 else ():
        rest = replace(decision, stakeholders=tuple(one for one in voices if one is not voice))
        weights = point_weights(rest, case.ranking.leaves)
        yield _changed(case, STAKEHOLDER, voice.id, Change(weights=tuple(zip(case.leaves, weights, strict=True))), 0)


def is_averaged(decision: Decision) -> bool:
    """Return whether the point weights are the mean of the stakeholders', if any of them states weights."""
    return decision.weights is None and all(node.weight is None for node in nodes(decision.criteria))


def _changed(case: Case, kind: str, gone: str, change: Change, cells: int) -> Finding:
    after = changed(case.ranking, change)
    known = {entry.candidate.id: entry.score.point for entry in after.ranked}
    return _finding(case, kind, gone, change, {name: known[name] for name in case.candidates}, cells)


def _without(case: Case, kind: str, gone: str, without: Without, cells: Sequence[Key] = ()) -> Iterator[Finding]:
    scores = _scores(case, without, cells)
    if scores:  # else nothing would be left to compare
        yield _finding(case, kind, gone, Change(without=without), scores, len(cells))


def _finding(case: Case, kind: str, gone: str, change: Change, scores: dict[str, Fraction], cells: int) -> Finding:
    ordered = sorted(set(scores.values()), reverse=True)
    first, second = (tuple(one for one in scores if scores[one] == level) for level in (ordered * 2)[:2])
    lead = None if len(scores) == 1 else Fraction(0) if len(first) > 1 else ordered[0] - ordered[1]
    row = LeftOut(gone, kind, first, () if len(ordered) == 1 else second, lead, cells)
    status: Status = "holds" if set(first) == {case.candidates[index] for index in case.winners} else "found"
    return Finding(NAME, (gone,), status, kind, lead, "points", Witness(change, first), rows=(row,))


def _scores(case: Case, without: Without, cells: Sequence[Key]) -> dict[str, Fraction]:
    """Return the scores that are left, as ranking again gives them; none where no weight is left."""
    gone = set(without.criteria)
    lost = [at for at, leaf in enumerate(case.ranking.leaves) if gone & {leaf.id, *(node.id for node in leaf.groups)}]
    weight = sum(case.whole_weights[at] for at in lost)
    if weight == case.weight_unit:
        return {}
    unit = (case.weight_unit - weight) * case.value_unit
    middle = 50 * case.value_unit
    scores = {}
    for name, row, score in zip(case.candidates, case.whole_values, case.whole_scores, strict=True):
        if name not in without.candidates:
            rest = score - sum(case.whole_weights[at] * row[at] for at in lost)
            unknown = [case.leaves.index(leaf) for candidate, leaf in cells if candidate == name]
            rest += sum(case.whole_weights[at] * (middle - row[at]) for at in unknown)
            scores[name] = Fraction(rest, unit)
    return scores
