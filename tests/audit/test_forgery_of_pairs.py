"""False claims that are consistent in themselves, of pairs and of what can be lost: see ``test_forgery.py``."""

from fractions import Fraction

from decide.audit.model import Model
from tests.audit.forging import PROOFS, at_ends, corners, of, refused
from tests.audit.proving import Json
from tests.audit.test_proofs import found

TINY = Fraction(1, 10**15)


def test_a_pair_that_holds_is_not_told_with_another_lead_nor_as_possible_only() -> None:
    tried = 0
    for name, place in of("necessary-possible", status="holds"):
        finding, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        one, other = finding["about"]
        shares = {"shares": {key: str(int(at == 0)) for at, key in enumerate(model.mixed)}} if model.mixed else {}
        places = [next(iter(model.mixed.values()))] if model.mixed else list(corners(model))
        for weights in places:
            scores, witness = at_ends(model, weights, **{one: "low", other: "high"})
            lead = str(scores[one] - scores[other])
            if lead != finding["amount"]:
                assert refused(name, place, amount=lead, witness=witness | shares)
            scores, witness = at_ends(model, weights, **{one: "high", other: "low"})
            possible = witness | shares
            certificate = {"otherwise": {"weights": witness["weights"]} | shares}
            claim = {"status": "found", "amount": str(scores[one] - scores[other]), "witness": possible}
            tried += 1
            assert refused(name, place, **claim, certificate=certificate)
        assert refused(name, place, status="impossible", amount=None, witness=None)
        assert refused(name, place, status="undetermined")
    assert tried > 20


def test_a_pair_that_is_possible_is_not_told_as_more_nor_as_less() -> None:
    tried = 0
    for name, place in of("necessary-possible"):
        finding, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        one, other = finding["about"]
        rest = {key: part for key, part in finding["certificate"].items() if key != "otherwise"}
        for certificate in ({}, rest, finding["certificate"]):
            assert refused(name, place, status="impossible", amount=None, witness=None, certificate=certificate)
        assert refused(name, place, certificate=rest | {"otherwise": {}})
        assert refused(name, place, certificate=rest)
        for weights in corners(model) if not model.mixed else ():
            scores, witness = at_ends(model, weights, **{one: "high", other: "low"})
            lead = scores[one] - scores[other]
            if str(lead) != finding["amount"]:
                tried += 1
                assert refused(name, place, amount=str(lead), witness=witness)
            scores, witness = at_ends(model, weights, **{one: "low", other: "high"})
            amount = str(scores[one] - scores[other])
            assert refused(name, place, status="holds", amount=amount, witness=witness, certificate=rest)
    assert tried > 50


def test_who_is_always_behind_cannot_be_level_or_ahead() -> None:
    for name, place in of("necessary-possible", status="impossible"):
        finding, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        one, other = finding["about"]
        for weights in corners(model) if not model.mixed else ():
            scores, witness = at_ends(model, weights, **{one: "high", other: "low"})
            otherwise = finding["certificate"] | {"otherwise": {"weights": witness["weights"]}}
            amount = str(scores[one] - scores[other])
            assert refused(name, place, status="found", amount=amount, witness=witness, certificate=otherwise)
            assert refused(name, place, witness=witness)
            assert refused(name, place, amount=amount)


def test_nobody_is_always_behind_who_can_draw_level() -> None:
    """A is as good as b where all weight is on k1, and behind else: possible, with a lead of nothing."""
    place = found(PROOFS["level at the best"], "necessary-possible", "a", "b")
    claim: Json = {"status": "impossible", "amount": None, "witness": None, "certificate": {}}

    assert PROOFS["level at the best"]["findings"][place]["amount"] == "0"
    assert refused("level at the best", place, **claim)


def test_a_loss_that_is_smaller_than_the_largest_is_refused_though_weights_show_it() -> None:
    tried = 0
    for name, place in of("most"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        own = one["about"][0]
        for weights in corners(model) if not model.mixed else ():
            for rival in model.names:
                if rival != own:
                    scores, witness = at_ends(model, weights, **{own: "low", rival: "high"})
                    loss = scores[rival] - scores[own]
                    if 0 <= loss < Fraction(one["amount"]):
                        tried += 1
                        assert refused(name, place, amount=str(loss), witness=witness)
        assert refused(name, place, amount="0", status="holds", witness=None)
        assert refused(name, place, status="holds")
        assert refused(name, place, amount=str(Fraction(one["amount"]) * (1 - TINY)))
        assert refused(name, place, amount=str(Fraction(one["amount"]) + 1))
    assert tried > 50
    for name, place in of("most", status="holds"):
        model = Model(PROOFS[name]["model"])
        _, witness = at_ends(model, model.weights)
        assert refused(name, place, witness=witness)
        assert refused(name, place, status="found", witness=witness)


def test_no_loss_is_shown_with_more_than_one_rival_at_its_high() -> None:
    proof = PROOFS["ranges"]
    place, model = found(proof, "most", "c"), Model(proof["model"])
    one = proof["findings"][place]
    for weights in corners(model):
        scores, witness = at_ends(model, weights, a="high", b="high", c="low")
        loss = str(max(scores.values()) - scores["c"])

        assert refused("ranges", place, witness=witness, amount=loss)
    values = {"a": {"k1": "80"}, "b": {"k2": "90"}}
    assert refused("ranges", place, witness=one["witness"] | {"values": values})


def test_the_least_of_the_losses_is_of_those_of_whom_it_is() -> None:
    for name, place in (*of("minimax"), *of("minimax", status="holds")):
        proof = PROOFS[name]
        one = proof["findings"][place]
        for other in (own for own in proof["findings"] if own["variant"] == "most"):
            claim = {key: other[key] for key in ("about", "status", "amount", "witness")}
            if other["about"][0] not in one["about"]:
                assert refused(name, place, **claim)
                assert refused(name, place, about=[*one["about"], *other["about"]])
        assert refused(name, place, about=[])
