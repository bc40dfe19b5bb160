"""How firmly the first place stands, as findings about the ranking tell."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.check.effects import Outcome, names, outcome, revalued, scores_of, stands, would
from decide.check.parcels import MOST_CRITERIA
from decide.check.study import Flaw, Remark, Study
from decide.check.words import at_most, counted, listed
from decide.model.chances import Odds
from decide.model.figures import plain, rounded_down, rounded_up
from decide.model.finding import Finding
from decide.model.rows import LeftOut, Moved, Need
from decide.model.tree import CurveScale, Leaf, LevelScale
from decide.value.functions import value

Settings = Mapping[str, Fraction]
MOST_PIECES = 4
FINEST = 1000
"""Amounts are told to a thousandth of their scale."""


def no_clear_winner(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that the lead is small, or that small errors of all weights, or chance, undo it: (the first, the next)."""
    now = outcome(scores_of(study))
    if now.lead is None:
        return
    tolerances = [one.amount for one in study.told("least-change", "tolerance") if one.amount is not None]
    unsure = any(row.least < settings["chance"] for row in _odds(study))
    if now.lead < settings["lead"] or any(amount < 100 * settings["tolerance"] for amount in tolerances) or unsure:
        yield (*now.first, *(() if now.lead == 0 else now.second))


def tell_no_clear_winner(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say by how little the first leads, what undoes it, and where the first two differ most."""
    now = outcome(scores_of(study))
    one, other = (*now.first, *now.second)[:2]
    message = f"{stands(study)}: the figures do not choose between them"
    if now.lead:
        only = " only" if now.lead < settings["lead"] else ""
        message = f"{stands(study)}{only}"
        for finding in study.told("least-change", "tolerance"):
            if finding.amount is not None and finding.amount < 100 * settings["tolerance"]:
                rival = names(study, finding.about[1:])
                message += f"; weights that are each off by {at_most(finding.amount)} % can bring {rival} level"
        message += "".join(f"; {_unlikely(study, row)}" for row in _odds(study) if row.least < settings["chance"])
    apart = {
        leaf.id: abs(study.weight[leaf.id] * (study.values[one, leaf.id].point - study.values[other, leaf.id].point))
        for leaf in study.leaves
    }
    most = [leaf for leaf in sorted(apart, key=lambda leaf: -apart[leaf]) if apart[leaf]][:2]
    where = f"  {listed(most)},  where {names(study, (one, other))} differ most" if most else " what tells them apart"
    yield Remark(study.place(study.entries[one].candidate), message, f"look closer at{where}")


def one_cell_flips(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find cells that change who is first when they are one level, or a part of their scale, off: (candidate, leaf)."""
    for key, need in _needs(study).items():
        if need.amount is None or need.needed_amount is None:
            continue
        leaf = study.leaf[need.criterion]
        most = 1 if isinstance(leaf.scale, LevelScale) else settings["part"] * _span(leaf)
        if abs(need.needed_amount - need.amount) <= most:
            yield key


def tell_one_cell_flips(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say which cells these are, how far they would have to be off, and what comes out then; all at once."""
    needs = _needs(study)
    first = (flaws[0][0], flaws[0][1])
    shown = [_off(study, needs[flaw[0], flaw[1]]) for flaw in flaws]
    message = f"one performance decides: with {shown[0]}, {_then(study, needs[first])}"
    if len(flaws) > 1:
        told = listed(shown, "or", most=MOST_PIECES)
        message = f"each of {len(flaws)} performances decides alone: with {told}, the first place changes; "
        message += f"by the first of these {_then(study, needs[first])}"
    cells = listed(f"{leaf} of {candidate}" for candidate, leaf in flaws)
    yield Remark(study.place_of(first), message, f"make sure of  {cells}  before anything else")


def thin_weight_margin(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find that little weight has to move until somebody else is level with the first: (the first,)."""
    for finding in study.told("least-change", "dethrone-moved"):
        if finding.status == "found" and finding.amount is not None and finding.amount < settings["points"]:
            yield finding.about[:1]


def tell_thin_weight_margin(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say how much weight that is, and from where to where."""
    for finding in study.told("least-change", "dethrone-moved"):
        assert finding.amount is not None
        rows = [row for row in finding.rows if isinstance(row, Moved)]
        away, to = ([row.criterion for row in rows if (row.after > row.before) is rises] for rises in (False, True))
        moved = f"{listed(map(study.called, away))} to {listed(map(study.called, to))}"
        first, rival = finding.about
        message = (
            f"if {at_most(finding.amount)} of the 100 points of weight move from {moved}, "
            f"{names(study, [rival])} is level with {names(study, [first])}"
        )
        hint = f"weigh the swings of  {listed([*away, *to])}  against each other again, with those who decide"
        yield Remark(study.place(study.leaf[away[0]].criterion), message, hint)


def one_source_decides(study: Study, settings: Settings) -> Iterator[Flaw]:
    """Find origins without which somebody else is first: (origin, its pieces of evidence)."""
    for origin, finding in _origins(study).items():
        yield tuple(dict.fromkeys((origin, *_pieces(finding))))


def tell_one_source_decides(study: Study, settings: Settings, flaws: Sequence[Flaw]) -> Iterator[Remark]:
    """Say what rests on each, and who would be first without it; of many origins at once."""
    found = _origins(study)
    if len(flaws) > MOST_CRITERIA:
        first = found[flaws[0][0]]
        message = (
            f"each of {len(flaws)} origins decides alone ({listed(flaw[0] for flaw in flaws)}); {_left(study, first)}"
        )
        hint = "look for a second origin of what each of them says"
        yield Remark(study.place(study.evidence[_pieces(first)[0]]), message, hint)
        return
    for flaw in flaws:
        finding = found[flaw[0]]
        hint = f"look for a second origin of what  {flaw[0]}  says: somebody who found it out independently"
        yield Remark(study.place(study.evidence[_pieces(finding)[0]]), _left(study, finding), hint)


def _odds(study: Study) -> list[Odds]:
    """Return how likely the first stays ahead: of the second at the weights stated, of all over what is open."""
    rows = (row for finding in study.told("acceptability", "ahead", "holding") for row in finding.rows)
    return [row for row in rows if isinstance(row, Odds) and row.stated]


def _unlikely(study: Study, row: Odds) -> str:
    least = f"{rounded_down(100 * row.least, 1)} %"
    if row.other:
        return f"it is ahead of {names(study, [row.other])} under {least} of the possible weights"
    return f"with what is open drawn from its ranges it stays first with a chance of {least}"


def _needs(study: Study) -> dict[tuple[str, str], Need]:
    """Return what each cell would have to be to change who is first, where it alone can."""
    rows = [
        row
        for finding in study.told("performance-change", "one", "slip")
        for row in finding.rows
        if finding.status == "found" and isinstance(row, Need)
    ]
    return {(row.candidate, row.criterion): row for row in rows}


def _span(leaf: Leaf) -> Fraction:
    match leaf.scale:
        case LevelScale(texts=texts):
            return Fraction(len(texts) - 1)
        case CurveScale(points):
            return points[-1][0] - points[0][0]
        case scale:
            return abs(scale.best - scale.worst)


def _beyond(study: Study, need: Need) -> Fraction:
    """Return the amount that is told: the needed one, rounded to the side on which it is enough."""
    assert need.amount is not None
    assert need.needed_amount is not None
    needed, span = need.needed_amount, _span(study.leaf[need.criterion])
    if Fraction(plain(needed)) == needed:
        return needed
    decimals = next(places for places in range(40) if span * 10**places >= FINEST)
    outward = rounded_up if needed > need.amount else rounded_down
    return Fraction(outward(needed, decimals))


def _off(study: Study, need: Need) -> str:
    """Return ``Acme Desk at 31.25 instead of 35 EUR per seat on “Price”``."""
    leaf = study.leaf[need.criterion]
    assert need.amount is not None
    beyond = _beyond(study, need)
    if isinstance(leaf.scale, LevelScale):
        told = f"“{leaf.scale.texts[int(beyond)]}” instead of “{leaf.scale.texts[int(need.amount)]}”"
    else:
        told = f"{plain(beyond)} instead of {plain(need.amount)}{f' {leaf.unit}' if leaf.unit else ''}"
    return f"{names(study, [need.candidate])} at {told} on {study.called(leaf.id)}"


def _then(study: Study, need: Need) -> str:
    """Return what comes out; of a number, which only just reaches it, without the lead."""
    leaf = study.leaf[need.criterion]
    worth = value(_beyond(study, need), leaf.scale)
    changed = revalued(study, {(need.candidate, need.criterion): worth})
    if isinstance(leaf.scale, LevelScale):
        return would(study, changed)
    return f"{names(study, changed.first)} would {'be' if changed.lead else 'tie for'} first"


def _origins(study: Study) -> dict[str, Finding]:
    return {one.about[0]: one for one in study.told("leave-one-out", "origin") if one.status == "found"}


def _pieces(finding: Finding) -> tuple[str, ...]:
    assert finding.witness is not None
    return finding.witness.change.without.evidence


def _left(study: Study, finding: Finding) -> str:
    """Return what rests on an origin alone, and what comes out if that is unknown."""
    (row,) = (row for row in finding.rows if isinstance(row, LeftOut))
    pieces = _pieces(finding)
    several = f" ({listed(pieces)})" if pieces != (row.gone,) else ""
    rest, it = ("rests", "it") if row.cells == 1 else ("rest", "these")
    effect = would(study, Outcome(row.first, row.second, row.lead))
    return f"{counted(row.cells, 'performance')} {rest} on {row.gone} alone{several}: were {it} unknown, {effect}"
