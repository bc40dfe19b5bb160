"""Laws of the way back from a value to an amount."""

from fractions import Fraction

import pytest
from hypothesis import given

from decide.model.tree import CurveScale, LevelScale, RangeScale, Scale
from decide.rank.ranking import rank
from decide.value.functions import value
from decide.value.inverse import amount_falling, amount_reaching
from tests.plain import Plain, leaves, read, steps
from tests.strategies import decisions, fractions

Drawn = list[tuple[Scale, list[Fraction]]]


def drawn(plain: Plain) -> Drawn:
    """Return the scales of a decision, each with amounts all along it; of a level scale the places."""
    scales = [leaf.scale for leaf in rank(read(plain)).leaves]
    amounts = [steps(leaf.bearer) for leaf in leaves(plain)]
    return [
        (scale, [Fraction(at) if isinstance(scale, LevelScale) else Fraction(one) for at, one in enumerate(along)])
        for scale, along in zip(scales, amounts, strict=True)
    ]


def worths(scale: Scale, amounts: list[Fraction], some: Fraction) -> list[Fraction]:
    """Return values to reach: some, those of all the amounts, and both ends."""
    return [abs(some) % 100, *(value(amount, scale) for amount in amounts), Fraction(0), Fraction(100)]


def beside(scale: Scale, start: Fraction, found: Fraction, amounts: list[Fraction]) -> list[Fraction]:
    """Return amounts that are nearer to the start than what was found: on the scale, and a little nearer.

    On a logarithmic scale only those that differ from it in the first ten figures.
    """
    logarithmic = isinstance(scale, RangeScale) and scale.logarithmic
    step = Fraction(1, 10**8) if logarithmic else Fraction(1, 10**20)
    others = [*amounts, found + (start - found) * step] if not isinstance(scale, LevelScale) else amounts
    least = abs(found) * Fraction(1, 10**10) if logarithmic else Fraction(0)
    return [one for one in others if abs(one - start) < abs(found - start) and abs(one - found) > least]


def within(scale: Scale, amount: Fraction, amounts: list[Fraction]) -> bool:
    return min(amounts) <= amount <= max(amounts) and (not isinstance(scale, LevelScale) or amount in amounts)


@given(decisions(), fractions)
def test_the_amount_reaches_the_value_and_no_nearer_one_does(plain: Plain, some: Fraction) -> None:
    for scale, amounts in drawn(plain):
        for worth in worths(scale, amounts, some):
            for start in amounts[::3]:
                found = amount_reaching(worth, scale, start)
                assert found is not None
                assert within(scale, found, amounts)
                assert value(found, scale) >= worth
                for other in beside(scale, start, found, amounts):
                    assert value(other, scale) < worth
                assert found == start or value(start, scale) < worth


@given(decisions(), fractions)
def test_the_amount_falls_to_the_value_and_no_nearer_one_does(plain: Plain, some: Fraction) -> None:
    for scale, amounts in drawn(plain):
        for worth in worths(scale, amounts, some):
            for start in amounts[::3]:
                found = amount_falling(worth, scale, start)
                assert found is not None
                assert within(scale, found, amounts)
                assert value(found, scale) <= worth
                for other in beside(scale, start, found, amounts):
                    assert value(other, scale) > worth
                assert found == start or value(start, scale) > worth


@given(decisions(), fractions)
def test_without_a_start_it_is_the_amount_nearest_to_one_that_is_worth_nothing(plain: Plain, some: Fraction) -> None:
    for scale, amounts in drawn(plain):
        for worth in worths(scale, amounts, some):
            worst = next(amount for amount in amounts if value(amount, scale) == 0)
            assert amount_reaching(worth, scale, None) == amount_reaching(worth, scale, worst)


@given(decisions(), fractions)
def test_where_the_scale_is_not_of_levels_or_logarithms_the_value_is_reached_exactly(
    plain: Plain, some: Fraction
) -> None:
    for scale, amounts in drawn(plain):
        if isinstance(scale, LevelScale) or (isinstance(scale, RangeScale) and scale.logarithmic):
            continue
        for worth in worths(scale, amounts, some):
            for start in amounts[::3]:
                up, down = amount_reaching(worth, scale, start), amount_falling(worth, scale, start)
                assert start in (up, down)
                assert worth in {value(one, scale) for one in (up, down) if one is not None and one != start} or (
                    up == down == start
                )


PRICE = RangeScale(Fraction(100), Fraction(0))
RATIO = RangeScale(Fraction(1000), Fraction(10), logarithmic=True)
HUMP = CurveScale(((Fraction(0), Fraction(0)), (Fraction(10), Fraction(100)), (Fraction(30), Fraction(0))))
LEVELS = LevelScale(("poor", "fair", "good", "best"), (Fraction(0), Fraction(40), Fraction(40), Fraction(100)))


@pytest.mark.parametrize(
    ("scale", "least", "start", "amount"),
    [
        (PRICE, Fraction(190, 3), Fraction(40), Fraction(110, 3)),  # 100 - 63 1/3
        (PRICE, Fraction(50), Fraction(40), Fraction(40)),  # 60 already
        (PRICE, Fraction(30), None, Fraction(70)),
        (HUMP, Fraction(50), Fraction(1), Fraction(5)),
        (HUMP, Fraction(50), Fraction(26), Fraction(20)),  # 100 * (30 - 20) / 20
        (HUMP, Fraction(50), Fraction(12), Fraction(12)),
        (LEVELS, Fraction(30), Fraction(0), Fraction(1)),
        (LEVELS, Fraction(41), Fraction(0), Fraction(3)),
        (LEVELS, Fraction(30), None, Fraction(1)),
    ],
)
def test_amounts_that_reach_a_value_are_found_by_hand(
    scale: Scale, least: Fraction, start: Fraction | None, amount: Fraction
) -> None:
    assert amount_reaching(least, scale, start) == amount


@pytest.mark.parametrize(
    ("scale", "to", "start", "amount"),
    [
        (PRICE, Fraction(230, 3), Fraction(20), Fraction(70, 3)),
        (PRICE, Fraction(90), Fraction(20), Fraction(20)),  # 80 already
        (HUMP, Fraction(60), Fraction(10), Fraction(6)),  # 4 down the steep side, 8 down the other
        (LEVELS, Fraction(99), Fraction(3), Fraction(2)),
        (LEVELS, Fraction(39), Fraction(3), Fraction(0)),
    ],
)
def test_amounts_that_fall_to_a_value_are_found_by_hand(
    scale: Scale, to: Fraction, start: Fraction, amount: Fraction
) -> None:
    assert amount_falling(to, scale, start) == amount


@pytest.mark.parametrize(
    ("least", "start", "amount"),
    [
        # 10^2.5 = 316.227766016837933…: the lower price is enough, the higher one falls short
        (Fraction(25), Fraction(1000), Fraction("316.227766016")),
        (Fraction(75), Fraction(1000), Fraction("31.6227766016")),
    ],
)
def test_on_a_logarithmic_scale_twelve_figures_are_told_on_the_side_that_is_enough(
    least: Fraction, start: Fraction, amount: Fraction
) -> None:
    found = amount_reaching(least, RATIO, start)

    assert found is not None
    assert found == amount
    fallen = amount_falling(least, RATIO, Fraction(10))
    assert fallen is not None
    assert 0 < fallen - found < Fraction(1, 10**8)


@pytest.mark.parametrize("scale", [PRICE, RATIO, HUMP, LEVELS])
def test_nothing_is_worth_more_than_a_hundred_or_less_than_nothing(scale: Scale) -> None:
    assert amount_reaching(Fraction(100) + Fraction(1, 10**30), scale, Fraction(1)) is None
    assert amount_falling(-Fraction(1, 10**30), scale, Fraction(1)) is None
    best, worst = amount_reaching(Fraction(100), scale, Fraction(1)), amount_falling(Fraction(0), scale, Fraction(1))
    assert best is not None
    assert worst is not None
    assert value(best, scale) == 100
    assert value(worst, scale) == 0
