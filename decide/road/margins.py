"""From a ranking to the few findings that checks read; the analyses that they do not need are not loaded."""

from collections.abc import Iterator

from decide.model.finding import Finding
from decide.model.ranking import Ranking
from decide.stress import can_be_first, least_change, leave_one_out, odds, performance_change
from decide.stress.case import Case

MOST_CELLS, MOST_COMPARED, MOST_LIKELY = 1_000, 25_000, 250
"""How many cells are tried one by one, how many compared, each with those of all, and how many chances are added up."""


def margins(ranking: Ranking) -> Iterator[Finding]:
    """Yield the findings that checks read, those left out that would take long in a large decision.

    These are the tolerance and the least weight that dethrones the first, who can be first, what single cells change,
    how likely the first stays ahead, and what comes out without an origin of evidence or an assessor.
    """
    case = Case(ranking)
    yield from least_change.margins(case)
    cells = len(case.candidates) * len(case.leaves)
    if len(case.candidates) * cells <= MOST_COMPARED:
        yield from can_be_first.can_be_first(case)
    if cells <= MOST_LIKELY and ranking.lead:
        first, second = (case.candidates.index(entry.candidate.id) for entry in ranking.ranked[:2])
        yield odds.ahead(case, first, second)
        yield from odds.holding(case)
    if cells <= MOST_CELLS:
        yield from performance_change.single_cells(case)
        yield from leave_one_out.origins(case)
        yield from leave_one_out.assessors(case)
