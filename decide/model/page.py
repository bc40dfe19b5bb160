"""A page: what is said, in which order, as blocks that every renderer knows."""

from fractions import Fraction

from decide.model.record import Record, record
from decide.model.spread import RankLines, Slopes, Spreads, Worths


@record
class Link(Record):
    """Words that lead somewhere: ``to`` is ``#anchor`` on the same page, or an address."""

    text: str
    to: str


@record
class Text(Record):
    """A paragraph. ``role`` is lead (the answer), plain, warning, note (small print) or command (what to type)."""

    text: str
    role: str = "plain"
    links: tuple[Link, ...] = ()


@record
class Item(Record):
    """What stands in one cell of a table, where text alone is not enough.

    ``shade`` is a value 0 … 100 that tints the cell, -1 for what is unknown; ``figure`` a small number beside the
    text; ``under`` small print below it; ``bar`` a share of 1 drawn as a bar; ``indent`` a depth in a tree.
    """

    text: str
    to: str = ""
    figure: str = ""
    under: str = ""
    shade: int | None = None
    bar: Fraction | None = None
    indent: int = 0
    links: tuple[Link, ...] = ()


Content = str | Item


@record
class Column(Record):
    """A column of a table; ``align`` is left or right."""

    title: str
    align: str = "left"


@record
class Table(Record):
    """Rows of cells; ``caption`` says what they show; a ``total`` row stands apart at the end.

    ``anchors``, one per row if any, are where links to a row lead; ``role`` is plain, grid (shaded), register, or
    finding (one of several under a title, so that its caption is always shown).
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    total: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    role: str = "plain"


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
class Gap(Record):
    """One row of a difference: ``amount`` in points, above zero for the first, below for the second."""

    label: str
    figure: str
    amount: Fraction


@record
class Gaps(Record):
    """A difference taken apart: its gaps, largest first, sum to ``total``."""

    title: str
    reading: str
    ahead: str
    behind: str
    gaps: tuple[Gap, ...]
    total: str


@record
class Dot(Record):
    """One candidate by two measures; ``front``: no other is better on both."""

    label: str
    x: Fraction
    y: Fraction
    x_text: str
    y_text: str
    front: bool


@record
class Scatter(Record):
    """Candidates by two measures, both better towards the upper right."""

    title: str
    reading: str
    x_label: str
    y_label: str
    dots: tuple[Dot, ...]


@record
class Panel(Record):
    """One weight moved from 0 to 1: the score of each name of the picture at both, as numbers and in words.

    ``weight`` is today's; from ``low`` to ``high`` the first stays first; ``crossings`` are (weight, score) where the
    first place changes. ``title`` is what the panel shows, ``today`` the weight in words.
    """

    label: str
    title: str
    today: str
    weight: Fraction
    low: Fraction
    high: Fraction
    ends: tuple[tuple[Fraction, Fraction], ...]
    figures: tuple[str, ...]
    crossings: tuple[tuple[Fraction, Fraction], ...] = ()


@record
class Lines(Record):
    """Scores over one weight, a panel per weight; ``names`` are those whose lines are drawn, the first of all first."""

    title: str
    reading: str
    names: tuple[str, ...]
    panels: tuple[Panel, ...]


@record
class Swing(Record):
    """From ``low`` to ``high`` goes the lead if what is open on one criterion comes out; ``figure`` says it."""

    label: str
    figure: str
    low: Fraction
    high: Fraction


@record
class Tornado(Record):
    """What moves a lead, the widest first; ``lead`` is today's, ``ahead`` leads ``behind``."""

    title: str
    reading: str
    ahead: str
    behind: str
    lead: Fraction
    swings: tuple[Swing, ...]


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


Picture = Gaps | Scatter | Tornado | RankLines | Slopes | Spreads | Worths
"""What a table says as well, where only text can stand."""
Block = Text | Table | Bars | Lines | Picture | Notice


@record
class Section(Record):
    """Blocks under one title; ``part`` is front (page one), body or appendix."""

    title: str
    blocks: tuple[Block, ...]
    part: str = "body"


@record
class Page(Record):
    """A title, a line under it, facts at a glance, sections, and a mark across the page such as “draft”."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footer: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    mark: str = ""
