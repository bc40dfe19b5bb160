"""The public face: few names, resolved when they are used, that do what the commands do."""

import json
from pathlib import Path

import pytest

import decide
from decide.model.problem import Problem
from tests.cli.door import DECISIONS, FAULTY, HOLED, decided, snippet, written


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(str(problem.place), problem.code, problem.message) for problem in problems]


def test_the_names_are_those_that_are_announced() -> None:
    assert decide.__all__ == sorted(decide.__all__, key=lambda name: (not name[0].isupper(), name))
    assert all(hasattr(decide, name) for name in decide.__all__)


def test_no_public_name_is_the_name_of_a_room() -> None:
    rooms = {path.name for path in Path(decide.__file__).parent.iterdir() if path.is_dir()}

    assert rooms & set(decide.__all__) == set()


def test_importing_it_loads_no_room() -> None:
    answer = snippet("import decide, sys; print(sorted(name for name in sys.modules if name.startswith('decide')))")

    assert answer.out == "['decide', 'decide.version']\n"


@pytest.mark.parametrize("name", ["memos", "__path", "load_ranking", ""])
def test_another_name_is_an_attribute_error_that_names_it(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'decide' has no attribute '{name}'"):
        getattr(decide, name)


def test_a_decision_is_read_ranked_examined_and_told(tmp_path: Path) -> None:
    path = written(tmp_path, HOLED)

    decision = decide.read_decision(str(path))
    ranked = decide.ranking(decision)
    found = decide.problems(decision)

    assert [candidate.id for candidate in decision.candidates] == ["a", "b"]
    assert [(entry.rank, entry.candidate.id) for entry in ranked.ranked] == [(1, "a"), (2, "b")]
    assert "missing" in [problem.code for problem in found]
    assert "b says nothing on price" in decide.memo(ranked, found)


def test_a_path_or_a_decision_will_do() -> None:
    decision = decide.read_decision(DECISIONS["minimal"])

    assert decide.ranking(DECISIONS["minimal"]) == decide.ranking(decision)
    assert told(decide.problems(str(DECISIONS["minimal"]))) == told(decide.problems(decision))


def test_the_memo_is_the_one_that_the_command_writes() -> None:
    path = DECISIONS["everything"]

    memo = decide.memo(decide.ranking(path), decide.problems(path))

    assert memo == decided("memo", "-o", "-", str(path)).out


def test_faults_are_raised_once_and_all_together(tmp_path: Path) -> None:
    path = written(tmp_path, FAULTY + "whatever: 1\n")

    with pytest.raises(decide.InvalidDecision) as caught:
        decide.ranking(path)

    assert [problem.code for problem in caught.value.problems] == ["weight-without-range", "unknown-key"]
    assert told(caught.value.problems) == told(decide.problems(path))
    assert str(caught.value).splitlines()[0].startswith(f"{path}:4:20: error weight-without-range: ")


def test_findings_are_those_of_the_command() -> None:
    told = json.loads(decided("stress", "--format", "json", DECISIONS["minimal"].as_posix()).out)["findings"]

    made = list(decide.findings(decide.ranking(DECISIONS["minimal"])))

    assert [(one.analysis, one.variant, list(one.about), one.status) for one in made] == [
        (one["analysis"], one["variant"], one["about"], one["status"]) for one in told
    ]
