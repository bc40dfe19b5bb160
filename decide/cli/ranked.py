"""The page of a ranking as three commands show it: with how likely the first is ahead of the second."""

from pathlib import Path

from decide.cli.running import typed
from decide.compose.names import Names
from decide.compose.odds import AHEAD, ahead_told, odds_of
from decide.compose.ranking import ranking_page
from decide.model.page import Page
from decide.model.ranking import Ranking
from decide.road.examined import Examined
from decide.road.possible import possible_weights


def page_of_ranking(ranking: Ranking, examined: Examined, path: Path) -> Page:
    """Return the page of a ranking that was examined; ``path`` is where the decision stands."""
    row = odds_of(examined.findings, AHEAD)
    odds = "" if row is None else ahead_told(row, Names(ranking, possible_weights(ranking)))
    return ranking_page(ranking, examined.problems, typed(path), odds)
