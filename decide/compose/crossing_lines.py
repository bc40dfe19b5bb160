"""Tells which weights alone can change the first place: scores as lines over each, and which weights never do."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.compose.names import Names
from decide.compose.stressed import Stressed
from decide.compose.weight_crossings import headline, passing_told, sweep_of
from decide.compose.words import counted, listed
from decide.model.figures import percent, rounded
from decide.model.finding import Finding
from decide.model.page import Block, Lines, Panel, Text
from decide.model.rows import Sweep

MOST_PANELS = 8
MOST_LINES = 7
MOST_NAMED = 12


def crossing_lines(stressed: Stressed) -> Iterator[Block]:
    """Yield the picture of the weights that alone can change the first place, and a sentence on those that cannot."""
    names = stressed.names
    swept = _once(stressed.told("weight-crossings", "all"), names)
    crossing = sorted((one for one in swept if sweep_of(one).passings), key=_away)
    never = [names.node(one.about[0]) for one in swept if not sweep_of(one).passings]
    if crossing:
        shown = crossing[:MOST_PANELS]
        drawn = _drawn(shown, names)
        yield Lines(
            title=_title(crossing, names),
            reading=_reading(names, len(drawn)),
            names=tuple(names.candidate(one) for one in drawn),
            panels=tuple(_panel(one, drawn, names) for one in shown),
        )
    if len(crossing) > MOST_PANELS:
        rest = [names.node(one.about[0]) for one in crossing[MOST_PANELS:]]
        yield Text(f"Further off the first place changes with {_few(rest)}.", "note")
    if never:
        yield Text(_never(never) if crossing else "No weight alone changes the first place, whatever it is.")


def _never(never: list[str]) -> str:
    if len(never) == 1:
        return f"{never[0]} alone never changes the first place, whatever it weighs."
    return f"Alone, none of these ever changes the first place, whatever it weighs: {_few(never)}."


def _few(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"


def _once(findings: Sequence[Finding], names: Names) -> list[Finding]:
    """Return one finding per weight: a group with a single leaf is that leaf."""
    alone = {leaf.groups[-1].id for leaf in names.ranking.leaves if leaf.groups and len(leaf.groups[-1].criteria) == 1}
    return [finding for finding in findings if finding.about[0] not in alone]


def _away(finding: Finding) -> Fraction:
    """Return how far from today the nearest change of the first place is."""
    sweep = sweep_of(finding)
    return min(abs(passing.at - sweep.weight) for passing in sweep.passings)


def _title(crossing: Sequence[Finding], names: Names) -> str:
    """Return how many weights can do it alone, and which does it first."""
    sweep, name = sweep_of(crossing[0]), names.node(crossing[0].about[0])
    nearest = min(sweep.passings, key=lambda passing: abs(passing.at - sweep.weight))
    told = passing_told(nearest, sweep, name, names)
    if len(crossing) == 1:
        return f"One weight alone can change who is first: {told}"
    return f"{len(crossing)} weights can change who is first, each alone; the nearest: {told}"


def _reading(names: Names, drawn: int) -> str:
    left = len(names.ranking.ranked) - drawn
    more = f" {counted(left, 'candidate')}, never first here, {'is' if left == 1 else 'are'} left out." if left else ""
    return (
        "A line is a score, from 0 to 100, as one weight goes from 0 to 100 % and the others keep their proportions; "
        f"dashed is the weight today, shaded where the first stays first, and a ring marks a change.{more}"
    )


def _drawn(shown: Sequence[Finding], names: Names) -> list[str]:
    """Return whose lines are drawn, in rank order: all that are first somewhere, then the best of the others."""
    order = [entry.candidate.id for entry in names.ranking.ranked]
    passings = [passing for finding in shown for passing in sweep_of(finding).passings]
    first = {one for passing in passings for one in (*passing.before, *passing.after)}
    others = [one for one in order if one not in first]
    kept = first | set(others[: max(0, MOST_LINES - len(first))])
    return [one for one in order if one in kept]


def _panel(finding: Finding, drawn: Sequence[str], names: Names) -> Panel:
    sweep = sweep_of(finding)
    ends = dict(sweep.ends)
    told = headline(finding, names)
    return Panel(
        label=names.node(finding.about[0]),
        title=f"{told[:1].upper()}{told[1:]}",
        today=percent(sweep.weight),
        weight=sweep.weight,
        low=sweep.low,
        high=sweep.high,
        ends=tuple(ends[one] for one in drawn),
        figures=tuple(f"{rounded(ends[one][0], 1)} → {rounded(ends[one][1], 1)}" for one in drawn),
        crossings=tuple((passing.at, _score(sweep, passing.before[0], passing.at)) for passing in sweep.passings),
    )


def _score(sweep: Sweep, candidate: str, at: Fraction) -> Fraction:
    start, end = dict(sweep.ends)[candidate]
    return start + at * (end - start)
