"""What pictures and rich cells say where only text can stand: rows of words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from decide.model.page import Column, Content, Gaps, Item, Lines, Picture, Scatter, Table, Tornado
from decide.model.spread import RankLine, RankLines, Slopes, Spreads, Worths


def filled(table: Table) -> Table:
    """Return a table without the columns in which no row says anything, such as reasons that nobody gave."""
    blank = ("", Item(""))
    lines = (*table.rows, table.total) if table.total else table.rows
    said = [any(line[place] not in blank for line in lines) for place in range(len(table.columns))]
    kept = [place for place, says in enumerate(said) if says or place == 0]
    if not table.rows or len(kept) == len(table.columns):
        return table
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        total=tuple(table.total[place] for place in kept) if table.total else (),
    )


def plain_rows(table: Table) -> list[tuple[str, ...]]:
    """Return the cells of a table as text alone."""
    return [tuple(plain_cell(cell) for cell in row) for row in table.rows]


def plain_cell(content: Content) -> str:
    """Return what a cell says, the small print in brackets, links by their words."""
    if isinstance(content, str):
        return content
    text = " · ".join(part for part in (content.text, content.figure) if part)
    small = "; ".join([*([content.under] if content.under else []), *(link.text for link in content.links)])
    indent = "· " * content.indent
    return f"{indent}{text} ({small})" if small and text else f"{indent}{text or small}"


def picture_table(block: Picture) -> Table:
    """Return what a picture shows, as a table."""
    match block:
        case Gaps():
            return gaps_table(block)
        case Scatter():
            return scatter_table(block)
        case Tornado():
            return tornado_table(block)
        case RankLines():
            return ranks_table(block)
        case Slopes():
            return slopes_table(block)
        case Spreads():
            return spreads_table(block)
        case Worths():
            return worths_table(block)
    assert_never(block)


def gaps_table(block: Gaps) -> Table:
    """Return a difference taken apart, as a table."""
    return Table(
        caption=block.title,
        columns=(Column("Criterion"), Column(f"{block.ahead} over {block.behind}", "right")),
        rows=tuple((gap.label, gap.figure) for gap in block.gaps),
        total=("Difference", block.total),
    )


def scatter_table(block: Scatter) -> Table:
    """Return candidates by two measures, as a table."""
    return Table(
        caption=block.title,
        columns=(Column("Candidate"), Column(block.x_label, "right"), Column(block.y_label, "right")),
        rows=tuple((dot.label, dot.x_text, dot.y_text) for dot in block.dots),
    )


def lines_table(block: Lines) -> Table:
    """Return scores over weights, as a table of what they are at both ends."""
    return Table(
        caption="The scores if the weight is 0 % → 100 %",
        columns=(
            Column("Weight of"),
            Column("Today", "right"),
            *(Column(name, "right") for name in block.names),
        ),
        rows=tuple((panel.label, panel.today, *panel.figures) for panel in block.panels),
        role="finding",
    )


def tornado_table(block: Tornado) -> Table:
    """Return what moves a lead, as a table."""
    return Table(
        caption=block.title,
        columns=(Column("Criterion"), Column(f"Lead of {block.ahead} over {block.behind}", "right")),
        rows=tuple((swing.label, swing.figure) for swing in block.swings),
        role="finding",
    )


def ranks_table(block: RankLines) -> Table:
    """Return ranges of ranks, as a table, with a column per rank where there are chances."""
    drawn = any(line.chances for line in block.lines)
    ranks = range(1, block.count + 1) if drawn else ()
    heads = (Column("Today", "right"), Column("Can be", "right"), *(Column(f"Rank {rank}", "right") for rank in ranks))
    return Table(
        caption=block.caption,
        columns=(Column("Candidate"), *heads),
        rows=tuple(
            (line.label, line.rank, Item(line.span, under=line.note), *_chances(line, ranks)) for line in block.lines
        ),
        role="finding",
    )


def slopes_table(block: Slopes) -> Table:
    """Return the ranks of all in all columns, as a table."""
    return Table(
        caption=block.caption,
        columns=(Column("Candidate"), *(Column(name, "right") for name in block.columns)),
        rows=tuple((slope.label, *slope.figures) for slope in block.slopes),
        role="finding",
    )


def spreads_table(block: Spreads) -> Table:
    """Return who judged what how, as a table."""
    rows = tuple(
        (
            spread.label,
            "; ".join(f"{block.names[one.who]} {one.figure}" for one in spread.judgements),
            spread.figure,
            spread.outcome,
        )
        for spread in block.spreads
    )
    columns = (Column("Performance"), Column("Judged"), Column("Mean", "right"), Column("What comes of it"))
    return Table("Who judged what, in points of value", columns, rows, role="finding")


def worths_table(block: Worths) -> Table:
    """Return what knowing is worth, as a table."""
    return Table(
        caption=block.title,
        columns=(Column("What to find out"), Column("Worth", "right"), Column("Changes the choice")),
        rows=tuple((worth.label, worth.figure, worth.chance) for worth in block.worths),
        role="finding",
    )


def _chances(line: RankLine, ranks: Iterable[int]) -> tuple[str, ...]:
    known = {chance.rank: chance.figure for chance in line.chances}
    return tuple(known.get(rank, "–") for rank in ranks)
