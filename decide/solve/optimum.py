"""The exact solution by the shorter way: at once, or from the rows that something faster proposes."""

from collections.abc import Callable, Sequence

from decide.solve.exact import minimise
from decide.solve.program import Program, Solution

Propose = Callable[[Program], Sequence[str]]
"""Names the rows that it thinks tight, such as ``decide.solve.lp.tight_rows``."""

LARGE = 10_000
"""Rows × columns from which on to ask and to start there takes less time than to start from nothing."""


def optimum(program: Program, propose: Propose | None = None) -> Solution:
    """Return the exact solution; ``propose`` is asked where the program is large, and only saves time."""
    if propose is None or len(program.rows) * len(program.columns) < LARGE:
        return minimise(program)
    return minimise(program, propose(program))
