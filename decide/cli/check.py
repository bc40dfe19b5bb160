"""``decide check``: faults and unwise things, with place and remedy."""

from collections.abc import Collection
from dataclasses import replace

import click

from decide.cli import lazy
from decide.cli.output import talk
from decide.cli.running import answering, decision_path, folder_option, format_option
from decide.cli.saying import say
from decide.compose.problems import problems_page
from decide.model.problem import Problem, Unreadable
from decide.road.examined import Examined, examine

_STRICT = frozenset({"no-evidence"})
_FAILING = {"error": ("error",), "warning": ("error", "warning"), "never": ()}


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path())
@folder_option
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="From which severity on the exit code is 1 (a fault is always 2).",
)
@click.option("--strict", is_flag=True, help="Make no-evidence an error.")
@format_option("text", "json", "md")
@answering
def command(files: tuple[str, ...], fail_on: str, form: str, *, strict: bool, no_color: bool) -> None:
    """Say what is wrong with decisions, or unwise in them.

    Every problem at once, each with file, line, column, cause and remedy. Exit code 2 if a decision cannot be ranked.
    """
    examined: list[Examined] = []
    unread = False
    for path in [decision_path(file) for file in files] or [decision_path(None)]:
        try:
            examined.append(examine(path))
        except Unreadable as error:
            unread = True
            talk(f"decide: {error}\n")
    hardened = _STRICT if strict else frozenset[str]()
    found = tuple(_hardened(problem, hardened) for one in examined for problem in one.problems)
    if examined:
        colour = "never" if no_color else "auto"
        say(problems_page(found), form, colour=colour, data=lambda: lazy.data().problems_data(found))
    if unread or any(one.ranking is None for one in examined):
        raise click.exceptions.Exit(2)
    if any(problem.severity in _FAILING[fail_on] for problem in found):
        raise click.exceptions.Exit(1)


def _hardened(problem: Problem, codes: Collection[str]) -> Problem:
    return replace(problem, severity="error") if problem.code in codes else problem
