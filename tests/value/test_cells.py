"""Cells become intervals of values, and say what nobody stated."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from decide.model.decision import Cell
from decide.model.ranking import UNKNOWN, Interval
from decide.model.tree import CurveScale, RangeScale
from decide.value.cells import interval
from tests.plain import Plain, ranked
from tests.strategies import decisions

FALLING = RangeScale(Fraction(100), Fraction(0))
PEAK = CurveScale(tuple((Fraction(x), Fraction(y)) for x, y in ((0, 0), (50, 100), (100, 0))))


def cell(**amounts: int) -> Cell:
    exact: dict[str, Any] = {key: Fraction(amount) for key, amount in amounts.items()}
    return Cell(**exact)


def known(low: int, point: Any, high: int, middle: bool = False) -> Interval:
    return Interval(Fraction(low), Fraction(point), Fraction(high), middle=middle)


@pytest.mark.parametrize("nothing", [None, Cell(), Cell(unknown=True), Cell(because="nobody asked")])
def test_what_is_not_known_is_anything_and_counts_fifty(nothing: Cell | None) -> None:
    assert interval(nothing, FALLING) == UNKNOWN
    assert Interval(Fraction(0), Fraction(50), Fraction(100), middle=True, unknown=True) == UNKNOWN


def test_a_number_is_a_point() -> None:
    assert known(70, 70, 70) == interval(cell(is_=30), FALLING)


def test_a_range_without_a_best_guess_is_marked_as_a_middle() -> None:
    assert known(60, 65, 70, middle=True) == interval(cell(low=30, high=40), FALLING)


def test_a_range_of_no_width_is_no_middle() -> None:
    assert known(70, 70, 70) == interval(cell(low=30, high=30), FALLING)


def test_a_best_guess_is_the_point_wherever_it_lies_in_its_range() -> None:
    assert known(10, 70, 70) == interval(cell(is_=30, low=30, high=90), FALLING)


def test_the_middle_is_that_of_the_values_and_not_of_the_amounts() -> None:
    # from 40 to 70 the curve takes 80, 100 and 60: the middle of 60 … 100 is 80, at 55 it has 90
    assert known(60, 80, 100, middle=True) == interval(cell(low=40, high=70), PEAK)


def test_on_a_curve_the_best_guess_may_lie_above_both_ends() -> None:
    assert known(80, 100, 100) == interval(cell(is_=50, low=40, high=60), PEAK)


@given(decisions())
def test_every_value_lies_in_order_between_zero_and_a_hundred(plain: Plain) -> None:
    ranking = ranked(plain)

    intervals = [known for entry in (*ranking.ranked, *ranking.excluded) for known in (*entry.values, entry.score)]
    assert all(0 <= known.low <= known.point <= known.high <= 100 for known in intervals)
