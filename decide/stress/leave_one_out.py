"""Leave one out: whether the answer survives without a criterion, a candidate, or an origin of evidence."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.model.change import Change, Without
from decide.model.finding import Finding, Status, Witness
from decide.model.rows import LeftOut
from decide.model.tree import nodes
from decide.rank.change import Key, resting_on
from decide.stress.case import Case

NAME = "leave-one-out"
CRITERION, CANDIDATE, ORIGIN = "criterion", "candidate", "origin"


def leave_one_out(case: Case) -> Iterator[Finding]:
    """Yield one finding per criterion and group, candidate and origin: holds if those first stay first, else found."""
    for node in nodes(case.ranking.decision.criteria):
        yield from _without(case, CRITERION, node.id, Without(criteria=(node.id,)))
    for name in case.candidates:
        yield from _without(case, CANDIDATE, name, Without(candidates=(name,)))
    yield from origins(case)


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


def _without(case: Case, kind: str, gone: str, without: Without, cells: Sequence[Key] = ()) -> Iterator[Finding]:
    scores = _scores(case, without, cells)
    if not scores:  # nothing would be left to compare
        return
    ordered = sorted(set(scores.values()), reverse=True)
    first, second = (tuple(one for one in scores if scores[one] == level) for level in (ordered * 2)[:2])
    lead = None if len(scores) == 1 else Fraction(0) if len(first) > 1 else ordered[0] - ordered[1]
    row = LeftOut(gone, kind, first, () if len(ordered) == 1 else second, lead, len(cells))
    status: Status = "holds" if set(first) == {case.candidates[index] for index in case.winners} else "found"
    witness = Witness(Change(without=without), first)
    yield Finding(NAME, (gone,), status, kind, lead, "points", witness, rows=(row,))


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
