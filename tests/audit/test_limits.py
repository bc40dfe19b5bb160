"""The checker of limits: it accepts those that are found, refuses those too far in, and needs nothing of ours."""

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from decide.audit import limits
from decide.solve.counts import Counts, counts_data
from decide.solve.draws import count
from decide.solve.intervals import STEP, simultaneous
from decide.solve.intervals import limits as found_limits
from decide.solve.plan import BLOCK, SIMPLEX, Plan, Shares
from tests.solve.plans import plans

PLANS = plans()
IN = Fraction(4, STEP)


def data(counts: Counts) -> dict[str, Any]:
    found = [[{"low": str(own.low), "high": str(own.high)} for own in row] for row in simultaneous(counts)]
    return {"counts": json.loads(json.dumps(counts_data(counts))), "limits": found, "together": "999/1000"}


def text(written: Any) -> str:
    return json.dumps(written, sort_keys=True, separators=(",", ":")) + "\n"


GOOD = data(count(Plan("", 500, Shares(SIMPLEX, 2), ((3, 3), (3, 3), (0, 4)))))


def answer(tmp_path: Path, written: str) -> int:
    file = tmp_path / "limits.json"
    file.write_text(written)
    return limits.main([str(file)])


@pytest.mark.parametrize("name", ["simplex", "ties", "uncertain", "near and twins", "alone"])
def test_limits_that_are_found_are_accepted(tmp_path: Path, name: str) -> None:
    assert answer(tmp_path, text(data(count(PLANS[name])))) == 0


@pytest.mark.parametrize("draws", [1, 7, 1000, BLOCK, 10**6])
def test_a_limit_a_little_too_far_in_is_not_shown(draws: int) -> None:
    side = Fraction(1, 10**6)
    for number in {1, draws // 7 + 1, draws // 2 + 1, draws}:
        low = found_limits(number, draws, side).low

        assert limits.seldom(number, draws, low, side)
        assert not limits.seldom(number, draws, low + IN, side)


def test_each_limit_of_a_file_is_looked_at(tmp_path: Path) -> None:
    size, answers = len(GOOD["limits"]), []
    for who, rank in ((who, rank) for who in range(size) for rank in range(size)):
        for end in ("low", "high"):
            table = json.loads(json.dumps(GOOD["limits"]))
            middle = (Fraction(table[who][rank]["low"]) + Fraction(table[who][rank]["high"])) / 2
            table[who][rank][end] = str(middle)
            answers.append(answer(tmp_path, text(GOOD | {"limits": table})))

    assert set(answers) == {1}
    assert answer(tmp_path, text(GOOD)) == 0


def test_one_of_one_draw_by_hand() -> None:
    # One draw has it with the chance itself, so the lower limit is what it may miss with.
    assert limits.seldom(1, 1, Fraction(1, 100), Fraction(1, 99))
    assert not limits.seldom(1, 1, Fraction(1, 100), Fraction(1, 101))


@pytest.mark.parametrize("options", [["-I"], ["-I", "-O"], ["-I", "-S", "-OO"]], ids=" ".join)
def test_it_runs_alone_in_an_isolated_python(tmp_path: Path, options: list[str]) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(text(GOOD))
    bad.write_text(text(GOOD | {"together": "999999/1000000"}))
    checker = Path(limits.__file__)

    runs = [
        subprocess.run(
            [sys.executable, *options, checker, file], cwd=tmp_path, env={}, capture_output=True, check=False
        )
        for file in (good, bad, tmp_path / "none.json")
    ]

    assert [run.returncode for run in runs] == [0, 1, 2]
    assert runs[0].stdout == b"18 of 18 limits hold\n"
    assert runs[1].stdout.startswith(b"NOT SHOWN: candidate 0 rank 0 low, ")
    assert runs[2].stderr.startswith(b"no limits: ")


def with_counts(**parts: Any) -> str:
    return text(GOOD | {"counts": GOOD["counts"] | parts})


REFUSED = {
    "nothing": "",
    "one key more": text(GOOD | {"more": 1}),
    "a level of 1": text(GOOD | {"together": "1"}),
    "a level of 0": text(GOOD | {"together": "0"}),
    "a level that is a number": text(GOOD | {"together": 1}),
    "a fraction that is not in lowest terms": text(GOOD | {"together": "2/4"}),
    "more than 1": text(GOOD | {"together": "3/2"}),
    "a row too few": text(GOOD | {"limits": GOOD["limits"][1:]}),
    "a cell too few": text(GOOD | {"limits": [GOOD["limits"][0][1:], *GOOD["limits"][1:]]}),
    "a limit without an end": text(GOOD | {"limits": [[{"low": "0"}] * 3] * 3}),
    "a draw too many": with_counts(draws=501),
    "a place too few": with_counts(places=GOOD["counts"]["places"][1:]),
    "places beyond the last": with_counts(places=[[9, 0, 1, 500]]),
    "places shared by nobody": with_counts(places=[[0, 0, 0, 500]]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_none_of_this_is_refused(tmp_path: Path, capsys: Any, name: str) -> None:
    code = answer(tmp_path, REFUSED[name])

    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err.startswith("no limits: ")
