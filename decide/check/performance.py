"""The performances: what is not known and decides, and where the first is weak."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import decides, in_doubt, names, outcome, scores_of, turned, without_candidate, would
from decide.check.parcels import MOST_CANDIDATES, told, where
from decide.check.study import Flaw, Key, Remark, Study
from decide.check.words import counted, grouped, listed, of_the_weight
from decide.model.figures import said
from decide.model.tree import Leaf

Settings = Mapping[str, Fraction]
NOTHING = Fraction(0)


def missing(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells of those ranked that are neither given nor called unknown: (candidate, leaf)."""
    for candidate in study.entries:
        yield from ((candidate, leaf.id) for leaf in study.leaves if not study.cells((candidate, leaf.id)))


def tell_missing(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what each candidate leaves out, and what that could do to the first place; of many candidates at once."""
    by_candidate = grouped(flaws)
    if len(by_candidate) > MOST_CANDIDATES:
        cells = [(candidate, leaf) for candidate, leaf in flaws]
        counts = f"counted as unknown, from 0 to 100; there {in_doubt(study, cells)}"
        message = f"nothing is said of {told(study, cells)}: {counts}"
        yield Remark(study.place_of(cells[0]), message, f"fill {_it(cells, 'the cell')}, or write  unknown")
        return
    for candidate, found in by_candidate.items():
        cells = [(candidate, leaf) for _, leaf in found]
        entry = study.entries[candidate].candidate
        shown = listed(study.leaf[leaf].criterion.name for _, leaf in cells)
        share = sum((study.weight[leaf] for _, leaf in cells), NOTHING)
        wherever = "wherever it is" if len(cells) == 1 else "wherever they are"
        effect = turned(study, cells) or f"{wherever}, {_unturned(study)}"
        counts = f"counted as unknown, from 0 to 100; {effect}"
        message = f"{entry.name} says nothing on {shown} ({of_the_weight(share)}): {counts}"
        yield Remark(study.place(entry), message, f"fill {_it(cells, 'the cell')}, or write  unknown")


def unknown_decides(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells called unknown that change who is first at one of their ends: (candidate, leaf).

    Each cell is tried alone; if none of a candidate's decides alone, all of them together.
    """
    for candidate in study.entries:
        cells = _open(study, candidate)
        yield from [key for key in cells if decides(study, [key])] or (cells if decides(study, cells) else [])


def tell_unknown_decides(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which unknowns decide, and what comes out at their ends; what is unknown of everybody is told once."""
    blank = [leaf for leaf in grouped(flaws, 1) if all(study.values[key].unknown for key in study.keys(leaf))]
    if blank:
        shown = listed(study.called(leaf) for leaf in blank)
        share = of_the_weight(sum((study.weight[leaf] for leaf in blank), NOTHING))
        cells = [(candidate, leaf) for leaf in blank for candidate in study.entries]
        message = f"nothing is known of any candidate on {shown}, {share}, and that decides: {in_doubt(study, cells)}"
        hint = f"find out  {listed(blank)}  of each candidate before anything else"
        yield Remark(study.place_of(cells[0]), message, hint)
    by_candidate = grouped(flaw for flaw in flaws if flaw[1] not in blank)
    if len(by_candidate) > MOST_CANDIDATES:
        cells = [(candidate, leaf) for candidate, leaf in flaws if leaf not in blank]
        message = f"{told(study, cells)}, are unknown, and they decide: {in_doubt(study, cells)}"
        yield Remark(study.place_of(cells[0]), message, f"find out  {where(cells)}  before anything else")
        return
    for candidate, found in by_candidate.items():
        entry = study.entries[candidate].candidate
        alone = [(candidate, leaf) for _, leaf in found if decides(study, [(candidate, leaf)])]
        cells = alone or _open(study, candidate)
        shown = listed(study.called(leaf) for _, leaf in cells)
        decide = "decides" if len(cells) == 1 or not alone else "any of that decides"
        message = f"what {entry.name} does on {shown} is unknown, and {decide}: {turned(study, cells)}"
        yield Remark(study.place_of(cells[0]), message, f"find out  {where(cells)}  of {entry.id} before anything else")


def winner_has_a_hole(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find leaves of some weight on which the first is alone at the bottom, or below a least value: (candidate, leaf).

    The worst of two is no hole, as one of two is the worst on everything that tells them apart; nor is the worst of
    all where all are good.
    """
    winners = [entry.candidate.id for entry in study.ranking.winners]
    for leaf in study.leaves:
        points = sorted(known.point for key in study.keys(leaf.id) if not (known := study.values[key]).unknown)
        if study.weight[leaf.id] < settings["weight"] or len(points) < 2:
            continue
        alone_last = points[0] if len(points) > 2 and points[0] < min(points[1], settings["worst"]) else None
        for key in ((candidate, leaf.id) for candidate in winners):
            value = study.values[key]
            weak = value.point == alone_last or value.point < settings["minimum"]
            if weak and value.point < points[-1] and not value.unknown:
                yield key


def tell_winner_has_a_hole(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say where the first is weak, and who would be first without it."""
    for candidate, found in grouped(flaws).items():
        name = study.entries[candidate].candidate.name
        holes = [study.leaf[leaf] for _, leaf in found]
        shown = listed(_hole(study, candidate, leaf) for leaf in holes)
        changed = without_candidate(study, candidate)
        assert changed is not None
        message = f"{name} is first although it is weak on {shown}; if that rules it out, {would(study, changed)}"
        hint = f"set a  limit:  at {listed(leaf.id for leaf in holes)} if it must be better, else say why it may be so"
        yield Remark(study.place_of((candidate, holes[0].id)), message, hint)


def _open(study: Study, candidate: str) -> list[Key]:
    return [
        (candidate, leaf.id)
        for leaf in study.leaves
        if study.values[candidate, leaf.id].unknown and study.cells((candidate, leaf.id)) and study.weight[leaf.id] > 0
    ]


def _unturned(study: Study) -> str:
    first = outcome(scores_of(study)).first
    return f"{names(study, first)} {'stays' if len(first) == 1 else 'stay'} first"


def _it(cells: Sequence[Key], one: str) -> str:
    return one if len(cells) == 1 else f"the {counted(len(cells), 'cell')}"


def _hole(study: Study, candidate: str, leaf: Leaf) -> str:
    value = study.values[candidate, leaf.id].point
    return f"“{leaf.criterion.name}” ({said(value)} of 100, {of_the_weight(study.weight[leaf.id])})"
