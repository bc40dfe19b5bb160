"""``decide schema``: the JSON Schema of the format."""

import click

from decide.cli.output import put
from decide.cli.running import answering
from decide.compose.data import json_text
from decide.compose.schema import schema


@click.command("schema")
@answering
def command() -> None:
    """Print the JSON Schema (draft-07) of the format, for editors that complete and check while you type."""
    put(json_text(schema()))
