"""Scores over one weight → coordinates: a panel per weight, a line with its own colour and dashes per candidate."""

from fractions import Fraction

from decide.model.page import Lines, Panel
from decide.model.record import Record, record
from decide.render.charts import FILLS, number

WIDTH, HEIGHT = 300, 176
LEFT, RIGHT, TOP, BOTTOM = 28, 292, 8, 152
"""Where the plotted field begins and ends."""
DASHES = ("none", "7 3", "2 3", "9 3 2 3", "4 4", "1 4", "12 4")
"""Told apart without colour too."""
_THICK, _THIN = "3", "2"


@record
class DrawnLine(Record):
    """A score as a line from the weight 0 to the weight 1."""

    y1: str
    y2: str
    stroke: str
    dashes: str
    thick: str
    title: str


@record
class DrawnPanel(Record):
    """A panel: lines, the band in which the first stays first, today's weight, and rings where the first changes."""

    title: str
    label: str
    lines: tuple[DrawnLine, ...]
    band: str
    band_width: str
    today: str
    rings: tuple[tuple[str, str], ...]


def drawn_panels(block: Lines) -> tuple[DrawnPanel, ...]:
    """Return the panels of a picture, the lines of those at the back first, so that the first lies on top."""
    return tuple(_drawn(block, panel) for panel in block.panels)


def legend(block: Lines) -> tuple[tuple[str, str, str, str], ...]:
    """Return stroke, dashes, thickness and name of each line."""
    return tuple((*look(place), name) for place, name in enumerate(block.names))


def ticks() -> tuple[tuple[str, str, str], ...]:
    """Return label, x and y of the marks 0, 50 and 100: weights in percent, and scores."""
    marks = (Fraction(mark) for mark in (0, 50, 100))
    return tuple((str(mark), number(_x(mark / 100)), number(_y(mark))) for mark in marks)


def look(place: int) -> tuple[str, str, str]:
    """Return stroke, dashes and thickness of the line at this place, counted from 0; the first is the thickest."""
    round_ = place // len(FILLS)
    return FILLS[place % len(FILLS)], DASHES[(place + round_) % len(DASHES)], _THICK if place == 0 else _THIN


def _drawn(block: Lines, panel: Panel) -> DrawnPanel:
    told = "; ".join(f"{name} {figure}" for name, figure in zip(block.names, panel.figures, strict=True))
    lines = [
        DrawnLine(number(_y(start)), number(_y(end)), *look(place), title=f"{name}: {figure}")
        for place, (name, figure, (start, end)) in enumerate(zip(block.names, panel.figures, panel.ends, strict=True))
    ]
    return DrawnPanel(
        title=panel.title,
        label=f"{panel.title}. Today {panel.today}. Scores from a weight of 0 to 100 %: {told}",
        lines=tuple(reversed(lines)),
        band=number(_x(panel.low)),
        band_width=number(_x(panel.high) - _x(panel.low)),
        today=number(_x(panel.weight)),
        rings=tuple((number(_x(at)), number(_y(score))) for at, score in panel.crossings),
    )


def _x(weight: Fraction) -> Fraction:
    return LEFT + weight * (RIGHT - LEFT)


def _y(score: Fraction) -> Fraction:
    return BOTTOM - score * (BOTTOM - TOP) / 100
