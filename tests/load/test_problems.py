"""Every problem has a sample and a golden text, and says where, what and how to mend it."""

from pathlib import Path

import pytest

from decide.model.codes import CODES
from decide.model.fault_codes import FAULTS
from decide.road.examined import examine
from tests.load.golden import PROBLEMS, kept, of_the_text, told

SAMPLES = sorted(PROBLEMS.glob("*.yaml"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_shows_its_problem_and_is_told_as_its_golden_text(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    problems = examine(Path(sample.name)).problems

    shown = tuple(problem for problem in problems if problem.code == sample.stem)
    text = told(shown)

    assert {problem.severity for problem in shown} == {CODES[sample.stem].severity}
    assert {problem.code for problem in of_the_text(problems)} <= {sample.stem}
    assert text == kept(sample.with_suffix(".txt"), text)


def test_every_fault_has_a_sample_and_every_sample_a_code() -> None:
    samples = {sample.stem for sample in SAMPLES}

    assert {fault.code for fault in FAULTS} <= samples <= set(CODES)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_problem_stands_inside_its_line_and_names_a_remedy(sample: Path) -> None:
    for problem in of_the_text(examine(sample).problems):
        line = problem.place.source.line(problem.place.line)

        assert 1 <= problem.place.column <= len(line) + 1
        assert problem.place.column + problem.place.width <= len(line) + 2
        assert problem.message
        assert problem.hint
