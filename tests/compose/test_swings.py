"""The tornado: how far the lead over the second goes as what is open on one criterion comes out."""

from fractions import Fraction

from hypothesis import given, settings

from decide.compose.swings import lead_swings, swings
from decide.model.page import Tornado
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions


def test_the_swings_of_the_pair_are_reckoned_by_hand() -> None:
    """a leads by 2.5. Its price of 15 to 30 is worth 70 to 85: 3/4 of -10 and +5. b's speed is 6 to 8: ∓ 1/4 of 10."""
    plain = pair()
    plain["performance"]["a"]["price"] = {"is": "20", "low": "15", "high": "30"}
    plain["performance"]["b"]["speed"] = {"is": "7", "low": "6", "high": "8"}

    rows = lead_swings(ranked(plain))

    assert rows == [("price", Fraction(-5), Fraction(25, 4)), ("speed", Fraction(0), Fraction(5))]
    (block,) = swings(ranked(plain))
    assert isinstance(block, Tornado)
    assert block.title == "What is open on price and speed alone can bring b level with a"
    assert [swing.figure for swing in block.swings] == ["−5.0 … 6.3", "0.0 … 5.0"]


def test_without_ranges_there_is_no_picture() -> None:
    assert list(swings(ranked(pair()))) == []


@settings(max_examples=40)
@given(decisions())
def test_today_lies_within_every_bar_the_widest_is_first_and_all_together_are_the_worst_and_the_best(
    plain: Plain,
) -> None:
    found = ranked(plain)
    if len(found.ranked) < 2:
        return
    first, second = found.ranked[:2]
    lead = first.score.point - second.score.point

    rows = lead_swings(found)

    assert all(low <= lead <= high for _, low, high in rows)
    widths = [high - low for _, low, high in rows]
    assert widths == sorted(widths, reverse=True)
    assert lead + sum((low - lead for _, low, _ in rows), Fraction(0)) == first.score.low - second.score.high
    assert lead + sum((high - lead for _, _, high in rows), Fraction(0)) == first.score.high - second.score.low
