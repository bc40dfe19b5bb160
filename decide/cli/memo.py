"""``decide memo``: writes the decision memo."""

import sys
from pathlib import Path

import click

from decide.cli.output import paint_for, put, write_file
from decide.cli.ranked import page_of_ranking
from decide.cli.running import answering, decision_option, decision_path
from decide.model.problem import InvalidDecision
from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.render.text import text_of
from decide.road.examined import examine
from decide.road.memo import page_of_memo

_ENDINGS = {"html": "html", "md": "md"}


@click.command("memo")
@decision_option
@click.option("-o", "--output", metavar="OUT", help="Where to write it; - is stdout.")
@click.option(
    "--format", "form", type=click.Choice(list(_ENDINGS)), default="html", show_default=True, help="The kind of file."
)
@click.option("--quiet", is_flag=True, help="Print only the path.")
@click.option("--no-color", is_flag=True, help="No colours, even on a terminal.")
@answering
def command(file: str | None, output: str | None, form: str, *, quiet: bool, no_color: bool) -> None:
    """Write the decision memo: one HTML file that explains the ranking.

    It goes to reports/ if that stands here, else beside you, under the decision's name; an older memo is replaced.
    """
    path = decision_path(file)
    examined = examine(path)
    if examined.ranking is None:
        raise InvalidDecision(examined.problems)
    page = page_of_memo(examined.ranking, examined.problems)
    content = html_of(page) if form == "html" else markdown_of(page)
    if output == "-":
        put(content)
        return
    target = Path(output) if output else _default(examined.ranking.decision.id, _ENDINGS[form])
    write_file(target, content)
    if not quiet:
        shown = page_of_ranking(examined.ranking, examined, path)
        put(text_of(shown, paint_for(sys.stdout, colour="never" if no_color else "auto")))
    put(f"{target}\n" if quiet else f"\nMemo: {target}\n")


def _default(identifier: str, ending: str) -> Path:
    folder = Path("reports")
    return (folder if folder.is_dir() else Path()) / f"{identifier[:80]}.{ending}"
