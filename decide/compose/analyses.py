"""The table of what tells the findings: one file per analysis, one line each."""

from collections.abc import Callable, Iterator, Sequence

from decide.compose import (
    acceptability,
    assessments,
    can_be_first,
    cheapest_rank,
    critical_criterion,
    dominance,
    information,
    least_change,
    leave_one_out,
    necessary_possible,
    performance_change,
    rank_range,
    regret,
    scenarios,
    stakeholders,
    weight_crossings,
)
from decide.compose.names import Names
from decide.model.finding import Finding
from decide.model.page import Block
from decide.model.record import Record, record


@record
class Teller(Record):
    """What tells one analysis: a sentence per finding, its tables, and what it does not say."""

    title: str
    headline: Callable[[Finding, Names], str]
    blocks: Callable[[Sequence[Finding], Names], Iterator[Block]]
    not_said: str


TELLERS: dict[str, Teller] = {
    name: Teller(room.TITLE, room.headline, room.blocks, room.NOT_SAID)
    for name, room in (
        ("weight-crossings", weight_crossings),
        ("least-change", least_change),
        ("performance-change", performance_change),
        ("cheapest-rank", cheapest_rank),
        ("dominance", dominance),
        ("can-be-first", can_be_first),
        ("rank-range", rank_range),
        ("necessary-possible", necessary_possible),
        ("regret", regret),
        ("acceptability", acceptability),
        ("information", information),
        ("leave-one-out", leave_one_out),
        ("assessments", assessments),
        ("stakeholders", stakeholders),
        ("scenarios", scenarios),
        ("critical-criterion", critical_criterion),
    )
}


def headline(finding: Finding, names: Names) -> str:
    """Return one finding as a sentence without its full stop."""
    return TELLERS[finding.analysis].headline(finding, names)
