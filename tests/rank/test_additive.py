"""The additive model alone."""

from fractions import Fraction

from decide.rank.additive import additive
from decide.rank.methods import METHODS


def test_a_score_is_the_sum_of_weight_times_value() -> None:
    weights = (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6))
    values = [(Fraction(100), Fraction(50), Fraction(0)), (Fraction(1, 7), Fraction(0), Fraction(60))]

    # 50 + 50/3 = 200/3, 1/14 + 10 = 141/14
    assert (Fraction(200, 3), Fraction(141, 14)) == additive(weights, values)


def test_nobody_has_no_score() -> None:
    assert additive((Fraction(1),), []) == ()


def test_each_method_stands_in_the_table_under_its_name() -> None:
    assert list(METHODS) == [method.name for method in METHODS.values()]
    assert METHODS["additive"].linear
