"""Law 34: the same text gives the same bytes, whatever the seed of hashes, the zone, the language and the folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import decide
from decide.model.canonical import canonical_text, decision_hash
from decide.rank.ranking import rank
from tests.plain import read_text, yaml_text
from tests.samples import CRM, pair

ROOT = Path(decide.__file__).resolve().parents[1]
PROGRAM = """
import sys
from pathlib import Path
from decide.load.decisions import load
from decide.model.canonical import canonical_text, decision_hash
from decide.rank.ranking import rank
decision, problems = load(Path(sys.argv[1]))
ranking = rank(decision)
told = [canonical_text(decision), decision_hash(decision), *map(str, ranking.weights)]
told += [f"{entry.candidate.id} {entry.score.point} {entry.rank}" for entry in ranking.ranked]
sys.stdout.buffer.write("\\n".join(told).encode())
"""
PLACES = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place["LC_ALL"]))
@pytest.mark.parametrize("text", [CRM, yaml_text(pair() | {"title": "Größe – 数 İI"})], ids=["crm", "pair"])
def test_two_runs_are_byte_equal_wherever_they_run(text: str, place: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "decision.yaml"
    file.write_text(text, encoding="utf-8", newline="\n")
    decision = read_text(text)
    ranking = rank(decision)

    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file)],
        cwd=tmp_path,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), **place},
        capture_output=True,
        check=True,
    )

    told = [canonical_text(decision), decision_hash(decision), *map(str, ranking.weights)]
    told += [f"{entry.candidate.id} {entry.score.point} {entry.rank}" for entry in ranking.ranked]
    assert "\n".join(told) == run.stdout.decode()
    assert run.stderr == b""
