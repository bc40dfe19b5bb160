"""``decide init``: five answers become a decision that ranks, whatever was typed; what is there is never touched."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from decide.cli import init
from decide.cli.answers import named
from decide.compose.schema import schema
from decide.compose.starter import Answers, starter
from decide.road.ranking import ranking, read_decision
from tests.plain import read_text

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONUTF8": "1"}
INIT = [sys.executable, "-m", "decide", "init"]
LAPTOPS = "Which laptops?\nKeep the old ones, Acme Air, Globex Book\nkeep the old ones\nPrice, Weight\nHead of IT\n"


def said(folder: Path, answers: str | bytes, *options: str) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of ``decide init`` with these answers piped in."""
    given = answers.encode() if isinstance(answers, str) else answers
    done = subprocess.run([*INIT, *options], cwd=folder, env=ENVIRONMENT, input=given, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_five_answers_make_a_decision_that_ranks_at_once(tmp_path: Path) -> None:
    code, out, _ = said(tmp_path, LAPTOPS)

    decision = read_decision(tmp_path / "which-laptops")
    assert code == 0
    assert [(one.id, one.name, one.baseline) for one in decision.candidates] == [
        ("keep-the-old-ones", "Keep the old ones", True),
        ("acme-air", "Acme Air", False),
        ("globex-book", "Globex Book", False),
    ]
    assert [one.name for one in decision.criteria] == ["Price", "Weight"]
    assert decision.roles is not None
    assert decision.roles.decider == "Head of IT"
    assert {entry.rank for entry in ranking(decision).ranked} == {1}
    assert "decide rank which-laptops" in out


def test_what_is_asked_stands_on_stderr_and_reads_like_a_talk_when_it_is_piped(tmp_path: Path) -> None:
    _, out, talk = said(tmp_path, LAPTOPS)

    assert talk == (
        "What is being decided? Which laptops?\n"
        "Which candidates are there? (with commas between) Keep the old ones, Acme Air, Globex Book\n"
        "Which of them do you have today? (Enter for none) keep the old ones\n"
        "What matters? (criteria, with commas between) Price, Weight\n"
        "Who decides? (Enter to say later) Head of IT\n"
    )
    assert "What" not in out


def test_yes_asks_nothing(tmp_path: Path) -> None:
    code, _, talk = said(tmp_path, "", "--yes", "here")

    assert (code, talk) == (0, "")
    assert len(ranking(tmp_path / "here").ranked) == 3


def test_the_editor_finds_the_schema_beside_the_decision_and_agrees_with_the_starter(tmp_path: Path) -> None:
    said(tmp_path, "", "--yes", "here")

    text = (tmp_path / "here" / "decision.yaml").read_text(encoding="utf-8")
    shape = json.loads((tmp_path / "here" / "decision.schema.json").read_text(encoding="utf-8"))
    assert text.splitlines()[0] == "# yaml-language-server: $schema=decision.schema.json"
    assert shape == schema()
    jsonschema.validate(yaml.safe_load(text), shape)


def test_every_line_that_can_be_used_is_right_once_its_mark_is_removed() -> None:
    text = starter(Answers("t", named(["Acme", "Globex"], set(), "candidate"), "", named(["Price"], set(), "c"), ""))

    decision = read_text(re.sub(r"^( *)# ((?:  )*[a-z_]+:)", r"\1\2", text, flags=re.MULTILINE))

    assert decision.as_of
    assert decision.roles is not None
    assert decision.criteria[0].because
    assert [gate.name for gate in decision.gates] == ["Support in our time zone"]
    assert [(item.id, item.interest) for item in decision.evidence] == [("offer", "vendor")]


def test_without_a_name_the_folder_stands_under_criteria_if_that_is_here(tmp_path: Path) -> None:
    (tmp_path / "criteria").mkdir()

    said(tmp_path, LAPTOPS)

    assert (tmp_path / "criteria" / "which-laptops" / "decision.yaml").is_file()


@pytest.mark.parametrize("title", ["🙂", "?!", "年" * 300, "A" * 300, "../../up", "a/b"])
def test_every_title_has_a_folder_here(tmp_path: Path, title: str) -> None:
    code, _, talk = said(tmp_path, f"{title}\na, b\n\nc\n\n")

    assert code == 0, talk
    assert [path.parent.parent for path in tmp_path.rglob("decision.yaml")] == [tmp_path]
    assert read_decision(next(tmp_path.iterdir())).title == title


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ("here/decision.yaml", "here/decision.yaml is there already"),
        ("here/decision.schema.json", "here/decision.schema.json is there already, and another one"),
        ("here/evidence.yaml", "here/evidence.yaml would be read as a part of the decision"),
        ("here/config/app.yml", "here/config/app.yml would be read as a part of the decision"),
        ("here", "here is a file"),
    ],
)
def test_what_is_there_is_never_touched(tmp_path: Path, there: str, told: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("mine", encoding="utf-8")
    before = everything(tmp_path)

    code, _, talk = said(tmp_path, LAPTOPS, "here")

    assert (code, talk) == (2, f"decide: {told}; name another folder:  decide init DIR\n")
    assert everything(tmp_path) == before


def test_a_link_that_leads_nowhere_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "decision.yaml").symlink_to("elsewhere.yaml")

    assert said(tmp_path, "", "--yes", ".")[0] == 2
    assert (tmp_path / "decision.yaml").is_symlink()


def test_other_files_do_not_hinder(tmp_path: Path) -> None:
    for name in ("README.md", ".github/workflows/ci.yaml", "src/main.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine", encoding="utf-8")
    (tmp_path / "decision.schema.json").write_text(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", "utf-8")

    assert said(tmp_path, "", "--yes", ".")[0] == 0
    assert len(ranking(tmp_path).ranked) == 3


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("", "the answers end here; nothing was written (decide init --yes asks nothing)"),
        ("Which?\na, b\n", "the answers end here; nothing was written (decide init --yes asks nothing)"),
        ("\n", "type a few words (nothing was written)"),
        ("Which?\nonly one\n", "a choice needs two at least"),
        ("Which?\na, b, A\n", "“A” stands there twice (nothing was written)"),
        ("Which?\na, b\nc\n", "“c” is none of the candidates: a, b (nothing was written)"),
        ("Which?\na, b\n\n,,\n", "type at least one (nothing was written)"),
        ("x" * 501 + "\n", "this text has 501 characters; 500 are read"),
        ("a\u202eb\n", "reorders what a reader sees"),
        ("a\u0301" + "\u0301" * 9 + "\n", "combining marks stand on one letter"),
        ("a\uffffb\n", "a text cannot hold U+FFFF"),
        (f"Which?\na, b\n\n{', '.join(f'c{n}' for n in range(201))}\n\n", "there are 201 criteria; 200 are read"),
        (b"\xff\n", "UTF-8"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused_with_its_reason(
    tmp_path: Path, answers: str | bytes, told: str
) -> None:
    code, out, talk = said(tmp_path, answers)

    assert (code, out) == (2, "")
    assert told in talk.splitlines()[-1]
    assert everything(tmp_path) == {}


def test_without_a_stdin_it_says_so(tmp_path: Path) -> None:
    closing = ["sh", "-c", 'exec "$0" -m decide init <&-', sys.executable]

    done = subprocess.run(closing, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False)

    assert done.returncode == 2
    assert done.stderr.decode() == "decide: there is nobody to ask; decide init --yes asks nothing\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_a_terminal_asks_again_and_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(INIT, cwd=tmp_path, env=ENVIRONMENT, stdin=theirs, stderr=subprocess.PIPE)
    assert process.stderr is not None
    os.write(ours, b"Which?\nonly one\n")
    talk = b""
    while talk.count(init.CANDIDATES.encode()) < 2:
        talk += os.read(process.stderr.fileno(), 1000)

    process.send_signal(signal.SIGINT)
    os.write(ours, b"\n")  # wakes a process that was between its question and its waiting
    talk += process.stderr.read()
    process.stderr.close()

    os.close(ours)
    os.close(theirs)
    assert process.wait(timeout=60) == 130
    assert b"Error: a choice needs two at least" in talk
    assert talk.endswith(b"Nothing was written.\n")
    assert everything(tmp_path) == {}
