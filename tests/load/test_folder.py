"""A folder is the file cut in pieces: read as one, and told by the files that people know."""

from pathlib import Path

import pytest

from decide.load.decisions import load
from decide.model.canonical import decision_hash
from decide.model.problem import Unreadable
from tests.load.reading import faultless
from tests.load.valid import WHOLE


def folder_of(pieces: dict[str, str], at: Path) -> Path:
    """Write a folder of files."""
    for name, text in pieces.items():
        path = at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return at


HEAD = """\
decide: 1
title: Which CRM?
candidates: [Spreadsheets as today, Acme CRM]
"""
CRITERIA = """\
Price: {unit: EUR per user and month, range: {worst: 100, best: 0}, weight: 60}
Ease of use: {levels: [poor, ok, good], weight: 40}
"""
PIECES = {
    "decision.yaml": HEAD,
    "criteria.yaml": CRITERIA,
    "performance/spreadsheets-as-today.yaml": "{Price: 0, Ease of use: poor}\n",
    "performance/Acme CRM.yaml": "{Price: 45, Ease of use: good}\n",
}


def told(pieces: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return place, code, message and hint of each problem in a folder."""
    folder_of(pieces, folder / "crm")
    monkeypatch.chdir(folder)
    _, found = load(Path("crm"))
    return [f"{problem.place}: {problem.code}: {problem.message} = {problem.hint}" for problem in found]


def test_the_pieces_of_a_decision_are_the_decision(tmp_path: Path) -> None:
    lines, pieces, section = WHOLE.splitlines(keepends=True), {"decision.yaml": ""}, "decision.yaml"
    for line in lines:
        if line[0] not in " -":
            key, _, rest = line.partition(":")
            section = f"{key}.yaml" if not rest.strip() else "decision.yaml"
            pieces.setdefault(section, "")
        pieces[section] += line if section == "decision.yaml" else line[2:] if line[0] == " " else ""
    whole = faultless(WHOLE)

    decision, found = load(folder_of(pieces, tmp_path / "sample"))

    assert found == ()
    assert decision == whole
    assert decision_hash(decision) == decision_hash(whole)
    assert len(pieces) > 8


def test_each_candidate_can_have_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(PIECES, tmp_path, monkeypatch) == []


def test_a_fault_is_told_in_the_piece_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = PIECES | {"performance/Acme CRM.yaml": "Price: 45\nEase of use: bad\n"}

    assert told(pieces, tmp_path, monkeypatch) == [
        (
            "crm/performance/Acme CRM.yaml:2:14: off-scale: “bad” is none of the levels, nor a number from 0 to 2"
            " = known here: poor, ok, good"
        )
    ]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (
            {"title.yaml": "Which CRM?\n"},
            "crm/title.yaml:1:1: duplicate-key: “title” stands in crm/decision.yaml, line 2 as well = keep one of them",
        ),
        (
            {"performance.yaml": "Acme CRM: {Price: 30}\n"},
            (
                "crm/performance/Acme CRM.yaml:1:1: duplicate-key:"
                " “Acme CRM” stands in crm/performance.yaml, line 1 as well = keep one of them"
            ),
        ),
        (
            {"performance/acme-crm.yaml": "Price: 30\n"},
            (
                "crm/performance/acme-crm.yaml:1:1: duplicate-key: acme-crm stands here twice; the first is"
                " in crm/performance/Acme CRM.yaml, line 1 = keep one of them"
            ),
        ),
        (
            {"criteria/Support.yaml": "levels: [no, yes]\nweight: 5\n", "criteria.yml": CRITERIA},
            (
                "crm/criteria.yml:1:1: duplicate-key:"
                " “criteria” stands in crm/criteria.yaml, line 1 as well = keep one of them"
            ),
        ),
    ],
)
def test_the_same_thing_written_twice_is_told_with_both_places(
    extra: dict[str, str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(PIECES | extra, tmp_path, monkeypatch)[:1] == [expected]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("perfomance.yaml", "did you mean  performance  ?"),
        ("Evidence.yaml", "did you mean  evidence  ?"),
        ("perfomances/Acme CRM.yaml", "did you mean  performance  ?"),
        ("zzz.yml", "begin the name of a file of your own with  x-"),
    ],
)
def test_a_misspelt_piece_is_told_with_the_nearest_section(
    name: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = Path(name).parts[0].removesuffix(".yaml").removesuffix(".yml")

    assert told(PIECES | {name: "x: 1\n"}, tmp_path, monkeypatch) == [
        f"crm/{name}:1:1: unknown-key: no section of a decision is called “{key}” = {hint}"
    ]


def test_a_piece_for_a_name_that_does_not_exist_is_told_in_that_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(PIECES | {"performance/acme.yaml": "{}\n"}, tmp_path, monkeypatch) == [
        "crm/performance/acme.yaml:1:1: unknown-candidate: there is no candidate “acme” = did you mean  acme-crm  ?"
    ]


def test_a_piece_that_lies_too_deep_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(PIECES | {"evidence/quotes/q-1.yaml": "claim: x\n"}, tmp_path, monkeypatch) == [
        (
            "crm/evidence/quotes/q-1.yaml:1:1: unknown-key: evidence/quotes/q-1 lies too deep: a piece of a decision is"
            " section.yaml or section/id.yaml = move it up, to  evidence/q-1.yaml"
        )
    ]


@pytest.mark.parametrize(
    ("text", "message"), [("", "the file is empty"), ("# later\n", "the file holds nothing but comments")]
)
def test_an_empty_piece_is_told_with_what_belongs_there(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(PIECES | {"evidence/q-1.yaml": text}, tmp_path, monkeypatch) == [
        (
            f"crm/evidence/q-1.yaml:1:1: syntax: {message}"
            " = write what would stand under  evidence/q-1:, or remove the file"
        )
    ]


def test_faults_of_all_pieces_are_told_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = PIECES | {"criteria.yaml": CRITERIA.replace("60", "6 0"), "performance/Acme CRM.yaml": "Price: [45\n"}

    assert [line.split(" ")[:2] for line in told(pieces, tmp_path, monkeypatch)] == [
        ["crm/criteria.yaml:1:77:", "wrong-type:"],
        ["crm/performance/Acme", "CRM.yaml:1:8:"],
    ]


def test_other_files_hidden_files_and_pieces_of_ones_own_do_not_disturb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = {
        "README.md": "x",
        "notes/call.txt": "x",
        ".hidden.yaml": "[",
        "evidence/.old.yaml": "[",
        "x-notes.yaml": "a: b",
    }

    assert told(PIECES | extra, tmp_path, monkeypatch) == []


def test_a_link_inside_the_folder_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(PIECES, tmp_path / "crm")
    (tmp_path / "crm" / "gates.yaml").symlink_to(tmp_path / "crm" / "x-gates.txt")

    assert told({"x-gates.txt": "eu: {passes: {Acme CRM: yes}}\n"}, tmp_path, monkeypatch) == []


@pytest.mark.parametrize(
    ("pieces", "message"),
    [
        ({"criteria.yaml": "x"}, "crm is a folder without a decision.yaml; name a decision file, or a folder with one"),
        (
            {"decision.yaml/x.yaml": "x"},
            "cannot read crm/decision.yaml: is a directory",
        ),
    ],
)
def test_a_folder_without_a_decision_cannot_be_read(
    pieces: dict[str, str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unreadable) as caught:
        told(pieces, tmp_path, monkeypatch)

    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere/decision.yaml", "with\0nul.yaml", "n" * 300, ""])
def test_a_path_that_names_no_file_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        load(tmp_path / name)


def test_a_section_can_be_a_file_and_a_folder_that_adds_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = PIECES["performance/Acme CRM.yaml"]
    pieces = {name: text for name, text in PIECES.items() if not name.endswith("Acme CRM.yaml")}

    assert told(pieces | {"performance.yaml": f"Acme CRM: {row}"}, tmp_path, monkeypatch) == []
