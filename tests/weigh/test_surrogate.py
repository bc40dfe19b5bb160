"""Surrogate weights against their closed forms."""

from fractions import Fraction

import pytest

from decide.weigh.surrogate import FORMULAS, centroid, from_order, rank_sum, reciprocal


def test_the_centroid_of_three_is_eleven_five_and_two_eighteenths() -> None:
    # (1 + 1/2 + 1/3) / 3, (1/2 + 1/3) / 3, (1/3) / 3
    assert (Fraction(11, 18), Fraction(5, 18), Fraction(2, 18)) == centroid(3)


def test_the_rank_sum_of_three_is_three_two_and_one_sixth() -> None:
    assert (Fraction(3, 6), Fraction(2, 6), Fraction(1, 6)) == rank_sum(3)


def test_the_reciprocal_of_three_is_six_three_and_two_elevenths() -> None:
    # 1, 1/2, 1/3 over 11/6
    assert (Fraction(6, 11), Fraction(3, 11), Fraction(2, 11)) == reciprocal(3)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("count", [1, 2, 7, 200])
def test_surrogate_weights_sum_to_one_and_fall(formula: str, count: int) -> None:
    weights = FORMULAS[formula](count)

    assert sum(weights) == 1
    assert sorted(weights, reverse=True) == list(weights)
    assert len(set(weights)) == count


def test_the_centroid_is_the_mean_of_the_corners_of_its_order() -> None:
    # the corners of w1 >= w2 >= w3 >= w4 are (1, 0, 0, 0), (1/2, 1/2, 0, 0), … (Barron and Barrett 1996)
    corners = [[Fraction(1, size)] * size + [Fraction(0)] * (4 - size) for size in range(1, 5)]

    assert tuple(sum(column) / 4 for column in zip(*corners, strict=True)) == centroid(4)


def test_those_tied_share_the_mean_of_their_places() -> None:
    # places 2 and 3 of the centroid of three: (5/18 + 2/18) / 2
    expected = {"a": Fraction(11, 18), "b": Fraction(7, 36), "c": Fraction(7, 36)}

    assert expected == from_order((("a",), ("b", "c")), "centroid")


def test_an_order_of_one_tie_weighs_alike() -> None:
    assert dict.fromkeys("abc", Fraction(1, 3)) == from_order((("a", "b", "c"),), "reciprocal")
