"""Tells how much can be lost by choosing each, and with whom that is least."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.model.figures import rounded_up
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Regret

TITLE = "What can be lost by each choice"
NOT_SAID = "The least of the largest losses looks at the worst case alone; it is no forecast of what will be lost."


def headline(finding: Finding, names: Names) -> str:
    """Return the most that one choice can cost, or whom the least of these is of."""
    name = names.candidates(finding.about)
    assert finding.amount is not None
    most = f"{rounded_up(finding.amount, 1)} points"
    if finding.variant == "minimax":
        if not finding.amount:
            return f"Nothing can be lost by choosing {name}"
        return f"The least can be lost by choosing {name}: {most} at most"
    if not finding.amount:
        return f"{name} is never behind anybody, so nothing can be lost by choosing it"
    return f"Choosing {name} can cost up to {most}, against {names.candidate(cast('Regret', finding.rows[0]).rival)}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield one row per candidate, the least loss first, and who has it."""
    own = [cast("Regret", finding.rows[0]) for finding in findings if finding.variant == "most"]
    rows = tuple(
        (names.candidate(row.candidate), rounded_up(row.most, 1), names.candidate(row.rival) if row.rival else "–")
        for row in sorted(own, key=lambda row: row.most)
    )
    if rows:
        columns = (Column("Candidate"), Column("Points at most", "right"), Column("Against"))
        yield Table(f"Possible weights: {names.possible}", columns, rows, role="finding")
    for finding in findings:
        if finding.variant == "minimax":
            yield Text(f"{headline(finding, names)}.")
