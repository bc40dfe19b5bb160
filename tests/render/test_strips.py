"""Ranges on a strip: where the numbers say, within the strip, in words beside, and letters that keep their size."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from decide.model.page import Block, Page, Section
from decide.model.spread import Chance, Judgement, RankLine, RankLines, Spread, Spreads, WorthBar, Worths
from decide.render import strips
from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.render.text import text_of
from tests.render.parsed import Element, parsed
from tests.render.samples import CHANCES, RANK_LINES, SPREADS, WORTHS

points = st.integers(0, 9900).map(lambda parts: Fraction(parts, 99))


def page(block: Block) -> Page:
    return Page("t", "", (Section("s", (block,)),))


def pictures(block: Block) -> list[Element]:
    return [one for one in parsed(html_of(page(block))).all("svg") if one.attributes.get("role") == "img"]


def share(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1])


def test_a_rank_stands_in_the_middle_of_its_part_of_the_strip() -> None:
    """Of four ranks each has a quarter: the first stands at 12.5 %, the last at 87.5 %."""
    first, second, *_ = strips.ranks_drawn(RANK_LINES)

    assert (first.best, first.today, first.worst) == ("12.5%", "12.5%", "37.5%")
    assert (second.top, second.best, second.worst, second.bottom) == ("12.5%", "12.5%", "62.5%", "87.5%")
    assert strips.rank_ticks(RANK_LINES) == (("1", "12.5%"), ("2", "37.5%"), ("3", "62.5%"), ("4", "87.5%"))


def test_without_chances_there_are_lines_alone_and_with_them_bars_above_the_lines() -> None:
    """The likeliest has 44 % of the height above 72 %; a third of that is a third as high."""
    assert all(drawn.bars == () and drawn.height == "50%" for drawn in strips.ranks_drawn(RANK_LINES))

    first, *others = strips.ranks_drawn(CHANCES)

    assert [(bar.x, bar.width, bar.y, bar.height, bar.told) for bar in first.bars] == [
        ("4.17%", "16.67%", "28%", "44%", "75 %"),
        ("29.17%", "16.67%", "57.33%", "14.67%", "25 %"),
    ]
    assert first.height == "85%"
    assert [drawn.bars for drawn in others] == [(), (), ()]


def test_chances_are_told_in_words_and_in_a_column_per_rank() -> None:
    (first, *_) = pictures(CHANCES)

    assert first.attributes["aria-label"] == "first: rank 1 today, can be 1 … 2; chances by rank: 1 75 %, 2 25 %"
    for told in (markdown_of(page(CHANCES)), text_of(page(CHANCES))):
        assert "Rank 4" in told
        assert "75 %" in told
        assert "first can fall to rank 2" in told
    assert "Rank 4" not in text_of(page(RANK_LINES))


def test_of_many_ranks_every_fifth_has_a_number_and_no_bar_has_words() -> None:
    block = replace(CHANCES, count=30)

    assert [label for label, _ in strips.rank_ticks(block) if label] == ["1", "5", "10", "15", "20", "25", "30"]
    assert {bar.told for drawn in strips.ranks_drawn(block) for bar in drawn.bars} == {""}


def test_what_is_not_determined_is_said_in_the_table_and_to_who_cannot_see() -> None:
    assert strips.ranks_drawn(RANK_LINES)[1].label == "second: rank 2 today, can be 1 … 3 (1 … 4 not excluded)"
    assert "1 … 3 (1 … 4 not excluded)" in text_of(page(RANK_LINES))


@settings(max_examples=200)
@given(st.integers(1, 60), st.data())
def test_ranks_keep_their_order_on_the_strip(count: int, data: st.DataObject) -> None:
    top, best, today, worst, bottom = sorted(data.draw(st.tuples(*[st.integers(1, count)] * 5)))
    chances = (Chance(today, data.draw(st.fractions(0, 1)), "x"),)
    line = RankLine("a", "1", "1", best=best, today=today, worst=worst, top=top, bottom=bottom, chances=chances)

    (drawn,) = strips.ranks_drawn(RankLines("t", "r", "c", count, (line,)))

    places = [share(one) for one in (drawn.top, drawn.best, drawn.today, drawn.worst, drawn.bottom)]
    assert places == sorted(places)
    assert all(0 < place < 100 for place in places)
    for bar in drawn.bars:
        assert 0 <= share(bar.x) <= share(bar.x) + share(bar.width) <= 100
        assert 0 <= share(bar.y) <= share(bar.y) + share(bar.height) <= 72.011


def test_judgements_stand_at_their_values_and_below_each_other_where_they_are_near() -> None:
    """From 4 % to 96 % of the strip goes a value from 0 to 100: 40 is at 40.8 %, 43 at 43.56 %, too near for a row."""
    far, near = strips.spreads_drawn(SPREADS)

    assert [(mark.x, mark.y, mark.number) for mark in far.marks] == [("4%", "0.68rem", "1"), ("96%", "0.68rem", "2")]
    assert [(mark.x, mark.y) for mark in near.marks] == [("40.8%", "0.68rem"), ("43.56%", "2.02rem")]
    assert (far.low, far.mean, far.high, far.tall) == ("4%", "50%", "96%", "1.35rem")
    assert near.tall == "2.7rem"


@settings(max_examples=200)
@given(st.lists(points, min_size=1, max_size=9))
def test_no_two_marks_meet_and_all_lie_between_the_ends(values: list[Fraction]) -> None:
    judgements = tuple(Judgement(who, value, str(value)) for who, value in enumerate(values))
    spread = Spread("a", sum(values, Fraction(0)) / len(values), "m", "o", judgements)

    (drawn,) = strips.spreads_drawn(Spreads("t", "r", tuple("abcdefghi"[: len(values)]), (spread,)))

    assert share(drawn.low) <= share(drawn.mean) <= share(drawn.high)
    met: list[tuple[float, str]] = []
    for mark in drawn.marks:
        assert share(drawn.low) <= share(mark.x) <= share(drawn.high)
        assert float(mark.y.removesuffix("rem")) < float(drawn.tall.removesuffix("rem"))
        assert all(row != mark.y or abs(share(mark.x) - x) >= 8 for x, row in met)
        met.append((share(mark.x), mark.y))


def test_who_judged_what_stands_in_words_wherever_the_picture_does() -> None:
    labels = [one.attributes["aria-label"] for one in pictures(SPREADS)]

    assert labels == ["first: speed: mei: 0; lin: 100; mean 50", "second: speed: mei: 40; lin: 43; mean 41.5"]
    for told in (markdown_of(page(SPREADS)), text_of(page(SPREADS))):
        assert "mei 0; lin 100" in told
        assert "at 0 second is first" in told


def test_what_knowing_is_worth_is_a_bar_up_to_its_least_and_a_paler_one_up_to_its_most() -> None:
    """Of 2.5 points at most, 2 are four fifths of the strip."""
    first, second = strips.worths_drawn(WORTHS)

    assert (first.sure, first.rest) == ("80", "20")
    assert (second.sure, second.rest, second.told) == ("0", "0", "speed: nothing")
    assert first.told == "price of second: 2.0 … 2.5 points; changes the choice in 30 ± 2 % of draws"


def test_what_knowing_is_worth_stands_in_words_too() -> None:
    for told in (html_of(page(WORTHS)), markdown_of(page(WORTHS)), text_of(page(WORTHS))):
        assert "2.0 … 2.5 points" in told
        assert "changes the choice" in " ".join(told.split())


@settings(max_examples=200)
@given(st.lists(st.tuples(points, points), min_size=1, max_size=8))
def test_worths_stay_on_the_strip_and_one_fills_it_unless_all_are_nothing(
    pairs: list[tuple[Fraction, Fraction]],
) -> None:
    block = Worths("t", "r", tuple(WorthBar("a", min(pair), max(pair), "x") for pair in pairs))

    ends = [float(drawn.sure) + float(drawn.rest) for drawn in strips.worths_drawn(block)]

    assert all(0 <= end <= 100.011 for end in ends)
    assert not any(high for pair in pairs for high in pair) or max(ends) > 99.98


def test_in_a_picture_attributes_stand_for_styles_and_classes() -> None:
    for block in (CHANCES, SPREADS, WORTHS):
        inside = [one for picture in pictures(block) for one in picture.all()]

        assert inside != []
        assert not [one for one in inside if "class" in one.attributes or "style" in one.attributes]
