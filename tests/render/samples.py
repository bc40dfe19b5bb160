"""One block of each kind, and pages around them."""

from fractions import Fraction
from typing import get_args

from decide.model.page import (
    Bar,
    Bars,
    Block,
    Column,
    Dot,
    Gap,
    Gaps,
    Item,
    Lines,
    Link,
    Notice,
    Panel,
    Part,
    Scatter,
    Swing,
    Table,
    Text,
    Tornado,
)

LINES = Lines(
    title="lines",
    reading="how to read them",
    names=("first", "second"),
    panels=(
        Panel(
            label="price",
            title="If price weighs less than 71.4 %, second is first",
            today="75.0 %",
            weight=Fraction(3, 4),
            low=Fraction(5, 7),
            high=Fraction(1),
            ends=((Fraction(20), Fraction(80)), (Fraction(70), Fraction(60))),
            figures=("20.0 → 80.0", "70.0 → 60.0"),
            crossings=((Fraction(5, 7), Fraction(440, 7)),),
        ),
    ),
)
TORNADO = Tornado(
    title="what moves the lead",
    reading="how to read it",
    ahead="first",
    behind="second",
    lead=Fraction(3),
    swings=(
        Swing("speed", "−2.0 … 8.0", Fraction(-2), Fraction(8)),
        Swing("price", "1.0 … 3.0", Fraction(1), Fraction(3)),
    ),
)

BLOCKS: dict[str, Block] = {
    "Text": Text("a paragraph", "lead", (Link("there", "https://example.com/"), Link("here", "#s1"))),
    "Table": Table(
        caption="a table",
        columns=(Column("what"), Column("how much", "right")),
        rows=(
            ("one", "1"),
            (Item("two", figure="2", under="small", shade=40, indent=1, links=(Link("here", "#s1"),)), "2"),
            (Item("three", to="#s1", bar=Fraction(1, 3), shade=-1), ""),
        ),
        total=("sum", "3"),
        anchors=("a1", "a2", "a3"),
    ),
    "Bars": Bars(
        title="bars",
        reading="how to read them",
        bars=(
            Bar(
                label="first",
                rank="1",
                figure="75.0*",
                span="60.0–80.0",
                amount=Fraction(75),
                low=Fraction(60),
                high=Fraction(80),
                parts=(Part("price", Fraction(50)), Part("speed", Fraction(25))),
            ),
            Bar("second", "–", "screened out: fails the gate “g”"),
        ),
    ),
    "Gaps": Gaps(
        title="gaps",
        reading="how to read them",
        ahead="first",
        behind="second",
        gaps=(Gap("price", "+12.0", Fraction(12)), Gap("speed", "−3.0", Fraction(-3))),
        total="+9.0",
    ),
    "Scatter": Scatter(
        title="dots",
        reading="how to read them",
        x_label="price",
        y_label="the rest",
        dots=(
            Dot("first", Fraction(20), Fraction(90), "80", "90.0", front=True),
            Dot("second", Fraction(20), Fraction(90), "80", "90.0", front=False),
        ),
    ),
    "Lines": LINES,
    "Tornado": TORNADO,
    "Notice": Notice(
        "warning", "missing", "one.yaml:3:17", "b says nothing", "fill it", 3, "candidates: [a, b]", 17, 1
    ),
}

assert set(BLOCKS) == {kind.__name__ for kind in get_args(Block)}, "a kind of block has no sample"
