"""Laws of draws: the same counts on any machine and by any workers, and the chances that are known exactly."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given

from decide.solve.counts import Counts, summed
from decide.solve.draws import count, count_blocks
from decide.solve.frame import walking
from decide.solve.plan import BLOCK, GRID, LEFT_OUT, LEVELS, ORDER, SIMPLEX, WALK, Plan, Shares, plan_data
from decide.solve.shares import bounded, drawn_shares
from tests.solve.plans import F, box, chance_ahead, drawn_plan, opposed, plans, values
from tests.strategies import picks

PLANS = plans()
FAR = 4.5
"""Standard errors; all draws are the same each time, so a chance that agrees once always does."""
PRINTED = """
from decide.solve.draws import count
from tests.solve.plans import plans
print([count(plan) for plan in plans().values()])
"""


def errors(number: int, draws: int, chance: Fraction | float) -> float:
    """Return by how many standard errors a count is off."""
    return abs(number - draws * float(chance)) / sqrt(draws * float(chance) * (1 - float(chance)))


@given(seed=picks)
def test_counts_follow_candidates_into_another_order(seed: int) -> None:
    random = Random(seed)
    plan = drawn_plan(random)
    size = len(plan.values)
    order = random.sample(range(size), size)
    place = {one: at for at, one in enumerate(order)}
    cells = tuple((place[candidate], leaf, table) for candidate, leaf, table in plan.uncertain)

    counts = count(plan)
    turned = count(replace(plan, values=tuple(plan.values[one] for one in order), uncertain=cells))

    assert turned.ranks() == tuple(counts.ranks()[one] for one in order)
    assert turned.wins == tuple(tuple(counts.wins[one][other] for other in order) for one in order)
    assert turned.sums == tuple(counts.sums[one] for one in order)


@given(seed=picks)
def test_every_rank_and_every_candidate_has_all_draws(seed: int) -> None:
    plan = drawn_plan(Random(seed))

    counts = count(plan)

    ranks = counts.ranks()
    assert {sum(row) for row in (*ranks, *zip(*ranks, strict=True))} == {Fraction(plan.draws)}
    assert all(
        one + other <= plan.draws
        for row, column in zip(counts.wins, zip(*counts.wins, strict=True), strict=True)
        for one, other in zip(row, column, strict=True)
    )
    assert [sum(row) for row in counts.sums] == [GRID * times for times in counts.first()]


@given(seed=picks)
def test_another_unit_and_a_lift_of_a_criterion_change_no_count(seed: int) -> None:
    random = Random(seed)
    plan = replace(drawn_plan(random), uncertain=(), tables=())
    lifts = [random.randint(-(10**20), 10**20) for _ in plan.values[0]]
    unit = random.choice((1, 7, 10**9, 10**25))
    lifted = tuple(tuple(unit * value + lift for value, lift in zip(row, lifts, strict=True)) for row in plan.values)

    assert count(replace(plan, values=lifted)) == count(plan)


@given(seed=picks)
def test_sorting_and_comparing_pairs_find_the_same_places(seed: int) -> None:
    random = Random(seed)
    cells = values(random, 12, 2, random.choice((2, 9, 10**20)))
    plan = Plan(str(seed), 300, Shares(SIMPLEX, 2), (*cells, *random.choices(cells, k=2)))

    assert replace(count(plan), wins=()) == count(replace(plan, pairs=LEFT_OUT))


@given(seed=picks)
def test_a_rank_that_is_drawn_is_one_that_some_weights_give(seed: int) -> None:
    random = Random(seed)
    cells = values(random, 5, 2, 20)
    ends = [
        Fraction(own[1] - its[1], own[1] - its[1] - own[0] + its[0])
        for own in cells
        for its in cells
        if (own[0] - its[0]) * (own[1] - its[1]) < 0
    ]
    places = sorted({F(0), F(1), *ends})
    scores = [
        [row[0] * share + row[1] * (1 - share) for row in cells]
        for share in (*places, *((low + high) / 2 for low, high in pairwise(places)))
    ]
    possible = {(who, sum(its > own[who] for its in own)) for own in scores for who in range(5)}

    counts = count(Plan(str(seed), 500, Shares(SIMPLEX, 2), cells))

    assert {(who, ahead) for who, ahead, _, _ in counts.places} <= possible


@pytest.mark.parametrize("name", [name for name in PLANS if "near" not in name])
def test_more_draws_leave_the_earlier_ones_as_they_are(name: str) -> None:
    plan = replace(PLANS[name], draws=BLOCK)

    doubled = count(replace(plan, draws=2 * BLOCK))

    assert summed([count(plan), count_blocks(replace(plan, draws=2 * BLOCK), [1])]) == doubled


@pytest.mark.parametrize("workers", [1, 2, 8])
def test_any_number_of_workers_counts_the_same(workers: int) -> None:
    plan = replace(PLANS["uncertain"], draws=9 * BLOCK + 1)

    assert count(plan, workers=workers) == summed(count_blocks(plan, [block]) for block in reversed(range(10)))


def test_any_executor_counts_the_same_processes_too() -> None:
    plan = replace(PLANS["order"], draws=3 * BLOCK + 7)
    with ThreadPoolExecutor(3) as threads, ProcessPoolExecutor(2, get_context("spawn")) as processes:
        found = [count(plan, executor=threads), count(plan, executor=processes)]

    assert found == [count(plan)] * 2


def test_progress_is_told_up_to_all_draws() -> None:
    plan = replace(PLANS["order"], draws=3 * BLOCK + 7)
    told: list[tuple[int, int]] = []
    threaded: list[tuple[int, int]] = []

    count(plan, progress=lambda done, of: told.append((done, of)))
    count(plan, workers=2, progress=lambda done, of: threaded.append((done, of)))

    assert told == [(size, plan.draws) for size in (BLOCK, 2 * BLOCK, 3 * BLOCK, plan.draws)]
    assert threaded == told


@pytest.mark.parametrize("kernel", ["Haswell", "Prescott"])
def test_any_kernel_of_the_matrix_product_counts_the_same(kernel: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PRINTED],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"OPENBLAS_CORETYPE": kernel},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout == f"{[count(plan) for plan in PLANS.values()]}\n"


def test_a_stream_is_shake_128_of_its_address() -> None:
    address = b"decide-draws-1" + b"w" + bytes(7) + b"\x01" + bytes(8) + "é".encode()
    drawn_bytes = hashlib.shake_128(address).digest(3 * BLOCK)
    expected = [
        drawn_bytes[2 * at] + 256 * drawn_bytes[2 * at + 1] + 65536 * drawn_bytes[2 * BLOCK + at]
        for at in (0, 1, BLOCK - 1)
    ]

    drawn = drawn_shares(Shares(SIMPLEX, 2), "é", 1, BLOCK)

    assert drawn[0, [0, 1, BLOCK - 1]].tolist() == expected
    assert (drawn.sum(axis=0) == GRID).all()


@pytest.mark.parametrize("leaves", range(2, 9))
def test_two_candidates_are_ahead_as_often_as_the_exact_chance(leaves: int) -> None:
    pair, margins, means = opposed(Random(leaves), leaves)
    draws = 12 * BLOCK

    free = count(Plan("free", draws, Shares(SIMPLEX, leaves), pair))
    kept = count(Plan("kept", draws, Shares(ORDER, leaves, tuple((at,) for at in range(leaves))), pair))

    assert errors(free.first()[0], draws, chance_ahead(margins)) < FAR
    assert errors(kept.first()[0], draws, chance_ahead(means)) < FAR


def test_rows_draw_from_the_half_that_meets_them() -> None:
    draws = 12 * BLOCK
    pair, margins, _ = opposed(Random(1), 3)
    corners = [F(margins[0]), F(margins[0] + margins[1], 2), F(margins[2])]

    counts = count(Plan("half", draws, Shares(SIMPLEX, 3, rows=((1, -1, 0),)), pair))

    assert errors(counts.first()[0], draws, chance_ahead(corners)) < FAR


def test_equals_of_an_order_may_go_either_way() -> None:
    drawn = drawn_shares(Shares(ORDER, 4, ((2, 0), (1, 3))), "equals", 0, BLOCK)

    assert drawn[[0, 2]].min(axis=0).tolist() == np.sort(drawn, axis=0)[2].tolist()
    assert errors(int((drawn[2] > drawn[0]).sum()), BLOCK, F(1, 2)) < FAR
    assert errors(int((drawn[1] > drawn[3]).sum()), BLOCK, F(1, 2)) < FAR


@pytest.mark.parametrize("leaves", [3, 6])
def test_a_walk_is_uniform_in_a_box(leaves: int) -> None:
    least, most = F(1, 20), F(1, 10)
    shares, corners = walking(*box(leaves, least, most))
    total = sum(corners[0]) * GRID
    drawn = np.concatenate([drawn_shares(shares, "box", block, BLOCK) for block in range(4)], axis=1)
    weights = np.array(corners).T @ drawn.astype(np.int64)
    middle = float((least + most) / 2) * total

    found = [
        int((weights[at] > (float(least) + part / 20) * total).sum())
        for at in range(leaves - 1)
        for part in (0.1, 0.5, 0.9)
    ]
    both = int(((weights[0] > middle) & (weights[1] > middle)).sum())
    sums = int((weights[0] + weights[1] > 2 * middle).sum())

    assert weights[:-1].min() >= float(least) * total
    assert weights[:-1].max() <= float(most) * total
    for number, chance in zip(found, [0.9, 0.5, 0.1] * (leaves - 1), strict=True):
        assert errors(number, drawn.shape[1], chance) < FAR
    assert errors(both, drawn.shape[1], 0.25) < FAR
    assert errors(sums, drawn.shape[1], 0.5) < FAR


def test_a_walk_in_an_order_ends_where_draws_of_the_order_do() -> None:
    leaves, draws = 5, 6 * BLOCK
    rows = [tuple(F((at == one) - (at == one + 1)) for at in range(leaves)) for one in range(leaves - 1)]
    means = [[F(at <= one) / (one + 1) for at in range(leaves)] for one in range(leaves)]
    middle = [sum(column, F(0)) / leaves for column in zip(*means, strict=True)]
    points = [tuple(own + (F(at == one) - F(1, leaves)) / 90 for at, own in enumerate(middle)) for one in range(leaves)]
    pair, _, corners = opposed(Random(3), leaves)
    shares, frame = walking(points, rows)

    counts = count(Plan("order", draws, shares, pair, corners=frame))

    assert shares.way == WALK
    assert errors(counts.first()[0], draws, chance_ahead(corners)) < FAR


def test_uncertain_cells_are_drawn_on_their_own_and_equally_likely() -> None:
    random, draws = Random(2), 12 * BLOCK
    tables = tuple(tuple(random.randint(0, most) for _ in range(LEVELS)) for most in (9, 12))
    plan = Plan("cells", draws, Shares(SIMPLEX, 1), ((0,), (0,)), ((0, 0, 0), (1, 0, 1)), tables)
    ahead = Fraction(sum(one > other for one in tables[0] for other in tables[1]), LEVELS**2)
    level = Fraction(sum(one == other for one in tables[0] for other in tables[1]), LEVELS**2)

    counts = count(plan)

    assert errors(counts.wins[0][1], draws, ahead) < FAR
    assert errors(draws - counts.wins[0][1] - counts.wins[1][0], draws, level) < FAR


def test_counts_of_one_leaf_are_reckoned_by_hand() -> None:
    plan = Plan("hand", 10, Shares(SIMPLEX, 1), ((5,), (9,), (5,), (1,)))

    counts = count(plan)

    assert counts == Counts(
        10,
        ((0, 1, 2, 10), (1, 0, 1, 10), (2, 1, 2, 10), (3, 3, 1, 10)),
        ((0, 0, 0, 10), (10, 0, 10, 10), (0, 0, 0, 10), (0, 0, 0, 0)),
        ((0,), (10 * GRID,), (0,), (0,)),
    )
    assert counts.ranks()[0] == (F(0), F(5), F(5), F(0))
    assert counts.shared()[0] == (False, True, True, False)
    assert (counts.central(1), counts.central(0)) == ((F(1),), None)


def test_the_central_weight_of_either_of_two_opposites_is_three_quarters() -> None:
    counts = count(Plan("two", 12 * BLOCK, Shares(SIMPLEX, 2), ((1, 0), (0, 1))))

    central = counts.central(0)
    mixed = counts.central(0, ((1, 3), (3, 1)))

    assert central is not None
    assert mixed is not None
    assert sum(central) == 1
    assert abs(float(central[0]) - 0.75) < FAR * 0.25 / sqrt(3 * 6 * BLOCK)
    assert mixed[0] == (central[0] + 3 * central[1]) / 4


def test_a_pilot_decides_between_shares_that_are_thrown_away_and_a_walk() -> None:
    # One weight is at least c times another in 1 / (c + 1) of all.
    narrow = Shares(SIMPLEX, 3, rows=((1, -150, 0),))
    wide = Shares(SIMPLEX, 3, rows=((1, -70, 0),))
    walk = walking(*box(3, F(1, 10), F(1, 5)))

    assert bounded(wide, "seed", lambda: walk) == (wide, ())
    assert bounded(narrow, "seed", lambda: walk) == walk


def test_a_plan_is_told_in_whole_numbers_and_texts() -> None:
    data = plan_data(PLANS["mixed"])

    def leaves(part: object) -> set[type]:
        if isinstance(part, dict):
            return {kind for one in part.values() for kind in leaves(one)}
        return {kind for one in part for kind in leaves(one)} if isinstance(part, tuple) else {type(part)}

    assert leaves(data) == {int, str}


WALKED = PLANS["walk"].shares
REFUSED: dict[str, Callable[[], object]] = {
    "an unknown way": lambda: Shares("spiral", 2),
    "no column": lambda: Shares(SIMPLEX, 0),
    "classes without an order": lambda: Shares(SIMPLEX, 2, ((0,), (1,))),
    "a class that is not there": lambda: Shares(ORDER, 2, ((0,), (2,))),
    "a short row": lambda: Shares(SIMPLEX, 2, rows=((1,),)),
    "a large entry": lambda: Shares(SIMPLEX, 2, rows=((1, 2**29),)),
    "a start without a walk": lambda: Shares(SIMPLEX, 2, start=(GRID, 0)),
    "a start that is no mixture": lambda: replace(WALKED, start=(1, 1, 1, 1)),
    "a start outside": lambda: replace(WALKED, start=(9 * GRID, -8 * GRID, 0, 0)),
    "no sweep": lambda: replace(WALKED, sweeps=0),
    "a walk without bounds": lambda: replace(WALKED, rows=WALKED.rows[1:2]),
    "no draws": lambda: replace(PLANS["order"], draws=0),
    "no candidates": lambda: replace(PLANS["order"], values=()),
    "a value short": lambda: replace(PLANS["order"], values=((1, 2),)),
    "a cell twice": lambda: replace(PLANS["uncertain"], uncertain=((0, 1, 0), (0, 1, 1))),
    "a cell that is not there": lambda: replace(PLANS["uncertain"], uncertain=((0, 5, 0),)),
    "a short table": lambda: replace(PLANS["uncertain"], tables=((1, 2),) * 2),
    "a corner too few": lambda: replace(PLANS["mixed"], corners=PLANS["mixed"].corners[:1]),
    "corners of two sums": lambda: replace(PLANS["mixed"], corners=((1, 1, 1, 1, 1), (1, 1, 1, 1, 2))),
    "a negative corner": lambda: replace(PLANS["mixed"], corners=((1, 1, 1, 1, -1),) * 2),
    "a large corner": lambda: replace(PLANS["mixed"], corners=((2**28, 1, 1, 1, 1),) * 2),
    "pairs perhaps": lambda: replace(PLANS["mixed"], pairs="perhaps"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plan_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        REFUSED[name]()


def test_walks_and_mixtures_that_leave_the_weights_are_refused() -> None:
    far = Shares(WALK, 2, rows=((2, 1), (1, 2)), start=(GRID // 2, GRID // 2), sweeps=4)
    endless = Shares(WALK, 2, rows=((600, 599), (599, 600)), start=(GRID // 2, GRID // 2), sweeps=1)

    with pytest.raises(ValueError, match="below 0"):
        count(Plan("far", 5, far, ((1, 2),), corners=((1, 0), (0, 1))))
    with pytest.raises(ValueError, match="below 0"):
        count(Plan("far", 5, far, ((1, 2),)))
    with pytest.raises(ValueError, match="too close together"):
        count(Plan("endless", 5, endless, ((1, 2),)))
