"""Tables of uncertain cells: quantiles that the distribution function gives back."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.solve.plan import LEVELS, SIMPLEX, Plan, Shares
from decide.solve.tables import triangular, uncertain_values, uniform
from tests.solve.plans import F
from tests.strategies import fractions

ENDS = st.tuples(fractions, fractions, fractions).map(sorted)


def below(number: Fraction, low: Fraction, middle: Fraction, high: Fraction) -> Fraction:
    """Return the chance of less in a triangular distribution."""
    if number < low:
        return F(0)
    if number < middle:
        return (number - low) ** 2 / ((high - low) * (middle - low))
    return 1 - (high - number) ** 2 / ((high - low) * (high - middle)) if number < high else F(1)


@given(ends=ENDS, at=st.integers(0, LEVELS - 1))
def test_the_table_of_a_plan_has_the_same_chances(ends: list[Fraction], at: int) -> None:
    low, middle, high = ends
    whole, cells, tables = uncertain_values([(middle, F(1))], [(low, F(1))], [(high, F(1))])
    unit = whole[0][1]

    assert whole[0][0] == middle * unit
    assert len(cells) == len(tables) == (low < high)
    for table in tables:
        chance = F(2 * at + 1, 2 * LEVELS)
        assert below(F(table[at] - 2, unit), *ends) < chance < below(F(table[at] + 2, unit), *ends)


@settings(max_examples=40)  # a table of fractions takes its time
@given(ends=ENDS, at=st.integers(0, LEVELS - 1))
def test_a_number_of_a_table_has_the_chance_of_its_place_below_it(ends: list[Fraction], at: int) -> None:
    table = triangular(*ends)

    assert ends[0] <= table[0] <= table[at] <= table[-1] <= ends[2]
    if ends[0] < ends[2]:
        assert abs(below(table[at], *ends) - F(2 * at + 1, 2 * LEVELS)) < F(1, 2**36)


def test_tables_by_hand() -> None:
    # The middle of a symmetric triangle is passed at one half; a cell without a range is its value.
    table = triangular(F(0), F(1), F(2))

    assert abs(table[LEVELS // 8] - F(1, 2)) < F(1, 2000)
    assert table[LEVELS // 2 - 1] < F(1) < table[LEVELS // 2]
    assert abs(sum(table, F(0)) / LEVELS - 1) < F(1, 10**9)
    assert set(triangular(F(3), F(3), F(3))) == {F(3)}
    assert uniform(F(0), F(8192))[:2] == (F(1), F(3))
    assert uniform(F(0), F(8192))[-1] == F(8191)


def test_only_cells_with_a_range_are_uncertain_and_equal_ones_share_a_table() -> None:
    values = [(F(1), F(2)), (F(1), F(2))]
    lows = [(F(1), F(1)), (F(0), F(1))]
    highs = [(F(1), F(3)), (F(1), F(3))]

    whole, cells, tables = uncertain_values(values, lows, highs)

    unit = whole[0][0]
    assert cells == ((0, 1, 0), (1, 0, 1), (1, 1, 0))
    assert whole == ((unit, 2 * unit), (unit, 2 * unit))
    assert [round(F(table[LEVELS - 1], unit), 2) for table in tables] == [F(298, 100), F(1)]
    assert Plan("s", 1, Shares(SIMPLEX, 2), whole, cells, tables).uncertain == cells


def test_values_of_other_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        uncertain_values([(F(1),)], [], [])
