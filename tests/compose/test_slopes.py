"""Slope charts of ranks: all in the table, and of many candidates and columns those drawn that say most."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from decide.compose.names import Names
from decide.compose.slopes import MOST_COLUMNS, MOST_LINES, Stand, Standings, slope_chart
from decide.model.spread import Slopes
from decide.road.possible import possible_weights
from tests.plain import Plain, ranked
from tests.samples import pair


def names_of(plain: Plain) -> Names:
    known = ranked(plain)
    return Names(known, possible_weights(known))


def many(count: int) -> Names:
    """Return so many candidates, n0 the best of them."""
    plain = pair()
    names = [f"n{place}" for place in range(count)]
    plain["candidates"] = names
    plain["performance"] = {name: {"price": str(place), "speed": "5"} for place, name in enumerate(names)}
    return names_of(plain)


def column(head: str, *order: str) -> Standings:
    """Return a column in which these come in this order."""
    return Standings(head, tuple((name, Stand(place, Fraction(9, place))) for place, name in enumerate(order, 1)))


def test_ranks_and_scores_stand_in_the_table_as_written_and_in_each_column() -> None:
    tie = Standings("tie", (("b", Stand(1, Fraction(50))), ("a", Stand(1, Fraction(50)))))

    block = slope_chart(names_of(pair()), "title", "caption", [column("turned", "b", "a"), tie, column("alone", "b")])

    assert block.columns == ("As written", "turned", "tie", "alone")
    assert [(slope.label, slope.look, slope.ranks, slope.figures) for slope in block.slopes] == [
        ("a", 0, (1, 2, 1, 0), ("1 (65.0)", "2 (4.5)", "1= (50.0)", "screened out")),
        ("b", 1, (2, 1, 1, 1), ("2 (62.5)", "1 (9.0)", "1= (50.0)", "1 (9.0)")),
    ]
    assert (block.shown, block.lines) == ((0, 1, 2, 3), (0, 1))
    assert block.reading.endswith("a dash: screened out.")


def test_nothing_is_said_of_dashes_where_there_are_none() -> None:
    block = slope_chart(names_of(pair()), "t", "c", [column("turned", "b", "a")])

    assert block.reading == "A line is a candidate, the number in a ring its rank in that column."


def test_of_many_columns_those_with_a_first_place_of_their_own_are_drawn_and_the_last() -> None:
    names = many(3)
    same = ["n0", "n1", "n2"]
    columns = [column(f"c{place}", *same) for place in range(9)]
    columns[5], columns[7] = column("five", "n1", "n0", "n2"), column("seven", "n2", "n0", "n1")

    block = slope_chart(names, "t", "c", columns)

    assert [block.columns[place] for place in block.shown] == ["As written", "c0", "c1", "five", "seven", "c8"]
    assert block.reading.endswith("4 columns more are in the table alone.")


def test_of_many_candidates_all_that_are_first_somewhere_are_drawn_and_the_best_of_the_others() -> None:
    names = many(12)
    order = [f"n{place}" for place in range(12)]

    block = slope_chart(names, "t", "c", [column("turned", *reversed(order))])

    assert [block.slopes[line].label for line in block.lines] == [*(f"n{place}" for place in range(7)), "n11"]
    assert len(block.slopes) == 12
    assert block.reading.endswith("4 candidates more are in the table alone.")


@settings(max_examples=200)
@given(st.integers(2, 12), st.lists(st.randoms(use_true_random=False), min_size=1, max_size=12))
def test_what_is_drawn_is_little_in_order_and_has_every_first_place_that_has_room(count: int, turns: list) -> None:  # type: ignore[type-arg]
    order = [f"n{place}" for place in range(count)]
    columns = []
    for place, random in enumerate(turns):
        random.shuffle(order)
        columns.append(column(f"c{place}", *order))

    block: Slopes = slope_chart(many(count), "t", "c", columns)

    assert len(block.shown) == min(len(columns) + 1, MOST_COLUMNS)
    assert len(block.lines) == min(count, MOST_LINES)
    assert list(block.shown) == sorted(set(block.shown))
    assert list(block.lines) == sorted(set(block.lines))
    assert {0, len(columns)} <= set(block.shown)
    firsts = {at for at, slope in enumerate(block.slopes) if any(slope.ranks[place] == 1 for place in block.shown)}
    assert firsts <= set(block.lines)
    assert all(len(slope.ranks) == len(slope.figures) == len(columns) + 1 for slope in block.slopes)
