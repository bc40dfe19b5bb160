"""Blocks → coordinates, so that templates do no arithmetic.

Bars and gaps are drawn row by row in a strip 100 wide that stretches with the page, so that their words stay text of
the page; a scatter is one drawing.
"""

from fractions import Fraction

from decide.model.page import Bar, Bars, Dot, Gaps, Scatter
from decide.model.record import Record, record

FILLS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8c8c")
"""Told apart with any kind of colour vision (Okabe and Ito 2008); grey is for all the rest."""

SCATTER_WIDTH, SCATTER_HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 20, 20, 48


@record
class Stretch(Record):
    """A rectangle of a stacked bar: from ``x``, ``width`` wide, of 100."""

    x: str
    width: str
    fill: str
    title: str


@record
class DrawnBar(Record):
    """A bar, its stretches, and the line from low to high (empty where nothing is open)."""

    bar: Bar
    stretches: tuple[Stretch, ...]
    low: str
    high: str
    label: str


@record
class DrawnGap(Record):
    """A bar to the right or to the left of the middle, which stands at 50."""

    label: str
    figure: str
    x: str
    width: str
    fill: str


@record
class DrawnDot(Record):
    """A dot with its label beside it, on the side that has room."""

    x: str
    y: str
    label: str
    label_x: str
    label_y: str
    anchor: str
    front: bool
    title: str


def drawn_bars(block: Bars) -> tuple[DrawnBar, ...]:
    """Return the bars on a scale from 0 to 100."""
    return tuple(_drawn_bar(bar) for bar in block.bars)


def legend(block: Bars) -> tuple[tuple[str, str], ...]:
    """Return fill and label of each part, in the order of the stack."""
    parts = next((bar.parts for bar in block.bars if bar.parts), ())
    return tuple((fill_of(index), part.label) for index, part in enumerate(parts))


def drawn_gaps(block: Gaps) -> tuple[DrawnGap, ...]:
    """Return the gaps around a middle at 50, the largest reaching to an end."""
    most = max((abs(gap.amount) for gap in block.gaps), default=Fraction(1)) or Fraction(1)
    drawn = []
    for gap in block.gaps:
        length = 50 * abs(gap.amount) / most
        x = Fraction(50) if gap.amount >= 0 else 50 - length
        fill = FILLS[0] if gap.amount >= 0 else FILLS[5]
        drawn.append(DrawnGap(gap.label, gap.figure, _number(x), _number(length), fill))
    return tuple(drawn)


def drawn_dots(block: Scatter) -> tuple[DrawnDot, ...]:
    """Return the dots in a frame of 640 × 400, both axes from 0 to 100; labels keep apart from each other."""
    taken: list[Fraction] = []
    drawn = []
    for dot in sorted(block.dots, key=lambda dot: -dot.y):
        x, y = at(dot)
        label_y = y + 4
        while any(abs(label_y - other) < 15 for other in taken):
            label_y += 15
        taken.append(label_y)
        right = x < SCATTER_WIDTH * Fraction(2, 3)
        drawn.append(
            DrawnDot(
                x=_number(x),
                y=_number(y),
                label=dot.label if len(dot.label) <= 28 else f"{dot.label[:27]}…",
                label_x=_number(x + 11 if right else x - 11),
                label_y=_number(label_y),
                anchor="start" if right else "end",
                front=dot.front,
                title=f"{dot.label}: {dot.x_text}; {dot.y_text}",
            )
        )
    return tuple(drawn)


def at(dot: Dot) -> tuple[Fraction, Fraction]:
    """Return where a dot stands in the drawing."""
    width, height = SCATTER_WIDTH - _LEFT - _RIGHT, SCATTER_HEIGHT - _TOP - _BOTTOM
    return _LEFT + dot.x * width / 100, SCATTER_HEIGHT - _BOTTOM - dot.y * height / 100


def ticks() -> tuple[tuple[str, str, str], ...]:
    """Return label, x and y of the marks 0, 25 … 100 of a scatter."""
    marks = (Fraction(mark) for mark in (0, 25, 50, 75, 100))
    places = ((mark, at(Dot("", mark, mark, "", "", front=False))) for mark in marks)
    return tuple((str(mark), _number(x), _number(y)) for mark, (x, y) in places)


def fill_of(index: int) -> str:
    """Return the colour of the part at this place of the stack."""
    return FILLS[min(index, len(FILLS) - 1)]


def _drawn_bar(bar: Bar) -> DrawnBar:
    stretches: list[Stretch] = []
    start = Fraction(0)
    for index, part in enumerate(bar.parts):
        if part.amount > 0:
            title = f"{part.label}: {_number(part.amount)}"
            stretches.append(Stretch(_number(start), _number(part.amount), fill_of(index), title))
        start += part.amount
    is_open = bar.low is not None and bar.high is not None and bar.low != bar.high
    label = f"{bar.label}: {bar.figure}" + (f", from {bar.span}" if bar.span else "")
    low, high = (_number(end) if is_open and end is not None else "" for end in (bar.low, bar.high))
    return DrawnBar(bar, tuple(stretches), low, high, label)


def _number(amount: Fraction | int) -> str:
    return f"{float(amount):.2f}".rstrip("0").rstrip(".")
