"""Dominance: who is at least as good as whom on everything, on every possible weight, or by a mixture of others."""

from collections.abc import Iterator
from fractions import Fraction

from decide.model.finding import Finding, Implied
from decide.model.rows import Mixture, Relation
from decide.solve.program import Program, Row, sparse
from decide.stress.bounds import corner_below, least, over
from decide.stress.case import HUNDRED, Case, dot

NAME = "dominance"


def dominance(case: Case) -> Iterator[Finding]:
    """Yield a finding per pair whose first is not behind at the point weights, then one per candidate for mixtures.

    A pair (a, b) holds if a is at least as good as b under all possible weights, shown where its lead is least; else it
    is impossible, shown where b is ahead. A mixture is found where one beats the candidate on all criteria.
    """
    size = range(len(case.candidates))
    for one in size:
        for other in size:
            if one != other and case.scores[one] >= case.scores[other]:
                yield _pair(case, one, other)
    for one in size if len(case.candidates) > 2 else ():
        yield _mixture(case, one)


def mixture_program(case: Case, index: int) -> Program:
    """Return the program for the weights, all of them possible, that are most favourable to a candidate."""
    rows = [Row("sum of weights", sparse([1] * len(case.leaves)), Fraction(1), exact=True)]
    for other, name in enumerate(case.candidates):
        if other != index:
            ahead = sparse(case.margin(index, other))
            rows.append(Row(over(name), (*ahead, (len(case.leaves), Fraction(1))), HUNDRED))
    costs = (*(Fraction(0) for _ in case.leaves), Fraction(1))
    return Program(f"mixture {case.candidates[index]}", (*case.leaves, "short"), costs, tuple(rows))


def _pair(case: Case, one: int, other: int) -> Finding:
    about = (case.candidates[one], case.candidates[other])
    margin = case.margin(one, other)
    everywhere = min(margin) >= 0
    refuting = corner_below(case, margin)
    if refuting is None:
        found = least(case, margin)
        if found.amount >= 0:
            row = Relation(*about, everywhere, found.amount)
            witness, proof = case.at_weights(found.weights), Implied(rows=found.rows)
            return Finding(NAME, about, "holds", "pair", found.amount, "points", witness, proof, (row,))
        refuting = found.weights
    row = Relation(*about, everywhere, dot(refuting, margin))
    witness = case.at_weights(refuting)
    return Finding(NAME, about, "impossible", "pair", None, "", witness, rows=(row,))


def _mixture(case: Case, index: int) -> Finding:
    solution = case.solve(mixture_program(case, index))
    lead = HUNDRED - solution.cost
    about = (case.candidates[index],)
    found = solution.multipliers
    shares = tuple((name, found[over(name)]) for name in case.candidates if over(name) in found)
    if lead < 0:
        rows = tuple(Mixture(name, share) for name, share in shares)
        return Finding(NAME, about, "found", "mixture", -lead, "points", None, Implied(shares), rows)
    return Finding(NAME, about, "impossible", "mixture", None, "", case.at_weights(solution.point[:-1]))
