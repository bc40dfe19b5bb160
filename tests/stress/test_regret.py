"""Laws of what can be lost by choosing each."""

from fractions import Fraction
from random import Random

from hypothesis import given

from decide.model.finding import Each
from decide.model.rows import Regret
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress.drawn import (
    ANY,
    ORDER,
    are_possible,
    case_of,
    found,
    product,
    the,
    toward,
    weights_in,
)
from tests.stress.proofs import never_below
from tests.stress.test_necessary_possible import least, relations

NAME = "regret"


@given(decisions() | preferring_decisions(), picks)
def test_the_most_that_can_be_lost_is_lost_at_the_witness_and_no_rival_can_cost_more(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME, "most")
    assert [one.about[0] for one in findings] == (list(case.candidates) if len(case.candidates) > 1 else [])
    for finding in findings:
        (name,), (row,) = finding.about, finding.rows
        assert isinstance(row, Regret)
        assert isinstance(finding.certificate, Each)
        assert finding.amount == row.most >= 0
        assert {rival for rival, _ in finding.certificate.parts} == set(case.candidates) - {name}
        for rival, proof in finding.certificate.parts:
            assert never_below(case, least(case, name, rival), proof, -row.most)
        assert (finding.status == "found") is (row.most > 0) is (finding.witness is not None) is bool(row.rival)
        if finding.witness is not None:
            weights = weights_in(finding.witness.change)
            assert are_possible(case, weights)
            assert product(weights, least(case, name, row.rival)) == -row.most
            assert row.rival in finding.witness.first


@given(decisions() | preferring_decisions(), picks)
def test_nothing_can_be_lost_with_exactly_those_who_are_necessarily_best(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    necessary, _ = relations(case)
    for finding in found(case, NAME, "most"):
        (name,) = finding.about
        best = all((name, other) in necessary for other in case.candidates if other != name)
        assert (finding.amount == 0) is best is (finding.status == "holds")


@given(decisions() | preferring_decisions(), picks, shuffles)
def test_no_possible_weights_and_values_cost_more(plain: Plain, pick: int, random: Random) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME, "most")
    shown = [weights_in(one.witness.change) for one in findings if one.witness is not None]
    for _ in range(20 if shown else 0):
        weights = toward(random.choice(shown), random.choice([case.weights, *shown]), Fraction(random.randint(0, 4), 4))
        scores = {
            entry.candidate.id: product(weights, [random.choice((one.low, one.high)) for one in entry.values])
            for entry in case.entries
        }
        for finding in findings:
            assert finding.amount is not None
            assert max(scores.values()) - scores[finding.about[0]] <= finding.amount


@given(decisions() | preferring_decisions(), picks)
def test_the_minimax_choice_has_the_least_of_the_largest_regrets(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    amounts = {one.about[0]: one.amount for one in found(case, NAME, "most") if one.amount is not None}
    for finding in found(case, NAME, "minimax"):
        assert finding.amount == min(amounts.values())
        assert set(finding.about) == {name for name, amount in amounts.items() if amount == finding.amount}


def test_all_on_speed_costs_a_fifty_and_all_on_price_costs_b_twenty() -> None:
    case = Case(ranked(pair()), ANY)

    assert [one.amount for one in found(case, NAME, "most")] == [50, 20]
    assert (the(case, NAME, "minimax").about, the(case, NAME, "minimax").amount) == (("b",), Fraction(20))
    # in order the last corner is half and half: 50 against 65
    assert the(Case(case.ranking, ORDER), NAME, "most", "a").amount == 15


def test_a_range_adds_what_it_can_cost() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "30..50"

    assert the(Case(ranked(plain), ANY), NAME, "most", "b").amount == 30
