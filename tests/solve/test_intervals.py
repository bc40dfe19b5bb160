"""Limits of probabilities: by exact binomial sums where these are small, and that they hold as often as they say."""

from dataclasses import replace
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.solve.draws import count
from decide.solve.intervals import STEP, TOGETHER, Limits, confirmed, limits, simultaneous
from decide.solve.plan import SIMPLEX, Plan, Shares
from decide.solve.volumes import rank_shares
from tests.solve.plans import F
from tests.strategies import picks

FEW = F(3, STEP)


def tail(number: int, draws: int, chance: Fraction) -> Fraction:
    """Return the exact probability of so many or more."""
    return sum(
        (comb(draws, one) * chance**one * (1 - chance) ** (draws - one) for one in range(number, draws + 1)), F(0)
    )


@given(seed=picks, draws=st.integers(1, 40), side=st.sampled_from((F(1, 40), F(1, 2000), F(1, 10**6))))
def test_limits_are_those_of_exact_sums_rounded_outward(seed: int, draws: int, side: Fraction) -> None:
    number = seed % (draws + 1)

    found = limits(number, draws, side)

    if number:
        assert tail(number, draws, found.low) <= side < tail(number, draws, found.low + FEW)
    if number < draws:
        assert tail(draws - number, draws, 1 - found.high) <= side
        assert tail(draws - number, draws, 1 - found.high + FEW) > side
    assert (found.low == 0, found.high == 1) == (number == 0, number == draws)


@given(draws=st.integers(1, 10**6), digits=st.integers(2, 9))
def test_no_hit_leaves_what_the_root_says(draws: int, digits: int) -> None:
    side = F(1, 10**digits)

    found = limits(0, draws, side)

    assert found.low == 0
    assert (1 - found.high) ** min(draws, 50) <= side or draws > 50
    assert abs(float(found.high) - (1 - float(side) ** (1 / draws))) < 1e-8


def test_limits_by_hand() -> None:
    # One of one: p >= side. None of two: (1 - p)^2 <= 1/100, so p >= 9/10.
    assert limits(1, 1, F(1, 100)).low in (F(1, 100), F(1, 100) - F(1, STEP))
    assert limits(0, 2, F(1, 100)).high - F(9, 10) in (F(0), F(1, STEP), F(2, STEP))
    assert limits(0, 2, F(1, 100)) == Limits(F(0), 1 - limits(2, 2, F(1, 100)).low)


def test_integers_refuse_a_limit_that_is_too_far_in() -> None:
    found = limits(500_000, 10**6, F(1, 10**6))

    assert confirmed(500_000, 10**6, found.low, F(1, 10**6))
    assert not confirmed(500_000, 10**6, found.low + FEW, F(1, 10**6))
    assert not confirmed(500_000, 10**6, F(1, 2), F(1, 10**6))
    assert not confirmed(0, 10, F(1, 2), F(1, 10**6))
    assert confirmed(1, 10, F(0), F(1, 10**6))


@pytest.mark.parametrize("draws", [5, 30, 200])
def test_each_limit_misses_no_more_often_than_it_says(draws: int) -> None:
    side = F(1, 40)
    found = [limits(number, draws, side) for number in range(draws + 1)]

    for chance in (F(1, 1000), F(1, 20), F(1, 3), F(1, 2), F(9, 10)):
        odds = [comb(draws, one) * chance**one * (1 - chance) ** (draws - one) for one in range(draws + 1)]
        assert sum(own for own, limit in zip(odds, found, strict=True) if limit.low > chance) <= side
        assert sum(own for own, limit in zip(odds, found, strict=True) if limit.high < chance) <= side


def test_all_limits_of_a_table_hold_together_as_often_as_they_say() -> None:
    # Of three candidates one is last with 1/4, and the others are level with each other: they share what is left.
    plan = Plan("", 300, Shares(SIMPLEX, 2), ((3, 3), (3, 3), (0, 4)))
    true = ((F(3, 8), F(1, 2), F(1, 8)), (F(3, 8), F(1, 2), F(1, 8)), (F(1, 4), F(0), F(3, 4)))
    runs = 150

    tables = [simultaneous(count(replace(plan, seed=str(run))), F(8, 10)) for run in range(runs)]
    held = sum(
        all(
            own.low <= chance <= own.high
            for row, chances in zip(found, true, strict=True)
            for own, chance in zip(row, chances, strict=True)
        )
        for found in tables
    )

    assert held >= runs * 8 // 10


def test_limits_at_999_in_1000_hold_the_exact_volumes_in_as_many_simulations() -> None:
    values = ((7, 1, 4), (2, 8, 3), (5, 5, 1))
    exact = rank_shares([[F(value) for value in row] for row in values])
    assert exact is not None
    plan, runs = Plan("", 400, Shares(SIMPLEX, 3), values), 1000

    missed = 0
    for run in range(runs):
        found = simultaneous(count(replace(plan, seed=f"coverage {run}")))
        missed += not all(
            own.low <= chance.high and chance.low <= own.high
            for row, chances in zip(found, exact, strict=True)
            for own, chance in zip(row, chances, strict=True)
        )

    assert missed <= runs * (1 - TOGETHER)


def test_a_shared_rank_is_rounded_outward_and_allowed_to_miss_less() -> None:
    counts = count(Plan("", 301, Shares(SIMPLEX, 2), ((3, 3), (3, 3), (0, 4))))
    side = F(1, 1000) / 18
    halves = counts.ranks()[0][0]

    found = simultaneous(counts)

    assert halves.denominator == 2
    assert found[0][0].low == limits(int(halves), 301, side / 12).low
    assert found[0][0].high == limits(int(halves) + 1, 301, side / 12).high
    assert found[2][0] == limits(counts.first()[2], 301, side * 3 / 4)
    assert found[2][1] == limits(0, 301, side * 3 / 4)
