"""From a ranking to the memo as one HTML text."""

from decide.compose.memo import memo_page
from decide.model.problem import Problem
from decide.model.ranking import Ranking
from decide.render.html import html_of


def memo(ranking: Ranking, problems: tuple[Problem, ...] = ()) -> str:
    """Return the memo of a ranking as one self-contained HTML file."""
    return html_of(memo_page(ranking, problems))
