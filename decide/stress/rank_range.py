"""Rank range: the best and the worst rank each candidate can have, over the possible weights and performances.

For its best rank a candidate has its own cells at their high and all others theirs at their low; for its worst the
other way about. Only who is strictly ahead counts, so those who tie share the better rank.
"""

from collections.abc import Iterator
from fractions import Fraction

from decide.model.finding import Finding, Status
from decide.model.rows import Facing, Reached
from decide.solve.program import Program, Row, sparse
from decide.stress.bounds import over
from decide.stress.case import HUNDRED, Case
from decide.stress.joint import HIGH, LOW, Ends, at_ends, hoped
from decide.stress.rank_columns import Columns
from decide.stress.rank_pool import Pool
from decide.stress.rank_search import Search
from decide.stress.whole import shares

NAME = "rank-range"
BEST, WORST, JOINT = "best", "worst", "joint"


def rank_range(case: Case) -> Iterator[Finding]:
    """Yield the best and the worst rank of each candidate, and what becomes of the first at its low."""
    if len(case.candidates) < 2:
        return
    pool, columns = Pool(case), Columns(case)
    for index in range(len(case.candidates)):
        yield _best(case, pool, columns, index)
        yield _worst(case, pool, columns, index)
    for index in case.winners:
        yield _joint(case, index)


def rank_program(case: Case, index: int, variant: str) -> Program:
    """Return the mixed-integer program: the fewest ahead at the best, or not ahead at the worst.

    A program knows no “strictly”: at the worst, who ties counts as ahead in it.
    """
    columns, rows = case.possible_rows
    rivals = [other for other in range(len(case.candidates)) if other != index]
    stated = list(rows)
    for at, other in enumerate(rivals):
        direction = hoped(case, index, other) if variant == BEST else hoped(case, other, index)
        may_fall = (len(columns) + at, HUNDRED)
        stated.append(Row(over(case.candidates[other]), (*sparse(case.gains(direction)), may_fall)))
    word = "ahead" if variant == BEST else "behind"
    names = (*columns, *(f"{word} {case.candidates[other]}" for other in rivals))
    stated += [
        Row(f"whole {case.candidates[other]}", ((len(columns) + at, Fraction(-1)),), Fraction(-1))
        for at, other in enumerate(rivals)
    ]
    costs = (*(Fraction(0) for _ in columns), *(Fraction(1) for _ in rivals))
    whole = frozenset(range(len(columns), len(names)))
    return Program(f"rank-range {case.candidates[index]} {variant}", names, costs, tuple(stated), whole)


def _best(case: Case, pool: Pool, columns: Columns, index: int) -> Finding:
    search = Search(case, columns, index, strict=False)
    ended = _searched(search, pool, pool.best[index])
    always = len(search.always)
    ends = {at: HIGH if at == index else LOW for at in range(len(case.candidates))}
    return _finding(case, search, BEST, (1 + always + search.best[0], 1 + always + search.proved), ends, ended=ended)


def _worst(case: Case, pool: Pool, columns: Columns, index: int) -> Finding:
    search = Search(case, columns, index, strict=True)
    ended = _searched(search, pool, pool.worst[index])
    most = len(case.candidates) - len(search.always)
    ends = {at: LOW if at == index else HIGH for at in range(len(case.candidates))}
    return _finding(case, search, WORST, (most - search.best[0], most - search.proved), ends, ended=ended)


def _searched(search: Search, pool: Pool, known: tuple[int, tuple[int, ...]]) -> bool:
    """Search from the best of the pool, and let the pool look at what is found."""
    ended = search.run((known[0] - len(search.always), known[1]))
    if search.best[1] != known[1]:
        pool.add(search.best[1])
    return ended


def _finding(case: Case, search: Search, variant: str, ranks: tuple[int, int], ends: Ends, *, ended: bool) -> Finding:
    shown, proved = ranks
    index = search.index
    row = Reached(
        case.candidates[index],
        case.entries[index].rank,
        shown,
        proved,
        tuple(case.candidates[at] for at in search.always),
    )
    witness = at_ends(case, shares(search.best[1]), ends)
    certificate = search.certificate(ended=ended)
    if shown != proved:
        return Finding(NAME, (row.candidate,), "undetermined", variant, None, "", witness, certificate, (row,))
    return Finding(NAME, (row.candidate,), "found", variant, Fraction(shown), "rank", witness, certificate, (row,))


def _joint(case: Case, index: int) -> Finding:
    """Return who leads at the point weights where the first is at its low and all others are at their high."""
    size = range(len(case.candidates))
    low = sum((weight * value for weight, value in zip(case.weights, case.lows[index], strict=True)), Fraction(0))
    highs = {
        at: sum((weight * value for weight, value in zip(case.weights, case.highs[at], strict=True)), Fraction(0))
        for at in size
        if at != index
    }
    rival = max(highs, key=highs.__getitem__)
    witness = at_ends(case, (), {at: LOW if at == index else HIGH for at in size})
    row = Facing(case.candidates[index], low, case.candidates[rival], highs[rival])
    lead = highs[rival] - low
    status: Status = "found" if lead > 0 else "holds"
    return Finding(NAME, (row.candidate,), status, JOINT, abs(lead), "points", witness, None, (row,))
