"""Which decision is read and where the memo goes: by name, by place, and told when there is none or more than one."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.door import (
    CRITERIA,
    FAULTY,
    HOLED,
    NAMED,
    PLAIN,
    ROOT,
    Answer,
    decide,
    finished,
    said,
    words_of,
    written,
)

MINIMAL = NAMED["minimal"]
ANSWERING = ("rank", "why", "memo", "check")


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
    ways: tuple[tuple[list[str], Path], ...] = (
        ([str(folder)], ROOT),
        (["decision.yaml"], folder),
        ([str(folder / "decision.yaml")], ROOT),
        (["apple-china-ai/decision.yaml"], CRITERIA),
        ([], folder),
    )

    answers = [json.loads(decide("rank", "--format", "json", *words, here=here).out) for words, here in ways]

    assert [answer["decision"] for answer in answers] == [answers[0]["decision"]] * len(ways)
    assert [answer["ranking"] for answer in answers] == [answers[0]["ranking"]] * len(ways)


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


@pytest.mark.parametrize("name", ["-x's own.yaml"])
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


def test_why_takes_a_candidate_by_its_id_or_by_the_name_that_the_ranking_shows() -> None:
    by_id, by_name, other = said(
        ["why", MINIMAL, "today", "--over", "initech"],
        ["why", MINIMAL, "Spreadsheets as today", "--over", "Initech Leads"],
        ["why", MINIMAL, "Spreadsheets"],
    )

    assert by_id == by_name
    assert by_id.out.startswith("Why Initech Leads over Spreadsheets as today · Which CRM?\n")
    assert other.code == 2


# When check is for a person


def test_check_ends_as_fail_on_says_and_with_2_on_a_fault(tmp_path: Path) -> None:
    for name, text in (("plain", PLAIN), ("holed", HOLED), ("faulty", FAULTY)):
        written(tmp_path, text, name)
    expected = {
        ("plain", "warning"): 0,
        ("holed", "never"): 0,
        ("holed", "error"): 0,
        ("holed", "warning"): 1,
        ("faulty", "never"): 2,
        ("faulty", "warning"): 2,
    }

    answers = said(*(["check", "--fail-on", fail_on, name] for name, fail_on in expected), here=tmp_path)

    assert [answer.code for answer in answers] == list(expected.values())


def test_check_tells_of_all_its_files_even_if_one_cannot_be_read(tmp_path: Path) -> None:
    for name, text in (("holed.yaml", HOLED), ("faulty.yaml", FAULTY)):
        written(tmp_path, text, name)

    answer = decide("check", "holed.yaml", "nowhere.yaml", "faulty.yaml", here=tmp_path)

    assert (answer.code, answer.err) == (2, "decide: cannot read nowhere.yaml: no such file or directory\n")
    assert "holed.yaml:3:17: warning missing" in answer.out
    assert "faulty.yaml:4:20: error weight-without-range" in answer.out
    assert answer.out.endswith("\n1 error, 2 warnings\n")


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
