"""Who disagrees: judgements that lie apart, who is off, and the dissent that page one has no room for."""

from fractions import Fraction
from typing import Any

from decide.compose.disagreement import MOST_SPREADS, disagreement
from decide.model.page import Block, Table, Text
from decide.model.spread import Spreads
from decide.road.memo import page_of_memo, stressed
from tests.plain import Plain, ranked
from tests.samples import pair


def judged(**sheets: Any) -> Plain:
    """Return the pair without speed, which these people judge."""
    plain = pair()
    for cells in plain["performance"].values():
        del cells["speed"]
    return plain | {
        "assessments": {who: {one: {"speed": to} for one, to in own.items()} for who, own in sheets.items()}
    }


def told(plain: Plain) -> list[Block]:
    return list(disagreement(stressed(ranked(plain))))


def titles(plain: Plain) -> list[str]:
    return [section.title for section in page_of_memo(ranked(plain), ()).sections]


def test_judgements_are_drawn_and_told_as_reckoned_by_hand() -> None:
    """b's speed is 60 for mei and 100 for lin, 80 in the mean: 45 + 20 = 65 as a has; at 60 it has 60."""
    chart, who, out, *rest = told(judged(mei={"a": "2", "b": "6"}, lin={"b": "10"}))

    assert isinstance(chart, Spreads)
    assert chart.title == "Assessors differ on 1 performance, and that can change who is first"
    assert chart.names == ("mei", "lin")
    (spread,) = chart.spreads
    assert (spread.label, spread.mean, spread.figure, spread.outcome) == (
        "b: speed",
        Fraction(80),
        "80",
        "at 60 a is first",
    )
    assert [(one.who, one.value) for one in spread.judgements] == [(0, Fraction(60)), (1, Fraction(100))]
    assert isinstance(who, Table)
    assert who.rows == (("lin", "1", "0", "20.0"), ("mei", "0", "1", "20.0"))
    assert isinstance(out, Text)
    assert out.text.startswith("Leaving out one assessor changes the first place in")
    assert [text.role for text in rest if isinstance(text, Text)] == ["note"]


def test_the_title_says_how_many_can_change_who_is_first() -> None:
    none = told(judged(mei={"a": "9", "b": "0"}, lin={"a": "10", "b": "1"}))[0]
    one = told(judged(mei={"a": "2", "b": "0"}, lin={"a": "3", "b": "10"}))[0]
    both = told(judged(mei={"a": "0", "b": "5"}, lin={"a": "4", "b": "9"}))[0]

    assert isinstance(none, Spreads)
    assert isinstance(one, Spreads)
    assert isinstance(both, Spreads)
    assert none.title == "Assessors differ on 2 performances; none of them alone changes who is first"
    assert one.title == "Assessors differ on 2 performances; one of them alone can change who is first"
    assert both.title == "Assessors differ on 2 performances; 2 of them, each alone, can change who is first"


def test_of_many_performances_the_most_consequential_are_drawn() -> None:
    names = [f"n{place}" for place in range(MOST_SPREADS + 3)]
    plain = judged(mei=dict.fromkeys(names, "2"), lin={name: str(3 + at % 7) for at, name in enumerate(names)})
    plain["candidates"] = names
    plain["performance"] = {name: {"price": "5"} for name in names}

    chart, note, *_ = told(plain)

    assert isinstance(chart, Spreads)
    assert len(chart.spreads) == MOST_SPREADS
    assert note == Text("Those that matter most; 3 more are left out.", "note")


def test_of_one_assessor_and_of_those_who_agree_there_is_nothing_to_draw() -> None:
    assert told(judged(mei={"a": "2", "b": "6"})) == []
    assert [type(block) for block in told(judged(mei={"a": "2", "b": "6"}, lin={"a": "2", "b": "6"}))] == [Text]


def test_dissent_that_page_one_tells_in_full_is_told_there_alone_and_makes_no_section() -> None:
    once = pair() | {"dissent": [{"by": "lin", "says": "No."}]}
    twice = pair() | {"dissent": [{"by": "lin", "says": "No."}, {"says": "Nor I."}]}

    assert "Disagreement" not in titles(once)
    assert "Disagreement" in titles(twice)
    assert told(twice) == [Text("Dissent: Nor I.")]
