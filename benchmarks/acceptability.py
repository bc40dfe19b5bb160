"""Measure exact acceptability: CPU time, and as a ratio to a public peer that works in floats, in the same run.

    python -m benchmarks.acceptability [SECONDS]

From the root of a checkout. Values are drawn from a fixed seed, in hundredths of 0 … 100. The peer, pysensmcda, is
installed into an environment of its own, which is thrown away; it is given up to SECONDS (default 300) for each size,
and left out with 0. CPU time is the least of a few runs for this program, and of one run for the peer.
"""

import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from pathlib import Path
from random import Random

from decide.solve.pairwise import chance_positive
from decide.solve.program import Row
from decide.solve.volumes import first_rank_shares, rank_shares

PEER = "pysensmcda==2.0.0"
SIZES = ((5, 8), (10, 8), (20, 8), (5, 14), (20, 10))
COMPARED = ((5, 8), (10, 8), (20, 8))
REPETITIONS = 3
LONG = 2.0
"""Seconds beyond which something is not measured again."""
ASKED = """
import json, sys, time
import numpy as np
from pysensmcda.smaa import exact_acceptability
matrix = np.array(json.load(sys.stdin))
begun = time.process_time()
found = exact_acceptability(matrix, np.ones(matrix.shape[1]), scaling="none", weight_bounds=False)
json.dump([time.process_time() - begun, found.acceptability.tolist()], sys.stdout)
"""
"""What the peer is asked: the same shares and central weights, without the ranges of weights that it can add."""

Values = list[list[Fraction]]


def main() -> None:
    """Print the tables."""
    print(f"{'first-rank shares and central weights':44}{'corners':>9}{'shares':>10}{'and centres':>13}{'exact':>10}")
    for size in SIZES:
        for name, rows in kinds(size[1]):
            report(f"{size[0]} × {size[1]}, {name}", drawn(*size), rows)
    print()
    for size in ((5, 14), (20, 10), (100, 20)):
        print(f"{f'chances of all pairs, exact, {size[0]} × {size[1]}':53}{told(cpu(lambda: pairs(drawn(*size))))}")  # noqa: B023
    for size in ((5, 8), (6, 8), (8, 6)):
        print(f"{f'all ranks, exact, {size[0]} × {size[1]}':53}{told(cpu(lambda: rank_shares(drawn(*size))))}")  # noqa: B023
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    if seconds:
        against_peer(seconds)


def report(name: str, values: Values, rows: list[Row]) -> None:
    """Print one row: how long shares alone take, with central weights, and shares as exact fractions."""
    found = first_rank_shares(values, rows)
    if found is None:
        print(f"{name:44}{'beyond the budget':>19}")
        return
    alone = cpu(lambda: first_rank_shares(values, rows, centres="without"))
    both = cpu(lambda: first_rank_shares(values, rows))
    exact = cpu(lambda: first_rank_shares(values, rows, centres="without", numbers="exact"))
    print(f"{name:44}{found.corners:9}{told(alone)}{told(both):>13}{told(exact)}")


def kinds(columns: int) -> list[tuple[str, list[Row]]]:
    """Return the kinds of possible weights: any, in order, and off by up to 20 % before they are made to sum to 1."""
    one = Fraction(1)
    order = [Row(f"order {at}", ((at, one), (after, -one))) for at, after in pairwise(range(columns))]
    random = Random(f"weights {columns}")
    points = [Fraction(random.randint(1, 100)) for _ in range(columns)]
    boxes = [
        Row(f"box {mine} {other}", ((other, points[mine] * Fraction(6, 5)), (mine, -points[other] * Fraction(4, 5))))
        for mine, other in permutations(range(columns), 2)
    ]
    return [("any weights", []), ("weights in order", order), ("±20 %", boxes)]


def pairs(values: Values) -> list[Fraction]:
    """Return the chance of the one before the other, for each pair."""
    return [
        chance_positive([mine - other for mine, other in zip(one, two, strict=True)])
        for one, two in combinations(values, 2)
    ]


def against_peer(seconds: float) -> None:
    """Print how long the peer takes for the same, and how far its shares are off."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder, "bin", "python"))
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            print(f"\n{PEER} cannot be installed here")
            return
        print(f"\n{'shares and central weights, any weights':44}{'this':>19}{PEER:>20}{'ratio':>9}{'its error':>11}")
        for size in COMPARED:
            compare(python, f"{size[0]} × {size[1]}", drawn(*size), seconds)


def compare(python: str, name: str, values: Values, seconds: float) -> None:
    """Print one row: this program, the peer, and how many times as long it takes."""
    own = cpu(lambda: first_rank_shares(values))
    found = first_rank_shares(values)
    assert found is not None
    table = json.dumps([[float(entry) for entry in row] for row in values])
    try:
        done = subprocess.run(
            [python, "-c", ASKED], input=table, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        print(f"{name:44}{told(own):>19}{f'> {seconds:.0f} s':>20}{f'> {seconds / own:.0f}×':>9}")
        return
    if done.returncode:
        print(f"{name:44}{told(own):>19}{'failed':>20}  {done.stderr.strip().splitlines()[-1][:60]}")
        return
    taken, shares = json.loads(done.stdout)
    error = max(abs(float(mine.low) - theirs) for mine, theirs in zip(found.shares, shares, strict=True))
    print(f"{name:44}{told(own):>19}{told(taken):>20}{f'{taken / own:.0f}×':>9}{error:11.0e}")


def drawn(candidates: int, columns: int) -> Values:
    """Return values drawn from a fixed seed."""
    random = Random(f"{candidates}x{columns}")
    return [[Fraction(random.randint(0, 10000), 100) for _ in range(columns)] for _ in range(candidates)]


def cpu(work: Callable[[], object]) -> float:
    """Return the least CPU seconds that a piece of work took."""
    best = float("inf")
    for _ in range(REPETITIONS):
        begun = time.process_time()
        work()
        taken = time.process_time() - begun
        best = min(best, taken)
        if taken > LONG:
            break
    return best


def told(seconds: float) -> str:
    """Return a time in milliseconds, or seconds."""
    return f"{seconds * 1000:7.1f} ms" if seconds < 1 else f"{seconds:8.2f} s"


if __name__ == "__main__":
    main()
