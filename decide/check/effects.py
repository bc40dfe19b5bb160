"""What a change would do to the first place, reckoned exactly by the additive model, and how that is said.

As everywhere, gates and limits are not judged anew: those ranked now are those compared.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.study import Key, Study
from decide.check.words import listed, points
from decide.model.figures import decimals_of_scores, printed_difference, rounded
from decide.model.record import Record, record
from decide.rank.additive import additive

HUNDRED = Fraction(100)


@record
class Outcome(Record):
    """Who is ``first``, who comes next, and by how much the first lead: 0 in a tie, None without a next one."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    lead: Fraction | None


def outcome(scores: Mapping[str, Fraction]) -> Outcome:
    """Return what the scores of some candidates amount to."""
    best = max(scores.values())
    first = tuple(one for one, score in scores.items() if score == best)
    others = [score for score in scores.values() if score < best]
    following = max(others, default=None)
    second = tuple(one for one, score in scores.items() if score == following)
    lead = Fraction(0) if len(first) > 1 else None if following is None else best - following
    return Outcome(first, second, lead)


def scores_of(study: Study) -> dict[str, Fraction]:
    """Return the scores as they are, in the file's order."""
    return {one: entry.score.point for one, entry in study.entries.items()}


def without_criteria(study: Study, leaves: Iterable[str]) -> Outcome | None:
    """Return what comes out without some leaves, the other weights in proportion; None if no weight is left."""
    gone = set(leaves)
    rest = sum((weight for leaf, weight in study.weight.items() if leaf not in gone), Fraction(0))
    if rest == 0:
        return None
    scores = scores_of(study)
    for leaf in gone:
        for key in study.keys(leaf):
            scores[key[0]] -= study.weight[leaf] * study.values[key].point
    return outcome({one: score / rest for one, score in scores.items()})


def without_candidate(study: Study, candidate: str) -> Outcome | None:
    """Return what comes out among the others; None if there are none."""
    scores = {one: score for one, score in scores_of(study).items() if one != candidate}
    return outcome(scores) if scores else None


def reweighed(study: Study, weights: Sequence[Fraction]) -> Outcome:
    """Return what comes out with other weights, one per leaf and summing to 1."""
    rows = [[known.point for known in entry.values] for entry in study.entries.values()]
    return outcome(dict(zip(study.entries, additive(weights, rows), strict=True)))


def doubled(study: Study, leaf: str) -> Outcome:
    """Return what comes out with twice the weight on one leaf, the others in proportion."""
    weight, scores = study.weight[leaf], scores_of(study)
    for key in study.keys(leaf):
        scores[key[0]] = (scores[key[0]] + weight * study.values[key].point) / (1 + weight)
    return outcome(scores)


def revalued(study: Study, values: Mapping[Key, Fraction]) -> Outcome:
    """Return what comes out if some cells had other values (0 … 100)."""
    moved: dict[str, Fraction] = {}
    for key, value in values.items():
        step = study.weight[key[1]] * (value - study.values[key].point)
        moved[key[0]] = moved.get(key[0], study.entries[key[0]].score.point) + step
    if len(moved) > 1:
        return outcome(scores_of(study) | moved)
    front = {one: score for score, holders in study.podium for one in holders}  # all who can be first or second
    return outcome(_in_order(study, front | moved))


def stands(study: Study) -> str:
    """Return who is first now and by how much, with the lead as the ranking prints it."""
    ranked, lead = study.ranking.ranked, study.ranking.lead
    first = listed(entry.candidate.name for entry in study.ranking.winners)
    if lead is None:
        return f"{first} is the only candidate left"
    if lead == 0:
        return f"{first} tie for first"
    decimals = decimals_of_scores([entry.score.point for entry in ranked])
    printed = printed_difference(ranked[0].score.point, ranked[1].score.point, decimals)
    return f"{first} leads by {rounded(printed, decimals)} points" if printed else f"{first} leads by {points(lead)}"


def would(study: Study, changed: Outcome) -> str:
    """Return ``Alibaba would still lead by 18.3 points``, or who would be first instead."""
    first = names(study, changed.first)
    same = set(changed.first) == {entry.candidate.id for entry in study.ranking.winners}
    if changed.lead is None:
        return f"{first} would still be the only candidate left" if same else f"{first} would be the only one left"
    if changed.lead == 0:
        return f"{first} would {'still ' if same else ''}tie for first"
    if same:
        return f"{first} would still lead by {points(changed.lead)}"
    return f"{first} would be first, {points(changed.lead)} ahead of {names(study, changed.second)}"


def decides(study: Study, cells: Sequence[Key]) -> bool:
    """Return whether the first place changes when all these cells are at one of their ends."""
    return any(changed for _, changed in _ends(study, cells))


def turned(study: Study, cells: Sequence[Key]) -> str:
    """Return what comes out when all these cells are at the end that changes who is first; nothing if neither does."""
    for told, changed in _ends(study, cells):
        if changed is not None:
            return f"at {'its' if len(cells) == 1 else 'their'} {told} {would(study, changed)}"
    return ""


def in_doubt(study: Study, cells: Collection[Key]) -> str:
    """Return what could come of it if these cells were unknown, each anywhere from 0 to 100.

    The worst for the first: its own cells at 0, those of the others at 100.
    """
    winners, lead = study.ranking.winners, study.ranking.lead
    if lead is None:
        return f"{winners[0].candidate.name} is the only candidate left"
    if lead == 0:
        return f"{names(study, (entry.candidate.id for entry in winners), 'or')} could be alone in front"
    first = winners[0].candidate.id
    low, high = _extremes(study, cells)
    over = [one for one in study.entries if one != first and high[one] > low[first]]
    over.sort(key=lambda one: -high[one])
    level = [one for one in study.entries if one != first and high[one] == low[first]]
    if over:
        return f"{listed((study.entries[one].candidate.name for one in over), 'or', most=3)} could be first"
    if level:
        return f"{names(study, level, 'or')} could draw level with {winners[0].candidate.name}"
    left = low[first] - max(score for one, score in high.items() if one != first)
    if left == lead:
        return f"{winners[0].candidate.name} would lead as before"
    return f"the lead of {winners[0].candidate.name} could shrink to {points(left)}"


def names(study: Study, candidates: Iterable[str], joint: str = "and") -> str:
    """Return the names of candidates, joined by ``and`` or ``or``."""
    return listed((study.entries[one].candidate.name for one in candidates), joint)


def _ends(study: Study, cells: Sequence[Key]) -> Iterator[tuple[str, Outcome | None]]:
    """Yield for the best and for the worst end what comes out, or None if those first stay first."""
    now = set(study.podium[0][1])
    for told, end in (("best", HUNDRED), ("worst", Fraction(0))):
        changed = revalued(study, dict.fromkeys(cells, end)) if cells else None
        yield told, None if changed is None or set(changed.first) == now else changed


def _in_order(study: Study, scores: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {one: scores[one] for one in sorted(scores, key=study.position.__getitem__)}


def _extremes(study: Study, cells: Collection[Key]) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    low, high = scores_of(study), scores_of(study)
    for candidate, leaf in cells:
        weight, point = study.weight[leaf], study.values[candidate, leaf].point
        low[candidate] -= weight * point
        high[candidate] += weight * (HUNDRED - point)
    return low, high
