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
    DECISIONS,
    FAULTY,
    HOLED,
    PLAIN,
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

MINIMAL, EVERYTHING = str(DECISIONS["minimal"]), str(DECISIONS["everything"])
ANSWERING = ("rank", "why", "memo", "check")
TRACE = "Traceback"


def with_streams(redirection: str, *words: str, here: Path = CRITERIA) -> Answer:
    """Run decide by a shell that redirects its streams."""
    return finished(["sh", "-c", f'exec "$@" {redirection}', "sh", *words_of(*words)], here)


def on_a_terminal(*words: str, **changed: str) -> str:
    """Return what decide writes when its stdout is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words_of(*words), stdout=theirs, env=environment(**changed), cwd=CRITERIA)
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


@pytest.mark.parametrize("command", ["rank", "why", "memo"])
def test_a_fault_is_exit_2_with_its_place_on_stderr_and_nothing_on_stdout(tmp_path: Path, command: str) -> None:
    path = written(tmp_path, FAULTY)

    answer = decide(command, "one.yaml", here=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("one.yaml:4:20: error weight-without-range: ")
    assert answer.err.endswith("\n1 error\n")
    assert list(tmp_path.iterdir()) == [path]


def test_a_fault_leaves_the_older_memo_alone(tmp_path: Path) -> None:
    written(tmp_path, FAULTY)
    (tmp_path / "one.html").write_text("the older memo", encoding="utf-8")

    for words in (["memo", "one.yaml"], ["memo", "one.yaml", "-o", "-"], ["memo", "one.yaml", "-o", "one.html"]):
        answer = decide(*words, here=tmp_path)
        assert (answer.code, answer.out) == (2, "")

    assert (tmp_path / "one.html").read_text(encoding="utf-8") == "the older memo"


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


# What cannot be read


def unreadable(folder: Path) -> list[Path]:
    """Make in ``folder`` whatever is no decision that can be read."""
    (folder / "empty").mkdir()
    os.mkfifo(folder / "fifo.yaml")
    (folder / "out.yaml").symlink_to("/etc/passwd")
    (folder / "dangling.yaml").symlink_to("nowhere.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    written(folder)
    names = ("empty", "fifo.yaml", "out.yaml", "dangling.yaml", "loop.yaml", "no.yaml", "\udcff.yaml", "x" * 300)
    return [*(folder / name for name in names), folder / "one.yaml" / "below", Path("/dev/zero"), Path("/dev/stdin")]


def test_what_cannot_be_read_is_exit_2_and_told_in_one_line_with_its_name(tmp_path: Path) -> None:
    paths = unreadable(tmp_path)

    for path, answer in zip(paths, said(*(["rank", str(path)] for path in paths)), strict=True):
        assert (answer.code, answer.out) == (2, ""), path
        assert answer.err.startswith("decide: ")
        assert answer.err.count("\n") == 1
        assert path.name.replace("\udcff", "\\udcff") in answer.err


def test_whatever_a_file_is_called_it_can_be_read(tmp_path: Path) -> None:
    names = ["\udcff.yaml", "a\nb.yaml", "-x.yaml", "--help", "é" * 100, "a b$(x).yaml"]
    forms = [["rank"], ["rank", "--format", "json"], ["rank", "--format", "md"], ["memo", "-o", "-"], ["check"]]
    for name in names:
        written(tmp_path, HOLED, name)

    for answer in said(*([*form, "--", name] for form in forms for name in names), here=tmp_path):
        assert (answer.code, answer.err) == (0, "")
        assert "missing" in answer.out


# Which decision


def test_without_a_name_the_decision_here_is_taken(tmp_path: Path) -> None:
    written(tmp_path, PLAIN, "decision.yaml")

    assert decide("rank", here=tmp_path).out.startswith("plain · 2 ranked\n")


def test_without_one_here_the_only_one_under_criteria_is_taken(tmp_path: Path) -> None:
    written(tmp_path, PLAIN, "criteria/one.yaml")
    (tmp_path / "criteria" / "notes.txt").write_text("no decision", encoding="utf-8")
    written(tmp_path, "x", "criteria/sub/notes.yaml")

    assert decide("rank", here=tmp_path).out.startswith("plain · 2 ranked\n")


def test_several_under_criteria_are_listed_and_none_is_taken(tmp_path: Path) -> None:
    written(tmp_path, PLAIN, "criteria/one.yaml")
    written(tmp_path, PLAIN, "criteria/two/decision.yaml")

    answer = decide("rank", here=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "decide: there are 2 decisions here; name one: criteria/one.yaml, criteria/two\n"


def test_where_there_is_none_it_says_how_to_get_one(tmp_path: Path) -> None:
    told = "decide: there is no decision here; name a file, or try  decide demo\n"

    answers = said(*([command] for command in ANSWERING), here=tmp_path)

    assert answers == [Answer(2, "", told)] * len(ANSWERING)


def test_the_main_file_of_a_folder_stands_for_the_folder_however_it_is_named() -> None:
    folder = CRITERIA / "apple-china-ai"

    expected = decided("rank", str(folder)).out

    assert decide("rank", "decision.yaml", here=folder).out == expected
    assert decide("rank", str(folder / "decision.yaml")).out == expected
    assert decide("rank", "apple-china-ai/decision.yaml", here=CRITERIA).out == expected
    assert decide("rank", here=folder).out == expected


def test_with_c_it_goes_there_first(tmp_path: Path) -> None:
    there = tmp_path / "there"
    written(there)

    away = said(*([command, "-C", "there", "one.yaml"] for command in ANSWERING), here=tmp_path)

    assert away == said(*([command, "one.yaml"] for command in ANSWERING), here=there)
    assert {answer.code for answer in away} == {0}
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_why_takes_the_only_decision_where_a_candidate_alone_is_named(tmp_path: Path) -> None:
    written(tmp_path, PLAIN, "decision.yaml")

    assert decide("why", "b", here=tmp_path).out == decide("why", ".", "b", "--over", "a", here=tmp_path).out


@pytest.mark.parametrize("name", ["my decision.yaml", "-x's.yaml"])
def test_the_command_that_a_ranking_tells_to_type_can_be_typed(tmp_path: Path, name: str) -> None:
    there = tmp_path / "there it is"
    written(there, HOLED, name)

    for words, here in (
        (["--", name], there),
        (["-C", there.name, "--", name], tmp_path),
        ([str(there / name)], tmp_path),
    ):
        told = decide("rank", *words, here=here).out.split("\n\n")[-1].replace("\n", " ")
        command = told[told.index("(") + 1 : told.rindex(")")].removeprefix("decide ")
        answer = finished(["sh", "-c", f'exec "$@" {command}', "sh", *words_of()], here)
        assert (answer.code, answer.err) == (0, "")
        assert "warning missing" in answer.out


# When check is for a person


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (PLAIN, "warning", 0),
        (HOLED, "never", 0),
        (HOLED, "error", 0),
        (HOLED, "warning", 1),
        (FAULTY, "never", 2),
        (FAULTY, "warning", 2),
    ],
)
def test_check_ends_as_fail_on_says_and_with_2_on_a_fault(tmp_path: Path, text: str, fail_on: str, code: int) -> None:
    assert decide("check", "--fail-on", fail_on, str(written(tmp_path, text))).code == code


def test_check_tells_of_all_its_files_even_if_one_cannot_be_read(tmp_path: Path) -> None:
    for name, text in (("holed.yaml", HOLED), ("faulty.yaml", FAULTY)):
        written(tmp_path, text, name)

    answer = decide("check", "holed.yaml", "nowhere.yaml", "faulty.yaml", here=tmp_path)

    assert (answer.code, answer.err) == (2, "decide: cannot read nowhere.yaml: no such file or directory\n")
    assert "holed.yaml:3:17: warning missing" in answer.out
    assert "faulty.yaml:4:20: error weight-without-range" in answer.out
    assert answer.out.endswith("\n1 error, 1 warning\n")


# Where the memo goes


@pytest.mark.parametrize(("folder", "where"), [(None, "one.html"), ("reports", "reports/one.html")])
def test_a_memo_goes_to_reports_if_that_stands_here(tmp_path: Path, folder: str | None, where: str) -> None:
    written(tmp_path)
    if folder:
        (tmp_path / folder).mkdir()

    answer = decide("memo", "one.yaml", here=tmp_path)

    assert answer.out == decide("rank", "one.yaml", here=tmp_path).out + f"\nMemo: {where}\n"
    assert answer.err == ""
    assert (tmp_path / where).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_quiet_prints_the_path_alone_and_a_dash_the_memo_alone(tmp_path: Path) -> None:
    written(tmp_path)

    quiet = decide("memo", "one.yaml", "--quiet", "--format", "md", "-o", "deep/er/out.md", here=tmp_path)
    dash = decide("memo", "one.yaml", "--format", "md", "-o", "-", here=tmp_path)

    assert (quiet.code, quiet.out, quiet.err) == (0, "deep/er/out.md\n", "")
    assert (tmp_path / "deep/er/out.md").read_text(encoding="utf-8") == dash.out
    assert dash.err == ""


def test_where_no_memo_can_stand_it_says_so_and_nothing_is_left(tmp_path: Path) -> None:
    written(tmp_path)
    outs = (".", "/", "..", "one.yaml/below.html", "one.yaml/far/below.html", "/dev/full", "x" * 300)

    for answer in said(*(["memo", "one.yaml", "-o", out] for out in outs), here=tmp_path):
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("decide: ")
        assert answer.err.count("\n") == 1

    assert [path.name for path in tmp_path.iterdir()] == ["one.yaml"]


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


@pytest.mark.parametrize(
    "words",
    [["rank"], ["rank", "--format", "json"], ["rank", "--format", "md"], ["why"], ["check"], ["memo", "-o", "-"]],
)
def test_a_reader_who_has_left_is_no_failure(words: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)

    with os.fdopen(theirs, "wb") as closed:
        ended = subprocess.run(
            words_of(*words, MINIMAL), stdout=closed, stderr=subprocess.PIPE, env=environment(), check=False
        )

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_reader_who_has_left_hides_no_fault(tmp_path: Path) -> None:
    path = written(tmp_path, FAULTY)

    answer = finished(["sh", "-c", '( "$@"; echo $? >&2 ) | true', "sh", *words_of("check", str(path))], tmp_path)

    assert answer.err == "2\n"


@pytest.mark.parametrize("words", [["--help"], ["rank", "--help"], ["rank", "--wrong"], ["rank", "nowhere"]])
def test_with_nobody_listening_there_is_no_stack_trace(words: list[str]) -> None:
    for redirection in (">&-", "2>&-", ">&- 2>&-", ">/dev/full", "2>/dev/full"):
        answer = with_streams(redirection, *words)
        assert TRACE not in answer.out + answer.err
        assert "bug" not in answer.err
        assert answer.code == (2 if "--help" not in words else answer.code)


@pytest.mark.parametrize("words", [["rank"], ["rank", "--format", "json"], ["memo", "-o", "-"], ["check"]])
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
    coloured = on_a_terminal("rank", "minimal.yaml")

    assert "\x1b[1m" in coloured
    assert "\x1b" not in decided("rank", MINIMAL).out
    for plain in ("\x1b[1m", "\x1b[2m", "\x1b[0m", "\r"):
        coloured = coloured.replace(plain, "")
    assert coloured == decided("rank", MINIMAL).out


@pytest.mark.parametrize("command", ["rank", "why", "check"])
def test_no_color_is_heard_as_a_variable_and_as_an_option(command: str) -> None:
    assert "\x1b" not in on_a_terminal(command, "minimal.yaml", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(command, "minimal.yaml", "--no-color")


@pytest.mark.parametrize("form", ["json", "md"])
def test_what_programs_read_has_no_colours_even_on_a_terminal(form: str) -> None:
    told = on_a_terminal("rank", "minimal.yaml", "--format", form).replace("\r\n", "\n")

    assert told == decided("rank", MINIMAL, "--format", form).out


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
        {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "3"},
        {"COLUMNS": "30", "LINES": "5", "TERM": "dumb", "PYTHONOPTIMIZE": "2"},
        {"HOME": "/nowhere", "SOURCE_DATE_EPOCH": "1", "USER": "nobody", "CI": "true"},
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
