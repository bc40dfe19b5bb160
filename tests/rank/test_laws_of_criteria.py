"""Laws of criteria and their weights: what order, size, nesting and splitting must not change."""

from decimal import Decimal
from fractions import Fraction
from math import lcm
from random import Random
from typing import Any

from hypothesis import given

from tests import oracle_rank
from tests.oracle_rank import identifier
from tests.plain import (
    Plain,
    answer,
    copied,
    leaves,
    nodes,
    points,
    refusals,
    reordered,
    sheets,
    with_cells,
    yaml_text,
)
from tests.samples import pair, tree
from tests.strategies import decisions, factors, picks, shuffles

COUNTED = ("points", "point-ranges", "percents")
SCALE = ("range", "curve", "levels", "value", "beyond")


def times(weight: Any, factor: str) -> Any:
    if isinstance(weight, dict):
        return {key: times(part, factor) for key, part in weight.items()}
    mark = "%" if weight.endswith("%") else ""
    ends = [f"{Decimal(end.rstrip('%')) * Decimal(factor):f}{mark}" for end in weight.split("..")]
    return "..".join(ends)


# Law 2


@given(decisions(), shuffles)
def test_permuting_criteria_changes_nothing(plain: Plain, random: Random) -> None:
    shuffled = copied(plain)
    for node in [shuffled, *nodes(shuffled)]:
        if "criteria" in node:
            node["criteria"] = reordered(node["criteria"], random)
    for sheet in sheets(shuffled):
        sheet |= {candidate: reordered(cells, random) for candidate, cells in sheet.items()}

    assert oracle_rank.answer(yaml_text(plain)) == answer(shuffled)


def test_criteria_in_another_order_keep_their_weights() -> None:
    shuffled = pair() | {"criteria": {key: pair()["criteria"][key] for key in ("speed", "price")}}

    assert ({"speed": Fraction(1, 4), "price": Fraction(3, 4)}, {"a": 65, "b": Fraction(125, 2)}) == (
        answer(shuffled).weights,
        points(answer(shuffled)),
    )


# Law 5


@given(decisions(weights=COUNTED), picks)
def test_a_criterion_of_weight_zero_is_irrelevant(plain: Plain, height: int) -> None:
    percent = any("%" in str(node.get("weight")) for node in nodes(plain))
    larger = copied(plain)
    larger["criteria"]["nothing"] = {"range": {"worst": "0", "best": "100"}, "weight": "0%" if percent else "0"}
    larger = with_cells(larger, next(iter(plain["candidates"])), {"nothing": str(height % 101)})

    found = answer(larger)

    original = oracle_rank.answer(yaml_text(plain))
    assert (original.scores, original.ranks, original.hurdles) == (found.scores, found.ranks, found.hurdles)
    assert original.weights | {"nothing": 0} == found.weights


def test_a_weight_of_zero_silences_what_would_have_decided() -> None:
    plain = pair()
    plain["criteria"]["price"]["weight"] = "0"

    # speed alone: 20 and 70
    assert {"a": Fraction(20), "b": Fraction(70)} == points(answer(plain))


def test_weights_that_are_all_zero_are_refused() -> None:
    plain = pair()
    for node in plain["criteria"].values():
        node["weight"] = "0"

    assert {"all-weights-zero"} == refusals(plain)


# Law 8


@given(decisions(weights=("points", "point-ranges")), factors)
def test_scaling_all_points_changes_nothing(plain: Plain, factor: str) -> None:
    scaled = copied(plain)
    for leaf in leaves(scaled):
        leaf.node["weight"] = times(leaf.node["weight"], factor)

    assert oracle_rank.answer(yaml_text(plain)) == answer(scaled)


def test_weights_of_thirty_and_ten_are_those_of_three_and_one() -> None:
    plain = pair()
    for node in plain["criteria"].values():
        node["weight"] += "0"

    assert {"price": Fraction(3, 4), "speed": Fraction(1, 4)} == answer(plain).weights


def test_percents_that_are_scaled_are_refused() -> None:
    plain = tree()
    for node in plain["criteria"].values():
        node["weight"] = times(node["weight"], "2")

    assert {"shares-not-100"} == refusals(plain)


# Law 20


@given(decisions(weights=(*COUNTED, "equal", "order", "none"), screened=False))
def test_a_hierarchy_equals_its_leaves_side_by_side(plain: Plain) -> None:
    original = oracle_rank.answer(yaml_text(plain))
    unit = lcm(*(weight.denominator for weight in original.weights.values()))
    flat = copied(plain)
    flat["criteria"] = {
        leaf.key: {key: leaf.bearer[key] for key in SCALE if key in leaf.bearer} for leaf in leaves(flat)
    }
    if any("weight" in node for node in nodes(plain)):
        for key, node in flat["criteria"].items():
            node["weight"] = str(original.weights[identifier(key)] * unit)

    assert original == answer(flat)


def test_percents_multiply_down_the_tree() -> None:
    found = answer(tree())

    # 60 % * 25 % and 60 % * 75 % beside 40 %; 32 + 3 + 22.5 = 57.5, 24 + 10.5 + 22.5 = 57
    assert {"price": Fraction(2, 5), "speed": Fraction(3, 20), "support": Fraction(9, 20)} == found.weights
    assert {"a": Fraction(115, 2), "b": Fraction(57)} == points(found)


def test_points_on_a_group_are_refused() -> None:
    plain = tree()
    for node, weight in zip(nodes(plain), ("4", "6", "1", "3"), strict=True):
        node["weight"] = weight

    assert {"mixed-weights"} == refusals(plain)


# Law 21


@given(decisions(weights=COUNTED, screened=False), picks)
def test_splitting_a_criterion_into_equal_halves_changes_nothing(plain: Plain, pick: int) -> None:
    split = copied(plain)
    leaf = leaves(split)[pick % len(leaves(split))]
    if "weight" in leaf.node:
        leaf.node["weight"] = times(leaf.node["weight"], "0.5")
        leaf.siblings["other half"] = copied(leaf.node)
    else:  # percents that a group shares alike: two that share alike stand in the place of one
        halves = {leaf.key: leaf.siblings.pop(leaf.key), "other half": copied(leaf.node)}
        leaf.siblings["both halves"] = {"criteria": halves}
    for sheet in sheets(split):
        for cells in sheet.values():
            cells.update({"other half": cells[leaf.key]} if leaf.key in cells else {})

    found = answer(split)

    original = oracle_rank.answer(yaml_text(plain))
    assert (original.scores, original.ranks) == (found.scores, found.ranks)
    half = original.weights[identifier(leaf.key)] / 2
    assert half == found.weights["other-half"] == found.weights[identifier(leaf.key)]


def test_speed_in_two_halves_of_one_eighth_leaves_the_scores() -> None:
    plain = pair()
    plain["criteria"]["speed"]["weight"] = "0.5"
    plain["criteria"]["speed of reply"] = copied(plain["criteria"]["speed"])
    for cells in plain["performance"].values():
        cells["speed of reply"] = cells["speed"]

    # a: 3/4 * 80 + 1/8 * 20 + 1/8 * 20 = 65
    assert (Fraction(1, 8), {"a": Fraction(65), "b": Fraction(125, 2)}) == (
        answer(plain).weights["speed-of-reply"],
        points(answer(plain)),
    )


def test_two_halves_of_one_name_are_refused() -> None:
    plain = pair()
    plain["criteria"]["Speed"] = plain["criteria"]["speed"]

    assert {"duplicate-id"} == refusals(plain)
