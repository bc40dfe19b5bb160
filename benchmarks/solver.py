"""Measure the sensitivity solver: in process, after imports, as ratios to a bare start of Python in the same run.

    python benchmarks/solver.py [ROWS]

ROWS: only the rows whose name holds this text. Decisions are drawn from a fixed seed: values in hundredths, weights
whole points. The baseline is the median time of ``python -c pass``; a row says the median and the least of its runs.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from decide.audit import proofs
from decide.compose.proof import proof_data, proof_text
from decide.load.decisions import load_text
from decide.model.decision import PossibleWeights
from decide.model.place import Source
from decide.model.ranking import Ranking
from decide.rank.ranking import rank
from decide.road.circumstances import circumstances
from decide.road.findings import findings
from decide.road.possible import possible_weights
from decide.road.ranking import ranking
from decide.solve.exact import minimise
from decide.stress.case import Case
from decide.stress.distances import MOVED, implied_distance, moved_program
from decide.stress.table import ANALYSES

REPETITIONS = 7
APART = ("acceptability", "rank-range")
SHIPPED = Path(__file__).resolve().parent.parent / "criteria" / "apple-china-ai"
Work = Callable[[], object]


def main() -> None:
    """Print the table."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    base = median([timed(bare) for _ in range(15)])
    print(f"{'':58}{'median':>11}{'least':>11}{'ratio':>8}")
    print(f"{'python -c pass':58}{base * 1000:8.1f} ms{'':11}{1:7.1f}×")
    for name, prepare in rows():
        if only in name:
            work = prepare()
            work()
            times = [timed(work) for _ in range(REPETITIONS)]
            print(f"{name:58}{median(times) * 1000:8.1f} ms{min(times) * 1000:8.1f} ms{median(times) / base:7.1f}×")


def rows() -> Iterator[tuple[str, Callable[[], Work]]]:
    """Yield each row: what is measured, and what prepares it."""
    for name in ANALYSES:
        yield f"{name}, criteria/apple-china-ai (5 × 14)", partial(shipped, [name])
    rest = [name for name in ANALYSES if name not in APART]
    yield "all but acceptability and rank-range (5 × 14)", partial(shipped, rest)
    for size in ((20, 10), (100, 20)):
        yield f"least-change, {size[0]} × {size[1]}, all rivals, certified", partial(crowned, *size)
    for size in ((20, 10), (1000, 20)):
        yield f"weight-crossings, {size[0]} × {size[1]}", partial(crossed, *size)
    for size in ((20, 10), (30, 12)):
        for form in ("order", "any"):
            yield f"rank-range, {size[0]} × {size[1]}, all of them, certified, {form}", partial(ranged, *size, form)
    names = [name for name in ANALYSES if name != "acceptability"]
    yield "check all proofs, 20 × 10, all but acceptability", partial(checked, 20, 10, names)
    yield "check all proofs, 20 × 10, with volumes and replay", partial(checked, 20, 10, list(ANALYSES))


def shipped(names: list[str]) -> Work:
    """Return the work of some analyses on the shipped decision."""
    ranked = ranking(SHIPPED)
    return lambda: list(findings(ranked, names))


def ranged(candidates: int, leaves: int, form: str) -> Work:
    """Return the work of all best and worst ranks, over possible weights of this form."""
    ranked, possible = drawn(candidates, leaves), PossibleWeights(form=form)
    return lambda: list(findings(ranked, ["rank-range"], possible=possible))


def crossed(candidates: int, leaves: int) -> Work:
    """Return the work of all weight crossings."""
    ranked = drawn(candidates, leaves)
    return lambda: list(findings(ranked, ["weight-crossings"]))


def crowned(candidates: int, leaves: int) -> Work:
    """Return the work of the least weight moved that makes each candidate first, with its proof."""
    ranked = drawn(candidates, leaves)

    def work() -> None:
        case = Case(ranked)
        for index in range(len(case.candidates)):
            if index not in case.winners:
                others = [other for other in range(len(case.candidates)) if other != index]
                solution = minimise(moved_program(case, index, others))
                implied_distance(case, index, solution, MOVED if solution.feasible else "")

    return work


def checked(candidates: int, leaves: int, names: list[str]) -> Work:
    """Return the work of checking the proofs of some analyses, with the standard library alone."""
    ranked, folder = drawn(candidates, leaves), Path(tempfile.mkdtemp())
    made = tuple(findings(ranked, names))
    text = proof_text(proof_data(ranked, possible_weights(ranked), names, made, circumstances(ranked)))
    path = folder / "proof.json"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", proofs.__file__, str(path)]
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def drawn(candidates: int, leaves: int) -> Ranking:
    """Return the ranking of a decision drawn from a fixed seed."""
    random = Random(f"{candidates}x{leaves}")
    names = [f"candidate-{at}" for at in range(candidates)]
    criteria = [f"criterion-{at}" for at in range(leaves)]
    content = {
        "decide": "1",
        "title": "drawn",
        "candidates": names,
        "criteria": {
            one: {"range": {"worst": "0", "best": "100"}, "weight": str(random.randint(1, 100))} for one in criteria
        },
        "performance": {name: {one: f"{random.randint(0, 10000) / 100:.2f}" for one in criteria} for name in names},
    }
    decision, _ = load_text(Source("drawn.json", json.dumps(content)), "drawn")
    assert decision is not None
    return rank(decision)


def bare() -> None:
    """Start Python and do nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def timed(work: Work) -> float:
    """Return how many seconds a piece of work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(times: list[float]) -> float:
    """Return the median."""
    return statistics.median(times)


if __name__ == "__main__":
    main()
