"""The picture of the weights that alone can change the first place."""

from fractions import Fraction

from decide.compose.crossing_lines import MOST_LINES, MOST_PANELS, crossing_lines
from decide.model.page import Block, Lines, Text
from decide.road.memo import stressed
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked
from tests.samples import pair, tree


def told(plain: Plain) -> list[Block]:
    return list(crossing_lines(stressed(ranked(plain))))


def test_the_pair_has_both_its_weights_with_the_ends_and_the_crossing_reckoned_by_hand() -> None:
    """Price from 0 to 1 takes a from 20 to 80 and b from 70 to 60; they meet at 5/7, with 440/7 points."""
    (block,) = told(pair())

    assert isinstance(block, Lines)
    assert block.names == ("a", "b")
    price = next(panel for panel in block.panels if panel.label == "price")
    assert (price.weight, price.low, price.high) == (Fraction(3, 4), Fraction(5, 7), Fraction(1))
    assert price.ends == ((Fraction(20), Fraction(80)), (Fraction(70), Fraction(60)))
    assert price.crossings == ((Fraction(5, 7), Fraction(440, 7)),)
    assert price.title == "If price weighs less than 71.4 %, b is first"
    assert (
        block.title
        == "2 weights can change who is first, each alone; the nearest: if price weighs less than 71.4 %, b is first"
    )


def test_a_weight_that_cannot_do_it_is_named_and_not_drawn() -> None:
    block, never = told(tree())

    assert isinstance(block, Lines)
    assert "support" not in {panel.label for panel in block.panels}
    assert never == Text("support alone never changes the first place, whatever it weighs.")


def test_a_group_of_one_is_drawn_once() -> None:
    plain = pair()
    plain["criteria"]["cost"] = {"criteria": {"price": plain["criteria"].pop("price")}}

    (block,) = told(plain)

    assert isinstance(block, Lines)
    assert sorted(panel.label for panel in block.panels) == ["price", "speed"]


def test_where_no_weight_can_do_it_a_sentence_says_so() -> None:
    plain = pair()
    plain["performance"]["b"] = {"price": "90", "speed": "1"}

    assert told(plain) == [Text("No weight alone changes the first place, whatever it is.")]


def test_pictures_and_lines_are_few_and_whoever_is_first_somewhere_has_one() -> None:
    names, leaves = [f"c{place}" for place in range(12)], [f"k{place}" for place in range(12)]
    cells = {name: dict.fromkeys(leaves, "0") | {f"k{name[1:]}": "9"} for name in names}
    criteria = {leaf: {"range": {"worst": "0", "best": "10"}, "weight": str(20 - at)} for at, leaf in enumerate(leaves)}
    plain = {"decide": "1", "title": "t", "candidates": names, "criteria": criteria, "performance": cells}

    block, further = told(plain)[:2]

    assert isinstance(block, Lines)
    assert len(block.panels) == MOST_PANELS
    assert isinstance(further, Text)
    assert {f"c{panel.label[1:]}" for panel in block.panels} <= set(block.names)
    few = crossing_lines(stressed(ranking(DECISIONS["apple"])))
    assert all(len(block.names) <= MOST_LINES for block in few if isinstance(block, Lines))
