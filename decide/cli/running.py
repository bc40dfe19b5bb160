"""What all commands share: the decision they read, their options, and how their failures are told."""

import functools
import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from decide.cli.output import Unwritable, paint_for, talk
from decide.compose.problems import problems_page
from decide.model.problem import InvalidDecision, Unreadable
from decide.render.text import text_of

P = ParamSpec("P")
R = TypeVar("R")
_WENT = "decide.folder"


def answering(function: Callable[P, R]) -> Callable[P, R]:
    """Tell faults, and files that cannot be read or written, on stderr, with exit code 2."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except InvalidDecision as error:
            colour = "never" if kwargs.get("no_color") else "auto"
            talk(text_of(problems_page(error.problems), paint_for(sys.stderr, colour=colour)))
        except (Unreadable, Unwritable) as error:
            talk(f"decide: {error}\n")
        raise click.exceptions.Exit(2)

    return run


def decision_option(function: Callable[P, R]) -> Callable[P, R]:
    """Add the argument FILE and ``-C DIR``."""
    return click.argument("file", required=False, type=click.Path())(folder_option(function))


def folder_option(function: Callable[P, R]) -> Callable[P, R]:
    """Add ``-C DIR``."""
    return click.option(
        "-C",
        "folder",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        help="Go to DIR first.",
        is_eager=True,
        expose_value=False,
        callback=_go,
    )(function)


def format_option(*formats: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Add ``--format`` with these choices, the first being the default, and ``--no-color``."""

    def add(function: Callable[P, R]) -> Callable[P, R]:
        function = click.option("--no-color", is_flag=True, help="No colours, even on a terminal.")(function)
        choice = click.Choice(formats)
        return click.option(
            "--format", "form", type=choice, default=formats[0], show_default=True, help="How to say it."
        )(function)

    return add


def possible_option(function: Callable[P, R]) -> Callable[P, R]:
    """Add ``--possible SET``."""
    return click.option(
        "--possible",
        metavar="SET",
        help="Which weights are possible: order, any, stated, or a share that each may be off, such as 30%.",
    )(function)


def decision_path(file: str | None) -> Path:
    """Return the decision to read: the one named, decision.yaml here, or the only one under criteria/.

    Raises Unreadable with what was found instead.
    """
    if file is not None:
        path = Path(file)
        return path.parent if path.name == "decision.yaml" and path.is_file() else path
    if Path("decision.yaml").is_file():
        return Path()
    folder = Path("criteria")
    found = sorted(
        entry
        for entry in (folder.iterdir() if folder.is_dir() else ())
        if entry.suffix == ".yaml" or (entry / "decision.yaml").is_file()
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise Unreadable(f"there are {len(found)} decisions here; name one: {', '.join(str(path) for path in found)}")
    raise Unreadable("there is no decision here; name a file, or try  decide demo")


def typed(path: Path) -> str:
    """Return what a person types after a command to name the path: quoted where the shell asks for it."""
    gone = click.get_current_context().meta.get(_WENT, "")
    named = f"./{path}" if str(path).startswith("-") else str(path)
    return f"-C {shlex.quote(gone)} {shlex.quote(named)}" if gone else shlex.quote(named)


def _go(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        os.chdir(value)
        context.meta[_WENT] = value
