"""One block of each kind, and pages around them."""

from dataclasses import replace
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
from decide.model.spread import (
    Chance,
    Judgement,
    RankLine,
    RankLines,
    Slope,
    Slopes,
    Spread,
    Spreads,
    WorthBar,
    Worths,
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

RANK_LINES = RankLines(
    title="first can fall to rank 2",
    reading="how to read them",
    caption="ranks",
    count=4,
    lines=(
        RankLine("first", "1", "1 … 2", best=1, today=1, worst=2, top=1, bottom=2),
        RankLine("second", "2", "1 … 3", best=1, today=2, worst=3, top=1, bottom=4, note="1 … 4 not excluded"),
        RankLine("third", "3", "3", best=3, today=3, worst=3, top=3, bottom=3),
        RankLine("fourth", "4", "2 … 4", best=2, today=4, worst=4, top=2, bottom=4),
    ),
)
CHANCES = replace(
    RANK_LINES,
    lines=(
        replace(
            RANK_LINES.lines[0],
            chances=(Chance(1, Fraction(3, 4), "75 %"), Chance(2, Fraction(1, 4), "25 %")),
        ),
        *RANK_LINES.lines[1:],
    ),
)
SLOPES = Slopes(
    title="first is first for 1 of 2",
    reading="how to read them",
    caption="ranks by column",
    columns=("As written", "one", "other"),
    slopes=(
        Slope("first", 0, (1, 1, 3), ("1 (70.0)", "1 (80.0)", "3 (40.0)")),
        Slope("second", 1, (2, 2, 1), ("2 (60.0)", "2= (50.0)", "1= (60.0)")),
        Slope("third", 2, (0, 2, 1), ("screened out", "2= (50.0)", "1= (60.0)")),
    ),
    shown=(0, 1, 2),
    lines=(0, 1, 2),
)
SPREADS = Spreads(
    title="two differ",
    reading="how to read them",
    names=("mei", "lin"),
    spreads=(
        Spread(
            label="first: speed",
            mean=Fraction(50),
            figure="50",
            outcome="at 0 second is first",
            judgements=(Judgement(0, Fraction(0), "0"), Judgement(1, Fraction(100), "100")),
        ),
        Spread(
            label="second: speed",
            mean=Fraction(83, 2),
            figure="41.5",
            outcome="no rank of it changes",
            judgements=(Judgement(0, Fraction(40), "40"), Judgement(1, Fraction(43), "43")),
        ),
    ),
)
WORTHS = Worths(
    title="finding out the price is worth most",
    reading="how to read them",
    worths=(
        WorthBar(
            "price of second",
            Fraction(2),
            Fraction(5, 2),
            "2.0 … 2.5 points",
            "changes the choice in 30 ± 2 % of draws",
        ),
        WorthBar("speed", Fraction(0), Fraction(0), "nothing"),
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
    "RankLines": RANK_LINES,
    "Slopes": SLOPES,
    "Spreads": SPREADS,
    "Worths": WORTHS,
    "Notice": Notice(
        "warning", "missing", "one.yaml:3:17", "b says nothing", "fill it", 3, "candidates: [a, b]", 17, 1
    ),
}

assert set(BLOCKS) == {kind.__name__ for kind in get_args(Block)}, "a kind of block has no sample"
