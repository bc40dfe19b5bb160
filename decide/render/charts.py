"""Blocks → coordinates, so that templates do no arithmetic.

Bars and gaps are drawn row by row in a strip 100 wide that stretches with the page, so that their words stay text of
the page; a scatter is one drawing.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from decide.model.page import Bar, Bars, Block, Dot, Gaps, Scatter
from decide.model.record import Record, record

FILLS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8c8c")
"""Told apart with any kind of colour vision (Okabe and Ito 2008); grey is for all the rest."""

SCATTER_WIDTH, SCATTER_HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 20, 20, 48
_LETTER, _LINE, _AWAY = Fraction(8), 15, 11
"""Of a label: the width of a letter (twice that where letters are wide), the height of its line, how far off it is."""
_LONGEST_LABEL = 28
_FLOOR = SCATTER_HEIGHT - _BOTTOM


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
    """A bar to the right or to the left of where the two are equal."""

    label: str
    figure: str
    x: str
    width: str
    fill: str


@record
class DrawnDot(Record):
    """A dot with its label beside it, on a side that has room; without a label if none has."""

    x: str
    y: str
    label: str
    label_x: str
    label_y: str
    anchor: str
    front: bool
    title: str


@record
class Reach(Record):
    """How many points one candidate is ahead and how many behind at most, on any one criterion."""

    behind: Fraction
    ahead: Fraction


@record
class _Box(Record):
    """A rectangle that a label or a dot takes up."""

    left: Fraction
    top: Fraction
    right: Fraction
    bottom: Fraction

    def touches(self, other: "_Box") -> bool:
        """Return whether the two have room in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def inside(self) -> bool:
        """Return whether it lies within the drawing, above the numbers of the axis."""
        return self.left >= _LEFT and self.right <= SCATTER_WIDTH and self.top >= 0 and self.bottom <= _FLOOR


def drawn_bars(block: Bars) -> tuple[DrawnBar, ...]:
    """Return the bars on a scale from 0 to 100."""
    return tuple(_drawn_bar(bar) for bar in block.bars)


def legend(block: Bars) -> tuple[tuple[str, str], ...]:
    """Return fill and label of each part, in the order of the stack."""
    parts = next((bar.parts for bar in block.bars if bar.parts), ())
    return tuple((fill_of(index), part.label) for index, part in enumerate(parts))


def reach(blocks: Iterable[Block]) -> Reach:
    """Return how far the gaps of several pictures go to either side, so that all of them can have one scale."""
    amounts = [gap.amount for block in blocks if isinstance(block, Gaps) for gap in block.gaps]
    return Reach(max((-amount for amount in amounts), default=Fraction(0)), max(amounts, default=Fraction(0)))


def drawn_gaps(block: Gaps, widest: Reach | None = None) -> tuple[DrawnGap, ...]:
    """Return the gaps on the scale of the widest, or of their own; the largest reaches to an end."""
    within = widest or reach([block])
    middle, unit = Fraction(even(within)), _unit(within)
    drawn = []
    for gap in block.gaps:
        length = abs(gap.amount) * unit
        x = middle if gap.amount >= 0 else middle - length
        fill = FILLS[0] if gap.amount >= 0 else FILLS[5]
        drawn.append(DrawnGap(gap.label, gap.figure, number(x), number(length), fill))
    return tuple(drawn)


def even(widest: Reach) -> int:
    """Return where on the strip the two are equal: in the middle, or off it if one side needs little room."""
    ahead, behind = max(widest.ahead, Fraction(0)), max(widest.behind, Fraction(0))
    if not ahead + behind:
        return 50
    return min(max(round(100 * behind / (ahead + behind)), 25), 75)


def drawn_dots(block: Scatter) -> tuple[DrawnDot, ...]:
    """Return the dots in a frame of 640 × 400, both axes from 0 to 100; labels keep apart, the best have the choice."""
    dots = sorted(block.dots, key=lambda dot: (not dot.front, -dot.y))
    taken = [_Box(x - 7, y - 7, x + 7, y + 7) for x, y in {at(dot) for dot in dots}]
    drawn = []
    for dot in dots:
        x, y = at(dot)
        label = dot.label if len(dot.label) <= _LONGEST_LABEL else f"{dot.label[: _LONGEST_LABEL - 1]}…"
        free = (one for one in _places(x, y, label) if one[1].inside() and not any(map(one[1].touches, taken)))
        (label_x, label_y, anchor), box = next(free, ((x, y, "start"), None))
        if box is not None:
            taken.append(box)
        title = f"{dot.label}: {dot.x_text}; {dot.y_text}"
        told = label if box is not None else ""
        drawn.append(DrawnDot(number(x), number(y), told, number(label_x), number(label_y), anchor, dot.front, title))
    return tuple(drawn)


def at(dot: Dot) -> tuple[Fraction, Fraction]:
    """Return where a dot stands in the drawing."""
    width, height = SCATTER_WIDTH - _LEFT - _RIGHT, SCATTER_HEIGHT - _TOP - _BOTTOM
    return _LEFT + dot.x * width / 100, SCATTER_HEIGHT - _BOTTOM - dot.y * height / 100


def ticks() -> tuple[tuple[str, str, str], ...]:
    """Return label, x and y of the marks 0, 25 … 100 of a scatter."""
    marks = (Fraction(mark) for mark in (0, 25, 50, 75, 100))
    places = ((mark, at(Dot("", mark, mark, "", "", front=False))) for mark in marks)
    return tuple((str(mark), number(x), number(y)) for mark, (x, y) in places)


def fill_of(index: int) -> str:
    """Return the colour of the part at this place of the stack."""
    return FILLS[min(index, len(FILLS) - 1)]


def number(amount: Fraction | int) -> str:
    """Return a coordinate: two decimals at most."""
    return f"{float(amount):.2f}".rstrip("0").rstrip(".")


def _drawn_bar(bar: Bar) -> DrawnBar:
    stretches: list[Stretch] = []
    start = Fraction(0)
    for index, part in enumerate(bar.parts):
        if part.amount > 0:
            title = f"{part.label}: {number(part.amount)}"
            stretches.append(Stretch(number(start), number(part.amount), fill_of(index), title))
        start += part.amount
    is_open = bar.low is not None and bar.high is not None and bar.low != bar.high
    label = f"{bar.label}: {bar.figure}" + (f", from {bar.span}" if bar.span else "")
    low, high = (number(end) if is_open and end is not None else "" for end in (bar.low, bar.high))
    return DrawnBar(bar, tuple(stretches), low, high, label)


def _unit(widest: Reach) -> Fraction:
    """Return the length of a point."""
    middle = even(widest)
    room = ((middle, widest.behind), (100 - middle, widest.ahead))
    return min((space / amount for space, amount in room if amount > 0), default=Fraction(0))


def _places(x: Fraction, y: Fraction, label: str) -> Iterator[tuple[tuple[Fraction, Fraction, str], _Box]]:
    """Yield where a label may stand, the best first: its own place and anchor, and the room that it takes."""
    width = _LETTER * sum(1 if letter.isascii() else 2 for letter in label)
    for down in (0, -_LINE, _LINE, -2 * _LINE, 2 * _LINE):
        foot = y + 4 + down
        top, bottom = foot - 11, foot + 4
        yield (x + _AWAY, foot, "start"), _Box(x + _AWAY, top, x + _AWAY + width, bottom)
        yield (x - _AWAY, foot, "end"), _Box(x - _AWAY - width, top, x - _AWAY, bottom)
