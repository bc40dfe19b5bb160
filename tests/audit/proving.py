"""What the tests of the proofs share: the proof of a decision, and every way to change one thing in it."""

import json
from collections.abc import Callable, Iterator, Sequence
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
CHANCES = "acceptability"
"""What is drawn in part, so that a check of it takes as long as the draws do: it has tests of its own."""
ALL = [name for name, _, _ in analyses() if name not in (*UNPROVED, CHANCES)]
FOLLOWING = ("regret minimax", "stakeholders consensus")
"""What is told of other findings taken together."""


def proof_of(
    ranking: Ranking, possible: PossibleWeights | None = None, *, only: Sequence[str] = ALL, draws: int = 300
) -> Json:
    """Return the proof of all findings, as anybody would read it from its file."""
    found = findings(ranking, only, possible=possible, draws=draws)
    weights, besides = possible_weights(ranking, possible=possible), circumstances(ranking)
    return json.loads(proof_text(proof_data(ranking, weights, only, found, besides)))


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
