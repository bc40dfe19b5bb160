"""Laws of the improvement that is enough whatever weights are possible."""

from fractions import Fraction
from random import Random

from hypothesis import given

from decide.model.finding import Cuts
from decide.model.rows import Need
from decide.stress.case import Case
from decide.stress.performance_change import efforts
from tests.plain import Plain, ranked
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress import peer
from tests.stress.drawn import ANY, are_possible, around, case_of, found, gap, product, small
from tests.stress.proofs import least_effort, never_below

NAME = "performance-change"


@given(decisions() | preferring_decisions(), picks)
def test_the_cuts_prove_the_robust_effort_and_that_it_is_enough_under_all_possible_weights(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME, "robust"):
        (name,) = finding.about
        assert isinstance(finding.certificate, Cuts)
        gains = {row.criterion: row.needed_value - row.value for row in finding.rows if isinstance(row, Need)}
        parts = dict(finding.certificate.parts)
        assert list(parts) == [rival for rival in case.candidates if rival != name]
        for rival, proof in parts.items():
            improved = tuple(
                margin + gains.get(leaf, Fraction(0))
                for leaf, margin in zip(case.leaves, gap(case, name, rival), strict=True)
            )
            assert never_below(case, improved, proof, Fraction(0))
        assert finding.amount == least_effort(case, name, efforts(case), finding.certificate)
        assert (finding.status == "holds") is (not gains) is (finding.witness is None)


@given(decisions(), picks, shuffles)
def test_after_a_robust_improvement_the_candidate_is_first_whatever_weights_are_possible(
    plain: Plain, pick: int, random: Random
) -> None:
    case = case_of(plain, pick)
    if case.possible.mixed:
        return
    for finding in found(case, NAME, "robust"):
        (name,) = finding.about
        gains = {row.criterion: row.needed_value - row.value for row in finding.rows if isinstance(row, Need)}
        for weights in around(case, random, 5):
            if are_possible(case, weights):
                gained = product(weights, tuple(gains.get(leaf, Fraction(0)) for leaf in case.leaves))
                assert all(
                    product(weights, gap(case, name, rival)) + gained >= 0 for rival in case.candidates if rival != name
                )


@given(decisions() | preferring_decisions(), picks)
def test_another_solver_finds_the_same_robust_effort(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME, "robust"):
        assert finding.amount is not None
        assert peer.close(finding.amount, peer.robust_effort(case, finding.about[0], efforts(case)))


@given(shuffles)
def test_with_all_weights_possible_the_robust_effort_is_what_each_criterion_lacks(random: Random) -> None:
    case = Case(ranked(small(random)), ANY)
    for finding in found(case, NAME, "robust"):
        own = case.values[case.candidates.index(finding.about[0])]
        lacks = [max(max(row[at] for row in case.values) - worth, Fraction(0)) for at, worth in enumerate(own)]
        assert finding.amount == sum(lacks)
