"""What a file sets under checks: is read exactly, or refused with its place and the nearest name."""

from fractions import Fraction
from pathlib import Path

import pytest

from decide.check.checks import setting_faults
from decide.check.settings import parsed
from decide.check.table import TABLE
from decide.road.examined import examine
from tests.check.samples import FLAWLESS, changed, codes, with_
from tests.plain import read_text


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("90 days", "days", 90),
        ("1 day", "days", 1),
        ("0 days", "days", 0),
        ("90", "days", None),
        ("12", "count", 12),
        ("12.5", "count", None),
        ("-1", "count", None),
        ("12.5%", "share", Fraction(1, 8)),
        ("10 %", "share", Fraction(1, 10)),
        ("100%", "share", 1),
        ("101%", "share", None),
        ("0.1", "share", None),
        ("5", "points", 5),
        ("100.5", "points", None),
        ("five", "points", None),
        ("", "count", None),
    ],
)
def test_a_threshold_is_read_as_its_kind(text: str, kind: str, value: Fraction | None) -> None:
    assert parsed(text, kind) == value


@pytest.mark.parametrize("code", TABLE)
def test_the_defaults_are_thresholds_themselves(code: str) -> None:
    settings = TABLE[code].settings

    assert [setting.name for setting in settings if parsed(setting.default, setting.kind) is None] == []
    assert len({setting.name for setting in settings}) == len(settings)


@pytest.mark.parametrize(
    ("checks", "code", "message", "hint"),
    [
        ("{hindsight: {max_age: 1 day}}", "unknown-key", "hindsight has no setting “max_age”", "hindsight: off"),
        (
            "{stale-evidence: {max_ages: 60 days}}",
            "unknown-key",
            "stale-evidence has no setting “max_ages”",
            "did you mean  max_age  ?",
        ),
        (
            "{many-criteria: {limit: 3}}",
            "unknown-key",
            "many-criteria has no setting “limit”",
            "known here: most and least",
        ),
        (
            "{stale-evidence: {max_age: 60}}",
            "wrong-type",
            "“60” cannot be max_age of stale-evidence",
            "write it as in  90 days",
        ),
        (
            "{many-criteria: {least: 2}}",
            "wrong-type",
            "“2” cannot be least of many-criteria",
            "write it as in  10%",
        ),
    ],
)
def test_a_setting_that_cannot_be_read_is_a_fault(
    checks: str, code: str, message: str, hint: str, tmp_path: Path
) -> None:
    file = tmp_path / "decision.yaml"
    file.write_text(with_(f"checks: {checks}"), encoding="utf-8")

    examined = examine(file)

    assert examined.ranking is None
    assert [(code, "error", 2)] == [(one.code, one.severity, one.place.line) for one in examined.problems]
    assert message in examined.problems[0].message
    assert hint in examined.problems[0].hint


def test_settings_of_checks_that_are_not_made_yet_are_left_alone() -> None:
    assert list(setting_faults(read_text(with_("checks: {rank-reversal: {draws: 3}, false-precision: off}")))) == []


def test_a_check_that_is_off_says_nothing() -> None:
    text = changed(("roles: {decider: Head of support, author: Ana, reviewer: Ben}\n", ""))

    assert [codes(text), codes(with_("checks: {no-decider: off}", text=text))] == [["no-decider"], []]


def test_what_the_loader_notices_can_be_switched_off_too() -> None:
    odd = changed(("title: Which help desk?", "title: Room #2"))

    assert [codes(odd), codes(with_("checks: {cut-by-hash: off}", text=odd))] == [["cut-by-hash"], []]
    assert codes(FLAWLESS) == []
