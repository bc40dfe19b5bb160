"""Draws that are replayed: the standard library counts what numpy counted, and refuses what is no plan."""

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given

from decide.audit import limits, replay
from decide.solve.counts import counts_data
from decide.solve.draws import count, count_blocks
from decide.solve.plan import BLOCK, SIMPLEX, Plan, Shares, plan_data
from tests.solve.plans import drawn_plan, plans
from tests.strategies import picks

PLANS = plans()
FILES = [Path(replay.__file__), Path(limits.__file__)]
SMALL = Plan("seed", 40, Shares(SIMPLEX, 3), ((1, 2, 3), (3, 2, 1), (2, 2, 2)))


def told(plan: Plan) -> Any:
    return json.loads(json.dumps(plan_data(plan)))


def text(data: Any) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":")) + "\n"


GOOD = {"plan": told(SMALL), "counts": counts_data(count(SMALL))}


def answer(tmp_path: Path, written: str | bytes) -> int:
    file = tmp_path / "draws.json"
    file.write_bytes(written if isinstance(written, bytes) else written.encode())
    return replay.main([str(file)])


@pytest.mark.parametrize("name", PLANS)
def test_the_standard_library_counts_the_same_bit_for_bit(name: str) -> None:
    plan = PLANS[name]

    counts = replay.counted(replay.Plan(told(plan)), range(plan.blocks))

    assert counts == counts_data(count(plan))


@given(seed=picks)
def test_any_small_plan_is_replayed_the_same(seed: int) -> None:
    plan = drawn_plan(Random(seed), 60)

    assert replay.counted(replay.Plan(told(plan)), [0]) == counts_data(count(plan))


def test_any_block_alone_is_replayed_the_same() -> None:
    plan = replace(PLANS["rows"], draws=10**12)
    blocks = [2, 10**6]

    assert replay.counted(replay.Plan(told(replace(plan, draws=10**9 - 10**8))), [2]) == counts_data(
        count_blocks(plan, blocks[:1])
    )
    with pytest.raises(ValueError, match="too large"):
        replay.Plan(told(plan))


def test_the_draws_of_two_leaves_are_worked_by_hand() -> None:
    plan = replay.Plan(told(Plan("hand", 3, Shares(SIMPLEX, 2), ((1, 0), (0, 1)))))
    drawn = plan.stream(b"w", 0, 0, 3 * BLOCK)
    first = [drawn[2 * at] + 256 * drawn[2 * at + 1] + 65536 * drawn[2 * BLOCK + at] for at in range(3)]
    ahead = sum(share > 2**23 for share in first)

    counts = replay.counted(plan, [0])

    assert counts["wins"] == [[0, ahead], [3 - ahead, 0]]
    assert counts["sums"][0] == [
        sum(share for share in first if share > 2**23),
        sum(2**24 - share for share in first if share > 2**23),
    ]


@pytest.mark.parametrize("options", [["-I"], ["-I", "-O"], ["-I", "-S", "-OO"]], ids=" ".join)
def test_it_runs_alone_in_an_isolated_python(tmp_path: Path, options: list[str]) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(text(GOOD))
    bad.write_text(text(GOOD | {"counts": GOOD["counts"] | {"draws": 41}}))

    runs = [
        subprocess.run(
            [sys.executable, *options, FILES[0], file], cwd=tmp_path, env={}, capture_output=True, check=False
        )
        for file in (good, bad, tmp_path / "none.json")
    ]

    assert [run.returncode for run in runs] == [0, 1, 2]
    assert [run.stdout for run in runs] == [b"same counts in all 40 draws\n", b"DIFFERENT: draws\n", b""]
    assert runs[2].stderr.startswith(b"no draws: ")


def test_every_number_of_the_counts_is_compared(tmp_path: Path) -> None:
    paths = [
        (key, at, place)
        for key in ("places", "wins", "sums")
        for at, row in enumerate(GOOD["counts"][key])
        for place in range(len(row))
    ]
    answers = []
    for key, at, place in paths:
        counts = json.loads(json.dumps(GOOD["counts"]))
        counts[key][at][place] += 1
        answers.append(answer(tmp_path, text(GOOD | {"counts": counts})))

    assert set(answers) == {1}
    assert answer(tmp_path, text(GOOD)) == 0


def test_another_seed_counts_otherwise(tmp_path: Path) -> None:
    assert answer(tmp_path, text(GOOD | {"plan": GOOD["plan"] | {"seed": "seed "}})) == 1


def changed(**parts: Any) -> str:
    return text(GOOD | {"plan": GOOD["plan"] | parts})


def with_shares(**parts: Any) -> str:
    return changed(shares=GOOD["plan"]["shares"] | parts)


WALK = {"way": "walk", "rows": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], "start": [2**23, 2**23, 0], "sweeps": 1}
REFUSED: dict[str, str | bytes] = {
    "nothing": "",
    "no mapping": "[]\n",
    "no counts": text({"plan": GOOD["plan"]}),
    "one key more": text(GOOD | {"more": 1}),
    "a float": text(GOOD).replace('"draws":40', '"draws":40.0'),
    "not a number": text(GOOD).replace('"draws":40', '"draws":NaN'),
    "true for 1": changed(values=[[True, 2, 3]] * 3),
    "a text for a number": changed(draws="40"),
    "a key twice": text(GOOD).replace('{"counts":', '{"plan":{},"counts":'),
    "spaces": text(GOOD).replace(",", ", "),
    "not ASCII": text(GOOD).replace('"seed"', '"seéd"'),
    "not text": b"\xff\xfe",
    "deep nesting": "[" * 100_000,
    "no draws": changed(draws=0),
    "no candidates": changed(values=[]),
    "other blocks": changed(block=1024),
    "another grid": changed(grid=2**20),
    "a seed that is no text": changed(seed=1),
    "pairs perhaps": changed(pairs="perhaps"),
    "a value short": changed(values=[[1, 2]] * 3),
    "a short table": changed(tables=[[1, 2]]),
    "a cell without a table": changed(uncertain=[[0, 0, 0]]),
    "a cell that is not there": changed(uncertain=[[3, 0, 0]], tables=[[1] * 4096]),
    "a leaf that is not there": changed(uncertain=[[0, 3, 0]], tables=[[1] * 4096]),
    "a cell twice": changed(uncertain=[[0, 0, 0], [0, 0, 0]], tables=[[1] * 4096]),
    "a corner too few": changed(corners=[[1, 0, 0]]),
    "corners of two sums": changed(corners=[[1, 0, 0], [1, 0, 0], [1, 1, 0]]),
    "a negative corner": changed(corners=[[1, -1, 0]] * 3),
    "an unknown way": with_shares(way="spiral"),
    "no column": with_shares(columns=0),
    "classes without an order": with_shares(classes=[[0, 1, 2]]),
    "an order without a class": with_shares(way="order", classes=[[0, 1]]),
    "a start without a walk": with_shares(start=[1, 1, 1]),
    "sweeps without a walk": with_shares(sweeps=1),
    "a start outside": with_shares(**WALK | {"start": [2**25, -(2**24), 0]}),
    "a start that is no mixture": with_shares(**WALK | {"start": [1, 1, 1]}),
    "a walk without bounds": with_shares(**WALK | {"rows": [[1, 0, 0]]}),
    "a weight below 0": with_shares(**WALK | {"rows": [[2, 1, 1], [1, 2, 1], [1, 1, 2]]}).replace(
        '"corners":[]', '"corners":[[1,0,0],[0,1,0],[0,0,1]]'
    ),
    "counts that are no table": text(GOOD | {"counts": GOOD["counts"] | {"wins": 0}}),
    "negative places": text(GOOD | {"counts": GOOD["counts"] | {"places": [[0, 0, 0, -1]]}}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plan_is_refused(tmp_path: Path, capsys: Any, name: str) -> None:
    code = answer(tmp_path, REFUSED[name])

    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err.startswith("no draws: ")
    assert said.err.count("\n") == 1


def test_a_folder_and_two_files_are_refused(tmp_path: Path) -> None:
    assert [replay.main(files) for files in ([str(tmp_path)], [], ["a", "b"])] == [2, 2, 2]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_needs_nothing_of_ours_and_asserts_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }

    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names
    assert not any(isinstance(node, ast.Assert) for node in ast.walk(tree))
    assert SMALL.draws < BLOCK
