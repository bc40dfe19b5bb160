"""What the forgeries share: right proofs, and whether a finding with other fields is refused."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from decide.audit.model import Model
from tests.audit import proving
from tests.audit.proving import failing, key_of, proof_of, put
from tests.plain import ranked
from tests.samples import tree

DECISIONS = {**proving.SMALL, **proving.REST, "cases": proving.CASES, "fewest": proving.FOUR, "tree": tree()}


PROOFS = {name: proof_of(ranked(plain)) for name, plain in DECISIONS.items()}


ALL = [(name, place) for name, proof in PROOFS.items() for place in range(len(proof["findings"]))]


Weights = list[Fraction]


def refused(name: str, place: int, **fields: Any) -> bool:
    """Return whether exactly this finding is refused, with other fields."""
    forged = put(PROOFS[name], ("findings", place), lambda one: one | fields)
    one = PROOFS[name]["findings"][place]
    told_of = failing(forged, one)
    return forged != PROOFS[name] and [text.startswith(f"{key_of(one)}:") for text in told_of] == [True]


def of(*kinds: str, status: str = "found") -> Iterator[tuple[str, int]]:
    """Yield where a finding has one of these analyses or variants, and a status."""
    for name, place in ALL:
        one = PROOFS[name]["findings"][place]
        if one["status"] == status and {one["analysis"], one["variant"]} & set(kinds):
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
