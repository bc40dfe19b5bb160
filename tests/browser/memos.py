"""Memos to open: of the shipped decisions, of one that uses everything, of a large one, of hostile ones."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from decide.load.decisions import load_text
from decide.model.place import Source
from decide.road.memo import memo
from decide.road.ranking import examine

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {path.stem: path for path in sorted((ROOT / "criteria").iterdir())}
FILES = {**SHIPPED, "everything": ROOT / "tests" / "golden" / "everything.yaml"}
FRONTS = ("apple-china-ai", "minimal")
NAMES = (*FILES, "large")
"""All but the hostile ones."""
CANDIDATES, LEAVES = 50, 60

Plain = dict[str, Any]


@cache
def memo_text(name: str) -> str:
    """Return the memo of this name as the program writes it."""
    return memo_of(large()) if name == "large" else _told(FILES[name])


def memo_of(plain: Plain) -> str:
    """Return the memo of a decision that is written here; a text that is refused is a mistake of the test."""
    decision, problems = load_text(Source("made.yaml", json.dumps(plain, ensure_ascii=False)), "made")
    assert decision is not None, "\n".join(f"{p.place} {p.code}: {p.message}" for p in problems)
    examined = examine(decision)
    assert examined.ranking is not None, [problem.message for problem in examined.problems]
    return memo(examined.ranking, examined.problems)


def large() -> Plain:
    """Return 50 candidates on 60 criteria, in ten groups."""
    leaves = {
        f"c{leaf}": {"name": f"Criterion number {leaf}", "range": {"worst": "0", "best": "100"}, "weight": leaf % 7 + 1}
        for leaf in range(LEAVES)
    }
    groups = {f"g{group}": {"criteria": dict(list(leaves.items())[group::10])} for group in range(10)}
    cells = {
        f"v{one}": {f"c{leaf}": (one * 37 + leaf * 53 + one * leaf) % 101 for leaf in range(LEAVES)}
        for one in range(CANDIDATES)
    }
    candidates = {f"v{one}": f"Vendor number {one} Ltd" for one in range(CANDIDATES)}
    return {
        "decide": 1,
        "title": "Which of fifty?",
        "price": "c3",
        "candidates": candidates,
        "criteria": groups,
        "performance": cells,
    }


def _told(path: Path) -> str:
    examined = examine(path)
    assert examined.ranking is not None, [problem.message for problem in examined.problems]
    return memo(examined.ranking, examined.problems)
