"""``decide demo``: a finished decision that ranks as the shipped one, and next steps that can be typed as printed."""

from pathlib import Path

import pytest

from tests.cli.door import DECISIONS, decide, decided, finished, said, words_of

SHIPPED = DECISIONS["apple"]


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


def next_steps(out: str) -> list[str]:
    """Return the commands below ``Next:``."""
    return [line.strip() for line in out.split("\nNext:\n")[1].splitlines()]


def test_it_copies_the_shipped_decision_and_ranks_it(tmp_path: Path) -> None:
    answer = decide("demo", here=tmp_path)

    assert (answer.code, answer.err) == (0, "")
    assert texts(tmp_path / "apple-china-ai") == texts(SHIPPED)
    ranked = decide("rank", "apple-china-ai", here=tmp_path)
    assert answer.out.startswith(ranked.out)
    assert (
        ranked.out.replace("apple-china-ai", str(SHIPPED)).split("\n\n")[:3]
        == decided("rank", str(SHIPPED)).out.split("\n\n")[:3]
    )


@pytest.mark.parametrize("name", ["-x/it's $HOME"])
def test_what_it_says_to_type_next_can_be_typed(tmp_path: Path, name: str) -> None:
    steps = next_steps(decide("demo", "--", name, here=tmp_path).out)

    assert [step.split()[:2] for step in steps] == [["decide", "why"], ["decide", "memo"], ["decide", "check"]]
    for step in steps:
        answer = finished(["sh", "-c", f'exec "$@" {step.removeprefix("decide ")}', "sh", *words_of()], tmp_path)
        assert (answer.code, answer.err) == (0, ""), step
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == [".html"]


def test_the_files_that_it_names_are_there(tmp_path: Path) -> None:
    out = decide("demo", "here", here=tmp_path).out

    named = [word.strip(",;.") for word in out.split() if word.startswith("here/")]

    assert named == ["here/criteria.yaml", "here/performance/"]
    assert all((tmp_path / name).exists() for name in named)


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert decide("demo", ".", here=tmp_path).code == 0

    assert texts(tmp_path) == texts(SHIPPED)


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    for name, answer in zip(("full", "file"), said(["demo", "full"], ["demo", "file"], here=tmp_path), strict=True):
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"decide: {name} is there already; name another folder:  decide demo DIR\n"

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "mine.txt"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    answer = decide("demo", "file/below", here=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "decide: cannot write file/below/criteria.yaml: a file stands where a folder is due\n"
