"""The only one who draws progress: a line on stderr while something takes long, if that is a terminal."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from decide.cli.output import talk

PATIENCE = 1.0
"""Seconds that pass before anything is said, and a tenth of them between one line and the next."""
_WIPE = "\r\x1b[K"


@contextlib.contextmanager
def progress(what: str = "draws") -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many are done, of how many, and says so now and then."""
    listening = bool(getattr(sys.stderr, "isatty", lambda: False)())
    begun = last = time.monotonic()
    said = False

    def tell(done: int, of: int) -> None:
        nonlocal last, said
        now = time.monotonic()
        if listening and now - begun >= PATIENCE and now - last >= PATIENCE / 10:
            talk(f"{_WIPE}{done:,} of {of:,} {what}".replace(",", " "))
            last, said = now, True

    try:
        yield tell
    finally:
        if said:
            talk(_WIPE)
