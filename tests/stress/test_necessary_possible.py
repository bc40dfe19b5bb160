"""Laws of who is at least as good as whom always, or somewhere, over weights and performances together."""

from fractions import Fraction
from itertools import permutations

from hypothesis import given

from decide.model.finding import Implied, Sometimes
from decide.model.rows import Margin
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions
from tests.stress import peer
from tests.stress.drawn import (
    ANY,
    ORDER,
    TENTH,
    THIRD,
    Vector,
    are_possible,
    case_of,
    found,
    product,
    ranks_after,
    the,
    weights_in,
)
from tests.stress.proofs import never_below

NAME = "necessary-possible"
Pair = tuple[str, ...]


def relations(case: Case) -> tuple[set[Pair], set[Pair]]:
    """Return who is at least as good as whom necessarily, and possibly."""
    findings = found(case, NAME)
    necessary = {one.about for one in findings if one.status == "holds"}
    return necessary, necessary | {one.about for one in findings if one.status == "found"}


def least(case: Case, one: str, other: str) -> Vector:
    """Return the low of one less the high of the other."""
    mine, theirs = (case.entries[case.candidates.index(name)].values for name in (one, other))
    return tuple(low.low - high.high for low, high in zip(mine, theirs, strict=True))


@given(decisions() | preferring_decisions(), picks)
def test_multipliers_prove_what_is_necessary_or_never_and_a_witness_shows_what_is_possible(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain, pick)
    findings = found(case, NAME)
    assert [one.about for one in findings] == list(permutations(case.candidates, 2))
    for finding in findings:
        one, other = finding.about
        (row,) = finding.rows
        assert isinstance(row, Margin)
        assert row.least <= row.most
        if finding.witness is not None:
            assert are_possible(case, weights_in(finding.witness.change))
            assert ranks_after(case, finding.witness.change) == dict(finding.witness.ranks)
        if finding.status == "holds":
            assert isinstance(finding.certificate, Implied)
            assert finding.amount == row.least >= 0
            assert never_below(case, least(case, one, other), finding.certificate, row.least)
            assert finding.witness is not None
            assert product(weights_in(finding.witness.change), least(case, one, other)) == row.least
            continue
        both = finding.certificate
        upper = both.most if isinstance(both, Sometimes) else both
        assert isinstance(upper, Implied)
        assert never_below(case, least(case, other, one), upper, -row.most)
        assert row.least < 0
        assert (finding.status == "impossible") is (row.most < 0)
        assert isinstance(both, Sometimes) is (finding.witness is not None) is (finding.status == "found")
        if isinstance(both, Sometimes) and finding.witness is not None:
            otherwise = tuple(weight for _, weight in both.weights)
            assert are_possible(case, otherwise)
            assert product(otherwise, least(case, one, other)) == row.least
            assert finding.amount == row.most
            after = dict(finding.witness.ranks)
            assert after[one] < after[other] if row.most else after[one] == after[other]


@given(decisions() | preferring_decisions(), picks)
def test_another_solver_finds_the_same_least_margins(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in found(case, NAME):
        (row,) = finding.rows
        assert isinstance(row, Margin)
        assert peer.close(row.least, peer.least(case, least(case, *finding.about)))


@given(decisions() | preferring_decisions(), picks)
def test_what_is_necessary_is_possible_and_transitive_and_of_two_one_is_necessary_or_the_other_possible(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain, pick)
    necessary, possible = relations(case)
    assert necessary <= possible
    assert {(one, last) for one, two in necessary for other, last in necessary if two == other and one != last} <= (
        necessary
    )
    for one, other in permutations(case.candidates, 2):
        assert (one, other) in necessary or (other, one) in possible
        assert (one, other) in possible or (other, one) in possible


@given(decisions() | preferring_decisions())
def test_fewer_possible_weights_make_more_necessary_and_less_possible(plain: Plain) -> None:
    ranking = case_of(plain).ranking
    anything, order, third, tenth = (relations(Case(ranking, form)) for form in (ANY, ORDER, THIRD, TENTH))
    for wide, narrow in ((anything, order), (anything, third), (third, tenth)):
        assert wide[0] <= narrow[0]
        assert narrow[1] <= wide[1]


@given(decisions() | preferring_decisions(), picks)
def test_without_ranges_what_is_necessary_is_what_holds_among_the_dominances(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    if case.lows == case.highs:
        necessary, _ = relations(case)
        assert necessary == {one.about for one in found(case, "dominance", "pair") if one.status == "holds"}


def test_a_range_that_reaches_over_the_other_undoes_what_is_necessary() -> None:
    plain = pair()
    plain["performance"] = {"a": {"price": "20", "speed": "7"}, "b": {"price": "40", "speed": "6..8"}}
    case = Case(ranked(plain))  # in order: all on price, or half and half

    one, other = the(case, NAME, "", "a", "b"), the(case, NAME, "", "b", "a")

    assert (one.status, one.amount) == ("holds", Fraction(5))  # 80 and 70 against 60 and 80, half and half
    assert (other.status, other.amount) == ("impossible", None)
    anything = Case(ranked(plain), ANY)
    assert [one.amount for one in found(anything, NAME)] == [20, 10]
