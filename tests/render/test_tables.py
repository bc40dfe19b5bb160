"""What becomes of a table that is wider than a page, or read on a phone."""

import pytest

from decide.model.page import Column, Table, Text
from decide.render.tables import MOST_COLUMNS, MOST_ROWS, laid_out, long


def figures(columns: int, *, total: bool = False) -> Table:
    heads = (Column("Criterion"), *(Column(f"c{number}", "right") for number in range(columns)))
    row = ("row", *(str(number) for number in range(columns)))
    return Table("Figures", heads, (row, row), total=row if total else (), role="plain")


@pytest.mark.parametrize("columns", [2, 7, 8, 9, 16, 17, 50, 2000])
def test_pieces_of_a_table_hold_every_column_once_in_order_and_none_is_too_wide(columns: int) -> None:
    whole = figures(columns, total=True)

    laid = [one.table for one in laid_out(whole)]

    assert [column for piece in laid for column in piece.columns[1:]] == list(whole.columns[1:])
    assert [cell for piece in laid for cell in piece.rows[1][1:]] == list(whole.rows[1][1:])
    assert [cell for piece in laid for cell in piece.total[1:]] == list(whole.total[1:])
    assert {piece.rows[0][0] for piece in laid} == {"row"}
    widths = [len(piece.columns) for piece in laid]
    assert max(widths) <= MOST_COLUMNS
    assert max(widths) - min(widths) <= 1


def test_captions_of_pieces_say_which_columns_they_hold() -> None:
    captions = [one.table.caption for one in laid_out(figures(20))]

    assert captions == [
        "Figures (columns 1 to 6 of 20)",
        "Figures (columns 7 to 13 of 20)",
        "Figures (columns 14 to 20 of 20)",
    ]
    assert [one.table.caption for one in laid_out(figures(8))] == ["Figures"]


def test_the_anchors_of_rows_stand_in_the_first_piece_only() -> None:
    whole = Table("Figures", figures(20).columns, figures(20).rows, anchors=("a", "b"))

    assert [one.table.anchors for one in laid_out(whole)] == [("a", "b"), (), ()]


def test_a_table_of_texts_becomes_cards_with_labels_and_stays_in_one_piece() -> None:
    columns = (Column("Rank", "right"), *(Column(f"Text {number}") for number in range(20)))
    whole = Table("Texts", columns, (tuple("x" * 21),))

    (laid,) = laid_out(whole)

    assert laid.stacked
    assert laid.table == whole
    assert laid.labels[:3] == ("", "", "Text 1")


@pytest.mark.parametrize("table", [figures(2), Table("Shades", (Column("a"), Column("b")), (("x", "y"),), role="grid")])
def test_a_table_of_figures_stays_a_table_on_a_phone(table: Table) -> None:
    (laid,) = laid_out(table)

    assert not laid.stacked
    assert set(laid.labels) == {""}


@pytest.mark.parametrize(("rows", "columns", "is_long"), [(MOST_ROWS, 2, False), (MOST_ROWS + 1, 2, True)])
def test_a_section_is_long_by_the_rows_of_all_its_tables(rows: int, columns: int, is_long: bool) -> None:
    whole = Table(
        "Figures", figures(columns).columns, figures(columns).rows * (rows // 2) + figures(columns).rows[: rows % 2]
    )

    assert long((whole,)) == long((Text("words"), whole)) == is_long
    assert long((whole, whole))
    assert not long(())


def test_a_section_is_long_by_the_pieces_that_its_tables_are_laid_out_in() -> None:
    heads, (row, _) = figures(20).columns, figures(20).rows

    assert len(laid_out(Table("Figures", heads, (row,)))) == 3
    assert long((Table("Figures", heads, (row,) * (MOST_ROWS // 2)),))
    assert not long((Table("Figures", heads, (row,) * (MOST_ROWS // 3)),))
