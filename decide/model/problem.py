"""A fault, or something unwise, is a value: code, place, cause, remedy."""

from collections.abc import Iterable
from typing import Literal

from decide.model.place import Place
from decide.model.record import Record, record

Severity = Literal["error", "warning", "information"]


@record
class Problem(Record):
    """One thing a person should know of a decision; ``code`` is never renamed."""

    code: str
    place: Place
    message: str
    hint: str = ""
    severity: Severity = "error"


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems in the order in which a reader meets them, each once."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place.key, problem.code, problem.message)))


class InvalidDecision(Exception):
    """Raised once, before anything is ranked, with every fault of the text."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = by_place(problems)
        super().__init__("\n".join(f"{p.place}: {p.severity} {p.code}: {p.message}" for p in self.problems))


class Unreadable(Exception):
    """Raised when a file cannot be read or is no place for a decision; the text says which and why."""
