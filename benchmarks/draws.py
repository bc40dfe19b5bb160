"""Measure draws of ranks against a plain numpy kernel, in one run and as ratios.

    python benchmarks/draws.py [ROWS [PEER]]

ROWS: only the rows whose name holds this text. PEER: a Python of an environment of its own that has pysensmcda, the
fastest peer known; its method is one matrix product. The plain kernel draws exponential spacings with ``default_rng``,
scores pieces of as many draws with one matrix product, and counts the ranks of ``argsort``; where performances are
uncertain it draws each cell with ``rng.triangular``. Times are the least of several runs; peaks are of a process of its
own.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from decide.audit import replay
from decide.solve.counts import Counts
from decide.solve.draws import count
from decide.solve.frame import walking
from decide.solve.intervals import simultaneous
from decide.solve.plan import LEFT_OUT, LEVELS, ORDER, SIMPLEX, Plan, Shares, plan_data

DRAWS = 10**6
PIECE = 8192
REPETITIONS = 5
PEER = """
import json, sys, time
import numpy as np
from pysensmcda.smaa import simulate
def method(matrix, weights, types):
    return weights @ matrix.T
values = np.array(json.loads(sys.argv[1]), float)
method.reverse_ranking = True
times = []
for _ in range(3):
    start = time.perf_counter()
    simulate(method, values, np.ones(8), num_samples=int(sys.argv[2]), reverse_ranking=True, store="accumulate", seed=1)
    times.append(time.perf_counter() - start)
print(min(times))
"""
Work = Callable[[], object]


def main() -> None:
    """Print the tables."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    print(f"{'':54}{'draws':>9}{'ours':>10}{'plain':>10}{'ratio':>8}")
    for name, plan, plain in compared():
        if only in name:
            count(plan), plain()
            ours, theirs = least([partial(count, plan), plain])
            print(f"{name:54}{plan.draws:9}{ours:8.3f} s{theirs:8.3f} s{ours / theirs:7.2f}×")
    if len(sys.argv) > 2:
        ours, theirs = least([partial(count, simple(5, 8))])[0], simulated(sys.argv[2])
        print(f"{'ranks, 5 × 8, against pysensmcda':54}{DRAWS:9}{ours:8.3f} s{theirs:8.3f} s{ours / theirs:7.2f}×")
    for name, work in alone():
        if only in name:
            print(f"{name:54}{'':9}{least([work])[0]:8.3f} s")
    for size in ((5, 8), (100, 20)):
        name = f"peak memory, {size[0]} × {size[1]}, 10⁶ draws"
        if only in name:
            print(f"{name:54}{'':9}{peak(*size):8.0f} MB")


def simulated(python: str) -> float:
    """Return how long the peer takes for 5 × 8, in an environment of its own."""
    values = json.dumps(simple(5, 8).values)
    run = subprocess.run([python, "-c", PEER, values, str(DRAWS)], capture_output=True, text=True, check=True)
    return float(run.stdout)


def compared() -> Iterator[tuple[str, Plan, Work]]:
    """Yield what is measured against the plain kernel."""
    for size in ((5, 8), (20, 10), (100, 20)):
        plan = simple(*size)
        yield f"ranks, {size[0]} × {size[1]}", plan, partial(plain_ranks, values_of(plan), 0)
    plan = simple(20, 10, pairs="counted")
    yield "ranks and pairs, 20 × 10 (plain: ranks)", plan, partial(plain_ranks, values_of(plan), 0)
    for cells in (10, 40):
        plan = uncertain(5, 8, cells)
        yield f"ranks, 5 × 8, {cells} uncertain cells", plan, partial(plain_ranks, values_of(plan), cells)


def alone() -> Iterator[tuple[str, Work]]:
    """Yield what has no counterpart in plain numpy."""
    plan = simple(5, 8)
    order = Shares(ORDER, 8, tuple((at,) for at in range(8)))
    yield "ranks in an order, 5 × 8, 10⁶ draws", partial(count, Plan("o", DRAWS, order, plan.values))
    box = [
        tuple(sign * ((at == one) * 10 - limit) for at in range(8))
        for one in range(8)
        for sign, limit in ((1, 1), (-1, 2))
    ]
    even, step = Fraction(1, 8), Fraction(1, 64)
    points = [tuple(even + step * ((at == one) - (at == one + 1)) for at in range(8)) for one in range(-1, 7)]
    points[0] = (even,) * 8
    shares, corners = walking(points, box)
    yield (
        "ranks by walks in a box, 5 × 8, 10⁵ draws",
        partial(count, Plan("w", 10**5, shares, plan.values, corners=corners)),
    )
    for size in ((5, 8), (20, 10), (100, 20)):
        data = json.loads(json.dumps(plan_data(simple(*size))))
        yield f"replay of 8 192 draws, {size[0]} × {size[1]}", partial(replay.counted, replay.Plan(data), [0])
    yield "limits of 100 probabilities, 10⁶ draws", partial(limits, count(simple(10, 8)), iter(range(1000, 2000)))


def limits(counts: Counts, levels: Iterator[int]) -> None:
    """Find limits at a level at which none were found before, for those are kept."""
    simultaneous(counts, 1 - Fraction(1, next(levels)))


def simple(candidates: int, leaves: int, pairs: str = LEFT_OUT) -> Plan:
    """Return a plan with values in hundredths."""
    random = Random(f"{candidates} {leaves}")
    values = tuple(tuple(random.randint(0, 10_000) for _ in range(leaves)) for _ in range(candidates))
    return Plan("benchmark", DRAWS, Shares(SIMPLEX, leaves), values, pairs="counted" if candidates <= 10 else pairs)


def uncertain(candidates: int, leaves: int, cells: int) -> Plan:
    """Return a plan some of whose cells are drawn from tables of triangular distributions."""
    plan = simple(candidates, leaves)
    chances = (np.arange(LEVELS) + 0.5) / LEVELS
    tables = []
    for cell in range(cells):
        middle = plan.values[cell // leaves][cell % leaves]
        below = np.sqrt(chances * 2000 * 1000) - 1000
        above = 1000 - np.sqrt((1 - chances) * 2000 * 1000)
        tables.append(tuple(int(one) for one in middle + np.where(chances < 0.5, below, above)))
    named = tuple((cell // leaves, cell % leaves, cell) for cell in range(cells))
    return Plan("benchmark", DRAWS, plan.shares, plan.values, named, tuple(tables))


def values_of(plan: Plan) -> NDArray[np.float64]:
    """Return the values as the plain kernel has them."""
    return np.array(plan.values, np.float64)


def plain_ranks(values: NDArray[np.float64], cells: int) -> NDArray[np.int64]:
    """Return candidate × rank, counted as one would without thinking of anybody who counts again."""
    rng = np.random.default_rng(1)
    size, leaves = values.shape
    ranks = np.zeros((size, size), np.int64)
    for start in range(0, DRAWS, PIECE):
        many = min(PIECE, DRAWS - start)
        weights = rng.standard_exponential((many, leaves))
        weights /= weights.sum(axis=1, keepdims=True)
        scores = weights @ values.T
        for cell in range(cells):
            who, leaf = divmod(cell, leaves)
            scores[:, who] += weights[:, leaf] * rng.triangular(-1000, 0, 1000, many)
        order = np.argsort(-scores, axis=1)
        for rank in range(size):
            ranks[:, rank] += np.bincount(order[:, rank], minlength=size)
    return ranks


def least(works: list[Work]) -> list[float]:
    """Return the least time of each, run in turns so that the load of the machine meets all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(REPETITIONS):
        for at, work in enumerate(works):
            start = time.perf_counter()
            work()
            times[at].append(time.perf_counter() - start)
    return [min(own) for own in times]


def peak(candidates: int, leaves: int) -> float:
    """Return the peak memory of a process that counts, in MB."""
    code = f"from benchmarks.draws import simple, told\ntold(simple({candidates}, {leaves}))"
    root = Path(__file__).resolve().parent.parent
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    return int(run.stdout) / 1024


def told(plan: Plan) -> None:
    """Count, and print the peak memory of this process in kB, as Linux tells it."""
    count(plan)
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM:")))


if __name__ == "__main__":
    main()
