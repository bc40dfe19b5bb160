"""Blocks → coordinates, so that templates do no arithmetic. All lengths are in the units of the drawing."""

from fractions import Fraction

from decide.model.page import Bars
from decide.model.record import Record, record

WIDTH, ROW, NAME, FIGURE, PLOT = 720, 34, 178, 92, 440
_SHADES = (
    ("#1f5a94", "#ffffff"),
    ("#3f7fbf", "#ffffff"),
    ("#79aede", "#10222f"),
    ("#b5d3ee", "#10222f"),
)


@record
class Stretch(Record):
    """A rectangle of a stacked bar."""

    x: str
    width: str
    fill: str
    title: str


@record
class DrawnBar(Record):
    """One row of the drawing."""

    y: int
    middle: int
    rank: str
    label: str
    note: str
    figure: str
    stretches: tuple[Stretch, ...]
    low: str
    high: str


@record
class Drawing(Record):
    """A bar chart in coordinates."""

    width: int
    height: int
    ticks: tuple[tuple[str, str], ...]
    bars: tuple[DrawnBar, ...]


def bar_drawing(block: Bars) -> Drawing:
    """Return stacked bars on a scale from 0 to 100, with a line from low to high."""
    bars = []
    for index, bar in enumerate(block.bars):
        y = 6 + index * ROW
        stretches: list[Stretch] = []
        start = Fraction(0)
        for position, part in enumerate(bar.parts):
            if part.amount > 0:
                fill = _SHADES[position % len(_SHADES)][0]
                title = f"{part.label}: {_number(part.amount)}"
                stretches.append(Stretch(_at(start), _number(part.amount * PLOT / 100), fill, title))
            start += part.amount
        has_span = bar.low is not None and bar.high is not None and bar.low != bar.high
        bars.append(
            DrawnBar(
                y=y,
                middle=y + 11,
                rank=bar.rank,
                label=_cut(bar.label),
                note=bar.note,
                figure=bar.figure,
                stretches=tuple(stretches),
                low=_at(bar.low) if has_span and bar.low is not None else "",
                high=_at(bar.high) if has_span and bar.high is not None else "",
            )
        )
    ticks = tuple((_at(Fraction(tick)), str(tick)) for tick in (0, 25, 50, 75, 100))
    return Drawing(WIDTH, 6 + len(bars) * ROW + 22, ticks, tuple(bars))


def _at(points: Fraction) -> str:
    return _number(NAME + points * PLOT / 100)


def _number(amount: Fraction | int) -> str:
    return f"{float(amount):.2f}".rstrip("0").rstrip(".")


def _cut(label: str) -> str:
    return label if len(label) <= 22 else f"{label[:21]}…"
