"""False claims that are consistent in themselves, of those who judge and weigh: see ``test_forgery.py``."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from decide.audit.model import Model
from tests.audit.forging import PROOFS, alone, of, refused, size_of, told, weights_of
from tests.audit.proving import failures, proof_of, put
from tests.audit.tables import table
from tests.audit.test_proofs import found
from tests.plain import ranked


def voice_of(model: Any, place: Any) -> Any:
    """Return the model of a stakeholder: their weights are today's."""
    return type("Voice", (), {"weights": model.voices[place["about"][1]], "leaves": model.leaves})


def with_move(name: str, place: int, claim: Any) -> Any:
    """Return the proof of all stakeholders with another move, and with the sum of all moves that fits it."""
    proof = alone(name, "stakeholders")
    one = PROOFS[name]["findings"][place]
    at = proof["findings"].index(one)
    kinds = [(own["variant"], own["about"]) for own in proof["findings"]]
    total = kinds.index(("consensus", one["about"][:1]))
    more = Fraction(claim["amount"]) - Fraction(one["amount"])
    forged = put(proof, ("findings", at), lambda own: own | claim)
    return put(forged, ("findings", total, "amount"), lambda amount: str(Fraction(amount) + more))


def test_a_move_that_is_farther_or_nearer_than_need_be_is_refused_though_the_sum_fits() -> None:
    tried = 0
    for name, place in of("move"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        voice, own = voice_of(model, one), one["about"][0]
        near = weights_of(one["witness"], model)
        for corner in range(len(model.leaves)):
            for part in (Fraction(1, 2), Fraction(1, 1000), Fraction(-1, 2)):
                far = [Fraction(at == corner) for at in range(len(model.leaves))] if part > 0 else voice.weights
                weights = [(1 - abs(part)) * mine + abs(part) * theirs for mine, theirs in zip(near, far, strict=True)]
                claim = {"amount": size_of("moved", weights, voice), "witness": told(weights, model)}
                if claim["amount"] != one["amount"]:
                    tried += own in claim["witness"]["first"]
                    certificates: list[Any] = [one["certificate"], {}]
                    for certificate in certificates:
                        text = failures(with_move(name, place, claim | {"certificate": certificate}))
                        assert [line.split(":")[0] for line in text] == [f"stakeholders move {' '.join(one['about'])}"]
    assert tried > 20


def test_a_move_has_its_own_proof() -> None:
    tried = 0
    for name, place in of("move"):
        certificate = PROOFS[name]["findings"][place]["certificate"]
        tried += 1

        assert refused(name, place, certificate={})
        assert refused(name, place, status="holds")
        for kind, parts in certificate.items():
            for key, share in parts.items():
                turned = certificate | {kind: parts | {key: str(-Fraction(share))}}
                assert refused(name, place, certificate=turned)
    assert tried > 10


def test_a_common_choice_is_not_told_as_impossible_nor_as_there_already() -> None:
    for name, place in (*of("consensus"), *of("consensus", status="holds")):
        proof = alone(name, "stakeholders")
        one = PROOFS[name]["findings"][place]
        kept = [own for own in proof["findings"] if own["variant"] != "move" or own["about"][0] != one["about"][0]]
        rivals = Model(proof["model"]).over(one["about"][0])
        certificates: list[Any] = [{}, *({"rivals": {rival: "1"}} for rival in rivals)]
        for certificate in certificates:
            claim = {"status": "impossible", "amount": None, "certificate": certificate}
            forged = [own | claim if own is one else own for own in kept]
            text = failures(proof | {"findings": forged})
            assert [line.split(":")[0] for line in text] == [f"stakeholders consensus {one['about'][0]}"]
        other = {"found": "holds", "holds": "found"}[one["status"]]
        assert refused(name, place, status=other)
        assert refused(name, place, amount=str(Fraction(one["amount"]) + 1))
        if one["status"] == "found":
            nothing = [own | {"status": "holds", "amount": "0"} if own is one else own for own in kept]
            assert failures(proof | {"findings": nothing})


def test_a_choice_that_nobody_can_make_is_not_told_as_common() -> None:
    tried = 0
    for name, place in of("consensus", status="impossible"):
        tried += 1
        certificate = PROOFS[name]["findings"][place]["certificate"]
        assert refused(name, place, certificate={})
        assert refused(name, place, amount="0")
        assert refused(name, place, witness={"first": []})
        for rival, share in certificate["rivals"].items():
            turned = certificate["rivals"] | {rival: str(-Fraction(share))}
            assert refused(name, place, certificate={"rivals": turned})
        proof = alone(name, "stakeholders")
        one = PROOFS[name]["findings"][place]
        claim = {"status": "found", "amount": "0", "certificate": {}}
        assert failures(proof | {"findings": [own | claim if own is one else own for own in proof["findings"]]})
    assert tried > 2


def test_moves_left_out_doubled_or_of_those_who_need_not_move_are_refused() -> None:
    proof = alone("of many minds", "stakeholders")
    places = [at for at, one in enumerate(proof["findings"]) if one["variant"] == "move"]

    for place in places:
        all_ = proof["findings"]
        assert failures(proof | {"findings": all_[:place] + all_[place + 1 :]})
        assert failures(proof | {"findings": [*all_[:place], all_[place], *all_[place:]]})
        assert failures(proof | {"findings": [*all_, all_[place] | {"about": ["a", "ana"]}]})
    for one, other in pairwise(places):
        swapped = list(proof["findings"])
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert failures(proof | {"findings": swapped})


def test_agreement_worked_by_hand() -> None:
    """Ana ranks a, b, c, bo b, a, c: sums of ranks 3, 3, 6 about 4, so S = 6 and W = 12 * 6 / (4 * 24) = 3/4.

    Of three pairs two stand alike and one is turned round: tau-b = (2 - 1) / 3, which is 0.333 333 333 333.
    """
    voices: Any = {"ana": {"weights": {"k1": "1", "k2": "0"}}, "bo": {"weights": {"k1": "0", "k2": "1"}}}
    proof = proof_of(ranked(table({"a": "9 5", "b": "5 9", "c": "0 0"}, "", stakeholders=voices)))
    together, tau = (proof["findings"][found(proof, variant)] for variant in ("concordance", "tau"))

    assert together["amount"] == "3/4"
    assert Fraction(tau["amount"]) == Fraction(333_333_333_333, 10**12)
    assert failures(proof) == []
    for place in (found(proof, "concordance"), found(proof, "tau")):
        off = put(proof, ("findings", place, "amount"), lambda one: str(Fraction(one) + Fraction(1, 10**12)))
        assert len(failures(off)) == 1


def test_what_is_expected_over_all_outcomes_worked_by_hand() -> None:
    """As written a has 70 and b 60; if it is dear (25 %) a has 20: 52.5 to be expected of a, and at worst 20."""
    scenarios: Any = {"dear": {"chance": "25%", "performance": {"a": {"k1": "2"}}}}
    proof = proof_of(ranked(table({"a": "7", "b": "6"}, "1", scenarios=scenarios)))
    known = [one for one in proof["findings"] if one["analysis"] == "scenarios"]
    told_of = [(one["variant"], one["status"], one["amount"]) for one in known]

    assert told_of == [("each", "found", "40"), ("expected", "found", "60"), ("worst", "found", "60")]
    assert failures(proof) == []
    for chance in ("1/5", "-1/4", "5/4"):
        changed = put(proof, ("model", "scenarios", 0, "chance"), lambda _, chance=chance: chance)  # type: ignore[misc]
        assert chance == "1/5" or refuses(changed)


def refuses(proof: Any) -> bool:
    try:
        return bool(failures(proof))
    except ValueError:
        return True


def test_what_all_expect_changes_with_the_chances_and_values_of_the_model() -> None:
    proof = alone("people", "scenarios")
    for path, fresh in (
        (("model", "scenarios", 1, "values", "c", "k2"), "80"),
        (("model", "scenarios", 2, "chance"), "1/10"),
        (("model", "scenarios", 1, "weights"), {"k1": "3/4", "k2": "1/4"}),
    ):
        assert failures(put(proof, path, lambda _, fresh=fresh: fresh)), path  # type: ignore[misc]
