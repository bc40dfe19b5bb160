"""Score lines: where the numbers say, within their field, and one look per candidate."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from decide.model.page import Lines, Page, Panel, Section
from decide.render import panels
from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.render.text import text_of
from tests.render.parsed import parsed
from tests.render.samples import LINES

shares = st.fractions(0, 1, max_denominator=99)
points = st.fractions(0, 100, max_denominator=99)


def test_a_panel_is_where_it_was_reckoned_by_hand() -> None:
    """The field is 264 wide from 28 on, and 144 high above 152: 5/7 of it is at 216.57, and 440/7 points at 61.49."""
    (panel,) = panels.drawn_panels(LINES)

    assert (panel.today, panel.band, panel.band_width) == ("226", "216.57", "75.43")
    assert panel.rings == (("216.57", "61.49"),)
    assert [(line.y1, line.y2) for line in panel.lines] == [("51.2", "65.6"), ("123.2", "36.8")]
    assert panel.lines[-1].thick > panel.lines[0].thick, "the first in rank lies on top"


def test_the_marks_of_the_axes_are_at_the_ends_and_in_the_middle_of_the_field() -> None:
    assert panels.ticks() == (("0", "28", "152"), ("50", "160", "80"), ("100", "292", "8"))


@settings(max_examples=50)
@given(shares, shares, shares, st.lists(st.tuples(points, points), min_size=1, max_size=9))
def test_whatever_is_drawn_stays_in_the_field(
    weight: Fraction, low: Fraction, high: Fraction, ends: list[tuple[Fraction, Fraction]]
) -> None:
    low, high = min(low, high), max(low, high)
    names = tuple(f"n{place}" for place in range(len(ends)))
    panel = Panel("l", "t", "", weight, low, high, tuple(ends), names, ((low, ends[0][0]),))

    (drawn,) = panels.drawn_panels(Lines("t", "r", names, (panel,)))

    across = [drawn.today, drawn.band, str(float(drawn.band) + float(drawn.band_width)), drawn.rings[0][0]]
    heights = [drawn.rings[0][1], *(y for line in drawn.lines for y in (line.y1, line.y2))]
    assert all(panels.LEFT - 0.02 <= float(x) <= panels.RIGHT + 0.02 for x in across)
    assert all(panels.TOP <= float(y) <= panels.BOTTOM for y in heights)


def test_a_candidate_looks_the_same_in_every_panel_and_in_the_legend_and_like_no_other() -> None:
    names = tuple(f"n{place}" for place in range(30))
    panel = replace(LINES.panels[0], ends=((Fraction(1), Fraction(2)),) * 30, figures=names)

    block = replace(LINES, names=names, panels=(panel, panel))

    legend = {name: (stroke, dashes, thick) for stroke, dashes, thick, name in panels.legend(block)}
    assert len(set(legend.values())) == 30
    for drawn in panels.drawn_panels(block):
        looks = {line.title.partition(":")[0]: (line.stroke, line.dashes, line.thick) for line in drawn.lines}
        assert looks == legend


def test_the_first_seven_are_told_apart_by_their_dashes_alone() -> None:
    block = replace(LINES, names=tuple("abcdefg"))

    assert len({dashes for _, dashes, _, _ in panels.legend(block)}) == 7


def test_the_picture_says_in_words_what_it_shows_and_its_numbers_stand_in_a_table_behind_it() -> None:
    root = parsed(html_of(Page("t", "", (Section("s", (LINES,)),))))

    (drawing,) = [one for one in root.all("svg") if one.attributes.get("role") == "img"]
    assert drawing.attributes["aria-label"] == (
        "If price weighs less than 71.4 %, second is first. Today 75.0 %. Scores from a weight of 0 to 100 %: "
        "first 20.0 → 80.0; second 70.0 → 60.0"
    )
    assert not [one for one in drawing.all() if "class" in one.attributes or "style" in one.attributes]
    (table,) = root.all("table")
    assert [cell.text for cell in table.one("tbody").all("th", "td")] == [
        "price",
        "75.0 %",
        "20.0 → 80.0",
        "70.0 → 60.0",
    ]


def test_where_there_is_only_text_it_is_a_sentence_per_weight_and_a_table() -> None:
    page = Page("t", "", (Section("s", (LINES,)),))

    for told in (markdown_of(page), text_of(page)):
        assert "If price weighs less than 71.4 %, second is first" in told
        assert "20.0 → 80.0" in told
