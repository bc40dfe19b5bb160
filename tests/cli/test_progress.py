"""Progress is drawn for whoever looks and waits, and for nobody else."""

import io
import sys

import pytest

from decide.cli import progress as door
from decide.cli.progress import WIPE, progress


class Terminal(io.TextIOWrapper):
    """A stream that says whether it is a terminal, and keeps what is written."""

    def __init__(self, looks: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.looks = looks

    def isatty(self) -> bool:
        return self.looks

    def written(self) -> str:
        self.flush()
        content = self.buffer
        assert isinstance(content, io.BytesIO)
        return content.getvalue().decode("utf-8")


def told(monkeypatch: pytest.MonkeyPatch, patience: float, looks: bool = True) -> str:
    terminal = Terminal(looks)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(door, "PATIENCE", patience)
    with progress() as telling:
        telling.at("regret")
        telling.draws(8192, 65536)
    return terminal.written()


def test_each_line_wipes_the_one_before_and_the_last_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 0) == f"{WIPE}regret …{WIPE}8 192 of 65 536 draws{WIPE}"


def test_what_does_not_take_long_is_not_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 1000) == ""


def test_nothing_is_drawn_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 0, looks=False) == ""


def interrupted() -> None:
    with progress() as telling:
        telling.at("regret")
        raise KeyboardInterrupt


def test_a_failure_leaves_no_line_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(looks=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(door, "PATIENCE", 0)

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert terminal.written().endswith(WIPE)
