"""False claims that are consistent in themselves: all that can be reckoned agrees, and only the proof does not hold.

A single change is mostly caught by something that no longer agrees. Here amount, status, witness and who is first fit
each other, so each part of a proof has to be verified for its own sake.
"""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from decide.audit.model import Model
from decide.audit.proofs import NEAREST
from decide.rank.additive import additive
from decide.stress.case import Case
from decide.stress.distances import MOVED, implied_distance, moved_program, weights_at
from tests.audit.forging import ALL, PROOFS, of, refused, size_of, told, weights_of
from tests.audit.proving import at, failures, proof_of, put
from tests.audit.tables import table
from tests.audit.test_proofs import found
from tests.plain import ranked


@pytest.mark.parametrize("half", [Fraction(1, 2), Fraction(1, 1000)])
def test_weights_that_are_farther_than_need_be_are_refused(half: Fraction) -> None:
    """Half way, or a thousandth, to the weights most favourable to a candidate it is first as well, and farther off."""
    tried = 0
    for name, place in of("least-change", "cheapest-rank"):
        proof = PROOFS[name]
        one, model = proof["findings"][place], Model(proof["model"])
        best = proof["findings"][found(proof, "can-be-first", one["about"][-1])]
        if one["variant"] == "tolerance" or best["status"] != "found":
            continue
        pairs = zip(weights_of(one["witness"], model), weights_of(best["witness"], model), strict=True)
        farther = [(1 - half) * near + half * far for near, far in pairs]
        witness, amount = told(farther, model), size_of(one["variant"], farther, model)
        if one["analysis"] == "cheapest-rank":
            scores = additive(farther, list(model.values.values()))
            ranks = [str(1 + sum(other > score for other in scores)) for score in scores]
            witness["ranks"] = dict(zip(model.names, ranks, strict=True))
        if Fraction(amount) > Fraction(one["amount"]):
            assert refused(name, place, amount=amount, witness=witness), (name, one)
            scaled = put(one, ("certificate",), times_a_thousand)["certificate"]
            assert refused(name, place, amount=amount, witness=witness, certificate=scaled), (name, one)
            tried += 1

    assert tried > 60


def times_a_thousand(part: Any) -> Any:
    """Return a certificate with all multipliers so much larger: only their proportions count."""
    if isinstance(part, dict):
        return {key: one if key == "on" else times_a_thousand(one) for key, one in part.items()}
    return list(map(times_a_thousand, part)) if isinstance(part, list) else str(1000 * Fraction(part))


def test_weights_that_are_nearer_than_is_enough_are_refused() -> None:
    """Half way the candidate is not there yet; that nothing nearer is enough is proved all the more."""
    for name, place in of("least-change", "cheapest-rank"):
        proof = PROOFS[name]
        one, model = proof["findings"][place], Model(proof["model"])
        pairs = zip(weights_of(one["witness"], model), model.weights, strict=True)
        nearer = [(far + near) / 2 for far, near in pairs]
        witness, amount = told(nearer, model), size_of(one["variant"], nearer, model)
        if one["analysis"] == "cheapest-rank":
            scores = additive(nearer, list(model.values.values()))
            ranks = [str(1 + sum(other > score for other in scores)) for score in scores]
            witness["ranks"] = dict(zip(model.names, ranks, strict=True))

        assert refused(name, place, amount=amount, witness=witness), (name, one)


def test_what_is_possible_is_not_impossible() -> None:
    for name, place in of("least-change", "cheapest-rank", "robust", "mixture"):
        one = PROOFS[name]["findings"][place]
        about = one["about"][: NEAREST.get(one["variant"])]

        assert refused(name, place, status="impossible", amount=None, witness=None, about=about), (name, one)


def test_what_has_no_proof_is_refused() -> None:
    """Neither an empty certificate nor one in which a part is empty proves a distance, or a case."""
    for name, place in of("moved", "each", "dethrone-moved", "dethrone-each", "cheapest-rank"):
        certificate = PROOFS[name]["findings"][place]["certificate"]

        assert refused(name, place, certificate={})
        for key in certificate.get("parts", {}):
            empty = {"parts": certificate["parts"] | {key: {}}}
            assert refused(name, place, certificate=empty)
        for number, node in enumerate(certificate.get("nodes", [])):
            if "bound" in node:
                nodes = [*certificate["nodes"][:number], {"bound": {}}, *certificate["nodes"][number + 1 :]]
                assert refused(name, place, certificate={"nodes": nodes})


def test_where_nothing_has_to_be_proved_nothing_is_told() -> None:
    for name, place in ALL:
        if PROOFS[name]["findings"][place]["certificate"] == {}:
            assert refused(name, place, certificate={"rows": {}}), (name, place)


def test_a_case_distinction_has_to_tell_all_cases_apart_and_no_other() -> None:
    for name, place in of("cheapest-rank"):
        one = PROOFS[name]["findings"][place]
        nodes = one["certificate"]["nodes"]
        own = one["about"][0]

        assert refused(name, place, certificate={"nodes": []})
        assert refused(name, place, certificate={"nodes": [{}]})
        assert refused(name, place, certificate={"nodes": nodes[:-1]})
        assert refused(name, place, certificate={"nodes": [*nodes, {}]})
        for odd in (own, "nobody"):
            assert refused(name, place, certificate={"nodes": [{"on": odd}, *nodes, *nodes]})


def test_a_rival_cannot_be_counted_ahead_twice() -> None:
    """C is among the first two if it overtakes a or b; held to overtake a alone, b is let ahead once and not twice."""
    ranking = ranked(table({"a": "10 2", "b": "8 5", "c": "1 6"}, "3 2"))
    proof, case = proof_of(ranking), Case(ranking)
    place, model = found(proof, "first-2", "c"), Model(proof["model"])
    tried = 0
    for rival in ("a", "b"):
        solution = case.solve(moved_program(case, 2, [model.names.index(rival)]))
        weights = list(weights_at(case, solution, MOVED))
        bound = implied_distance(case, 2, solution, MOVED)
        parts = {"rivals": dict(bound.rivals), "floors": dict(bound.floors)}
        node = {"bound": {key: {one: str(share) for one, share in part.items()} for key, part in parts.items() if part}}
        scores = additive(weights, list(model.values.values()))
        ranks = [str(1 + sum(other > score for other in scores)) for score in scores]
        witness = told(weights, model) | {"ranks": dict(zip(model.names, ranks, strict=True))}
        amount = size_of("moved", weights, model)
        nodes = [{"on": rival}, node, {"on": rival}, node, {}]
        claim = {"amount": amount, "witness": witness, "certificate": {"nodes": nodes}}
        if amount != at(proof, ("findings", place, "amount")) and int(witness["ranks"]["c"]) <= 2:
            tried += 1
        assert len(failures(put(proof, ("findings", place), lambda one, claim=claim: one | claim))) == 1  # type: ignore[misc]

    assert tried == 1


def test_a_case_uses_no_rival_that_is_not_held_below_in_it() -> None:
    """To overtake all is farther than need be, and its certificate proves nothing of a case that holds none below."""
    tried = 0
    for name, place in of("cheapest-rank"):
        proof = PROOFS[name]
        one, model = proof["findings"][place], Model(proof["model"])
        moved = proof["findings"][found(proof, "moved", *one["about"])]
        if moved["status"] == "found":
            scores = additive(weights_of(moved["witness"], model), list(model.values.values()))
            ranks = [str(1 + sum(other > score for other in scores)) for score in scores]
            witness = moved["witness"] | {"ranks": dict(zip(model.names, ranks, strict=True))}
            nodes = [{"bound": moved["certificate"]}]
            tried += 1

            assert refused(name, place, amount=moved["amount"], witness=witness, certificate={"nodes": nodes})
    assert tried > 5


def test_a_multiplier_turned_round_proves_no_distance() -> None:
    """That a candidate is ahead of somebody says nothing of how far it is behind the first."""
    tried = 0
    for name, place in of("moved", "each"):
        proof = PROOFS[name]
        one, model = proof["findings"][place], Model(proof["model"])
        best = proof["findings"][found(proof, "can-be-first", one["about"][0])]
        pairs = zip(weights_of(one["witness"], model), weights_of(best["witness"], model), strict=True)
        farther = [near + (far - near) / 1000 for near, far in pairs]
        claim = {"amount": size_of(one["variant"], farther, model), "witness": told(farther, model)}
        rivals = [{"rivals": {rival: "-1"}} for rival in model.over(one["about"][0])]
        for turned in [*rivals, *({"floors": {leaf: "-1"}} for leaf in model.leaves)]:
            tried += best["status"] == "found" and claim["amount"] != one["amount"]

            assert best["status"] != "found" or refused(name, place, **claim, certificate=turned)
    assert tried > 20


def test_a_multiplier_of_nothing_is_not_told() -> None:
    tried = 0
    for name, place in of("moved", "each", "can-be-first", "robust"):
        certificate = PROOFS[name]["findings"][place]["certificate"]
        for row in PROOFS[name]["model"]["preferences"]:
            if row not in certificate.get("rows", {}):
                rows = certificate.get("rows", {}) | {row: "0"}
                tried += 1

                assert refused(name, place, certificate=certificate | {"rows": rows})
        if certificate.get("cuts"):
            cuts = [*certificate["cuts"], certificate["cuts"][0] | {"multiplier": "0"}]

            assert refused(name, place, certificate=certificate | {"cuts": cuts})
    assert tried > 3


def test_a_set_of_weights_that_stands_each_rival_alone_is_not_disproved_by_one() -> None:
    place = found(PROOFS["fewest"], "fewest", "d")
    parts = PROOFS["fewest"]["findings"][place]["certificate"]["parts"]
    for name in parts:
        for rival in ("a", "b", "c"):
            for share in ("1", "1/100"):
                alone = parts | {name: {"rivals": {rival: share}}}

                assert refused("fewest", place, certificate={"parts": alone})


def test_the_first_is_not_dethroned_by_itself() -> None:
    for name, place in of("dethrone-moved", "dethrone-each"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        claim = {"amount": "0", "witness": told(model.weights, model), "about": [one["about"][0]] * 2}

        assert refused(name, place, **claim)


def test_amounts_grow_along_the_way() -> None:
    """A check of this file: half way to a favourable place is farther than a thousandth of the way."""
    model = Model(PROOFS["five criteria"]["model"])
    steps = [
        [weight * (1 - part) for weight in model.weights] for part in (Fraction(0), Fraction(1, 1000), Fraction(1, 2))
    ]

    assert all(
        Fraction(size_of("moved", near, model)) < Fraction(size_of("moved", far, model))
        for near, far in pairwise(steps)
    )
