"""``decide flip``: what would make another candidate first."""

import click

from decide.cli import lazy
from decide.cli.running import answering, decision_option, decision_path, format_option, possible_option, typed
from decide.cli.saying import say
from decide.cli.which import found
from decide.compose.flip import flip_page
from decide.compose.names import Names
from decide.load.changes import read_possible_weights
from decide.road.flips import flipping, flips
from decide.road.possible import possible_weights
from decide.road.ranking import ranking


@click.command("flip")
@decision_option
@click.option("--to", metavar="B", help="Only what would make this candidate first.")
@possible_option
@format_option("text", "json", "md")
@answering
def command(file: str | None, to: str | None, possible: str | None, form: str, *, no_color: bool) -> None:
    """Say what would make another candidate first, nearest first.

    For each rival: the smallest change of weights, of a performance or of the evidence, each with the  decide whatif
    line that shows it, or that nothing of the kind is enough.
    """
    path = decision_path(file)
    ranked = ranking(path)
    rival = found(ranked, to).candidate.id if to else ""
    asked = read_possible_weights(possible) if possible else None
    names = Names(ranked, possible_weights(ranked, possible=asked))
    made = tuple(flipping(ranked, possible=asked))
    page = flip_page(flips(ranked, made), made, names, typed(path), rival)
    options = {"to": rival or None, "possible": names.weight_set.form}
    told = [finding for finding in made if not rival or rival in finding.about]
    say(
        page,
        form,
        colour="never" if no_color else "auto",
        data=lambda: lazy.findings_data().findings_data(told, names, options),
    )
