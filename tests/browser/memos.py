"""Memos to open: of the shipped decisions, of one that uses everything, of a large one, of hostile ones."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from decide.load.decisions import load_text
from decide.model.place import Source
from decide.road.examined import examine
from decide.road.memo import memo

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {path.stem: path for path in sorted((ROOT / "criteria").iterdir())}
FILES = {**SHIPPED, "everything": ROOT / "tests" / "golden" / "everything.yaml"}
FRONTS = ("apple-china-ai", "minimal")
NAMES = (*FILES, "large", "people")
"""All but the hostile ones."""
CANDIDATES, LEAVES = 50, 60

Plain = dict[str, Any]


@cache
def memo_text(name: str) -> str:
    """Return the memo of this name as the program writes it."""
    made = {"large": large, "people": people}
    return memo_of(made[name]()) if name in made else _told(FILES[name])


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


def people() -> Plain:
    """Return ten candidates that four people judged, with eight stakeholders and a scenario that screens one out."""
    names = [f"Vendor number {one} Ltd" for one in range(7)]
    names += [
        "Contoso Pharmaceuticals",
        "WIDE WORLD WIDE MMMMMMMM",
        "Internationale Gesellschaft für Übersetzungen mbH",
    ]
    leaves = {f"Criterion {leaf}": {"range": {"worst": 0, "best": 10}, "weight": leaf + 2} for leaf in range(5)}
    assessors = ("mei", "lin", "anna", "otto")
    sheets = {
        who: {
            name: {leaf: (at * 7 + place * 3 + (voice * at) % 4) % 11 for place, leaf in enumerate(leaves)}
            for at, name in enumerate(names)
        }
        for voice, who in enumerate(assessors)
    }
    voices = {
        f"s{voice}": {
            "name": f"The people in office {voice}",
            "weights": {leaf: (voice * 5 + place * 7) % 9 + 1 for place, leaf in enumerate(leaves)},
        }
        for voice in range(8)
    }
    gates = {"g": {"name": "Is insured", "passes": dict.fromkeys(names, "yes")}}
    lapse = {"name": "The insurance of the first lapses", "chance": "20%", "gates": {"g": {names[0]: "no"}}}
    return {
        "decide": 1,
        "title": "Who of ten?",
        "candidates": names,
        "criteria": leaves,
        "gates": gates,
        "assessments": sheets,
        "stakeholders": voices,
        "scenarios": {"lapse": lapse},
        "dissent": [{"by": "otto", "says": "No."}, {"by": "anna", "says": "It was rehearsed."}],
    }


def _told(path: Path) -> str:
    examined = examine(path)
    assert examined.ranking is not None, [problem.message for problem in examined.problems]
    return memo(examined.ranking, examined.problems)
