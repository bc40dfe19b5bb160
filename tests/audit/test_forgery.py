"""False claims that are consistent in themselves: all that can be reckoned agrees, and only the proof does not hold.

A single change is mostly caught by something that no longer agrees. Here amount, status, witness and who is first fit
each other, so each part of a proof has to be verified for its own sake.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from decide.audit.proofs import Model
from decide.rank.additive import additive
from decide.stress.case import Case
from decide.stress.distances import MOVED, implied_distance, moved_program, weights_at
from tests.audit import proving
from tests.audit.proving import at, failures, proof_of, put, table
from tests.audit.test_proofs import found
from tests.plain import ranked
from tests.samples import tree

DECISIONS = {**proving.SMALL, **proving.REST, "cases": proving.CASES, "fewest": proving.FOUR, "tree": tree()}
PROOFS = {name: proof_of(ranked(plain)) for name, plain in DECISIONS.items()}
ALL = [(name, place) for name, proof in PROOFS.items() for place in range(len(proof["findings"]))]
Weights = list[Fraction]


def refused(name: str, place: int, **fields: Any) -> bool:
    """Return whether exactly this finding is refused, with other fields."""
    forged = put(PROOFS[name], ("findings", place), lambda one: one | fields)
    one = forged["findings"][place]
    key = " ".join(filter(None, [one["analysis"], one["variant"], *one["about"][:1]]))
    return forged != PROOFS[name] and [text.startswith(key) for text in failures(forged)] == [True]


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


@pytest.mark.parametrize("half", [Fraction(1, 2), Fraction(1, 1000)])
def test_weights_that_are_farther_than_need_be_are_refused(half: Fraction) -> None:
    """Half way, or a thousandth, to the weights most favourable to a candidate it is first as well, and farther off."""
    tried = 0
    for name, place in of("least-change", "cheapest-rank"):
        proof = PROOFS[name]
        one, model = proof["findings"][place], Model(proof["model"])
        best = proof["findings"][found(proof, "", one["about"][-1])]
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
            tried += 1

    assert tried > 60


def test_what_is_possible_is_not_impossible() -> None:
    for name, place in of("least-change", "cheapest-rank", "robust", "mixture"):
        one = PROOFS[name]["findings"][place]
        about = one["about"][:1] if one["variant"].startswith("dethrone") else one["about"]

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


def transplanted(source: str, target: str, *variants: str) -> list[bool]:
    """Return whether what is found under looser statements is refused under stricter ones, finding by finding."""
    loose, strict = proof_of(ranked(LOOSER[source])), proof_of(ranked(LOOSER[target]))
    names = {row["name"] for row in strict["model"]["rows"]}
    answers = []
    for place, one in enumerate(strict["findings"]):
        other = loose["findings"][found(loose, one["variant"], *one["about"][:1])]
        used = set(other["certificate"].get("rows", ())) if one["variant"] in variants else {"none"}
        if used <= names and other["witness"] and other["witness"] != one["witness"]:
            answers.append(len(failures(put(strict, ("findings", place), lambda _, other=other: other))) == 1)  # type: ignore[misc]
    return answers


THREE = {"a": "8 2 5", "b": "6 7 5", "c": "2 9 8"}
LOOSER = {
    "free": table(THREE, "3 2 1", possible_weights="any"),
    "at least": table(THREE, "3 2 1", possible_weights="any", preferences=["k2 >= 2 * k3"]),
    "exactly": table(THREE, "3 2 1", possible_weights="any", preferences=["k1 = 3 * k3"]),
    "the other way": table(THREE, "3 2 1", possible_weights="any", preferences=["k2 <= 2 * k3", "k1 <= 3 * k3"]),
}


@pytest.mark.parametrize("stated", ["at least", "exactly", "the other way"])
def test_weights_that_break_a_preference_show_nothing(stated: str) -> None:
    answers = transplanted("free", stated, "moved", "each", "")

    assert len(answers) > 1
    assert all(answers)


def test_weights_that_are_no_mixture_of_the_voices_show_nothing() -> None:
    """Bound by no rows, c has a larger lead than any mixture gives; the multipliers of a mixture hold it down too."""
    proof = PROOFS["voices"]
    model = Model(proof["model"])
    for one in ("a", "b", "c"):
        place = found(proof, "", one)
        for weights in ([Fraction(1), Fraction(0), Fraction(0)], [Fraction(0), Fraction(1), Fraction(0)]):
            scores = dict(zip(model.names, additive(weights, list(model.values.values())), strict=True))
            lead = scores.pop(one) - max(scores.values())
            witness = told(weights, model) | {"shares": {"ana": "1", "bo": "0", "cy": "0"}}
            status = "impossible" if lead < 0 else "found"

            assert refused("voices", place, witness=witness, amount=str(lead), status=status)


def test_a_lead_that_is_not_the_largest_is_refused() -> None:
    """Neither the mixture that proves the largest one, nor a thousandth of it, holds the lead down to a smaller one."""
    for name, place in of("can-be-first"):
        proof = PROOFS[name]
        one, model = proof["findings"][place], Model(proof["model"])
        lead = model.scores[one["about"][0]] - max(
            score for other, score in model.scores.items() if other != one["about"][0]
        )
        if model.mixed or str(lead) == one["amount"]:
            continue
        claim = {"witness": told(model.weights, model), "amount": str(lead)}
        claim |= {"status": "impossible" if lead < 0 else "found"}
        rivals = one["certificate"].get("rivals", {})
        less = {key: {rival: str(Fraction(share) / 1000) for rival, share in rivals.items()} for key in ("rivals",)}

        assert refused(name, place, **claim)
        assert refused(name, place, **claim, certificate=less)


def test_a_mixture_has_to_sum_to_one_and_to_be_better() -> None:
    for name, place in of("mixture"):
        one = PROOFS[name]["findings"][place]
        twice = {rival: str(2 * Fraction(share)) for rival, share in one["certificate"]["rivals"].items()}

        assert refused(name, place, amount=str(2 * Fraction(one["amount"])), certificate={"rivals": twice})
    for name, place in of("mixture", status="impossible"):
        model, own = Model(PROOFS[name]["model"]), PROOFS[name]["findings"][place]["about"][0]
        for rival in model.over(own):
            least = str(min(model.gap(rival, own)))
            claim = {"status": "found", "amount": least, "witness": None, "certificate": {"rivals": {rival: "1"}}}

            assert refused(name, place, **claim)
        if own not in model.winners:
            assert refused(name, place, witness=told(model.weights, model))


def test_a_pair_that_does_not_hold_is_not_held_by_a_negative_margin() -> None:
    for name, place in of("pair", status="impossible"):
        model = Model(PROOFS[name]["model"])
        gap = model.gap(*PROOFS[name]["findings"][place]["about"])
        least = min((sum(map(Fraction.__mul__, one, gap)) for one in model.mixed.values()), default=min(gap))

        assert refused(name, place, status="holds", amount=str(least), witness=None)


def test_a_pair_that_holds_is_not_refuted_where_it_is_level_or_ahead() -> None:
    for name, place in of("pair", status="holds"):
        model = Model(PROOFS[name]["model"])
        shares = {"shares": {"ana": "1", "bo": "0", "cy": "0"}} if model.mixed else {}
        corners = [[Fraction(at == place) for at in range(len(model.leaves))] for place in range(len(model.leaves))]
        for weights in [model.weights, *corners]:
            claim: Any = {"status": "impossible", "amount": None, "certificate": {}}

            assert refused(name, place, **claim, witness=told(weights, model) | shares)


def test_an_improvement_that_costs_more_or_is_not_enough_is_refused() -> None:
    for name, place in of("robust"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        own = one["about"][0]
        gained = {leaf: Fraction(worth) for leaf, worth in one["witness"]["values"][own].items()}
        now = dict(zip(model.leaves, model.values[own], strict=True))
        half = {leaf: (worth + now[leaf]) / 2 for leaf, worth in gained.items()}
        more = {leaf: (worth + 100) / 2 for leaf, worth in gained.items()}
        for factor, new in ((Fraction(1, 2), half), (Fraction(1), half), (Fraction(1), more)):
            cuts = [
                cut | {"multiplier": str(factor * Fraction(cut["multiplier"]))} for cut in one["certificate"]["cuts"]
            ]
            claim = improvement(model, own, new) | {"certificate": one["certificate"] | {"cuts": cuts}}
            if new != gained:
                assert refused(name, place, **claim), (name, own)


def improvement(model: Model, own: str, new: dict[str, Fraction]) -> Any:
    """Return the claim that these values make a candidate first."""
    row = [new.get(leaf, now) for leaf, now in zip(model.leaves, model.values[own], strict=True)]
    gains = [one - now for one, now in zip(row, model.values[own], strict=True)]
    values = {own: {leaf: str(worth) for leaf, worth in new.items()}}
    witness = {"values": values, "first": model.first(model.weights, {own: row})}
    return {"amount": str(sum(map(Fraction.__mul__, model.efforts, gains))), "witness": witness}


def test_a_multiplier_below_nothing_does_not_make_an_improvement_cheapest() -> None:
    """With the weights fixed, b needs effort 12.5; a claim of 20 has a cut at which b is ahead, turned round."""
    proof = proof_of(ranked(table({"a": "8 5", "b": "6 7", "c": "0 0"}, "75% 25%", possible_weights="stated")))
    model, place = Model(proof["model"]), found(proof, "robust", "b")
    one = proof["findings"][place]
    wanted = {leaf: now + 20 for leaf, now in zip(model.leaves, model.values["b"], strict=True)}
    claim = improvement(model, "b", wanted)
    behind = sum(map(Fraction.__mul__, model.weights, model.gap("c", "b")))
    cut = {"rival": "c", "weights": one["certificate"]["cuts"][0]["weights"]}
    cut |= {"multiplier": str(Fraction(claim["amount"]) / behind)}
    forged = put(
        proof, ("findings", place), lambda _: one | claim | {"certificate": one["certificate"] | {"cuts": [cut]}}
    )

    assert behind < 0
    assert [text.split(":")[0] for text in failures(forged)] == ["performance-change robust b"]


def test_a_loss_where_nothing_weighs_does_not_make_an_improvement_cheaper() -> None:
    """The third criterion weighs nothing, so a fall there would pay for a rise elsewhere."""
    proof = PROOFS["fixed weights"]
    model, place = Model(proof["model"]), found(proof, "robust", "b")
    one = proof["findings"][place]
    new = {leaf: Fraction(worth) for leaf, worth in one["witness"]["values"]["b"].items()}
    claim = improvement(model, "b", new | {"k3": Fraction(15)})
    factor = Fraction(claim["amount"]) / Fraction(one["amount"])
    cuts = [cut | {"multiplier": str(factor * Fraction(cut["multiplier"]))} for cut in one["certificate"]["cuts"]]

    parts = one["certificate"]["parts"]
    paid = {
        rival: {"rows": part["rows"] | {"stated k3": str(Fraction(part["rows"].get("stated k3", 0)) - 5)}}
        for rival, part in parts.items()
    }

    assert 0 < factor < 1
    assert refused("fixed weights", place, **claim, certificate={"cuts": cuts, "parts": paid})
    same = {"k3": Fraction(20)} | new
    assert refused("fixed weights", place, **improvement(model, "b", same))


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
        best = proof["findings"][found(proof, "", one["about"][0])]
        pairs = zip(weights_of(one["witness"], model), weights_of(best["witness"], model), strict=True)
        farther = [near + (far - near) / 1000 for near, far in pairs]
        claim = {"amount": size_of(one["variant"], farther, model), "witness": told(farther, model)}
        for rival in model.over(one["about"][0]):
            turned = {"rivals": {rival: "-1"}}
            tried += best["status"] == "found" and claim["amount"] != one["amount"]

            assert best["status"] != "found" or refused(name, place, **claim, certificate=turned)
    assert tried > 20


def test_a_multiplier_of_nothing_is_not_told() -> None:
    place = found(PROOFS["a preference"], "moved", "c")
    certificate = PROOFS["a preference"]["findings"][place]["certificate"]
    for row in PROOFS["a preference"]["model"]["preferences"]:
        rows = certificate.get("rows", {}) | {row: "0"}

        assert refused("a preference", place, certificate=certificate | {"rows": rows})


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
