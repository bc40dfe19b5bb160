"""Tells the critical criterion by Triantaphyllou's and Sánchez' measures."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from decide.compose.names import Names
from decide.model.figures import percent, said
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Critical

TITLE = "The critical criterion, as the literature measures it"
NOT_SAID = (
    "These changes are taken off one weight before weights are made to sum to 1 again, so they are other numbers than "
    "the crossings above. Percents make light weights look critical; both measures are given, as they often disagree."
)
_SCOPES = {"top": "to change the first place", "any": "to change any order"}


def headline(finding: Finding, names: Names) -> str:
    """Return the change of one criterion, or which is the most critical by one measure."""
    if finding.variant == "criterion":
        row = cast("Critical", finding.rows[0])
        if row.any is None:
            return f"no feasible change of {names.node(row.criterion)} ties any two"
        pair = names.candidates(row.any_pair)
        return f"{_change(row.any)} {names.node(row.criterion)} by {percent(abs(row.any), 2)} of the whole ties {pair}"
    scope, _, measure = finding.variant.partition("-")
    how = "relative to its weight" if measure == "percent" else "in points of weight"
    if finding.amount is None:
        return f"no single weight is critical {_SCOPES[scope]}, {how}"
    return f"the most critical criterion {_SCOPES[scope]}, {how}, is {names.node(finding.about[0])}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield the table of the measures, then the most critical criterion by each."""
    rows = tuple(_row(cast("Critical", finding.rows[0]), names) for finding in findings if finding.rows)
    if rows:
        columns = (
            Column("Criterion"),
            Column("Weight", "right"),
            Column("First place", "right"),
            Column("Any order", "right"),
            Column("Pair"),
            Column("Sensitivity", "right"),
        )
        yield Table("Points of weight to take away (below zero: to add) until two tie", columns, rows, role="finding")
    for finding in findings:
        if finding.variant != "criterion":
            text = headline(finding, names)
            yield Text(f"{text[0].upper()}{text[1:]}.")


def _row(row: Critical, names: Names) -> tuple[str, ...]:
    return (
        names.node(row.criterion),
        percent(row.weight),
        _points(row.top),
        _points(row.any),
        names.candidates(row.any_pair) or "–",
        said(row.sensitivity, 3),
    )


def _points(share: Fraction | None) -> str:
    return "not feasible" if share is None else said(100 * share, 2)


def _change(share: Fraction) -> str:
    return "lowering" if share >= 0 else "raising"
