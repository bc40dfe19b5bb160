"""Laws of the chance that one candidate beats another."""

from fractions import Fraction
from itertools import pairwise
from math import prod
from random import Random

import pytest
from hypothesis import given

from decide.solve.pairwise import chance_level, chance_positive, in_order, on_corners
from tests import oracle_volume
from tests.solve.regions import dense, ordered
from tests.strategies import picks

HALF = Fraction(1, 2)


def drawn(random: Random) -> list[Fraction]:
    """Return a direction, with entries that are the same, opposite or 0 in half of them."""
    grid = random.choice((2, 1000))
    return [Fraction(random.randint(-grid, grid), random.randint(1, grid)) for _ in range(random.randint(1, 8))]


@given(seed=picks)
def test_a_chance_and_that_of_the_opposite_and_that_of_a_tie_sum_to_one(seed: int) -> None:
    direction = drawn(Random(seed))
    opposite = [-entry for entry in direction]

    total = chance_positive(direction) + chance_positive(opposite) + chance_level(direction)

    assert total == 1


@given(seed=picks)
def test_neither_the_order_of_columns_nor_the_unit_changes_a_chance(seed: int) -> None:
    random = Random(seed)
    direction = drawn(random)
    other = [entry * Fraction(3, 7) for entry in direction]
    random.shuffle(other)

    assert chance_positive(other) == chance_positive(direction)


@given(seed=picks)
def test_a_gain_more_on_one_column_never_lowers_a_chance(seed: int) -> None:
    random = Random(seed)
    direction = drawn(random)
    better = [direction[0] + random.randint(0, 3), *direction[1:]]

    assert chance_positive(better) >= chance_positive(direction)


@given(seed=picks)
def test_it_is_the_closed_form_where_no_two_entries_are_the_same(seed: int) -> None:
    own = sorted(set(drawn(Random(seed))))
    closed = sum(
        (
            entry ** (len(own) - 1) / prod((entry - other for other in own if other != entry), start=Fraction(1))
            for entry in own
            if entry > 0
        ),
        Fraction(0),
    )

    assert chance_positive(own) == closed


@given(seed=picks)
def test_it_is_the_volume_that_the_oracle_finds_whatever_ties(seed: int) -> None:
    random = Random(seed)
    direction = [Fraction(random.randint(-2, 2)) for _ in range(random.randint(1, 5))]

    expected = oracle_volume.size_of([direction], len(direction)) if any(direction) else 0

    assert chance_positive(direction) == expected


@given(seed=picks)
def test_weights_that_keep_an_order_are_the_volume_within_their_rows(seed: int) -> None:
    random = Random(seed)
    direction = [Fraction(random.randint(-3, 3)) for _ in range(random.randint(2, 4))]
    order = random.sample(range(len(direction)), len(direction))
    falling = [dense(row, len(direction)) for row in ordered(len(direction))]
    along = [direction[column] for column in order]

    found = chance_positive(in_order(direction, order))

    everything = oracle_volume.size_of(falling, len(direction))
    assert not any(direction) or found == oracle_volume.size_of([*falling, along], len(direction)) / everything


@given(seed=picks)
def test_the_corners_of_an_order_give_what_the_order_gives(seed: int) -> None:
    direction = drawn(Random(seed))
    size = len(direction)
    corners = [[Fraction(at < count, count) for at in range(size)] for count in range(1, size + 1)]

    assert on_corners(direction, corners) == in_order(direction, range(size))


@pytest.mark.parametrize(
    ("direction", "chance"),
    [
        ((1, -1), HALF),  # the weightier one wins
        ((1, -3), Fraction(1, 4)),  # it has to weigh three quarters
        ((1, 1, -1), Fraction(3, 4)),  # all but a triangle of half the side
        ((1, 0, -1), HALF),
        ((0, 0, 2), 1),
        ((0, -2), 0),
        ((0, 0), 0),
        ((5,), 1),
        ((2, 1, -1), Fraction(5, 6)),  # the triangle beyond 1/3 and 1/2 on the two sides from the third corner
    ],
)
def test_chances_worked_by_hand(direction: tuple[int, ...], chance: Fraction | int) -> None:
    assert chance_positive(direction) == chance


def test_an_order_worked_by_hand() -> None:
    # The first weighs from 1/2 to 1, and -w + 2 (1 - w) > 0 up to 2/3.
    assert chance_positive(in_order((-1, 2), (0, 1))) == Fraction(1, 3)


def test_mixtures_worked_by_hand() -> None:
    # From (3/4, 1/4) to (1/4, 3/4) the lead of 2 w - 1 falls from 1/2 to -1/2; from (1, 0) to (1/4, 3/4) from 1.
    direction = (1, -1)

    chances = [
        chance_positive(on_corners(direction, corners))
        for corners in (
            ((Fraction(3, 4), Fraction(1, 4)), (Fraction(1, 4), Fraction(3, 4))),
            ((Fraction(1), Fraction(0)), (Fraction(1, 4), Fraction(3, 4))),
        )
    ]

    assert chances == [HALF, Fraction(2, 3)]


def test_only_what_is_level_on_every_column_is_a_tie() -> None:
    assert [chance_level((0, 0)), chance_level((0, 1)), chance_level((1, -1))] == [1, 0, 0]


def test_all_terms_are_positive_where_the_closed_form_would_divide_by_zero() -> None:
    near = [Fraction(1), Fraction(1) + Fraction(1, 10**30), Fraction(-1), Fraction(-1)]

    rising = [chance_positive([1, 1, -1, -1]), chance_positive(near), chance_positive([1, 2, -1, -1])]

    assert rising[0] == HALF
    assert all(low < high for low, high in pairwise(rising))


def test_it_refuses_what_is_no_direction() -> None:
    with pytest.raises(ValueError, match="there are no columns"):
        chance_positive([])
    with pytest.raises(ValueError, match="an order has each column once"):
        in_order((1, 2), (0, 0))
    with pytest.raises(ValueError, match="shorter"):
        on_corners((1, 2), [(Fraction(1),)])
