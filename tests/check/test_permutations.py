"""The permutation test against all permutations, and Holm's procedure by hand."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.check.permutations import MOST_DRAWS, correlation_squared, draws_for, holm, permutation_p
from tests.strategies import shuffles

COLUMNS = [
    ([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]),
    ([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]),
    ([1, 1, 2, 2, 3, 3], [5, 1, 4, 1, 3, 2]),
]


def fractions(numbers: Sequence[int]) -> list[Fraction]:
    return [Fraction(number, 3) for number in numbers]


def test_the_correlation_is_pearsons() -> None:
    # deviations -1, 0, 1 and -1, 1, 0: 1 / (2 * 2)
    assert Fraction(1, 4) == correlation_squared(fractions([1, 2, 3]), fractions([4, 6, 5]))
    assert Fraction(1) == correlation_squared(fractions([1, 2, 3]), fractions([9, 6, 3]))


@pytest.mark.parametrize(("xs", "ys"), COLUMNS)
def test_the_share_of_draws_is_near_that_of_all_permutations(xs: list[int], ys: list[int]) -> None:
    seen = correlation_squared(fractions(xs), fractions(ys))
    every = [correlation_squared(fractions(xs), fractions(order)) >= seen for order in permutations(ys)]
    exact = Fraction(sum(every), len(every))

    drawn = permutation_p(fractions(xs), fractions(ys), MOST_DRAWS)

    # five standard errors: draws end with the fiftieth that reaches it, or with the last
    assert abs(drawn - exact) <= max(0.7 * exact, 5 * sqrt(exact / MOST_DRAWS))


@given(st.sampled_from(COLUMNS), shuffles)
def test_the_order_of_the_candidates_makes_no_difference(columns: tuple[list[int], list[int]], random: Random) -> None:
    xs, ys = map(fractions, columns)
    order = list(range(len(xs)))
    random.shuffle(order)

    assert permutation_p(xs, ys, 200) == permutation_p([xs[at] for at in order], [ys[at] for at in order], 200)


def test_there_are_draws_enough_to_be_sure_or_none() -> None:
    level = Fraction("0.05")

    # one pair needs 1 in 20, a hundred pairs 1 in 2000
    assert [draws_for(tests, level) for tests in (1, 28, 99, 100)] == [101, 2801, 9901, 0]


def test_holm_goes_on_as_long_as_the_smallest_left_is_small_enough() -> None:
    # of five tests: 0.01 * 5 = 0.05 is not below 0.05; 0.009 * 5 and 0.012 * 4 are, 0.02 * 3 is not
    level = Fraction("0.05")
    chances = {"a": Fraction("0.012"), "b": Fraction("0.009"), "c": Fraction("0.02"), "d": Fraction("0.001") * 25}

    assert list(holm(chances, level, tests=5)) == ["b", "a"]
    assert list(holm({"a": Fraction("0.01")}, level, tests=5)) == []
