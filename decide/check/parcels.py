"""Cells of which one thing is to be said: criterion by criterion, or all at once where that would be a flood."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.check.effects import in_doubt, names
from decide.check.study import Flaw, Key, Study
from decide.check.words import counted, grouped, listed, of_the_weight

MOST_CRITERIA = 3
MOST_CANDIDATES = 8


def parcels(flaws: Sequence[Flaw]) -> Iterator[list[Key]]:
    """Yield the cells of flaws (candidate, leaf) by their leaf; all together if there are more than three leaves."""
    found = [[(flaw[0], flaw[1]) for flaw in same] for same in grouped(flaws, 1).values()]
    yield from found if len(found) <= MOST_CRITERIA else [[key for cells in found for key in cells]]


def told(study: Study, cells: Sequence[Key]) -> str:
    """Return ``Tencent and Alibaba on “Price”, 7.6 % of the weight``, or ``12 performances on Price, …``."""
    leaves = list(dict.fromkeys(leaf for _, leaf in cells))
    share = of_the_weight(sum((study.weight[leaf] for leaf in leaves), Fraction(0)))
    if len(leaves) > 1:
        where = listed(study.leaf[leaf].criterion.name for leaf in leaves)
        return f"{counted(len(cells), 'performance')} on {where}, {share}"
    everybody = len(cells) > 2 and len(cells) == len(study.entries)
    who = "every candidate" if everybody else names(study, (candidate for candidate, _ in cells))
    return f"{who} on {study.called(leaves[0])}, {share}"


def evidence_of(study: Study, cells: Sequence[Key]) -> str:
    """Return the ids of the evidence that the cells cite."""
    return listed(dict.fromkeys(item.id for key in cells for item in study.cited(key)))


def doubted(study: Study, cells: Sequence[Key]) -> str:
    """Return what could come of it if these cells were unknown."""
    return f"were {'that' if len(cells) == 1 else 'these'} unknown, {in_doubt(study, cells)}"


def where(cells: Sequence[Key]) -> str:
    """Return the ids of the leaves, for a hint."""
    return listed(dict.fromkeys(leaf for _, leaf in cells))
