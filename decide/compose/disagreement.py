"""Tells who disagrees: how far judgements of a performance lie apart, who differs, and dissent word for word."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.compose.assessments import NOT_SAID, row_of
from decide.compose.dissent import dissent_in_full
from decide.compose.left_out import left_out
from decide.compose.names import Names
from decide.compose.stressed import Stressed
from decide.compose.words import counted
from decide.model.figures import plain, rounded, said
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.spread import Judgement, Spread, Spreads

MOST_SPREADS = 12


def disagreement(stressed: Stressed) -> Iterator[Block]:
    """Yield what assessors differ on, who does, what comes out without each, and the rest of the dissent."""
    names = stressed.names
    found = stressed.told("assessments")
    if found:
        yield _spreads(found, names)
        if len(found) > MOST_SPREADS:
            yield Text(f"Those that matter most; {len(found) - MOST_SPREADS} more are left out.", "note")
        yield _who(found)
    if len(stressed.told("leave-one-out", "assessor")) > 1:
        yield from left_out(stressed, "assessor")
    if found:
        yield Text(NOT_SAID, "note")
    yield from dissent_in_full(stressed.ranking.decision)


def _spreads(found: Sequence[Finding], names: Names) -> Spreads:
    shown = found[:MOST_SPREADS]
    assessors = _assessors(shown, names)
    return Spreads(
        title=_title(found),
        reading=(
            "A line goes from the lowest to the highest judgement of a performance, in points of value from 0, the "
            "worst end of its scale, to 100; a number is who judged, dashed the mean, which counts; it stands beside."
        ),
        names=assessors,
        spreads=tuple(_spread(finding, assessors, names) for finding in shown),
    )


def _assessors(found: Sequence[Finding], names: Names) -> tuple[str, ...]:
    """Return who judged any of these, in the order of the file."""
    judged = {who for finding in found for who, _ in row_of(finding).judged}
    return tuple(who for who, _ in names.ranking.decision.assessments if who in judged)


def _spread(finding: Finding, assessors: Sequence[str], names: Names) -> Spread:
    row = row_of(finding)
    return Spread(
        label=f"{names.candidate(row.candidate)}: {names.node(row.criterion)}",
        mean=row.mean,
        figure=_points(row.mean),
        outcome=_outcome(finding, names),
        judgements=tuple(Judgement(assessors.index(who), value, _points(value)) for who, value in row.judged),
    )


def _points(value: Fraction) -> str:
    """Return a value with one decimal where it needs more than none."""
    return plain(value) if value.denominator == 1 else said(value)


def _outcome(finding: Finding, names: Names) -> str:
    row = row_of(finding)
    if finding.witness is not None:
        (_, ((_, value),)), *_ = finding.witness.change.values
        return f"at {_points(value)} {names.first(finding.witness.first)}"
    if row.low_rank != row.high_rank:
        return f"rank {row.high_rank} … {row.low_rank}, the first place stays"
    return "no rank of it changes"


def _title(found: Sequence[Finding]) -> str:
    """Return on how many performances they differ, and how many of these change who is first."""
    changing = sum(finding.status == "found" for finding in found)
    apart = f"Assessors differ on {counted(len(found), 'performance')}"
    if len(found) == 1:
        return f"{apart}, and that {'can change' if changing else 'does not change'} who is first"
    if not changing:
        return f"{apart}; none of them alone changes who is first"
    alone = "one of them alone" if changing == 1 else f"{changing} of them, each alone,"
    return f"{apart}; {alone} can change who is first"


def _who(found: Sequence[Finding]) -> Table:
    """Return how far each lies from the means of all who judged, the furthest first."""
    away: dict[str, list[Fraction]] = {}
    for row in map(row_of, found):
        for who, value in row.judged:
            away.setdefault(who, []).append(value - row.mean)
    means = {who: sum(map(abs, own), Fraction(0)) / len(own) for who, own in away.items()}
    rows = tuple(
        (
            who,
            str(sum(one > 0 for one in away[who])),
            str(sum(one < 0 for one in away[who])),
            rounded(means[who], 1),
        )
        for who in sorted(away, key=lambda who: (-means[who], who))
    )
    right = "right"
    columns = ("Above", "Below", "Points off")
    heads = (Column("Assessor"), *(Column(title, right) for title in columns))
    caption = "Who judges above or below the mean of all who judged, and how far off on average, the furthest first"
    return Table(caption, heads, rows, role="finding")
