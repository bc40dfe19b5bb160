"""Performances as typed become cells on the scale of their leaf, or are refused."""

from fractions import Fraction

import pytest

from decide.model.decision import Cell
from tests.load.reading import faultless, problems

TEXT = """\
decide: 1
title: Which model?
candidates: [Acme]
criteria:
  price: {range: {worst: 100, best: 0}PRICE}
  size: {levels: [7B, 13B, open.., 70B]}
  age: {levels: [1, 2, 3]}
  delay: {curve: {0: 0, 30: 100, 180: 0}DELAY}
performance:
  Acme: {CELL}
"""


def text(cell: str, *, price: str = "", delay: str = "") -> str:
    """Return a decision with one cell, and more at two of its criteria."""
    return TEXT.replace("CELL", cell).replace("PRICE", price).replace("DELAY", delay)


def cell(typed: str) -> Cell | None:
    """Return the one cell, or None where nothing was said."""
    rows = dict(faultless(text(typed)).performance)
    cells = [read for _, read in rows["acme"]]
    return cells[0] if cells else None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("price: 45", Cell(is_=Fraction(45))),
        ("price: {is: 45}", Cell(is_=Fraction(45))),
        ("price: '45'", Cell(is_=Fraction(45))),
        ("price: 3..6", Cell(low=Fraction(3), high=Fraction(6))),
        ("price: {low: 3, high: 6}", Cell(low=Fraction(3), high=Fraction(6))),
        ("price: {is: 3..6}", Cell(low=Fraction(3), high=Fraction(6))),
        ("price: {is: 4, low: 3, high: 6}", Cell(is_=Fraction(4), low=Fraction(3), high=Fraction(6))),
        ("price: {is: , low: 3, high: 6}", Cell(low=Fraction(3), high=Fraction(6))),
        ("price: 5..5", Cell(low=Fraction(5), high=Fraction(5))),
        ("price: unknown", Cell(unknown=True)),
        ("price: {is: unknown, because: not asked}", Cell(unknown=True, because="not asked")),
        ("price: {because: to be asked}", Cell(because="to be asked")),
        ("price: ", None),
        ("price: {}", None),
        ("size: 13B", Cell(is_=Fraction(1))),
        ("size: 3", Cell(is_=Fraction(3))),
        ("size: 0", Cell(is_=Fraction(0))),
        ("size: 7B..70B", Cell(low=Fraction(0), high=Fraction(3))),
        ("size: 0..1", Cell(low=Fraction(0), high=Fraction(1))),
        ("size: open..", Cell(is_=Fraction(2))),
        ("age: 1", Cell(is_=Fraction(0))),
        ("age: 1..3", Cell(low=Fraction(0), high=Fraction(2))),
    ],
)
def test_a_cell_is_a_number_a_level_a_range_or_unknown(typed: str, expected: Cell | None) -> None:
    assert cell(typed) == expected


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        ("price: 101", "off-range", "101 lies outside the scale 0 … 100"),
        ("price: -1..5", "off-range", "-1 lies outside the scale 0 … 100"),
        ("price: {is: 5, low: 1, high: 200}", "off-range", "200 lies outside the scale 0 … 100"),
        ("price: 6..3", "bad-range", "6..3 begins with its upper end"),
        ("price: {low: 6, high: 3}", "bad-range", "low, is and high are not in this order"),
        ("price: {is: 9, low: 3, high: 6}", "bad-range", "low, is and high are not in this order"),
        ("price: {is: 4, low: 3}", "bad-range", "only one end of the range is given"),
        ("price: {is: 3..4, high: 5}", "bad-range", "3..4 is a range, and  high:  gives another"),
        ("price: {is: unknown, low: 1, high: 2}", "bad-range", "this says that nothing is known"),
        ("price: {low: 3, high: unknown}", "bad-range", "an end of a range is a number or a level"),
        ("price: [1, 2]", "wrong-type", "cell is a group of keys; this is a list"),
        ("price: {is: [1, 2]}", "wrong-type", "a performance is a number, a level, lo..hi or unknown"),
        ("size: 7b", "off-scale", "“7b” is none of the levels, nor a number from 0 to 3"),
        ("size: 4", "off-scale", "“4” is none of the levels, nor a number from 0 to 3"),
        ("size: 00002", "off-scale", "“00002” is none of the levels, nor a number from 0 to 3"),
        ("size: 1.0", "off-scale", "“1.0” is none of the levels, nor a number from 0 to 3"),
        ("size: -1", "off-scale", "“-1” is none of the levels, nor a number from 0 to 3"),
        ("size: opne..", "off-scale", "“opne..” is none of the levels, nor a number from 0 to 3"),
        ("size: 7B..80B", "off-scale", "“80B” is none of the levels, nor a number from 0 to 3"),
        ("size: 70B..7B", "bad-range", "70B..7B begins with its upper end"),
        ("age: 0", "off-scale", "“0” is none of the levels"),
        ("delay: 181", "off-range", "181 lies outside the scale 0 … 180"),
    ],
)
def test_a_cell_that_is_none_of_these_is_refused_once(typed: str, code: str, message: str) -> None:
    (problem,) = problems(text(typed))

    assert problem.code == code
    assert problem.message.startswith(message)


def test_a_row_without_cells_is_no_fault() -> None:
    assert faultless(TEXT.replace("{CELL}", "").replace("PRICE", "").replace("DELAY", "")).performance == (
        ("acme", ()),
    )


def test_a_cell_beyond_the_scale_is_kept_as_it_was_found_where_the_criterion_says_clip() -> None:
    rows = dict(faultless(text("price: 145", price=", beyond: clip")).performance)

    assert rows["acme"] == (("price", Cell(is_=Fraction(145))),)


def test_a_criterion_may_clip_on_the_scale_of_its_group() -> None:
    inherited = text("price: 145").replace(
        "price: {range: {worst: 100, best: 0}}",
        "cost: {range: {worst: 100, best: 0}, criteria: {price: {beyond: clip}, fee: {}}}",
    )

    assert problems(inherited) == ()


@pytest.mark.parametrize(
    ("limit", "code", "message"),
    [
        (", limit: 120", "off-range", "120 lies outside the scale 0 … 100"),
        (", limit: 120, beyond: clip", "off-range", "this limit lies outside the scale 0 … 100"),
        (", limit: 10..20", "wrong-type", "a limit is one amount, not a range"),
        (", limit: 10%", "wrong-type", "10% has a % sign"),
        (", limit: ", "wrong-type", "nothing stands after  limit:"),
    ],
)
def test_a_limit_that_would_say_nothing_is_refused(limit: str, code: str, message: str) -> None:
    (problem,) = problems(text("price: 45", price=limit))

    assert problem.code == code
    assert problem.message.startswith(message)


@pytest.mark.parametrize("limit", [", limit: 60", ", limit: 60..20", ", limit: 20 .. 60"])
def test_a_limit_on_a_curve_is_the_stretch_that_is_accepted(limit: str) -> None:
    (problem,) = problems(text("price: 45", delay=limit))

    assert problem.hint.startswith("write ")
    assert problems(text("price: 45", delay=", limit: 20..60")) == ()
