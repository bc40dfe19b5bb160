"""Tells the smallest change of weights that brings a candidate among the first two, or three."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.least_change import told_rows
from decide.compose.names import Names, moves
from decide.model.figures import rounded_up
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table
from decide.model.rows import Moved

TITLE = "Among the first two, or three"
NOT_SAID = "At the change itself there is a tie for the last of these places."


def headline(finding: Finding, names: Names) -> str:
    """Return how much weight has to move for one candidate to reach a rank."""
    name, rank = names.candidate(finding.about[0]), _rank(finding)
    if finding.status == "undetermined":
        return f"what brings {name} among the first {rank} is not determined"
    if finding.amount is None:
        return f"no weights bring {name} among the first {rank}"
    changes = moves(names, ((row.criterion, row.before, row.after) for row in _rows(finding)))
    return f"{name} is among the first {rank} if {rounded_up(finding.amount, 1)} points of weight move {changes}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield one row per candidate and rank."""
    rows = tuple(
        (
            names.candidate(finding.about[0]),
            _rank(finding),
            _points(finding),
            told_rows(_rows(finding), names),
        )
        for finding in findings
    )
    if rows:
        columns = (Column("Candidate"), Column("First", "right"), Column("Points", "right"), Column("Weights"))
        yield Table("The least weight that has to move", columns, rows, role="finding")


def _rows(finding: Finding) -> tuple[Moved, ...]:
    return cast("tuple[Moved, ...]", finding.rows)


def _rank(finding: Finding) -> str:
    return finding.variant.removeprefix("first-")


def _points(finding: Finding) -> str:
    if finding.amount is not None:
        return rounded_up(finding.amount, 1)
    return "none is enough" if finding.status == "impossible" else "not determined"
