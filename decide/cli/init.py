"""``decide init``: a commented starter, made from the answers to five questions."""

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from decide.cli.answers import Refused, choices, named, needed_text, one_of, several, text_of_answer
from decide.cli.output import Unwritable, put, talk, write_file
from decide.cli.running import answering
from decide.compose.data import json_text
from decide.compose.schema import schema
from decide.compose.starter import SCHEMA_FILE, Answers, starter
from decide.load.decisions import load_text
from decide.load.ids import slug
from decide.model.place import Source
from decide.model.problem import Unreadable

T = TypeVar("T")

TITLE = "What is being decided?"
CANDIDATES = "Which candidates are there? (with commas between)"
BASELINE = "Which of them do you have today? (Enter for none)"
CRITERIA = "What matters? (criteria, with commas between)"
DECIDER = "Who decides? (Enter to say later)"

_TITLE = "Which vendor?"
_CANDIDATES = ("Keep what we have", "Vendor A", "Vendor B")
_CRITERIA = ("Price", "Quality", "Support")
_MAIN = "decision.yaml"
_LONGEST_FOLDER = 60
_DONE = """\
Wrote {main}, and {schema} for your editor.

It can be ranked as it stands: every cell says unknown, so all candidates tie.
Fill in what you know, then type:
    decide check {folder}
    decide rank {folder}
    decide why {folder}
    decide memo {folder}
"""


@click.command("init")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path())
@click.option("--yes", is_flag=True, help="Ask nothing; write placeholders.")
@answering
def command(folder: str | None, *, yes: bool) -> None:
    """Start a decision: five questions, then a commented DIR/decision.yaml.

    Without DIR the folder is named for what is being decided; it is made here, or under criteria/ if that stands here.
    What is there already is never overwritten.
    """
    target = None if folder is None else _free(Path(folder))
    try:
        title = _TITLE if yes else _asked(TITLE, needed_text)
        target = target or _free(_folder_for(title))
        text = starter(_placeholders() if yes else _answers(title))
    except (click.Abort, KeyboardInterrupt):
        talk("\nNothing was written.\n")
        raise
    _check(text)
    write_file(target / SCHEMA_FILE, _shape())
    write_file(target / _MAIN, text)
    put(_DONE.format(main=target / _MAIN, schema=SCHEMA_FILE, folder=shlex.quote(str(target))))


def _answers(title: str) -> Answers:
    taken: set[str] = set()
    candidates = named(_asked(CANDIDATES, choices), taken, "candidate")
    names = tuple(one.name for one in candidates)
    today = _asked(BASELINE, lambda answer: one_of(answer, names))
    criteria = named(_asked(CRITERIA, several), taken, "criterion")
    decider = _asked(DECIDER, text_of_answer)
    baseline = next((one.id for one in candidates if one.name == today), "")
    return Answers(title, candidates, baseline, criteria, decider)


def _placeholders() -> Answers:
    taken: set[str] = set()
    candidates = named(_CANDIDATES, taken, "candidate")
    return Answers(_TITLE, candidates, candidates[0].id, named(_CRITERIA, taken, "criterion"), "")


def _asked(question: str, read: Callable[[str], T]) -> T:
    """Return what ``read`` makes of the answer: asks again at a terminal; raises Unreadable where nobody can be asked.

    Answers that are piped in are shown, so that a log reads like a talk. Raises click.Abort at Ctrl-C.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise Unreadable("there is nobody to ask; decide init --yes asks nothing")
    at_terminal = sys.stdin.isatty()

    def answer(typed: str) -> T:
        if not at_terminal:
            talk(f"{typed}\n")
        try:
            return read(typed)
        except Refused as refused:
            if at_terminal:
                raise click.UsageError(str(refused)) from None
            raise Unreadable(f"{refused} (nothing was written)") from None

    try:
        return click.prompt(question, "", value_proc=answer, prompt_suffix=" ", show_default=False, err=True)
    except UnicodeDecodeError:
        raise Unreadable("the answers are not UTF-8; nothing was written") from None
    except click.Abort as stopped:
        if at_terminal or not isinstance(stopped.__context__, EOFError):
            raise
        talk("\n")
        raise Unreadable("the answers end here; nothing was written (decide init --yes asks nothing)") from None


def _folder_for(title: str) -> Path:
    criteria = Path("criteria")
    name = slug(title)[:_LONGEST_FOLDER].strip("-") or "decision"
    return (criteria if criteria.is_dir() else Path()) / name


def _free(target: Path) -> Path:
    """Return the folder; raises Unwritable if a decision, or what would be read as a part of it, is there."""
    if target.suffix in (".yaml", ".yml"):
        raise Unwritable(f"init makes a folder with a decision.yaml in it; name it without {target.suffix}")
    try:
        told = _taken(target)
    except OSError as error:
        raise Unwritable(f"cannot look into {target}: {(error.strerror or str(error)).lower()}") from None
    if told:
        raise Unwritable(f"{told}; name another folder:  decide init DIR")
    return target


def _taken(target: Path) -> str:
    if target.exists() and not target.is_dir():
        return f"{target} is a file"
    main, beside = target / _MAIN, target / SCHEMA_FILE
    if os.path.lexists(main):
        return f"{main} is there already"
    if os.path.lexists(beside) and not (beside.is_file() and beside.read_bytes() == _shape().encode()):
        return f"{beside} is there already, and another one"
    parts = [*target.glob("[!.]*.y*ml"), *target.glob("[!.]*/[!.]*.y*ml")]
    return f"{min(parts)} would be read as a part of the decision" if parts else ""


def _shape() -> str:
    return json_text(schema())


def _check(text: str) -> None:
    decision, problems = load_text(Source(_MAIN, text), "decision")
    if decision is None:
        faults = [problem.message for problem in problems if problem.severity == "error"]
        raise Unreadable(f"these answers make no decision: {faults[0]}; nothing was written")
