"""What the commands say of two decisions, kept word for word beside them.

``DECIDE_REGOLD=1 pytest tests/golden`` writes them anew; the diff is then for a person to judge.
"""

import re

import pytest

from decide.render.width import width
from tests.cli.door import GOLDEN, NAMED, decided
from tests.load.golden import kept

ENDINGS = {"text": "txt", "md": "md", "json": "json", "html": "html"}
SAID = [
    *((command, form) for command in ("rank", "why", "check") for form in ("text", "md", "json")),
    ("memo", "md"),
    ("memo", "html"),
]
NAMES = ("minimal", "everything")


def said(name: str, command: str, form: str) -> str:
    """Return what a command says; named as in the checkout, so that no golden holds a path of a machine."""
    answer = decided(command, *(["-o", "-"] if command == "memo" else []), "--format", form, NAMED[name])
    assert (answer.code, answer.err) == (0, "")
    if form == "html":  # how it looks is not said, and has its hash
        return re.sub(r"(?<=<style>).*(?=</style>)|(?<=sha256-)[^&]{44}(?=&)", "…", answer.out, flags=re.DOTALL)
    return answer.out


@pytest.mark.parametrize(("command", "form"), SAID)
@pytest.mark.parametrize("name", NAMES)
def test_the_program_says_what_it_said(name: str, command: str, form: str) -> None:
    text = said(name, command, form)

    assert text == kept(GOLDEN / f"{name}.{command}.{ENDINGS[form]}", text)


@pytest.mark.parametrize("command", ["rank", "why"])
@pytest.mark.parametrize("name", NAMES)
def test_its_columns_stay_within_80_cells(name: str, command: str) -> None:
    assert max(map(width, said(name, command, "text").splitlines())) <= 80


def test_no_golden_is_left_over() -> None:
    made = {f"{name}.{command}.{ENDINGS[form]}" for name in NAMES for command, form in SAID}

    assert {path.name for path in GOLDEN.iterdir() if path.suffix != ".py" and path.is_file()} == made | {
        "everything.yaml"
    }
