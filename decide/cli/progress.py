"""The only one who draws progress: a line on stderr while something takes long, if that is a terminal."""

import contextlib
import sys
import time
from collections.abc import Iterator

from decide.cli.output import talk

PATIENCE = 1.0
"""Seconds that pass before anything is said, and ten times what passes between one line and the next."""
WIPE = "\r\x1b[K"


class Progress:
    """What is told while one waits; nothing where nobody looks, or where it does not take long."""

    def __init__(self) -> None:
        self.listening = bool(getattr(sys.stderr, "isatty", lambda: False)())
        self.begun = self.last = time.monotonic()
        self.analysis = ""
        self.said = False

    def at(self, analysis: str) -> None:
        """Say which analysis the last finding is of."""
        self.analysis = analysis
        self._say(f"{analysis} …")

    def draws(self, done: int, of: int) -> None:
        """Say how many draws are done, of how many."""
        self._say(f"{done:,} of {of:,} draws".replace(",", " "))

    def _say(self, line: str) -> None:
        now = time.monotonic()
        if self.listening and now - self.begun >= PATIENCE and now - self.last >= PATIENCE / 10:
            talk(f"{WIPE}{line}")
            self.last, self.said = now, True


@contextlib.contextmanager
def progress() -> Iterator[Progress]:
    """Give somebody to tell how far one has come; the line is wiped away at the end, also of a failure."""
    told = Progress()
    try:
        yield told
    finally:
        if told.said:
            talk(WIPE)
