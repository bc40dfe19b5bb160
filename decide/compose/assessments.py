"""Tells where those who judged differ, and what that does to the ranking."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.model.figures import plain
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Disagreement

TITLE = "Where assessors differ"
NOT_SAID = (
    "One performance at a time, the others at their means. Values are points, 0 (worst end of the scale) to 100. "
    "Who is right is not said, nor whether all of them are wrong."
)


def headline(finding: Finding, names: Names) -> str:
    """Return how far apart the judgements of one performance are, and what comes of it."""
    row = row_of(finding)
    cell = f"{names.candidate(row.candidate)} on {names.node(row.criterion)}"
    apart = f"the assessors differ on {cell}, from {plain(row.low)} to {plain(row.high)} points of value"
    if finding.witness is not None:
        (_, ((_, value),)), *_ = finding.witness.change.values
        return f"{apart}: at {plain(value)} {names.first(finding.witness.first)}"
    if row.low_rank != row.high_rank:
        return f"{apart}: it is between rank {row.high_rank} and rank {row.low_rank}, and the first place stays"
    return f"{apart}: no rank of it changes"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield one row per performance, what matters most first."""
    columns = (
        Column("Performance"),
        Column("Lowest", "right"),
        Column("Mean", "right"),
        Column("Highest", "right"),
        Column("Rank", "right"),
        Column("First place"),
    )
    if findings:
        rows = tuple(_row(finding, names) for finding in findings)
        yield Table(
            "Performances on which assessors differ, the most consequential first", columns, rows, role="finding"
        )
    else:
        yield Text("There is no performance on which assessors differ.")


def row_of(finding: Finding) -> Disagreement:
    """Return the performance that was judged."""
    return cast("Disagreement", finding.rows[0])


def _row(finding: Finding, names: Names) -> tuple[str, ...]:
    row = row_of(finding)
    ranks = f"{row.low_rank}" if row.low_rank == row.high_rank else f"{row.low_rank} … {row.high_rank}"
    first = "stays" if finding.witness is None else f"changes: {names.candidates(finding.witness.first)}"
    cell = f"{names.candidate(row.candidate)}: {names.node(row.criterion)}"
    return cell, plain(row.low), plain(row.mean), plain(row.high), ranks, first
