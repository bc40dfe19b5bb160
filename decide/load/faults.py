"""The list of what is wrong, growing while a text is read."""

from decide.model.place import Place
from decide.model.problem import Problem

MOST = 200
"""A broken file can hold thousands of faults; a person reads the first ones."""


class Faults:
    """Gathers problems; ``spoiled`` tells whether one of them leaves the ranking without its ground."""

    __slots__ = ("problems",)

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Note an error."""
        if len(self.problems) < MOST:
            self.problems.append(Problem(code, place, message, hint))

    def warn(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Note something that is no fault but easily a mistake."""
        if len(self.problems) < MOST:
            self.problems.append(Problem(code, place, message, hint, "warning"))

    @property
    def any(self) -> bool:
        """Whether an error was noted."""
        return any(problem.severity == "error" for problem in self.problems)
