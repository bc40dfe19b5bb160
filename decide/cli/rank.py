"""``decide rank``: the table, and the sentence that a person would say."""

import click

from decide.cli import lazy
from decide.cli.running import answering, decision_option, decision_path, format_option, typed
from decide.cli.saying import say
from decide.compose.names import Names
from decide.compose.odds import AHEAD, ahead_told, odds_of
from decide.compose.ranking import ranking_page
from decide.model.problem import InvalidDecision
from decide.road.possible import possible_weights
from decide.road.ranking import examine


@click.command("rank")
@decision_option
@format_option("text", "json", "md")
@answering
def command(file: str | None, form: str, *, no_color: bool) -> None:
    """Rank the candidates of a decision.

    Prints rank, candidate, score out of 100 and, where something is not known exactly, the range of the score.
    """
    path = decision_path(file)
    examined = examine(path)
    if examined.ranking is None:
        raise InvalidDecision(examined.problems)
    row = odds_of(examined.findings, AHEAD)
    names = Names(examined.ranking, possible_weights(examined.ranking))
    odds = "" if row is None else ahead_told(row, names)
    page = ranking_page(examined.ranking, examined.problems, typed(path), odds)
    say(
        page,
        form,
        colour="never" if no_color else "auto",
        data=lambda: lazy.data().ranking_data(examined.ranking, examined.problems, row),
    )
