"""Laws of the least joint change of weights."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given

from decide.model.finding import Each, Finding, Implied
from decide.model.rows import Moved
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair, tree
from tests.strategies import decisions, preferring_decisions, shuffles
from tests.stress.drawn import (
    ALMOST,
    Vector,
    are_preferred,
    around,
    case_of,
    each,
    firsts,
    found,
    moved,
    scores_at,
    the,
    toward,
    weights_in,
    winners,
)
from tests.stress.proofs import proves, rules_out

NAME = "least-change"
NORMS = {"moved": moved, "each": each}
CROWNS, DETHRONES = ("moved", "each"), ("dethrone-moved", "dethrone-each")


def weights_of(finding: Finding) -> Vector:
    assert finding.witness is not None
    return weights_in(finding.witness.change)


def amount_of(finding: Finding) -> Fraction:
    assert finding.amount is not None
    return finding.amount


def number_changed(case: Case, weights: Vector) -> int:
    return sum(one != other for one, other in zip(case.weights, weights, strict=True))


@given(decisions() | preferring_decisions())
def test_at_the_change_the_candidate_is_first_and_the_distance_is_the_one_told(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        if finding.status != "found" or finding.variant == "tolerance":
            continue
        weights = weights_of(finding)
        assert are_preferred(case, weights)
        norm = finding.variant.removeprefix("dethrone-")
        if norm == "fewest":
            assert number_changed(case, weights) == amount_of(finding)
        else:
            assert NORMS[norm](case.weights, weights) == amount_of(finding) > 0
        after = scores_at(case, weights)
        assert finding.about[-1] in firsts(after) or (
            finding.variant in DETHRONES and after[finding.about[0]] == after[finding.about[1]]
        )
        moves = [row for row in finding.rows if isinstance(row, Moved)]
        assert {row.criterion: (row.before, row.after) for row in moves} == {
            leaf: (before, later)
            for leaf, before, later in zip(case.leaves, case.weights, weights, strict=True)
            if before != later
        }


@given(decisions() | preferring_decisions())
def test_a_little_less_or_half_of_the_change_is_not_enough_and_a_little_more_passes_the_first(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        if finding.status != "found" or finding.variant == "fewest":
            continue
        for share in (ALMOST, Fraction(1, 2)):
            before = scores_at(case, toward(case.weights, weights_of(finding), share))
            assert finding.about[-1] not in firsts(before)
            assert finding.variant in CROWNS or firsts(before) == winners(case)
        beyond = scores_at(case, toward(case.weights, weights_of(finding), 2 - ALMOST))
        assert beyond[finding.about[-1]] > min(beyond[name] for name in winners(case))


@given(decisions() | preferring_decisions())
def test_the_multipliers_prove_that_nothing_nearer_is_enough_or_nothing_at_all(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        if finding.variant in CROWNS and finding.status == "found":
            assert isinstance(finding.certificate, Implied)
            assert proves(case, finding.about[0], finding.certificate, finding.variant, amount_of(finding))
        elif finding.variant in DETHRONES:
            assert isinstance(finding.certificate, Each)
            rivals = dict(finding.certificate.parts)
            (first,) = winners(case)
            assert list(rivals) == [name for name in case.candidates if name != first]
            for rival, proof in rivals.items():
                assert {name for name, _ in proof.rivals} <= {first}
                assert rules_out(case, rival, proof) or (
                    finding.status == "found"
                    and proves(case, rival, proof, finding.variant.removeprefix("dethrone-"), amount_of(finding))
                )
        elif finding.status == "impossible":
            assert isinstance(finding.certificate, Implied)
            assert rules_out(case, finding.about[0], finding.certificate)


@given(decisions() | preferring_decisions(), shuffles)
def test_no_weights_nearer_by_a_hundredth_make_it_first(plain: Plain, random: Random) -> None:
    case = case_of(plain)
    findings = [one for one in found(case, NAME) if one.variant in (*CROWNS, *DETHRONES)]
    for weights in around(case, random, 12):
        first = firsts(scores_at(case, weights))
        for finding in findings:
            norm = NORMS[finding.variant.removeprefix("dethrone-")]
            if finding.status == "impossible":
                assert not are_preferred(case, weights) or (
                    first == winners(case) if finding.variant in DETHRONES else finding.about[0] not in first
                )
                continue
            if not are_preferred(case, weights) or not norm(case.weights, weights):
                continue
            reach = Fraction(99, 100) * amount_of(finding) / norm(case.weights, weights)
            inside = scores_at(case, toward(case.weights, weights, min(reach, Fraction(1))))
            if finding.variant in DETHRONES:
                assert firsts(inside) == winners(case)
            else:
                assert finding.about[0] not in firsts(inside)


@given(decisions() | preferring_decisions())
def test_the_largest_change_the_weight_moved_and_those_that_dethrone_keep_their_order(plain: Plain) -> None:
    case = case_of(plain)
    size = Fraction(len(case.leaves), 2)
    amounts = {(one.variant, one.about[-1]): amount_of(one) for one in found(case, NAME) if one.status == "found"}
    for (variant, name), amount in amounts.items():
        if variant == "moved":
            assert amounts["each", name] <= amount <= size * amounts["each", name]
            assert amount <= 100 * (1 - min(case.weights))
    if len(winners(case)) > 1:
        return
    for norm in CROWNS:
        crowns = [amount for (variant, _), amount in amounts.items() if variant == norm]
        dethrones = [amount for (variant, _), amount in amounts.items() if variant == f"dethrone-{norm}"]
        assert not crowns or dethrones[0] <= min(crowns)


@given(decisions())
def test_one_weight_moved_alone_moves_at_least_as_much(plain: Plain) -> None:
    case = case_of(plain)
    if len(winners(case)) > 1 or len(case.candidates) < 2:
        return
    alone = [weights_of(one) for one in found(case, "weight-crossings") if one.status == "found"]
    for variant, norm in NORMS.items():
        finding = the(case, NAME, f"dethrone-{variant}")
        assert not alone or amount_of(finding) <= min(norm(case.weights, weights) for weights in alone)


@pytest.mark.parametrize(
    ("variant", "amount"),
    [
        # price speaks by 20 a point, speed by 50 against: 1/28 * (20 + 50) = 2.5
        ("moved", Fraction(25, 7)),
        ("each", Fraction(25, 7)),
        ("fewest", Fraction(2)),
        ("dethrone-moved", Fraction(25, 7)),
        ("dethrone-each", Fraction(25, 7)),
        ("tolerance", Fraction(100, 11)),  # (15 - 12.5) / (15 + 12.5)
    ],
)
def test_two_and_a_half_points_are_gone_when_a_twenty_eighth_of_the_weight_moves(
    variant: str, amount: Fraction
) -> None:
    finding = the(Case(ranked(pair())), NAME, variant)

    assert (finding.status, finding.amount) == ("found", amount)
    assert weights_of(finding) == (Fraction(5, 7), Fraction(2, 7))
    assert finding.witness is not None
    assert finding.witness.first == ("a", "b")


def test_in_the_tree_half_a_point_is_gone_when_a_hundred_and_fortieth_moves_from_price_to_speed() -> None:
    case = Case(ranked(tree()))

    # margins 20, -50, 0: 1/140 * 70 = 0.5; tolerance (8 - 7.5) / (8 + 7.5)
    amounts = {one.variant: one.amount for one in found(case, NAME)}
    assert amounts == {
        "tolerance": Fraction(100, 31),
        "dethrone-moved": Fraction(5, 7),
        "dethrone-each": Fraction(5, 7),
        "moved": Fraction(5, 7),
        "each": Fraction(5, 7),
        "fewest": 2,
    }
    assert the(case, NAME, "moved").rows == (
        Moved("price", Fraction(2, 5), Fraction(2, 5) - Fraction(1, 140)),
        Moved("speed", Fraction(3, 20), Fraction(3, 20) + Fraction(1, 140)),
    )


def test_a_preference_can_forbid_every_change_that_would_be_enough() -> None:
    plain = pair() | {"preferences": ["price >= 2.5 * speed"]}
    finding = the(Case(ranked(plain)), NAME, "moved")
    assert (finding.status, finding.amount) == ("found", Fraction(25, 7))  # 5/7 is 2.5 * 2/7

    plain = pair() | {"preferences": ["price >= 2.6 * speed"]}
    for finding in found(Case(ranked(plain)), NAME):
        assert (finding.variant == "tolerance") or (finding.status == "impossible")


def test_who_is_behind_on_everything_can_never_be_first_and_the_first_is_the_proof() -> None:
    plain = pair()
    plain["performance"]["b"] = {"price": "30", "speed": "1"}

    findings = found(Case(ranked(plain)), NAME)

    assert {one.variant: one.status for one in findings} == {
        "tolerance": "holds",
        "dethrone-moved": "impossible",
        "dethrone-each": "impossible",
        "moved": "impossible",
        "each": "impossible",
        "fewest": "impossible",
    }
    assert {name for one in findings if isinstance(one.certificate, Implied) for name, _ in one.certificate.rivals} == {
        "a"
    }


def test_for_a_place_among_two_that_beat_it_in_turn_no_weight_can_be_found_either() -> None:
    plain = pair()
    plain["candidates"] = ["a", "b", "c"]
    plain["performance"] = {
        "a": {"price": "0", "speed": "0"},
        "b": {"price": "100", "speed": "10"},
        "c": {"price": "60", "speed": "4"},
    }

    # 100 and 0, 0 and 100, 40 and 40: half of a and half of b has 50 on both
    finding = the(Case(ranked(plain)), NAME, "moved", "c")
    assert finding.status == "impossible"
    assert isinstance(finding.certificate, Implied)
    shares = dict(finding.certificate.rivals)
    assert 2 < 3 * shares["a"] / shares["b"] < Fraction(9, 2)  # between 40 to 60 and 60 to 40 of the two


def test_two_that_are_first_need_no_change_and_nothing_is_told_of_them() -> None:
    plain = pair()
    plain["performance"]["b"]["speed"] = "8"

    assert found(Case(ranked(plain)), NAME) == []
