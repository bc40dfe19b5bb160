"""Laws of the closed forms for one pair, held against the oracle and against trying everything."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product
from math import lcm
from random import Random
from statistics import median_low

from hypothesis import given

from decide.solve.transfers import fewest, least_each, least_moved, tolerance
from tests import oracle
from tests.oracle import Stated
from tests.strategies import picks

F = Fraction
ZERO = F(0)
Numbers = Sequence[Fraction]


def drawn(seed: int) -> tuple[list[Fraction], list[Fraction]]:
    """Return weights, some of them 0, and the margin of who is ahead, or level."""
    random = Random(seed)
    size = random.randint(1, 6)
    points = [random.choice((0, 1, 1, 2, 3)) for _ in range(size)]
    points[random.randrange(size)] = random.randint(1, 4)
    weights = [F(point, sum(points)) for point in points]
    span = random.choice((1, 3, 100))
    margin = [F(random.randint(-span, span), random.choice((1, 1, 3))) for _ in range(size)]
    return (weights, margin) if dot(weights, margin) >= 0 else (weights, [-gap for gap in margin])


def dot(one: Numbers, other: Numbers) -> Fraction:
    return sum((a * b for a, b in zip(one, other, strict=True)), F(0))


def whole(numbers: Numbers) -> list[int]:
    unit = lcm(*(number.denominator for number in numbers))
    return [number.numerator * (unit // number.denominator) for number in numbers]


def row(size: int, *parts: tuple[int, int], sign: str = ">=", side: Fraction = ZERO) -> Stated:
    entries = [F(0)] * size
    for at, entry in parts:
        entries[at] += entry
    return entries, sign, side


def moved_by_oracle(weights: Numbers, margin: Numbers) -> Fraction | None:
    """Columns: each weight's rise, then each weight's fall."""
    size = len(weights)
    level: Stated = ([*(-gap for gap in margin), *margin], ">=", dot(weights, margin))
    whole = row(2 * size, *((at, 1) for at in range(size)), *((size + at, -1) for at in range(size)), sign="=")
    floors = [row(2 * size, (size + at, -1), side=-weight) for at, weight in enumerate(weights)]
    found = oracle.least([F(1)] * size + [F(0)] * size, [level, whole, *floors])
    return None if found is None else found[0]


def each_by_oracle(weights: Numbers, margin: Numbers) -> Fraction | None:
    """Columns: the new weights, then the largest change."""
    size = len(weights)
    level: Stated = ([*(-gap for gap in margin), F(0)], ">=", F(0))
    whole = row(size + 1, *((at, 1) for at in range(size)), sign="=", side=F(1))
    near = [row(size + 1, (at, 1), (size, 1), side=weight) for at, weight in enumerate(weights)]
    near += [row(size + 1, (at, -1), (size, 1), side=-weight) for at, weight in enumerate(weights)]
    found = oracle.least([F(0)] * size + [F(1)], [level, whole, *near])
    return None if found is None else found[0]


@given(seed=picks)
def test_no_less_weight_can_move_and_where_it_refuses_none_is_enough(seed: int) -> None:
    weights, margin = drawn(seed)
    lead = dot(weights, margin)

    found = least_moved(weights, margin)

    assert (None if found is None else found[0]) == moved_by_oracle(weights, margin)
    if found is not None:
        moved, after, _ = found
        assert (sum(after), min(after) >= 0) == (1, True)
        assert sum((abs(one - other) for one, other in zip(weights, after, strict=True)), F(0)) == 2 * moved
        assert dot(after, margin) == (0 if moved else lead)


@given(seed=picks)
def test_what_the_last_unit_gains_proves_the_least_weight_moved(seed: int) -> None:
    weights, margin = drawn(seed)
    found = least_moved(weights, margin)
    if found is None or not found[0]:
        return
    moved, _, gain = found

    # every other weight is lifted to within 1 of the largest entry, and the sum of it all bounds what moves
    heights = [-gap / gain for gap in margin]
    lifted = [max(one, max(heights) - 1) for one in heights]

    assert -dot(lifted, weights) == moved


@given(seed=picks)
def test_no_smaller_change_of_every_weight_is_enough(seed: int) -> None:
    weights, margin = drawn(seed)

    found = least_each(weights, margin)

    assert (None if found is None else found[0]) == each_by_oracle(weights, margin)
    if found is not None:
        radius, after, _ = found
        assert (sum(after), min(after) >= 0) == (1, True)
        assert max(abs(one - other) for one, other in zip(weights, after, strict=True)) <= radius
        assert dot(after, margin) <= 0


@given(seed=picks)
def test_its_multipliers_prove_the_smallest_change_of_every_weight(seed: int) -> None:
    weights, margin = drawn(seed)
    found = least_each(weights, margin)
    if found is None or not found[0]:
        return
    radius, _, (rival, lifts) = found
    heights = [lift - rival * gap for lift, gap in zip(lifts, margin, strict=True)]
    middle = median_low(heights)

    assert (rival > 0, min(lifts) >= 0) == (True, True)
    assert sum((abs(one - middle) for one in heights), F(0)) <= 1
    assert -dot(heights, weights) == radius


@given(seed=picks)
def test_no_smaller_set_of_weights_is_enough(seed: int) -> None:
    weights, margin = drawn(seed)
    size = len(weights)

    def lead_with(chosen: tuple[int, ...]) -> Fraction:
        held = sum((weights[at] for at in chosen), F(0))
        kept = sum((weights[at] * margin[at] for at in range(size) if at not in chosen), F(0))
        return kept + held * min((margin[at] for at in chosen), default=F(0))

    enough = [
        count for count in range(size + 1) if any(lead_with(one) <= 0 for one in combinations(range(size), count))
    ]

    assert fewest(whole(weights), whole(margin)) == (enough[0] if enough else None)


@given(seed=picks)
def test_no_corner_within_the_tolerance_takes_the_lead_away_and_one_just_beyond_does(seed: int) -> None:
    weights, margin = drawn(seed)

    def worst(share: Fraction) -> Fraction:
        corners = product(*((weight * (1 - share), weight * (1 + share)) for weight in weights))
        return min(dot(corner, margin) for corner in corners)

    share = tolerance(weights, margin)

    assert 0 <= share <= 1
    assert worst(share) >= 0
    assert share == 1 or not dot(weights, margin) or worst(share + F(1, 10**9)) < 0
    assert (share == 0) == (dot(weights, margin) == 0)


def test_the_pair_is_reckoned_by_hand() -> None:
    # 3/4 and 1/4 with 20 and -50: the lead is 2.5, and a unit that moves takes 70 of it
    weights, margin = [F(3, 4), F(1, 4)], [F(20), F(-50)]
    after = (F(3, 4) - F(1, 28), F(1, 4) + F(1, 28))

    assert least_moved(weights, margin) == (F(1, 28), after, F(70))
    assert least_each(weights, margin) == (F(1, 28), after, (F(1, 70), (ZERO, ZERO)))
    assert fewest(whole(weights), whole(margin)) == 2
    assert tolerance(weights, margin) == F(5, 2) / F(55, 2)


def test_who_is_ahead_on_everything_is_never_reached() -> None:
    weights, margin = [F(1, 2), F(1, 2)], [F(1), F(2)]

    assert least_moved(weights, margin) is None
    assert least_each(weights, margin) is None
    assert fewest(whole(weights), whole(margin)) is None
    assert tolerance(weights, margin) == 1


def test_a_tie_is_reached_already() -> None:
    weights, margin = [F(1, 2), F(1, 2)], [F(1), F(-1)]

    assert least_moved(weights, margin) == (ZERO, (F(1, 2), F(1, 2)), ZERO)
    assert least_each(weights, margin) == (ZERO, (F(1, 2), F(1, 2)), (ZERO, ()))
    assert fewest(whole(weights), whole(margin)) == 0
    assert tolerance(weights, margin) == 0


def test_who_is_level_on_one_criterion_is_reached_when_all_weight_is_there() -> None:
    weights, margin = [F(1, 2), F(1, 4), F(1, 4)], [F(4), F(2), ZERO]

    assert least_moved(weights, margin) == (F(3, 4), (ZERO, ZERO, F(1)), F(2))
    assert each_by_oracle(weights, margin) == F(3, 4)
    assert fewest(whole(weights), whole(margin)) == 3
