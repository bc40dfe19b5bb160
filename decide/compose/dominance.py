"""Tells who is at least as good as whom on everything, on every possible weight, or by a mixture of others."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.model.figures import rounded_down
from decide.model.finding import Finding, Implied
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Mixture, Relation

TITLE = "Who is never behind whom"
MOST_ROWS = 2
NOT_SAID = "These are relations between two, not a ranking: many pairs are not decided by them."


def headline(finding: Finding, names: Names) -> str:
    """Return what is so of a pair, or of a candidate against a mixture of others."""
    if finding.variant == "mixture":
        name = names.candidate(finding.about[0])
        if finding.status != "found":
            return f"no mixture of others beats {name} on every criterion"
        rows = cast("tuple[Mixture, ...]", finding.rows)
        return f"{names.mixture((row.candidate, row.share) for row in rows)} beats {name} on every criterion"
    better, worse = (names.candidate(one) for one in finding.about)
    if finding.status != "holds":
        return f"{worse} is ahead of {better} under some possible weights"
    if relation_of(finding).everywhere:
        return f"{better} is at least as good as {worse} on every criterion"
    return f"{better} is at least as good as {worse} under every possible weight"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield the pairs that hold, with what it rests on, and the mixtures that beat somebody."""
    holding = [finding for finding in findings if finding.variant == "pair" and finding.status == "holds"]
    rows = tuple(
        (
            names.candidate(finding.about[0]),
            names.candidate(finding.about[1]),
            "on every criterion" if relation_of(finding).everywhere else "under every possible weight",
            f"{rounded_down(relation_of(finding).least, 1)} points",
            _rests_on(finding),
        )
        for finding in holding
    )
    if rows:
        columns = (
            Column("At least as good"),
            Column("as"),
            Column("How"),
            Column("At least by", "right"),
            Column("It rests on"),
        )
        yield Table(f"Never behind, possible weights being {names.possible}", columns, rows, role="finding")
    else:
        yield Text("Nobody is never behind another: each pair can turn under some possible weights.")
    for finding in findings:
        if finding.variant == "mixture" and finding.status == "found":
            yield Text(f"{headline(finding, names)}.")


def relation_of(finding: Finding) -> Relation:
    """Return the relation of a pair."""
    return cast("Relation", finding.rows[0])


def _rests_on(finding: Finding) -> str:
    proof = finding.certificate
    if relation_of(finding).everywhere or not isinstance(proof, Implied):
        return "the values alone"
    heavy = sorted(proof.rows, key=lambda pair: -abs(pair[1]))[:MOST_ROWS]
    told = [name.removeprefix("order ") for name, _ in heavy]
    more = len(proof.rows) - len(told)
    return "; ".join([*told, *([f"{more} more"] if more else [])]) or "the values alone"
