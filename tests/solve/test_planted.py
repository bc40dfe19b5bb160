"""Leads that are planted are found again, to the last digit; ``benchmarks/planted.py`` plants 20 000."""

from fractions import Fraction
from random import Random

import pytest

from decide.stress.can_be_first import favourable
from tests.solve.planted import NEAR, planted


@pytest.mark.parametrize("lead", [*NEAR, Fraction(0), Fraction(7), Fraction(-7)], ids=str)
def test_a_planted_lead_is_found_to_the_last_digit(lead: Fraction) -> None:
    for seed in range(10):
        found = favourable(planted(Random(seed), lead), 0)

        assert found.amount == lead
        assert found.status == ("impossible" if lead < 0 else "found")
