"""Tells what a candidate would have to improve to be first, and how far the first may slip."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.compose.words import listed
from decide.model.figures import rounded_up, said
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Need

TITLE = "What performances would have to be"
NOT_SAID = (
    "All other cells stay at their best guess, or at the middle where there is none, and the weights stay. Levels are "
    "whole where one cell changes; where several do, a value may lie between two levels and the next level is named."
)


def headline(finding: Finding, names: Names) -> str:
    """Return what one finding says."""
    name = names.candidate(finding.about[0])
    if finding.variant in ("several", "robust"):
        return _several(finding, name, names)
    need = needs_of(finding)[0]
    criterion = names.node(need.criterion)
    now = names.amount(need.criterion, need.amount)
    if finding.variant == "slip":
        if finding.status == "holds":
            return f"{name} stays first even at the worst of {criterion}"
        lost = needed(need, names)
        return f"{name} can be caught up with if {criterion} falls from {now} to {lost}"
    if finding.status == "impossible":
        return f"Even the best of {criterion} does not make {name} first"
    return f"{name} is first if {criterion} goes from {now} to {needed(need, names)}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield what each other would have to reach and the first may lose, cell by cell, then on several and robustly."""
    single = [finding for finding in findings if finding.variant in ("one", "slip")]
    reached = [finding for finding in single if finding.variant == "one"]
    rivals = list(dict.fromkeys(finding.about[0] for finding in reached))
    able = {finding.about[0] for finding in reached if finding.status == "found"}
    unable = [names.candidate(rival) for rival in rivals if rival not in able]
    if unable:
        yield Text(f"No single performance makes {listed(unable, 'or')} first.")
    rows = tuple(_row(finding, names) for finding in single if finding.status == "found")
    if rows:
        columns = (
            Column("Candidate"),
            Column("Criterion"),
            Column("Now"),
            Column("Would have to be"),
            Column("Value", "right"),
        )
        yield Table(
            "One performance alone: others become first, or the first is caught up with", columns, rows, role="finding"
        )
    for variant, caption in (
        ("several", "The least effort on several criteria that makes another first, at the point weights"),
        ("robust", "The least effort after which a candidate is first under every possible weight"),
    ):
        efforts = tuple(row for finding in findings if finding.variant == variant for row in _effort(finding, names))
        if efforts:
            heads = (Column("Candidate"), Column("Effort", "right"), Column("What would have to be"))
            yield Table(caption, heads, efforts, role="finding")


def needs_of(finding: Finding) -> tuple[Need, ...]:
    """Return the cells of a finding."""
    return cast("tuple[Need, ...]", finding.rows)


def needed(need: Need, names: Names) -> str:
    """Return what a cell would have to be, rounded to the side on which it is enough."""
    if need.needed_amount is None:
        return f"a value of {said(need.needed_value)}"
    start = need.amount if need.amount is not None else need.needed_amount
    return names.amount(need.criterion, need.needed_amount, start)


def _row(finding: Finding, names: Names) -> tuple[str, ...]:
    need = needs_of(finding)[0]
    return (
        names.candidate(need.candidate),
        names.node(need.criterion),
        names.amount(need.criterion, need.amount),
        needed(need, names),
        f"{said(need.value)} → {said(need.needed_value)}",
    )


def _several(finding: Finding, name: str, names: Names) -> str:
    robust = finding.variant == "robust"
    where = " under every possible weight" if robust else ""
    if finding.status == "holds":
        return f"{name} is first{where}"
    told = listed([_told(need, names) for need in needs_of(finding)])
    return f"With the least effort {name} is first{where} by {told}"


def _effort(finding: Finding, names: Names) -> Iterator[tuple[str, ...]]:
    name = names.candidate(finding.about[0])
    if finding.status == "holds":
        yield name, "0", "nothing: it is first under every possible weight"
    else:
        assert finding.amount is not None
        yield name, rounded_up(finding.amount, 1), "; ".join(_told(need, names) for need in needs_of(finding))


def _told(need: Need, names: Names) -> str:
    return f"{names.node(need.criterion)} {needed(need, names)}"
