"""Measure how long a memo takes, its findings and its words, as ratios to escaping and joining the words.

    python benchmarks/memo.py

Shown for the shipped decision and for one of 50 candidates × 60 leaves, in milliseconds and as ratios in one run; the
baseline is ``html.escape`` over the text of every cell of the same page, joined.
"""

import html
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from decide.compose.memo import memo_page
from decide.model.page import Page, Table, Text
from decide.render.html import html_of
from decide.render.plain import plain_rows
from decide.road.examined import Examined, examine
from decide.road.memo import stressed

REPETITIONS = 15
SHIPPED = Path(__file__).resolve().parent.parent / "criteria" / "apple-china-ai"


def main() -> None:
    """Print the table."""
    print(f"{'':34}{'median':>10}{'ratio':>8}{'size':>10}")
    for name, examined in (("criteria/apple-china-ai", examine(SHIPPED)), ("50 candidates × 60 leaves", large())):
        report(name, examined)


def report(name: str, examined: Examined) -> None:
    """Print what composing and rendering one memo take."""
    ranking = examined.ranking
    assert ranking is not None
    found = stressed(ranking)
    page = memo_page(found, examined.problems)
    base = median(lambda: escaped(page))
    tried = median(lambda: stressed(ranking), repetitions=3)
    told = median(lambda: memo_page(found, examined.problems))
    drawn = median(lambda: html_of(page))
    size = len(html_of(page).encode()) / 1000
    print(f"{name}: escape and join{base * 1000:10.1f} ms   1.0×")
    print(f"{'  find out (stress)':34}{tried * 1000:7.1f} ms{tried / base:7.1f}×")
    print(f"{'  say it (compose)':34}{told * 1000:7.1f} ms{told / base:7.1f}×")
    print(f"{'  draw it (render)':34}{drawn * 1000:7.1f} ms{drawn / base:7.1f}×{size:7.0f} kB")


def median(work: Callable[[], object], *, repetitions: int = REPETITIONS) -> float:
    """Return the median time of a piece of work, in seconds, after one run that is not counted."""
    work()
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def escaped(page: Page) -> str:
    """Return the words of a page, escaped and joined: the least that any renderer does."""
    words: list[str] = []
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                words += [cell for row in plain_rows(block) for cell in row]
            elif isinstance(block, Text):
                words.append(block.text)
    return "".join(html.escape(word) for word in words)


def large() -> Examined:
    """Return a decision of 50 candidates and 60 leaves."""
    lines = ["decide: 1", "title: A large decision", "as_of: 2025-01-01", "candidates:"]
    lines += [f"  c{i}: Candidate {i}" for i in range(50)]
    lines.append("criteria:")
    for group in range(6):
        lines += [f"  g{group}:", "    criteria:"]
        lines += [f"      k{group}-{j}: {{range: {{worst: 0, best: 100}}, weight: {j + 1}}}" for j in range(10)]
    lines.append("performance:")
    for i in range(50):
        cells = ", ".join(f"k{g}-{j}: {(i * 37 + g * 11 + j * 7) % 101}" for g in range(6) for j in range(10))
        lines.append(f"  c{i}: {{{cells}}}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return examine(path)


if __name__ == "__main__":
    main()
