"""The words for how firmly the first stands, at the very numbers where they change."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.compose.verdict import CLEAR, LEADS, LEANS, NO_CLEAR_WINNER, TIED, verdict

JUST = Fraction(1, 10**9)
NUMBER = {"lead": st.fractions(0, 100), "tolerance": st.none() | st.fractions(0, 100), "worst": st.fractions(-100, 100)}
CHANCES = st.fractions(0, 1)
ORDER = (TIED, NO_CLEAR_WINNER, LEANS, LEADS, CLEAR)


@pytest.mark.parametrize(
    ("lead", "tolerance", "worst", "told"),
    [
        (10, 25, JUST, CLEAR),
        (10, None, JUST, CLEAR),
        (10, 25, 0, LEADS),
        (10 - JUST, 25, JUST, LEADS),
        (10, 25 - JUST, JUST, LEADS),
        (5, 10, 5, LEADS),
        (5, 10, -50, LEADS),
        (5 - JUST, 10, 1, LEANS),
        (5, 10 - JUST, 1, LEANS),
        (1, None, 1, LEANS),
        (50, 0, 1, LEANS),
        (5 - JUST, 10 - JUST, 1, NO_CLEAR_WINNER),
        (JUST, 0, -1, NO_CLEAR_WINNER),
        (0, 0, 0, TIED),
        (0, None, 1, TIED),
    ],
)
def test_a_word_holds_from_its_numbers_on(
    lead: Fraction, tolerance: Fraction | None, worst: Fraction, told: str
) -> None:
    limit = None if tolerance is None else Fraction(tolerance)

    assert verdict(Fraction(lead), tolerance=limit, worst=Fraction(worst)) == told


@given(
    NUMBER["lead"], NUMBER["tolerance"], NUMBER["worst"], st.fractions(0, 50), st.fractions(0, 50), st.fractions(0, 50)
)
def test_better_numbers_never_make_the_word_weaker(
    lead: Fraction, tolerance: Fraction | None, worst: Fraction, more: Fraction, surer: Fraction, safer: Fraction
) -> None:
    less = verdict(lead, tolerance=tolerance, worst=worst)

    better = verdict(lead + more, tolerance=None if tolerance is None else tolerance + surer, worst=worst + safer)

    assert ORDER.index(less) <= ORDER.index(better)


@pytest.mark.parametrize(
    ("chance", "strong", "fair"),
    [
        (None, CLEAR, LEADS),
        (Fraction(1), CLEAR, LEADS),
        (Fraction(95, 100), CLEAR, LEADS),
        (Fraction(95, 100) - JUST, LEADS, LEADS),
        (Fraction(80, 100), LEADS, LEADS),
        (Fraction(80, 100) - JUST, LEANS, LEANS),
        (Fraction(1, 2), LEANS, LEANS),
        (Fraction(1, 2) - JUST, NO_CLEAR_WINNER, NO_CLEAR_WINNER),
    ],
)
def test_a_word_asks_for_its_chance_too(chance: Fraction | None, strong: str, fair: str) -> None:
    numbers = [(Fraction(10), Fraction(25)), (Fraction(5), Fraction(10))]

    told = [verdict(lead, tolerance=off, worst=Fraction(1), chance=chance) for lead, off in numbers]

    assert told == [strong, fair]


@given(NUMBER["lead"], NUMBER["tolerance"], NUMBER["worst"], CHANCES, st.fractions(0, 1))
def test_a_larger_chance_never_makes_the_word_weaker(
    lead: Fraction, tolerance: Fraction | None, worst: Fraction, chance: Fraction, more: Fraction
) -> None:
    less = verdict(lead, tolerance=tolerance, worst=worst, chance=chance)

    better = verdict(lead, tolerance=tolerance, worst=worst, chance=min(chance + more, Fraction(1)))

    assert ORDER.index(less) <= ORDER.index(better)


@given(NUMBER["lead"], NUMBER["tolerance"], NUMBER["worst"], st.none() | CHANCES)
def test_from_leans_downwards_there_is_no_clear_winner_as_the_check_has_it(
    lead: Fraction, tolerance: Fraction | None, worst: Fraction, chance: Fraction | None
) -> None:
    unsure = chance is not None and chance < Fraction(80, 100)
    unclear = lead < 5 or (tolerance is not None and tolerance < 10) or unsure

    word = verdict(lead, tolerance=tolerance, worst=worst, chance=chance)

    assert (word in (TIED, NO_CLEAR_WINNER, LEANS)) == unclear
