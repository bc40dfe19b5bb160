"""Necessary and possible: who is at least as good as whom always, or somewhere, over weights and performances together.

A candidate is necessarily at least as good as another if even its low is, against the other's high, under every
possible weight; possibly, if its high is against the other's low under some.
"""

from collections.abc import Iterator

from decide.model.finding import Finding, Sometimes
from decide.model.rows import Margin
from decide.stress.case import Case
from decide.stress.joint import HIGH, LOW, at_ends, least_lead

NAME = "necessary-possible"


def necessary_possible(case: Case) -> Iterator[Finding]:
    """Yield one finding per ordered pair.

    It holds if the first is necessarily at least as good (amount: the least lead, which a witness shows); it is found
    if it is only possibly so (amount: the largest lead, with a witness, and weights under which it is behind); and it
    is impossible where the second is always ahead.
    """
    size = range(len(case.candidates))
    for one in size:
        for other in size:
            if one != other:
                yield _pair(case, one, other)


def _pair(case: Case, one: int, other: int) -> Finding:
    about = (case.candidates[one], case.candidates[other])
    least, against = least_lead(case, one, other), least_lead(case, other, one)
    rows = (Margin(*about, least.amount, -against.amount),)
    if least.amount >= 0:
        witness = at_ends(case, least.weights, {one: LOW, other: HIGH})
        return Finding(NAME, about, "holds", "", least.amount, "points", witness, least.proof, rows)
    certificate = against.proof
    if against.amount > 0:
        return Finding(NAME, about, "impossible", "", None, "", None, certificate, rows)
    witness = at_ends(case, against.weights, {one: HIGH, other: LOW})
    both = Sometimes(certificate, tuple(zip(case.leaves, least.weights, strict=True)))
    return Finding(NAME, about, "found", "", -against.amount, "points", witness, both, rows)
