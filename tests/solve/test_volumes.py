"""Laws of exact acceptability, held against Lasserre's recursion, the recursion for pairs, counting, and hands."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import example, given

from decide.solve.bound import Bound
from decide.solve.pairwise import chance_level, chance_positive, in_order, on_corners
from decide.solve.program import Row, sparse
from decide.solve.volumes import FirstRanks, first_rank_shares, rank_shares
from tests import oracle_volume
from tests.solve.regions import (
    Drawn,
    Vector,
    boxed,
    counted,
    dense,
    drawn,
    first,
    first_by_oracle,
    less,
    ordered,
    ranks_by_oracle,
)
from tests.strategies import picks

ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)
WIDTH = Fraction(1, 2**64)


def exact(case: Drawn) -> FirstRanks:
    found = first_rank_shares(case.values, case.rows, numbers="exact")
    assert found is not None
    return found


def enclosed(case: Drawn) -> FirstRanks:
    found = first_rank_shares(case.values, case.rows)
    assert found is not None
    return found


def ranks(case: Drawn) -> list[list[Fraction]]:
    found = rank_shares(case.values, case.rows)
    assert found is not None
    return [points(own) for own in found]


def points(bounds: Sequence[Bound]) -> list[Fraction]:
    assert all(one.width == 0 for one in bounds)
    return [one.low for one in bounds]


def table(*rows: Sequence[Fraction | int]) -> tuple[Vector, ...]:
    return tuple(tuple(Fraction(entry) for entry in row) for row in rows)


@given(seed=picks)
def test_shares_are_the_volumes_that_the_oracle_finds(seed: int) -> None:
    case = drawn(Random(seed))

    shares = exact(case).shares

    assert points(shares) == first_by_oracle(case)


@given(seed=picks)
def test_central_weights_are_the_means_that_the_oracle_finds(seed: int) -> None:
    case = drawn(Random(seed), 3)

    found = exact(case)

    for at, (share, centre) in enumerate(zip(found.shares, found.centres, strict=True)):
        assert (centre is None) == (share.low == 0)
        assert centre is None or points(centre) == [
            oracle_volume.mean_of(first(case, at), case.columns, column) for column in range(case.columns)
        ]


@given(seed=picks)
def test_enclosures_hold_the_exact_numbers_and_are_narrow(seed: int) -> None:
    case = drawn(Random(seed), 5)

    known, found = exact(case), enclosed(case)

    pairs = list(zip(known.shares, found.shares, strict=True))
    for inner, outer in zip(known.centres, found.centres, strict=True):
        assert (inner is None) == (outer is None)
        pairs += zip(inner or (), outer or (), strict=True)
    assert all(outer.low <= inner.low <= outer.high and outer.width <= WIDTH for inner, outer in pairs)
    assert all((inner.low == 0) == (outer.high == 0) for inner, outer in zip(known.shares, found.shares, strict=True))


@given(seed=picks)
def test_shares_sum_to_one_and_enclosures_bracket_it(seed: int) -> None:
    case = drawn(Random(seed), 5)

    known, found = exact(case).shares, enclosed(case).shares

    assert sum(points(known)) == 1
    assert sum(one.low for one in found) <= 1 <= sum(one.high for one in found)


@given(seed=picks)
def test_central_weights_are_possible_and_their_candidate_is_first_there(seed: int) -> None:
    case = drawn(Random(seed), 5)

    for at, centre in enumerate(exact(case).centres):
        if centre is not None:
            weights = points(centre)
            assert sum(weights) == 1
            assert all(
                sum(entry * weight for entry, weight in zip(row, weights, strict=True)) >= 0 for row in first(case, at)
            )


@given(seed=picks)
def test_central_weights_mixed_by_their_shares_are_the_mean_of_all_weights(seed: int) -> None:
    case = drawn(Random(seed), 5)
    alone = Drawn(table([0] * case.columns), case.rows)

    found, (everything,) = exact(case), exact(alone).centres

    assert everything is not None
    for column, mean in enumerate(points(everything)):
        parts = zip(found.shares, found.centres, strict=True)
        assert sum((share.low * centre[column].low for share, centre in parts if centre), ZERO) == mean


@given(seed=picks)
def test_candidates_and_columns_in_another_order_keep_their_shares(seed: int) -> None:
    random = Random(seed)
    case = drawn(random, 5)
    order, across = (random.sample(range(size), size) for size in (len(case.values), case.columns))
    values = tuple(tuple(case.values[at][column] for column in across) for at in order)
    rows = tuple(
        Row(row.name, sparse([dense(row, case.columns)[column] for column in across]), exact=row.exact)
        for row in case.rows
    )

    moved, still = exact(Drawn(values, rows)), exact(case)

    assert points(moved.shares) == [still.shares[at].low for at in order]
    for centre, before in zip(moved.centres, (still.centres[at] for at in order), strict=True):
        assert centre is None or before is None or points(centre) == [before[column].low for column in across]


@given(seed=picks)
def test_a_dominated_candidate_has_no_share_and_takes_none(seed: int) -> None:
    random = Random(seed)
    case = drawn(random, 5)
    worse = tuple(entry - random.randint(0, 1) for entry in random.choice(case.values))
    worse = (worse[0] - 1, *worse[1:])

    more = exact(case._replace(values=(*case.values, worse))).shares

    assert more == (*exact(case).shares, Bound.point(0))


@given(seed=picks)
def test_a_twin_takes_half_and_has_the_same_central_weights(seed: int) -> None:
    case = drawn(Random(seed), 5)
    once = case._replace(values=tuple(dict.fromkeys(case.values)))
    twice = once._replace(values=(*once.values, once.values[0]))

    before, after = exact(once), exact(twice)

    assert after.shares == (before.shares[0].part(2), *before.shares[1:], before.shares[0].part(2))
    assert after.centres == (*before.centres, before.centres[0])


@given(seed=picks)
def test_a_column_on_which_nobody_differs_changes_no_share(seed: int) -> None:
    case = drawn(Random(seed), 4)
    wider = case._replace(values=tuple((*own, Fraction(7)) for own in case.values))

    assert exact(wider).shares == exact(case).shares


@given(seed=picks)
def test_a_unit_and_a_shift_of_each_column_change_nothing(seed: int) -> None:
    random = Random(seed)
    case = drawn(random, 5)
    shifts = [Fraction(random.randint(-9, 9), 7) for _ in range(case.columns)]
    moved = tuple(
        tuple(entry * Fraction(5, 3) + shift for entry, shift in zip(own, shifts, strict=True)) for own in case.values
    )

    assert exact(case._replace(values=moved)) == exact(case)


@given(seed=picks)
def test_two_candidates_have_the_chances_of_the_recursion(seed: int) -> None:
    random = Random(seed)
    size = random.randint(1, 5)
    one, other = table(*([random.randint(0, 3) for _ in range(size)] for _ in range(2)))
    lead = less(one, other)
    corners = table(*([random.randint(0, 5) + (at == column) for column in range(size)] for at in range(size)))
    mixtures = [tuple(entry / sum(corner) for entry in corner) for corner in corners]
    seen = tuple(tuple(on_corners(own, mixtures)) for own in (one, other))

    shares = [
        exact(case).shares[0].low
        for case in (Drawn((one, other), ()), Drawn((one, other), tuple(ordered(size))), Drawn(seen, ()))
    ]

    directions = (lead, in_order(lead, range(size)), on_corners(lead, mixtures))
    assert shares == [chance_positive(own) + chance_level(own) / 2 for own in directions]


@given(seed=picks)
def test_ranks_of_a_candidate_and_candidates_of_a_rank_sum_to_one(seed: int) -> None:
    case = drawn(Random(seed))

    found = ranks(case)

    assert [sum(own) for own in found] == [1] * len(found)
    assert [sum(rank) for rank in zip(*found, strict=True)] == [1] * len(found)


@given(seed=picks)
def test_the_first_rank_is_the_share_and_the_last_that_of_the_opposite(seed: int) -> None:
    case = drawn(Random(seed))
    opposite = case._replace(values=tuple(tuple(-entry for entry in own) for own in case.values))

    found = ranks(case)

    assert [own[0] for own in found] == points(exact(case).shares)
    assert [own[-1] for own in found] == points(exact(opposite).shares)


@given(seed=picks)
def test_ranks_are_what_the_volumes_of_all_orders_add_up_to(seed: int) -> None:
    case = drawn(Random(seed), 3)
    case = case._replace(values=tuple(dict.fromkeys(case.values)))

    assert ranks(case) == ranks_by_oracle(case)


@given(seed=picks)
def test_the_expected_rank_is_one_more_than_the_chances_of_being_beaten(seed: int) -> None:
    random = Random(seed)
    case = drawn(random)._replace(rows=())

    for own, mine in zip(ranks(case), case.values, strict=True):
        beaten = [chance_positive(lead) + chance_level(lead) / 2 for lead in (less(two, mine) for two in case.values)]
        assert sum(rank * share for rank, share in enumerate(own, 1)) == 1 + sum(beaten) - HALF


@given(seed=picks)
@example(seed=0)
def test_enclosed_ranks_hold_the_exact_ones(seed: int) -> None:
    case = drawn(Random(seed))
    found = rank_shares(case.values, case.rows, numbers="enclosed")
    assert found is not None

    pairs = [pair for inner, outer in zip(ranks(case), found, strict=True) for pair in zip(inner, outer, strict=True)]

    assert all(outer.low <= inner <= outer.high for inner, outer in pairs)


@pytest.mark.parametrize("kind", ["any", "ordered", "boxed"])
def test_plain_counting_agrees_within_five_standard_errors(kind: str) -> None:
    random, draws = Random(kind), 1000
    weights = [Fraction(random.randint(1, 9)) for _ in range(4)]
    rows = {"any": [], "ordered": ordered(4), "boxed": boxed(weights, Fraction(4, 5))}[kind]
    case = Drawn(table(*([random.randint(0, 100) for _ in range(4)] for _ in range(6))), tuple(rows))
    shares = [float(one.low) for one in exact(case).shares]

    frequencies = [count / draws for count in counted(case, random, draws)]

    for share, frequency in zip(shares, frequencies, strict=True):
        assert abs(share - frequency) <= 5 * (share * (1 - share) / draws) ** 0.5


def test_lengths_on_two_columns_worked_by_hand() -> None:
    # Leads change at w = 1/4 and w = 1/2 of the first weight.
    case = Drawn(table((4, 0), (2, 2), (0, Fraction(8, 3))), ())

    found = exact(case)

    assert points(found.shares) == [HALF, Fraction(1, 4), Fraction(1, 4)]
    assert [points(centre or ())[0] for centre in found.centres] == [Fraction(3, 4), Fraction(3, 8), Fraction(1, 8)]
    assert (found.dimension, found.corners) == (1, 4)


def test_areas_of_triangles_worked_by_hand() -> None:
    # Each specialist wins the triangle in which its weight is over a half, the all-rounder the one between them.
    case = Drawn(table((2, 0, 0), (0, 2, 0), (0, 0, 2), (1, 1, 1)), ())

    found = exact(case)

    assert points(found.shares) == [Fraction(1, 4)] * 4
    assert points(found.centres[0] or ()) == [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]
    assert points(found.centres[3] or ()) == [Fraction(1, 3)] * 3
    assert ranks(case)[3] == [Fraction(1, 4), Fraction(3, 4), 0, 0]


def test_an_order_and_a_box_worked_by_hand() -> None:
    # In order the first weighs 1/2 … 1, in the box 2/5 … 3/5 (a ratio of 0.8 : 1.2 either way).
    values = table((1, 0), (0, 2))

    shares = [points(exact(Drawn(values, tuple(rows))).shares) for rows in (ordered(2), boxed((ONE, ONE)))]

    assert shares == [[Fraction(2, 3), Fraction(1, 3)], [ZERO, ONE]]


def test_who_is_first_at_a_tie_only_has_no_share_at_all() -> None:
    case = Drawn(table((1, 0), (0, 1), (HALF, HALF)), ())

    for found in (exact(case), enclosed(case)):
        assert found.shares[2] == Bound.point(0)
        assert found.centres[2] is None


def test_twins_share_the_ranks_that_they_take_together() -> None:
    case = Drawn(table((2, 0), (1, 1), (1, 1), (0, 2)), ())

    ends, middle = [HALF, ZERO, ZERO, HALF], [ZERO, HALF, HALF, ZERO]
    assert ranks(case) == [ends, middle, middle, ends]


@pytest.mark.parametrize("digits", [60, 200])
def test_a_share_far_below_what_is_told_is_told_from_none(digits: int) -> None:
    tiny = Fraction(1, 10**digits)
    case = Drawn(table((1, 0), (0, tiny)), ())
    expected = tiny / (1 + tiny)

    found = enclosed(case)

    centre = found.centres[1]
    assert found.shares[1].low <= expected <= found.shares[1].high <= WIDTH
    assert found.shares[1].high > 0
    assert centre is not None
    assert centre[0].low <= expected / 2 <= centre[0].high


def test_what_rows_force_to_be_equal_is_as_good_as_stated() -> None:
    values = table((3, 0, 1), (0, 3, 1), (1, 1, 2))
    first_two = ((0, ONE), (1, -ONE))
    forced = (Row("at least", first_two), Row("at most", tuple((at, -entry) for at, entry in first_two)))
    stated = (Row("equal", first_two, exact=True),)

    found = exact(Drawn(values, forced))

    assert found == exact(Drawn(values, stated))
    assert found.dimension == 1
    # On a, a, 1 - 2a: 3a + 1 - 2a for both of the first, 2a + 2 - 4a for the third, which loses beyond a = 1/3.
    assert points(found.shares) == [Fraction(1, 6), Fraction(1, 6), Fraction(2, 3)]
    assert points(found.centres[2] or ()) == [Fraction(1, 6), Fraction(1, 6), Fraction(2, 3)]


def test_a_column_that_is_always_zero_is_left_out() -> None:
    rows = (Row("none", ((0, -ONE), (1, -ONE)), ZERO),)

    found = exact(Drawn(table((9, 9, 1), (0, 0, 2)), rows))

    assert points(found.shares) == [0, 1]
    assert points(found.centres[1] or ()) == [0, 0, 1]
    assert found.dimension == 0


def test_a_point_of_weights_is_won_by_those_who_tie_there() -> None:
    rows = (Row("two to one", ((0, ONE), (1, Fraction(-2))), exact=True),)

    found = exact(Drawn(table((1, 0), (0, 2), (0, 1)), rows))

    assert points(found.shares) == [HALF, HALF, 0]
    assert points(found.centres[0] or ()) == [Fraction(2, 3), Fraction(1, 3)]


def test_weights_inside_save_time_and_change_nothing() -> None:
    weights = [Fraction(3), Fraction(1), Fraction(5), Fraction(2)]
    values = table((4, 1, 0, 2), (1, 3, 1, 5), (2, 2, 2, 1))
    rows = boxed(weights)

    answers = [first_rank_shares(values, rows, inside=inside, numbers="exact") for inside in ((), weights, [ONE] * 4)]

    assert answers[0] is not None
    assert all(one == answers[0] for one in answers)


def test_without_centres_the_shares_are_the_same() -> None:
    case = drawn(Random(7), 5)

    found = first_rank_shares(case.values, case.rows, centres="without")

    assert found is not None
    assert found.shares == enclosed(case).shares
    assert set(found.centres) == {None}


def test_it_gives_up_beyond_the_budget() -> None:
    random = Random(1)
    values = table(*([random.randint(0, 100) for _ in range(6)] for _ in range(6)))
    found = first_rank_shares(values)
    assert found is not None

    answers = [first_rank_shares(values, budget=found.corners - step) for step in (0, 1)]

    assert answers == [found, None]
    assert rank_shares(values, budget=found.corners - 1) is None
    assert rank_shares(table(*((at, -at) for at in range(18)))) is None


def test_it_refuses_what_has_no_answer() -> None:
    contrary = (Row("less than none", ((0, -ONE), (1, -ONE))),)
    halves = (Row("half", ((0, ONE),), HALF),)
    for answer in (first_rank_shares, rank_shares):
        with pytest.raises(ValueError, match="there are no candidates"):
            answer(())
        with pytest.raises(ValueError, match="no weights meet the rows"):
            answer(table((1, 0), (0, 1)), contrary)
        with pytest.raises(ValueError, match="a least of 0"):
            answer(table((1, 0), (0, 1)), halves)
        with pytest.raises(ValueError, match=r"shorter|longer"):
            answer(table((1, 0), (0,)))


def test_two_hundred_draws_reach_ties_twins_and_every_kind_of_rows() -> None:
    cases = [drawn(Random(seed)) for seed in range(200)]

    assert sum(len(set(case.values)) < len(case.values) for case in cases) >= 50
    assert sum(not case.rows for case in cases) >= 30
    assert sum(any(row.name.startswith("met") for row in case.rows) for case in cases) >= 30
    assert sum(any(not any(less(one, two)[1:]) for one, two in combinations(case.values, 2)) for case in cases) >= 50
