"""``decide demo``: a finished decision to play with."""

import sys
from pathlib import Path

import click

from decide.cli.output import Unwritable, paint_for, put, write_file
from decide.cli.ranked import page_of_ranking
from decide.cli.running import answering, typed
from decide.model.problem import InvalidDecision
from decide.render.text import text_of
from decide.road.examined import examine
from decide.shipped import shipped

_NAME = "apple-china-ai"
_NEXT = """
It is yours to change: {folder}/criteria.yaml holds the weights, {folder}/performance/ the performances.

Next:
    decide why {folder}
    decide memo {folder}
    decide check {folder}
"""


@click.command("demo")
@click.argument("folder", metavar="[DIR]", default=_NAME, type=click.Path())
@click.option("--no-color", is_flag=True, help="No colours, even on a terminal.")
@answering
def command(folder: str, *, no_color: bool) -> None:
    """Put a finished decision in DIR, rank it, and say what to type next.

    It is a real one: the partner for AI features on iPhones in China, February 2025.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Unwritable(f"{target} is there already; name another folder:  decide demo DIR")
    source = shipped(_NAME)
    for piece in sorted(source.rglob("*.yaml")):
        write_file(target / piece.relative_to(source), piece.read_text(encoding="utf-8"))
    examined = examine(target)
    if examined.ranking is None:
        raise InvalidDecision(examined.problems)
    page = page_of_ranking(examined.ranking, examined, target)
    put(text_of(page, paint_for(sys.stdout, colour="never" if no_color else "auto")))
    put(_NEXT.format(folder=typed(target)))
