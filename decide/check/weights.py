"""The weights: whether somebody weighed at all, and whether the tree did it for them."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import Outcome, doubled, names, reweighed, stands, without_criteria, would
from decide.check.study import Flaw, Remark, Study
from decide.check.words import listed, of_the_weight
from decide.model.figures import MOST_DECIMALS, percent, rounded
from decide.weigh.points import from_statement

Settings = Mapping[str, Fraction]
_HALF_AS_MUCH_AGAIN = Fraction(3, 2)
_SPREAD = {"spread": Fraction(1, 10)}


def stakeholders_split(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that not the same are first with everybody's own weights: the ids of all whose weights count."""
    if len({frozenset(first) for first in _choices(study).values()}) > 1:
        yield tuple(_choices(study))


def tell_stakeholders_split(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say who would choose whom, and on which criterion their weights lie farthest apart."""
    holders = {one.id: one for one in study.decision.stakeholders}
    camps: dict[tuple[str, ...], list[str]] = {}
    for one, first in _choices(study).items():
        camps.setdefault(first, []).append(holders[one].name)
    told = "; ".join(
        f"{names(study, first)} {'is' if len(first) == 1 else 'tie for'} first for {listed(whose)}"
        for first, whose in camps.items()
    )
    columns = list(zip(*(weights for _, weights in _voices(study)), strict=True))
    apart = [max(column) - min(column) for column in columns]
    leaf = study.leaves[apart.index(max(apart))]
    column = columns[apart.index(max(apart))]
    between = f"from {percent(min(column))} to {percent(max(column))}"
    most = f"they lie farthest apart on {study.called(leaf.id)}, {between}"
    message = f"with their own weights {told}; {most}, while {stands(study)}"
    hint = f"talk about what the way from worst to best on  {leaf.id}  is worth before the weights are set"
    yield Remark(study.place(holders[flaws[0][0]]), message, hint)


def concentrated(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find a leaf with most of the weight: (leaf,); or weights as if fewer than so many leaves counted: ().

    With few leaves either is no surprise: of two, one has half or more. So a leaf must have half as much again as an
    equal share too, and one leaf fewer than there are must count.
    """
    count = len(study.leaves)
    least = max(settings["most"], _HALF_AS_MUCH_AGAIN / count)
    found = [leaf for leaf, weight in study.weight.items() if weight > least and count > 1]
    yield from ((leaf,) for leaf in found)
    if not found and _effective(study) < min(settings["criteria"], Fraction(count - 1)):
        yield ()


def tell_concentrated(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what carries the weight, and who is first by all the rest."""
    if flaws[0]:
        heavy = [flaw[0] for flaw in flaws]
        told = of_the_weight(sum((study.weight[leaf] for leaf in heavy), Fraction(0)))
    else:
        order = sorted(study.weight, key=lambda leaf: -study.weight[leaf])
        heavy = order[: max(1, round(_effective(study)))]
        share = of_the_weight(sum((study.weight[leaf] for leaf in heavy), Fraction(0)))
        told = f"{share}, as if {_below(_effective(study), settings['criteria'])} criteria of equal weight decided"
    shown = listed(study.called(leaf) for leaf in heavy)
    changed = without_criteria(study, heavy)
    effect = "nothing else is weighed" if changed is None else f"by all the rest {would(study, changed)}"
    hint = f"ask whether the way from worst to best on  {heavy[0]}  is really worth that much more than the others"
    place = study.place(study.leaf[heavy[0]].criterion.weight, study.leaf[heavy[0]].criterion)
    yield Remark(place, f"{shown} {'has' if len(heavy) == 1 else 'have'} {told}; {effect}", hint)


def equal_by_default(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that the weights hardly differ."""
    weights = study.ranking.weights
    if len(weights) > 1 and max(weights) - min(weights) < settings["spread"] / len(weights):
        yield ()


def tell_equal_by_default(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say whose weight, if doubled, changes the first place."""
    winners = {entry.candidate.id for entry in study.ranking.winners}
    twice = {leaf.id: doubled(study, leaf.id) for leaf in study.leaves}
    turning = [leaf for leaf, changed in twice.items() if set(changed.first) != winners]
    if turning:
        name = study.leaf[turning[0]].criterion.name
        more = f" (so it is with {len(turning) - 1} more)" if len(turning) > 1 else ""
        effect = f"with twice the weight on “{name}” {would(study, twice[turning[0]])}{more}"
    else:
        closest = would(study, min(twice.values(), key=_lead))
        effect = f"with twice the weight on any one of them {closest}{' or more' if study.ranking.lead else ''}"
    differ = "the same" if len(set(study.ranking.weights)) == 1 else "nearly the same"
    hint = "weigh the swings from worst to best against each other, or at least order them:  weights: {order: […]}"
    decision = study.decision
    place = study.place(decision.weights, study.leaves[0].criterion.weight, study.leaves[0].criterion)
    yield Remark(place, f"all criteria weigh {differ}; {effect}", hint)


def splitting(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that the weights of the outermost groups are nearly the shares that they have of the leaves.

    What counts is how much weight would have to move to make them the same; the groups must differ in size by more.
    Two groups come that close by chance, and where all leaves weigh the same it is told as that.
    """
    counts, weights = _groups(study)
    if len(counts) < settings["groups"] or any(equal_by_default(study, _SPREAD)):
        return
    shares = {group: Fraction(count, len(study.leaves)) for group, count in counts.items()}
    alike = dict.fromkeys(counts, Fraction(1, len(counts)))
    if _moved(weights, shares) <= settings["within"] < _moved(shares, alike):
        yield ()


def tell_splitting(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how weights follow numbers, and what the ranking is with groups of equal weight."""
    counts, weights = _groups(study)
    known = {node.id: node for node in study.decision.criteria}
    order = sorted(counts, key=lambda group: -counts[group])
    most, fewest = order[0], order[-1]
    told = " and ".join(
        f"“{known[group].name}” with {counts[group]} of {len(study.leaves)} criteria has {percent(weights[group])}"
        for group in (most, fewest)
    )
    message = (
        f"the weights of the groups follow their numbers of criteria: {told}; with {percent(Fraction(1, len(counts)))} "
        f"for each group {would(study, _alike(study, counts, weights))}"
    )
    hint = "weigh the groups against each other first, then the criteria inside each"
    yield Remark(study.place(known[most]), message, hint)


def _effective(study: Study) -> Fraction:
    """Return how many leaves of equal weight would be as concentrated: 1 / Σw² (Laakso and Taagepera 1979)."""
    return 1 / sum((weight**2 for weight in study.ranking.weights), Fraction(0))


def _below(number: Fraction, limit: Fraction) -> str:
    """Return the number with as many decimals as show that it is below the limit."""
    texts = (rounded(number, decimals) for decimals in range(1, MOST_DECIMALS))
    return next((text for text in texts if Fraction(text) < limit), rounded(number, MOST_DECIMALS))


def _lead(changed: Outcome) -> Fraction:
    return Fraction(0) if changed.lead is None else changed.lead


def _groups(study: Study) -> tuple[dict[str, int], dict[str, Fraction]]:
    """Return the number of leaves and the weight of each outermost node."""
    counts: dict[str, int] = {}
    weights: dict[str, Fraction] = {}
    for leaf in study.leaves:
        group = leaf.groups[0].id if leaf.groups else leaf.id
        counts[group] = counts.get(group, 0) + 1
        weights[group] = weights.get(group, Fraction(0)) + study.weight[leaf.id]
    return counts, weights


def _moved(some: Mapping[str, Fraction], others: Mapping[str, Fraction]) -> Fraction:
    """Return how much weight has to move to turn some shares into others."""
    return sum((abs(some[group] - others[group]) for group in some), Fraction(0)) / 2


def _alike(study: Study, counts: Mapping[str, int], weights: Mapping[str, Fraction]) -> Outcome:
    """Return what comes out with groups of equal weight, each shared out inside as it is now."""
    new = []
    for leaf in study.leaves:
        group = leaf.groups[0].id if leaf.groups else leaf.id
        inside = study.weight[leaf.id] / weights[group] if weights[group] else Fraction(1, counts[group])
        new.append(inside / len(counts))
    return reweighed(study, new)


def _voices(study: Study) -> list[tuple[str, tuple[Fraction, ...]]]:
    """Return the stakeholders whose weights count, each with theirs."""
    tree = study.decision.criteria
    return [
        (one.id, from_statement(tree, one.weights, study.leaves))
        for one in study.decision.stakeholders
        if one.weights is not None and one.share != 0
    ]


def _choices(study: Study) -> dict[str, tuple[str, ...]]:
    """Return who is first with the weights of each stakeholder."""
    return {one: reweighed(study, weights).first for one, weights in _voices(study)}
