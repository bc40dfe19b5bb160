"""The only writer: results to stdout, talk to stderr, files replaced as a whole or not at all."""

import os
import stat
import sys
from pathlib import Path

from decide.render.text import COLOUR, PLAIN, Paint


class Unwritable(Exception):
    """A file could not be written; what was there before is still there."""


def put(text: str) -> None:
    """Write a result to stdout, in UTF-8 whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def talk(text: str) -> None:
    """Write a remark to stderr."""
    sys.stderr.flush()
    sys.stderr.buffer.write(text.encode())
    sys.stderr.flush()


def paint_for(stream: object, *, colour: str) -> Paint:
    """Return colours for a terminal, unless ``colour`` is never or NO_COLOR is set."""
    is_terminal = bool(getattr(stream, "isatty", lambda: False)())
    return COLOUR if is_terminal and colour == "auto" and not os.environ.get("NO_COLOR") else PLAIN


def write_file(path: Path, text: str) -> None:
    """Replace ``path`` by ``text``: readers see the old file or the new one, never a part.

    A link is replaced itself, never written through. Raises Unwritable with the reason; the old file stays then.
    """
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        if path.exists() and not path.is_symlink() and not stat.S_ISREG(path.lstat().st_mode):
            raise Unwritable(f"{path} is not a regular file")
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        _write_through(temporary, text.encode())
        temporary.replace(path)
        _flush_folder(path.parent)
    except (OSError, ValueError) as error:
        temporary.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Unwritable(f"cannot write {path}: {reason.lower()}") from None


def _write_through(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o666)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(path: Path) -> None:
    """Remove what a run that was killed while writing this file has left."""
    for stale in path.parent.glob(f".{path.name[:80]}.*.tmp"):
        owner = stale.name.split(".")[-2]
        if owner.isdigit() and not _alive(int(owner)):
            stale.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
