"""Leave one out: whether the answer survives without a criterion, a candidate, or an origin of evidence."""

from collections.abc import Iterator
from fractions import Fraction

from decide.model.change import Change, Without
from decide.model.finding import Finding, Status, Witness
from decide.model.ranking import Ranking
from decide.model.rows import LeftOut
from decide.model.tree import nodes
from decide.rank.change import changed, resting_on
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
            yield from _without(case, ORIGIN, origin, Without(evidence=tuple(pieces)), len(cells))


def _without(case: Case, kind: str, gone: str, without: Without, cells: int = 0) -> Iterator[Finding]:
    change = Change(without=without)
    try:
        ranking = changed(case.ranking, change)
    except ValueError:  # nothing would be left to compare
        return
    first = tuple(entry.candidate.id for entry in ranking.winners)
    stayed = set(first) == {case.candidates[index] for index in case.winners}
    row = LeftOut(gone, kind, first, _second(ranking), ranking.lead, cells)
    status: Status = "holds" if stayed else "found"
    yield Finding(NAME, (gone,), status, kind, ranking.lead, "points", Witness(change, first), rows=(row,))


def _second(ranking: Ranking) -> tuple[str, ...]:
    below = [entry for entry in ranking.ranked if entry.rank > 1]
    best: Fraction | None = max((entry.score.point for entry in below), default=None)
    return tuple(entry.candidate.id for entry in below if entry.score.point == best)
