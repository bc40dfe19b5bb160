"""Numbers are read from the text as typed, exactly, or refused with what to write instead."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.load.mistakes import shortened
from decide.load.numbers import NotANumber, age, chance, day, measure, number, share, split_range


def refused(parse: Callable[[str], Any], text: str) -> tuple[str, str, str]:
    """Return code, cause and remedy of a refusal."""
    with pytest.raises(NotANumber) as caught:
        parse(text)
    return caught.value.code, str(caught.value), caught.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", Fraction(0)),
        ("0.1", Fraction(1, 10)),
        ("1e3", Fraction(1000)),
        ("1E3", Fraction(1000)),
        ("1.5e3", Fraction(1500)),
        ("1.5e+3", Fraction(1500)),
        ("25e-2", Fraction(1, 4)),
        ("-7.25", Fraction(-29, 4)),
        ("4.10", Fraction(41, 10)),
        ("2024", Fraction(2024)),
        ("1e30", Fraction(10**30)),
        ("-1e30", Fraction(-(10**30))),
        ("1e-30", Fraction(1, 10**30)),
        ("123456789012345678901234567890", Fraction(123456789012345678901234567890)),
        ("0." + "0" * 29 + "1", Fraction(1, 10**30)),
        ("1" + "0" * 30, Fraction(10**30)),
        ("1." + "0" * 5000, Fraction(1)),
        ("1e" + "0" * 5000 + "1", Fraction(10)),
        ("0." + "0" * 900 + "1e901", Fraction(1)),
    ],
    ids=lambda given: shortened(str(given)),
)
def test_a_number_is_its_exact_decimal(text: str, expected: Fraction) -> None:
    assert number(text) == expected


@pytest.mark.parametrize("zero", ["-0", "-0.0", "0e5", "0.000", "0e999999999", "-0e-400"])
def test_there_is_one_zero(zero: str) -> None:
    assert str(number(zero)) == "0"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("1e31", "1e31 is out of bounds"),
        ("9e30", "9e30 is out of bounds"),
        ("1e-31", "1e-31 is out of bounds"),
        ("1e400", "1e400 is out of bounds"),
        ("1e-999999999", "1e-999999999 is out of bounds"),
        ("1e99999999999999999999", "1e99999999999999999999 is out of bounds"),
        ("1234567890123456789012345678901", "the number has 31 digits; 30 are read"),
        ("0.1234567890123456789012345678901", "the number has 31 digits; 30 are read"),
    ],
)
def test_a_number_beyond_the_limits_is_refused_before_any_arithmetic(text: str, cause: str) -> None:
    assert refused(number, text)[:2] == ("too-large", cause)


@pytest.mark.parametrize(
    ("text", "cause", "remedy"),
    [
        ("010", "010 begins with 0", "write  10"),
        ("-007.50", "-007.50 begins with 0", "write  -7.50"),
        ("00", "00 begins with 0", "write  0"),
        ("1_000", "1_000 has marks between its digits", "write  1000"),
        ("1,200", "1,200 has marks between its digits", "write  1200"),
        ("-1,200,000.50", "-1,200,000.50 has marks between its digits", "write  -1200000.50"),
        ("1 200", "1 200 has marks between its digits", "write  1200"),
        ("1\u00a0200", "1\u00a0200 has marks between its digits", "write  1200"),
        ("1’200", "1’200 has marks between its digits", "write  1200"),
        ("1.200,50", "1.200,50 has marks between its digits", "write  1200.50"),
        ("1.200.000", "1.200.000 has marks between its digits", "write  1200000"),
        ("1,5", "1,5 has a decimal comma", "write  1.5"),
        ("-0,25", "-0,25 has a decimal comma", "write  -0.25"),
        (".5", ".5 is not a number in full", "write  0.5"),
        ("-.5", "-.5 is not a number in full", "write  -0.5"),
        ("5.", "5. is not a number in full", "write  5"),
        ("5.e3", "5.e3 is not a number in full", "write  5e3"),
        ("+5", "+5 is not a number in full", "write  5"),
        ("+.5", "+.5 is not a number in full", "write  0.5"),
        ("0x1F", "0x1F is not a decimal number", "write it with the digits 0 … 9"),
        ("0b101", "0b101 is not a decimal number", "write it with the digits 0 … 9"),
        ("1:30", "1:30 is a time, not a number", "write it in one unit, stated once at the criterion"),
        ("١٢", "١٢ is written with other digits than 0 … 9", "write it with 0 … 9"),
        ("１２", "１２ is written with other digits than 0 … 9", "write it with 0 … 9"),
        ("2024-03-01", "2024-03-01 is a date", "write it as days from the decision, with  unit: days"),
        ("2024-05", "2024-05 is a date", "write it as days from the decision, with  unit: days"),
        ("13.02.2025", "13.02.2025 is a date", "write it as days from the decision, with  unit: days"),
        ("4-6", "4-6 is not a number", "a range is written  4..6"),
        ("4 to 6", "4 to 6 is not a number", "a range is written  4..6"),
        ("-5 – -3", "-5 – -3 is not a number", "a range is written  -5..-3"),
        (">= 3", ">= 3 is not a number", "write only the number: the direction follows from the scale"),
        ("≤3", "≤3 is not a number", "write only the number: the direction follows from the scale"),
        ("20%", "20% has a % sign", "write the number; the unit stands once, at the criterion"),
        ("20 EUR", "20 EUR is more than a number", "write the number; the unit stands once, at the criterion"),
        ("€20", "€20 is more than a number", "write the number; the unit stands once, at the criterion"),
        (
            "20 EUR/month",
            "20 EUR/month is more than a number",
            "write the number; the unit stands once, at the criterion",
        ),
        ("5k", "5k is shortened", "write all its digits"),
        ("2.5M", "2.5M is shortened", "write all its digits"),
        ("~20", "~20 is more than a number", "write the number, or a range"),
        ("1.2.3", "1.2.3 is not a number", "write one decimal point"),
        ("n/a", "n/a is not a number", "write a number, or  unknown  in a performance"),
        ("TBD", "TBD is not a number", "write a number, or  unknown  in a performance"),
        ("-", "- is not a number", "write a number, or  unknown  in a performance"),
        ("", "an empty text is not a number", "write a number such as  12  or  0.5"),
        ("cheap", "cheap is not a number", "write a number such as  12  or  0.5"),
    ],
)
def test_a_usual_mistake_is_told_with_what_to_write_instead(text: str, cause: str, remedy: str) -> None:
    assert refused(number, text) == ("wrong-type", cause, remedy)


@pytest.mark.parametrize("text", ["NaN", ".nan", "nan", "inf", "-inf", ".INF", "-.Inf", "Infinity", "+infinity"])
def test_what_is_not_finite_is_told_as_such(text: str) -> None:
    assert refused(number, text)[:2] == ("not-finite", f"{text} is not a finite number")


@given(st.integers(-(10**29), 10**29), st.integers(-30, 29))
def test_every_number_within_the_limits_reads_as_what_it_says(digits: int, exponent: int) -> None:
    value = Fraction(digits) * Fraction(10) ** exponent

    if value == 0 or Fraction(1, 10**30) <= abs(value) <= 10**30:
        assert number(f"{digits}e{exponent}") == value
    else:
        assert refused(number, f"{digits}e{exponent}")[0] == "too-large"


@given(st.text(max_size=40) | st.text("0123456789.,-+eE%_ x", max_size=40))
def test_a_text_is_a_number_or_refused_and_nothing_else_happens(text: str) -> None:
    told = ""
    try:
        told = str(number(text))
    except NotANumber as error:
        told = error.hint

    assert told


@pytest.mark.parametrize(
    ("text", "expected"),
    [("45", (Fraction(45), False)), ("40%", (Fraction(40), True)), ("12.5 %", (Fraction(25, 2), True))],
)
def test_a_weight_is_points_or_percents(text: str, expected: tuple[Fraction, bool]) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("30%", Fraction(3, 10)), ("0.3", Fraction(3, 10)), ("2", Fraction(2))])
def test_a_share_is_written_in_percent_or_as_a_number(text: str, expected: Fraction) -> None:
    assert share(text) == expected


def test_a_share_below_nothing_and_a_chance_above_certainty_are_refused() -> None:
    assert refused(share, "-1")[:2] == ("off-range", "a share is never negative")
    assert refused(chance, "-5%")[:2] == ("off-range", "a share is never negative")
    assert refused(chance, "120%")[:2] == ("off-range", "120% is more than certain")
    assert chance("100%") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3..6", ("3", "6")),
        ("-5..-3", ("-5", "-3")),
        ("poor..good", ("poor", "good")),
        ("3", None),
        ("5%..20%", ("5%", "20%")),
    ],
)
def test_two_dots_make_a_range(text: str, expected: tuple[str, str] | None) -> None:
    assert split_range(text) == expected


@pytest.mark.parametrize(
    ("text", "cause", "remedy"),
    [
        ("3 .. 6", "blanks stand around  ..", "write  3..6"),
        ("3.. 6", "blanks stand around  ..", "write  3..6"),
        ("3...6", "3...6 has three dots", "write  3..6"),
        ("3..", "3.. lacks an end", "write  lo..hi"),
        ("..6", "..6 lacks an end", "write  lo..hi"),
    ],
)
def test_a_range_that_is_not_whole_is_refused(text: str, cause: str, remedy: str) -> None:
    assert refused(split_range, text) == ("wrong-type", cause, remedy)


@pytest.mark.parametrize("text", ["2025-02-13", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_of_the_calendar_is_a_date(text: str) -> None:
    assert day(text, partial=False) == text
    assert day(text, partial=True) == text


@pytest.mark.parametrize("text", ["2025", "2025-02", "unknown"])
def test_a_part_of_a_date_stands_only_where_that_is_allowed(text: str) -> None:
    assert day(text, partial=True) == text
    assert refused(lambda typed: day(typed, partial=False), text) == (
        "wrong-type",
        f"{text} is not a date",
        "write it as  YYYY-MM-DD",
    )


@pytest.mark.parametrize(
    "text",
    ["2025-02-30", "2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01", "2025-01-00"],
)
def test_a_day_that_never_was_is_refused(text: str) -> None:
    assert refused(lambda typed: day(typed, partial=False), text)[1] == f"{text} is no day of the calendar"


@pytest.mark.parametrize(
    "text", ["13.02.2025", "02/13/2025", "2025-2-13", "2025-02-13T10:00", "13 February 2025", "２０２５"]
)
def test_another_way_to_write_a_date_is_refused(text: str) -> None:
    assert refused(lambda typed: day(typed, partial=True), text)[1] == f"{text} is not a date"


def test_an_age_is_a_number_of_days() -> None:
    assert age("90 days") == 90
    assert age("1 day") == 1
    assert refused(age, "3 months") == ("wrong-type", "3 months is not an age", "write it as  90 days")
    assert refused(age, "90") == ("wrong-type", "90 is not an age", "write it as  90 days")
