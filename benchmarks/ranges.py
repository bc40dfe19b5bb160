"""Measure the best and the worst rank of all candidates: CPU time, and beside two others in the same run.

    python -m benchmarks.ranges [SECONDS]

From the root of a checkout. Performances are drawn from a fixed seed, in hundredths of 0 … 100, and valued in a
straight line from the least to the most in the table; all weights are possible unless a row says otherwise.

The first table is this program alone: all ranks, each with its proof. The second sets it beside the plain mixed-integer
programs, written by PuLP and solved by HiGHS, and beside a public peer, uta-gms-engine, which is installed into an
environment of its own that is thrown away; the peer is given up to SECONDS (default 300) for each size, and left out
with 0. Neither of these two proves anything. The peer ranks under all value functions that are monotone: “linear” asks
it for those that are straight lines, which is the very question here, so the ranks must be the same (it asks a lead of
0.01 points of whoever is to be ahead at the worst); “monotone” asks for any, so its ranges must hold those found here.
It solves four programs for each candidate; only the two whose meaning of a tie is that of this program are asked of it.
It calls glpsol where there is one, here CBC, which comes with its PuLP. The time of solvers that it starts is counted.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from random import Random

from decide.load.decisions import load_text
from decide.model.decision import PossibleWeights
from decide.model.finding import Finding
from decide.model.place import Source
from decide.model.ranking import Ranking
from decide.model.rows import Reached
from decide.rank.ranking import rank
from decide.road.findings import findings
from decide.solve import lp
from decide.stress.case import Case
from decide.stress.rank_range import BEST, WORST, rank_program

PEER = "uta-gms-engine==0.0.30"
SIZES = ((20, 10), (30, 12), (50, 20))
COMPARED = ((10, 6), (20, 10))
FORMS = {
    "any weights": PossibleWeights(form="any"),
    "weights in order": PossibleWeights(form="order"),
    "each off by 30 %": PossibleWeights(form="share", share=Fraction(3, 10)),
}
KINDS = {"linear": 2, "monotone": 0}
REPETITIONS = 3
LONG = 2.0
"""Seconds beyond which something is not measured again."""
ASKED = """
import json, os, sys
import pulp
from utagmsengine.utils import solver_utils
table, points, solver = json.load(sys.stdin)
if not solver:
    solver_utils.GLPK = pulp.PULP_CBC_CMD
size, columns = len(table), len(table[0])
def count(one, kind):
    solved = solver_utils.SolverUtils.calculate_solved_problem(
        table, [], [True] * columns, [], [points] * columns, [], alternative_id_extreme=one, type_of_rank=kind)
    return sum(round(known.varValue) for known in solved.variables() if known.name.startswith("vrank_"))
ranks = [[1 + count(one, 0), size - count(one, 2)] for one in range(size)]
json.dump([sum(os.times()[:4]), ranks], sys.stdout)
"""
"""What the peer is asked: the fewest ahead, and the fewest not ahead, of each candidate."""

Table = list[list[Fraction]]
Ranks = list[tuple[int, int]]


def main() -> None:
    """Print the tables."""
    print(f"{'all best and worst ranks, each with its proof':48}{'this':>10}{'open':>7}")
    for size in SIZES:
        for form, possible in FORMS.items():
            for kind in ("fixed", "ranges") if size == SIZES[0] else ("fixed",):
                alone(f"{told_size(size)}, {form}{', ranges' * (kind == 'ranges')}", ranked(*size, kind), possible)
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    print(f"\n{'any weights':14}{'this':>10}{'HiGHS':>11}{'ratio':>8}{'ranks':>10}", end="")
    with tempfile.TemporaryDirectory() as folder:
        python = installed(folder) if seconds else ""
        print("".join(f"{f'peer, {kind}':>18}{'ratio':>8}{'ranks':>10}" for kind in KINDS) if python else "")
        for size in COMPARED:
            compare(size, python, seconds)


def alone(name: str, ranking: Ranking, possible: PossibleWeights) -> None:
    """Print one row: this program, and how many ranks it leaves open."""
    found = list(findings(ranking, ["rank-range"], possible=possible))
    taken = cpu(lambda: list(findings(ranking, ["rank-range"], possible=possible)))
    print(f"{name:48}{told(taken)}{sum(one.status == 'undetermined' for one in found):7}", flush=True)


def compare(size: tuple[int, int], python: str, seconds: float) -> None:
    """Print one row: this program, HiGHS and the peer, how many times as long they take, and how many ranks agree."""
    ranking = ranked(*size, "fixed")
    possible = FORMS["any weights"]
    own = cpu(lambda: list(findings(ranking, ["rank-range"], possible=possible)))
    ranks = ranks_of(list(findings(ranking, ["rank-range"], possible=possible)))
    begun = time.process_time()
    theirs = plain(Case(ranking, possible))
    taken = time.process_time() - begun
    print(
        f"{told_size(size):14}{told(own)}{told(taken)}{taken / own:7.0f}×{agreeing(ranks, theirs, equal):>10}", end=""
    )
    for kind, points in KINDS.items() if python else ():
        asked = json.dumps([[[float(one) for one in row] for row in drawn(*size)], points, shutil.which("glpsol")])
        try:
            done = subprocess.run(
                [python, "-c", ASKED], input=asked, capture_output=True, text=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired:
            print(f"{f'> {seconds:.0f} s':>18}{f'> {seconds / own:.0f}×':>8}{'':>10}", end="")
            continue
        if done.returncode:
            print(f"{'failed':>18}  {done.stderr.strip().splitlines()[-1][:60]}", end="")
            continue
        taken, found = json.loads(done.stdout.splitlines()[-1])
        rule = equal if kind == "linear" else holding
        print(f"{told(taken):>18}{taken / own:7.0f}×{agreeing(ranks, found, rule):>10}", end="", flush=True)
    print()


def plain(case: Case) -> Ranks:
    """Return the ranks by the plain mixed-integer programs; at the worst whoever ties counts as ahead."""
    size = len(case.candidates)
    fewest = [[round(lp.optimum(rank_program(case, at, side)) or 0) for side in (BEST, WORST)] for at in range(size)]
    return [(1 + ahead, size - behind) for ahead, behind in fewest]


def agreeing(ranks: Ranks, others: Ranks, rule: Callable[[tuple[int, int], tuple[int, int]], int]) -> str:
    """Return how many of the ranks are as they must be."""
    met = sum(rule((best, worst), (low, high)) for (best, worst), (low, high) in zip(ranks, others, strict=True))
    return f"{met} of {2 * len(ranks)}"


def equal(own: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many of the best and the worst rank are the same."""
    return sum(mine == theirs for mine, theirs in zip(own, other, strict=True))


def holding(own: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many of the best and the worst rank lie within the range of the other."""
    return (other[0] <= own[0]) + (own[1] <= other[1])


def ranks_of(found: list[Finding]) -> Ranks:
    """Return the best and the worst rank of each candidate."""
    known = {(one.variant, one.about[0]): one.rows[0] for one in found if one.variant in (BEST, WORST)}
    shown = {key: row.shown for key, row in known.items() if isinstance(row, Reached)}
    names = [name for variant, name in shown if variant == BEST]
    return [(shown[BEST, name], shown[WORST, name]) for name in names]


def installed(folder: str) -> str:
    """Return the interpreter of an environment with the peer; empty, and said, if it cannot be installed."""
    venv.create(folder, with_pip=True)
    python = str(Path(folder, "bin", "python"))
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
    if subprocess.run(install, check=False, capture_output=True).returncode:
        print(f"   {PEER} cannot be installed here", end="")
        return ""
    return python


def ranked(candidates: int, columns: int, kind: str) -> Ranking:
    """Return the ranking of a decision drawn from a fixed seed; with ``ranges``, three performances in ten have one."""
    table, random = drawn(candidates, columns), Random(f"ranges {candidates}x{columns}")
    names = [f"candidate-{at}" for at in range(candidates)]
    criteria = {
        f"criterion-{at}": {
            "range": {"worst": f"{float(min(column)):.2f}", "best": f"{float(max(column)):.2f}"},
            "weight": str(random.randint(1, 100)),
        }
        for at, column in enumerate(zip(*table, strict=True))
    }
    performance: dict[str, dict[str, str]] = {}
    for name, row in zip(names, table, strict=True):
        cells = performance[name] = {}
        for one, known, value in zip(criteria, criteria.values(), row, strict=True):
            ends = known["range"]
            assert isinstance(ends, dict)
            off = Fraction(random.randint(0, 1000), 100) if kind == "ranges" and random.random() < 0.3 else 0
            low, high = max(Fraction(ends["worst"]), value - off), min(Fraction(ends["best"]), value + off)
            cells[one] = f"{float(low):.2f}..{float(high):.2f}" if low < high else f"{float(value):.2f}"
    content = {
        "decide": "1", "title": "drawn", "candidates": names, "criteria": criteria, "performance": performance
    }  # fmt: skip
    decision, _ = load_text(Source("drawn.json", json.dumps(content)), "drawn")
    assert decision is not None
    return rank(decision)


def drawn(candidates: int, columns: int) -> Table:
    """Return performances drawn from a fixed seed."""
    random = Random(f"{candidates}x{columns}")
    return [[Fraction(random.randint(0, 10000), 100) for _ in range(columns)] for _ in range(candidates)]


def cpu(work: Callable[[], object]) -> float:
    """Return the least CPU seconds that a piece of work took."""
    best = float("inf")
    for _ in range(REPETITIONS):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
        if best > LONG:
            break
    return best


def told_size(size: tuple[int, int]) -> str:
    """Return candidates × criteria."""
    return f"{size[0]} × {size[1]}"


def told(seconds: float) -> str:
    """Return a time in milliseconds, or seconds."""
    return f"{seconds * 1000:7.1f} ms" if seconds < 1 else f"{seconds:8.2f} s"


if __name__ == "__main__":
    main()
