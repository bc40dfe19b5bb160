"""Laws of what knowing is worth before the largest of several sums is chosen."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from hypothesis import given

from decide.solve.best import CLOSE, CLOSE_SHARE, Sum, chance_of_another, worth
from decide.solve.uncertain import Atoms, Triangular, Uncertain, Uniform, atoms, chance_above, excess, mean, moved
from tests.strategies import atom_sums, bars, uncertain

UNIFORM = Uniform(Fraction(0), Fraction(1))


def outcomes(sums: Sequence[Sequence[Atoms]]) -> Iterator[tuple[Fraction, list[Fraction]]]:
    """Yield every way in which all parts can turn out, with its chance."""
    parts = [part.parts for one in sums for part in one]
    for chosen in product(*parts):
        left = list(chosen)
        totals = [sum((left.pop(0)[0] for _ in one), Fraction(0)) for one in sums]
        yield prod((share for _, share in chosen), start=Fraction(1)), totals


@given(atom_sums, bars)
def test_the_bounds_hold_what_counting_every_outcome_gives(sums: list[list[Atoms]], bar: Fraction | None) -> None:
    others = [] if bar is None else [bar]
    known = max([sum(map(mean, one), Fraction(0)) for one in sums] + others)
    exact = sum((share * max(totals + others) for share, totals in outcomes(sums)), Fraction(0)) - known

    least, most = worth(sums, bar)
    assert 0 <= least <= exact <= most


@given(atom_sums, bars)
def test_the_chance_of_another_holds_what_counting_gives(sums: list[list[Atoms]], bar: Fraction | None) -> None:
    exact = sum(
        (share for share, (own, *rivals) in outcomes(sums) if max(rivals + ([] if bar is None else [bar])) > own),
        Fraction(0),
    )

    least, most = chance_of_another(sums[0], sums[1:], bar)
    assert 0 <= least <= exact <= most <= 1


@given(uncertain, bars)
def test_one_part_against_a_bar_is_the_closed_form(part: Uncertain, bar: Fraction | None) -> None:
    at = mean(part) if bar is None else bar
    exact = at + excess(part, at) - max(at, mean(part))

    least, most = worth([[part]], at)
    assert least <= exact <= most
    assert most - least <= max(CLOSE, most * CLOSE_SHARE) or isinstance(part, Atoms)
    low, high = chance_of_another((), [[part]], at)
    assert low <= chance_above(part, at) <= high


@given(bars)
def test_two_uniform_numbers_sum_to_a_triangular_one(bar: Fraction | None) -> None:
    at = Fraction(1) if bar is None else bar
    triangular = Triangular(Fraction(0), Fraction(1), Fraction(2))
    exact = at + excess(triangular, at) - max(at, Fraction(1))

    least, most = worth([[UNIFORM, UNIFORM]], at)
    assert least <= exact <= most
    assert most - least <= CLOSE


def test_to_know_two_uniform_numbers_is_worth_a_sixth() -> None:
    sums: list[Sum] = [[UNIFORM], [UNIFORM]]

    least, most = worth(sums, None)
    assert least <= Fraction(1, 6) <= most
    assert most - least < Fraction(1, 100)
    low, high = chance_of_another(sums[0], sums[1:], None)
    assert low <= Fraction(1, 2) <= high
    assert high - low < Fraction(1, 40)


def test_a_bar_that_nobody_reaches_leaves_nothing_to_gain() -> None:
    least, most = worth([[UNIFORM], [UNIFORM]], Fraction(3))
    assert least == 0
    assert most < Fraction(1, 10**4)
    assert chance_of_another((), [[UNIFORM]], Fraction(3))[1] < Fraction(1, 10**6)


def test_equal_numbers_are_no_change() -> None:
    coin = atoms([(Fraction(0), Fraction(1)), (Fraction(1), Fraction(1))])

    low, high = chance_of_another([coin], [[coin]], None)
    # 0 against 1 alone
    assert low <= Fraction(1, 4) <= high


def test_the_order_of_sums_and_parts_changes_nothing() -> None:
    part = moved(UNIFORM, Fraction(1, 3))
    wide = Triangular(Fraction(-1), Fraction(0), Fraction(2))
    one: list[Sum] = [[UNIFORM, part, wide], [wide, part]]
    other: list[Sum] = [[part, wide], [wide, UNIFORM, part]]

    assert worth(one, None) == worth(other, None)
