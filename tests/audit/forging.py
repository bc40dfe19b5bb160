"""What the forgeries share: right proofs, and whether a finding with other fields is refused."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from decide.audit.model import Model
from tests.audit import tables
from tests.audit.proving import Json, failing, key_of, proof_of, put
from tests.plain import ranked
from tests.samples import tree

DECISIONS = {
    **tables.SMALL,
    **tables.REST,
    "cases": tables.CASES,
    "fewest": tables.FOUR,
    "tree": tree(),
    **tables.RANKS,
}


PROOFS = {name: proof_of(ranked(plain)) for name, plain in DECISIONS.items()}


ALL = [(name, place) for name, proof in PROOFS.items() for place in range(len(proof["findings"]))]


Weights = list[Fraction]


@cache
def alone(name: str, analysis: str) -> Any:
    """Return the proof of one analysis of a decision."""
    proof = PROOFS[name]
    return proof | {
        "analyses": [analysis],
        "findings": [one for one in proof["findings"] if one["analysis"] == analysis],
    }


def refused(name: str, place: int, **fields: Any) -> bool:
    """Return whether exactly this finding is refused, with other fields, among those of its analysis."""
    one = PROOFS[name]["findings"][place]
    proof = alone(name, one["analysis"])
    forged = put(proof, ("findings", proof["findings"].index(one)), lambda own: own | fields)
    told_of = failing(forged, one)
    return forged != proof and [text.startswith(f"{key_of(one)}:") for text in told_of] == [True]


def of(*kinds: str, status: str = "found") -> Iterator[tuple[str, int]]:
    """Yield where a finding has one of these analyses or variants (those of scenarios are named so), and a status."""
    for name, place in ALL:
        one = PROOFS[name]["findings"][place]
        variant = one["variant"] if one["analysis"] != "scenarios" else ""
        if one["status"] == status and {one["analysis"], variant} & set(kinds):
            yield name, place


def weights_of(holder: Any, model: Model) -> Weights:
    return [Fraction(holder["weights"][leaf]) for leaf in model.leaves]


def told(weights: Weights, model: Model) -> Any:
    return {"weights": dict(zip(model.leaves, map(str, weights), strict=True)), "first": model.first(weights)}


def size_of(variant: str, weights: Weights, model: Model) -> str:
    steps = [abs(one - now) for one, now in zip(weights, model.weights, strict=True)]
    if variant == "fewest":
        return str(sum(map(bool, steps)))
    return str(100 * max(steps) if variant.endswith("each") else 50 * sum(steps))


def at_ends(model: Model, weights: Weights, **ends: str) -> tuple[dict[str, Fraction], Json]:
    """Return the scores where some candidates are at their low or high, and what a witness tells of that."""
    rows = {name: (model.lows if end == "low" else model.highs)[name] for name, end in ends.items()}
    scores = {
        name: sum(map(Fraction.__mul__, weights, rows.get(name, own)), Fraction(0))
        for name, own in model.values.items()
    }
    witness: Json = {"weights": dict(zip(model.leaves, map(str, weights), strict=True))}
    witness["first"] = [name for name in model.names if scores[name] == max(scores.values())]
    witness["ranks"] = {name: str(1 + sum(one > own for one in scores.values())) for name, own in scores.items()}
    for name, row in rows.items():
        moved = zip(model.leaves, row, model.values[name], strict=True)
        found = {leaf: str(new) for leaf, new, now in moved if new != now}
        if found:
            witness.setdefault("values", {})[name] = found
    return scores, witness


def corners(model: Model) -> Iterator[Weights]:
    """Yield the weights of today, and all weight on each leaf where nothing is said against it."""
    yield model.weights
    if not model.rows and not model.mixed:
        yield from ([Fraction(at == place) for at in range(len(model.leaves))] for place in range(len(model.leaves)))
