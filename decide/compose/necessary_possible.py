"""Tells who is at least as good as whom whatever the weights and performances, and who can be."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.compose.words import listed
from decide.model.figures import rounded_down, rounded_up
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table
from decide.model.rows import Margin

TITLE = "Who is necessarily, and who possibly, at least as good"
NOT_SAID = "Each pair is looked at alone: what is possible of two pairs need not be possible of both at once."


def headline(finding: Finding, names: Names) -> str:
    """Return what is so of a pair."""
    one, other = (names.candidate(name) for name in finding.about)
    row = margin(finding)
    if finding.status == "holds":
        return f"{one} is at least as good as {other} whatever the possible weights and performances"
    if finding.status == "impossible":
        return f"{other} is always ahead of {one}, by {rounded_down(-row.most, 1)} points or more"
    if row.most == 0:
        return f"{one} can draw level with {other}, and never be ahead"
    return f"{one} can be ahead of {other}, by up to {rounded_up(row.most, 1)} points"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield one row per candidate: whom it is never behind, whom only sometimes not, whom always."""
    rows = []
    for name in dict.fromkeys(finding.about[0] for finding in findings):
        own = [finding for finding in findings if finding.about[0] == name]
        told = [_who(own, status, names) for status in ("holds", "found", "impossible")]
        rows.append((names.candidate(name), *told))
    if rows:
        columns = (Column("Candidate"), Column("Never behind"), Column("Sometimes not behind"), Column("Always behind"))
        yield Table(f"Over all ranges, possible weights being {names.possible}", columns, tuple(rows), role="finding")


def margin(finding: Finding) -> Margin:
    """Return the margins of a pair."""
    return cast("Margin", finding.rows[0])


def _who(findings: Sequence[Finding], status: str, names: Names) -> str:
    return listed([names.candidate(one.about[1]) for one in findings if one.status == status]) or "–"
