"""``decide analyses``: what the solver asks, and how it answers."""

import click

from decide.cli import lazy
from decide.cli.running import answering, format_option
from decide.cli.saying import say
from decide.compose.stress import analyses_page
from decide.road.findings import analyses


@click.command("analyses")
@format_option("text", "json", "md")
@answering
def command(form: str, *, no_color: bool) -> None:
    """List the analyses: the question of each, and how it is answered."""
    listed = analyses()
    rows = [{"analysis": name, "question": question, "how": how} for name, question, how in listed]
    say(
        analyses_page(listed),
        form,
        colour="never" if no_color else "auto",
        data=lambda: {**lazy.data().opening("analyses"), "analyses": rows},
    )
