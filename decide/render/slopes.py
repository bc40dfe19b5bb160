"""Ranks from column to column → coordinates: across in percents, down in the size of a letter, so that words fit."""

from fractions import Fraction
from itertools import pairwise

from decide.model.record import Record, record
from decide.model.spread import Slope, Slopes
from decide.render.charts import number
from decide.render.panels import look
from decide.render.width import fitted

ROW = Fraction(12, 5)
"""The height of a row, in the size of a letter: two lines of a name."""
LONGEST_NAME, LONGEST_HEAD = 24, 60
MOST_NARROW = 4
"""So many columns stand side by side on a phone; more of them scroll."""


@record
class Step(Record):
    """A line from one column to the next."""

    x1: str
    y1: str
    x2: str
    y2: str


@record
class Stop(Record):
    """Where a candidate stands in a column: a ring with its rank in it."""

    x: str
    y: str
    rank: str
    title: str


@record
class DrawnSlope(Record):
    """A candidate's way through the columns."""

    stroke: str
    dashes: str
    thick: str
    steps: tuple[Step, ...]
    stops: tuple[Stop, ...]


@record
class DrawnSlopes(Record):
    """Heads of the columns, names of the rows in the order of the first column, and the ways, the best on top."""

    heads: tuple[str, ...]
    names: tuple[str, ...]
    slopes: tuple[DrawnSlope, ...]
    tall: str
    label: str
    wide: bool


def drawn(block: Slopes) -> DrawnSlopes:
    """Return what is drawn: who ties, or is screened out, stands below the other, so that no two marks meet."""
    slopes = [block.slopes[place] for place in block.lines]
    places = [_places([slope.ranks[column] for slope in slopes]) for column in block.shown]
    ways = [_way(block, slope, [column[at] for column in places]) for at, slope in enumerate(slopes)]
    first = places[0] if places else []
    ordered = sorted(range(len(slopes)), key=lambda at: first[at])
    return DrawnSlopes(
        heads=tuple(fitted(block.columns[column], LONGEST_HEAD) for column in block.shown),
        names=tuple(fitted(slopes[at].label, LONGEST_NAME) for at in ordered),
        slopes=tuple(reversed(ways)),
        tall=f"{number(ROW * len(slopes))}rem",
        label=_label(block, slopes),
        wide=len(block.shown) > MOST_NARROW,
    )


def _places(ranks: list[int]) -> list[int]:
    """Return the row of each, from 0: by rank, the screened out last, who ties in the order given."""
    ordered = sorted(range(len(ranks)), key=lambda at: (ranks[at] == 0, ranks[at], at))
    return [ordered.index(at) for at in range(len(ranks))]


def _way(block: Slopes, slope: Slope, rows: list[int]) -> DrawnSlope:
    count = len(block.shown)
    points = [
        (f"{number(Fraction(200 * at + 100, 2 * count))}%", f"{number(ROW * row + ROW / 2)}rem")
        for at, row in enumerate(rows)
    ]
    stops = tuple(
        Stop(x, y, str(slope.ranks[column] or "–"), f"{slope.label}, {block.columns[column]}: {slope.figures[column]}")
        for (x, y), column in zip(points, block.shown, strict=True)
    )
    return DrawnSlope(*look(slope.look), tuple(Step(*one, *other) for one, other in pairwise(points)), stops)


def _label(block: Slopes, slopes: list[Slope]) -> str:
    heads = ", ".join(block.columns[column] for column in block.shown)
    told = (f"{one.label} {', '.join(str(one.ranks[column] or '–') for column in block.shown)}" for one in slopes)
    return f"{block.title}. Ranks by column ({heads}): {'; '.join(told)}"
