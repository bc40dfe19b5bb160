"""A page: what is said, in which order, as blocks that every renderer knows."""

from fractions import Fraction

from decide.model.record import Record, record


@record
class Text(Record):
    """A paragraph. ``role`` is lead (the answer), plain, note (small print) or command (what to type)."""

    text: str
    role: str = "plain"


@record
class Column(Record):
    """A column of a table; ``align`` is left or right."""

    title: str
    align: str = "left"


@record
class Table(Record):
    """Rows of text; ``caption`` says what they show; a ``total`` row stands apart at the end."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


@record
class Part(Record):
    """A stretch of a stacked bar: ``amount`` in points."""

    label: str
    amount: Fraction


@record
class Bar(Record):
    """One candidate's score: ``amount``, ``low`` and ``high`` in points 0 … 100; without an amount only ``note``."""

    label: str
    rank: str
    note: str = ""
    figure: str = ""
    span: str = ""
    amount: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    parts: tuple[Part, ...] = ()


@record
class Bars(Record):
    """Scores as bars, best first; ``reading`` says how to read them."""

    title: str
    reading: str
    bars: tuple[Bar, ...]


@record
class Notice(Record):
    """A problem with its place, the line it stands in, and the remedy."""

    severity: str
    code: str
    place: str
    message: str
    hint: str
    number: int
    line: str
    column: int
    width: int


Block = Text | Table | Bars | Notice


@record
class Section(Record):
    """Blocks under one title; the first section of a page may have none."""

    title: str
    blocks: tuple[Block, ...]


@record
class Page(Record):
    """A title, a line under it, and sections."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footer: str = ""
