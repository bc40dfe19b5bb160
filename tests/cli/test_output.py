"""Files are replaced as a whole or not at all, whatever fails and whoever reads or writes at the same time."""

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from decide.cli.output import Unwritable, write_file
from tests.cli.door import environment, snippet

OLD, NEW = "old\n" * 5000, "new\n" * 7000
CALLS = ("open", "fsync", "replace", "close", "mkdir", "stat", "scandir", "listdir", "unlink", "kill", "getpid")
"""What is asked of the system by way of ``os``; ``write`` and ``flush`` stand in the stream that ``fdopen`` gives."""


class Stream:
    """A stream whose calls can be made to fail."""

    def __init__(self, stream: Any, tick: Callable[[str], None]) -> None:
        self._stream, self._tick = stream, tick

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        if name in ("write", "flush"):
            self._tick(name)
        return getattr(self._stream, name)


class Broken:
    """Lets the k-th system call fail, and notes the calls that were made; with k 0 none fails."""

    def __init__(self, patch: pytest.MonkeyPatch, k: int, error: BaseException) -> None:
        self.met: list[str] = []
        self._k, self._error = k, error
        for name in CALLS:
            patch.setattr(os, name, self._failing(name, getattr(os, name)))
        real = os.fdopen
        patch.setattr(os, "fdopen", lambda *given: Stream(real(*given), self.tick))

    def tick(self, name: str) -> None:
        self.met.append(name)
        if len(self.met) == self._k:
            raise self._error

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if name != "open" or given[1:]:  # what pytest opens for itself goes by another door
                self.tick(name)
            return real(*given, **named)

        return call


def target(folder: Path) -> Path:
    """Return an old file beside the rest of a run that was killed."""
    path = folder / "sub" / "memo.html"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    (path.parent / ".memo.html.999999999.tmp").write_text("half", encoding="utf-8")
    return path


def written(folder: Path, k: int, error: BaseException) -> tuple[list[str], Path, bool]:
    """Write with the k-th call failing; return the calls, the path, and whether it was said to be written."""
    path = target(folder)
    with pytest.MonkeyPatch.context() as patch:
        broken = Broken(patch, k, error)
        try:
            write_file(path, NEW)
            told = True
        except (Unwritable, KeyboardInterrupt):
            told = False
        patch.undo()
    return broken.met, path, told


def folders(base: Path) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        (base / str(number)).mkdir()
        yield base / str(number)


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt(), PermissionError(errno.EACCES, "Denied")]
)
def test_whichever_call_fails_the_old_file_or_the_new_one_is_whole(tmp_path: Path, error: BaseException) -> None:
    fresh = folders(tmp_path)
    calls, whole, done = written(next(fresh), 0, error)
    assert (whole.read_text(encoding="utf-8"), done) == (NEW, True)
    assert {"open", "write", "flush", "fsync", "replace", "stat"} <= set(calls)
    assert calls.count("fsync") == 2

    for k in range(1, len(calls) + 1):
        _, path, told = written(next(fresh), k, error)
        assert path.read_text(encoding="utf-8") in ((NEW,) if told else (OLD, NEW)), (k, calls[k - 1])
        left = {entry.name for entry in path.parent.iterdir()} - {"memo.html", ".memo.html.999999999.tmp"}
        assert left == set(), (k, calls[k - 1])


def test_a_failure_is_told_with_its_reason_and_the_old_file_stays(tmp_path: Path) -> None:
    path = target(tmp_path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda descriptor: os.write(-1, b""))
        with pytest.raises(Unwritable, match=r"cannot write .*memo\.html: bad file descriptor"):
            write_file(path, NEW)

    assert path.read_text(encoding="utf-8") == OLD


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "target").write_text(OLD, encoding="utf-8")
    for name, to in (("link", "target"), ("dangling", "nowhere"), ("loop", "loop"), ("folder", ".")):
        (tmp_path / name).symlink_to(to)
        write_file(tmp_path / name, NEW)
        assert not (tmp_path / name).is_symlink()
        assert (tmp_path / name).read_text(encoding="utf-8") == NEW

    assert (tmp_path / "target").read_text(encoding="utf-8") == OLD


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()

    for name, told in (("fifo", "fifo is not a regular file"), ("folder", "folder is a folder; name a file in it")):
        with pytest.raises(Unwritable, match=told):
            write_file(tmp_path / name, NEW)
    with pytest.raises(Unwritable, match="/dev/full is not a regular file"):
        write_file(Path("/dev/full"), NEW)

    assert stat.S_ISFIFO((tmp_path / "fifo").lstat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fifo", "folder"]


@pytest.mark.parametrize("below", ["memo.html", "far/below/memo.html"])
def test_below_a_file_there_is_no_place(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text(OLD, encoding="utf-8")

    with pytest.raises(Unwritable, match="a file stands where a folder is due"):
        write_file(tmp_path / "file" / below, NEW)

    assert (tmp_path / "file").read_text(encoding="utf-8") == OLD


def test_where_nothing_may_be_made_it_says_so() -> None:
    with pytest.raises(Unwritable, match=r"cannot write /proc/self/memo\.html: no such file or directory"):
        write_file(Path("/proc/self/memo.html"), NEW)


def test_folders_are_made_on_the_way(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "memo.html", NEW)

    assert (tmp_path / "a" / "b" / "memo.html").read_text(encoding="utf-8") == NEW


def test_a_new_file_has_the_rights_that_the_mask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "memo.html", NEW)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "memo.html").stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["-x", "a\nb", "é" * 60, "[a]*?", "\udcff", "x" * 250])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    for text in (OLD, NEW):
        write_file(tmp_path / name, text)
        assert (tmp_path / name).read_text(encoding="utf-8") == text

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_file(tmp_path / "memo.html", "é\r\n\n华\udcff")

    assert (tmp_path / "memo.html").read_bytes() == "é\r\n\n华\\udcff".encode()


def test_a_limit_on_the_size_of_files_leaves_the_old_one(tmp_path: Path) -> None:
    path = target(tmp_path)
    limited = """
import resource, signal, sys
from pathlib import Path
from decide.cli.output import Unwritable, write_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    write_file(Path(sys.argv[1]), "new\\n" * 7000)
except Unwritable as error:
    print(error)
"""
    answer = snippet(limited, str(path))

    assert (answer.code, answer.out) == (0, f"cannot write {path}: file too large\n")
    assert path.read_text(encoding="utf-8") == OLD
    assert [entry.name for entry in path.parent.iterdir()] == ["memo.html"]


def test_only_what_the_dead_left_of_this_very_file_is_swept(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    swept = [f".memo.html.{dead.pid}.tmp", f".memo.html.{os.getpid()}.tmp", ".memo.html.99999999999999999999.tmp"]
    kept = [
        f".memo.html.{os.getppid()}.tmp",
        f".other.html.{dead.pid}.tmp",
        f"memo.html.{dead.pid}.tmp",
        ".memo.html.old.tmp",
        ".memo.html.².tmp",
        ".memo.html.1.2.tmp",
        f".memo.html.{dead.pid}.bak",
    ]
    for name in (*swept, *kept):
        (tmp_path / name).write_text("half", encoding="utf-8")

    write_file(tmp_path / "memo.html", NEW)

    assert {path.name for path in tmp_path.iterdir()} == {"memo.html", *kept}


WRITER = """
import sys
from pathlib import Path
from decide.cli.output import write_file
path, letter = Path(sys.argv[1]), sys.argv[2]
sys.stdout.write("ready\\n")
sys.stdout.flush()
while True:
    write_file(path, letter * 200_000)
"""


def writer(path: Path, letter: str) -> "subprocess.Popen[bytes]":
    """Start a process that writes a file of one letter again and again; return it once it is about to begin."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), letter], env=environment(), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    return process


def ended(*processes: "subprocess.Popen[bytes]") -> None:
    for process in processes:
        process.send_signal(signal.SIGKILL)
    for process in processes:
        process.wait(timeout=60)


def test_a_reader_beside_two_writers_never_sees_a_part(tmp_path: Path) -> None:
    path = tmp_path / "memo.html"
    write_file(path, "a" * 200_000)
    writers = [writer(path, letter) for letter in "bc"]

    until, seen = time.monotonic() + 1.5, []
    while time.monotonic() < until:
        text = path.read_text(encoding="utf-8")
        seen.append((len(text), "".join(sorted(set(text)))))
    ended(*writers)

    assert {length for length, _ in seen} == {200_000}
    assert {letters for _, letters in seen} <= {"a", "b", "c"}
    assert {"b", "c"} <= {letters for _, letters in seen}


def test_whoever_is_killed_while_writing_leaves_a_whole_file_and_the_next_sweeps_up(tmp_path: Path) -> None:
    path = tmp_path / "memo.html"
    for moment in (0.0, 0.003, 0.011, 0.027, 0.05, 0.08):
        process = writer(path, "b")
        time.sleep(moment)
        ended(process)
        assert not path.exists() or path.read_text(encoding="utf-8") == "b" * 200_000

    write_file(path, NEW)

    assert [entry.name for entry in tmp_path.iterdir()] == ["memo.html"]
