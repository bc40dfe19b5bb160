"""The one door to the command line: ``python -m decide`` as a process of its own, its warnings turned into errors."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CRITERIA = ROOT / "criteria"
GOLDEN = ROOT / "tests" / "golden"
DECISIONS = {
    "minimal": CRITERIA / "minimal.yaml",
    "apple": CRITERIA / "apple-china-ai",
    "everything": GOLDEN / "everything.yaml",
}
NAMED = {name: path.relative_to(ROOT).as_posix() for name, path in DECISIONS.items()}
"""The decisions as one types them in the checkout."""

FAULTY = "decide: 1\ntitle: faulty\ncandidates: [a, b]\ncriteria: {price: {weight: 20}}\n"
"""A weight without a range, so nothing can be ranked."""

PLAIN = """\
decide: 1
title: plain
candidates: [a, b]
criteria: {price: {range: {worst: 100, best: 0}, weight: 1}}
performance: {a: {price: 20}, b: {price: 40}}
checks: {few-candidates: off, no-baseline: off, no-decider: off, no-evidence: off, dominated: off}
"""
"""a has 80 points and b has 60, and there is nothing to say against it."""

HOLED = PLAIN.replace(", b: {price: 40}", "")
"""b says nothing on its price, which is a warning, and the only one."""

_SEVERAL = """
import io, json, os, sys
from decide.cli.main import main
here, answers, out = os.getcwd(), [], sys.stdout
for words in json.loads(sys.argv[1]):
    os.chdir(here)
    sys.argv = ["decide", *words]
    sys.stdout, sys.stderr = streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    try:
        main()
    except SystemExit as ended:
        code = ended.code
    answers.append([code, *(stream.buffer.getvalue().decode() for stream in streams)])
out.write(json.dumps(answers))
"""


@dataclass(frozen=True)
class Answer:
    """What a run said and how it ended."""

    code: int
    out: str
    err: str


def environment(**changed: str) -> dict[str, str]:
    """Return the variables of a run: nothing of this machine but where programs are; the package as it is here."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **changed}


def words_of(*words: str) -> list[str]:
    """Return the command that runs decide with these words."""
    return [sys.executable, "-W", "error", "-m", "decide", *words]


def decide(*words: str, here: Path = ROOT, **changed: str) -> Answer:
    """Run decide in the folder ``here``; ``changed`` are variables of its environment."""
    return finished(words_of(*words), here, **changed)


@cache
def decided(*words: str) -> Answer:
    """Run decide in the checkout once and remember what it said."""
    return decide(*words)


def said(*lists: Sequence[str], here: Path = ROOT, **changed: str) -> list[Answer]:
    """Run decide with each list of words, one after the other in one process, which costs less than many."""
    answers = snippet(_SEVERAL, json.dumps(lists), here=here, **changed)
    assert (answers.code, answers.err) == (0, "")
    return [Answer(*answer) for answer in json.loads(answers.out)]


def snippet(code: str, *words: str, here: Path = ROOT, **changed: str) -> Answer:
    """Run a few lines of Python in a process of its own, with ``words`` as its arguments."""
    return finished([sys.executable, "-W", "error", "-c", code, *words], here, **changed)


def finished(command: Sequence[str], here: Path, **changed: str) -> Answer:
    """Run a command to its end."""
    ended = subprocess.run(
        command,
        cwd=here,
        env=environment(**changed),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def written(folder: Path, text: str = PLAIN, name: str = "one.yaml") -> Path:
    """Write a decision into a folder and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
