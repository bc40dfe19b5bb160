"""Tells the best and the worst rank of each as lines, and what becomes of the first where all goes wrong."""

from collections.abc import Iterator
from dataclasses import replace

from decide.compose.likely import chances
from decide.compose.names import Names
from decide.compose.rank_range import headline, reached
from decide.compose.ranking import is_open
from decide.compose.stressed import Stressed
from decide.compose.words import listed, rank_of, sentence
from decide.model.finding import Finding
from decide.model.page import Block, Text
from decide.model.ranking import Ranked
from decide.model.spread import RankLine, RankLines

MOST_NAMED = 4


def rank_lines(stressed: Stressed) -> Iterator[Block]:
    """Yield the ranges of ranks as a picture, and the extreme joint case in words where anything is open."""
    names = stressed.names
    best = {finding.about[0]: finding for finding in stressed.told("rank-range", "best")}
    worst = {finding.about[0]: finding for finding in stressed.told("rank-range", "worst")}
    if not best:
        return
    likely = chances(stressed)
    lines = tuple(
        replace(_line(entry, best[one], worst[one]), chances=likely.get(one, ()))
        for entry in names.ranking.ranked
        if (one := entry.candidate.id)
    )
    yield RankLines(
        title=_title(names, lines),
        reading=_reading(names, lines),
        caption=f"Ranks over all that is open, possible weights being {names.possible}",
        count=len(lines),
        lines=lines,
    )
    if is_open(names.ranking):
        yield from (Text(sentence(headline(finding, names))) for finding in stressed.told("rank-range", "joint"))


def _line(entry: Ranked, best: Finding, worst: Finding) -> RankLine:
    up, down = reached(best), reached(worst)
    settled = (up.shown, down.shown) == (up.proved, down.proved)
    return RankLine(
        label=entry.candidate.name,
        rank=rank_of(entry),
        span=_span(up.shown, down.shown),
        best=up.shown,
        today=entry.rank,
        worst=down.shown,
        top=up.proved,
        bottom=down.proved,
        note="" if settled else f"{_span(up.proved, down.proved)} not excluded",
    )


def _span(best: int, worst: int) -> str:
    return str(best) if best == worst else f"{best} … {worst}"


def _title(names: Names, lines: tuple[RankLine, ...]) -> str:
    """Return what can become of those first today, and who can come up to the first place."""
    winners = [line for line in lines if line.today == 1]
    first = names.candidates(names.winners)
    lowest = max(line.worst for line in winners)
    others = [line.label for line in lines if line.today > 1 and line.best == 1]
    if lowest == 1:
        if max(line.bottom for line in winners) > 1:
            return f"{first} was not found on any lower rank than the first, which is not proved"
        stays = "stays" if len(winners) == 1 else "stay"
        return f"{first} {stays} first whatever the possible weights and performances"
    against = " if weights and all that is open turn against it" if is_open(names.ranking) else ""
    falls = f"{first} can fall to rank {lowest} of {len(lines)}{against}"
    if len(winners) > 1:
        falls = f"Of {first}, who tie for first today, one can fall to rank {lowest} of {len(lines)}"
    if not others:
        return falls
    rising = listed(others) if len(others) <= MOST_NAMED else f"{len(others)} others"
    return f"{falls}; {rising} can rise to the first"


def _reading(names: Names, lines: tuple[RankLine, ...]) -> str:
    weights = names.possible if names.possible != "all that there are" else "all weights that there are"
    dotted = any((line.best, line.worst) != (line.top, line.bottom) for line in lines)
    more = " Dotted: whether it can come so far is not determined." if dotted else ""
    if any(line.chances for line in lines):
        drawn = "weights and what is open are drawn" if is_open(names.ranking) else "weights are drawn"
        return (
            f"Bars: how likely each rank is where {drawn} at random. The line goes from the best to the worst rank "
            f"that there can be with some possible weights ({weights}) and performances within what is open, however "
            f"unlikely; the dot is the rank today.{more}"
        )
    return (
        "A line goes from the best to the worst rank that a candidate can have, the dot is its rank today. Each end is "
        f"reached with some possible weights ({weights}) and some performances within what is open, those of all at "
        f"once; how likely that is, it does not say.{more}"
    )
