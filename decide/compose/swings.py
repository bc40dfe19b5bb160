"""Tells which open performances matter most: the lead over the second as what is open on each criterion comes out."""

from collections.abc import Iterator
from fractions import Fraction

from decide.compose.words import lead_over, listed, score_decimals
from decide.model.figures import rounded_down, rounded_up
from decide.model.page import Block, Swing, Text, Tornado
from decide.model.ranking import Ranking

MOST_SWINGS = 12
MOST_NAMED = 3


def swings(ranking: Ranking) -> Iterator[Block]:
    """Yield a tornado of the lead, the widest first; nothing where the first two have nothing open, or tie."""
    rows = lead_swings(ranking)
    lead = ranking.lead
    if not rows or not lead:
        return
    first, second = (entry.candidate.name for entry in ranking.ranked[:2])
    level = [name for name, low, _ in rows if low <= 0]
    if not level:
        title = f"What is open on one criterion alone does not bring {second} level with {first}"
    else:
        told = listed(level) if len(level) <= MOST_NAMED else f"any of {len(level)} criteria"
        title = f"What is open on {told} alone can bring {second} level with {first}"
    shown = rows[:MOST_SWINGS]
    yield Tornado(
        title=title,
        reading=(
            f"A bar is the lead of {first} over {second}, in points, from what is open on that criterion at its worst "
            f"for {first} and best for {second} to the other way round; dashed is the lead today."
        ),
        ahead=first,
        behind=second,
        lead=lead,
        swings=tuple(Swing(name, _figure(ranking, low, high), low, high) for name, low, high in shown),
    )
    if len(rows) > len(shown):
        yield Text(f"{len(rows) - len(shown)} more move the lead less.", "note")


def lead_swings(ranking: Ranking) -> list[tuple[str, Fraction, Fraction]]:
    """Return (criterion, least lead, most lead) over the second for each leaf on which one of the two is open."""
    if len(ranking.ranked) < 2:
        return []
    first, second = ranking.ranked[:2]
    lead = first.score.point - second.score.point
    rows = []
    for leaf, weight, mine, theirs in zip(ranking.leaves, ranking.weights, first.values, second.values, strict=True):
        low = lead + weight * ((mine.low - mine.point) - (theirs.high - theirs.point))
        high = lead + weight * ((mine.high - mine.point) - (theirs.low - theirs.point))
        if low != high:
            rows.append((leaf.criterion.name, low, high))
    return sorted(rows, key=lambda row: row[1] - row[2])


def _figure(ranking: Ranking, low: Fraction, high: Fraction) -> str:
    """Return both ends, rounded outwards; an end at which nothing changes is the lead as it is told elsewhere."""
    told = lead_over(ranking.ranked[0], ranking.ranked[1], score_decimals(ranking)).removesuffix(" points")
    ends = ((low, rounded_down(low, 1)), (high, rounded_up(high, 1)))
    return " … ".join((told if end == ranking.lead else text).replace("-", "−") for end, text in ends)
