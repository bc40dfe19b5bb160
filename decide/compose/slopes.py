"""Ranks from column to column as a slope chart: of many candidates and columns those that say most are drawn."""

from collections.abc import Sequence
from fractions import Fraction

from decide.compose.names import Names
from decide.compose.words import counted, rank_of, score_figures
from decide.model.figures import rounded
from decide.model.record import Record, record
from decide.model.spread import Slope, Slopes

MOST_LINES = 8
MOST_COLUMNS = 6
AS_WRITTEN = "As written"


@record
class Stand(Record):
    """Rank and score in a column; rank 0 where a candidate is screened out."""

    rank: int
    score: Fraction


@record
class Standings(Record):
    """A column: its head, and where each candidate stands in it; who is in none of it is screened out there."""

    head: str
    stands: tuple[tuple[str, Stand], ...]


def slope_chart(names: Names, title: str, caption: str, columns: Sequence[Standings]) -> Slopes:
    """Return the ranks as written and in each further column; the last is kept where not all have room."""
    ranking = names.ranking
    order = [entry.candidate.id for entry in (*ranking.ranked, *ranking.excluded)]
    stands = [dict(column.stands) for column in columns]
    met = [one for one in order if one in names.ranked or any(one in own and own[one].rank for own in stands)]
    figures, ranks = score_figures(ranking), {entry.candidate.id: entry for entry in ranking.ranked}
    slopes = tuple(
        Slope(
            label=names.candidate(one),
            look=order.index(one),
            ranks=(ranks[one].rank if one in ranks else 0, *(_rank(own.get(one)) for own in stands)),
            figures=(
                f"{rank_of(ranks[one])} ({figures[one]})" if one in ranks else "screened out",
                *(_figure(own.get(one), own) for own in stands),
            ),
        )
        for one in met
    )
    shown = _columns(slopes, len(columns) + 1)
    lines = _lines(slopes, shown)
    out = any(slopes[line].ranks[column] == 0 for line in lines for column in shown)
    return Slopes(
        title=title,
        reading=_reading(len(slopes) - len(lines), len(columns) + 1 - len(shown), out=out),
        caption=caption,
        columns=(AS_WRITTEN, *(column.head for column in columns)),
        slopes=slopes,
        shown=shown,
        lines=lines,
    )


def _columns(slopes: Sequence[Slope], count: int) -> tuple[int, ...]:
    """Return the columns that are drawn: the first, the last, those with a first place not met before, then others."""
    if count <= MOST_COLUMNS:
        return tuple(range(count))
    kept = [0, count - 1]
    met = {_first(slopes, column) for column in kept}
    others = list(range(1, count - 1))
    for column in others:
        if _first(slopes, column) not in met:
            met.add(_first(slopes, column))
            kept.append(column)
    kept += [column for column in others if column not in kept]
    return tuple(sorted(kept[:MOST_COLUMNS]))


def _first(slopes: Sequence[Slope], column: int) -> frozenset[int]:
    return frozenset(slope.look for slope in slopes if slope.ranks[column] == 1)


def _lines(slopes: Sequence[Slope], shown: Sequence[int]) -> tuple[int, ...]:
    """Return which candidates are drawn: all that are first in a column, then the best of the others."""
    places = range(len(slopes))
    first = [at for at in places if any(slopes[at].ranks[column] == 1 for column in shown)]
    kept = [*first, *(at for at in places if at not in first)]
    return tuple(sorted(kept[:MOST_LINES]))


def _reading(lines: int, columns: int, *, out: bool) -> str:
    told = (
        f"A line is a candidate, the number in a ring its rank in that column{'; a dash: screened out' if out else ''}."
    )
    left = [counted(count, thing) for count, thing in ((lines, "candidate"), (columns, "column")) if count]
    alone = "is" if lines + columns == 1 else "are"
    return f"{told} {' and '.join(left)} more {alone} in the table alone." if left else told


def _rank(stand: Stand | None) -> int:
    return stand.rank if stand is not None else 0


def _figure(stand: Stand | None, others: dict[str, Stand]) -> str:
    if stand is None or stand.rank == 0:
        return "screened out"
    tied = sum(other.rank == stand.rank for other in others.values()) > 1
    return f"{stand.rank}{'=' if tied else ''} ({rounded(stand.score, 1)})"
