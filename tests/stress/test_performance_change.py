"""Laws of what would have to improve, and of how far the first may slip."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given

from decide.model.finding import Finding
from decide.model.rows import Need
from decide.model.tree import LevelScale
from decide.stress.case import Case
from decide.stress.performance_change import efforts
from decide.value.functions import value
from tests.plain import Plain, copied, leaves, ranked
from tests.samples import pair
from tests.strategies import decisions, shuffles
from tests.stress.drawn import (
    ORDER,
    case_of,
    first_after,
    found,
    gap,
    product,
    short_of,
    the,
    winners,
)

NAME = "performance-change"
TINY = Fraction(1, 10**9)


def need(finding: Finding) -> Need:
    (row,) = finding.rows
    assert isinstance(row, Need)
    return row


def is_level(case: Case, leaf: str) -> bool:
    return isinstance(case.ranking.leaves[case.leaves.index(leaf)].scale, LevelScale)


def lead_after(case: Case, finding: Finding, less: Fraction = Fraction(0)) -> Fraction:
    """Return the lead over the best rival with the values of the witness, or with a little less of them."""
    assert finding.witness is not None
    ((name, changes),) = finding.witness.change.values
    new, sign = dict(changes), -1 if finding.variant == "slip" else 1
    row = dict(zip(case.leaves, case.values[case.candidates.index(name)], strict=True))
    row |= {leaf: worth - sign * less for leaf, worth in new.items()}
    own = product(case.weights, tuple(row.values()))
    others = (
        product(case.weights, one) for rival, one in zip(case.candidates, case.values, strict=True) if rival != name
    )
    return own - max(others)


@given(decisions())
def test_at_the_answer_there_is_a_tie_with_the_best_rival_and_a_billionth_less_is_not_enough(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        if finding.variant == "robust" or finding.status != "found":
            continue
        assert finding.witness is not None
        (name,) = (name for name, _ in finding.witness.change.values)
        after = first_after(case, finding.witness.change)
        if finding.variant in ("one", "slip") and is_level(case, finding.about[1]) and lead_after(case, finding):
            continue  # the next level may be more than enough
        assert lead_after(case, finding) == 0
        assert name in after
        assert len(after) > 1
        if finding.variant == "slip":
            assert lead_after(case, finding, TINY) > 0
            assert first_after(case, short_of(case, finding.witness.change)) == set(winners(case))
        else:
            assert lead_after(case, finding, TINY) < 0
            assert name not in first_after(case, short_of(case, finding.witness.change))


@given(decisions())
def test_of_levels_the_next_one_that_is_enough_is_told(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        if finding.variant not in ("one", "slip") or not is_level(case, finding.about[1]):
            continue
        name, leaf = finding.about
        scale = case.ranking.leaves[case.leaves.index(leaf)].scale
        assert isinstance(scale, LevelScale)
        row, weight = need(finding), case.weights[case.leaves.index(leaf)]
        rivals = [product(case.weights, gap(case, name, rival)) for rival in case.candidates if rival != name]
        lead = min(rivals)
        if finding.status != "found":
            end = 100 if finding.variant == "one" else 0
            assert lead + weight * (end - row.value) < 0 or finding.variant == "slip"
            continue
        if row.needed_amount is None:  # nothing is stated that could slip by levels
            assert row.amount is None
            assert lead + weight * (row.needed_value - row.value) == 0
            continue
        enough = [
            Fraction(place)
            for place, worth in enumerate(scale.values)
            if (lead + weight * (worth - row.value) >= 0) is (finding.variant == "one")
            or lead + weight * (worth - row.value) == 0
        ]
        at = Fraction(0) if row.amount is None else row.amount
        assert abs(row.needed_amount - at) == min(abs(place - at) for place in enough)
        assert row.needed_value == scale.values[int(row.needed_amount)]


@given(decisions())
def test_the_amount_told_is_worth_at_least_what_is_needed_and_a_cell_put_there_shows_it(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        for row in finding.rows:
            assert isinstance(row, Need)
            scale = case.ranking.leaves[case.leaves.index(row.criterion)].scale
            assert row.value == case.values[case.candidates.index(row.candidate)][case.leaves.index(row.criterion)]
            if row.amount is not None:
                assert value(row.amount, scale) == row.value
            if row.needed_amount is not None:
                reached = value(row.needed_amount, scale)
                assert reached <= row.needed_value if finding.variant == "slip" else reached >= row.needed_value
                if row.amount is not None and not isinstance(scale, LevelScale):
                    assert abs(reached - row.needed_value) < Fraction(1, 10**8)
        if finding.witness is not None:
            values = {(name, leaf): worth for name, row_ in finding.witness.change.values for leaf, worth in row_}
            assert values == {
                (row.candidate, row.criterion): row.needed_value for row in finding.rows if isinstance(row, Need)
            }
            for name, cells in finding.witness.change.performance:
                for leaf, cell in cells:
                    assert cell.is_ is not None
                    assert value(cell.is_, case.ranking.leaves[case.leaves.index(leaf)].scale) == values[name, leaf]


@given(decisions())
def test_what_is_impossible_is_not_enough_at_the_best_end_nor_does_the_first_lose_at_the_worst(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        if finding.variant not in ("one", "slip"):
            continue
        name, leaf = finding.about
        weight, now = case.weights[case.leaves.index(leaf)], need(finding).value
        lead = min(product(case.weights, gap(case, name, rival)) for rival in case.candidates if rival != name)
        if finding.variant == "one":
            assert (finding.status == "impossible") is (lead + weight * (100 - now) < 0)
            assert finding.amount is None or finding.amount == need(finding).needed_value - now > 0
        else:
            assert (finding.status == "holds") is (lead - weight * now > 0)
            assert finding.amount is None or finding.amount == now - need(finding).needed_value > 0


@given(decisions(), shuffles)
def test_on_several_criteria_no_other_way_costs_less(plain: Plain, random: Random) -> None:
    laborious = copied(plain)
    for leaf in leaves(laborious):
        leaf.node["effort"] = str(random.randint(1, 4))
    case = case_of(laborious)
    costs = tuple(Fraction(leaf.node["effort"]) for leaf in leaves(laborious))
    assert efforts(case) == costs
    for finding in found(case, NAME, "several"):
        assert finding.status == "found"
        (name,) = finding.about
        own = case.values[case.candidates.index(name)]
        behind = -min(product(case.weights, gap(case, name, rival)) for rival in case.candidates if rival != name)
        rows = [row for row in finding.rows if isinstance(row, Need)]
        assert finding.amount == sum(row.effort or 0 for row in rows)
        assert all(
            row.effort == costs[case.leaves.index(row.criterion)] * (row.needed_value - row.value) for row in rows
        )
        assert all(row.value < row.needed_value <= 100 for row in rows)
        # the price of a point, at the last cell that is raised, proves it
        prices = [
            costs[case.leaves.index(row.criterion)] / case.weights[case.leaves.index(row.criterion)] for row in rows
        ]
        price = max(prices)
        bound = price * behind - sum(
            (max(price * weight - cost, Fraction(0)) * (100 - worth))
            for weight, cost, worth in zip(case.weights, costs, own, strict=True)
        )
        assert finding.amount == bound


@pytest.mark.parametrize(
    ("variant", "about", "needed_value", "needed_amount", "amount"),
    [
        # b is 2.5 behind: 2.5 / (3/4) = 10/3 of value, a price of 100 - 63 1/3
        ("one", ("b", "price"), Fraction(190, 3), Fraction(110, 3), Fraction(10, 3)),
        ("one", ("b", "speed"), Fraction(80), Fraction(8), Fraction(10)),
        ("slip", ("a", "price"), Fraction(230, 3), Fraction(70, 3), Fraction(10, 3)),
        ("slip", ("a", "speed"), Fraction(10), Fraction(1), Fraction(10)),
        ("several", ("b",), Fraction(190, 3), Fraction(110, 3), Fraction(10, 3)),  # cheapest where most is weighed
        # prices weigh half to all: b lacks 20 where they are all; a is 30 short of half speed, and speed is last
        ("robust", ("b",), Fraction(80), Fraction(20), Fraction(20)),
        ("robust", ("a",), Fraction(50), Fraction(5), Fraction(30)),
    ],
)
def test_in_the_pair_what_has_to_be_true_is_found_by_hand(
    variant: str, about: tuple[str, ...], needed_value: Fraction, needed_amount: Fraction, amount: Fraction
) -> None:
    finding = the(Case(ranked(pair()), ORDER), NAME, variant, *about)

    row = need(finding)
    assert (finding.status, finding.amount) == ("found", amount)
    assert (row.needed_value, row.needed_amount) == (needed_value, needed_amount)


def test_a_price_has_to_fall_further_where_its_curve_is_flat() -> None:
    plain = pair()
    plain["criteria"]["price"] = {"curve": {"0": "100", "30": "60", "50": "60", "100": "0"}, "weight": "3"}

    # a: 20 is worth 73 1/3, so 3/4 * 73 1/3 + 5 = 60; b: 40 is worth 60, so 45 + 17.5 = 62.5 and a is 2.5 behind:
    # 73 1/3 + 10/3 = 76 2/3 is reached at 30 * (100 - 76 2/3) / 40 = 17.5
    finding = the(Case(ranked(plain)), NAME, "one", "a", "price")
    assert (need(finding).needed_value, need(finding).needed_amount) == (Fraction(230, 3), Fraction(35, 2))
    # and b may slip to 56 2/3, below the flat piece, which ends at 50: 50 + 50 * (60 - 56 2/3) / 60
    finding = the(Case(ranked(plain)), NAME, "slip", "b", "price")
    assert (need(finding).needed_value, need(finding).needed_amount) == (Fraction(170, 3), Fraction(475, 9))


def test_what_is_too_far_behind_on_too_light_a_criterion_is_impossible() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "60"  # 3/4 * 40 + 17.5 = 47.5: 17.5 behind, and speed has room for 7.5

    assert the(Case(ranked(plain)), NAME, "one", "b", "speed").status == "impossible"
    # of a's 80 on price 70/3 can go; its 20 on speed are worth 5 points only
    assert the(Case(ranked(plain)), NAME, "slip", "a", "price").amount == Fraction(70, 3)
    assert the(Case(ranked(plain)), NAME, "slip", "a", "speed").status == "holds"


def test_effort_is_stated_on_a_criterion_or_a_group_and_is_1_elsewhere() -> None:
    plain = pair()
    plain["criteria"] = {"all": {"effort": "6", "criteria": copied(plain)["criteria"]}}
    plain["criteria"]["all"]["criteria"]["speed"]["effort"] = "1"

    case = Case(ranked(plain))

    # 6 / (3/4) = 8 for a point by price, 1 / (1/4) = 4 by speed: 10 of speed for 2.5 points
    assert efforts(case) == (Fraction(6), Fraction(1))
    finding = the(case, NAME, "several", "b")
    assert (finding.amount, need(finding).criterion, need(finding).effort) == (Fraction(10), "speed", Fraction(10))


def test_who_stands_alone_has_nothing_to_improve() -> None:
    plain = pair()
    plain["candidates"], plain["performance"] = ["a"], {"a": plain["performance"]["a"]}

    assert found(Case(ranked(plain)), NAME) == []
