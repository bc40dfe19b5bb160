"""The tutorial holds: its commands are typed in an empty folder, in order, and what comes back is what it shows.

A block ``console`` holds commands after ``$`` and what they print; what stands after a question of ``decide init`` is
typed as its answer. The first line of a block ``yaml`` or ``diff`` names the file that it changes: the one replaces
keys of the file, the other lines.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from decide.cli import init
from decide.road.ranking import ranking

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "first-decision.md"
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```\n", re.DOTALL | re.MULTILINE)
QUESTIONS = (init.TITLE, init.CANDIDATES, init.BASELINE, init.CRITERIA, init.DECIDER)

WORDS_A_MINUTE = 180
"""Read by someone to whom the matter is new."""
LINES_A_MINUTE = 15
"""Copied from the page into an editor, and looked at there."""


def printed(command: str, shown: str, folder: Path) -> str:
    """Return what a command prints in ``folder``, given the answers that stand in ``shown``."""
    program, *words = shlex.split(command)
    assert program == "decide"
    lines = [(question, line) for line in shown.splitlines() for question in QUESTIONS if line.startswith(question)]
    answers = "".join(f"{line.removeprefix(question).strip()}\n" for question, line in lines)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "decide", *words],
        cwd=folder,
        env=environment,
        input=answers.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode()


def typed(body: str, folder: Path) -> str:
    """Return a console block as it comes out when its commands are typed now."""
    parts = re.split(r"^\$ (.*)\n", body, flags=re.MULTILINE)
    assert parts[0] == ""
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return "\n".join(f"$ {command}\n{printed(command, shown, folder)}" for command, shown in pairs)


def edited(text: str, edit: str) -> str:
    """Return a file with each top-level key of ``edit`` in place of its own, be that still a comment or not.

    A key with its value beside it is one line; any other goes to the next blank line.
    """
    for block in re.split(r"^(?=\w)", edit, flags=re.MULTILINE)[1:]:
        key, _, value = block.partition("\n")[0].partition(":")
        rest = "" if value else r"(?:.*\S.*\n)*"
        found = re.search(rf"^(?:# )?{key}:.*\n{rest}", text, re.MULTILINE)
        assert found, key
        text = text[: found.start()] + block + text[found.end() :]
    return text


def patched(text: str, patch: str) -> str:
    """Return a file with the lines that have a minus replaced by those that have a plus."""
    old, new = (
        "".join(line[1:] for line in patch.splitlines(keepends=True) if line[0] in kept) for kept in (" -", " +")
    )
    assert text.count(old) == 1, old
    return text.replace(old, new)


def test_every_step_of_the_tutorial_gives_what_it_shows(tmp_path: Path) -> None:
    def step(match: re.Match[str]) -> str:
        kind, body = match["kind"], match["body"]
        if kind == "console":
            return f"```console\n{typed(body, tmp_path)}```\n"
        marker, _, change = body.partition("\n")
        file = tmp_path / marker.removeprefix("# ")
        apply = {"yaml": edited, "diff": patched}[kind]
        file.write_text(apply(file.read_text(encoding="utf-8"), change), encoding="utf-8")
        return match[0]

    made = BLOCK.sub(step, DOCUMENT.read_text(encoding="utf-8"))

    if os.environ.get("DECIDE_REGOLD"):
        DOCUMENT.write_text(made, encoding="utf-8")
    assert made == DOCUMENT.read_text(encoding="utf-8")
    assert [entry.candidate.id for entry in ranking(tmp_path / "which-help-desk").winners] == ["globex-care"]
    assert (tmp_path / "which-help-desk.html").is_file()


def test_an_edit_takes_the_place_of_its_block_and_of_nothing_else() -> None:
    file = "# as_of: never\nstatus: draft\n\n# 1.\na:\n  b: 1\n  c: 2\n\n# 2.\n# e:\n#   f: 3\n"

    made = edited(file, "as_of: 2025-01-01\na:\n  b: 9\ne:\n  f: 4\n")

    assert made == "as_of: 2025-01-01\nstatus: draft\n\n# 1.\na:\n  b: 9\n\n# 2.\ne:\n  f: 4\n"


def test_a_newcomer_is_done_in_ten_minutes() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    blocks = [(match["kind"], match["body"]) for match in BLOCK.finditer(text)]
    prose = len(BLOCK.sub("", text).split())
    copied = sum(body.count("\n") for kind, body in blocks if kind in ("yaml", "diff"))
    commands = sum(body.count("$ ") for kind, body in blocks if kind == "console")

    minutes = prose / WORDS_A_MINUTE + copied / LINES_A_MINUTE + commands / 4

    assert minutes <= 10
