"""False claims that are consistent in themselves, of what holds for all possible weights: see ``test_forgery.py``."""

from fractions import Fraction
from typing import Any

import pytest

from decide.audit.model import Model
from decide.rank.additive import additive
from tests.audit.forging import PROOFS, of, refused, told
from tests.audit.proving import failing, failures, proof_of, put
from tests.audit.tables import table
from tests.audit.test_proofs import found
from tests.plain import ranked


def transplanted(source: str, target: str, *variants: str) -> list[bool]:
    """Return whether what is found under looser statements is refused under stricter ones, finding by finding."""
    loose, strict = proof_of(ranked(LOOSER[source])), proof_of(ranked(LOOSER[target]))
    names = {row["name"] for row in strict["model"]["rows"]}
    answers = []
    for place, one in enumerate(strict["findings"]):
        kind = one["variant"] or one["analysis"]
        other = loose["findings"][found(loose, kind, *one["about"])] if kind in variants else {"certificate": {}}
        used = set(other["certificate"].get("rows", ())) if kind in variants else {"none"}
        if used <= names and other["witness"] and breaks(other["witness"], strict["model"]["rows"]):
            forged = put(strict, ("findings", place), lambda _, other=other: other)  # type: ignore[misc]
            answers.append(len(failing(forged, one)) == 1)
    return answers


def breaks(witness: Any, rows: Any) -> bool:
    """Return whether weights that are told do not meet all rows."""
    weights = {leaf: Fraction(share) for leaf, share in witness["weights"].items()}
    heights = {
        row["name"]: sum(Fraction(part) * weights[leaf] for leaf, part in row["coefficients"].items()) for row in rows
    }
    return any(heights[row["name"]] < 0 or (row["sign"] == "=" and heights[row["name"]]) for row in rows)


THREE = {"a": "8 2 5", "b": "6 7 5", "c": "2 9 8"}


LOOSER = {
    "free": table(THREE, "3 2 1", possible_weights="any"),
    "at least": table(THREE, "3 2 1", possible_weights="any", preferences=["k2 >= 2 * k3"]),
    "exactly": table(THREE, "3 2 1", possible_weights="any", preferences=["k1 = 3 * k3"]),
    "the other way": table(THREE, "3 2 1", possible_weights="any", preferences=["k2 <= 2 * k3", "k1 <= 3 * k3"]),
}


@pytest.mark.parametrize("stated", ["at least", "exactly", "the other way"])
def test_weights_that_break_a_preference_show_nothing(stated: str) -> None:
    answers = transplanted(
        "free", stated, "moved", "each", "can-be-first", "necessary-possible", "most", "best", "worst"
    )

    assert len(answers) > 1
    assert all(answers)


def test_weights_that_are_no_mixture_of_the_voices_show_nothing() -> None:
    """Bound by no rows, c has a larger lead than any mixture gives; the multipliers of a mixture hold it down too."""
    proof = PROOFS["voices"]
    model = Model(proof["model"])
    for one in ("a", "b", "c"):
        place = found(proof, "can-be-first", one)
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


def test_no_rival_has_a_share_below_nothing_in_a_mixture() -> None:
    """Twice a less b is better than c everywhere, though c is first for all weights."""
    proof = proof_of(ranked(table({"a": "6 5", "b": "0 0", "c": "7 6"}, "1 1")))
    place = found(proof, "mixture", "c")
    claim = {"status": "found", "amount": "40", "witness": None, "certificate": {"rivals": {"a": "2", "b": "-1"}}}

    told_of = failures(put(proof, ("findings", place), lambda one: one | claim))

    assert told_of == ["dominance mixture c: the multiplier of b is not positive"]


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
