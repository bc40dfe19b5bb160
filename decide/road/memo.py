"""From a ranking to the memo as one HTML text: the findings are computed on the way."""

from collections.abc import Iterator

from decide.compose.memo import memo_page
from decide.compose.names import Names
from decide.compose.stressed import Stressed
from decide.model.finding import Finding
from decide.model.page import Page
from decide.model.problem import Problem
from decide.model.ranking import Ranking
from decide.render.html import html_of
from decide.road.findings import findings
from decide.road.flips import flips
from decide.road.margins import margins
from decide.road.possible import possible_weights
from decide.stress.acceptability import likely
from decide.stress.case import Case

TOLD = (
    *("weight-crossings", "least-change", "performance-change", "can-be-first", "rank-range", "leave-one-out"),
    *("information", "assessments", "stakeholders", "scenarios"),
)
"""The analyses that a memo tells of, besides some of acceptability."""
CHEAP = ("weight-crossings", "leave-one-out")
MOST_CELLS = 250
"""Of a larger decision only what takes little time is found out: a memo is written in a moment."""
MOST_RANKED = 25
"""The ranks of more candidates take more time than all the rest, which grows with their square."""


def memo(ranking: Ranking, problems: tuple[Problem, ...] = ()) -> str:
    """Return the memo of a ranking as one self-contained HTML file."""
    return html_of(page_of_memo(ranking, problems))


def page_of_memo(ranking: Ranking, problems: tuple[Problem, ...] = ()) -> Page:
    """Return the memo of a ranking as a page, for any renderer."""
    return memo_page(stressed(ranking), problems)


def stressed(ranking: Ranking) -> Stressed:
    """Return a ranking with its findings and flips; of a large decision the cheap ones."""
    whole = len(ranking.ranked) * len(ranking.leaves) <= MOST_CELLS
    told = TOLD if len(ranking.ranked) <= MOST_RANKED else [name for name in TOLD if name != "rank-range"]
    found = (*findings(ranking, told), *likely(Case(ranking))) if whole else tuple(_cheap(ranking))
    return Stressed(Names(ranking, possible_weights(ranking)), found, flips(ranking, found), whole)


def _cheap(ranking: Ranking) -> Iterator[Finding]:
    yield from (finding for finding in margins(ranking) if finding.analysis not in CHEAP)
    yield from findings(ranking, CHEAP)
