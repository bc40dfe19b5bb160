"""The page of the checks is what the program prints, and each message can be looked up there."""

import os
from pathlib import Path

from decide.model.codes import CODES
from tests.cli.door import decide

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"


def test_the_page_of_the_checks_is_what_the_program_makes() -> None:
    made = decide("explain", "--all", "--format", "md").out

    if os.environ.get("DECIDE_REGOLD"):
        PAGE.write_text(made, encoding="utf-8")
    assert made == PAGE.read_text(encoding="utf-8")


def test_every_code_has_its_heading() -> None:
    headings = {line.removeprefix("## ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:3] == "## "}

    assert headings == set(CODES)
