"""Laws of who is at least as good as whom, whatever the weights."""

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given

from decide.model.decision import PossibleWeights
from decide.model.finding import Implied
from decide.model.rows import Mixture, Relation
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress import peer
from tests.stress.drawn import (
    ANY,
    ORDER,
    TENTH,
    THIRD,
    are_possible,
    are_weights,
    around,
    case_of,
    found,
    gap,
    product,
    scores_at,
    small,
    the,
    weights_in,
    winners,
)
from tests.stress.proofs import never_below

NAME = "dominance"
Pair = tuple[str, ...]


def relation(case: Case) -> set[Pair]:
    """Return the pairs whose first is at least as good under all possible weights."""
    return {one.about for one in found(case, NAME, "pair") if one.status == "holds"}


@given(decisions() | preferring_decisions(), picks)
def test_a_pair_holds_by_multipliers_or_possible_weights_put_the_second_ahead(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    today = scores_at(case, case.weights)
    asked = {(one, other) for one, other in permutations(case.candidates, 2) if today[one] >= today[other]}
    findings = found(case, NAME, "pair")
    assert {one.about for one in findings} == asked
    assert len(findings) == len(asked)
    for finding in findings:
        margin = gap(case, *finding.about)
        (row,) = finding.rows
        assert isinstance(row, Relation)
        assert (row.better, row.worse, row.everywhere) == (*finding.about, all(part >= 0 for part in margin))
        if finding.status == "holds":
            assert isinstance(finding.certificate, Implied)
            assert finding.amount == row.least >= 0
            assert never_below(case, margin, finding.certificate, Fraction(0) if row.everywhere else row.least)
        else:
            assert (finding.status, row.everywhere) == ("impossible", False)
            assert finding.witness is not None
            weights = weights_in(finding.witness.change)
            assert are_possible(case, weights)
            assert product(weights, margin) == row.least < 0


@given(decisions() | preferring_decisions(), picks)
def test_another_solver_finds_the_same_least_margins(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME, "pair"):
        told = peer.least(case, gap(case, *finding.about))
        (row,) = finding.rows
        assert isinstance(row, Relation)
        assert peer.close(row.least, told) if finding.status == "holds" else told <= row.least + peer.CLOSE


@given(decisions() | preferring_decisions(), picks, shuffles)
def test_what_holds_necessarily_is_transitive_and_possible_under_every_possible_weight(
    plain: Plain, pick: int, random: Random
) -> None:
    case = case_of(plain, pick)
    known = relation(case)
    assert {(one, last) for one, two in known for other, last in known if two == other and one != last} <= known
    for weights in around(case, random, 5) if not case.possible.mixed else ():
        if are_possible(case, weights):
            scores = scores_at(case, weights)
            assert all(scores[one] >= scores[other] for one, other in known)


@given(decisions() | preferring_decisions())
def test_fewer_possible_weights_never_undo_a_necessary_relation(plain: Plain) -> None:
    ranking = case_of(plain).ranking
    anything, order, third, tenth, today = (
        relation(Case(ranking, form))
        for form in (ANY, ORDER, THIRD, TENTH, PossibleWeights(form="share", share=Fraction(0)))
    )

    assert anything <= order
    assert anything <= third <= tenth <= today
    scores = scores_at(case_of(plain), ranking.weights)
    assert today == {(one, other) for one, other in permutations(scores, 2) if scores[one] >= scores[other]}


@given(decisions(), picks)
def test_a_mixture_that_beats_a_candidate_is_ahead_on_every_criterion_and_else_weights_make_it_first(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME, "mixture")
    assert len(findings) == (len(case.candidates) if len(case.candidates) > 2 else 0)
    for finding in findings:
        (name,) = finding.about
        if finding.status == "found":
            shares = {row.candidate: row.share for row in finding.rows if isinstance(row, Mixture)}
            assert isinstance(finding.certificate, Implied)
            assert (dict(finding.certificate.rivals), name in shares) == (shares, False)
            assert sum(shares.values()) == 1
            assert min(shares.values()) > 0
            behind = [gap(case, rival, name) for rival in shares]
            ahead = [product(tuple(shares.values()), column) for column in zip(*behind, strict=True)]
            assert finding.amount is not None
            assert min(ahead) >= finding.amount > 0
        else:
            assert (finding.status, finding.amount) == ("impossible", None)
            assert finding.witness is not None
            assert are_weights(weights_in(finding.witness.change))
            assert name in finding.witness.first


@given(decisions(screened=False))
def test_no_mixture_beats_those_that_can_be_first_and_one_beats_each_that_is_behind_on_everything(
    plain: Plain,
) -> None:
    case = Case(case_of(plain).ranking, ANY)
    beaten = {one.about for one in found(case, NAME, "mixture") if one.status == "found"}
    if len(case.candidates) > 2:
        assert beaten == {one.about for one in found(case, "can-be-first") if one.status == "impossible"}
        assert not beaten & {(name,) for name in winners(case)}
    for name in case.candidates:
        if any(min(gap(case, rival, name)) > 0 for rival in case.candidates if rival != name):
            assert len(case.candidates) == 2 or (name,) in beaten


@given(shuffles)
def test_on_three_criteria_in_order_the_least_margin_is_a_mean_of_the_first_so_many(random: Random) -> None:
    plain = small(random)
    for node, weight in zip(plain["criteria"].values(), "321", strict=True):
        node["weight"] = weight
    case = Case(ranked(plain), ORDER)

    for finding in found(case, NAME, "pair"):
        margin = gap(case, *finding.about)
        means = [sum(margin[:size], Fraction(0)) / size for size in (1, 2, 3)]
        assert (finding.status == "holds") is (min(means) >= 0)
        assert finding.amount in (None, min(means))


@pytest.mark.parametrize(
    ("possible", "least"),
    [
        (ANY, Fraction(-50)),
        (ORDER, Fraction(-15)),  # half and half: (20 - 50) / 2
        # 3 and 1 off by 9 %: 2.73 to 1.09, so 20 * 2.73 - 50 * 1.09 = 0.1 of 3.82
        (PossibleWeights(form="share", share=Fraction(9, 100)), Fraction(5, 191)),
        (TENTH, (20 * Fraction(27, 10) - 50 * Fraction(11, 10)) / Fraction(38, 10)),  # 54 - 55
    ],
)
def test_a_against_b_is_decided_by_the_weights_that_are_possible(possible: PossibleWeights, least: Fraction) -> None:
    finding = the(Case(ranked(pair()), possible), NAME, "pair", "a", "b")

    (row,) = finding.rows
    assert row == Relation("a", "b", False, least)
    assert finding.status == ("holds" if least >= 0 else "impossible")


def test_half_and_half_of_two_extremes_beat_the_middle_by_ten() -> None:
    plain = pair()
    plain["candidates"] = ["a", "b", "c"]
    plain["performance"] = {
        "a": {"price": "0", "speed": "0"},
        "b": {"price": "100", "speed": "10"},
        "c": {"price": "60", "speed": "4"},
    }

    finding = the(Case(ranked(plain)), NAME, "mixture", "c")

    assert (finding.status, finding.amount) == ("found", Fraction(10))  # 50 and 50 against 40 and 40
    assert finding.rows == (Mixture("a", Fraction(1, 2)), Mixture("b", Fraction(1, 2)))
    assert the(Case(ranked(plain)), NAME, "mixture", "a").status == "impossible"
