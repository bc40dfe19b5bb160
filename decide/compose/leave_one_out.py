"""Tells whether the answer survives without a criterion, a candidate, an origin, an assessor, or a stakeholder."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.compose.words import counted, points
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import LeftOut

TITLE = "Without one thing"
NOT_SAID = (
    "What rests on one origin alone becomes unknown without it and counts as the middle of its scale; it might also be "
    "worse, or better. Without an assessor the others' mean counts."
)
_KINDS = {
    "criterion": "a criterion",
    "candidate": "a candidate",
    "origin": "an origin of evidence",
    "assessor": "an assessor",
    "stakeholder": "a stakeholder",
}


def headline(finding: Finding, names: Names) -> str:
    """Return what comes out without one thing."""
    row = row_of(finding)
    still = "still " if finding.status == "holds" else ""
    return f"without {gone(row, names)} {_outcome(row, names, still)}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield what changes the first place, and the closest of what does not, kind by kind."""
    for kind, told in _KINDS.items():
        own = [finding for finding in findings if finding.variant == kind]
        changing = [finding for finding in own if finding.status != "holds"]
        rest = [finding for finding in own if finding.status == "holds"]
        rows = tuple(_row(finding, names) for finding in (*changing, *sorted(rest, key=_lead)))
        if rows:
            columns = (Column("Without"), Column("First"), Column("Then"), Column("Lead", "right"))
            yield Table(f"Without {told}: {_count(len(changing), len(own))}", columns, rows, role="finding")
    if not findings:
        yield Text("There is nothing that could be left out.")


def gone(row: LeftOut, names: Names) -> str:
    """Return what is left out, by its name."""
    match row.kind:
        case "criterion":
            return names.node(row.gone)
        case "candidate":
            return names.candidate(row.gone)
        case "assessor":
            return f"the assessor {row.gone} ({counted(row.cells, 'performance')})"
        case "stakeholder":
            return f"the stakeholder {names.stakeholder(row.gone)}"
    return f"the origin {row.gone} ({counted(row.cells, 'performance')})"


def row_of(finding: Finding) -> LeftOut:
    """Return what is left out, and what comes out."""
    return cast("LeftOut", finding.rows[0])


def _row(finding: Finding, names: Names) -> tuple[str, ...]:
    row = row_of(finding)
    lead = "–" if row.lead is None else points(row.lead)
    return gone(row, names), names.candidates(row.first), names.candidates(row.second), lead


def _outcome(row: LeftOut, names: Names, still: str) -> str:
    if row.lead == 0:
        return f"{names.candidates(row.first)} {still}tie for first"
    if row.lead is None:
        return f"{names.candidates(row.first)} is the only one left"
    return f"{names.candidates(row.first)} is {still}first, {points(row.lead)} ahead of {names.candidates(row.second)}"


def _count(changing: int, of: int) -> str:
    return f"the first place changes in {changing} of {of}" if changing else "the first place never changes"


def _lead(finding: Finding) -> tuple[bool, object]:
    lead = row_of(finding).lead
    return lead is None, lead or 0
