"""Laws of the fractional knapsack, held against the oracle."""

from fractions import Fraction
from random import Random

from hypothesis import given

from decide.solve.knapsack import cheapest
from tests import oracle
from tests.strategies import picks

F = Fraction


@given(seed=picks)
def test_nothing_is_cheaper_and_it_refuses_only_what_cannot_be(seed: int) -> None:
    random = Random(seed)
    size = random.randint(1, 6)
    costs = [F(random.choice((0, 1, 1, 2, 5)), random.randint(1, 3)) for _ in range(size)]
    gains = [F(random.choice((-1, 0, 1, 1, 2)), random.randint(1, 4)) for _ in range(size)]
    room = [F(random.choice((0, 1, 3, 10))) for _ in range(size)]
    wanted = F(random.randint(-2, 24), 2)
    rows = [(gains, ">=", wanted)]
    rows += [([F(-(at == own)) for at in range(size)], ">=", -room[own]) for own in range(size)]
    expected = oracle.least(costs, rows)

    taken = cheapest(costs, gains, room, wanted)

    assert (taken is None) == (expected is None)
    if taken is not None and expected is not None:
        assert all(0 <= one <= most for one, most in zip(taken, room, strict=True))
        assert sum(one * gain for one, gain in zip(taken, gains, strict=True)) >= wanted
        assert sum(one * cost for one, cost in zip(taken, costs, strict=True)) == expected[0]


def test_what_gains_most_for_its_cost_is_taken_first() -> None:
    # 3 a point against 2 a point; 10 of the first gain 30, the other 6 need 3 of the second
    assert cheapest([F(1), F(1)], [F(3), F(2)], [F(10), F(10)], F(36)) == (F(10), F(3))


def test_what_is_reached_already_costs_nothing() -> None:
    assert cheapest([F(1)], [F(1)], [F(5)], F(0)) == (F(0),)
    assert cheapest([F(1)], [F(1)], [F(5)], F(-3)) == (F(0),)


def test_what_lies_beyond_all_room_is_refused() -> None:
    assert cheapest([F(1), F(1)], [F(1), F(0)], [F(5), F(9)], F(5)) == (F(5), F(0))
    assert cheapest([F(1), F(1)], [F(1), F(0)], [F(5), F(9)], F(5) + F(1, 10**30)) is None
    assert cheapest([], [], [], F(1)) is None
