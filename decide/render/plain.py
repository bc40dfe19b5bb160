"""What pictures and rich cells say where only text can stand: rows of words."""

from dataclasses import replace

from decide.model.page import Column, Content, Gaps, Item, Lines, Scatter, Table, Tornado


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
