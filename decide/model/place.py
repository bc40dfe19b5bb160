"""Where in a user's text something stands."""

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)  # without slots: the lines are split once, when the first excerpt is due
class Source:
    """One text that was read: the name a person knows it by, and what it says."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their line ends."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(self, number: int) -> str:
        """Return line ``number`` (from 1); empty beyond the last."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line: ``line`` and ``column`` count from 1, ``width`` is in characters."""

    source: Source
    line: int
    column: int
    width: int = 1

    @property
    def key(self) -> tuple[str, int, int]:
        """What places sort by: file, line, column."""
        return (self.source.name, self.line, self.column)

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"
