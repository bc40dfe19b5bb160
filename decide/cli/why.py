"""``decide why``: what makes the difference between two candidates."""

import click

from decide.cli import lazy
from decide.cli.running import answering, decision_option, decision_path, format_option
from decide.cli.saying import say
from decide.cli.which import found
from decide.compose.why import comparison, why_page
from decide.model.ranking import Ranked, Ranking
from decide.road.ranking import ranking


@click.command("why")
@decision_option
@click.argument("candidate", required=False)
@click.option("--over", metavar="B", help="The candidate to compare with; default: the next best.")
@format_option("text", "json", "md")
@answering
def command(file: str | None, candidate: str | None, over: str | None, form: str, *, no_color: bool) -> None:
    """Say why CANDIDATE is ahead of (or behind) another.

    FILE may be left out:  decide why alibaba --over baidu. Without CANDIDATE it is the first in rank.
    """
    if candidate is None and file is not None and not decision_path(file).exists():
        file, candidate = None, file
    ranked = ranking(decision_path(file))
    one = found(ranked, candidate) if candidate else ranked.ranked[0]
    other = found(ranked, over) if over else _next_best(ranked, one)
    if one is other:
        raise click.UsageError(f"there is nothing to compare: {one.candidate.name} stands on both sides")
    compared = comparison(ranked, one, other)
    page = why_page(ranked, compared)
    say(page, form, colour="never" if no_color else "auto", data=lambda: lazy.data().why_data(ranked, compared))


def _next_best(ranked: Ranking, one: Ranked) -> Ranked:
    others = [entry for entry in (*ranked.ranked, *ranked.excluded) if entry is not one]
    if not others:
        raise click.UsageError("there is no other candidate to compare with")
    return others[0]
