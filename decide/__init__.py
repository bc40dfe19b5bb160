"""Choose a vendor with a decision written as plain text: ranked exactly, explained, and checked.

The names below are resolved on first use, so that ``import decide`` stays cheap.
"""

from typing import TYPE_CHECKING

from decide.version import __version__

if TYPE_CHECKING:
    from decide.model.problem import InvalidDecision
    from decide.road.examined import problems
    from decide.road.findings import findings
    from decide.road.memo import memo
    from decide.road.ranking import ranking, read_decision

__all__ = ["InvalidDecision", "__version__", "findings", "memo", "problems", "ranking", "read_decision"]


def __getattr__(name: str) -> object:
    """Return the public object ``name``, importing its room only now (PEP 562)."""
    match name:
        case "InvalidDecision":
            from decide.model import problem

            return problem.InvalidDecision
        case "findings":
            from decide.road.findings import findings

            return findings
        case "memo":
            from decide.road.memo import memo

            return memo
        case "problems":
            from decide.road.examined import problems

            return problems
        case "ranking" | "read_decision":
            from decide.road import ranking

            return getattr(ranking, name)
    raise AttributeError(f"module 'decide' has no attribute {name!r}")
