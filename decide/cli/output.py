"""The only writer: results to stdout, talk to stderr, files replaced as a whole or not at all."""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import TextIO

from decide.render.text import COLOUR, PLAIN, Paint


class Unwritable(Exception):
    """A result or a file could not be written; a file that was there before is still there."""


def put(text: str) -> None:
    """Write a result to stdout, in UTF-8 whatever the locale; a reader who has left is no failure.

    Raises Unwritable when there is no stdout, or no room behind it.
    """
    _write(sys.stdout, text)


def talk(text: str) -> None:
    """Write a remark to stderr, if anybody can hear it."""
    with contextlib.suppress(Unwritable):
        _write(sys.stderr, text)


def paint_for(stream: object, *, colour: str) -> Paint:
    """Return colours for a terminal, unless ``colour`` is never or NO_COLOR is set."""
    is_terminal = bool(getattr(stream, "isatty", lambda: False)())
    return COLOUR if is_terminal and colour == "auto" and not os.environ.get("NO_COLOR") else PLAIN


def write_file(path: Path, text: str) -> None:
    """Replace ``path`` by ``text``: readers see the old file or the new one, never a part.

    A link is replaced itself, never written through. Raises Unwritable with the reason; the old file stays then.
    """
    try:
        _refuse_what_is_no_file(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        _replace(path, _encoded(text))
    except (OSError, ValueError) as error:
        raise Unwritable(f"cannot write {path}: {_reason(error)}") from None
    _flush_folder(path.parent)


def _write(stream: TextIO | None, text: str) -> None:
    try:
        if stream is None:
            raise OSError(errno.EBADF, "there is no open stdout")
        stream.flush()
        stream.buffer.write(_encoded(text))
        stream.flush()
    except OSError as error:
        if stream is not None:
            _discard(stream)
        if not isinstance(error, BrokenPipeError):
            raise Unwritable(f"cannot write the result: {_reason(error)}") from None


def _discard(stream: TextIO) -> None:
    """Lead a stream nowhere, so that the interpreter's own flush at exit finds nothing to complain of."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _encoded(text: str) -> bytes:
    """Return UTF-8; bytes in the name of a file that are no text are written as escapes."""
    return text.encode("utf-8", "backslashreplace")


def _reason(error: Exception) -> str:
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return "a file stands where a folder is due"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{reason[:1].lower()}{reason[1:]}"


def _refuse_what_is_no_file(path: Path) -> None:
    if not path.is_symlink() and path.exists():
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise Unwritable(f"{path} is a folder; name a file in it")
        if not stat.S_ISREG(mode):
            raise Unwritable(f"{path} is not a regular file")


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f"{_prefix(path)}{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:  # Ctrl-C too: nothing half-written stays behind
        temporary.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> None:
    """Make the new name last; not every system can, and the file is whole without it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _prefix(path: Path) -> str:
    return f".{path.name[:80]}."


def _sweep(path: Path) -> None:
    """Remove what a run that was killed while writing this file has left."""
    prefix = _prefix(path)
    with contextlib.suppress(OSError):
        for stale in path.parent.iterdir():
            owner = stale.name.removeprefix(prefix).removesuffix(".tmp")
            if stale.name == f"{prefix}{owner}.tmp" and owner.isascii() and owner.isdecimal() and _gone(owner):
                stale.unlink(missing_ok=True)


def _gone(owner: str) -> bool:
    """Return whether no other process of that number lives; where nobody can tell, it is taken to live."""
    if int(owner) == os.getpid():  # a number used again, as in a container where each run has the same
        return True
    if os.name == "nt":
        return False
    try:
        os.kill(int(owner), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False
