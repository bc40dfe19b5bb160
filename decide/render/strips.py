"""Ranges → percents of a strip: ranks, judgements, and what knowing is worth; letters and marks keep their size."""

from collections.abc import Sequence
from fractions import Fraction

from decide.model.record import Record, record
from decide.model.spread import Judgement, RankLine, RankLines, Spread, Spreads, Worths
from decide.render.charts import number
from decide.render.panels import look

MOST_TICKS = 20
"""More ranks than that have no number each: it would not fit on a phone."""
MOST_FIGURES = 5
"""So many ranks leave room for words above their bars."""
_EDGE = 4
"""How much of the strip is left free at either end, so that marks there are whole."""
_APART = 9
"""Judgements that lie nearer to each other stand below each other."""
_LANE = Fraction(27, 20)
"""The height of a row of judgements, in the size of a letter."""
_BASE, _ROOM = 72, 44
"""Where the bars of chances stand, in percents of the height, and how high the highest may be."""


@record
class ChanceBar(Record):
    """A bar over one rank, with its words above it (none where there is no room)."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    told: str
    title: str


@record
class DrawnRanks(Record):
    """A line from the best to the worst rank, dotted up to where it is proved not to come, and a mark for today."""

    line: RankLine
    label: str
    fill: str
    top: str
    best: str
    today: str
    worst: str
    bottom: str
    height: str
    bars: tuple[ChanceBar, ...]


@record
class Mark(Record):
    """One judgement: a mark with the number of who judged."""

    x: str
    y: str
    number: str
    title: str


@record
class DrawnSpread(Record):
    """A line from the lowest to the highest judgement, the marks on it, and the mean; ``tall`` in letters."""

    spread: Spread
    label: str
    low: str
    high: str
    mean: str
    middle: str
    tall: str
    marks: tuple[Mark, ...]


@record
class DrawnWorth(Record):
    """A bar up to the least that knowing is worth, and a paler one from there to the most."""

    label: str
    figure: str
    chance: str
    told: str
    sure: str
    rest: str


def ranks_drawn(block: RankLines) -> tuple[DrawnRanks, ...]:
    """Return a line per candidate; under bars where somebody drew."""
    most = max((chance.share for line in block.lines for chance in line.chances), default=Fraction(0))
    return tuple(_ranks(block, line, place, most) for place, line in enumerate(block.lines))


def has_chances(block: RankLines) -> bool:
    """Return whether there are bars."""
    return any(line.chances for line in block.lines)


def rank_ticks(block: RankLines) -> tuple[tuple[str, str], ...]:
    """Return label and place of the ranks; of many the first and every fifth have a label."""
    few = block.count <= MOST_TICKS
    ranks = range(1, block.count + 1)
    return tuple((str(rank) if few or rank == 1 or rank % 5 == 0 else "", _rank(rank, block.count)) for rank in ranks)


def spreads_drawn(block: Spreads) -> tuple[DrawnSpread, ...]:
    """Return a line per performance on a strip from 0 to 100 points of value."""
    return tuple(_spread(block, one) for one in block.spreads)


def value_ticks() -> tuple[tuple[str, str], ...]:
    """Return label and place of the values 0, 50 and 100."""
    return tuple((str(mark), _value(Fraction(mark))) for mark in (0, 50, 100))


def worths_drawn(block: Worths) -> tuple[DrawnWorth, ...]:
    """Return a bar per thing on the scale of the largest amount."""
    most = max((one.high for one in block.worths), default=Fraction(0)) or Fraction(1)
    return tuple(
        DrawnWorth(
            label=one.label,
            figure=one.figure,
            chance=one.chance,
            told=f"{one.label}: {one.figure}{f'; {one.chance}' if one.chance else ''}",
            sure=number(100 * one.low / most),
            rest=number(100 * (one.high - one.low) / most),
        )
        for one in block.worths
    )


def numbered(block: Spreads) -> tuple[tuple[str, str], ...]:
    """Return number and name of each who judged."""
    return tuple((str(place), name) for place, name in enumerate(block.names, start=1))


def _ranks(block: RankLines, line: RankLine, place: int, most: Fraction) -> DrawnRanks:
    ends = (line.top, line.best, line.today, line.worst, line.bottom)
    top, best, today, worst, bottom = (_rank(rank, block.count) for rank in ends)
    told = f"{line.label}: rank {line.rank} today, can be {line.span}{f' ({line.note})' if line.note else ''}"
    chances = ", ".join(f"{chance.rank} {chance.figure}" for chance in line.chances)
    return DrawnRanks(
        line=line,
        label=f"{told}; chances by rank: {chances}" if chances else told,
        fill=look(place)[0],
        top=top,
        best=best,
        today=today,
        worst=worst,
        bottom=bottom,
        height="85%" if has_chances(block) else "50%",
        bars=_bars(block, line, most),
    )


def _bars(block: RankLines, line: RankLine, most: Fraction) -> tuple[ChanceBar, ...]:
    slot = Fraction(100, block.count)
    drawn = []
    for chance in line.chances:
        if chance.share:
            height = _ROOM * chance.share / most
            drawn.append(
                ChanceBar(
                    x=f"{number(slot * (chance.rank - 1) + slot / 6)}%",
                    y=f"{number(_BASE - height)}%",
                    width=f"{number(slot * 2 / 3)}%",
                    height=f"{number(height)}%",
                    middle=_rank(chance.rank, block.count),
                    told=chance.figure if block.count <= MOST_FIGURES else "",
                    title=f"{line.label}, rank {chance.rank}: {chance.figure}",
                )
            )
    return tuple(drawn)


def _rank(rank: int, count: int) -> str:
    return f"{number(Fraction(200 * rank - 100, 2 * count))}%"


def _spread(block: Spreads, spread: Spread) -> DrawnSpread:
    lanes = _lanes(spread.judgements)
    values = [one.value for one in spread.judgements]
    tall = _LANE * (max(lanes.values(), default=0) + 1)
    marks = tuple(
        Mark(
            x=_value(one.value),
            y=f"{number(_LANE * (lanes[one.who] + Fraction(1, 2)))}rem",
            number=str(one.who + 1),
            title=f"{block.names[one.who]}: {one.figure}",
        )
        for one in spread.judgements
    )
    told = "; ".join(mark.title for mark in marks)
    return DrawnSpread(
        spread=spread,
        label=f"{spread.label}: {told}; mean {spread.figure}",
        low=_value(min(values)),
        high=_value(max(values)),
        mean=_value(spread.mean),
        middle=f"{number(tall / 2)}rem",
        tall=f"{number(tall)}rem",
        marks=marks,
    )


def _lanes(judgements: Sequence[Judgement]) -> dict[int, int]:
    """Return a row for each who judged: the first in which the mark before is far enough away."""
    found: dict[int, int] = {}
    last: list[Fraction] = []
    for one in sorted(judgements, key=lambda one: (one.value, one.who)):
        free = (lane for lane, value in enumerate(last) if one.value - value >= _APART)
        lane = next(free, len(last))
        last[lane : lane + 1] = [one.value]
        found[one.who] = lane
    return found


def _value(value: Fraction) -> str:
    return f"{number(_EDGE + value * (100 - 2 * _EDGE) / 100)}%"
