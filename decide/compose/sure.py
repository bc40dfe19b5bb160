"""Tells how sure the first place is: the word that the numbers allow, what it falls short of, and what is open."""

from collections.abc import Iterator
from fractions import Fraction

from decide.compose.likely import first_by_chance
from decide.compose.odds import AHEAD, HOLDING, odds_of
from decide.compose.ranking import doubt, if_all_went_against, is_open, middles, open_questions, worst_lead
from decide.compose.stressed import Stressed
from decide.compose.verdict import CLEAR, DEMANDS, LEADS, TIED, verdict
from decide.compose.words import listed
from decide.model.decision import Cell
from decide.model.figures import percent, rounded_down
from decide.model.ranking import Ranking

_CHANCES = {
    AHEAD: "the share of the possible weights that keep it ahead of the second is",
    HOLDING: "the chance that it stays first over what is open is",
}


def sure(stressed: Stressed) -> Iterator[str]:
    """Yield the verdict, then what is open and what a mark on a score means."""
    ranking, word = stressed.ranking, stressed.verdict
    if word:
        yield _verdict(stressed, word)
    if not is_open(ranking):
        yield "No performance is open; weights still are."
    elif word not in ("", TIED) and not _says_worst(ranking, word):
        yield doubt(ranking)
    if likely := first_by_chance(stressed):
        yield f"{likely}."
    yield from open_questions(ranking)
    if counted := middles(ranking):
        yield counted


def evidence_behind(ranking: Ranking) -> str:
    """Return for how much of the weight evidence is named: of each criterion, the share of its performances."""
    share = evidence_share(ranking)
    if share == 0:
        return "No evidence is named for any performance."
    if share == 1:
        return "Evidence stands behind all of the weight."
    percent = rounded_down(100 * share, 0 if share >= Fraction(1, 100) else 1)
    return f"Evidence stands behind {percent} % of the weight."


def evidence_share(ranking: Ranking) -> Fraction:
    """Return the sum of weight × share of the ranked whose performance on it is known and cites evidence."""
    cells = {candidate: dict(row) for candidate, row in ranking.decision.performance}
    count = len(ranking.ranked)
    total = Fraction(0)
    for leaf, weight in zip(ranking.leaves, ranking.weights, strict=True):
        own = [cells.get(entry.candidate.id, {}).get(leaf.id, Cell()) for entry in ranking.ranked]
        total += weight * Fraction(sum(bool(cell.evidence) and not cell.unknown for cell in own), count)
    return total


def _says_worst(ranking: Ranking, word: str) -> bool:
    """Return whether the verdict itself says what open performances can do."""
    worst = worst_lead(ranking)
    return word in (CLEAR, LEADS) and worst is not None and (worst <= 0 or word == CLEAR)


def _verdict(stressed: Stressed, word: str) -> str:
    ranking = stressed.ranking
    lead, worst = ranking.lead, worst_lead(ranking)
    assert lead is not None
    assert worst is not None
    first = ranking.ranked[0].candidate.name
    match word:
        case "clear" if is_open(ranking):
            least = rounded_down(worst, 1)
            return f"Clear: even if all that is open went against {first}, it would be {least} points ahead."
        case "clear":
            return f"Clear: {first} is far ahead, and small errors in the weights do not change that."
        case "leads" if worst <= 0:
            clear = verdict(lead, tolerance=stressed.tolerance, worst=lead, chance=stressed.chance) == CLEAR
            so_far = "Leads, clearly by the figures, but not proven" if clear else "Leads, but not proven"
            return f"{so_far}: {if_all_went_against(ranking)}."
        case "leads":
            return f"Leads, but not clearly: {_short_of(stressed, CLEAR)}."
        case "leans":
            return f"Leans to {first}, without a clear winner: {_short_of(stressed, LEADS)}."
        case "tied":
            return f"Tied: the figures do not choose between {listed([one.candidate.name for one in ranking.winners])}."
    return f"No clear winner: {_short_of(stressed, LEADS)}."


def _short_of(stressed: Stressed, word: str) -> str:
    """Return which of the demands of a word are not met."""
    demand = next(demand for demand in DEMANDS if demand.word == word)
    lead, tolerance = stressed.ranking.lead, stressed.tolerance
    told = []
    if lead is not None and lead < demand.lead:
        told.append(f"the lead is under {demand.lead} points")
    if tolerance is not None and tolerance < demand.tolerance:
        told.append(f"errors of less than {demand.tolerance} % in the weights can undo it")
    told += [
        f"{what} under {percent(demand.chance, 0)}"
        for variant, what in _CHANCES.items()
        if (row := odds_of(stressed.findings, variant)) is not None and row.stated and row.least < demand.chance
    ]
    if not told and stressed.chance is not None and stressed.chance < demand.chance:
        told = [f"over weights and performances together the chance is under {percent(demand.chance, 0)}"]
    return listed(told)
