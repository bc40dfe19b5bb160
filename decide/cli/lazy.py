"""What is loaded only when it is called: the commands, and what one format alone needs."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from decide.model.page import Page

COMMANDS = {
    "demo": "Put a finished decision here, rank it, and say what to type next.",
    "init": "Start a decision: five questions, then a commented starter.",
    "check": "Say what is wrong with a decision, with place and remedy.",
    "rank": "Rank the candidates.",
    "why": "Say why one candidate is ahead of another.",
    "flip": "Say what would make another candidate first.",
    "whatif": "Rank again with other weights or performances; nothing is written.",
    "stress": "Put the ranking through every analysis, with proofs.",
    "analyses": "List the analyses: what each asks, and how.",
    "memo": "Write the decision memo.",
    "explain": "Say what a code means, why it matters, and what to do.",
    "schema": "Print the JSON Schema of the format, for editors.",
}


def command(name: str) -> click.Command | None:
    """Return the command of that name, importing its module now; None if there is none."""
    if name not in COMMANDS:
        return None
    found: click.Command = import_module(f"decide.cli.{name}").command
    return found


def data() -> Any:
    """Return ``decide.compose.data``: JSON and hashes take a tenth of the time in which ``decide rank`` answers."""
    return import_module("decide.compose.data")


def findings_data() -> Any:
    """Return ``decide.compose.findings_data``, which JSON alone needs."""
    return import_module("decide.compose.findings_data")


def proof_text(*numbers: Any) -> str:
    """Return findings with their certificates and the model in numbers, as canonical JSON."""
    proof = import_module("decide.compose.proof")
    text: str = proof.proof_text(proof.proof_data(*numbers))
    return text


def programs(*numbers: Any) -> Iterator[tuple[str, str]]:
    """Yield a file name and a text per linear program; this alone loads PuLP."""
    found: Iterator[tuple[str, str]] = import_module("decide.road.programs").program_texts(*numbers)
    return found


def tight_rows() -> Any:
    """Return ``decide.solve.lp.tight_rows``; it loads PuLP and HiGHS."""
    return import_module("decide.solve.lp").tight_rows


def markdown(page: "Page") -> str:
    """Return a page as Markdown."""
    text: str = import_module("decide.render.markdown").markdown_of(page)
    return text
