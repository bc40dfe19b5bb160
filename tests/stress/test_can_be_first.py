"""Laws of who can be first under the weights that are possible."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given

from decide.model.decision import PossibleWeights
from decide.model.finding import Implied
from decide.model.rows import Mixture
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress import peer
from tests.stress.drawn import (
    ANY,
    ORDER,
    anywhere,
    are_possible,
    around,
    case_of,
    first_after,
    firsts,
    found,
    gap,
    grid,
    product,
    scores_at,
    small,
    the,
    toward,
    weighed,
    weights_in,
    winners,
)
from tests.stress.proofs import combined, corners

NAME = "can-be-first"


def lead_at(case: Case, name: str, weights: tuple[Fraction, ...]) -> Fraction:
    return min(product(weights, gap(case, name, rival)) for rival in case.candidates if rival != name)


@given(decisions() | preferring_decisions(), picks)
def test_the_weights_told_give_the_lead_told_and_the_multipliers_prove_that_none_give_more(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME)
    assert [one.about for one in findings] == [(name,) for name in case.candidates if len(case.candidates) > 1]
    for finding in findings:
        (name,) = finding.about
        assert finding.witness is not None
        weights = weights_in(finding.witness.change)
        assert are_possible(case, weights)
        assert finding.amount == lead_at(case, name, weights)
        assert (finding.status == "impossible") is (finding.amount < 0) is (name not in finding.witness.first)
        assert finding.amount <= 0 or first_after(case, finding.witness.change) == {name}
        assert isinstance(finding.certificate, Implied)
        if finding.amount < 100:
            assert sum(share for _, share in finding.certificate.rivals) == 1
            assert max(corners(case, combined(case, name, finding.certificate))) <= finding.amount
        assert finding.rows == tuple(Mixture(*share) for share in finding.certificate.rivals)


@given(decisions() | preferring_decisions(), picks)
def test_who_is_first_today_can_be_first(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    can = {one.about[0] for one in found(case, NAME) if one.status == "found"}
    assert set(winners(case)) <= can or len(case.candidates) == 1


@given(decisions() | preferring_decisions())
def test_who_can_be_first_under_weights_that_meet_the_preferences_can_be_crowned_and_nobody_else(plain: Plain) -> None:
    case = Case(case_of(plain).ranking, ANY)
    can = {one.about for one in found(case, NAME) if one.status == "found"}
    crowned = {one.about for one in found(case, "least-change", "moved") if one.status == "found"}
    assert len(case.candidates) == 1 or can == crowned | {(name,) for name in winners(case)}


@given(decisions() | preferring_decisions(), picks, shuffles)
def test_no_possible_weights_give_a_larger_lead_and_where_one_is_first_is_convex(
    plain: Plain, pick: int, random: Random
) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME)
    regions: dict[str, list[tuple[Fraction, ...]]] = {name: [case.weights] for name in winners(case)}
    for weights in around(case, random, 8) if findings else ():
        for name in firsts(scores_at(case, weights)):
            regions.setdefault(name, []).append(weights)
        if not case.possible.mixed and are_possible(case, weights):
            for finding in findings:
                assert finding.amount is not None
                assert lead_at(case, finding.about[0], weights) <= finding.amount
    for name, region in regions.items():
        between = toward(random.choice(region), random.choice(region), Fraction(random.randint(0, 9), 9))
        assert name in first_after(case, weighed(case, between))


@given(decisions() | preferring_decisions(), picks)
def test_another_solver_finds_the_same_largest_leads(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME):
        assert finding.amount is not None
        assert peer.close(finding.amount, peer.largest_lead(case, finding.about[0]))


@given(shuffles)
def test_nothing_on_a_grid_over_three_criteria_leads_by_more(random: Random) -> None:
    case = Case(ranked(small(random)), ANY)
    most = {one.about[0]: one.amount for one in found(case, NAME)}
    for weights in (*grid(8), anywhere(random, 3)):
        for name, amount in most.items():
            assert amount is not None
            assert lead_at(case, name, weights) <= amount


@pytest.mark.parametrize(
    ("possible", "leads"),
    [
        (ANY, {"a": 20, "b": 50}),  # all on price, all on speed
        (ORDER, {"a": 20, "b": 15}),  # speed at most half: (50 - 20) / 2
        (PossibleWeights(form="share", share=Fraction(0)), {"a": Fraction(5, 2), "b": Fraction(-5, 2)}),
    ],
)
def test_in_the_pair_the_largest_leads_are_found_by_hand(possible: PossibleWeights, leads: dict[str, Fraction]) -> None:
    findings = found(Case(ranked(pair()), possible), NAME)

    assert {one.about[0]: one.amount for one in findings} == leads
    assert {one.about[0]: one.status for one in findings} == {
        name: "found" if lead >= 0 else "impossible" for name, lead in leads.items()
    }


def test_the_middle_of_two_extremes_is_ten_short_of_the_better_one_at_best() -> None:
    plain = pair()
    plain["candidates"] = ["a", "b", "c"]
    plain["performance"] = {
        "a": {"price": "0", "speed": "0"},
        "b": {"price": "100", "speed": "10"},
        "c": {"price": "60", "speed": "4"},
    }

    finding = the(Case(ranked(plain), ANY), NAME, "", "c")

    assert (finding.status, finding.amount) == ("impossible", Fraction(-10))  # half and half: 40 against 50 and 50
    assert finding.rows == (Mixture("a", Fraction(1, 2)), Mixture("b", Fraction(1, 2)))


def test_of_mixtures_of_stakeholders_only_what_lies_between_them_is_possible() -> None:
    plain = pair()
    for node in plain["criteria"].values():
        del node["weight"]
    plain["stakeholders"] = {
        "one": {"weights": {"price": "4", "speed": "1"}},
        "two": {"weights": {"price": "3", "speed": "2"}},
    }

    leads = {one.about[0]: one.amount for one in found(Case(ranked(plain)), NAME)}

    # 4/5 * 20 - 1/5 * 50 = 6 and 3/5 * 20 - 2/5 * 50 = -8
    assert leads == {"a": 6, "b": 8}
