"""Value functions against numbers reckoned by hand."""

from decimal import ROUND_UP, localcontext
from fractions import Fraction

import pytest

from decide.model.tree import CurveScale, LevelScale, RangeScale
from decide.value.functions import extremes, value

RISING, FALLING = RangeScale(Fraction(10), Fraction(30)), RangeScale(Fraction(30), Fraction(10))
LOG = RangeScale(Fraction(1), Fraction(100), logarithmic=True)
CURVE = CurveScale(tuple((Fraction(x), Fraction(y)) for x, y in ((0, 0), (30, 100), (60, 100), (180, 0))))
VALLEY = CurveScale(tuple((Fraction(x), Fraction(y)) for x, y in ((-10, 100), (0, 0), (30, 40))))
LEVELS = LevelScale(("a", "b", "c"), (Fraction(0), Fraction(10), Fraction(100)))


@pytest.mark.parametrize(
    ("amount", "rising", "falling"), [("10", 0, 100), ("30", 100, 0), ("15", 25, 75), ("10.1", "0.5", "99.5")]
)
def test_a_range_is_linear_in_both_directions(amount: str, rising: str, falling: str) -> None:
    found = (value(Fraction(amount), RISING), value(Fraction(amount), FALLING))

    assert (Fraction(rising), Fraction(falling)) == found


def test_thirds_stay_thirds() -> None:
    assert Fraction(100, 3) == value(Fraction(1), RangeScale(Fraction(0), Fraction(3)))


@pytest.mark.parametrize(("amount", "worth"), [(-5, 0), (10, 0), (30, 100), (31, 100)])
def test_beyond_an_end_the_value_is_that_of_the_end(amount: int, worth: int) -> None:
    assert worth == value(Fraction(amount), RISING)


@pytest.mark.parametrize(("amount", "worth"), [(1, 0), (10, 50), (100, 100)])
def test_a_logarithm_is_half_way_at_the_geometric_middle(amount: int, worth: int) -> None:
    assert worth == value(Fraction(amount), LOG)


def test_a_logarithm_that_falls_counts_from_the_other_end() -> None:
    falling = RangeScale(Fraction(45), Fraction(1), logarithmic=True)

    # bc: 100 * (1 - l(3)/l(45)) = 71.13975059201016840731...
    assert Fraction("71.139750592010") == value(Fraction(3), falling)
    assert [value(Fraction(45), falling), value(Fraction(1), falling)] == [0, 100]


@pytest.mark.parametrize(("amount", "worth"), [(2, "15.051499783199"), (3, "23.856062735983"), (7, "42.254902000713")])
def test_a_logarithm_is_rounded_to_twelve_decimals(amount: int, worth: str) -> None:
    # bc: 50 * l(2)/l(10) = 15.0514997831990597..., with l(3) 23.8560627359831218..., with l(7) 42.2549020007128415...
    assert Fraction(worth) == value(Fraction(amount), LOG)


@pytest.mark.parametrize(("power", "worth"), [(1, "0.003051757812"), (3, "0.009155273438")])
def test_a_logarithm_half_way_between_two_decimals_goes_to_the_even_one(power: int, worth: str) -> None:
    scale = RangeScale(Fraction(1), Fraction(2) ** 32768, logarithmic=True)

    # 100 / 32768 = 0.0030517578125 and three times that is 0.0091552734375
    assert Fraction(worth) == value(Fraction(2) ** power, scale)


def test_a_logarithm_does_not_depend_on_the_decimal_context_of_the_moment() -> None:
    with localcontext(prec=3, rounding=ROUND_UP):
        found = value(Fraction(7), LOG)

    assert Fraction("42.254902000713") == found


def test_below_zero_a_clipped_logarithm_is_its_worst_end() -> None:
    assert value(Fraction(-3), LOG) == 0


@pytest.mark.parametrize(("amount", "worth"), [(0, 0), (15, 50), (30, 100), (45, 100), (120, 50), (180, 0)])
def test_a_curve_is_linear_between_its_points(amount: int, worth: int) -> None:
    assert worth == value(Fraction(amount), CURVE)


@pytest.mark.parametrize(("amount", "worth"), [(-1, 0), (181, 0)])
def test_beyond_its_points_a_curve_stays_level(amount: int, worth: int) -> None:
    assert worth == value(Fraction(amount), CURVE)
    assert [value(Fraction(-11), VALLEY), value(Fraction(31), VALLEY)] == [100, 40]


@pytest.mark.parametrize(("place", "worth"), [(0, 0), (1, 10), (2, 100)])
def test_levels_have_the_values_that_are_stated(place: int, worth: int) -> None:
    assert worth == value(Fraction(place), LEVELS)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(15, 90, (50, 100)), (15, 40, (50, 100)), (90, 120, (50, 75)), (0, 180, (0, 100)), (30, 60, (100, 100))],
)
def test_a_range_on_a_curve_takes_in_the_peak_between_its_ends(low: int, high: int, expected: tuple[int, int]) -> None:
    assert list(expected) == list(extremes(Fraction(low), Fraction(high), CURVE))


def test_a_range_on_a_curve_takes_in_the_valley_between_its_ends() -> None:
    assert list(extremes(Fraction(-5), Fraction(30), VALLEY)) == [0, 50]


def test_a_range_on_a_falling_scale_has_its_best_value_at_the_low_end() -> None:
    assert list(extremes(Fraction(15), Fraction(25), FALLING)) == [25, 75]
    assert list(extremes(Fraction(1), Fraction(2), LEVELS)) == [10, 100]
