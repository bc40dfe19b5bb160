"""Pictures of how far things spread: ranks, ranks from column to column, judgements, and what knowing is worth."""

from fractions import Fraction

from decide.model.record import Record, record


@record
class Chance(Record):
    """How likely one rank is: a ``share`` of 1; ``figure`` says it, with its error where it is an estimate."""

    rank: int
    share: Fraction
    figure: str


@record
class RankLine(Record):
    """The ranks that one candidate can have: ``best`` and ``worst`` are reached, ``today`` is what it has now.

    It never comes above ``top`` nor below ``bottom``, which lie beyond the two only where something is not determined.
    ``rank`` says today's rank, ``span`` both ends, ``note`` what is not determined. ``chances``, at most one per rank,
    are empty where nobody drew.
    """

    label: str
    rank: str
    span: str
    best: int
    today: int
    worst: int
    top: int
    bottom: int
    note: str = ""
    chances: tuple[Chance, ...] = ()


@record
class RankLines(Record):
    """Ranges of ranks as lines over the ranks 1 … ``count``, the first today on top; ``caption`` is of their table."""

    title: str
    reading: str
    caption: str
    count: int
    lines: tuple[RankLine, ...]


@record
class Slope(Record):
    """One candidate's rank in each column, 0 where it is screened out; ``figures`` says them.

    ``look`` is its place in today's ranking, counted from 0: the same colour and dashes in every picture.
    """

    label: str
    look: int
    ranks: tuple[int, ...]
    figures: tuple[str, ...]


@record
class Slopes(Record):
    """How ranks go from column to column, the best of the first column first.

    All are in the table, of which ``caption`` says what it shows; drawn are the slopes and columns at the places
    ``lines`` and ``shown``.
    """

    title: str
    reading: str
    caption: str
    columns: tuple[str, ...]
    slopes: tuple[Slope, ...]
    shown: tuple[int, ...]
    lines: tuple[int, ...]


@record
class Judgement(Record):
    """What one person thinks that a performance is worth, 0 … 100; ``who`` is a place in the names of the picture."""

    who: int
    value: Fraction
    figure: str


@record
class Spread(Record):
    """What several people think of one performance; ``mean`` is what counts, ``outcome`` what comes of the ends."""

    label: str
    mean: Fraction
    figure: str
    outcome: str
    judgements: tuple[Judgement, ...]


@record
class Spreads(Record):
    """Judgements of several performances, the most consequential first; ``names`` are of those who judged."""

    title: str
    reading: str
    names: tuple[str, ...]
    spreads: tuple[Spread, ...]


@record
class WorthBar(Record):
    """What knowing one thing is worth, ``low`` … ``high`` in points, not below 0 (both the same where it is exact).

    ``figure`` says the amount, ``chance`` how likely it is that knowing changes the choice.
    """

    label: str
    low: Fraction
    high: Fraction
    figure: str
    chance: str = ""


@record
class Worths(Record):
    """What there is to find out, the most worthwhile first."""

    title: str
    reading: str
    worths: tuple[WorthBar, ...]
