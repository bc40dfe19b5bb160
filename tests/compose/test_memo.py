"""The memo says of every decision what its numbers allow, and no more."""

from typing import Any

import pytest
from hypothesis import assume, given, settings

from decide.compose.memo import memo_page
from decide.model.page import Item, Page, Table, Text
from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.render.text import text_of
from decide.road.ranking import examine
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked, read
from tests.render.parsed import parsed
from tests.samples import pair
from tests.strategies import whole_decisions


def page_of(plain: Plain) -> Page:
    return memo_page(ranked(plain), ())


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


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        (pair(), "Choose a for “two”."),
        (pair() | {"title": "Which one?"}, "Choose a."),
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

    sections = memo_page(examined.ranking, examined.problems).sections

    assert all(section.title and section.blocks for section in sections)
    parts = [section.part for section in sections]
    assert parts == sorted(parts, key=["front", "body", "appendix"].index)
    assert len({section.title for section in sections}) == len(sections)


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_a_table_has_as_many_cells_in_each_row_as_columns_and_an_anchor_for_each_row_or_none(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None
    page = memo_page(examined.ranking, examined.problems)

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

    page = memo_page(examined.ranking, examined.problems)

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
