"""The memo says of every decision what its numbers allow, and no more."""

from typing import Any

import pytest
from hypothesis import assume, given, settings

from decide.model.page import Bars, Item, Page, Table, Text
from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.render.text import text_of
from decide.road.examined import examine
from decide.road.memo import page_of_memo
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked, read
from tests.render.parsed import parsed
from tests.samples import pair
from tests.strategies import whole_decisions


def page_of(plain: Plain) -> Page:
    return page_of_memo(ranked(plain), ())


def lead(plain: Plain) -> str:
    """Return the sentence that the memo begins with."""
    first = page_of(plain).sections[0].blocks[0]
    assert isinstance(first, Text)
    assert first.role == "lead"
    return first.text


def tied(**more: Any) -> Plain:
    """Return a and b with 65 points each and c with less."""
    plain = pair()
    cells = plain["performance"]
    return (
        plain
        | {"candidates": ["a", "b", "c"], "performance": {"a": cells["a"], "b": cells["a"], "c": cells["b"]}}
        | more
    )


def ahead(**more: Any) -> Plain:
    """Return a with 65 points and b, which is nowhere better, with 5."""
    plain = pair()
    plain["performance"]["b"] = {"price": "80", "speed": "1"}
    return plain | more


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        (pair(), "Choose a for “two”: it is first, but there is no clear winner."),
        (pair() | {"title": "Which one?"}, "Choose a: it is first, but there is no clear winner."),
        (ahead(), "Choose a for “two”."),
        (tied(), "Choose between a and b for “two”: they tie exactly."),
        (
            pair() | {"choice": {"candidate": "a", "date": "2025-02-11"}},
            "a was chosen on 2025-02-11; it is first in this ranking.",
        ),
        (pair() | {"choice": {"candidate": "b"}}, "b was chosen, although a is first in this ranking."),
        (tied(choice={"candidate": "a"}), "a was chosen; it ties exactly with b for first."),
        (tied(choice={"candidate": "c"}), "c was chosen, although a and b tie for first in this ranking."),
    ],
)
def test_the_ask_says_what_the_ranking_and_the_choice_are(plain: Plain, told: str) -> None:
    assert lead(plain) == told


def test_a_draft_is_marked_and_nothing_else_is() -> None:
    marks = {
        status: page_of(pair() | {"status": status}).mark for status in ("draft", "proposed", "decided", "superseded")
    }

    assert marks == {"draft": "draft", "proposed": "", "decided": "", "superseded": ""}


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_no_section_is_empty_and_page_one_comes_first_and_the_appendix_last(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None

    sections = page_of_memo(examined.ranking, examined.problems).sections

    assert all(section.title and section.blocks for section in sections)
    parts = [section.part for section in sections]
    assert parts == sorted(parts, key=["front", "body", "appendix"].index)
    assert len({section.title for section in sections}) == len(sections)


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_a_table_has_as_many_cells_in_each_row_as_columns_and_an_anchor_for_each_row_or_none(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None
    page = page_of_memo(examined.ranking, examined.problems)

    for table in (block for section in page.sections for block in section.blocks if isinstance(block, Table)):
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert len(table.anchors) in (0, len(table.rows))
        assert len(table.total) in (0, len(table.columns))
        assert table.caption


@settings(max_examples=10)
@given(whole_decisions())
def test_every_decision_has_a_memo_in_every_form(plain: Plain) -> None:
    decision = read(plain)
    examined = examine(decision)
    assume(examined.ranking is not None)
    assert examined.ranking is not None

    page = page_of_memo(examined.ranking, examined.problems)

    assert parsed(html_of(page)).one("h1").text == decision.title
    for text in (markdown_of(page), text_of(page)):
        assert text.endswith("\n")
        assert "Traceback" not in text


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("they chose us", "“they chose us”"),
        ("“they chose us”", "“they chose us”"),
        ("“chose” is not “took”", "““chose” is not “took””"),
        ("", ""),
    ],
)
def test_a_quote_stands_in_one_pair_of_marks(quote: str, told: str) -> None:
    plain = pair() | {"evidence": {"e": {"claim": "so", "quote": quote}}}
    section = next(one for one in page_of(plain).sections if one.title == "Appendix: evidence")

    (table,) = [block for block in section.blocks if isinstance(block, Table)]

    assert [cell.under for cell in table.rows[0] if isinstance(cell, Item) and cell.text == "so"] == [told]


def front(plain: Plain) -> dict[str, list[str]]:
    """Return the texts of page one by the title of their section."""
    sections = (section for section in page_of(plain).sections if section.part == "front")
    return {section.title: [block.text for block in section.blocks if isinstance(block, Text)] for section in sections}


def test_a_memo_asks_until_there_is_a_choice() -> None:
    assert next(iter(front(pair()))) == "The ask"
    assert next(iter(front(pair() | {"choice": {"candidate": "b"}}))) == "The decision"


def test_reasons_say_whom_they_are_against_and_each_unit_once() -> None:
    plain = pair()
    plain["criteria"]["speed"] = {"levels": ["slow", "fast"], "weight": "1"}
    plain["criteria"]["price"]["unit"] = "EUR"
    plain["performance"] = {"a": {"price": "20", "speed": "slow"}, "b": {"price": "80", "speed": "fast"}}

    assert front(plain)["What puts a first"] == [
        "Against b:",
        "price, +45.0: 20 against 80 EUR.",
        "Against it: speed, −25.0: “slow” against “fast”.",
    ]


def test_a_unit_stands_beside_the_amount_that_is_known() -> None:
    plain = ahead()
    plain["criteria"]["price"]["unit"] = "EUR"
    plain["performance"]["b"]["price"] = "unknown"

    assert "price, +22.5: 20 EUR against unknown." in front(plain)["What puts a first"]


def test_what_would_flip_it_is_told_with_the_tolerance_first_and_the_evidence_last() -> None:
    """Price gives a 15 points, speed takes 12.5: 2.5 / 27.5 = 9.09 %. Four less of price are worth 3 points to b."""
    assert front(pair())["What would flip it"] == [
        "The lead of 2.5 points survives any error of ±9.0 % in every weight.",
        "b is first if price is 36 instead of 40.",
        "No evidence is named for any performance.",
    ]


def test_who_is_alone_has_nothing_that_could_flip_and_no_robustness() -> None:
    plain = pair() | {"candidates": ["a"]}
    del plain["performance"]["b"]

    titles = [section.title for section in page_of(plain).sections]

    assert "What would flip it" not in titles
    assert "How robust is it?" not in titles


def test_what_one_has_today_is_marked_in_the_first_picture_alone() -> None:
    plain = pair() | {"candidates": {"a": None, "b": {"baseline": "yes"}}}

    (bars,) = [block for block in page_of(plain).sections[0].blocks if isinstance(block, Bars)]

    assert [bar.label for bar in bars.bars] == ["a", "b (today)"]


def test_of_many_candidates_page_one_shows_ten_and_says_where_the_others_are() -> None:
    plain = pair()
    names = [f"n{place}" for place in range(13)]
    plain["candidates"] = names
    plain["performance"] = {name: {"price": str(place), "speed": "5"} for place, name in enumerate(names)}

    bars, more = page_of(plain).sections[0].blocks[1:3]

    assert isinstance(bars, Bars)
    assert [bar.label for bar in bars.bars] == names[:10]
    assert more == Text("3 more under Candidates.", "note")


def test_dissent_comes_first_of_what_to_read_with_care_and_evidence_is_named_by_links() -> None:
    plain = pair() | {"as_of": "2025-02-13", "dissent": [{"by": "lin", "says": "No."}]}
    plain["evidence"] = {"late-one": {"claim": "so", "date": "2025-03-01"}}
    plain["performance"]["a"]["price"] = {"is": "20", "evidence": ["late-one"]}
    examined = examine(read(plain))
    assert examined.ranking is not None
    page = page_of_memo(examined.ranking, examined.problems)

    section = next(section for section in page.sections if section.title == "Read with care")

    voice, late = section.blocks
    assert voice == Text("Dissent (lin): No.", "warning")
    assert isinstance(late, Text)
    assert late.text.startswith("1 fact became known only after 2025-02-13;")
    assert [link.text for link in late.links] == ["late-one"]


def test_a_condition_says_how_far_its_candidate_is_from_the_first_place() -> None:
    plain = pair() | {"conditions": [{"if": "it works", "for": "b"}, {"if": "it lasts", "for": "a"}]}
    section = next(section for section in page_of(plain).sections if section.title == "What would have to be true")

    (table,) = section.blocks

    assert isinstance(table, Table)
    assert [row[2] for row in table.rows] == [
        "b is first if price is 36 instead of 40.",
        "",
    ]


def test_the_argument_follows_its_order() -> None:
    titles = [section.title for section in page_of(pair() | {"conditions": [{"if": "it works"}]}).sections]

    body = ["Why the ranking is as it is", "How robust is it?", "What would have to be true"]
    assert [title for title in titles if title in body] == body


def test_people_scenarios_and_disagreement_follow_robustness_where_there_are_any() -> None:
    examined = examine(DECISIONS["everything"])
    assert examined.ranking is not None
    titles = [section.title for section in page_of_memo(examined.ranking, ()).sections]
    ours = ["How robust is it?", "Who would choose what?", "If something turns out differently"]
    ours += ["What to find out first", "Disagreement"]

    start = titles.index(ours[0])

    assert titles[start : start + len(ours)] == ours
    assert set(ours[1:]).isdisjoint(section.title for section in page_of(pair()).sections)


def test_each_voice_of_dissent_is_told_once_in_full() -> None:
    says = ["Nobody asked.", "It was rehearsed, and more than once. " * 8 + "So there."]
    page = page_of(pair() | {"dissent": [{"says": one} for one in says]})

    texts = [block.text for section in page.sections for block in section.blocks if isinstance(block, Text)]

    assert [sum(one in text for text in texts) for one in says] == [1, 1]


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_the_head_holds_what_a_reader_needs_and_the_foot_what_proves_it(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None

    page = page_of_memo(examined.ranking, examined.problems)

    assert {label for label, _ in page.facts} <= {"Status", "As known on", "Decider"}
    assert "sha256:" in page.footer
    assert "decide " in page.footer
