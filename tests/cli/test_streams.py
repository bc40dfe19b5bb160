"""Streams and exit codes: stdout is the result, stderr the talk, and 0, 1, 2, 3 and 130 mean what they say."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from decide.cli.lazy import COMMANDS
from tests.cli.door import (
    CRITERIA,
    FAULTY,
    HOLED,
    NAMED,
    ROOT,
    Answer,
    decide,
    decided,
    environment,
    finished,
    said,
    snippet,
    words_of,
    written,
)

MINIMAL, EVERYTHING = NAMED["minimal"], NAMED["everything"]
TRACE = "Traceback"


def with_streams(redirection: str, *words: str, here: Path = CRITERIA) -> Answer:
    """Run decide by a shell that redirects its streams."""
    return finished(["sh", "-c", f'exec "$@" {redirection}', "sh", *words_of(*words)], here)


def on_a_terminal(*words: str, **changed: str) -> str:
    """Return what decide writes when its stdout is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words_of(*words), stdout=theirs, env=environment(**changed), cwd=ROOT)
    os.close(theirs)
    told = b""
    try:
        while chunk := os.read(ours, 65536):
            told += chunk
    except OSError:  # how the end of a terminal is told on Linux
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return told.decode()


# What stands where


@pytest.mark.parametrize("command", ["rank", "why", "check"])
def test_an_answer_stands_on_stdout_and_nothing_on_stderr(command: str) -> None:
    answer = decided(command, MINIMAL)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("\n")


def test_a_fault_is_exit_2_with_its_place_on_stderr_and_nothing_on_stdout_and_in_no_file(tmp_path: Path) -> None:
    path = written(tmp_path, FAULTY)
    (tmp_path / "older.html").write_text("the older memo", encoding="utf-8")
    ways = (["rank"], ["why"], ["memo"], ["memo", "-o", "-"], ["memo", "-o", "older.html"])

    for answer in said(*([*way, "one.yaml"] for way in ways), here=tmp_path):
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("one.yaml:4:20: error weight-without-range: ")
        assert answer.err.endswith("\n1 error\n")

    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["older.html", path.name]
    assert (tmp_path / "older.html").read_text(encoding="utf-8") == "the older memo"


def test_check_tells_faults_on_stdout_as_they_are_its_result(tmp_path: Path) -> None:
    answer = decide("check", str(written(tmp_path, FAULTY)))

    assert (answer.code, answer.err) == (2, "")
    assert "error weight-without-range" in answer.out


def test_what_is_typed_wrong_is_exit_2_and_told_in_a_line() -> None:
    wrong = (
        ["rnk"],
        ["rank", "--frmat", "json"],
        ["rank", "--format", "xml", MINIMAL],
        ["rank", MINIMAL, MINIMAL],
        ["rank", "-C", "nowhere", MINIMAL],
        ["why", MINIMAL, "acne"],
        ["why", MINIMAL, "acme", "--over", "acne"],
        ["why", MINIMAL, "acme", "--over", "Acme"],
        ["check", "--fail-on", "information", MINIMAL],
    )

    for answer in said(*wrong):
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("Usage: decide ")
        assert answer.err.splitlines()[-1].startswith("Error: ")


def test_a_mistyped_name_gets_the_nearest_one() -> None:
    assert "Did you mean '--format'?" in decided("rank", "--formt", "json").err
    assert "there is no candidate “acne”; did you mean  acme  ?" in decided("why", MINIMAL, "acne").err
    assert "known here: acme, globex, initech, today" in decided("why", MINIMAL, "xx").err


def test_help_stands_on_stdout_within_80_columns_and_calls_the_program_decide() -> None:
    for name, answer in zip(("", *COMMANDS), said(["--help"], *([name, "--help"] for name in COMMANDS)), strict=True):
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith(f"Usage: decide {name}".rstrip())
        assert max(map(len, answer.out.splitlines())) <= 80


def test_without_a_command_it_shows_its_help() -> None:
    answer = decide()

    assert "Commands:" in answer.out + answer.err
    assert TRACE not in answer.err


# Our own bugs, and Ctrl-C


def test_a_bug_of_ours_is_exit_3_and_told_without_a_stack_trace() -> None:
    broken = """
import decide.cli.rank
def examine(path):
    raise KeyError("weights")
decide.cli.rank.examine = examine
from decide.cli.main import main
main()
"""
    answer = snippet(broken, "rank", MINIMAL)

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("decide: this is a bug in decide, not in your file: KeyError: 'weights'\n")
    assert "decide.cli.rank, line " in answer.err
    assert TRACE not in answer.err
    assert str(CRITERIA.parent) not in answer.err


def test_ctrl_c_is_exit_130_without_a_stack_trace() -> None:
    broken = """
import os, signal
import decide.cli.rank
decide.cli.rank.examine = lambda path: os.kill(os.getpid(), signal.SIGINT)
from decide.cli.main import main
main()
"""
    answer = snippet(broken, "rank", MINIMAL)

    assert (answer.code, answer.out, answer.err.strip()) == (130, "", "")


# Streams that are closed or full


@pytest.mark.parametrize("words", [["rank"], ["rank", "--format", "json"], ["check"], ["memo", "-o", "-"]])
def test_a_reader_who_has_left_is_no_failure(words: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)

    with os.fdopen(theirs, "wb") as closed:
        ended = subprocess.run(
            words_of(*words, MINIMAL), stdout=closed, stderr=subprocess.PIPE, env=environment(), cwd=ROOT, check=False
        )

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_reader_who_has_left_hides_no_fault(tmp_path: Path) -> None:
    path = written(tmp_path, FAULTY)

    answer = finished(["sh", "-c", '( "$@"; echo $? >&2 ) | true', "sh", *words_of("check", str(path))], tmp_path)

    assert answer.err == "2\n"


@pytest.mark.parametrize(
    ("redirection", "words"),
    [
        (">/dev/full", ["--help"]),
        (">&-", ["rank", "--help"]),
        ("2>/dev/full", ["rank", "--wrong"]),
        (">&- 2>&-", ["rank", "--wrong"]),
        ("2>&-", ["rank", "nowhere"]),
        ("2>/dev/full", ["rank", "nowhere"]),
    ],
)
def test_with_nobody_listening_there_is_no_stack_trace(redirection: str, words: list[str]) -> None:
    answer = with_streams(redirection, *words)

    assert TRACE not in answer.out + answer.err
    assert "bug" not in answer.err
    assert answer.code == (2 if "--help" not in words else answer.code)


@pytest.mark.parametrize("words", [["rank"], ["memo", "-o", "-"]])
@pytest.mark.parametrize(
    ("redirection", "why"), [(">/dev/full", "no space left on device"), (">&-", "there is no open stdout")]
)
def test_a_result_that_cannot_be_written_is_exit_2(words: list[str], redirection: str, why: str) -> None:
    answer = with_streams(redirection, *words, "minimal.yaml")

    assert (answer.code, answer.err) == (2, f"decide: cannot write the result: {why}\n")


def test_the_schema_needs_an_open_stdout_too() -> None:
    assert with_streams(">/dev/full", "schema").code == 2


# Colours


def test_colours_are_for_terminals_alone() -> None:
    coloured = on_a_terminal("rank", MINIMAL)

    assert "\x1b[1m" in coloured
    assert "\x1b" not in decided("rank", MINIMAL).out
    for plain in ("\x1b[1m", "\x1b[2m", "\x1b[0m", "\r"):
        coloured = coloured.replace(plain, "")
    assert coloured == decided("rank", MINIMAL).out


def test_no_color_is_heard_as_a_variable_and_as_an_option() -> None:
    assert "\x1b" not in on_a_terminal("rank", MINIMAL, NO_COLOR="1")
    for command in ("why", "check"):
        assert "\x1b" not in on_a_terminal(command, MINIMAL, "--no-color")


def test_what_programs_read_has_no_colours_even_on_a_terminal() -> None:
    told = on_a_terminal("rank", MINIMAL, "--format", "json").replace("\r\n", "\n")

    assert told == decided("rank", MINIMAL, "--format", "json").out


# The same everywhere

FORMS = [
    *(
        [command, EVERYTHING, "--format", form]
        for command in ("rank", "why", "check")
        for form in ("text", "json", "md")
    ),
    *(["memo", EVERYTHING, "-o", "-", "--format", form] for form in ("html", "md")),
]


def everything_said(**changed: str) -> list[Answer]:
    return said(*FORMS, here=ROOT, **changed)


@pytest.fixture(scope="module")
def usual() -> list[Answer]:
    return everything_said()


@pytest.mark.parametrize(
    "changed",
    [
        {"LC_ALL": "C", "PYTHONHASHSEED": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "2"},
        {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "3", "COLUMNS": "30", "TERM": "dumb", "PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda changed: "-".join(f"{name}={value}" for name, value in changed.items()),
)
def test_the_bytes_are_the_same_everywhere(usual: list[Answer], changed: dict[str, str]) -> None:
    assert {(answer.code, answer.err) for answer in usual} == {(0, "")}
    assert everything_said(**changed) == usual


def test_the_memo_does_not_tell_from_where_the_decision_was_named(tmp_path: Path) -> None:
    there = tmp_path / "there"
    path = written(there, HOLED)
    ways = (
        (["one.yaml"], there),
        ([str(path)], tmp_path),
        (["there/one.yaml"], tmp_path),
        (["-C", "there", "one.yaml"], tmp_path),
    )

    memos = {decide("memo", *words, "-o", "-", here=here).out for words, here in ways}

    (memo,) = memos
    assert "one.yaml:3" in memo
    assert str(tmp_path) not in memo


def test_an_answer_holds_no_path_of_this_machine_that_nobody_typed(usual: list[Answer]) -> None:
    for path in (str(CRITERIA.parent), sys.prefix, str(Path.home())):
        assert [answer for answer in usual if path in answer.out] == []
