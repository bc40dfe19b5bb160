"""Golden texts: how problems are told, kept beside their samples.

``DECIDE_REGOLD=1 pytest tests/load`` writes them anew (never in CI); the diff is then for a person to judge.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from decide.compose.problems import problems_page
from decide.model.codes import CHECKS
from decide.model.problem import Problem
from decide.render.text import text_of

PROBLEMS = Path(__file__).parents[1] / "problems"
HOSTILE = PROBLEMS / "hostile"
FLOOD = 12
NOTICED = {"confusable-name", "cut-by-hash", "missing"}
REGOLD = os.environ.get("DECIDE_REGOLD") == "1"


def of_the_text(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what is the matter with the text itself, without what is valid but unwise."""
    return tuple(problem for problem in problems if problem.code in NOTICED or problem.code not in CHECKS)


def told(problems: tuple[Problem, ...]) -> str:
    """Return the problems as a person reads them; of a flood only the first, so that golden texts stay readable."""
    more = f"\n… {len(problems)} problems in all\n" if len(problems) > FLOOD else ""
    return text_of(problems_page(problems[:FLOOD])) + more


def kept(golden: Path, text: str) -> str:
    """Return what the golden file says, after writing ``text`` there when that was asked for."""
    if REGOLD:
        assert "CI" not in os.environ, "golden texts are made by people, not by continuous integration"
        golden.write_text(text, encoding="utf-8")
    return golden.read_text(encoding="utf-8")
