"""Tells the smallest joint change of weights that makes a candidate first, or that dethrones the first."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from decide.compose.names import Names, moves
from decide.compose.words import counted, listed
from decide.model.figures import percent, rounded, rounded_down, rounded_up
from decide.model.finding import Each, Finding, Implied
from decide.model.page import Block, Column, Table, Text
from decide.model.rows import Moved

TITLE = "The smallest change of weights"
MOST_WEIGHTS = 5
NOT_SAID = (
    "At the change itself two candidates tie; just beyond it the other is alone in front. Other changes, as small, may "
    "do the same. Nothing is said of how likely such weights are."
)


def headline(finding: Finding, names: Names) -> str:
    """Return what one finding says, its amount rounded to the side on which the sentence holds."""
    told = {
        "tolerance": _tolerance,
        "dethrone-moved": _dethrone,
        "dethrone-each": _dethrone_each,
        "moved": _moved,
        "each": _each,
        "fewest": _fewest,
    }
    return told[finding.variant](finding, names)


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield how safe the first place is, then a table with one row per other candidate."""
    crowns = [finding for finding in findings if finding.variant in ("moved", "each", "fewest")]
    for finding in findings:
        if finding not in crowns:
            yield Text(f"{headline(finding, names)}.")
    rows = []
    for candidate in dict.fromkeys(finding.about[0] for finding in crowns):
        own = {finding.variant: finding for finding in crowns if finding.about[0] == candidate}
        amounts = [_amount(own[variant]) for variant in ("moved", "each", "fewest")]
        rows.append((names.candidate(candidate), *amounts, _how(own["moved"], names)))
    if rows:
        columns = (
            Column("To make first"),
            Column("Points that move", "right"),
            Column("Largest change", "right"),
            Column("Weights", "right"),
            Column("Weights before → after"),
        )
        yield Table(
            "The least change of weights that makes each other candidate first", columns, tuple(rows), role="finding"
        )


def moved_rows(finding: Finding) -> tuple[Moved, ...]:
    """Return the weights that differ."""
    return cast("tuple[Moved, ...]", finding.rows)


def told_rows(rows: Sequence[Moved], names: Names) -> str:
    """Return ``A 13.8 % → 3.1 %; B …``, of many weights the largest changes."""
    largest = sorted(rows, key=lambda row: -abs(row.after - row.before))[:MOST_WEIGHTS]
    told = [
        f"{names.node(row.criterion)} {percent(row.before)} → {percent(row.after)}" for row in rows if row in largest
    ]
    more = len(rows) - len(told)
    return "; ".join([*told, *([f"{more} more"] if more else [])])


def never(finding: Finding, names: Names) -> str:
    """Return that no weights make a candidate first, and what always beats it."""
    return f"No weights{_meeting(names)} make {names.candidate(finding.about[0])} first{_beaten(finding, names)}"


def _tolerance(finding: Finding, names: Names) -> str:
    first = names.candidate(finding.about[0])
    if finding.amount is None or finding.status == "holds":
        return f"{first} stays first however far the weights are off, each by a share of itself"
    return (
        f"{first} stays first as long as no weight is off by more than {rounded_down(finding.amount, 1)} % of itself, "
        f"all at once; {names.candidate(finding.about[1])} is the first to draw level"
    )


def _dethrone(finding: Finding, names: Names) -> str:
    first = names.candidate(finding.about[0])
    if finding.amount is None:
        return f"{first} stays first whatever the weights"
    return (
        f"{first} stays first unless at least {rounded_down(finding.amount, 1)} points of weight move; then "
        f"{names.candidate(finding.about[1])} can draw level"
    )


def _dethrone_each(finding: Finding, names: Names) -> str:
    first = names.candidate(finding.about[0])
    if finding.amount is None:
        return f"{first} stays first whatever the weights"
    return f"{first} stays first as long as no weight is off by more than {rounded_down(finding.amount, 1)} points"


def _moved(finding: Finding, names: Names) -> str:
    if finding.amount is None:
        return never(finding, names)
    changes = moves(names, ((row.criterion, row.before, row.after) for row in moved_rows(finding)))
    points = rounded_up(finding.amount, 1)
    return f"{names.candidate(finding.about[0])} is first if {points} points of weight move {changes}"


def _each(finding: Finding, names: Names) -> str:
    if finding.amount is None:
        return never(finding, names)
    points = rounded_up(finding.amount, 1)
    return f"{names.candidate(finding.about[0])} can be first with no weight off by more than {points} points"


def _fewest(finding: Finding, names: Names) -> str:
    name = names.candidate(finding.about[0])
    if finding.status == "undetermined":
        return f"how few weights have to change to make {name} first is not determined"
    if finding.amount is None:
        return never(finding, names)
    criteria = listed([names.node(row.criterion) for row in moved_rows(finding)])
    return f"{name} is first if {counted(int(finding.amount), 'weight')} change: {criteria}"


def _amount(finding: Finding) -> str:
    if finding.amount is None:
        return "none is enough" if finding.status == "impossible" else "not determined"
    return rounded(finding.amount, 0) if finding.variant == "fewest" else rounded_up(finding.amount, 1)


def _how(finding: Finding, names: Names) -> str:
    if finding.amount is None:
        return f"none{_beaten(finding, names)}"
    return told_rows(moved_rows(finding), names)


def _beaten(finding: Finding, names: Names) -> str:
    proof = finding.certificate
    if isinstance(proof, Each) or not isinstance(proof, Implied) or not proof.rivals:
        return ""
    total = sum((share for _, share in proof.rivals), Fraction(0))
    mixture = names.mixture([(name, share / total) for name, share in proof.rivals])
    return f": {mixture} always beats it"


def _meeting(names: Names) -> str:
    return " that meet the preferences" if names.weight_set.preferences else ""
