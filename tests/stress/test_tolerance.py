"""Laws of how far all weights may be off at once."""

from fractions import Fraction
from random import Random

from hypothesis import given

from decide.stress.case import Case
from tests.plain import Plain
from tests.strategies import decisions, shuffles
from tests.stress.drawn import ALMOST, case_of, firsts, found, gap, product, scores_at
from tests.stress.test_least_change import amount_of, weights_of

NAME = "least-change"


@given(decisions(), shuffles)
def test_all_weights_off_by_the_tolerance_make_a_tie_and_by_less_change_nothing(plain: Plain, random: Random) -> None:
    case = case_of(plain)
    for finding in found(case, NAME, "tolerance"):
        first, rival = finding.about
        parts = {name: _for_and_against(case, first, name) for name in case.candidates if name != first}
        assert amount_of(finding) == 100 * min((pro - con) / (pro + con) for pro, con in parts.values())
        pro, con = parts[rival]
        assert amount_of(finding) == 100 * (pro - con) / (pro + con)
        share = amount_of(finding) / 100
        assert (finding.status == "holds") is (share == 1) is all(con == 0 for _, con in parts.values())
        if share < 1:
            corner = [
                weight * (1 - share if margin > 0 else 1 + share)
                for weight, margin in zip(case.weights, gap(case, first, rival), strict=True)
            ]
            assert product(corner, gap(case, first, rival)) == 0
            after = scores_at(case, weights_of(finding))
            assert after[first] == after[rival]
        for _ in range(5):
            off = [1 + share * Fraction(random.randint(-999, 999), 1000) for _ in case.weights]
            assert firsts(scores_at(case, [weight * one for weight, one in zip(case.weights, off, strict=True)])) == (
                first,
            )
        for at in range(len(case.leaves)):
            off = [1 + share * ALMOST * random.choice((-1, 1)) * (at == one) for one in range(len(case.leaves))]
            assert firsts(scores_at(case, [weight * one for weight, one in zip(case.weights, off, strict=True)])) == (
                first,
            )


def _for_and_against(case: Case, first: str, rival: str) -> tuple[Fraction, Fraction]:
    parts = [weight * margin for weight, margin in zip(case.weights, gap(case, first, rival), strict=True)]
    return sum((part for part in parts if part > 0), Fraction(0)), -sum(
        (part for part in parts if part < 0), Fraction(0)
    )
