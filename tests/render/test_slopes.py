"""Ranks from column to column: a row for each in every column, in the order of the ranks, in words too."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from decide.model.page import Page, Section
from decide.model.spread import Slope, Slopes
from decide.render import panels, slopes
from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.render.text import text_of
from decide.render.width import width
from tests.render.parsed import parsed
from tests.render.samples import SLOPES

PAGE = Page("t", "", (Section("s", (SLOPES,)),))
ranks = st.lists(st.integers(0, 8), min_size=1, max_size=8)


def test_a_slope_goes_where_it_was_reckoned_by_hand() -> None:
    """Three columns have a third of the width each, three rows 2.4 letters: the first is last in the last of them."""
    drawn = slopes.drawn(SLOPES)

    first = drawn.slopes[-1]
    assert [(stop.x, stop.y, stop.rank) for stop in first.stops] == [
        ("16.67%", "1.2rem", "1"),
        ("50%", "1.2rem", "1"),
        ("83.33%", "6rem", "3"),
    ]
    assert [(step.y1, step.y2) for step in first.steps] == [("1.2rem", "1.2rem"), ("1.2rem", "6rem")]
    assert (drawn.names, drawn.tall, drawn.wide) == (("first", "second", "third"), "7.2rem", False)


def test_who_ties_stands_below_the_other_with_the_same_number_and_the_screened_out_last() -> None:
    drawn = slopes.drawn(SLOPES)

    second, third = drawn.slopes[1], drawn.slopes[0]
    assert [(stop.y, stop.rank) for stop in second.stops] == [("3.6rem", "2"), ("3.6rem", "2"), ("1.2rem", "1")]
    assert [(stop.y, stop.rank) for stop in third.stops] == [("6rem", "–"), ("6rem", "2"), ("3.6rem", "1")]


def test_a_candidate_looks_as_it_does_in_score_lines() -> None:
    drawn = slopes.drawn(SLOPES)

    looks = [(way.stroke, way.dashes, way.thick) for way in reversed(drawn.slopes)]
    assert looks == [panels.look(place) for place in range(3)]


def test_what_is_not_drawn_is_in_the_table_all_the_same() -> None:
    few = replace(SLOPES, shown=(0, 2), lines=(0, 2))

    drawn = slopes.drawn(few)
    told = text_of(Page("t", "", (Section("s", (few,)),)))

    assert (drawn.heads, drawn.names) == (("As written", "other"), ("first", "third"))
    assert "second" not in drawn.label
    assert all(word in told for word in ("second", "one", "2= (50.0)"))


def test_names_are_shortened_in_the_picture_alone_and_many_columns_scroll_on_a_phone() -> None:
    name = "華" * 40
    long = replace(
        SLOPES, columns=("x" * 300,) * 6, shown=tuple(range(6)), slopes=(Slope(name, 0, (1,) * 6, ("1",) * 6),)
    )
    block = replace(long, lines=(0,))

    drawn = slopes.drawn(block)

    assert width(drawn.names[0]) <= slopes.LONGEST_NAME
    assert max(map(width, drawn.heads)) <= slopes.LONGEST_HEAD
    assert drawn.wide
    assert name in html_of(Page("t", "", (Section("s", (block,)),)))


@settings(max_examples=200)
@given(st.lists(ranks, min_size=1, max_size=6).filter(lambda rows: len({len(row) for row in rows}) == 1))
def test_no_two_stand_in_one_place_and_the_better_rank_stands_higher(columns: list[list[int]]) -> None:
    lines = range(len(columns[0]))
    ways = tuple(
        Slope(f"c{line}", line, tuple(column[line] for column in columns), tuple("x" for _ in columns))
        for line in lines
    )
    block = Slopes("t", "r", "c", tuple("k" for _ in columns), ways, tuple(range(len(columns))), tuple(lines))

    drawn = list(reversed(slopes.drawn(block).slopes))

    for place, column in enumerate(columns):
        rows = [float(way.stops[place].y.removesuffix("rem")) for way in drawn]
        assert len(set(rows)) == len(rows)
        by_row = [column[line] or 99 for line in sorted(lines, key=lambda line: rows[line])]
        assert by_row == sorted(by_row)


def test_the_picture_says_in_words_what_it_shows_and_its_numbers_stand_in_a_table_behind_it() -> None:
    root = parsed(html_of(PAGE))

    (drawing,) = [one for one in root.all("svg") if one.attributes.get("role") == "img"]
    assert drawing.attributes["aria-label"] == (
        "first is first for 1 of 2. Ranks by column (As written, one, other): "
        "first 1, 1, 3; second 2, 2, 1; third –, 2, 1"
    )
    assert not [one for one in drawing.all() if "class" in one.attributes or "style" in one.attributes]
    cells = [[cell.text for cell in row.all("th", "td")] for row in root.one("tbody").all("tr")]
    assert cells == [[slope.label, *slope.figures] for slope in SLOPES.slopes]


def test_where_there_is_only_text_it_is_the_title_and_the_table() -> None:
    for told in (markdown_of(PAGE), text_of(PAGE)):
        assert [told.count(word) for word in ("first is first for 1 of 2", "1= (60.0)")] == [1, 2]
