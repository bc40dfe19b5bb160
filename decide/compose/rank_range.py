"""Tells the best and the worst rank that each can have, and what becomes of the first at its low."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.model.figures import rounded_down
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Facing, Reached

TITLE = "The best and the worst rank of each"
NOT_SAID = "A range of ranks says nothing of how likely its ends are, nor that several can be at their best at once."


def headline(finding: Finding, names: Names) -> str:
    """Return how far up or down one candidate can come, or who leads where the first is at its low."""
    if finding.variant == "joint":
        return _joint(finding, names)
    row = reached(finding)
    name, best = names.candidate(row.candidate), finding.variant == "best"
    word = "better" if best else "worse"
    if finding.status == "undetermined":
        return (
            f"{name} can be on rank {row.shown}, and never {word} than {row.proved}; what is between is not determined"
        )
    if row.shown == row.today:
        return f"{name} is on rank {row.today} and never {word}, whatever the possible weights and performances"
    return f"{name} can {'rise' if best else 'fall'} to rank {row.shown}, and no {'higher' if best else 'lower'}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield one row per candidate, and a sentence about the first at its low."""
    ends = [finding for finding in findings if finding.variant != "joint"]
    rows = tuple(
        (names.candidate(best.about[0]), str(reached(best).today), _told(best), _told(worst))
        for best, worst in zip(ends[::2], ends[1::2], strict=True)
    )
    if rows:
        right = "right"
        columns = (Column("Candidate"), Column("Today", right), Column("Best", right), Column("Worst", right))
        yield Table(f"Ranks, possible weights being {names.possible}", columns, rows, role="finding")
    for finding in findings:
        if finding.variant == "joint":
            yield Text(f"{headline(finding, names)}.")


def reached(finding: Finding) -> Reached:
    """Return the rank that is reached."""
    return cast("Reached", finding.rows[0])


def _told(finding: Finding) -> str:
    row = reached(finding)
    return str(row.shown) if row.shown == row.proved else f"{row.shown}, or up to {row.proved}"


def _joint(finding: Finding, names: Names) -> str:
    row = cast("Facing", finding.rows[0])
    first, rival = names.candidate(row.candidate), names.candidate(row.rival)
    assert finding.amount is not None
    where = f"With {first} at its low and all others at their high"
    if finding.status == "found":
        return f"{where}, {rival} leads it by {rounded_down(finding.amount, 1)} points at today's weights"
    if finding.amount == 0:
        return f"{where}, {rival} is level with it at today's weights"
    return f"{where}, {first} still leads {rival} by {rounded_down(finding.amount, 1)} points at today's weights"
