"""Tells which candidates are first for some possible weights, and which for none."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.model.figures import percent, rounded_down, rounded_up
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table
from decide.model.rows import Mixture

TITLE = "Who can be first"
NOT_SAID = "That somebody can be first says nothing of how likely such weights are."
MOST_WEIGHTS = 3


def headline(finding: Finding, names: Names) -> str:
    """Return whether one candidate can be first, and what beats it where it cannot."""
    name = names.candidate(finding.about[0])
    assert finding.amount is not None
    if finding.status == "impossible":
        opening = f"{names.within}no weights" if names.within else "No weights"
        beating = f"{mixture_of(finding, names)} always beats it, by {rounded_down(-finding.amount, 1)} points or more"
        return f"{opening} make {name} first: {beating}"
    if finding.amount == 0:
        return f"{name} can tie for first, and never be alone in front"
    return f"{name} can be first, by up to {rounded_up(finding.amount, 1)} points"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield one row per candidate."""
    rows = tuple(
        (
            names.candidate(finding.about[0]),
            "never" if finding.status == "impossible" else "tied" if finding.amount == 0 else "yes",
            _most(finding),
            _where(finding, names),
        )
        for finding in findings
    )
    columns = (Column("Candidate"), Column("First"), Column("At most by", "right"), Column("Where, or why never"))
    if rows:
        yield Table(f"Possible weights: {names.possible}", columns, rows, role="finding")


def _most(finding: Finding) -> str:
    assert finding.amount is not None
    return f"{rounded_up(finding.amount, 1)} points" if finding.amount >= 0 else "–"


def mixture_of(finding: Finding, names: Names) -> str:
    """Return the mixture of rivals that always beats a candidate."""
    rows = cast("tuple[Mixture, ...]", finding.rows)
    return names.mixture((row.candidate, row.share) for row in rows)


def _where(finding: Finding, names: Names) -> str:
    if finding.status == "impossible":
        return f"always beaten by {mixture_of(finding, names)}"
    assert finding.witness is not None
    heavy = sorted(finding.witness.change.weights, key=lambda pair: -pair[1])[:MOST_WEIGHTS]
    return "for example " + ", ".join(f"{names.node(leaf)} {percent(weight)}" for leaf, weight in heavy if weight)
