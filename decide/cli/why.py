"""``decide why``: what makes the difference between two candidates."""

import sys

import click

from decide.cli import lazy
from decide.cli.output import paint_for, put
from decide.cli.running import answering, decision_option, decision_path, format_option
from decide.compose.why import comparison, why_page
from decide.load.ids import nearest, slug
from decide.model.ranking import Ranked, Ranking
from decide.render.text import text_of
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
    one = _find(ranked, candidate) if candidate else ranked.ranked[0]
    other = _find(ranked, over) if over else _next_best(ranked, one)
    if one is other:
        raise click.UsageError(f"there is nothing to compare: {one.candidate.name} stands on both sides")
    compared = comparison(ranked, one, other)
    page = why_page(ranked, compared)
    match form:
        case "json":
            put(lazy.data().json_text(lazy.data().why_data(ranked, compared)))
        case "md":
            put(lazy.markdown(page))
        case _:
            put(text_of(page, paint_for(sys.stdout, colour="never" if no_color else "auto")))


def _find(ranked: Ranking, name: str) -> Ranked:
    """Return the candidate of that id, or the only one of that name."""
    entries = {entry.candidate.id: entry for entry in (*ranked.ranked, *ranked.excluded)}
    called = [entry for entry in entries.values() if slug(entry.candidate.name) == slug(name)]
    if slug(name) in entries:
        return entries[slug(name)]
    if len(called) != 1:
        hint = nearest(slug(name), list(entries))
        raise click.UsageError(f"there is no candidate “{name}”{'; ' if hint else ''}{hint}")
    return called[0]


def _next_best(ranked: Ranking, one: Ranked) -> Ranked:
    others = [entry for entry in (*ranked.ranked, *ranked.excluded) if entry is not one]
    if not others:
        raise click.UsageError("there is no other candidate to compare with")
    return others[0]
