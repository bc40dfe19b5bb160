"""Laws of the least change of weights that brings a candidate among the first."""

from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given

from decide.model.finding import Split
from decide.solve.exact import minimise
from decide.stress.case import Case
from decide.stress.cheapest_rank import RANKS
from decide.stress.distances import moved_program
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, preferring_decisions, shuffles
from tests.stress import peer
from tests.stress.drawn import (
    ALMOST,
    are_preferred,
    around,
    case_of,
    found,
    moved,
    ranks_after,
    ranks_of,
    scores_at,
    the,
    toward,
    weighed,
    weights_in,
)
from tests.stress.proofs import splits

NAME = "cheapest-rank"


def rank_at(case: Case, name: str, weights: tuple[Fraction, ...]) -> int:
    scores = scores_at(case, weights)
    return 1 + sum(score > scores[name] for score in scores.values())


@given(decisions() | preferring_decisions())
def test_at_the_change_the_rank_is_reached_a_little_less_is_not_enough_and_the_cases_prove_it(plain: Plain) -> None:
    case = case_of(plain)
    today = ranks_of(case.ranking)
    asked = [(name, f"first-{rank}") for rank in RANKS for name in case.candidates if today[name] > rank]
    findings = found(case, NAME)
    assert [(*one.about, one.variant) for one in findings] == asked
    for finding in findings:
        (name,), rank = finding.about, int(finding.variant.removeprefix("first-"))
        assert finding.status != "undetermined"
        assert isinstance(finding.certificate, Split)
        assert splits(case, name, finding.certificate, rank, finding.amount)
        assert (finding.status == "found") is (finding.amount is not None) is (finding.witness is not None)
        if finding.witness is not None:
            weights = weights_in(finding.witness.change)
            assert are_preferred(case, weights)
            assert moved(case.weights, weights) == finding.amount
            after = ranks_after(case, finding.witness.change)
            assert (after, after[name] <= rank) == (dict(finding.witness.ranks), True)
            assert ranks_after(case, weighed(case, toward(case.weights, weights, ALMOST)))[name] > rank


@given(decisions() | preferring_decisions(), shuffles)
def test_no_weights_nearer_by_a_hundredth_reach_the_rank(plain: Plain, random: Random) -> None:
    case = case_of(plain)
    findings = found(case, NAME)
    for weights in around(case, random, 12) if findings else ():
        distance = moved(case.weights, weights)
        if not distance or not are_preferred(case, weights):
            continue
        for finding in findings:
            rank = int(finding.variant.removeprefix("first-"))
            reach = Fraction(1) if finding.amount is None else Fraction(99, 100) * finding.amount / distance
            inside = toward(case.weights, weights, min(reach, Fraction(1)))
            assert rank_at(case, finding.about[0], inside) > rank


@given(decisions() | preferring_decisions())
def test_another_solver_and_the_least_over_all_choices_of_those_ahead_agree(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        (name,), rank = finding.about, int(finding.variant.removeprefix("first-"))
        index = case.candidates.index(name)
        rivals = [other for other in range(len(case.candidates)) if other != index]
        solved = [
            minimise(moved_program(case, index, [other for other in rivals if other not in ahead]))
            for ahead in combinations(rivals, rank - 1)
        ]
        assert finding.amount == min((100 * one.cost for one in solved if one.feasible), default=None)
        told = peer.nearest_rank(case, name, rank)
        if finding.amount is not None:
            assert peer.close(finding.amount, told)
        else:
            leads = [
                peer.largest_preferred_lead(case, name, [case.candidates[one] for one in rivals if one not in ahead])
                for ahead in combinations(rivals, rank - 1)
            ]
            assert max(leads) < peer.CLOSE


@given(decisions() | preferring_decisions())
def test_a_worse_rank_takes_no_more_and_the_first_takes_most(plain: Plain) -> None:
    case = case_of(plain)
    first = {one.about: one.amount for one in found(case, "least-change", "moved")}
    second, third = ({one.about: one.amount for one in found(case, NAME, f"first-{rank}")} for rank in RANKS)
    for easier, harder in ((third, second), (second, first)):
        for about, amount in easier.items():
            least = harder[about]
            assert least is None or (amount is not None and amount <= least)


def three() -> Plain:
    """Return three of which c is last: 75, 67.5 and 25."""
    plain = pair()
    plain["candidates"] = ["a", "b", "c"]
    cells = (("0", "0"), ("10", "0"), ("100", "10"))
    plain["performance"] = {
        name: {"price": price, "speed": speed} for name, (price, speed) in zip("abc", cells, strict=True)
    }
    return plain


def test_c_is_second_when_it_is_level_with_b() -> None:
    # 90 (1 - t) = 100 t at t = 9/19, and 9/19 - 1/4 = 17/76 of the weight has moved
    finding = the(Case(ranked(three())), NAME, "first-2", "c")

    assert (finding.status, finding.amount) == ("found", Fraction(425, 19))
    assert finding.witness is not None
    assert dict(finding.witness.ranks) == {"a": 1, "b": 2, "c": 2}
    assert weights_in(finding.witness.change) == (Fraction(10, 19), Fraction(9, 19))


def test_who_is_behind_two_on_everything_cannot_be_second() -> None:
    plain = three()
    plain["performance"]["c"] = {"price": "100", "speed": "0"}
    plain["performance"]["b"]["speed"] = plain["performance"]["a"]["speed"] = "5"

    finding = the(Case(ranked(plain)), NAME, "first-2", "c")

    assert (finding.status, finding.amount, finding.witness) == ("impossible", None, None)


def test_three_on_the_first_three_places_are_asked_nothing() -> None:
    assert found(Case(ranked(three())), NAME, "first-3") == []
