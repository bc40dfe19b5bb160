"""The checker as a program: what it answers, what it refuses to read, and that it needs nothing of ours."""

import ast
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from decide.audit import proofs
from decide.audit.proofs import main
from decide.compose.proof import proof_text
from tests.audit.proving import proof_of
from tests.audit.tables import SMALL, WIDE
from tests.plain import ranked
from tests.samples import pair

CHECKER = Path(proofs.__file__)
BESIDE = ("grids", "limits", "pieces", "plans", "replay", "volumes")
FILES = [CHECKER, *(CHECKER.with_name(f"{name}.py") for name in (*proofs.FILES, *BESIDE))]
GOOD_DATA = proof_of(ranked(pair() | {"evidence": {"e": {"claim": "so it is"}}}))
GOOD = proof_text(GOOD_DATA)


def answer(tmp_path: Path, text: str | bytes) -> int:
    file = tmp_path / "proof.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return main([str(file)])


@pytest.mark.parametrize("options", [["-I"], ["-I", "-O"], ["-I", "-S", "-OO"]], ids=" ".join)
def test_it_runs_alone_in_an_isolated_python(tmp_path: Path, options: list[str]) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(GOOD)
    bad.write_text(GOOD.replace('"25/7"', '"24/7"'))

    runs = [
        subprocess.run(
            [sys.executable, *options, CHECKER, file], cwd=tmp_path, env={}, capture_output=True, check=False
        )
        for file in (good, bad, tmp_path / "none.json")
    ]

    assert [run.returncode for run in runs] == [0, 1, 2]
    assert runs[0].stdout.endswith(b" findings proved\n")
    assert b"FAILED least-change moved b" in runs[1].stdout
    assert runs[2].stdout == b""
    assert runs[2].stderr.startswith(b"no proof: ")


def test_it_runs_as_a_module_of_the_package() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "decide.audit.proofs"], cwd=CHECKER.parents[2], capture_output=True, check=False
    )

    assert (run.returncode, run.stderr) == (2, b"no proof: usage: python -I proofs.py FILE\n")


def test_it_runs_as_a_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    file = tmp_path / "proof.json"
    file.write_text(GOOD)
    monkeypatch.setattr(sys, "argv", ["proofs.py", str(file)])

    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(CHECKER), run_name="__main__")

    assert left.value.code == 0


def test_it_writes_a_line_for_each_finding_and_a_sum(tmp_path: Path, capsys: Any) -> None:
    code = answer(tmp_path, GOOD)

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(lines) == len(json.loads(GOOD)["findings"]) + 1
    assert "proved least-change moved b: 3.57143" in lines
    assert lines[lines.index("proved leave-one-out criterion speed: 20") + 1] == "proved leave-one-out candidate a"
    assert "proved performance-change slip a price: 3.33333" in lines
    assert "proved can-be-first a: 20" in lines
    assert lines[-1] == f"{len(lines) - 1} of {len(lines) - 1} findings proved"


def test_it_tells_what_failed_and_counts_it(tmp_path: Path, capsys: Any) -> None:
    code = answer(tmp_path, GOOD.replace('"25/7"', '"24/7"'))

    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if line.startswith("FAILED")]
    assert code == 1
    assert [line.split(":")[0] for line in told] == [
        "FAILED least-change dethrone-moved a",
        "FAILED least-change dethrone-each a",
        "FAILED least-change moved b",
        "FAILED least-change each b",
    ]
    assert told[0].endswith(": it is 25/7")
    assert lines[-1] == f"{len(lines) - 5} of {len(lines) - 1} findings proved"


def test_it_tells_apart_what_is_undetermined(tmp_path: Path, capsys: Any) -> None:
    code = answer(tmp_path, proof_text(proof_of(ranked(WIDE))))

    lines = capsys.readouterr().out.splitlines()
    open_ = sum(line.startswith("undetermined ") for line in lines)
    assert code == 0
    assert open_ > 0
    assert lines[-1] == f"{len(lines) - 1 - open_} of {len(lines) - 1 - open_} findings proved, {open_} undetermined"


REFUSED: dict[str, str | bytes] = {
    "nothing": "",
    "no JSON": "{",
    "no mapping": "[]\n",
    "another file": '{"format":1}\n',
    "a float": GOOD.replace('"65"', "65.0").replace('"25/7"', "3.5"),
    "an exponent": GOOD.replace('"25/7"', "1e3"),
    "not a number": GOOD.replace('"25/7"', "NaN"),
    "infinity": GOOD.replace('"25/7"', "-Infinity"),
    "a key twice": GOOD.replace('{"analyses":', '{"kind":"proof","analyses":'),
    "spaces": GOOD.replace(",", ", "),
    "another order": json.dumps(dict(reversed(json.loads(GOOD).items())), separators=(",", ":")) + "\n",
    "no line end": GOOD[:-1],
    "a byte order mark": "\ufeff" + GOOD,
    "not ASCII": GOOD.replace('"program":"', '"program":"é'),
    "not text": b"\xff\xfe\x00",
    "an escape that is not needed": GOOD.replace('"price"', '"pric\\u0065"'),
    "true for 1": GOOD.replace('"format":1', '"format":true'),
    "format 2": GOOD.replace('"format":1', '"format":2'),
    "another kind": GOOD.replace('"kind":"proof"', '"kind":"ranking"'),
    "deep nesting": "[" * 100_000,
    "deep nesting that ends": "[" * 100_000 + "]" * 100_000 + "\n",
    "a huge number": "1" * 100_000 + "\n",
    "analyses in another order": proof_text(GOOD_DATA | {"analyses": ["can-be-first", "dominance"], "findings": []}),
    "an analysis twice": proof_text(GOOD_DATA | {"analyses": ["dominance", "dominance"], "findings": []}),
    "a program that is no text": proof_text(GOOD_DATA | {"program": 1}),
    "a decision without its hash": proof_text(GOOD_DATA | {"decision": {"id": "a"}}),
    "one key more": proof_text(GOOD_DATA | {"more": "1"}),
    "unknown analyses": GOOD.replace('"analyses":["', '"analyses":["regret","'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_proof_is_refused(tmp_path: Path, capsys: Any, name: str) -> None:
    text = REFUSED[name]
    code = answer(tmp_path, text)

    told = capsys.readouterr()
    assert text != GOOD
    assert (code, told.out) == (2, "")
    assert told.err.startswith("no proof: ")
    assert told.err.count("\n") == 1


def test_a_folder_a_missing_file_and_two_files_are_refused(tmp_path: Path) -> None:
    good = tmp_path / "good.json"
    good.write_text(GOOD)
    asked: tuple[list[str], ...] = ([str(tmp_path)], [str(tmp_path / "none")], [], [str(good), str(good)])

    assert [main(files) for files in asked] == [2, 2, 2, 2]
    assert main([str(good)]) == 0


def test_a_candidate_twice_is_refused_though_it_has_its_values(tmp_path: Path) -> None:
    model = GOOD_DATA["model"] | {"candidates": ["a", "a"], "values": {"a": GOOD_DATA["model"]["values"]["a"]}}

    assert answer(tmp_path, proof_text(GOOD_DATA | {"model": model, "analyses": [], "findings": []})) == 2
    assert answer(tmp_path, proof_text(GOOD_DATA | {"analyses": [], "findings": []})) == 0


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "large.json"
    file.touch()
    os.truncate(file, proofs.LARGEST + 1)

    assert main([str(file)]) == 2
    assert capsys.readouterr().err == f"no proof: the file is larger than {proofs.LARGEST} bytes\n"


def test_a_name_cannot_write_a_line_of_its_own(tmp_path: Path, capsys: Any) -> None:
    text = proof_text(proof_of(ranked(pair()))).replace('"price"', '"pri\\nproved all\\u001b[31m"')
    code = answer(tmp_path, text)

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines[0] == "proved weight-crossings all pri?proved all?[31m: 0.714286"
    assert not any(line.startswith("proved all") for line in lines)


def test_the_checker_shares_nothing_with_what_it_checks() -> None:
    for file in FILES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        used = {
            (node.module if isinstance(node, ast.ImportFrom) else alias.name) or ""
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        lengths = [
            (node.end_lineno or 0) - node.lineno + 1 for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
        ]

        assert {name.split(".")[0] for name in used} <= sys.stdlib_module_names
        assert not any(isinstance(node, ast.Assert) for node in ast.walk(tree))
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
        assert max(lengths) <= 40


def test_no_function_of_the_checker_calls_itself() -> None:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                called = {
                    one.func.id
                    for one in ast.walk(node)
                    if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
                }

                assert node.name not in called


def test_a_proof_is_the_same_text_each_time() -> None:
    assert {proof_text(proof_of(ranked(SMALL["voices"]))) for _ in range(2)} == {
        proof_text(proof_of(ranked(SMALL["voices"])))
    }
