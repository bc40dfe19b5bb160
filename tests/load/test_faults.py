"""All that is wrong is told at once, each fault once, at its place, and nothing else because of it."""

import pytest

from decide.load.faults import MOST, Faults
from decide.model.place import Place, Source
from tests.load.reading import in_short, problems
from tests.load.valid import SMALL, WHOLE

FIVE = """\
decide: 1
title: Which CRM?
status: finished
candidates: [Spreadsheets as today, Acme CRM]
criteria:
  Price: {unit: EUR per user and month, range: {worst: 100, best: 0}, weight: 60}
  Ease of use: {levels: [poor, ok, good], wieght: 40}
performance:
  Spreadsheets as today: {Price: 0, Ease of use: bad}
  Acme: {Price: 45, Ease of use: good}
preferences:
  - Price > Ease of use
"""


def test_five_faults_are_told_in_one_go_each_with_line_and_column() -> None:
    assert in_short(FIVE) == [
        "3:9 wrong-type",
        "7:43 unknown-key",
        "9:50 off-scale",
        "10:3 unknown-candidate",
        "12:5 bad-preference",
    ]


@pytest.mark.parametrize(
    ("typed", "instead", "expected"),
    [
        ("weight: 60", "weight: much", ["5:79 wrong-type"]),
        ("weight: 60", "wieght: 60", ["5:71 unknown-key"]),
        ("weight: 60", "weight: -60", ["5:79 wrong-type"]),
        ("weight: 60", "weight: *points", ["5:79 alias"]),
        ("range: {worst: 100, best: 0}", "range: {worst: 100, best: 100}", ["5:48 bad-scale"]),
        ("range: {worst: 100, best: 0}", "range: {worst: 100}", ["5:48 missing-key"]),
        ("range: {worst: 100, best: 0}", "rnage: {worst: 100, best: 0}", ["5:41 unknown-key"]),
        ("range: {worst: 100, best: 0}", "range: ", ["5:48 wrong-type"]),
        ("range: {worst: 100, best: 0}", "range", ["5:46 wrong-type"]),
        ("levels: [poor, ok, good]", "levels: [poor, ok, ok]", ["6:36 bad-scale"]),
        ("levels: [poor, ok, good]", "levels: [poor]", ["6:25 bad-scale"]),
        ("levels: [poor, ok, good]", "levels: good", ["6:25 wrong-type"]),
        ("levels: [poor, ok, good]", "levels: [poor, unknown]", ["6:25 bad-scale"]),
        ("[Spreadsheets as today, Acme CRM]", "Acme CRM", ["3:13 wrong-type"]),
        ("[Spreadsheets as today, Acme CRM]", "[]", ["3:13 empty-candidates"]),
        ("[Spreadsheets as today, Acme CRM]", "*vendors", ["3:13 alias"]),
        ("performance:", "title: Which?\nperformance:", ["7:1 duplicate-key"]),
        ("[Spreadsheets as today, Acme CRM]", "[Spreadsheets as today, Acme CRM, acme crm]", ["3:47 duplicate-id"]),
        ("decide: 1", "decide: 2", ["1:9 format-version"]),
        ("decide: 1", "decied: 1", ["1:1 format-version"]),
        ("  Acme CRM: {Price: 45, Ease of use: good}", "  Acme CRM:", []),
    ],
)
def test_one_mistake_is_told_once_and_not_what_follows_from_it(typed: str, instead: str, expected: list[str]) -> None:
    assert in_short(SMALL.replace(typed, instead, 1)) == expected


def test_a_file_that_is_no_decision_at_all_is_told_so_and_not_key_by_key() -> None:
    text = "services:\n  web: {image: nginx, ports: [80]}\nvolumes: {}\n"

    assert in_short(text) == ["1:1 format-version"]


def test_the_chance_and_the_share_are_told_at_their_own_place() -> None:
    text = WHOLE.replace("chance: 20%", "chance: 120%").replace("share: 50%", "share: -50%")

    assert in_short(text) == ["65:31 off-range", "69:13 off-range"]


def test_what_stands_in_a_list_or_a_mapping_of_the_wrong_kind_is_told_with_the_form_that_is_due() -> None:
    text = WHOLE.replace("dissent: [{by: Lin, says: Too early.}]", "dissent: Lin thinks it too early")
    text = text.replace(
        "review: {date: 2025-08-13, if: [the regulator has not approved by 2025-06-30]}", "review: 2025-08"
    )

    assert [f"{problem.message} = {problem.hint}" for problem in problems(text)] == [
        "review is a group of keys; this is text = write  {date: …, if: …}",
        "dissent is a list; this is text = write  dissent: [Lin thinks it too early]",
    ]


def test_more_errors_than_anybody_reads_still_count() -> None:
    faults, place = Faults(), Place(Source("sample.yaml", ""), 1, 1)

    for _ in range(MOST):
        faults.add("unknown-evidence", place, "there is no such evidence")
    assert faults.full
    faults.add("mixed-weights", place, "two kinds of weights")

    assert len(faults.problems) == MOST
    assert faults.codes == {"unknown-evidence", "mixed-weights"}


def test_warnings_take_no_room_from_errors() -> None:
    faults, place = Faults(), Place(Source("sample.yaml", ""), 1, 1)

    for _ in range(2 * MOST):
        faults.warn("cut-by-hash", place, "a comment")
    faults.add("unknown-key", place, "no such key")

    assert [problem.severity for problem in faults.problems] == ["warning"] * MOST + ["error"]


def test_a_message_is_one_line_of_what_can_be_seen() -> None:
    faults, place = Faults(), Place(Source("sample.yaml", ""), 1, 1)

    faults.add("wrong-type", place, "“a\nb\x1b[31m\u202e”", "write\ta")

    assert (faults.problems[0].message, faults.problems[0].hint) == ("“a bU+001B[31mU+202E”", "write a")


def test_the_text_of_a_user_never_makes_a_message_long() -> None:
    long = "y" * 900
    text = SMALL.replace("Price: 0", f"{long}: 0").replace(
        "title: Which CRM?", f"title: Which CRM?\n{long}: 1\nstatus: {long}"
    )

    assert max(len(problem.message) for problem in problems(text)) < 120
