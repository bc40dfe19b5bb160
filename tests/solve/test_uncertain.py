"""Laws of numbers that are not known yet: closed forms against exact quadrature, and against counting."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from hypothesis import given

from decide.solve.uncertain import (
    TABLE,
    Atoms,
    Triangular,
    Uncertain,
    Uniform,
    atoms,
    chance_above,
    chance_below,
    equally_likely,
    excess,
    levels,
    mean,
    moved,
)
from tests.strategies import bars, betweens, several_atoms, uncertain

Density = Callable[[Fraction], Fraction]


def density(number: Uniform | Triangular) -> Density:
    """Return the height over each place: flat, or up to the peak and down again, with an area of 1."""
    low, high, peak = number.low, number.high, peak_of(number)
    if peak is None:
        return lambda place: 1 / (high - low)
    top = 2 / (high - low)

    def height(place: Fraction) -> Fraction:
        if place == peak:
            return top
        return top * ((place - low) / (peak - low) if place < peak else (high - place) / (high - peak))

    return height


def peak_of(number: Uniform | Triangular) -> Fraction | None:
    return number.peak if isinstance(number, Triangular) else None


def integral(number: Uniform | Triangular, of: Density, bar: Fraction) -> Fraction:
    """Return the integral of a polynomial times the height, above a bar; Simpson's rule is exact for cubes."""
    ends = sorted({number.low, number.high, bar, *([number.peak] if isinstance(number, Triangular) else [])})
    pieces = [(one, other) for one, other in pairwise(ends) if number.low <= one and other <= number.high]
    return sum((simpson(one, other, number, of) for one, other in pieces if one >= bar), Fraction(0))


def simpson(low: Fraction, high: Fraction, number: Uniform | Triangular, of: Density) -> Fraction:
    shape, middle, peak = density(number), (low + high) / 2, peak_of(number)
    # at a peak that is also an end the height jumps to 0 outside: both ends are those of this piece
    values = [(shape(low), of(low)), (shape(middle), of(middle)), (shape(high), of(high))]
    if peak is not None and low == peak == number.low:
        values[0] = (2 / (number.high - number.low), of(low))
    one, two, three = (height * worth for height, worth in values)
    return (high - low) / 6 * (one + 4 * two + three)


@given(betweens, bars)
def test_the_closed_forms_are_the_integrals_that_they_stand_for(
    number: Uniform | Triangular, bar: Fraction | None
) -> None:
    at = number.low if bar is None else bar

    assert integral(number, lambda place: Fraction(1), number.low) == 1
    assert mean(number) == integral(number, lambda place: place, number.low)
    assert chance_above(number, at) == integral(number, lambda place: Fraction(1), at)
    assert excess(number, at) == integral(number, lambda place: place - at, at)


@given(several_atoms, bars)
def test_of_several_numbers_all_is_counted(number: Atoms, bar: Fraction | None) -> None:
    at = number.low if bar is None else bar

    assert sum(share for _, share in number.parts) == 1
    assert mean(number) == sum((one * share for one, share in number.parts), Fraction(0))
    assert chance_above(number, at) == sum(share for one, share in number.parts if one > at)
    assert excess(number, at) == sum((max(one - at, Fraction(0)) * share for one, share in number.parts), Fraction(0))


@given(uncertain, bars)
def test_above_below_and_level_make_the_whole(number: Uncertain, bar: Fraction | None) -> None:
    at = number.low if bar is None else bar
    level = dict(number.parts).get(at, 0) if isinstance(number, Atoms) else 0

    assert chance_above(number, at) + chance_below(number, at) + level == 1
    assert 0 <= chance_above(number, at) <= 1


@given(uncertain, bars)
def test_moving_a_number_moves_its_mean_and_its_bar(number: Uncertain, bar: Fraction | None) -> None:
    at, factor, plus = number.low if bar is None else bar, Fraction(3, 2), Fraction(-7, 3)
    after = moved(number, factor, plus)

    assert mean(after) == factor * mean(number) + plus
    assert excess(after, factor * at + plus) == factor * excess(number, at)
    assert chance_above(after, factor * at + plus) == chance_above(number, at)


@given(betweens)
def test_equally_likely_numbers_are_the_quantiles_in_the_middles_of_equal_parts(number: Uniform | Triangular) -> None:
    unit = 10**9
    found = equally_likely(number, unit)

    assert len(found) == TABLE
    assert list(found) == sorted(found)
    for at in (0, 1, 17, TABLE // 3, TABLE // 2, TABLE - 2, TABLE - 1):
        share = Fraction(2 * at + 1, 2 * TABLE)
        low, high = (Fraction(found[at] + step, unit) for step in (-1, 1))
        assert 1 - chance_above(number, low) <= share <= 1 - chance_above(number, high)


@given(several_atoms)
def test_each_number_is_as_often_in_a_table_as_comes_next_to_its_chance(number: Atoms) -> None:
    found = equally_likely(number, 10)

    assert len(found) == TABLE
    assert all(abs(found.count(int(10 * one)) - share * TABLE) <= 1 for one, share in number.parts)


def test_a_triangle_by_hand() -> None:
    number = Triangular(Fraction(0), Fraction(1), Fraction(4))

    assert mean(number) == Fraction(5, 3)
    assert chance_above(number, Fraction(2)) == Fraction(4, 12)  # 2² / (4 · 3)
    assert excess(number, Fraction(2)) == Fraction(8, 36)  # 2³ / (3 · 4 · 3)
    assert chance_above(number, Fraction(1)) == Fraction(3, 4)


def test_levels_fall_evenly_from_their_peak_to_both_ends() -> None:
    values = [Fraction(value) for value in (0, 50, 100)]

    assert [share for _, share in levels(values, 2).parts] == [Fraction(1, 6), Fraction(2, 6), Fraction(3, 6)]
    assert [share for _, share in levels(values, 1).parts] == [Fraction(1, 4), Fraction(1, 2), Fraction(1, 4)]
    assert [share for _, share in levels(values, None).parts] == [Fraction(1, 3)] * 3


def test_the_same_number_twice_is_one_with_both_chances() -> None:
    parts = [
        (Fraction(1), Fraction(1)),
        (Fraction(0), Fraction(2)),
        (Fraction(1), Fraction(1)),
        (Fraction(5), Fraction(0)),
    ]

    assert atoms(parts) == Atoms(((Fraction(0), Fraction(1, 2)), (Fraction(1), Fraction(1, 2))))
