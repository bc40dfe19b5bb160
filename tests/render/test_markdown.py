"""Markdown: what users wrote stays text, and tables keep their columns."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decide.model.page import Column, Notice, Page, Section, Table, Text
from decide.render.markdown import markdown_of
from tests.render.samples import BLOCKS

MARKED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A punctuation mark with a backslash before it is the mark itself."""
texts = st.text(st.sampled_from("ab1 é華|\\`*_{}[]()<>#+-.!~&=:\"'"), min_size=1, max_size=20).map(
    lambda text: f"a{text}z"
)


def told(*blocks: Text | Table | Notice) -> str:
    return markdown_of(Page("", "", (Section("", blocks),)))


def read(text: str) -> str:
    """Return what a reader sees of a text, after making sure that nothing in it is a mark."""
    bare = MARKED.sub("", text)
    assert not re.search(r"[\\`*_{}\[\]<>|#~&]", bare), f"a mark stands in {text}"
    return MARKED.sub(r"\1", text)


def cells(line: str) -> list[str]:
    """Return the cells of a row, where a bar without a backslash before it parts them."""
    parts = re.split(r"(?<!\\)(?:\\\\)*\|", line)
    assert parts[0] == parts[-1] == ""
    return [part.strip() for part in parts[1:-1]]


@given(texts)
@example("a\\")
@example("a|")
@example("<b>&lt;")
def test_a_paragraph_reads_as_it_was_written(text: str) -> None:
    (line,) = told(Text(text)).splitlines()

    assert read(line) == text


@pytest.mark.parametrize(
    "text", ["- a", "+ a", "* a", "# a", "> a", "1. a", "12) a", "===", "---", "    a", "```", "| a |", "~~~"]
)
def test_no_text_begins_a_list_a_heading_a_quote_a_rule_or_code(text: str) -> None:
    line = told(Text(text)).removesuffix("\n")

    assert not re.match(r"\s|[-+*#>=|`~]|[0-9]+[.)]", line)
    assert read(line) == text.strip()


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4), texts, texts)
def test_tables_keep_their_columns_and_words(rows: list[tuple[str, str]], title: str, caption: str) -> None:
    block = Table(caption, (Column(title), Column("b", "right")), tuple(rows), total=("sum", title))

    lines = told(block).splitlines()

    assert read(lines[0][1:-1]) == caption
    assert [read(cell) for cell in cells(lines[2])] == [title.strip(), "b"]
    assert lines[3] == "| :--- | ---: |"
    assert [tuple(read(cell) for cell in cells(line)) for line in lines[4:-1]] == [
        tuple(cell.strip() for cell in row) for row in rows
    ]
    assert [read(cell[2:-2]) for cell in cells(lines[-1])] == ["sum", title]


def test_line_breaks_in_a_text_do_not_break_the_table() -> None:
    block = Table("a\nb", (Column("c\nd"),), (("e\n\nf",),))

    assert told(block) == "*a b*\n\n| c d |\n| :--- |\n| e  f |\n"


@given(texts, texts)
def test_a_problem_is_one_entry_of_a_list(message: str, place: str) -> None:
    notice = BLOCKS["Notice"]
    assert isinstance(notice, Notice)

    (line,) = told(replace(notice, message=message, hint=message, place=place)).splitlines()

    start, told_place, rest = re.fullmatch(r"(- \*\*warning missing\*\* )`([^`]*)`: (.*)", line).groups()  # type: ignore[union-attr]
    assert start
    assert told_place == place.replace("`", "")
    assert [read(part) for part in rest.split(" — ")] == [message, message]


def test_sections_stand_apart_and_the_text_ends_with_one_line_end() -> None:
    page = Page("Title", "under", (Section("One", tuple(BLOCKS.values())), Section("Two", (Text("x"),))), "foot")

    lines = markdown_of(page)

    assert lines.startswith("# Title\n\nunder\n\n## One\n\n")
    assert lines.endswith("\n\n## Two\n\nx\n\n<sub>foot</sub>\n")
    assert "\n\n\n" not in lines
