"""Reads the files that people hand over; the only reader of users' files."""

import errno
import os
import stat
from pathlib import Path

from decide.model.place import Source
from decide.model.problem import Unreadable

MAX_BYTES = 5_000_000


def decision_sources(path: Path) -> tuple[Source, tuple[tuple[tuple[str, ...], Source], ...]]:
    """Return the main text, and for a folder its pieces as (keys, text): ``("performance", "baidu")`` and so on.

    Raises Unreadable when there is nothing to read, when a name leads outside, or when it is no regular file.
    """
    if not _is_folder(path):
        return read_source(path, path.parent), ()
    main = path / "decision.yaml"
    if not main.exists():
        raise Unreadable(f"{path} is a folder without a decision.yaml; name a decision file, or a folder with one")
    whole = read_source(main, path)
    room = MAX_BYTES - len(whole.text)
    pieces: list[tuple[tuple[str, ...], Source]] = []
    for keys, piece in _pieces(path):
        source = read_source(piece, path)
        room -= len(source.text)
        if room < 0:
            raise Unreadable(f"{path} holds more than 5 MB of text; keep documents beside it and quote from them")
        pieces.append((keys, source))
    return whole, tuple(pieces)


def decision_id_text(path: Path) -> str:
    """Return the name a decision goes by: of its folder, or of its file without the ending."""
    whole = path.resolve() if path.name in ("", ".", "..") else path
    return whole.name if _is_folder(path) else whole.stem


def read_source(path: Path, root: Path) -> Source:
    """Return the text of one regular file of at most 5 MB that lies inside ``root`` once links are followed.

    Bytes that are not UTF-8 stay in the text as lone surrogates, so that the fault can be shown in its place.
    """
    try:
        # A link can stand anywhere on the way, so every path is followed to where it really lies.
        if not path.resolve().is_relative_to(root.resolve()):
            raise Unreadable(f"{path} is a link that leads outside its folder; copy the file instead")
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unreadable(f"{path} is not a regular file; a decision is a text file or a folder of them")
            content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise Unreadable(f"cannot read {path}: {_reason(error)}") from None
    return Source(str(path), _decoded(content))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # a name that no file can have; reading it says why


def _reason(error: Exception) -> str:
    # A circle of links is a RuntimeError up to Python 3.12, and ELOOP from 3.13 on.
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP:
        return "it is a link that leads round in a circle"
    told = error.strerror if isinstance(error, OSError) else str(error)
    return told.lower() if told else "unknown reason"


def _decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        return content[: MAX_BYTES + 1].decode("utf-8", "surrogateescape")
    return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")


def _pieces(folder: Path) -> list[tuple[tuple[str, ...], Path]]:
    entries = [entry for entry in _entries(folder) if entry.name != "decision.yaml"]
    # Files come first, so that what a folder of the same name holds is added to them.
    found = _named((), [entry for entry in entries if not entry.is_dir()])
    for entry in entries:
        inside = _entries(entry) if entry.is_dir() else []
        found += _named((entry.name,), inside)
        for deeper in inside:
            # One floor more than a decision has: not read, but not passed over in silence either.
            if deeper.is_dir():
                found += _named((entry.name, deeper.name), _entries(deeper))
    return found


def _named(keys: tuple[str, ...], entries: list[Path]) -> list[tuple[tuple[str, ...], Path]]:
    return [((*keys, entry.stem), entry) for entry in entries if entry.suffix in (".yaml", ".yml")]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        raise Unreadable(f"cannot read {folder}: {_reason(error)}") from None
