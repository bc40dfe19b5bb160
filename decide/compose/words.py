"""Turns of phrase that several pages share."""

from collections.abc import Sequence
from fractions import Fraction

from decide.model.decision import Cell, Decision
from decide.model.figures import decimals_of_scores, plain, printed_difference, rounded, said
from decide.model.ranking import Hurdle, Ranked, Ranking
from decide.model.tree import CurveScale, Leaf, LevelScale, RangeScale


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""


def sentence(words: str) -> str:
    """Return what a user wrote as a sentence: a capital first letter, a full stop."""
    text = words.strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def counted(count: int, thing: str) -> str:
    """Return ``1 warning``, ``3 warnings``."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def points(amount: Fraction) -> str:
    """Return ``23.6 points``, ``1 point``, ``0.004 points``."""
    text = said(amount)
    return f"{text} point" if amount == 1 else f"{text} points"


def rank_of(entry: Ranked) -> str:
    """Return ``1``, or ``1=`` for those who share a rank; a dash for the screened out."""
    if entry.rank == 0:
        return "–"
    return f"{entry.rank}=" if entry.tied else str(entry.rank)


def score_decimals(ranking: Ranking) -> int:
    """Return how many decimals the scores of a ranking are shown with."""
    return decimals_of_scores([entry.score.point for entry in ranking.ranked])


def lead_over(first: Ranked, second: Ranked, decimals: int) -> str:
    """Return by how many points the one leads the other, as the printed scores have it."""
    exact = first.score.point - second.score.point
    printed = printed_difference(first.score.point, second.score.point, decimals)
    return f"{rounded(printed, decimals)} points" if printed else points(exact)


def score_figures(ranking: Ranking) -> dict[str, str]:
    """Return each ranked candidate's score, with as many decimals as tell different scores apart."""
    decimals = score_decimals(ranking)
    return {entry.candidate.id: rounded(entry.score.point, decimals) for entry in ranking.ranked}


def span(entry: Ranked) -> str:
    """Return ``60.5–88.1``: the score with every cell at its worst and at its best; nothing if they are equal."""
    low, high = entry.score.low, entry.score.high
    return "" if low == high else f"{rounded(low, 1)}–{rounded(high, 1)}"


def screened_out(entry: Ranked) -> str:
    """Return which gates and limits a candidate fails."""
    failed = [hurdle_name(hurdle) for hurdle in entry.hurdles if hurdle.verdict == "failed"]
    return f"screened out: fails {listed(failed)}"


def hurdle_name(hurdle: Hurdle) -> str:
    """Return ``the gate “Is insured”``, ``the limit on Price``."""
    return f"the gate “{hurdle.name}”" if hurdle.kind == "gate" else f"the limit on {hurdle.name}"


def performance(decision: Decision, candidate: str, leaf: Leaf) -> str:
    """Return what a candidate does on a leaf, in its own unit, as a reader would say it."""
    cell = dict(dict(decision.performance).get(candidate, ())).get(leaf.id)
    if cell is None or cell.blank:
        judged = [
            sheet_cell
            for _, sheet in decision.assessments
            for name, sheet_cell in dict(sheet).get(candidate, ())
            if name == leaf.id
        ]
        if judged:
            return f"judged by {counted(len(judged), 'assessor')}: " + ", ".join(_cell(one, leaf) for one in judged)
        return "unknown"
    return _cell(cell, leaf)


def ends(leaf: Leaf) -> tuple[str, str]:
    """Return the worst and the best end of a leaf's scale in words."""
    match leaf.scale:
        case RangeScale(worst, best):
            return plain(worst), plain(best)
        case LevelScale(texts):
            return texts[0], texts[-1]
        case CurveScale(points):
            lowest = [plain(x) for x, y in points if y == 0]
            highest = [plain(x) for x, y in points if y == 100]
            return " or ".join(lowest), " to ".join(dict.fromkeys([highest[0], highest[-1]]))


def _cell(cell: Cell, leaf: Leaf) -> str:
    if cell.unknown or cell.blank:
        return "unknown"
    if cell.is_ is not None:
        return _amount(cell.is_, leaf)
    assert cell.low is not None
    assert cell.high is not None
    return f"{_amount(cell.low, leaf)} to {_amount(cell.high, leaf)}"


def _amount(amount: Fraction, leaf: Leaf) -> str:
    if isinstance(leaf.scale, LevelScale):
        return leaf.scale.texts[int(amount)]
    return plain(amount)
