"""What is left out of a table because nobody filled it."""

from decide.model.page import Column, Item, Table
from decide.render.plain import filled

HEADS = (Column("Name"), Column("About"), Column("Score", "right"), Column("Because"))


def test_a_column_in_which_no_row_says_anything_is_left_out() -> None:
    whole = Table("Scores", HEADS, (("a", "", "1", Item("")), ("b", Item("so"), "2", "")), anchors=("p1", "p2"))

    kept = filled(whole)

    assert [column.title for column in kept.columns] == ["Name", "About", "Score"]
    assert kept.rows == (("a", "", "1"), ("b", Item("so"), "2"))
    assert (kept.caption, kept.anchors, kept.total) == ("Scores", ("p1", "p2"), ())


def test_a_total_a_shade_or_a_link_says_something_and_the_names_always_stay() -> None:
    rows = (("", "", "", Item("", shade=3)),)

    assert [column.title for column in filled(Table("Total", HEADS, rows, total=("", "", "3", ""))).columns] == [
        "Name",
        "Score",
        "Because",
    ]


def test_a_table_that_is_full_or_has_no_rows_is_the_same_table() -> None:
    full = Table("Full", HEADS[:2], (("a", "b"),))
    bare = Table("Bare", HEADS, ())

    assert filled(full) is full
    assert filled(bare) is bare
