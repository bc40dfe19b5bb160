"""Judged levels: whether they say why, how sure they are, and whether one fact means the same for all."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import names, outcome, revalued, scores_of, stands, would
from decide.check.parcels import MOST_CRITERIA, evidence_of, parcels, told
from decide.check.study import Flaw, Key, Remark, Study
from decide.check.words import counted, grouped, listed, points
from decide.model.decision import Cell
from decide.model.figures import said
from decide.model.tree import LevelScale

Settings = Mapping[str, Fraction]


def no_reason(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find judged levels with neither a because nor evidence: (candidate, leaf)."""
    yield from (key for key, cell in _levels(study) if not cell.because and not cell.evidence)


def tell_no_reason(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say, once for all, where reasons are due and how much of the first score rests on such levels."""
    by_leaf = grouped(flaws, 1)
    where = listed(f"{study.leaf[leaf].criterion.name} ({len(found)})" for leaf, found in by_leaf.items())
    first = study.ranking.winners[0]
    own = [flaw[1] for flaw in flaws if flaw[0] == first.candidate.id]
    resting = sum((study.weight[leaf] * study.values[first.candidate.id, leaf].point for leaf in own), Fraction(0))
    effect = (
        f"{said(resting)} of the {said(first.score.point)} points of {first.candidate.name}, the first, rest on them"
        if own
        else f"none of them is of {first.candidate.name}, the first"
    )
    place = study.place_of((first.candidate.id, own[0]) if own else (flaws[0][0], flaws[0][1]))
    message = f"{counted(len(flaws), 'judged level')} without a reason, on {where}; {effect}"
    yield Remark(place, message, "say why, as in  {is: good, because: …},  or name the evidence")


def overconfident(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find judged levels without a range all of whose evidence is graded low: (candidate, leaf)."""
    for key, cell in _levels(study):
        cited = study.cited(key)
        if cell.low is None and cited and all(item.grade == "low" for item in cited):
            yield key


def tell_overconfident(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say on which criterion the levels are surer than their evidence, and what one level off would do."""
    for cells in parcels(flaws):
        stand = "stands" if len(cells) == 1 else "stand"
        message = (
            f"{told(study, cells)}, {stand} at one level, on evidence of low grade ({evidence_of(study, cells)}); "
            f"{_one_level_off(study, cells)}"
        )
        yield Remark(study.place_of(cells[0]), message, "give a range, as in  {is: good, low: ok, high: good}")


def same_fact_different_score(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find judged levels that differ though their evidence is the same, one of them without a because.

    Numbers are left alone: one table of figures serves all candidates.
    """
    groups: dict[tuple[str, frozenset[str]], dict[Key, Cell]] = {}
    for key, cell in _levels(study):
        if cell.evidence:
            groups.setdefault((key[1], frozenset(cell.evidence)), {})[key] = cell
    for cells in groups.values():
        levels = {_performance(cell) for cell in cells.values()}
        bare = {_performance(cell) for cell in cells.values() if not cell.because}
        for key, cell in cells.items():
            if (bare if cell.because else levels) - {_performance(cell)}:
                yield key


def tell_same_fact_different_score(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say who stands at different levels on the same evidence, and what the same level would do.

    Where that is so on many criteria it is told of the first of them.
    """
    by_leaf = grouped(flaws, 1)
    many = list(by_leaf)[1:] if len(by_leaf) > MOST_CRITERIA else []
    for leaf, found in by_leaf.items():
        if leaf in many:
            continue
        alike: dict[frozenset[str], list[Key]] = {}
        for candidate, _ in found:
            alike.setdefault(frozenset(study.stated[candidate, leaf].evidence), []).append((candidate, leaf))
        cells, *others = alike.values()
        evidence = listed(study.stated[cells[0]].evidence)
        more = f" (and so it is with {counted(len(others), 'other group')})" if others else ""
        more += f" (and so it is on {listed(study.leaf[one].criterion.name for one in many)})" if many else ""
        message = (
            f"{names(study, (one for one, _ in cells))} rest on the same evidence ({evidence}) and stand at "
            f"different levels of {study.called(leaf)}{more}; {_at_one_level(study, cells)}"
        )
        yield Remark(study.place_of(cells[-1]), message, "give them the same level, or say why not in  because:")


def _levels(study: Study) -> Iterator[tuple[Key, Cell]]:
    """Yield the cells under ``performance:`` on constructed scales that weigh, where something is known."""
    for key in study.known():
        if isinstance(study.leaf[key[1]].scale, LevelScale) and key in study.stated:
            yield key, study.stated[key]


def _performance(cell: Cell) -> tuple[Fraction | None, ...]:
    return cell.is_, cell.low, cell.high


def _one_level_off(study: Study, cells: Sequence[Key]) -> str:
    now = set(outcome(scores_of(study)).first)
    leads = []
    for key in cells:
        values = sorted(set(_scale(study, key).values))
        at = values.index(study.values[key].point)
        for step, way in ((1, "higher"), (-1, "lower")):
            if 0 <= at + step < len(values):
                changed = revalued(study, {key: values[at + step]})
                if set(changed.first) != now:
                    name = study.entries[key[0]].candidate.name
                    return f"with {name} one level {way} {would(study, changed)}"
                leads.append(changed)
    least = min((changed.lead for changed in leads if changed.lead is not None), default=None)
    return stands(study) if least is None else f"one level off leaves a lead of {points(least)} or more"


def _at_one_level(study: Study, cells: Sequence[Key]) -> str:
    now = set(outcome(scores_of(study)).first)
    least = None
    levels: dict[Fraction, Key] = {}
    for key in cells:
        levels.setdefault(study.values[key].point, key)
    for value, key in levels.items():
        changed = revalued(study, dict.fromkeys(cells, value))
        if set(changed.first) != now:
            name = study.entries[key[0]].candidate.name
            return f"with the level of {name} for {'both' if len(cells) == 2 else 'all'} {would(study, changed)}"
        if changed.lead is not None and (least is None or changed.lead < least):
            least = changed.lead
    return stands(study) if least is None else f"at one level for all the lead is {points(least)} or more"


def _scale(study: Study, key: Key) -> LevelScale:
    scale = study.leaf[key[1]].scale
    assert isinstance(scale, LevelScale)
    return scale
