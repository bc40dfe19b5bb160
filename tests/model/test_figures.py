"""How exact numbers are said: half away from zero, never zero for what is not, and columns that add up."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given

from decide.load.numbers import number
from decide.model.figures import (
    decimal_text,
    decimals_of_scores,
    decimals_that_tell_apart,
    figures_down,
    figures_up,
    fraction_text,
    json_number,
    percent,
    plain,
    printed_difference,
    rounded,
    rounded_to_sum,
    said,
)
from tests.strategies import columns, fractions, numbers, places


@given(numbers)
def test_decimal_text_is_read_back_as_the_same_number(text: str) -> None:
    exact = number(text)

    assert exact == number(decimal_text(exact)) == Fraction(text)


@pytest.mark.parametrize(
    ("exact", "text"),
    [("1e3", "1000"), ("-0.10", "-0.1"), ("0", "0"), ("-0", "0"), ("1e-30", f"0.{'0' * 29}1"), ("1.25e1", "12.5")],
)
def test_decimal_text_is_written_in_full_and_no_longer(exact: str, text: str) -> None:
    assert text == decimal_text(Fraction(exact))


def test_a_third_has_no_decimal_text() -> None:
    with pytest.raises(ValueError, match="1/3 has no finite decimal text"):
        decimal_text(Fraction(1, 3))


@given(fractions, places)
def test_rounding_goes_to_the_nearest_and_half_away_from_zero(exact: Fraction, decimals: int) -> None:
    text = rounded(exact, decimals)

    off = abs(Fraction(text)) - abs(exact)
    half = Fraction(1, 2 * 10**decimals)
    assert -half < off <= half
    assert Fraction(text) * exact >= 0
    assert len(text.partition(".")[2]) == decimals
    assert not (text.startswith("-") and Fraction(text) == 0)


@pytest.mark.parametrize(
    ("exact", "decimals", "text"),
    [
        ("0.25", 1, "0.3"),
        ("-0.25", 1, "-0.3"),
        ("0.35", 1, "0.4"),
        ("0.2499", 1, "0.2"),
        ("-0.04", 1, "0.0"),
        ("-0.05", 1, "-0.1"),
        ("2.5", 0, "3"),
        ("-0.4", 0, "0"),
        ("99.95", 1, "100.0"),
        ("2/3", 4, "0.6667"),
    ],
)
def test_a_number_is_rounded_as_at_school(exact: str, decimals: int, text: str) -> None:
    assert text == rounded(Fraction(exact), decimals)


@given(fractions, places)
def test_what_is_not_zero_is_never_said_to_be_zero(exact: Fraction, decimals: int) -> None:
    assert (exact == 0) == (Fraction(said(exact, decimals)) == 0)
    assert (exact == 0) == (Fraction(said(exact / 10**12, decimals)) == 0)


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("0", "0.0"),
        ("0.04", "0.04"),
        ("-0.0004", "-0.0004"),
        ("0.0000005", "0.000001"),
        ("0.0000004", "4.0e-7"),
        ("12.34", "12.3"),
    ],
)
def test_small_numbers_get_as_many_decimals_as_they_need(exact: str, text: str) -> None:
    assert text == said(Fraction(exact))


@pytest.mark.parametrize(
    ("exact", "text"),
    [("1200", "1200"), ("0.125", "0.125"), ("1/3", "0.3333"), ("0.00001", "0.00001"), ("-2.50", "-2.5")],
)
def test_a_performance_is_said_exactly_where_its_decimals_end_soon(exact: str, text: str) -> None:
    assert text == plain(Fraction(exact))


def test_a_share_is_said_in_percent() -> None:
    assert [percent(Fraction(share)) for share in ("0.1379", "0.0002", "0")] == ["13.8 %", "0.02 %", "0.0 %"]


@given(columns, places)
def test_as_few_decimals_as_tell_different_numbers_apart(exact: Sequence[Fraction], least: int) -> None:
    found = decimals_that_tell_apart(exact, least)

    def shown(decimals: int) -> int:
        return len({rounded(one, decimals) for one in exact})

    assert least <= found <= 6
    assert shown(found) == len(set(exact)) or found == 6
    assert all(shown(fewer) < len(set(exact)) for fewer in range(least, found))


def test_two_scores_a_hundredth_apart_need_two_decimals_and_equal_ones_none() -> None:
    told = [("76.91", "76.92"), ("76.9", "76.9"), ("0", "1e-9")]

    # 1e-9 apart is beyond the six decimals that a reader bears
    assert [decimals_that_tell_apart([Fraction(one) for one in pair]) for pair in told] == [2, 1, 6]


@given(columns)
def test_printed_scores_never_lead_by_more_than_the_lead_that_is_told(exact: Sequence[Fraction]) -> None:
    scores = sorted(exact, reverse=True)[:2]

    decimals = decimals_of_scores(scores)

    def too_large(shown: int) -> bool:
        return printed_difference(scores[0], scores[-1], shown) > Fraction(rounded(scores[0] - scores[-1], shown))

    assert not too_large(decimals) or all(map(too_large, range(decimals, 6)))


def test_scores_whose_difference_would_read_too_large_get_a_decimal_more() -> None:
    # 0.26 and 0.14 would print as 0.3 and 0.1, two tenths apart, and their difference of 0.12 as one tenth
    assert decimals_of_scores([Fraction("0.26"), Fraction("0.14")]) == 2


@given(columns, places)
def test_a_printed_column_adds_up_to_its_printed_sum(exact: Sequence[Fraction], decimals: int) -> None:
    total = Fraction(rounded(sum(exact, Fraction(0)), decimals))

    printed = rounded_to_sum(exact, total, decimals)

    unit = Fraction(1, 10**decimals)
    assert total == sum(map(Fraction, printed))
    assert all(abs(Fraction(text) - one) < unit for text, one in zip(printed, exact, strict=True))
    assert all(Fraction(text) != 0 for text in printed if text.startswith("-"))


@pytest.mark.parametrize(
    ("exact", "decimals", "printed"),
    [
        (("1/3", "1/3", "1/3"), 1, ("0.4", "0.3", "0.3")),  # the first of equal remainders goes up
        (("0.25", "0.25"), 1, ("0.3", "0.2")),
        (("-0.25", "-0.25"), 1, ("-0.2", "-0.3")),
        (("13.79", "23.45", "0.04"), 1, ("13.8", "23.5", "0.0")),  # 37.28 is 37.3
        (("2/3", "2/3", "2/3"), 0, ("1", "1", "0")),
        (("5", "7"), 1, ("5.0", "7.0")),
    ],
)
def test_the_largest_remainders_go_up(exact: tuple[str, ...], decimals: int, printed: tuple[str, ...]) -> None:
    column = [Fraction(one) for one in exact]

    assert printed == rounded_to_sum(column, Fraction(rounded(sum(column, Fraction(0)), decimals)), decimals)


@given(numbers)
def test_a_json_number_is_right_to_twelve_digits(text: str) -> None:
    exact = Fraction(text)

    found = json_number(exact)

    assert abs(Fraction(found) - exact) <= abs(exact) * Fraction(51, 10**13)
    assert (found == 0) == (exact == 0)


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        ("65", "65"),
        ("65.0", "65"),
        ("-0", "0"),
        ("1/3", "0.333333333333"),
        ("2/3", "0.666666666667"),
        ("4/29", "0.137931034483"),
        ("0.1", "0.1"),
        ("100.0000000005", "100"),  # half goes to the even digit
        ("100.0000000015", "100.000000002"),
        ("123456789012345", "123456789012000"),
        ("1e30", "1e+30"),
        ("-12.5", "-12.5"),
    ],
)
def test_json_numbers_have_twelve_digits_and_whole_ones_no_point(exact: str, told: str) -> None:
    assert told == repr(json_number(Fraction(exact)))


def test_the_exact_text_is_in_lowest_terms() -> None:
    assert [fraction_text(Fraction(one)) for one in ("76.9", "65", "-2/6")] == ["769/10", "65", "-1/3"]


@pytest.mark.parametrize(
    ("exact", "down", "up"),
    [
        ("0", "0", "0"),
        ("5/6", "0.83", "0.84"),
        ("123/10", "12", "13"),
        ("4/3", "1.3", "1.4"),
        ("1/8000", "0.00012", "0.00013"),
        ("1/100000000", "0.000000", "0.000001"),
    ],
)
def test_two_figures_are_rounded_to_the_side_that_is_asked_for(exact: str, down: str, up: str) -> None:
    assert (figures_down(Fraction(exact)), figures_up(Fraction(exact))) == (down, up)
