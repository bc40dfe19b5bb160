"""What is worth finding out is told with its points, its money and its chance, none larger than is known."""

from fractions import Fraction

from decide.compose.information import blocks, headline
from decide.compose.names import Names
from decide.model.finding import Finding
from decide.model.page import Table, Text
from decide.road.findings import findings
from decide.road.possible import possible_weights
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.stress.test_information import priced


def told(plain: Plain) -> tuple[list[Finding], Names]:
    known = ranked(plain)
    return list(findings(known, ["information"])), Names(known, possible_weights(known))


def test_a_cell_is_told_with_its_gain_in_points_and_money_and_its_chance() -> None:
    """b's price is worth 50 … 70, so b scores 55 … 70 against 65: 5 / 6 of a point, with a chance of a third."""
    (everything, cell), names = told(priced())

    assert headline(cell, names) == (
        "knowing b on price before choosing gains 0.83 points, as much as 1.11 on price; with a chance of 33.3 % it "
        "changes the choice"
    )
    assert headline(everything, names) == (
        "Finding out all that is open (1 performance) before choosing gains 0.83 points, as much as 1.11 on price; "
        "with a chance of 33.3 % another than a comes out first"
    )
    said = list(blocks([everything, cell], names))
    assert [one.text for one in said if isinstance(one, Text)][1:] == ["Ask this first: b on price."]
    (table,) = (one for one in said if isinstance(one, Table))
    assert table.rows == (("b on price", "0.83", "1.11", "33.3 %", "b"),)


def test_where_nothing_can_change_the_choice_nothing_is_asked() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "40..41"
    found, names = told(plain)

    assert [headline(one, names) for one in found] == [
        "Nothing that can come out within the ranges changes the choice of a at these weights",
        "knowing b on price before choosing does not change the choice, whatever comes out",
    ]
    assert not any(isinstance(one, Table) for one in blocks(found, names))


def test_bounds_are_told_as_bounds_and_what_is_tiny_as_that() -> None:
    plain = priced()
    plain["performance"]["b"] = {"price": "30..50", "speed": "6..8"}
    found, names = told(plain)

    assert " to " in headline(found[0], names).split(";")[1]
    tight = priced()
    tight["performance"]["b"]["price"] = "36.66..50"
    (everything, _), names = told(tight)
    assert everything.amount is not None
    assert everything.amount < Fraction(1, 1000)
    assert "gains less than 0.001 points; with a chance of less than 0.1 %" in headline(everything, names)


def test_that_another_is_expected_to_score_most_is_told() -> None:
    plain = pair()
    plain["performance"]["a"]["price"] = {"is": "20", "low": "20", "high": "50"}
    found, names = told(plain)

    assert [one.text for one in blocks(found, names) if isinstance(one, Text)][1] == (
        "Over all that is open b is expected to score most (62.5 against 57.5), although a is first as the decision is "
        "written: best guesses need not lie in the middle of their ranges."
    )


def test_where_nothing_is_open_that_is_said() -> None:
    found, names = told(pair())

    assert [one.text for one in blocks(found, names) if isinstance(one, Text)] == [
        "Nothing is open, so there is nothing to find out."
    ]
