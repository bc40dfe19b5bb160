"""From a text to its ranking and all that a person should know of it: the checks, and the findings that they read."""

from pathlib import Path

from decide.check.checks import examine_ranking
from decide.model.decision import Decision
from decide.model.finding import Finding
from decide.model.problem import Problem, by_place
from decide.model.ranking import Ranking
from decide.model.record import Record, record
from decide.model.waived import Waived
from decide.road.margins import margins
from decide.road.ranking import ranked_or_faults


@record
class Examined(Record):
    """What a text amounts to: ``ranking`` is None when a fault forbids it; ``waived`` problems do not count.

    ``findings`` are the few that the checks have read.
    """

    ranking: Ranking | None
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...] = ()
    findings: tuple[Finding, ...] = ()


def problems(source: str | Path | Decision) -> tuple[Problem, ...]:
    """Return what is wrong with a decision and what is unwise in it, by place."""
    return examine(source).problems


def examine(source: str | Path | Decision) -> Examined:
    """Return the ranking, if there can be one, and everything a person should know of the text."""
    ranked, faults = ranked_or_faults(source)
    if ranked is None:
        return Examined(None, faults)
    made = tuple(margins(ranked))
    unwise, waived = examine_ranking(ranked, made)
    return Examined(ranked, by_place(unwise), waived, made)
