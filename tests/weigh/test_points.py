"""Point weights: from the tree, from an order, from stakeholders, or alike."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from tests.plain import Plain, answer, copied, leaves, refusals
from tests.samples import pair, tree
from tests.strategies import decisions


def weighed(price: Any, speed: Any) -> dict[str, Fraction]:
    plain = pair()
    plain["criteria"]["price"]["weight"], plain["criteria"]["speed"]["weight"] = price, speed
    return answer(plain).weights


def unweighed(**sections: Any) -> dict[str, Fraction]:
    plain = tree()
    for node in (*plain["criteria"].values(), *plain["criteria"]["quality"]["criteria"].values()):
        node.pop("weight", None)
    return answer(plain | sections).weights


def shares(price: str, speed: str, support: str) -> dict[str, Fraction]:
    return dict(zip(("price", "speed", "support"), map(Fraction, (price, speed, support)), strict=True))


@given(decisions())
def test_weights_are_shares_of_a_whole(plain: Plain) -> None:
    weights = answer(plain).weights

    assert sum(weights.values()) == 1
    assert all(weight >= 0 for weight in weights.values())
    assert len(leaves(plain)) == len(weights)


@pytest.mark.parametrize(
    ("price", "speed", "share"),
    [
        ("3", "1", "3/4"),
        ("0.2", "0.6", "1/4"),
        ("0", "7", "0"),
        ("5..20", "12.5", "1/2"),  # the middle is 12.5
        ({"is": "10", "low": "5", "high": "20"}, "10", "1/2"),  # the best guess, not the middle
        ({"low": "5", "high": "20"}, "12.5", "1/2"),
        ("75%", "25%", "3/4"),
        ("60%..80%", "30%", "7/10"),
        ("60..80%", "30%", "7/10"),
        ({"is": "60%", "low": "50%", "high": "90%"}, "40%", "3/5"),
    ],
)
def test_points_and_percents_count_by_their_middle_or_best_guess(price: Any, speed: Any, share: str) -> None:
    assert {"price": Fraction(share), "speed": 1 - Fraction(share)} == weighed(price, speed)


def test_percents_multiply_down_the_tree_and_siblings_without_any_share_alike() -> None:
    plain = tree()
    for node in plain["criteria"]["quality"]["criteria"].values():
        del node["weight"]

    assert shares("2/5", "3/10", "3/10") == answer(plain).weights


def test_percents_inside_a_group_alone_leave_the_top_alike() -> None:
    plain = tree()
    for node in plain["criteria"].values():
        del node["weight"]

    assert shares("1/2", "1/8", "3/8") == answer(plain).weights


def test_points_compare_across_the_whole_tree() -> None:
    plain = tree()
    del plain["criteria"]["quality"]["weight"]
    for node, weight in zip((leaf.node for leaf in leaves(plain)), ("1", "2", "5"), strict=True):
        node["weight"] = weight

    assert shares("1/8", "2/8", "5/8") == answer(plain).weights


@pytest.mark.parametrize("sections", [{}, {"weights": "equal"}])
def test_without_weights_all_leaves_weigh_alike_however_deep(sections: Any) -> None:
    assert shares("1/3", "1/3", "1/3") == unweighed(**sections)


def test_an_order_weighs_the_leaves_wherever_they_stand() -> None:
    order = {"order": ["support", ["price", "speed"]], "formula": "rank-sum"}

    assert shares("1/4", "1/4", "1/2") == unweighed(weights=order)


def test_stakeholders_weigh_by_their_shares_where_the_tree_says_nothing() -> None:
    voices = {
        "legal": {"weights": {"price": "1", "speed": "1", "support": "2"}},
        "users": {"share": "3", "weights": {"order": ["speed", "support", "price"], "formula": "rank-sum"}},
        "guest": {"share": "0", "weights": "equal"},
        "mute": {"name": "says nothing of weights"},
    }

    # 1/4 * (1/4, 1/4, 1/2) + 3/4 * (1/6, 1/2, 1/3)
    assert shares("3/16", "7/16", "3/8") == unweighed(stakeholders=voices)


def test_stakeholders_in_percents_multiply_down_the_tree() -> None:
    percents = {"price": "50%", "quality": "50%", "speed": "10%", "support": "90%"}

    assert shares("1/2", "1/20", "9/20") == unweighed(stakeholders={"legal": {"weights": percents}})


def test_stakeholders_do_not_move_the_weights_of_a_tree_that_has_its_own() -> None:
    voices = {"legal": {"weights": {"price": "50%", "quality": "50%"}}}

    assert shares("2/5", "3/20", "9/20") == answer(tree() | {"stakeholders": voices}).weights


def test_an_order_comes_before_stakeholders() -> None:
    voices = {"legal": {"weights": "equal"}}
    order = {"order": ["price", "speed", "support"], "formula": "rank-sum"}

    assert shares("1/2", "1/3", "1/6") == unweighed(weights=order, stakeholders=voices)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"price": "50%"}, "shares-not-100"),
        ({"price": "3"}, "mixed-weights"),
        ({"price": None}, "mixed-weights"),
        ({"price": "-40%"}, "wrong-type"),
        ({"price": "80%..20%"}, "bad-range"),
        ({"price": "0%..81%"}, "shares-not-100"),
    ],
)
def test_weights_that_do_not_compare_are_refused(change: Plain, code: str) -> None:
    plain = copied(tree())
    for key, weight in change.items():
        if weight is None:
            del plain["criteria"][key]["weight"]
        else:
            plain["criteria"][key]["weight"] = weight

    assert {code} == refusals(plain)


def test_an_order_that_forgets_a_criterion_is_refused() -> None:
    plain = tree()
    for node in (*plain["criteria"].values(), *plain["criteria"]["quality"]["criteria"].values()):
        node.pop("weight", None)

    assert {"order-incomplete"} == refusals(plain | {"weights": {"order": ["price", "speed"]}})
