"""The criteria: whether each tells the candidates apart, and whether one fact counts once."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from decide.check.effects import decides, in_doubt, names, without_criteria, would
from decide.check.permutations import correlation_squared, draws_for, holm, permutation_p
from decide.check.study import Flaw, Remark, Study
from decide.check.words import grouped, listed, of_the_weight
from decide.model.figures import percent, said
from decide.model.tree import Leaf

Settings = Mapping[str, Fraction]


def does_not_discriminate(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find leaves with equal values, or whose share of the differences is far below their weight."""
    spreads = _spreads(study)
    mean = sum((study.weight[leaf] * spread for leaf, spread in spreads.items()), Fraction(0))
    for leaf, spread in spreads.items():
        low = spread == 0 or spread < settings["least"] * mean
        if study.weight[leaf] > 0 and low and not _blank_and_deciding(study, leaf):
            yield (leaf,)


def tell_does_not_discriminate(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how little each makes of its weight; if none tells the candidates apart, once."""
    spreads = _spreads(study)
    mean = sum((study.weight[leaf] * spread for leaf, spread in spreads.items()), Fraction(0))
    if mean == 0 and len(flaws) > 1:
        message = "no criterion tells the candidates apart: each has the same value everywhere, so all tie"
        hint = "look for what differs between them, or choose by what is not written here"
        yield Remark(study.place(study.leaf[flaws[0][0]].criterion), message, hint)
        return
    for (identifier,) in flaws:
        leaf, share, spread = study.leaf[identifier], study.weight[identifier], spreads[identifier]
        message, hint = _equal(study, leaf)
        if spread > 0:
            used = percent(share * spread / mean)
            message = (
                f"“{leaf.criterion.name}” has {of_the_weight(share)} and makes {used} of the differences: the "
                f"candidates lie within {said(spread)} of its 100 points"
            )
            hint = f"narrow the scale of  {identifier}  to what candidates can do, and weigh that smaller swing anew"
        changed = without_criteria(study, (identifier,))
        effect = "" if changed is None else f"; without it {would(study, changed)}"
        yield Remark(study.place(leaf.criterion), f"{message}{effect}", hint)


def double_counted(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find pairs of leaves that share at least half of the evidence of each: (leaf, leaf).

    Evidence that serves three leaves or more is a table or a document rather than one fact, and does not count.
    """
    cited = study.evidence_on
    for one, other in combinations(sorted(leaf for leaf, ids in cited.items() if ids and study.weight[leaf] > 0), 2):
        shared = _facts_of(study, one, other)
        half = settings["shared"] * max(len(cited[one]), len(cited[other]))
        if len(shared) >= max(half, settings["pieces"]):
            yield one, other


def tell_double_counted(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which evidence counts twice, and what the ranking is if it counts once."""
    for pair in flaws:
        first, second = _in_order(study, pair)
        shared = _facts_of(study, first, second)
        message = f"{_pair(study, first, second)} rest on the same evidence ({listed(shared)}); {_once(study, pair)}"
        hint = f"join  {first}  and  {second}, or say which fact belongs to which of them"
        yield Remark(study.place(study.leaf[second].criterion), message, hint)


def correlated(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find pairs of leaves whose values go together more than chance would have it: (leaf, leaf).

    A permutation test of Pearson's correlation, adjusted for the number of pairs (Holm 1979). Below eight candidates
    it would raise false alarms, as some pair always looks alike; of more than a hundred pairs it says nothing.
    """
    heavy = [leaf.id for leaf in study.leaves if study.weight[leaf.id] >= settings["weight"]]
    draws = draws_for(len(heavy) * (len(heavy) - 1) // 2, settings["chance"])
    if len(study.entries) < settings["candidates"] or not draws:
        return
    columns = {leaf: [study.values[key].point for key in study.keys(leaf)] for leaf in heavy}
    pairs = list(combinations(sorted(leaf for leaf in heavy if len(set(columns[leaf])) > 1), 2))
    strong = settings["correlation"] ** 2
    chances = {
        pair: permutation_p(columns[pair[0]], columns[pair[1]], draws)
        for pair in pairs
        if correlation_squared(columns[pair[0]], columns[pair[1]]) >= strong
    }
    yield from holm(chances, settings["chance"], tests=len(pairs))


def tell_correlated(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which criteria go together, and what the ranking is if they count once."""
    for pair in flaws:
        first, second = _in_order(study, pair)
        message = (
            f"{_pair(study, first, second)} go together over {len(study.entries)} candidates more than chance would "
            f"have it; {_once(study, pair)}"
        )
        hint = f"ask whether  {first}  and  {second}  mean the same; if so, join them"
        yield Remark(study.place(study.leaf[second].criterion), message, hint)


def many_criteria(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that there are more leaves than people weigh well, and those with hardly any weight."""
    if len(study.leaves) > settings["most"]:
        yield ()
    if len(study.leaves) > 1:
        yield from ((leaf.id,) for leaf in study.leaves if study.weight[leaf.id] < settings["least"])


def tell_many_criteria(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which could be left out, and what the ranking would be then."""
    light = sorted(study.leaves, key=lambda leaf: study.weight[leaf.id])
    tiny = {flaw[0] for flaw in flaws if flaw}
    over = len(study.leaves) - int(settings["most"]) if () in flaws else 0
    chosen = {leaf.id for leaf in light[: max(0, over)]} | tiny
    told = [leaf for leaf in study.leaves if leaf.id in chosen]
    share = sum((study.weight[leaf.id] for leaf in told), Fraction(0))
    changed = without_criteria(study, chosen)
    shown = listed(leaf.criterion.name for leaf in told)
    effect = "nothing is weighed" if changed is None else would(study, changed)
    if over > 0:
        lightest = f"{shown} ({of_the_weight(share)})"
        message = f"there are {len(study.leaves)} criteria; without the lightest, {lightest}, {effect}"
    else:
        has, it = ("have", "them") if len(told) > 1 else ("has", "it")
        message = f"{shown} {has} {of_the_weight(share)}; without {it} {effect}"
    hint = f"leave out what decides nothing ({listed(leaf.id for leaf in told)}), or join it with what is like it"
    yield Remark(study.place(told[0].criterion), message, hint)


def gate_also_scored(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find evidence that a gate and the cells of a leaf both cite: (gate, leaf, evidence)."""
    at_gates = {
        gate.id: {*gate.evidence, *(one for _, met in gate.passes for one in met.evidence)}
        for gate in study.decision.gates
    }
    for leaf in study.leaves:
        cited = study.evidence_on[leaf.id] if study.weight[leaf.id] > 0 else frozenset[str]()
        for gate, ids in at_gates.items():
            yield from ((gate, leaf.id, one) for one in sorted(ids & cited))


def tell_gate_also_scored(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which fact counts at a gate and again in a score, and what rests on it there."""
    gates = {gate.id: gate for gate in study.decision.gates}
    for gate, found in grouped(flaws).items():
        for leaf, same in grouped(found, 1).items():
            ids = {flaw[2] for flaw in same}
            cells = [key for key in study.keys(leaf) if ids & {item.id for item in study.cited(key)}]
            message = (
                f"{listed(sorted(ids))} counts at the gate “{gates[gate].name}” and again on "
                f"{study.called(leaf)}, "
                f"for {names(study, (one for one, _ in cells))}; were that unknown there, {in_doubt(study, cells)}"
            )
            hint = f"keep it at  {gate}  if it is a must, on  {leaf}  if it is a matter of degree"
            yield Remark(study.place_of(cells[0]), message, hint)


def _spreads(study: Study) -> dict[str, Fraction]:
    if len(study.entries) < 2:
        return {}
    columns = {leaf.id: [study.values[key].point for key in study.keys(leaf.id)] for leaf in study.leaves}
    return {leaf: max(points) - min(points) for leaf, points in columns.items()}


def _blank_and_deciding(study: Study, leaf: str) -> bool:
    """Return whether a leaf is unknown for all and that decides: then it is told as unknown."""
    cells = list(study.keys(leaf))
    return all(study.values[key].unknown for key in cells) and any(decides(study, [key]) for key in cells)


def _equal(study: Study, leaf: Leaf) -> tuple[str, str]:
    share = of_the_weight(study.weight[leaf.id])
    if all(study.values[key].unknown for key in study.keys(leaf.id)):
        message = f"nothing is known of any candidate on “{leaf.criterion.name}”, so {share} decides nothing"
        return message, f"find out how the candidates differ on  {leaf.id}, or leave it out"
    message = f"all candidates are worth the same on “{leaf.criterion.name}”, so {share} decides nothing"
    return message, f"leave  {leaf.id}  out, make it a gate, or give it a scale on which the candidates differ"


def _facts_of(study: Study, one: str, other: str) -> list[str]:
    """Return the evidence that two leaves share and no third one cites, in the file's order."""
    shared = study.evidence_on[one] & study.evidence_on[other]
    facts = {item for item in shared if study.uses[item] == 2}
    return [item for item in study.evidence if item in facts] if facts else []


def _in_order(study: Study, pair: Sequence[str]) -> list[str]:
    return [leaf for leaf in study.leaf if leaf in pair]


def _pair(study: Study, first: str, second: str) -> str:
    names = f"{study.called(first)} and {study.called(second)}"
    return f"{names}, together {of_the_weight(study.weight[first] + study.weight[second])},"


def _once(study: Study, pair: Sequence[str]) -> str:
    """Return what the ranking is without the lighter of two leaves; without either of them if they weigh alike."""
    least = min(study.weight[leaf] for leaf in pair)
    lighter = [leaf for leaf in study.weight if leaf in pair and study.weight[leaf] == least]
    told = []
    for leaf in lighter:
        changed = without_criteria(study, (leaf,))
        if changed is not None:
            told.append(f"without {study.called(leaf)} {would(study, changed)}")
    return ", and ".join(dict.fromkeys(told))
