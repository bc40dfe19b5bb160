"""Counts of ranks over the draws of a plan: the same on every machine, in any order of the blocks, by any workers."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor

from decide.solve.counts import Counts, summed
from decide.solve.plan import Plan
from decide.solve.tally import Tally

TASKS = 64
"""Into how many runs of blocks the work is parted at most, and so how often progress is told."""


def count(
    plan: Plan,
    *,
    workers: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Counts:
    """Return what is counted in all draws of a plan.

    ``workers``: that many threads; ``executor``: whatever it has instead. Neither changes what comes back.
    ``progress`` is told draws done and draws in all, in the caller's thread.
    """
    runs = _runs(plan.blocks)
    if executor is not None:
        return _gathered(plan, runs, executor, progress)
    if workers > 1:
        with ThreadPoolExecutor(workers) as threads:
            return _gathered(plan, runs, threads, progress)
    tally = Tally(plan)
    for run in runs:
        tally.add(run)
        if progress is not None:
            progress(tally.draws, plan.draws)
    return tally.counts()


def count_blocks(plan: Plan, blocks: Iterable[int]) -> Counts:
    """Return what is counted in some blocks of a plan."""
    tally = Tally(plan)
    tally.add(blocks)
    return tally.counts()


def _runs(blocks: int) -> list[range]:
    each = -(-blocks // TASKS)
    return [range(start, min(start + each, blocks)) for start in range(0, blocks, each)]


def _gathered(plan: Plan, runs: list[range], executor: Executor, progress: Callable[[int, int], None] | None) -> Counts:
    parts, done = [], 0
    for future in [executor.submit(count_blocks, plan, run) for run in runs]:
        parts.append(future.result())
        done += parts[-1].draws
        if progress is not None:
            progress(done, plan.draws)
    return summed(parts)
