"""Regret: how many points choosing a candidate can cost, over the possible weights and performances, and the minimax.

It is largest where the candidate is at its low and a rival at its high (Savage 1951). The minimax choice is the
candidate whose largest regret is least.
"""

from collections.abc import Iterator
from fractions import Fraction

from decide.model.finding import Each, Finding
from decide.model.rows import Regret
from decide.stress.case import Case
from decide.stress.joint import HIGH, LOW, at_ends, least_lead

NAME = "regret"
MOST, MINIMAX = "most", "minimax"


def regret(case: Case) -> Iterator[Finding]:
    """Yield the largest regret of each candidate, then whom the least of these is of."""
    if len(case.candidates) < 2:
        return
    found = [_most(case, index) for index in range(len(case.candidates))]
    yield from found
    amounts = [one.amount for one in found if one.amount is not None]
    chosen = [one for one in found if one.amount == min(amounts)]
    about = tuple(name for one in chosen for name in one.about)
    rows = tuple(row for one in chosen for row in one.rows)
    first = chosen[0]
    yield Finding(NAME, about, first.status, MINIMAX, first.amount, "points", first.witness, None, rows)


def _most(case: Case, index: int) -> Finding:
    """Return the largest regret of one candidate: none where it is necessarily the best."""
    rivals = [other for other in range(len(case.candidates)) if other != index]
    known = {other: least_lead(case, index, other) for other in rivals}
    rival = min(rivals, key=lambda other: (known[other].amount, -case.scores[other]))
    amount = max(-known[rival].amount, Fraction(0))
    row = Regret(case.candidates[index], case.candidates[rival] if amount else "", amount)
    parts = Each(tuple((case.candidates[other], known[other].proof) for other in rivals))
    if not amount:
        return Finding(NAME, (row.candidate,), "holds", MOST, amount, "points", None, parts, (row,))
    witness = at_ends(case, known[rival].weights, {index: LOW, rival: HIGH})
    return Finding(NAME, (row.candidate,), "found", MOST, amount, "points", witness, parts, (row,))
