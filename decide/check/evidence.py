"""The evidence: whether there is any, where it comes from, and how far it can be trusted."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import stands, without_criteria, would
from decide.check.parcels import doubted, evidence_of, parcels, told, where
from decide.check.study import Flaw, Key, Remark, Study
from decide.check.words import grouped, listed, of_the_weight
from decide.model.decision import Evidence
from decide.model.figures import percent

Settings = Mapping[str, Fraction]
_INTERESTED = {"vendor", "party"}


def no_evidence(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells on leaves of some weight where something is known and nothing is cited: (candidate, leaf)."""
    yield from (key for key in study.known() if study.weight[key[1]] >= settings["weight"] and not study.cited(key))


def tell_no_evidence(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say once which criteria have no evidence at all, and for each other one whose performances have none."""
    found = {leaf: [(flaw[0], leaf) for flaw in same] for leaf, same in grouped(flaws, 1).items()}
    known = grouped(study.known(), 1)
    bare = [leaf for leaf in found if len(found[leaf]) == len(known[leaf])]
    if bare:
        share = sum((study.weight[leaf] for leaf in bare), Fraction(0))
        changed, it = without_criteria(study, bare), "it" if len(bare) == 1 else "them"
        effect = f"{stands(study)} on the author's word" if changed is None else f"without {it} {would(study, changed)}"
        shown = listed(study.called(leaf) for leaf in bare)
        message = f"no evidence is named on {shown}, {of_the_weight(share)}: {effect}"
        hint = "name what each rests on, as in  {is: 45, evidence: [price-list]},  and write that under  evidence:"
        yield Remark(study.place_of(found[bare[0]][0]), message, hint)
    for cells in parcels([flaw for flaw in flaws if flaw[1] not in bare]):
        message = f"no evidence is named for {told(study, cells)}; {doubted(study, cells)}"
        hint = f"name the evidence for  {where(cells)},  or write  unknown  where there is none"
        yield Remark(study.place_of(cells[0]), message, hint)


def single_origin(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find leaves of much weight where one origin alone carries most of the cells that cite anything: (leaf,)."""
    for leaf in study.leaves:
        cells, alone, _ = _carried_alone(study, leaf.id)
        if (
            study.weight[leaf.id] >= settings["weight"]
            and len(alone) > 1
            and len(alone) >= settings["cells"] * len(cells)
        ):
            yield (leaf.id,)


def tell_single_origin(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which origin carries a criterion, and what the ranking is without it."""
    for (leaf,) in flaws:
        cells, alone, origin = _carried_alone(study, leaf)
        cited = {item.id: item for key in alone for item in study.cited(key)}
        changed = without_criteria(study, (leaf,))
        effect = stands(study) if changed is None else f"without the criterion {would(study, changed)}"
        several = f", however many repeat it ({listed(cited)})" if len(cited) > 1 else ""
        if len(alone) == len(cells):
            what = f"all evidence on {study.called(leaf)}, {_share(study, leaf)}, goes back to {origin}"
        else:
            what = (
                f"{len(alone)} of {len(cells)} performances on {study.called(leaf)}, {_share(study, leaf)}, "
                f"rest on {origin} alone"
            )
        hint = f"look for a second origin for  {leaf}:  somebody who found it out independently"
        yield Remark(study.place(study.leaf[leaf].criterion), f"{what}{several}; {effect}", hint)


def _carried_alone(study: Study, leaf: str) -> tuple[list[Key], list[Key], str]:
    """Return the cells of a leaf that cite evidence, those that one origin alone carries, and that origin.

    It is the origin that carries most cells alone, the first in the file's order where several do.
    """
    cells = [key for key in study.keys(leaf) if study.cited(key)]
    only: dict[str, list[Key]] = {}
    for key in cells:
        origins = {_origin(item) for item in study.cited(key)}
        if len(origins) == 1:
            only.setdefault(origins.pop(), []).append(key)
    origin = max(only, key=lambda one: len(only[one]), default="")
    return cells, only.get(origin, []), origin


def interested_source(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells whose every source has an interest: (candidate, leaf).

    What a vendor charges it says best itself, and where it stands at the worst end its own words did not lift it.
    """
    for key in study.known():
        interests = {item.interest for item in study.cited(key)}
        admitted = interests == {"vendor"} and study.values[key].point == 0
        if interests and interests <= _INTERESTED and not admitted and key[1] != study.decision.price:
            yield key


def tell_interested_source(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say for each criterion who is known only from those with an interest."""
    for cells in parcels(flaws):
        kinds = sorted({item.interest for key in cells for item in study.cited(key)}, reverse=True)
        message = (
            f"only {listed(kinds, 'or')} sources ({evidence_of(study, cells)}) speak of {told(study, cells)}; "
            f"{doubted(study, cells)}"
        )
        hint = f"look for a source without an interest in  {where(cells)}:  a test, a customer, an authority"
        yield Remark(study.place_of(cells[0]), message, hint)


def contradiction(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells that cite evidence against evidence without a because: (candidate, leaf, evidence, evidence)."""
    for key in study.known():
        if any(cell.because for cell in study.cells(key)):
            continue
        cited = study.cited(key)
        for at, one in enumerate(cited):
            for other in cited[at + 1 :]:
                if other.id in one.contradicts or one.id in other.contradicts:
                    yield *key, *sorted((one.id, other.id))


def tell_contradiction(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say for each performance which evidence clashes, and what is at stake."""
    for candidate, leaf in dict.fromkeys((flaw[0], flaw[1]) for flaw in flaws):
        clashes = [f"{flaw[2]} and {flaw[3]}" for flaw in flaws if flaw[:2] == (candidate, leaf)]
        name = study.entries[candidate].candidate.name
        message = (
            f"{listed(clashes, 'also')} contradict each other on {study.called(leaf)} of {name}, and it "
            f"is not said which is followed; {doubted(study, [(candidate, leaf)])}"
        )
        hint = "say in  because:  which is followed and why, and give the range that both leave open"
        yield Remark(study.place_of((candidate, leaf)), message, hint)


def weak_evidence_carries_weight(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells whose every piece of evidence is graded low, if together they carry much weight: (candidate, leaf)."""
    found = [key for key in study.known() if (cited := study.cited(key)) and all(one.grade == "low" for one in cited)]
    if _carried(study, found) > settings["most"]:
        yield from found


def tell_weak_evidence_carries_weight(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how much of the weight that is, and what is at stake."""
    cells = [(flaw[0], flaw[1]) for flaw in flaws]
    leaves = listed(study.leaf[leaf].criterion.name for leaf in dict.fromkeys(leaf for _, leaf in cells))
    message = (
        f"{percent(_carried(study, cells))} of the weight, on average over the candidates, rests on evidence of low "
        f"grade alone ({evidence_of(study, cells)}; on {leaves}); {doubted(study, cells)}"
    )
    first = study.cited(cells[0])[0]
    yield Remark(study.place(first), message, f"look for better evidence, beginning with what {first.id} says")


def _origin(item: Evidence) -> str:
    return item.origin or item.id


def _share(study: Study, leaf: str) -> str:
    return of_the_weight(study.weight[leaf])


def _carried(study: Study, cells: Sequence[Key]) -> Fraction:
    return sum((study.weight[leaf] for _, leaf in cells), Fraction(0)) / len(study.entries)
