"""Page → Markdown, for a ticket, a wiki or a pull request."""

import re
from collections.abc import Sequence

from decide.model.page import Bars, Block, Lines, Notice, Page, Picture, Table, Text
from decide.render.plain import filled, lines_table, picture_table, plain_rows

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])")
_OPENER = re.compile(r"\A([0-9]+(?=[.)]))?([-+=.)])")


def markdown_of(page: Page) -> str:
    """Return the page as GitHub-flavoured Markdown; what users wrote stays text."""
    lines: list[str] = [f"# {_plain(page.title)}"] if page.title else []
    if page.subtitle:
        lines += ["", _plain(page.subtitle)]
    if page.facts:
        lines += ["", " · ".join(f"{_plain(label)}: {_plain(value)}" for label, value in page.facts)]
    for section in page.sections:
        if section.title:
            lines += ["", f"## {_plain(section.title)}"]
        for block in section.blocks:
            lines += ["", *_block(block)]
    if page.footer:
        lines += ["", f"<sub>{_plain(page.footer)}</sub>"]
    return "\n".join(lines).strip("\n") + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Text(text, role):
            if role == "command":
                return ["```sh", text, "```"]
            return [f"**{_plain(text)}**" if role == "lead" else _paragraph(text)]
        case Lines():
            told = [f"- {_plain(panel.title)}" for panel in block.panels]
            return [_plain(block.title), "", *told, "", *_block(lines_table(block))]
        case Table():
            return _table(block)
        case Bars():
            heads = [("Rank", "right"), ("Candidate", "left"), ("Score", "right"), ("Range", "right")]
            rows = [
                (bar.rank, _plain(bar.label), _plain(bar.figure or bar.note), _plain(bar.span)) for bar in block.bars
            ]
            return _rows(heads, rows)
        case Notice():
            notice = f"- **{block.severity} {block.code}** `{block.place.replace('`', '')}`: {_plain(block.message)}"
            return [notice + (f" — {_plain(block.hint)}" if block.hint else "")]
    return _picture(block)


def _picture(block: Picture) -> list[str]:
    """Return a picture as its table, after its title where the table has a caption of its own."""
    table = picture_table(block)
    if table.caption == block.title:
        return _table(table)
    return [_paragraph(block.title), "", *_table(table)]


def _table(whole: Table) -> list[str]:
    block = filled(whole)
    rows = [tuple(map(_plain, row)) for row in plain_rows(block)]
    if block.total:
        rows.append(tuple(f"**{_plain(cell)}**" if cell else "" for cell in block.total))
    heads = [(_plain(column.title), column.align) for column in block.columns]
    return [f"*{_plain(block.caption)}*", "", *_rows(heads, rows)]


def _rows(heads: list[tuple[str, str]], rows: Sequence[tuple[str, ...]]) -> list[str]:
    rule = ["---:" if align == "right" else ":---" for _, align in heads]
    return [_line([title for title, _ in heads]), _line(rule), *(_line(row) for row in rows)]


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _paragraph(text: str) -> str:
    """Return text for the beginning of a line, where a dash, or a number and a dot, would make a list."""
    return _OPENER.sub(r"\1\\\2", _plain(text.lstrip()))


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
