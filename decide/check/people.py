"""The people: how many judged, how far apart they are, whether one of them decides, and what ties they have."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from decide.check.effects import Outcome, revalued, stands, would
from decide.check.study import Flaw, Key, Remark, Study
from decide.check.words import counted, grouped, listed
from decide.model.decision import Cell
from decide.model.figures import plain
from decide.model.place import Place
from decide.model.ranking import Interval
from decide.model.rows import LeftOut
from decide.value.cells import judgements, pooled

Settings = Mapping[str, Fraction]
Judged = Mapping[Key, tuple[tuple[str, Interval], ...]]
HUNDRED = Fraction(100)
MOST_TOLD = 3


def few_assessors(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that there are assessors, and fewer than there should be: their ids."""
    known = _assessors(study)
    if 0 < len(known) < settings["least"]:
        yield tuple(known)


def tell_few_assessors(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how much rests on their word."""
    judged = _judged(study)
    cells, told = len(judged), sorted({who for known in judged.values() for who, _ in known}) or flaws[0]
    rest = f"{counted(cells, 'performance')} {'rests' if cells == 1 else 'rest'}" if cells else "performances rest"
    message = f"{rest} on the word of {listed(told)} alone, and {stands(study)}"
    hint = "let somebody else judge too, without knowing what the others say"
    yield Remark(study.place(study.decision.roles), message, hint)


def disagreement_unexplained(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells on which assessors lie far apart, and nobody at either end says why: (candidate, leaf)."""
    cells = _sheet_cells(study)
    for key, known in _judged(study).items():
        low, high = _range(known)
        if high - low > HUNDRED * settings["spread"]:
            outer = [cells[who, key] for who, one in known if one.point in (low, high)]
            if not any(cell.because for cell in outer):
                yield key


def tell_disagreement_unexplained(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how far apart they are, and what comes out at the end that matters more; the most consequential first."""
    judged = _judged(study)
    keys = sorted(((flaw[0], flaw[1]) for flaw in flaws), key=lambda key: _weight_of(study, key, judged[key]))
    told = []
    for key in keys[:MOST_TOLD]:
        low, high = _range(judged[key])
        told.append(f"from {plain(low)} to {plain(high)} for {_cell(study, key)}")
    more = f" and {len(keys) - MOST_TOLD} more" if len(keys) > MOST_TOLD else ""
    end, changed = _end(study, keys[0], judged[keys[0]])
    first = "there" if len(keys) == 1 else "at the first of these"
    message = f"assessors lie apart, and it is not said why: {'; '.join(told)}{more}; with {plain(end)} {first} "
    hint = "let those at the ends say why in  because:,  talk about it, and judge again"
    yield Remark(study.place_of(keys[0]), f"{message}{would(study, changed)}", hint)


def copied_sheets(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find two assessors who say the same nearly everywhere: (assessor, assessor)."""
    for one, other, same, both in _pairs(study):
        if both >= settings["cells"] and same >= settings["alike"] * both:
            yield one, other


def tell_copied_sheets(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how alike they are, and what comes out if they count as one; of many pairs all at once."""
    pairs = {(one, other): (same, both) for one, other, same, both in _pairs(study)}
    told = []
    for one, other in flaws[:MOST_TOLD]:
        same, both = pairs[one, other]
        told.append(f"{one} and {other} say the same of {same} of {both} performances")
    more = f"; and so do {len(flaws) - MOST_TOLD} more pairs" if len(flaws) > MOST_TOLD else ""
    gone = {other for _, other in flaws}
    changed = revalued(study, _without(study, gone))
    message = f"{'; '.join(told)}{more}: counted once, {would(study, changed)}"
    hint = "ask whether they judged apart; if not, keep one of the sheets"
    yield Remark(_place_of_sheet(study, flaws[0][1]), message, hint)


def one_assessor_decides(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find assessors without whom somebody else is first, where there are others: (assessor,)."""
    if len({who for known in _judged(study).values() for who, _ in known}) > 1:
        yield from ((one.about[0],) for one in study.told("leave-one-out", "assessor") if one.status == "found")


def tell_one_assessor_decides(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say who would be first without each; of many at once."""
    rows = {
        row.gone: row for one in study.told("leave-one-out", "assessor") for row in one.rows if isinstance(row, LeftOut)
    }
    told = []
    for (assessor,) in flaws[:MOST_TOLD]:
        row = rows[assessor]
        changed = Outcome(row.first, row.second, row.lead)
        told.append(f"without the {counted(row.cells, 'judgement')} of {assessor} {would(study, changed)}")
    more = f"; and so for {len(flaws) - MOST_TOLD} more" if len(flaws) > MOST_TOLD else ""
    hint = f"look at where  {flaws[0][0]}  differs from the others, and let more people judge it"
    yield Remark(_place_of_sheet(study, flaws[0][0]), f"{'; '.join(told)}{more}", hint)


def mean_hides_split(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells judged by two camps, each of several, the mean far from both: (candidate, leaf)."""
    for key, known in _judged(study).items():
        if _camps(known, settings) is not None:
            yield key


def tell_mean_hides_split(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say who is in which camp, and what comes out if either is right; the most consequential first."""
    judged = _judged(study)
    keys = sorted(((flaw[0], flaw[1]) for flaw in flaws), key=lambda key: _weight_of(study, key, judged[key]))
    key = keys[0]
    camps = _camps(judged[key], settings)
    assert camps is not None
    told = []
    for camp in camps:
        mean = pooled([one for _, one in camp]).point
        told.append(f"by {listed(who for who, _ in camp)} ({plain(mean)}) {would(study, revalued(study, {key: mean}))}")
    more = f"; and {len(keys) - 1} more are split like this" if len(keys) > 1 else ""
    message = (
        f"the mean for {_cell(study, key)}, {plain(study.values[key].point)} points of value, is near to what nobody "
        f"says: {'; '.join(told)}{more}"
    )
    yield Remark(study.place_of(key), message, "find out what each camp sees, and judge again; do not count the mean")


def conflict_undeclared(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find assessors of whom no ties are declared: (assessor,); and who judged where they have ties: with candidate."""
    roles = study.decision.roles
    declared = dict(roles.conflicts) if roles is not None else {}
    yield from ((one,) for one in _assessors(study) if one not in declared)
    for assessor, candidate in dict.fromkeys(
        (who, key[0]) for key, known in _judged(study).items() for who, _ in known
    ):
        if candidate in declared.get(assessor, ()):
            yield assessor, candidate


def tell_conflict_undeclared(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say who does not say, and what comes out without what was judged in spite of ties."""
    silent = [flaw[0] for flaw in flaws if len(flaw) == 1]
    if silent:
        message = f"no ties to candidates are declared for {listed(silent)}, nor that there are none: {stands(study)}"
        hint = f"write  roles: {{conflicts: {{{silent[0]}: none}}}}  or name the candidates with whom there are ties"
        yield Remark(study.place(study.decision.roles), message, hint)
    for assessor, own in grouped(flaw for flaw in flaws if len(flaw) > 1).items():
        candidates = {flaw[1] for flaw in own}
        changed = revalued(study, _without(study, {assessor}, candidates))
        named = listed(study.entries[flaw[1]].candidate.name for flaw in own)
        message = f"{assessor} has ties to {named} and judged it all the same: without that {would(study, changed)}"
        hint = f"take what  {assessor}  says of  {listed(flaw[1] for flaw in own)}  out, and let somebody else judge it"
        yield Remark(_place_of_sheet(study, assessor, candidates), message, hint)


def _judged(study: Study) -> Judged:
    """Return what assessors know of each cell of those ranked that is left to them, on leaves that weigh."""
    every = judgements(study.decision, study.leaves)
    keys = (key for leaf in study.leaves if study.weight[leaf.id] > 0 for key in study.keys(leaf.id))
    return {key: every[key] for key in keys if key in every}


def _assessors(study: Study) -> list[str]:
    """Return the ids of all who are named as assessors, or judged something; sorted, as their order means nothing."""
    roles = study.decision.roles
    named = {_id(name) for name in roles.assessors} - {""} if roles is not None else set()
    return sorted(named | {who for known in _judged(study).values() for who, _ in known})


def _id(name: str) -> str:
    """Return the id of a name, as keys have it (docs/format.md)."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).lower())
    return re.sub(r"[\W_]+", "-", lowered).strip("-")


def _sheet_cells(study: Study) -> dict[tuple[str, Key], Cell]:
    return {
        (who, (candidate, leaf)): cell
        for who, sheet in study.decision.assessments
        for candidate, row in sheet
        for leaf, cell in row
    }


def _place_of_sheet(study: Study, assessor: str, candidates: set[str] | None = None) -> Place:
    cells = (
        cell
        for candidate, row in dict(study.decision.assessments)[assessor]
        for _, cell in row
        if candidates is None or candidate in candidates
    )
    return study.place(*cells)


def _pairs(study: Study) -> Iterator[tuple[str, str, int, int]]:
    """Yield two assessors, of how many cells they say the same, and of how many both say something."""
    sheets: dict[str, dict[Key, Interval]] = {}
    for key, known in _judged(study).items():
        for who, judgement in known:
            sheets.setdefault(who, {})[key] = judgement
    for one, other in combinations(sorted(sheets), 2):
        both = sheets[one].keys() & sheets[other].keys()
        yield one, other, sum(sheets[one][key] == sheets[other][key] for key in both), len(both)


def _without(study: Study, gone: set[str], candidates: set[str] | None = None) -> dict[Key, Fraction]:
    """Return the means that are left without some assessors, of cells that they judged, of some candidates."""
    found = {}
    for key, known in _judged(study).items():
        rest = [one for who, one in known if who not in gone]
        if len(rest) < len(known) and (candidates is None or key[0] in candidates):
            found[key] = pooled(rest).point
    return found


def _range(known: Sequence[tuple[str, Interval]]) -> tuple[Fraction, Fraction]:
    points = [one.point for _, one in known]
    return min(points), max(points)


def _camps(
    known: Sequence[tuple[str, Interval]], settings: Settings
) -> tuple[list[tuple[str, Interval]], list[tuple[str, Interval]]] | None:
    """Return two camps: of several each, the largest gap between them, wide enough, and the mean well inside it."""
    order = sorted(known, key=lambda one: one[1].point)
    if len(order) < 2:
        return None
    gaps = [high[1].point - low[1].point for low, high in pairwise(order)]
    at = gaps.index(max(gaps)) + 1
    lower, upper = order[:at], order[at:]
    middle = pooled([one for _, one in known]).point
    wide = max(gaps) >= HUNDRED * settings["gap"]
    empty = lower[-1][1].point < middle < upper[0][1].point
    return (lower, upper) if min(len(lower), len(upper)) >= settings["camp"] and wide and empty else None


def _weight_of(study: Study, key: Key, known: Sequence[tuple[str, Interval]]) -> tuple[bool, Fraction, int, int]:
    """Return a key that sorts what changes the first place first, then what moves the score most."""
    low, high = _range(known)
    winners = {entry.candidate.id for entry in study.ranking.winners}
    turns = any(set(revalued(study, {key: end}).first) != winners for end in (low, high))
    leaf = next(at for at, one in enumerate(study.leaves) if one.id == key[1])
    return not turns, -study.weight[key[1]] * (high - low), leaf, study.position[key[0]]


def _end(study: Study, key: Key, known: Sequence[tuple[str, Interval]]) -> tuple[Fraction, Outcome]:
    """Return the end that changes the first place, else the one that is worse for those first."""
    winners = {entry.candidate.id for entry in study.ranking.winners}
    ends = [(end, revalued(study, {key: end})) for end in _range(known)]
    turning = [one for one in ends if set(one[1].first) != winners]
    return turning[0] if turning else ends[0 if key[0] in winners else 1]


def _cell(study: Study, key: Key) -> str:
    return f"{study.entries[key[0]].candidate.name} on {study.called(key[1])}"
