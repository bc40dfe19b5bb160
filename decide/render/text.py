"""Page → text for a terminal: 80 columns, no colour unless it is asked for."""

from fractions import Fraction

from decide.model.page import Bars, Block, Lines, Notice, Page, Picture, Table, Text
from decide.model.record import Record, record
from decide.render.plain import lines_table, picture_table, plain_rows
from decide.render.width import boxed, fitted, padded, width, wrapped

COLUMNS = 80
_EIGHTHS = " ▏▎▍▌▋▊▉"
_MOST_BAR, _LEAST_BAR = 28, 10


@record
class Paint(Record):
    """The codes that set text apart; PLAIN sets nothing apart."""

    bold: str = ""
    faint: str = ""
    red: str = ""
    yellow: str = ""
    end: str = ""

    def on(self, text: str, code: str) -> str:
        """Return ``text`` between a code and its end."""
        return f"{code}{text}{self.end}" if code and text else text


PLAIN = Paint()
COLOUR = Paint("\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m")


def text_of(page: Page, paint: Paint = PLAIN) -> str:
    """Return the page as lines of at most 80 cells where words allow it, with a line end after the last."""
    lines: list[str] = []
    heads = [part for part in (page.title, page.subtitle) if part]
    if sum(map(width, heads)) + 3 <= COLUMNS:
        heads = [" · ".join(heads)]
    lines += [paint.on(line, paint.bold) for head in heads if head for line in wrapped(head, COLUMNS)]
    for section in page.sections:
        if section.title:
            lines += ["", paint.on(section.title, paint.bold)]
        for block in section.blocks:
            told = _block(block, paint)
            if lines and told and not (isinstance(block, Text) and block.role == "follow"):
                lines.append("")
            lines += told
    if page.footer:
        lines += ["", *wrapped(page.footer, COLUMNS)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block, paint: Paint) -> list[str]:
    match block:
        case Text(text, role):
            if role == "command":
                return [f"    {text}"]  # on one line, however long, so that it can be copied
            code = paint.bold if role == "lead" else paint.faint if role == "note" else ""
            return [paint.on(line, code) for line in wrapped(text, COLUMNS)]
        case Table():
            return _table(block, paint)
        case Bars():
            return _bars(block, paint)
        case Lines():
            told = [line for panel in block.panels for line in wrapped(panel.title, COLUMNS)]
            return [*wrapped(block.title, COLUMNS), "", *told, "", *_table(lines_table(block), paint)]
        case Notice():
            return _notice(block, paint)
    return _picture(block, paint)


def _picture(block: Picture, paint: Paint) -> list[str]:
    """Return a picture as its table, after its title where the table has a caption of its own."""
    table = picture_table(block)
    if table.caption == block.title:
        return _table(table, paint)
    return [*wrapped(block.title, COLUMNS), "", *_table(table, paint)]


def _bars(block: Bars, paint: Paint) -> list[str]:
    told_ranks = _marked([bar.rank for bar in block.bars], "=")
    told_figures = _marked([bar.figure for bar in block.bars], "*")
    ranks, figures = max(map(width, told_ranks), default=1), max(map(width, told_figures), default=0)
    spans = max((width(bar.span) for bar in block.bars), default=0)
    fixed = 2 + ranks + 2 + 2 + figures + 2 + (spans + 2 if spans else 0)
    names = min(max(width(bar.label) for bar in block.bars), COLUMNS - fixed - _LEAST_BAR)
    cells = max(_LEAST_BAR, min(_MOST_BAR, COLUMNS - fixed - names))
    lines = []
    for bar, rank, figure in zip(block.bars, told_ranks, told_figures, strict=True):
        start = f"  {padded(rank, ranks, 'right')}  {padded(fitted(bar.label, names), names)}  "
        if bar.amount is None:
            told = boxed(bar.note, COLUMNS - width(start))
            lines += [start + told[0], *(" " * width(start) + line for line in told[1:])]
            continue
        drawn = padded(_drawn(bar.amount, cells), cells)
        shown = start + padded(figure, figures, "right")
        shown = paint.on(shown, paint.bold) if bar.rank in ("1", "1=") else shown
        lines.append(f"{shown}  {drawn}  {padded(bar.span, spans, 'right')}")
    return lines


def _marked(texts: list[str], mark: str) -> list[str]:
    """Return the texts so that they stand digit under digit, whether or not ``mark`` follows."""
    blank = " " if any(text.endswith(mark) for text in texts) else ""
    return [text if text.endswith(mark) else text + blank for text in texts]


def _drawn(amount: Fraction, cells: int) -> str:
    eighths = int(amount * cells * 8 / 100)
    whole, rest = divmod(max(0, eighths), 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _table(block: Table, paint: Paint) -> list[str]:
    told = plain_rows(block)
    rows = [*told, block.total] if block.total else told
    widest = [
        max([width(column.title), *(width(row[index]) for row in rows)]) for index, column in enumerate(block.columns)
    ]
    widths = _shared_out(widest, COLUMNS - 2 * (len(widest) - 1) - 2)

    def lines_of(cells: tuple[str, ...]) -> list[str]:
        told = [boxed(cell, size) for cell, size in zip(cells, widths, strict=True)]
        return [
            "  "
            + "  ".join(
                padded(lines[index] if index < len(lines) else "", size, column.align)
                for lines, size, column in zip(told, widths, block.columns, strict=True)
            )
            for index in range(max(len(lines) for lines in told))
        ]

    heads = lines_of(tuple(column.title for column in block.columns))
    lines = [*wrapped(block.caption, COLUMNS), ""] if block.role == "finding" else []
    lines += [paint.on(line.rstrip(), paint.faint) for line in heads]
    for row in told:
        lines += lines_of(row)
    if block.total:
        lines += ["  " + "─" * (sum(widths) + 2 * (len(widths) - 1))]
        lines += [paint.on(line.rstrip(), paint.bold) for line in lines_of(block.total)]
    return lines


def _shared_out(widest: list[int], room: int) -> list[int]:
    """Return column widths that fit: the widest columns give way first."""
    widths = list(widest)
    while sum(widths) > room and max(widths) > 6:
        widths[widths.index(max(widths))] -= 1
    return widths


def _notice(block: Notice, paint: Paint) -> list[str]:
    code = paint.red if block.severity == "error" else paint.yellow
    lines = [
        f"{paint.on(block.place, paint.bold)}: {paint.on(f'{block.severity} {block.code}', code)}: {block.message}"
    ]
    if block.line.strip():
        number = str(block.number)
        line, column, shown = _window(block)
        before = width(line[: column - 1])
        carets = "^" * max(1, width(line[column - 1 : column - 1 + shown]))
        lines.append(f" {number} | {line}")
        lines.append(f" {' ' * len(number)} | {' ' * before}{paint.on(carets, code)}")
    if block.hint:
        lines.append(f"   = {block.hint}")
    return lines


def _window(block: Notice) -> tuple[str, int, int]:
    """Return the part of a long line that holds the place, the column in it, and how much is marked."""
    room, skipped = COLUMNS - 8, max(0, block.column - 1 - 2 * COLUMNS)
    near = block.line[skipped : skipped + 6 * COLUMNS]  # a line can be megabytes long
    line = "".join(character if character.isprintable() else "·" for character in near.replace("\t", " "))
    first = block.column - 1 - skipped
    start, end = 0, len(line)
    if width(line) > room:
        start = end = first
        while start and width(line[start - 1 : first]) <= room // 3:
            start -= 1
        while end < len(line) and width(line[start : end + 1]) <= room:
            end += 1
        while start and width(line[start - 1 : end]) <= room:
            start -= 1
    before, after = "…" if start or skipped else "", "…" if end < len(line) else ""
    shown = f"{before}{line[start + len(before) : end - len(after)]}{after}"
    return shown, first - start + 1, max(1, min(block.width, end - first))
