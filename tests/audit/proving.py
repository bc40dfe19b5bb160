"""What the tests of the proofs share: the proof of a decision, and every way to change one thing in it."""

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from decide.audit.proofs import NEAREST, verdicts
from decide.compose.proof import UNPROVED, proof_data, proof_text
from decide.model.decision import PossibleWeights
from decide.model.ranking import Ranking
from decide.road.circumstances import circumstances
from decide.road.findings import analyses, findings
from decide.road.possible import possible_weights

Json = Any
Path = tuple[str | int, ...]
ALL = [name for name, _, _ in analyses() if name not in UNPROVED]
FOLLOWING = ("regret minimax", "stakeholders consensus")
"""What is told of other findings taken together."""


def proof_of(ranking: Ranking, possible: PossibleWeights | None = None) -> Json:
    """Return the proof of all findings, as anybody would read it from its file."""
    found = findings(ranking, ALL, possible=possible)
    weights, besides = possible_weights(ranking, possible=possible), circumstances(ranking)
    return json.loads(proof_text(proof_data(ranking, weights, ALL, found, besides)))


def failures(proof: Json) -> list[str]:
    """Return what is not proved."""
    return [text for verdict, text in verdicts(proof) if verdict == "FAILED"]


def key_of(finding: Json) -> str:
    """Return what the checker calls a finding that is not proved."""
    return " ".join(filter(None, [finding["analysis"], finding["variant"], *finding["about"][: _known(finding)]]))


def failing(proof: Json, finding: Json) -> list[str]:
    """Return what is not proved, but for the sums and the least of other findings, which fail along with them."""
    key = f"{key_of(finding)}:"
    return [text for text in failures(proof) if text.startswith(key) or not text.startswith(FOLLOWING)]


def _known(finding: Json) -> int | None:
    return NEAREST.get(finding["variant"])


def accepted(proof: Json) -> bool:
    """Return whether a file with this would be found to be proved, all of it."""
    try:
        return not failures(proof)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return False


def changes(proof: Json, start: Path) -> Iterator[tuple[Path, str, Json]]:
    """Yield every single change below a place: where, what, and what stands there then."""
    names = [*proof["model"]["candidates"], *(node["id"] for node in proof["model"]["tree"]), "nobody"]
    waiting: list[tuple[Path, Json]] = [(start, at(proof, start))]
    while waiting:
        path, part = waiting.pop()
        items = list(part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ())
        waiting += [((*path, key), item) for key, item in items]
        options = [*_of_leaf(part, names), *_of_branch(part)]
        for what, fresh in options:
            if fresh != part:
                yield path, what, fresh


def passing(proof: Json, start: Path) -> list[tuple[Path, str]]:
    """Return the changes below a place with which all would be found to be proved still."""
    return [(path, what) for path, what, fresh in changes(proof, start) if accepted(replaced(proof, path, fresh))]


def replaced(proof: Json, path: Path, fresh: Json) -> Json:
    """Return the proof with this in a place."""
    return put(proof, path, lambda _: fresh)


def at(proof: Json, path: Path) -> Json:
    """Return what stands in a place."""
    for key in path:
        proof = proof[key]
    return proof


def put(proof: Json, path: Path, change: Callable[[Json], Json]) -> Json:
    """Return the proof with something else in a place."""
    if not path:
        return change(proof)
    fresh = proof.copy()
    fresh[path[0]] = put(proof[path[0]], path[1:], change)
    return fresh


def _of_leaf(part: Json, names: list[str]) -> Iterator[tuple[str, Json]]:
    if part is None or isinstance(part, str):
        yield from (("set to null", None), ("set to 0", "0"), ("set to 7/10", "7/10"), ("set to a number", 1))
        yield from (("another status", other) for other in ("holds", "found", "impossible", "undetermined"))
    if isinstance(part, str):
        try:
            number = Fraction(part)
        except ValueError:
            yield from ((f"named {name}", name) for name in names)
        else:
            changed = (number + 1, number - 1, number + Fraction(1, 10**12), -number, number * 2)
            yield from ((f"{number} → {other}", str(other)) for other in changed)


def _of_branch(part: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(part, dict):
        for key, item in part.items():
            rest = {other: one for other, one in part.items() if other != key}
            yield f"without {key}", rest
            yield f"{key} renamed", rest | {f"{key}x": item}
            yield from ((f"{key} ↔ {other}", part | {key: one, other: item}) for other, one in rest.items())
        yield "one key more", part | {"more": "1"}
    if isinstance(part, list):
        for place, item in enumerate(part):
            yield f"without {place}", part[:place] + part[place + 1 :]
            yield f"{place} doubled", [*part[: place + 1], item, *part[place + 1 :]]
            if place:
                yield f"{place} swapped", [*part[: place - 1], item, part[place - 1], *part[place + 1 :]]


def table(rows: dict[str, str], weights: str, **sections: Json) -> Json:
    """Return a decision on scales from 0 to 10: a row of numbers for each candidate, a weight for each, or none."""
    scale: Json = {"range": {"worst": "0", "best": "10"}}
    criteria = {f"k{place}": dict(scale) for place, _ in enumerate(next(iter(rows.values())).split(), 1)}
    for criterion, weight in zip(criteria.values(), weights.split(), strict=False):
        criterion["weight"] = weight
    performance = {name: dict(zip(criteria, row.split(), strict=True)) for name, row in rows.items()}
    opening = {"decide": "1", "title": "a table", "candidates": list(rows), "criteria": criteria}
    return opening | {"performance": performance} | sections


SMALL = {
    "a tie to lose": table({"a": "8 2", "b": "6 7", "c": "5 9"}, "3 1..2"),
    "a preference": table({"a": "8 2 5", "b": "6 7 5", "c": "2 9 8"}, "3 2 1", preferences=["k1 >= k3", "k2 = 2 * k3"]),
    "one on top of all": table({"a": "10 10", "b": "0 8", "c": "0 0"}, "3 2"),
    "a rank out of reach": table({"a": "0 2 2", "b": "5 10 2", "c": "5 5 8", "d": "5 8 8"}, "1 1 3"),
    "voices": table(
        {"a": "8 2 1", "b": "6 7 5", "c": "5 9 0"},
        "",
        stakeholders={
            "ana": {"weights": {"k1": "5", "k2": "4", "k3": "1"}},
            "bo": {"weights": {"k1": "1", "k2": "2", "k3": "2"}},
            "cy": {"weights": {"k1": "3", "k2": "3", "k3": "1.5"}},
        },
    ),
}
"""Decisions small enough that every single change of their proofs can be tried."""

REST = {
    "one candidate": table({"a": "5 4"}, "1 2"),
    "one criterion": table({"a": "5", "b": "0"}, "1"),
    "a tie": table({"a": "5 4", "b": "4 5", "c": "0 0"}, "1 1"),
    "a small lead, just caught up with": table({"a": "5.1 5", "b": "5 5", "c": "10 0", "d": "0 10"}, "1 1"),
    "a lead as large as the room": table({"a": "10 5", "b": "5 5"}, "1 1"),
    "falls and rises of one size": table({"a": "10 4", "b": "8 4", "c": "8 8"}, "1 1"),
    "as good on one": table({"a": "8 5", "b": "6 5", "c": "1 1"}, "1 1"),
    "weights of nothing": table({"a": "8 5 3 7", "b": "6 7 9 2", "c": "1 10 4 4"}, "0 3 0 2"),
    "fixed weights": table({"a": "8 5 9", "b": "6 4 2"}, "60% 40% 0%", possible_weights="stated"),
    "five criteria": table({"a": "8 5 1 7 3", "b": "2 6 10 4 5", "c": "9 0 3 8 1"}, "3 2 4 1 2"),
    "everything cited": table(
        {"a": "8 5", "b": "6 7"},
        "1 1",
        performance={
            "a": {"k1": {"is": "8", "evidence": ["e1"]}, "k2": {"is": "5", "evidence": ["e1", "e2"]}},
            "b": {"k1": {"is": "6", "evidence": ["e2"]}, "k2": {"is": "7", "evidence": ["e3", "e2", "e1"]}},
        },
        evidence={"e1": {"claim": "it is"}, "e2": {"claim": "it was", "origin": "e1"}, "e3": {"claim": "it will be"}},
    ),
    "levels": {
        "decide": "1",
        "title": "levels",
        "candidates": ["a", "b", "c"],
        "criteria": {
            "price": {"range": {"worst": "0", "best": "10"}, "weight": "50%"},
            "service": {
                "weight": "50%",
                "criteria": {
                    "help": {"levels": ["none", "by mail", "by day", "always"], "weight": "50%"},
                    "speed": {"levels": ["slow", "fair", "fast"], "value": ["0", "50", "100"], "weight": "50%"},
                },
            },
        },
        "performance": {
            "a": {"price": "7", "help": "always", "speed": "fast"},
            "b": {"price": "9.5", "help": "none", "speed": "fast"},
            "c": {"price": "2", "help": "by mail..by day", "speed": "slow"},
        },
    },
    "a level just reached": {
        "decide": "1",
        "title": "b draws level where it is fair",
        "candidates": ["a", "b"],
        "criteria": {
            "price": {"range": {"worst": "0", "best": "10"}, "weight": "50%"},
            "speed": {"levels": ["slow", "fair", "fast"], "weight": "50%"},
        },
        "performance": {"a": {"price": "10", "speed": "slow"}, "b": {"price": "5", "speed": "slow"}},
    },
    "a crossing on either side": {
        "decide": "1",
        "title": "half of all in a group",
        "candidates": ["a", "b", "c"],
        "criteria": {
            "k1": {"range": {"worst": "0", "best": "10"}, "weight": "50%"},
            "half": {
                "weight": "50%",
                "criteria": {
                    "k2": {"range": {"worst": "0", "best": "10"}, "weight": "60%"},
                    "k3": {"range": {"worst": "0", "best": "10"}, "weight": "40%"},
                },
            },
        },
        "performance": {
            "a": {"k1": "8", "k2": "6", "k3": "0"},
            "b": {"k1": "10", "k2": "1", "k3": "2"},
            "c": {"k1": "9", "k2": "0", "k3": "4"},
        },
    },
    "one group with all in it": {
        "decide": "1",
        "title": "a group",
        "candidates": ["a", "b", "c"],
        "criteria": {
            "all": {
                "criteria": {
                    "k1": {"range": {"worst": "0", "best": "10"}, "weight": "10%"},
                    "inner": {
                        "weight": "90%",
                        "criteria": {
                            "k2": {"range": {"worst": "0", "best": "10"}, "weight": "20%"},
                            "k3": {"range": {"worst": "0", "best": "10"}, "weight": "80%"},
                            "none": {
                                "weight": "0%",
                                "criteria": {
                                    "k4": {"range": {"worst": "0", "best": "10"}},
                                    "k5": {"range": {"worst": "0", "best": "10"}},
                                },
                            },
                        },
                    },
                }
            }
        },
        "performance": {
            "a": {"k1": "3", "k2": "9", "k3": "6", "k4": "5", "k5": "1"},
            "b": {"k1": "4", "k2": "5", "k3": "7", "k4": "3", "k5": "9"},
            "c": {"k1": "9", "k2": "8", "k3": "5", "k4": "9", "k5": "8"},
        },
    },
}
"""What else numbers can be like: each is here for a case that the checker reckons in its own way."""

CASES = table({"a": "10 0 5 0", "b": "8 8 8 8", "c": "2 0 8 0"}, "4 4 5 1")
"""Here a case distinction has a case that is excluded because too many are ahead."""

FOUR = table({"a": "5 8 2 5", "b": "0 5 10 2", "c": "10 8 0 2", "d": "0 8 2 0"}, "2 4 5 4")
"""Here d is first if all four weights change, and each set of three that stands each rival has its multipliers."""

WIDE = table(
    {
        "own": "5 " * 15 + "10",
        **{f"rival{at}": "5 " * at + "10 " + "5 " * (14 - at) + "9.9" for at in range(8)},
    },
    "1 " * 16,
)
"""Here each of eight weights has to fall, and one to rise, until the first candidate is first: too many sets to try."""
