"""``decide explain`` and what ``decide check`` adds to the checks: where to read why, and when to fail."""

import json
from pathlib import Path

import pytest

from decide.check.table import TABLE
from decide.model.codes import CODES
from tests.check.samples import FLAWLESS, changed
from tests.cli.door import decide, decided

BARE = changed(("price: {is: 35, evidence: [bolt-offer]}", "price: 35"))
OVERRIDE = changed(("candidates:\n", "choice: {candidate: bolt}\ncandidates:\n"))


@pytest.mark.parametrize("code", ["single-origin", "weight-without-range", "stale-evidence"])
def test_a_code_is_explained_with_all_that_is_known_of_it(code: str) -> None:
    answer = decided("explain", code)
    flat = " ".join(answer.out.split())

    assert (answer.code, answer.err) == (0, "")
    for told in (CODES[code].why, CODES[code].remedy, CODES[code].source, CODES[code].example):
        assert " ".join(told.split()) in flat
    assert all(
        setting.name in flat and setting.default in flat for setting in (TABLE[code].settings if code in TABLE else ())
    )


def test_without_a_code_every_one_is_listed() -> None:
    listed = decided("explain").out

    assert [code for code in CODES if f"  {code} " not in listed] == []


def test_a_code_that_there_is_not_gets_the_nearest() -> None:
    answer = decide("explain", "hindsigth")

    assert answer.code == 2
    assert "did you mean  hindsight  ?" in answer.err


def test_a_word_of_the_format_without_a_check_says_so() -> None:
    answer = decide("explain", "rank-reversal")

    assert answer.code == 2
    assert "this version makes no such check" in answer.err


def test_a_code_and_all_codes_exclude_each_other() -> None:
    assert decide("explain", "--all", "hindsight").code == 2


def test_programs_read_the_same() -> None:
    content = json.loads(decided("explain", "--format", "json").out)
    (one,) = json.loads(decided("explain", "stale-evidence", "--format", "json").out)["codes"]

    assert (content["format"], content["kind"]) == (1, "codes")
    assert [entry["code"] for entry in content["codes"]] == list(CODES)
    assert one["severity"] == "warning"
    assert [(setting["name"], setting["default"]) for setting in one["settings"]] == [
        ("max_age", "180 days"),
        ("price", "60 days"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (FLAWLESS, [], 0),
        (BARE, [], 0),
        (BARE, ["--fail-on", "warning"], 1),
        (BARE, ["--strict"], 1),
        (BARE, ["--strict", "--fail-on", "never"], 0),
        (FLAWLESS, ["--strict"], 0),
        (OVERRIDE, [], 1),
        (OVERRIDE, ["--fail-on", "never"], 0),
        (changed(("candidates:\n", "checks: {hindsight: {age: 3 days}}\ncandidates:\n")), [], 2),
    ],
)
def test_a_check_ends_with_1_for_its_errors_and_2_for_faults_alone(
    text: str, words: list[str], code: int, tmp_path: Path
) -> None:
    file = tmp_path / "decision.yaml"
    file.write_text(text, encoding="utf-8")

    assert decide("check", *words, str(file)).code == code


def test_an_error_of_a_check_stops_no_ranking(tmp_path: Path) -> None:
    file = tmp_path / "decision.yaml"
    file.write_text(OVERRIDE, encoding="utf-8")

    answer = decide("rank", str(file))

    assert answer.code == 0
    assert "1 error (decide check" in answer.out
