"""The list of what is wrong, growing while a text is read."""

from decide.model.place import Place
from decide.model.problem import Problem, Severity

MOST = 200
"""A broken file can hold thousands of faults; a person reads the first ones."""


class Faults:
    """Gathers problems, at most so many of each severity; ``codes`` holds the codes of all errors, also beyond that."""

    __slots__ = ("_room", "codes", "problems")

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.codes: set[str] = set()
        self._room: dict[Severity, int] = {"error": MOST, "warning": MOST}

    def add(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Note an error."""
        self.codes.add(code)
        self._note(code, place, message, hint, "error")

    def warn(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Note something that is no fault but easily a mistake."""
        self._note(code, place, message, hint, "warning")

    @property
    def full(self) -> bool:
        """Whether no further error will be shown, so that nobody needs to look for its remedy."""
        return self._room["error"] == 0

    def _note(self, code: str, place: Place, message: str, hint: str, severity: Severity) -> None:
        if self._room[severity] > 0:
            self._room[severity] -= 1
            self.problems.append(Problem(code, place, _visible(message), _visible(hint), severity))


def _visible(text: str) -> str:
    """Return the text on one line; what would not be seen, or would steer a terminal, is named instead."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else " " if character.isspace() else f"U+{ord(character):04X}"
        for character in text
    )
