"""Tells how far each weight can move alone before the first place, or the order, changes."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from decide.compose.names import Names, share_down, share_up
from decide.compose.words import listed
from decide.model.figures import percent
from decide.model.finding import Finding
from decide.model.page import Block, Column, Table
from decide.model.rows import Passing, Sweep

TITLE = "One weight at a time"
NOT_SAID = (
    "One weight moves and the others keep their proportions. Two weights moved together, each within its interval, may "
    "still change who is first: see the least change."
)


def headline(finding: Finding, names: Names) -> str:
    """Return whether the weight of one node alone can change who is first, and from where on."""
    sweep = sweep_of(finding)
    name, within = names.node(finding.about[0]), _within(finding)
    if not sweep.passings:
        return f"{names.candidates(names.winners)} stays first whatever {name} weighs{within}"
    return "; ".join(passing_told(passing, sweep, name, names) for passing in sweep.passings) + within


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield a table per convention: where the first stays first, where the order stays, who passes whom."""
    for variant, caption in (
        ("all", "A weight against all others"),
        ("siblings", "A weight within its group, other groups untouched; percents are of the group"),
    ):
        rows = tuple(_row(finding, names) for finding in findings if finding.variant == variant)
        if rows:
            columns = (
                Column("Criterion"),
                Column("Weight", "right"),
                Column("First place stays", "right"),
                Column("Order stays", "right"),
                Column("What changes"),
            )
            yield Table(caption, columns, rows, role="finding")
            passes = tuple(_passes(finding, names) for finding in findings if finding.variant == variant)
            heads = Column("Criterion"), Column("Passings", "right"), Column("Next below"), Column("Next above")
            yield Table("How often one passes another on the way from 0 to 100 %", heads, passes, role="finding")


def sweep_of(finding: Finding) -> Sweep:
    """Return the sweep that a finding holds."""
    return cast("Sweep", finding.rows[0])


def passing_told(passing: Passing, sweep: Sweep, name: str, names: Names) -> str:
    """Return ``from 79.9 % of Risk on Baidu is first``, or below which weight somebody else is."""
    if passing.at >= sweep.weight:
        return f"if {name} weighs more than {share_up(passing.at)}, {names.first(passing.after)}"
    return f"if {name} weighs less than {share_down(passing.at)}, {names.first(passing.before)}"


def _row(finding: Finding, names: Names) -> tuple[str, ...]:
    sweep = sweep_of(finding)
    told = [
        f"{names.candidates(passing.before)} → {names.candidates(passing.after)} at {percent(passing.at)}"
        for passing in sweep.passings
    ]
    return (
        names.node(finding.about[0]),
        percent(sweep.weight),
        _stretch(sweep.low, sweep.high),
        _stretch(sweep.order_low, sweep.order_high),
        listed(told) or "nothing",
    )


def _passes(finding: Finding, names: Names) -> tuple[str, ...]:
    """Return how often anybody passes anybody, and the nearest of it on both sides of today's weight."""
    sweep = sweep_of(finding)
    above = next((turn for turn in sweep.turns if turn.at >= sweep.weight), None)
    below = next((turn for turn in reversed(sweep.turns) if turn.at < sweep.weight), None)
    return (
        names.node(finding.about[0]),
        str(sweep.crossings),
        f"{share_down(below.at)} {_pass(below.passed, below.passes, below.rank, names)}" if below else "",
        f"{share_up(above.at)} {_pass(above.passes, above.passed, above.rank, names)}" if above else "",
    )


def _pass(passes: str, passed: str, rank: int, names: Names) -> str:
    return f"{names.candidate(passes)} passes {names.candidate(passed)} (rank {rank})"


def _stretch(low: Fraction, high: Fraction) -> str:
    return "always" if low == 0 and high == 1 else f"{share_up(low)} … {share_down(high)}"


def _within(finding: Finding) -> str:
    return " within its group" if finding.variant == "siblings" else ""
