"""False claims that are consistent in themselves, of the ranks of each: see ``test_forgery.py``."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from decide.audit.model import Model
from decide.audit.proofs import verdicts
from decide.stress import rank_search
from tests.audit.forging import PROOFS, at_ends, corners, of, refused
from tests.audit.proving import Json, at, failing, failures, proof_of, put
from tests.audit.tables import RANKS, table
from tests.audit.test_proofs import found
from tests.plain import ranked

TINY = Fraction(1, 10**15)


def ranks(*variants: str) -> Iterator[tuple[str, int]]:
    """Yield where the best, or the worst, rank of a candidate is told."""
    return (key for key in of("rank-range") if PROOFS[key[0]]["findings"][key[1]]["variant"] in variants)


def ends_of(model: Model, variant: str, own: str) -> dict[str, str]:
    ends = ("high", "low") if variant == "best" else ("low", "high")
    return {name: ends[name != own] for name in model.names}


def test_a_rank_that_is_reached_but_is_not_the_last_one_is_refused() -> None:
    tried = 0
    for name, place in ranks("best", "worst"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        own = one["about"][0]
        for odd in ({"status": "holds"}, {"status": "impossible"}, {"amount": f"{2 * int(one['amount']) + 1}/2"}):
            assert refused(name, place, **odd)
        for weights in corners(model) if not model.mixed else ():
            _, witness = at_ends(model, weights, **ends_of(model, one["variant"], own))
            rank = witness["ranks"][own]
            if rank != one["amount"]:
                tried += 1
                assert refused(name, place, amount=rank, witness=witness), (name, one)
            for key in ("amount", "ranks"):
                beyond = str(int(one["amount"]) + (-1 if one["variant"] == "best" else 1))
                forged = one["witness"] | {"ranks": one["witness"]["ranks"] | {own: beyond}}
                assert refused(name, place, amount=beyond, witness=forged if key == "ranks" else one["witness"])
    assert tried > 50


def test_cells_beyond_their_ends_show_no_rank() -> None:
    tried = 0
    for name, place in ranks("best"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        own = one["about"][0]
        better = dict.fromkeys(model.leaves, "100")
        places = {other: str(max(int(rank), 2)) for other, rank in one["witness"]["ranks"].items()} | {own: "1"}
        values = one["witness"].get("values", {}) | {own: better}
        if one["amount"] != "1":
            witness = one["witness"] | {"values": values, "first": [own], "ranks": places}
            tried += 1
            assert refused(name, place, amount="1", witness=witness)
    assert tried > 10


def test_who_always_counts_does_not_count_in_a_case_once_more() -> None:
    tried = 0
    for name, place in ranks("best", "worst"):
        one, model = PROOFS[name]["findings"][place], Model(PROOFS[name]["model"])
        best, own = one["variant"] == "best", one["about"][0]
        for rival, part in one["certificate"]["always"].items() if not model.mixed else ():
            _, witness = at_ends(model, model.weights, **ends_of(model, one["variant"], own))
            bound = {"bound": part | {"rivals": {rival: "1"}}}
            once = [{"on": rival}, *((bound, {}) if best else ({}, bound))]
            twice = [{"on": rival}, bound, *once] if best else [{"on": rival}, *once, bound]
            others = {other: proof for other, proof in one["certificate"]["always"].items() if other != rival}
            limits = {rival: {"amount": "100"}}
            for always, nodes in ((one["certificate"]["always"], once), (others, twice)):
                certificate = {"always": always, "limits": limits, "nodes": nodes}
                rank = len(always) + nodes.count({"on": rival})
                claimed = str(1 + rank if best else len(model.names) - rank)
                tried += witness["ranks"][own] == claimed
                assert refused(name, place, amount=claimed, witness=witness, certificate=certificate)
            certificate = {"always": others, "limits": limits, "nodes": once}
            alone = put(PROOFS[name], ("findings", place), lambda own, new=certificate: own | {"certificate": new})  # type: ignore[misc]
            rank = int(one["amount"])
            if len(one["certificate"]["always"]) == (rank - 1 if best else len(model.names) - rank):
                assert failures(alone) == []  # once is right
    assert tried > 3


def test_who_is_level_somewhere_is_not_always_ahead() -> None:
    """B is as good as a and better on k2, so a is on rank 2 but where all weight is on k1: there it is level."""
    place, model = found(PROOFS["level at the best"], "best", "a"), Model(PROOFS["level at the best"]["model"])
    _, witness = at_ends(model, model.weights)
    level: Json = {"always": {"b": {}}, "limits": {}, "nodes": [{}]}
    bound: Json = {"always": {}, "limits": {"b": {"amount": "30"}}, "nodes": [{"bound": {"rivals": {"b": "1"}}}]}
    split: Json = bound | {"nodes": [{"on": "b"}, {"bound": {"rivals": {"b": "1"}}}, {}]}

    assert witness["ranks"]["a"] == "2"
    for certificate in (level, bound, split):
        assert refused("level at the best", place, amount="2", witness=witness, certificate=certificate)


def test_who_is_level_somewhere_is_never_ahead_for_sure() -> None:
    """A is level with b at best, which keeps b on rank 1: at the worst who is not ahead counts, level or not."""
    place = found(PROOFS["level at the best"], "worst", "b")
    level: Json = {"always": {"a": {}, "c": {}}, "limits": {}, "nodes": [{}]}
    bound: Json = {"always": {"c": {}}, "limits": {"a": {"amount": "30"}}, "nodes": [{"bound": {"rivals": {"a": "1"}}}]}
    split: Json = bound | {"nodes": [{"on": "a"}, {}, {"bound": {"rivals": {"a": "1"}}}]}

    assert PROOFS["level at the best"]["findings"][place]["amount"] == "1"
    for certificate in (level, bound, split):
        told: Json = {"certificate": certificate}
        assert failures(put(PROOFS["level at the best"], ("findings", place), lambda one, told=told: one | told)) == []  # type: ignore[misc]


def test_a_limit_that_is_too_small_or_below_nothing_is_refused_and_a_larger_one_proves_less() -> None:
    tried = 0
    for name, place in ranks("best", "worst"):
        certificate = PROOFS[name]["findings"][place]["certificate"]
        for rival, limit in certificate["limits"].items():
            for amount in (Fraction(limit["amount"]) * (1 - TINY), Fraction(-1), Fraction(0)):
                limits = certificate["limits"] | {rival: limit | {"amount": str(amount)}}
                tried += 1
                assert refused(name, place, certificate=certificate | {"limits": limits}), (name, rival)
    assert tried > 20


def test_no_bound_of_a_case_and_nothing_that_is_always_so_can_be_left_out_or_turned_round() -> None:
    tried = spare = 0
    for name, place in ranks("best", "worst"):
        certificate = PROOFS[name]["findings"][place]["certificate"]
        for rival, part in certificate["always"].items():
            rest = {other: one for other, one in certificate["always"].items() if other != rival}
            assert refused(name, place, certificate=certificate | {"always": rest})
            exact = {row["name"] for row in PROOFS[name]["model"]["rows"] if row["sign"] == "="}
            for row, share in part.get("rows", {}).items() if not exact else ():
                turned = certificate["always"] | {rival: {"rows": part["rows"] | {row: str(-Fraction(share))}}}
                assert refused(name, place, certificate=certificate | {"always": turned})
        for at_, node in enumerate(certificate["nodes"]):
            bare = certificate | with_node(certificate, at_, {})
            idle = "bound" in node and not refused(name, place, certificate=bare)
            spare += idle  # enough count there anyway
            for new in [{"bound": {}}, {"bound": {"rivals": {}}}, *turned_round(node)] if "bound" in node else []:
                tried += 1
                assert idle or refused(name, place, certificate=certificate | with_node(certificate, at_, new)), name
        for nodes in ([], certificate["nodes"][:-1], [*certificate["nodes"], {}], [{"on": "nobody"}, {}, {}]):
            assert refused(name, place, certificate=certificate | {"nodes": nodes})
    assert tried > 50
    assert spare < 5


def with_node(certificate: Json, at_: int, new: Json) -> Json:
    return {"nodes": [*certificate["nodes"][:at_], new, *certificate["nodes"][at_ + 1 :]]}


def turned_round(node: Json) -> Iterator[Json]:
    """Yield a case in which one multiplier is negative."""
    for kind, parts in node["bound"].items():
        for key, share in parts.items():
            yield {"bound": node["bound"] | {kind: parts | {key: str(-Fraction(share))}}}


def test_a_case_distinction_is_proved_by_its_cases_and_not_by_those_of_another_candidate() -> None:
    tried = 0
    for name in RANKS:
        places = list(ranks("best", "worst"))
        for other, place in places:
            one = PROOFS[name]["findings"][place] if other == name else None
            if one and len(one["certificate"]["nodes"]) > 1:
                nodes = one["certificate"]["nodes"]
                swapped = [nodes[0], *reversed(nodes[1:])]
                itself = [{"on": one["about"][0]}, *nodes[1:]]
                tried += 1
                assert refused(name, place, certificate=one["certificate"] | {"nodes": itself})
                assert swapped == nodes or refused(name, place, certificate=one["certificate"] | {"nodes": swapped})
    assert tried > 4


def test_where_a_search_gave_up_both_what_is_shown_and_what_is_proved_are_verified(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rank_search, "MOST_NODES", 1)
    tried = 0
    for name, plain in RANKS.items():
        proof = proof_of(ranked(plain))
        open_ = [one for one in proof["findings"] if one["status"] == "undetermined"]
        assert [verdict for verdict, _ in verdicts(proof)].count("undetermined") == len(open_)
        assert failures(proof) == [], name
        for one in open_:
            place, shown = proof["findings"].index(one), one["witness"]["ranks"][one["about"][0]]
            forged: list[Json] = [{"amount": str(int(one["amount"]) + step)} for step in (-1, 1)]
            forged += [{"amount": None}, {"amount": one["amount"] + "/2"}, {"status": "found"}, {"witness": None}]
            forged += [{"status": "found", "amount": shown}, {"amount": shown}, {"status": "holds"}]
            for fields in forged:
                tried += 1
                changed = put(proof, ("findings", place), lambda own, fields=fields: own | fields)  # type: ignore[misc]
                assert len(failing(changed, one)) == 1, (name, one["about"], fields)
    assert tried > 20


def test_a_rank_worked_by_hand_is_proved_and_a_certificate_that_is_off_by_a_trillionth_of_it_is_not() -> None:
    """C has 2 where a has 10 or b has 10, so at w and 1 - w one of the two is ahead of it: best rank 2, not 1.

    The rows "a is not ahead" (-80 w + 20 (1 - w) >= 0) and "b is not ahead" (20 w - 80 (1 - w) >= 0), each times one,
    sum to -60 under all weights, so one of them counts. Of the first four times over, where all is on k1, -300 is left,
    and where all is on k2, nothing: four is one too many, and a trillionth less of a millionth is enough.
    """
    proof = proof_of(ranked(table({"a": "10 0", "b": "0 10", "c": "2 2"}, "1 1", possible_weights="any")))
    place = found(proof, "best", "c")
    limits = {"a": {"amount": "80"}, "b": {"amount": "80"}}
    node = {"bound": {"rivals": {"a": "1", "b": "1"}}}
    certificate: Json = {"always": {}, "limits": limits, "nodes": [node]}

    def told(new: Json) -> list[str]:
        return failures(put(proof, ("findings", place, "certificate"), lambda _: new))

    assert at(proof, ("findings", place, "amount")) == "2"
    assert told(certificate) == []
    off = {"bound": {"rivals": {"a": "4", "b": "1"}}}
    edge = {"bound": {"rivals": {"a": str(4 - TINY), "b": "1"}}}  # at 4 to 1 a and b cancel where all is on k1
    assert told(certificate | {"nodes": [off]}) == ["rank-range best c: it does not follow"]
    assert told(certificate | {"nodes": [edge]}) == []
    assert len(told(certificate | {"limits": limits | {"a": {"amount": str(80 - TINY)}}})) == 1
