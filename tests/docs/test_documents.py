"""What the documents show is what the program does: every marked block is made anew and compared.

A comment before a fenced block says what fills it: a command, a file, the help of a command, or the keys of a shape.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from decide.cli.lazy import COMMANDS
from decide.model import fields
from decide.model.kinds import Shape
from decide.render.text import text_of
from decide.road.examined import examine
from decide.road.memo import page_of_memo
from decide.stress.table import ANALYSES

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"(<!-- (?P<what>[^\n]+?) -->\n)(?P<body>```\w+\n.*?```\n|\|.*?\n(?=\n|\Z)|(?=\n))", re.DOTALL)
SHAPES: dict[str, Shape] = {
    shape.name: shape for shape in vars(fields).values() if isinstance(shape, Shape) and shape.name != "decision"
} | {"decision": fields.DECISION}


def run(command: str, folder: Path) -> str:
    words = shlex.split(command)[1:]
    if words[0] == "memo" and "-o" not in words:
        words += ["-o", str(folder / f"{Path(words[1]).stem}.html")]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    arguments = [sys.executable, "-m", "decide", *words]
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, check=False)
    output = (done.stdout + done.stderr).decode()
    return output.replace(f"{folder}/", "reports/").replace("Usage: python -m decide", "Usage: decide")


def page_one(decision: str) -> str:
    examined = examine(ROOT / decision)
    assert examined.ranking is not None
    page = page_of_memo(examined.ranking, examined.problems)
    return text_of(replace(page, sections=tuple(one for one in page.sections if one.part == "front"), footer=""))


def keys_of(shape: Shape) -> str:
    rows = [f"| `{field.key}` | {field.about}{' (required)' if field.required else ''} |" for field in shape.fields]
    return "\n".join(["| key | what it holds |", "|---|---|", *rows]) + "\n"


def content(what: str, folder: Path) -> str:
    if what.startswith("keys of "):
        return keys_of(SHAPES[what.removeprefix("keys of ")])
    if what.startswith("decide "):
        return f"```text\n{run(what, folder)}```\n"
    if what.startswith("page one of "):
        return f"```text\n{page_one(what.removeprefix('page one of '))}```\n"
    path = ROOT / what
    return f"```yaml\n{path.read_text(encoding='utf-8')}```\n"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_shows_is_what_the_program_makes(document: Path, tmp_path: Path) -> None:
    text = document.read_text(encoding="utf-8")

    made = BLOCK.sub(lambda match: match[1] + content(match["what"], tmp_path), text)

    if os.environ.get("DECIDE_REGOLD"):
        document.write_text(made, encoding="utf-8")
    assert made == document.read_text(encoding="utf-8")


def test_every_command_has_its_help_in_the_documents() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    missing = [name for name in COMMANDS if f"<!-- decide {name} --help -->" not in text]

    assert missing == []


def test_every_key_of_the_format_is_in_its_document() -> None:
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

    missing = [name for name in SHAPES if f"<!-- keys of {name} -->" not in text]

    assert missing == []


def test_every_analysis_is_in_its_document() -> None:
    text = (ROOT / "docs" / "analyses.md").read_text(encoding="utf-8")

    assert [name for name in ANALYSES if f"\n## {name}\n" not in text] == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        (document.name, target)
        for document in DOCUMENTS
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]

    assert broken == []


def test_the_readme_stays_a_page() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150
