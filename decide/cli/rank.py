"""``decide rank``: the table, and the sentence that a person would say."""

import click

from decide.cli import lazy
from decide.cli.ranked import page_of_ranking
from decide.cli.running import answering, decision_option, decision_path, format_option
from decide.cli.saying import say
from decide.compose.odds import AHEAD, odds_of
from decide.model.problem import InvalidDecision
from decide.road.examined import examine


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
    page, row = page_of_ranking(examined.ranking, examined, path), odds_of(examined.findings, AHEAD)
    say(
        page,
        form,
        colour="never" if no_color else "auto",
        data=lambda: lazy.data().ranking_data(examined.ranking, examined.problems, row),
    )
