"""What could be left out: candidates that no weights put first, and criteria that cannot change who is first."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.candidates import dominated
from decide.check.effects import names, stands, without_criteria, would
from decide.check.study import Flaw, Remark, Study
from decide.check.words import at_least, at_most, listed, of_the_weight
from decide.model.figures import MOST_DECIMALS, rounded_to_sum
from decide.model.finding import Finding
from decide.model.rows import Mixture
from decide.model.tree import Leaf

Settings = Mapping[str, Fraction]
MOST_ALONE = 2
NOTHING = Fraction(0)
_SETS = {"any": "at all", "order": "that keep the order of the point weights", "stated": "within the stated ranges"}


def never_first(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find candidates that no possible weights put first, and of which ``dominated`` does not say it: (candidate,).

    Best guesses are compared, so nothing is said of those of whom something is unknown. Nobody asks a status quo to be
    first, unless it was chosen.
    """
    choice = study.decision.choice
    known = {flaw[0] for flaw in dominated(study, settings)}
    for identifier in _beaten(study):
        chosen = choice is not None and choice.candidate == identifier
        asked = chosen or not study.entries[identifier].candidate.baseline
        if asked and identifier not in known and not _open(study, identifier):
            yield (identifier,)


def tell_never_first(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say for which weights that holds, and what always beats it; of many candidates at once."""
    beaten = _beaten(study)
    if len(flaws) > MOST_ALONE:
        nearest = max((flaw[0] for flaw in flaws), key=lambda one: beaten[one].amount or NOTHING)
        mixture, least = _mixture(study, beaten[nearest])
        message = (
            f"at these best guesses no weights {_possible(study)} put any of {len(flaws)} candidates first: "
            f"{names(study, (flaw[0] for flaw in flaws))}; the nearest to it is {names(study, [nearest])}, which "
            f"{mixture} always beats by at least {at_least(least)} points{_middles(study, beaten[nearest])}"
        )
        hint = "leave them out, or say what speaks for them that no criterion holds"
        yield Remark(study.place(study.entries[flaws[0][0]].candidate), message, hint)
        return
    for (identifier,) in flaws:
        mixture, least = _mixture(study, beaten[identifier])
        message = (
            f"at these best guesses no weights {_possible(study)} put {names(study, [identifier])} first: "
            f"{mixture} always beats it, by at least {at_least(least)} points{_middles(study, beaten[identifier])}"
        )
        hint = "leave it out, or say what speaks for it that no criterion holds"
        yield Remark(study.place(study.entries[identifier].candidate), message, hint)


def cannot_matter(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find light leaves that could be left out, some or all of them together: (leaf,).

    Whatever each cell is within its range, the same one is first with them and without; and all together they part
    candidates by less than the lead. What parts nobody is for ``does-not-discriminate`` to say.
    """
    lead, winners = study.ranking.lead, study.ranking.winners
    if not lead or len(winners) > 1:
        return
    first = winners[0].candidate.id
    ahead = {one: winners[0].score.low - entry.score.high for one, entry in study.entries.items() if one != first}
    if min(ahead.values()) <= 0:
        return
    effects = {leaf.id: _effect(study, leaf) for leaf in study.leaves if study.weight[leaf.id] <= settings["weight"]}
    for leaf in sorted(effects, key=lambda leaf: (effects[leaf], leaf)):
        weight, low = study.weight[leaf], study.values[first, leaf].low
        left = {one: gap - weight * max(low - study.values[one, leaf].high, NOTHING) for one, gap in ahead.items()}
        lead -= effects[leaf]
        if lead <= 0 or min(left.values()) <= 0:
            return
        if effects[leaf]:
            ahead = left
            yield (leaf,)


def tell_cannot_matter(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say of all of them at once by how much they part candidates at most, and what comes out without them."""
    leaves = [leaf for leaf in study.leaves if (leaf.id,) in flaws]
    share = sum((study.weight[leaf.id] for leaf in leaves), NOTHING)
    most = sum((_effect(study, leaf) for leaf in leaves), NOTHING)
    changed = without_criteria(study, [leaf.id for leaf in leaves])
    assert changed is not None
    shown = listed(study.called(leaf.id) for leaf in leaves)
    it, them = ("it parts", "it") if len(leaves) == 1 else ("together they part", "them")
    message = (
        f"{shown}, {of_the_weight(share)}, cannot change who is first at these weights: {it} candidates by "
        f"{at_most(most)} points at most, and {stands(study)}; without {them} {would(study, changed)}"
    )
    hint = f"leave  {listed(leaf.id for leaf in leaves)}  out, or spend no more work on {them}"
    yield Remark(study.place(leaves[0].criterion), message, hint)


def _effect(study: Study, leaf: Leaf) -> Fraction:
    """Return by how many points a leaf parts two candidates at most, within the ranges of its cells."""
    cells = [study.values[key] for key in study.keys(leaf.id)]
    return study.weight[leaf.id] * (max(known.high for known in cells) - min(known.low for known in cells))


def _beaten(study: Study) -> dict[str, Finding]:
    return {one.about[0]: one for one in study.told("can-be-first", "") if one.status == "impossible"}


def _open(study: Study, candidate: str) -> bool:
    return any(known.unknown for known in study.entries[candidate].values)


def _middles(study: Study, finding: Finding) -> str:
    """Return that a mixture rests on middles, where something is unknown of those in it."""
    rests = any(_open(study, row.candidate) for row in finding.rows if isinstance(row, Mixture))
    return ", though what is unknown of it counts as the middle" if rests else ""


def _possible(study: Study) -> str:
    """Return which weights are possible, as in ``no weights that keep the order of the point weights``."""
    known = study.possible
    if known.mixed:
        told = f"that are {known.form}"
    elif known.form == "any" and known.preferences:
        return "that meet the preferences"
    else:
        told = _SETS.get(known.form, f"with {known.form}")
    return f"{told} and meet the preferences" if known.preferences else told


def _mixture(study: Study, finding: Finding) -> tuple[str, Fraction]:
    """Return ``60 % Alibaba + 40 % ByteDance`` and by how many points it is ahead at least.

    With so many decimals that what is told, and not only the exact mixture, keeps nine tenths of its lead.
    """
    assert finding.amount is not None
    rows, behind = [row for row in finding.rows if isinstance(row, Mixture)], -finding.amount
    everybody = names(study, (row.candidate for row in rows))
    if len(rows) == 1:
        return everybody, behind
    for decimals in range(MOST_DECIMALS):
        texts = rounded_to_sum([100 * row.share for row in rows], Fraction(100), decimals)
        off = [(row.candidate, Fraction(text) / 100 - row.share) for text, row in zip(texts, rows, strict=True)]
        least = behind + min(
            sum((error * study.values[one, leaf.id].point for one, error in off), NOTHING) for leaf in study.leaves
        )
        if 10 * least >= 9 * behind:
            parts = zip(texts, rows, strict=True)
            told = (f"{text} % {names(study, [row.candidate])}" for text, row in parts if Fraction(text))
            return " + ".join(told), least
    return f"a mixture of {everybody}", behind
