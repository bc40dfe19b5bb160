"""Text for a terminal: columns stand under one another within 80 cells, whatever the names are."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decide.model.page import Bar, Bars, Block, Column, Notice, Page, Section, Table, Text
from decide.render.text import COLOUR, text_of
from decide.render.width import width
from tests.render.samples import BLOCKS

ALPHABET = "ab é華語ｱسى\u0301🙂-.&<"
names = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=60).map(lambda text: f"n{text}n")
LONG = ("n" + "x" * 300, "n" + "華" * 150, "n" + "é " * 80 + "n", "n\nn\tn")
SPAN = ("", "55.5–66.6", "5.5–99.9")
FIGURE = ("12.3", "12.3*", "3.4", "100.0", "0.1234*")


@st.composite
def bars(draw: st.DrawFn) -> Bars:
    """Draw bars whose figures and ranges have no digit in common, so that a test can find them in a line."""
    count = draw(st.integers(1, 6))
    ranked = [
        Bar(
            label=draw(names),
            rank=draw(st.sampled_from(("1", "1=", "2", "11", "12="))),
            figure=draw(st.sampled_from(FIGURE)),
            span=draw(st.sampled_from(SPAN)),
            amount=Fraction(draw(st.integers(0, 1000)), 10),
        )
        for _ in range(count)
    ]
    out = [Bar(draw(names), "–", f"screened out: {draw(names)}") for _ in range(draw(st.integers(0, 2)))]
    return Bars("title", "reading", (*ranked, *out))


def lines_of(*blocks: Block) -> list[str]:
    return text_of(Page("", "", (Section("", blocks),))).splitlines()


def before(line: str, part: str) -> int:
    """Return in which cell of a line the last ``part`` begins."""
    return width(line[: line.rindex(part)])


@given(bars())
@example(Bars("t", "r", tuple(Bar(name, "1", "", "12.3*", "55.5–66.6", Fraction(100)) for name in LONG)))
@example(Bars("t", "r", (Bar("a", "1", "", "12.3", "", Fraction(1)), Bar(LONG[1], "–", f"screened out: {LONG[1]}"))))
def test_bars_stand_under_one_another_within_80_cells(block: Bars) -> None:
    lines = lines_of(block)
    shown = [(bar, line) for bar, line in zip(block.bars, lines, strict=False) if bar.amount is not None]

    assert max(map(width, lines)) <= 80
    assert len({before(line, bar.figure.rstrip("*")) + width(bar.figure.rstrip("*")) for bar, line in shown}) == 1
    assert len({before(line, bar.span) + width(bar.span) for bar, line in shown if bar.span}) <= 1
    assert (
        len({before(line, bar.rank.rstrip("=")) for bar, line in shown if len(bar.rank) == 1 == len(block.bars)}) <= 1
    )
    starts = [re.match("[^█▏▎▍▌▋▊▉]*(?=[█▏▎▍▌▋▊▉])", line) for _, line in shown]
    drawn = [width(start.group()) for start in starts if start]
    assert len(set(drawn)) <= 1


@given(bars())
def test_a_label_is_whole_or_cut_at_its_end(block: Bars) -> None:
    lines = lines_of(block)

    for bar, line in zip(block.bars, lines, strict=False):
        if bar.amount is not None:
            name = re.sub(r"\s+", " ", bar.label)
            assert name in re.sub(r"\s+", " ", line) or "…" in line


@given(bars())
def test_the_bar_is_as_long_as_the_score(block: Bars) -> None:
    lengths = []
    for bar, line in zip(block.bars, lines_of(block), strict=False):
        if bar.amount is not None:
            eighths = 8 * line.count("█") + sum(" ▏▎▍▌▋▊▉".index(letter) for letter in line if letter in "▏▎▍▌▋▊▉")
            lengths.append((bar.amount, eighths))

    cells = [cells for cells in range(10, 29) if all(int(amount * cells * 8 / 100) == got for amount, got in lengths)]
    assert cells != []


@given(
    st.lists(st.lists(names, min_size=3, max_size=3), min_size=1, max_size=4),
    st.lists(names, min_size=3, max_size=3),
    st.lists(st.sampled_from(("left", "right")), min_size=3, max_size=3),
)
@example([list(LONG[:3])], ["a", "b", "c"], ["left", "right", "left"])
def test_tables_lose_no_word_and_stay_within_80_cells(
    rows: list[list[str]], titles: list[str], aligns: list[str]
) -> None:
    columns = tuple(Column(title, align) for title, align in zip(titles, aligns, strict=True))
    block = Table("caption", columns, tuple(tuple(row) for row in rows), total=("sum", "", "9"))

    lines = lines_of(block)

    assert max(map(width, lines)) <= 80
    letters = sorted("".join("".join(lines).replace("─", "").split()))
    assert letters == sorted("".join("".join((*titles, *(cell for row in rows for cell in row), "sum9")).split()))


def test_columns_of_a_table_begin_and_end_in_the_same_cell() -> None:
    rows = (("価格", "1", "十"), ("ease\u0301", "100", "b"), ("ترجمة", "22", "c"))

    lines = lines_of(Table("caption", (Column("名"), Column("n", "right"), Column("x")), rows, total=("sum", "3", "")))

    assert lines == [
        "  名       n  x",
        "  価格     1  十",
        "  ease\u0301   100  b",
        "  ترجمة   22  c",
        "  ──────────────",
        "  sum      3",
    ]


@given(st.text(st.sampled_from("ab 華é\u0301x"), max_size=200), st.integers(0, 199), st.integers(1, 50))
def test_the_mark_under_a_line_stands_under_what_is_meant(text: str, first: int, many: int) -> None:
    line = f"{text[:first]}MEANT{'T' * many}{text[first:]}"
    column = line.index("MEANT") + 1
    notice = Notice("error", "code", "f:1:1", "message", "hint", 12, line, column, many + 5)

    _, excerpt, marks, hint = lines_of(notice)

    assert width(excerpt) <= 80
    start = before(marks, "^" * marks.count("^"))
    marked = [
        letter
        for place, letter in enumerate(excerpt)
        if start <= width(excerpt[:place]) < width(marks) and width(letter)
    ]
    assert "".join(marked).rstrip("…") in f"MEANT{'T' * many}"
    assert marks.count("^") == width("".join(marked)) > 0
    assert hint == "   = hint"


def test_title_and_subtitle_share_a_line_only_if_there_is_room() -> None:
    assert text_of(Page("a", "b", ())) == "a · b\n"
    assert text_of(Page("a" * 40, "b" * 37, ())) == f"{'a' * 40} · {'b' * 37}\n"
    assert text_of(Page("a" * 40, "b" * 38, ())) == f"{'a' * 40}\n{'b' * 38}\n"
    assert text_of(Page("", "b", ())) == "b\n"


def test_a_command_is_set_off_and_never_broken() -> None:
    command = f"decide check {'x' * 100} y"

    assert lines_of(Text("type"), Text(command, "command")) == ["type", "", f"    {command}"]


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_colours_change_no_letter_and_are_always_ended(kind: str) -> None:
    page = Page("title", "subtitle", (Section("section", (BLOCKS[kind], Text("note", "note"))),), "foot")

    painted = text_of(page, COLOUR)

    assert re.sub("\x1b\\[[0-9]+m", "", painted) == text_of(page)
    for line in painted.splitlines():
        codes = re.findall("\x1b\\[([0-9]+)m", line)
        assert codes[1::2] == ["0"] * (len(codes) // 2)
        assert len(codes) % 2 == 0


def test_no_line_ends_in_blanks_and_the_text_ends_with_one_line_end() -> None:
    page = Page("title", "", (Section("one", tuple(BLOCKS.values())), Section("two", (Text("x"),))), "foot")

    text = text_of(page)

    assert not re.search(r" +$", text, re.MULTILINE)
    assert text.endswith("x\n\nfoot\n")
    assert "\n\n\n" not in text
    assert text_of(replace(page, sections=())) == "title\n\nfoot\n"
