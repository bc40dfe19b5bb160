"""The road from a text to its ranking: all faults at once, before anything is ranked, or a ranking and its warnings."""

from pathlib import Path

import pytest

from decide.model.decision import Decision
from decide.model.problem import InvalidDecision, Unreadable, by_place
from decide.road.examined import examine, problems
from decide.road.ranking import ranking, read_decision
from tests.cli.door import CRITERIA, DECISIONS, FAULTY, HOLED, PLAIN, written
from tests.samples import CRM


def test_a_decision_without_a_fault_is_ranked(tmp_path: Path) -> None:
    examined = examine(written(tmp_path))

    assert examined.ranking is not None
    assert [problem for problem in examined.problems if problem.severity == "error"] == []
    assert [entry.candidate.id for entry in examined.ranking.ranked] == ["a", "b"]


def test_the_example_of_the_format_comes_out_as_it_says(tmp_path: Path) -> None:
    found = ranking(written(tmp_path, CRM))

    assert {entry.candidate.name: float(entry.score.point) for entry in found.ranked} == {
        "Acme CRM": 82.0,
        "Spreadsheets as today": 65.0,
        "HubSpot": 64.0,
        "Pipedrive": 56.0,
    }
    assert [float(found.ranked[-1].score.low), float(found.ranked[-1].score.high)] == [41.5, 70.5]


def test_all_faults_are_told_at_once_by_place_and_nothing_is_ranked(tmp_path: Path) -> None:
    path = written(tmp_path, FAULTY.replace("title", "titel") + "as_of: tomorrow\n")

    examined = examine(path)

    assert examined.ranking is None
    assert [problem.code for problem in examined.problems] == ["unknown-key", "weight-without-range", "wrong-type"]
    assert examined.problems == by_place(examined.problems)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("preferences: [price >= 60%, speed >= 60%]\n", "preferences-contradict"),
        ("preferences: [alpha >= beta]\n", "points-break-preference"),
        ("limit: 90\n", "no-one-left"),
    ],
)
def test_faults_that_only_arithmetic_finds_are_faults_too(tmp_path: Path, change: str, code: str) -> None:
    text = (
        PLAIN.replace("[a, b]", "{beta: b, alpha: a}")
        .replace("{a: {", "{beta: {")
        .replace("b: {price: 40", "alpha: {price: 40")
        .replace("weight: 1}}", "weight: 2}, speed: {range: {worst: 0, best: 1}, weight: 1}}")
    )

    path = written(tmp_path, text + change)

    assert code in [problem.code for problem in problems(path)]
    with pytest.raises(InvalidDecision, match=code):
        ranking(path)


@pytest.mark.parametrize("function", [ranking, read_decision, problems, examine])
def test_what_is_not_there_is_unreadable(tmp_path: Path, function: object) -> None:
    assert callable(function)
    with pytest.raises(Unreadable, match=r"cannot read .*nowhere\.yaml: no such file or directory"):
        function(tmp_path / "nowhere.yaml")


def test_a_decision_that_was_read_needs_no_file_any_more(tmp_path: Path) -> None:
    path = written(tmp_path, HOLED)
    decision = read_decision(path)
    path.unlink()

    assert isinstance(decision, Decision)
    assert ranking(decision).decision is decision
    assert "missing" in [problem.code for problem in problems(decision)]


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_by_its_file_and_by_its_record_a_decision_is_examined_alike(name: str) -> None:
    path = DECISIONS[name]

    by_file, by_record = examine(path), examine(read_decision(path))

    assert by_file.ranking == by_record.ranking
    assert [(problem.code, problem.message) for problem in by_file.problems] == [
        (problem.code, problem.message) for problem in by_record.problems
    ]


@pytest.mark.parametrize("path", sorted(CRITERIA.iterdir()), ids=lambda path: path.name)
def test_every_shipped_decision_is_without_fault(path: Path) -> None:
    assert [problem for problem in problems(path) if problem.severity == "error"] == []
