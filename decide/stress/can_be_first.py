"""Can be first: which candidates are first for some possible weights, and which for none.

The most favourable weights maximise the lead over the best rival. Where even that is negative, the multipliers of the
rivals are a mixture of them that beats the candidate under every possible weight (potential optimality, Hazen 1986).
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from decide.model.finding import Finding
from decide.model.rows import Mixture
from decide.stress.bounds import favourable_program, implied, weights_of
from decide.stress.case import HUNDRED, Case

NAME = "can-be-first"


def can_be_first(case: Case) -> Iterator[Finding]:
    """Yield one finding per candidate: the largest lead it can have, and where; negative where it is never first."""
    for index in range(len(case.candidates)) if len(case.candidates) > 1 else ():
        yield favourable(case, index)


def favourable(case: Case, index: int) -> Finding:
    """Return the finding of one candidate."""
    solution = case.solve(favourable_program(case, index))
    lead = HUNDRED - solution.cost
    witness = case.at_weights(weights_of(case.possible, solution.point, len(case.leaves)))
    certificate = implied(case, solution, case.possible)
    mixture = tuple(Mixture(name, share) for name, share in certificate.rivals)
    finding = Finding(NAME, (case.candidates[index],), "found", "", lead, "points", witness, certificate, mixture)
    return replace(finding, status="impossible") if lead < Fraction(0) else finding
