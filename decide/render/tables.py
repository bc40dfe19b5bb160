"""Tables → what a page has room for: texts as cards on a phone, many columns in several tables."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from decide.model.page import Block, Table
from decide.model.record import Record, record
from decide.render.plain import filled

MOST_COLUMNS = 9
"""So many stand side by side on a printed page, the first with them."""
MOST_ROWS = 200
"""A section with more is laid out by a browser when a reader comes near it, so that page one need not wait for it."""


@record
class Laid(Record):
    """A table as it is laid out: ``stacked`` rows become cards on a phone, with ``labels`` before their cells."""

    table: Table
    stacked: bool
    labels: tuple[str, ...]


def laid_out(whole: Table) -> tuple[Laid, ...]:
    """Return a table of texts as it is, and one of figures in as many pieces as there is need for."""
    table = filled(whole)
    others = [column.align for column in table.columns[1:]]
    figures = table.role == "grid" or (len(others) > 1 and set(others) == {"right"})
    if not figures:
        # Rank and name stand at the head of a card, where they need no label.
        head = 2 if table.columns[0].align == "right" else 1
        titles = tuple("" if place < head else column.title for place, column in enumerate(table.columns))
        return (Laid(table, stacked=True, labels=titles),)
    return tuple(Laid(piece, stacked=False, labels=("",) * len(piece.columns)) for piece in _pieces(table))


def long(blocks: Iterable[Block]) -> bool:
    """Return whether a section has more rows, over all pieces of its tables, than a browser lays out at once."""
    tables = [piece.table for block in blocks if isinstance(block, Table) for piece in laid_out(block)]
    return sum(len(table.rows) for table in tables) > MOST_ROWS


def _pieces(table: Table) -> tuple[Table, ...]:
    others = len(table.columns) - 1
    count = -(-others // (MOST_COLUMNS - 1))
    if count < 2:
        return (table,)
    bounds = [1 + others * piece // count for piece in range(count + 1)]
    return tuple(
        replace(
            table,
            caption=f"{table.caption} (columns {start} to {end - 1} of {others})",
            columns=(table.columns[0], *table.columns[start:end]),
            rows=tuple((row[0], *row[start:end]) for row in table.rows),
            total=(table.total[0], *table.total[start:end]) if table.total else (),
            anchors=table.anchors if start == 1 else (),
        )
        for start, end in pairwise(bounds)
    )
