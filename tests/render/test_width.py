"""How wide text is on a terminal, and how it is cut, filled and broken to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.render.width import boxed, fitted, padded, width, wrapped

texts = st.text(st.sampled_from("ab é華語ｱＡسى\u0301\u0308 🙂-…\t\n"), max_size=60)
sizes = st.integers(3, 30)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("華語", 4),
        ("Ａ", 2),
        ("ｱ", 1),
        ("مرحبا", 5),
        ("🙂", 2),
        ("a\u200db", 2),
        ("“…”–", 4),
        ("한국", 4),
        ("█▉", 2),
    ],
)
def test_letters_take_as_many_cells_as_a_terminal_gives_them(text: str, cells: int) -> None:
    assert width(text) == cells


@given(texts, sizes)
def test_what_is_fitted_fits_and_is_cut_only_where_it_must_be(text: str, cells: int) -> None:
    line = " ".join(text.replace("\t", " ").splitlines())

    shown = fitted(text, cells)

    assert width(shown) <= cells
    assert shown == line if width(line) <= cells else (shown.endswith("…") and line.startswith(shown[:-1]))
    assert width(line) <= cells or width(shown) >= cells - 1


@given(st.text(st.sampled_from("ab華é"), max_size=20), sizes, st.sampled_from(["left", "right"]))
def test_what_is_padded_is_as_wide_as_asked_or_as_itself(text: str, cells: int, align: str) -> None:
    shown = padded(text, cells, align)

    assert width(shown) == max(cells, width(text))
    assert shown.strip() == text


@given(texts, sizes)
def test_a_column_loses_nothing_and_is_never_too_wide(text: str, cells: int) -> None:
    lines = boxed(text, cells)

    assert max(map(width, lines)) <= cells
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(texts, sizes)
def test_a_paragraph_loses_nothing_and_breaks_no_word_without_wide_letters(text: str, cells: int) -> None:
    lines = wrapped(text, cells)

    assert "".join("".join(lines).split()) == "".join(text.split())
    for word in text.split():
        assert any(word in line for line in lines) or max(map(width, word)) == 2
    for line in lines:
        assert width(line) <= cells or " " not in line.strip()


def test_chinese_is_broken_where_the_line_ends() -> None:
    assert wrapped("术语一致性与合同条款", 8) == ["术语一致", "性与合同", "条款"]
    assert wrapped("Der Datenschutzbeauftragte", 8) == ["Der", "Datenschutzbeauftragte"]
    assert boxed("Der Datenschutzbeauftragte", 8) == ["Der", "Datensch", "utzbeauf", "tragte"]


def test_two_blanks_that_set_a_command_off_are_kept() -> None:
    assert wrapped("or try  decide demo", 80) == ["or try  decide demo"]
