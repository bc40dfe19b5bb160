"""What moves a lead: bars as long as the numbers say, parted where the two are level."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from decide.model.page import Page, Section, Swing, Tornado
from decide.render import tornado
from decide.render.html import html_of
from tests.render.parsed import parsed
from tests.render.samples import TORNADO

leads = st.fractions(-100, 100, max_denominator=99)


def test_a_tornado_is_where_it_was_reckoned_by_hand() -> None:
    """The strip goes from -2 to 8 points, ten of its hundredths for each: level is at 20, the lead of 3 at 50."""
    speed, price = tornado.drawn_swings(TORNADO)

    assert (tornado.level(TORNADO), tornado.today(TORNADO)) == ("20", "50")
    assert [(half.x, half.width) for half in speed.halves] == [("0", "20"), ("20", "80")]
    assert [(half.x, half.width) for half in price.halves] == [("30", "20")]
    assert speed.halves[0].fill != speed.halves[1].fill == price.halves[0].fill


@settings(max_examples=60)
@given(st.fractions(0, 100, max_denominator=99), st.lists(st.tuples(leads, leads), min_size=1, max_size=6))
def test_bars_stay_on_the_strip_and_have_a_half_on_each_side_that_they_reach(
    lead: Fraction, ends: list[tuple[Fraction, Fraction]]
) -> None:
    swings = tuple(Swing("s", "1", min(pair), max(pair)) for pair in ends)
    block = Tornado("t", "r", "a", "b", lead, swings)

    drawn = tornado.drawn_swings(block)

    assert 0 <= float(tornado.level(block)) <= 100
    assert 0 <= float(tornado.today(block)) <= 100
    for one, swing in zip(drawn, swings, strict=True):
        sides = [swing.low < min(swing.high, Fraction(0)), max(swing.low, Fraction(0)) < swing.high]
        assert len(one.halves) == sum(sides)
        for half in one.halves:
            assert -0.01 <= float(half.x) <= float(half.x) + float(half.width) <= 100.02


def test_every_bar_says_in_words_how_far_it_goes() -> None:
    root = parsed(html_of(Page("t", "", (Section("s", (TORNADO,)),))))

    labels = [one.attributes["aria-label"] for one in root.all("svg")]
    assert labels == ["speed: −2.0 … 8.0", "price: 1.0 … 3.0"]
