"""``decide whatif``: the ranking after a change; nothing is written."""

from pathlib import Path

import click

from decide.cli import lazy
from decide.cli.running import answering, decision_path, folder_option, format_option
from decide.cli.saying import say
from decide.compose.names import Names
from decide.compose.whatif import whatif_finding, whatif_page
from decide.road.possible import possible_weights
from decide.road.ranking import ranking
from decide.road.whatif import what_if


@click.command("whatif")
@click.argument("words", metavar="[FILE] CHANGE...", nargs=-1, required=True)
@folder_option
@format_option("text", "json", "md")
@answering
def command(words: tuple[str, ...], form: str, *, no_color: bool) -> None:
    """Rank again after changes, and say who moves; nothing is written.

    \b
    price=30%            the share of a criterion or group, others in proportion
    price=45             the points of a criterion, where the file has points
    acme.support=2       a performance: a number, a level, lo..hi or unknown
    price=out            without a criterion, group or candidate
    origin.report=out    without what rests on an origin of evidence alone
    evidence.e-07=out    without what rests on one piece of evidence alone

    Gates and limits are not judged anew.
    """  # noqa: D301 - click keeps the lines of a paragraph that begins with a backspace
    file, changes = _parted(words)
    before = ranking(decision_path(file))
    try:
        told = what_if(before, changes)
    except ValueError as error:
        raise click.UsageError(f"nothing can be ranked then: {error}") from None
    page = whatif_page(before, told.ranking, changes, (told.failing, told.broken))
    finding = whatif_finding(before, told.ranking, told.change)
    names = Names(before, possible_weights(before))
    say(
        page,
        form,
        colour="never" if no_color else "auto",
        data=lambda: lazy.findings_data().findings_data([finding], names, {"changes": list(changes)}),
    )


def _parted(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Return the file, if the first word is one, and the changes."""
    if "=" not in words[0] or Path(words[0]).exists():
        if len(words) == 1:
            raise click.UsageError("say what to change, as in  price=30%  or  acme.support=2")
        return words[0], words[1:]
    return None, words
