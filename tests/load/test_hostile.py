"""Hostile files: each comes out as the table beside them says, quickly, in little memory, and without a traceback."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from decide.load.decisions import load
from decide.model.canonical import decision_hash
from decide.model.problem import Problem, Unreadable
from decide.model.ranking import Ranking
from decide.road.examined import examine
from tests.load.golden import HOSTILE, kept, of_the_text, told
from tests.load.hostile import MADE

SECONDS = 2
MEGABYTES = 300


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    problems: str
    ranking: str


def rows() -> list[Row]:
    """Return the table, without its heads."""
    lines = [line for line in (HOSTILE / "OUTCOMES.md").read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [Row(name, problems, ranking) for name, _, problems, ranking, _ in cells if name not in ("file", "---")]


def path_of(name: str, folder: Path) -> Path:
    """Return the kept sample, by its bare name in the folder it stands in, or make one."""
    return MADE[name](folder) if name in MADE else HOSTILE / f"{name}.yaml"


def ranks(ranking: Ranking | None) -> str:
    """Return who holds which rank, as the table writes it."""
    entries = ranking.ranked if ranking else ()
    return ", ".join(f"{entry.candidate.id} {entry.rank}{'=' if entry.tied else ''}" for entry in entries)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_a_hostile_file_comes_out_as_the_table_says(row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = path_of(row.name, tmp_path)
    home = tmp_path if row.name in MADE else HOSTILE
    monkeypatch.chdir(home)
    text, found = "", Row(row.name, "unreadable", "")
    problems: tuple[Problem, ...] = ()

    start = time.process_time()
    try:
        examined = examine(path.relative_to(home) if path.is_relative_to(home) else path)
        problems = of_the_text(examined.problems)
        codes = ", ".join(sorted({problem.code for problem in problems})) or "none"
        found = Row(row.name, codes, ranks(examined.ranking))
    except Unreadable as error:
        text = f"{error}\n"
    seconds = time.process_time() - start
    text = text or told(problems)

    assert found == row
    assert text == kept(HOSTILE / f"{row.name}.txt", text)
    assert seconds < SECONDS


def test_the_table_has_every_attack_on_yaml_and_on_the_model_and_every_sample() -> None:
    labels = {row.name[:3] for row in rows()}
    expected = {f"y{number:02}" for number in range(1, 55)} | {f"m{number:02}" for number in range(1, 25)}

    assert expected - labels == set()
    assert {path.stem for path in HOSTILE.glob("*.yaml")} | set(MADE) == {row.name for row in rows()}
    assert {path.stem for path in HOSTILE.glob("*.txt")} == {row.name for row in rows()}


def test_no_hostile_file_takes_300_mb_of_memory_or_a_gigabyte_of_addresses(tmp_path: Path) -> None:
    repository = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.load.hostile", str(tmp_path)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, timeout=120, check=False)

    lines = [line.split() for line in done.stdout.splitlines()]

    assert done.stderr == ""
    assert [name for name, *_ in lines] == list(MADE)
    assert max(float(memory) for _, _, memory, _ in lines) < MEGABYTES


def test_no_hostile_file_runs_anything() -> None:
    attacked = [path for path in HOSTILE.glob("*.yaml") if b"decide-was-here" in path.read_bytes()]

    assert len(attacked) == 2
    assert not Path("/tmp/decide-was-here").exists()


@pytest.mark.parametrize("name", ["y36_bom_utf8", "y39_crlf", "y40_cr_only"])
def test_line_ends_and_the_byte_order_mark_change_no_hash(name: str, tmp_path: Path) -> None:
    plain, _ = load(HOSTILE / "00_valid.yaml")
    other, _ = load(MADE[name](tmp_path))

    assert plain is not None
    assert other is not None
    assert decision_hash(other) == decision_hash(plain)


@pytest.mark.parametrize("golden", sorted(HOSTILE.glob("*.txt")), ids=lambda path: path.stem)
def test_no_message_can_steer_a_terminal_or_reorder_its_text(golden: Path) -> None:
    text = golden.read_text(encoding="utf-8")

    assert (
        re.findall("[^\n\x20-\x7e\xa1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\ue000-\ufefe\uff01-\ufffd]", text)
        == []
    )
