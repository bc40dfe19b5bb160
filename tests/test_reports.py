"""The memos that are kept are what the program makes today."""

import os
from pathlib import Path

import pytest

from decide.render.html import html_of
from decide.render.markdown import markdown_of
from decide.road.examined import examine
from decide.road.memo import page_of_memo

ROOT = Path(__file__).resolve().parent.parent
KEPT = {
    "apple-china-ai.html": "criteria/apple-china-ai",
    "minimal.html": "criteria/minimal.yaml",
    "cloud-gpu.md": "criteria/cloud-gpu.yaml",
}


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_memo_is_what_the_program_makes_today(name: str) -> None:
    examined = examine(ROOT / KEPT[name])
    assert examined.ranking is not None
    page = page_of_memo(examined.ranking, examined.problems)

    made = html_of(page) if name.endswith(".html") else markdown_of(page)

    if os.environ.get("DECIDE_REGOLD"):
        (ROOT / "reports" / name).write_text(made, encoding="utf-8")
    assert made == (ROOT / "reports" / name).read_text(encoding="utf-8")


def test_every_kept_memo_is_in_the_index() -> None:
    index = (ROOT / "reports" / "README.md").read_text(encoding="utf-8")

    missing = [name for name in KEPT if f"({name})" not in index]

    assert missing == []
    assert sorted(KEPT) == sorted(path.name for path in (ROOT / "reports").iterdir() if path.name != "README.md")
