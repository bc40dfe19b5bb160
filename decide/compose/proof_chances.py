"""What a proof says of probabilities: what each open cell may turn out to be, and how likely it was found to be."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from decide.model.chances import AgainstAll, FirstShare, Odds, RankShares, Share, Worth
from decide.model.decision import Cell
from decide.model.figures import fraction_text
from decide.model.finding import Estimate, Finding
from decide.model.ranking import Interval, Ranked
from decide.model.tree import Leaf, LevelScale

Json = dict[str, Any]
NAMES = ("acceptability", "information")
"""The analyses whose findings say how likely something is."""


def open_data(entries: Iterable[Ranked], leaves: Sequence[Leaf], cells: Mapping[str, Mapping[str, Cell]]) -> list[Json]:
    """Return the cells with a range, of each candidate on each leaf: what they may be, and what they cite."""
    return [
        {"candidate": entry.candidate.id, "criterion": leaf.id}
        | _kind(cells[entry.candidate.id].get(leaf.id), known, leaf)
        | {"evidence": _cited(cells[entry.candidate.id].get(leaf.id))}
        for entry in entries
        for leaf, known in zip(leaves, entry.values, strict=True)
        if known.low < known.high
    ]


def chances_data(finding: Finding) -> Json:
    """Return what a finding of these analyses says besides its amount: bounds, shares, and how they were drawn."""
    told: Json = {} if finding.estimate is None else {"drawn": _drawn(finding.estimate)}
    for row in finding.rows:
        match row:
            case Worth():
                told["worth"] = _between(row.least, row.most)
                told["chance"] = _between(row.chance_least, row.chance_most)
            case Odds():
                told["share"] = _between(row.least, row.most)
            case AgainstAll():
                told |= {"wins": fraction_text(row.won), "worst": fraction_text(row.least)}
                told["balance"] = str(row.balance)
            case FirstShare():
                told["share"] = _share(row.first)
                told["central"] = {leaf: fraction_text(weight) for leaf, weight in row.central}
                told["confidence"] = None if row.confidence is None else _share(row.confidence)
            case RankShares():
                told["ranks"] = [_share(share) for share in row.ranks]
    return told


def _kind(cell: Cell | None, known: Interval, leaf: Leaf) -> Json:
    """Return how likely a cell is to be what: levels by their places from the worst, then the likeliest, if any."""
    scale = leaf.scale
    if isinstance(scale, LevelScale):
        if known.unknown:
            return {"kind": "levels", "levels": ["0", str(len(scale.values) - 1)]}
        if cell is not None and cell.low is not None and cell.high is not None:
            places = (cell.low, cell.high) if cell.is_ is None else (cell.low, cell.high, cell.is_)
            return {"kind": "levels", "levels": [str(int(place)) for place in places]}
    return {"kind": "even" if known.middle else "peaked", "levels": []}


def _cited(cell: Cell | None) -> list[str]:
    return list(dict.fromkeys(cell.evidence)) if cell is not None else []


def _drawn(estimate: Estimate) -> Json:
    """Return how often, from what, and how surely; and between which corners weights are walked to."""
    frame = [[fraction_text(share) for share in point] for point in estimate.frame]
    told = {"draws": str(estimate.draws), "seed": estimate.seed, "together": fraction_text(estimate.together)}
    return told | {"frame": frame, "between": estimate.between}


def _share(share: Share) -> Json:
    return _between(share.least, share.most) | {"share": fraction_text(share.share)}


def _between(least: Fraction, most: Fraction) -> Json:
    return {"least": fraction_text(least), "most": fraction_text(most)}
