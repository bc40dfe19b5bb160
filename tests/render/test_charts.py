"""Coordinates: nothing leaves its frame, parts lie end to end, and lengths are what the numbers say."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.model.page import Bar, Bars, Dot, Gap, Gaps, Lines, Page, Panel, Part, Scatter, Section, Swing, Tornado
from decide.model.spread import Chance, Judgement, RankLine, RankLines, Slope, Slopes, Spread, Spreads, WorthBar, Worths
from decide.render import charts
from decide.render.html import html_of
from tests.cli.door import DECISIONS
from tests.render.parsed import Element, parsed
from tests.render.test_html import document

CENT = Fraction(1, 100)
points = st.fractions(0, 100, max_denominator=999)
names = st.text("ab é華", min_size=1, max_size=40)


@st.composite
def bar(draw: st.DrawFn) -> Bar:
    """Draw a bar whose parts add up to its amount, which is between low and high."""
    cuts = sorted(draw(st.lists(points, min_size=1, max_size=9)))
    parts = [Part(draw(names), high - low) for low, high in zip([Fraction(0), *cuts], cuts, strict=False)]
    amount = cuts[-1]
    low, high = draw(st.fractions(0, amount)), draw(st.fractions(amount, 100))
    return Bar(draw(names), "1", figure="1", span="x", amount=amount, low=low, high=high, parts=tuple(parts))


def number(text: str) -> Fraction:
    assert text == "0" or not text.startswith("-0")
    return Fraction(text)


@settings(max_examples=50)
@given(bar())
def test_the_parts_of_a_bar_lie_end_to_end_and_sum_to_it(one: Bar) -> None:
    (drawn,) = charts.drawn_bars(Bars("t", "r", (one,)))

    end = Fraction(0)
    for stretch in drawn.stretches:
        assert abs(number(stretch.x) - end) <= 2 * CENT
        end = number(stretch.x) + number(stretch.width)
    assert one.amount is not None
    assert abs(end - one.amount) <= 2 * CENT
    assert end <= 100 + CENT
    assert len(drawn.stretches) == sum(part.amount > 0 for part in one.parts)


@settings(max_examples=50)
@given(bar())
def test_the_line_of_a_bar_spans_what_is_open_and_there_is_none_where_nothing_is(one: Bar) -> None:
    (drawn,) = charts.drawn_bars(Bars("t", "r", (one,)))

    if one.low == one.high:
        assert (drawn.low, drawn.high) == ("", "")
    else:
        assert one.amount is not None
        assert 0 <= number(drawn.low) <= one.amount + CENT
        assert one.amount - CENT <= number(drawn.high) <= 100


@settings(max_examples=50)
@given(bar())
def test_a_part_has_one_colour_on_all_bars_and_in_the_legend(one: Bar) -> None:
    block = Bars("t", "r", (one, replace(one, label="another")))

    fills = [fill for fill, _ in charts.legend(block)]

    shown = [fill for fill, part in zip(fills, one.parts, strict=True) if part.amount > 0]
    assert [[stretch.fill for stretch in drawn.stretches] for drawn in charts.drawn_bars(block)] == [shown, shown]
    assert [label for _, label in charts.legend(block)] == [part.label for part in one.parts]


@settings(max_examples=60)
@given(st.lists(st.fractions(-100, 100, max_denominator=99), min_size=1, max_size=8))
def test_gaps_stay_on_the_strip_begin_where_both_are_equal_and_compare_in_length(amounts: list[Fraction]) -> None:
    block = Gaps("t", "r", "a", "b", tuple(Gap(str(amount), "", amount) for amount in amounts), "")
    even = charts.even(charts.reach([block]))

    drawn = charts.drawn_gaps(block)

    lengths = []
    for amount, gap in zip(amounts, drawn, strict=True):
        left, right = number(gap.x), number(gap.x) + number(gap.width)
        assert -CENT <= left <= right <= 100 + CENT
        assert abs((left if amount >= 0 else right) - even) <= 2 * CENT
        lengths.append((abs(amount), number(gap.width)))
    longest, most = max(lengths)
    assert all(abs(width * longest - amount * most) <= CENT * longest for amount, width in lengths)
    assert most > 0 or longest == 0


@settings(max_examples=50)
@given(st.lists(st.tuples(names, points, points), min_size=1, max_size=12))
def test_dots_and_their_labels_stay_in_the_frame_and_labels_apart(drawn: list[tuple[str, Fraction, Fraction]]) -> None:
    dots = tuple(Dot(label, x, y, "", "", front=bool(place % 2)) for place, (label, x, y) in enumerate(drawn))

    shown = charts.drawn_dots(Scatter("t", "r", "x", "y", dots))

    assert len(shown) == len(dots)
    boxes = []
    for dot in shown:
        x, y = number(dot.x), number(dot.y)
        assert 6 <= x <= charts.SCATTER_WIDTH - 6
        assert 6 <= y <= charts.SCATTER_HEIGHT - 6
        if dot.label:
            wide = sum(8 if letter.isascii() else 16 for letter in dot.label)
            left = number(dot.label_x) - (wide if dot.anchor == "end" else 0)
            foot = number(dot.label_y)
            assert 0 <= left <= left + wide <= charts.SCATTER_WIDTH
            assert 11 <= foot <= charts.SCATTER_HEIGHT
            boxes.append((left, left + wide, foot))
    for place, (left, right, foot) in enumerate(boxes):
        for other_left, other_right, other_foot in boxes[:place]:
            assert right <= other_left or other_right <= left or abs(foot - other_foot) >= 13


def coordinates(drawing: Element) -> list[tuple[float, float]]:
    """Return every corner that is drawn."""
    found: list[tuple[float, float]] = []
    for one in drawing.all():
        at: dict[str, Any] = {name: float(text) for name, text in one.attributes.items() if name in PLACES}
        if one.tag == "line":
            found += [(at["x1"], at["y1"]), (at["x2"], at["y2"])]
        elif one.tag == "rect":
            x, y = at.get("x", 0), at.get("y", 0)
            found += [(x, y), (x + at["width"], y + at["height"])]
        elif one.tag == "circle":
            found += [(at["cx"] - at["r"], at["cy"] - at["r"]), (at["cx"] + at["r"], at["cy"] + at["r"])]
        elif one.tag == "text":
            found.append((at["x"], at["y"]))
    return found


PLACES = {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"}


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_whatever_a_memo_draws_stays_in_its_box(name: str) -> None:
    boxes = [one for one in document(name).all("svg") if "viewbox" in one.attributes]

    assert boxes != []
    for drawing in boxes:
        left, top, width, height = map(float, drawing.attributes["viewbox"].split())
        for x, y in coordinates(drawing):
            assert left - 0.011 <= x <= left + width + 0.011
            assert top - 0.011 <= y <= top + height + 0.011


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_the_stretches_of_a_bar_in_a_memo_add_up_to_the_score_beside_it(name: str) -> None:
    lists = [one for one in document(name).all("ul") if one.attributes.get("class") == "bars"]
    rows = [row for one in lists for row in one.all("li") if row.all("rect")]

    assert rows != []
    for row in rows:
        total = sum(float(rect.attributes["width"]) for rect in row.all("rect"))
        (score,) = row.all("b")
        assert abs(total - float(score.text.rstrip("*"))) < 0.06


def test_a_hostile_label_adds_nothing_to_a_picture() -> None:
    hostile = "</title></text></svg><script>alert(1)</script>"
    dot, gap = Dot(hostile, CENT, CENT, hostile, hostile, front=True), Gap(hostile, hostile, CENT)
    one = Bar(
        hostile, "1", figure=hostile, span=hostile, amount=CENT, low=CENT, high=2 * CENT, parts=(Part(hostile, CENT),)
    )
    line = RankLine(hostile, hostile, hostile, 1, 1, 1, 1, 1, hostile, (Chance(1, CENT, hostile),))
    spread = Spread(hostile, CENT, hostile, hostile, (Judgement(0, CENT, hostile),))
    panel = Panel(hostile, hostile, hostile, CENT, CENT, CENT, ((CENT, CENT),), (hostile,), ((CENT, CENT),))
    blocks = (
        Lines(hostile, hostile, (hostile,), (panel,)),
        Tornado(hostile, hostile, hostile, hostile, CENT, (Swing(hostile, hostile, CENT, 2 * CENT),)),
        Bars(hostile, hostile, (one, Bar(hostile, "–", hostile))),
        Gaps(hostile, hostile, hostile, hostile, (gap,), hostile),
        Scatter(hostile, hostile, hostile, hostile, (dot,)),
        RankLines(hostile, hostile, hostile, 1, (line,)),
        Slopes(hostile, hostile, hostile, (hostile,), (Slope(hostile, 0, (1,), (hostile,)),), (0,), (0,)),
        Spreads(hostile, hostile, (hostile,), (spread,)),
        Worths(hostile, hostile, (WorthBar(hostile, CENT, CENT, hostile, hostile),)),
    )

    root = parsed(html_of(Page("t", "", (Section("s", blocks),))))

    assert root.all("script") == []
    assert root.text.count(hostile) >= 50
