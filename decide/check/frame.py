"""The frame: who decides, between whom, and whether the question leaves the answer open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import stands, without_criteria, would
from decide.check.study import Flaw, Remark, Study
from decide.check.words import grouped, listed, points
from decide.model.decision import Criterion
from decide.model.tree import nodes

Settings = Mapping[str, Fraction]


def no_decider(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that nobody is named who decides."""
    roles = study.decision.roles
    if roles is None or not roles.decider:
        yield ()


def tell_no_decider(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what is there to be decided, and by nobody."""
    message = f"nobody is named who decides: {stands(study)}, and it is not said who may act on that"
    hint = "write  roles: {decider: …}  with the person or the body that decides"
    yield Remark(study.place(study.decision.roles), message, hint)


def no_baseline(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that no candidate is the status quo."""
    if not any(candidate.baseline for candidate in study.decision.candidates):
        yield ()


def tell_no_baseline(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what cannot be answered without it."""
    message = f"no candidate is the status quo: {stands(study)}, perhaps over nothing better than what is there now"
    hint = "write  baseline: yes  at the candidate in use today, or add it, be it “do nothing”"
    yield Remark(study.place(study.decision.candidates[0]), message, hint)


def few_candidates(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that there are fewer candidates than there should be, or that all but one are screened out."""
    count = len(study.decision.candidates)
    if count < settings["least"] or (count > 1 and len(study.entries) < 2):
        yield ()


def tell_few_candidates(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how little is compared."""
    candidates, excluded = study.decision.candidates, study.ranking.excluded
    place = study.place(candidates[0])
    hint = "add a candidate, the status quo if it is not there; if there is no other, waive this and say why"
    if len(study.entries) > 1:
        message = f"there are {len(candidates)} candidates: {stands(study)}, which says nothing of what nobody listed"
        yield Remark(place, message, hint)
        return
    alone = next(iter(study.entries.values())).candidate.name
    if not excluded:
        yield Remark(place, f"{alone} is the only candidate, so its score is compared with nothing", hint)
        return
    best = max(excluded, key=lambda entry: entry.score.point)
    names = listed(hurdle.name for hurdle in best.hurdles if hurdle.verdict == "failed")
    ahead = best.score.point - study.ranking.ranked[0].score.point
    told = "level with it" if ahead == 0 else f"{points(abs(ahead))} {'ahead' if ahead > 0 else 'behind'}"
    message = f"all but {alone} are screened out; the next best, {best.candidate.name}, fails {names} and is {told}"
    yield Remark(place, message, "look again at the gates and limits, or add a candidate that passes them")


def candidate_in_criterion(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find criteria whose text names a candidate: (criterion, candidate)."""
    telling = [one for one in study.decision.candidates if _telling(one.name)]
    for node in nodes(study.decision.criteria):
        texts = "\n".join((node.name, node.about, node.because, *node.levels))
        yield from ((node.id, one.id) for one in telling if one.name in texts and re.search(_pattern(one.name), texts))


def tell_candidate_in_criterion(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which candidates a criterion names, and what the ranking would be without it."""
    known = {node.id: node for node in nodes(study.decision.criteria)}
    named = {candidate.id: candidate.name for candidate in study.decision.candidates}
    for criterion, found in grouped(flaws).items():
        node = known[criterion]
        changed = without_criteria(study, _inside(study, node))
        effect = "nothing else is weighed" if changed is None else f"without it {would(study, changed)}"
        message = f"the text of “{node.name}” names {listed(named[one] for _, one in found)}: {effect}"
        hint = "say what is needed without naming who has it, so that it would read the same with other candidates"
        yield Remark(study.place(node), message, hint)


def _inside(study: Study, node: Criterion) -> list[str]:
    return [leaf.id for leaf in study.leaves if node.id in (leaf.id, *(group.id for group in leaf.groups))]


def _telling(name: str) -> bool:
    """Return whether a name can be told from the words of a sentence: it has a capital, or no letters of two cases."""
    return len(name) > 1 and (name != name.lower() or name == name.upper())


def _pattern(name: str) -> str:
    return rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"
