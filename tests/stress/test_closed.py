"""Laws of the sets of weights over which the least of a direction has a closed form."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given

from decide.model.decision import PossibleWeights
from decide.model.finding import Implied
from decide.solve.exact import minimise
from decide.stress.bounds import least, least_program
from decide.stress.boxes import Boxes, boxes
from decide.stress.case import Case
from decide.stress.order import Order, transport
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions
from tests.stress.drawn import ANY, ORDER, case_of
from tests.stress.proofs import combined, corners

HALF = PossibleWeights(form="share", share=Fraction(1, 2))


@given(decisions() | preferring_decisions(), picks)
def test_the_least_is_that_of_the_program_and_its_multipliers_prove_it(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for one, other in permutations(range(len(case.candidates)), 2):
        direction = case.margin(one, other)
        known = least(case, direction)

        assert known.amount == minimise(least_program(case, direction)).cost + min(case.gains(direction))
        assert known.amount == sum(map(Fraction.__mul__, known.weights, direction))
        stated = combined(case, case.candidates[0], Implied(rows=known.rows))
        rest = tuple(part - implied for part, implied in zip(direction, stated, strict=True))
        assert min(corners(case, rest)) >= known.amount


def test_two_weights_that_are_each_off_by_a_half_lie_between_a_quarter_and_three() -> None:
    plain = pair()
    plain["criteria"]["price"]["weight"] = plain["criteria"]["speed"]["weight"] = "10"
    case = Case(ranked(plain), HALF)

    # 5 and 15 points: 100 * 5 / (5 + 15)
    assert isinstance(case.closed, Boxes)
    assert least(case, (Fraction(100), Fraction(0))).amount == 25
    assert least(case, (Fraction(0), Fraction(-100))).amount == -75
    # 100 w - 25 = 5 * (15 w - 5 (1 - w)), and the row says 15 w >= 5 (1 - w)
    assert [amount for _, amount in least(case, (Fraction(100), Fraction(0))).rows] == [Fraction(5)]


def test_of_an_order_the_least_is_the_least_mean_of_the_heaviest() -> None:
    case = Case(ranked(pair()), ORDER)  # 3/4 and 1/4

    assert isinstance(case.closed, Order)
    assert least(case, (Fraction(30), Fraction(10))).amount == 20
    assert least(case, (Fraction(10), Fraction(30))).amount == 10


@pytest.mark.parametrize("form", [ANY, ORDER])
def test_what_is_no_range_of_each_against_each_has_none(form: PossibleWeights) -> None:
    case = Case(ranked(pair()), form)

    assert boxes(case.possible, len(case.leaves)) is None


def test_a_transport_gives_everybody_what_it_lacks() -> None:
    assert transport([(0, 3), (1, 4)], [(2, 5), (3, 1)]) == [(0, 2, 3), (1, 2, 2), (1, 3, 1)]
