"""Whether somebody weighed, and whether the tree did it for them."""

import pytest

from tests.check.samples import changed, codes, message, with_


def weighed(price: str, ease: str, uptime: str) -> str:
    return changed(
        ("weight: 40", f"weight: {price}"), ("weight: 35", f"weight: {ease}"), ("weight: 25", f"weight: {uptime}")
    )


def test_half_the_weight_is_not_most_of_it() -> None:
    assert "concentrated" not in codes(weighed("30", "50", "20"))
    assert "concentrated" in codes(weighed("30", "51", "19"))
    assert "concentrated" not in codes(with_("checks: {concentrated: {most: 60%}}", text=weighed("30", "51", "19")))


def test_what_the_rest_says_is_told() -> None:
    # without ease: today (20 * 100 + 10 * 25) / 30 = 75, acme (20 * 40 + 10 * 80) / 30 = 53.3
    assert message(weighed("20", "70", "10"), "concentrated") == (
        "“Ease of use” has 70.0 % of the weight; by all the rest Shared mailbox would be first, "
        "21.7 points ahead of Acme Desk"
    )


def test_of_two_criteria_one_may_have_three_quarters() -> None:
    text = changed(
        ("  uptime: {name: Uptime, unit: percent, range: {worst: 98, best: 100}, weight: 25}\n", ""),
        *(
            (f"    uptime: {{is: {amount}, evidence: [{one}]}}\n", "")
            for amount, one in (("98.5", "log"), ("99.6", "acme-probe"), ("99.8", "bolt-probe"))
        ),
    )

    assert "concentrated" not in codes(changed(("weight: 35", "weight: 120"), text=text))
    assert "concentrated" in codes(changed(("weight: 35", "weight: 121"), text=text))


def test_four_weights_can_be_as_few_as_three() -> None:
    four = changed(
        ("criteria:\n", "criteria:\n  size: {levels: [no, yes], weight: 5}\n"),
        ("  today:\n    price", "  today:\n    size: {is: yes, evidence: [books]}\n    price"),
        ("  acme:\n    price", "  acme:\n    size: {is: yes, evidence: [acme-offer]}\n    price"),
        ("  bolt:\n    price", "  bolt:\n    size: {is: no, evidence: [bolt-offer]}\n    price"),
    )
    few = changed(("weight: 35", "weight: 45"), ("weight: 25", "weight: 15"), text=four)

    # 105² / (5² + 40² + 35² + 25²) = 3.17, 105² / (5² + 40² + 45² + 15²) = 2.85
    assert "concentrated" not in codes(four)
    assert message(few, "concentrated").startswith(
        "“Ease of use”, “Price” and “Uptime” have 95.2 % of the weight, as if 2.8 criteria of equal weight decided;"
    )


@pytest.mark.parametrize(("uptime", "found"), [("100", True), ("91", True), ("90", False)])
def test_weights_that_differ_by_less_than_a_tenth_of_their_mean_are_equal(uptime: str, found: bool) -> None:
    # 9 of a mean of 97, and 10 of a mean of 96.7
    assert ("equal-by-default" in codes(weighed("100", "100", uptime))) == found


def test_equal_weights_tell_whether_twice_as_much_on_one_would_decide() -> None:
    # acme has 20, 100 and 80, today 100, 0 and 25; with price twice that is 220 and 225, by 4
    text = changed(("price: {is: 30,", "price: {is: 40,"), text=weighed("1", "1", "1"))

    assert "equal-by-default" in codes(text)
    assert "with twice the weight on “Price” Shared mailbox would be first, 1.3 points ahead of Acme Desk" in message(
        text, "equal-by-default"
    )


def test_a_stated_equality_is_told_where_it_stands() -> None:
    text = with_("weights: equal", text=weighed("0", "0", "0").replace(", weight: 0", ""))

    assert codes(text) == ["equal-by-default"]


TREE = """\
  price: {name: Price, unit: EUR per seat, range: {worst: 50, best: 0}, weight: 30}
  use:
    name: Daily use
    criteria:
      ease: {name: Ease of use, levels: [poor, ok, good], weight: 40}
      start: {name: Ease of starting, levels: [poor, ok, good], weight: 20}
      search: {name: Search, levels: [poor, ok, good], weight: 40}
  uptime: {name: Uptime, unit: percent, range: {worst: 98, best: 100}, weight: 25}
"""


def tree(price: str) -> str:
    plain = changed(
        ("  price: {name: Price, unit: EUR per seat, range: {worst: 50, best: 0}, weight: 40}\n", ""),
        ("  ease: {name: Ease of use, levels: [poor, ok, good], weight: 35}\n", ""),
        ("  uptime: {name: Uptime, unit: percent, range: {worst: 98, best: 100}, weight: 25}\n", TREE),
        (
            "  today:\n",
            "  today:\n    start: {is: good, evidence: [survey]}\n    search: {is: poor, evidence: [log]}\n",
        ),
        (
            "  acme:\n",
            "  acme:\n    start: {is: ok, evidence: [acme-trial]}\n    search: {is: good, evidence: [log]}\n",
        ),
        (
            "  bolt:\n",
            "  bolt:\n    start: {is: poor, evidence: [bolt-trial]}\n    search: {is: ok, evidence: [log]}\n",
        ),
    )
    return changed(("weight: 30", f"weight: {price}"), text=plain)


def test_weights_of_groups_may_follow_their_numbers_of_criteria() -> None:
    # the groups hold 1, 3 and 1 of 5, so 20, 60 and 20 %; they weigh 30, 100 and 25 of 155: 4.5 % have to move
    assert "splitting" in codes(tree("30"))
    # 70, 100 and 25 of 195: 15.9 % have to move
    assert "splitting" not in codes(tree("70"))
    assert "splitting" in codes(with_("checks: {splitting: {within: 16%}}", text=tree("70")))


def test_groups_of_equal_weight_keep_their_proportions_inside() -> None:
    # a third each: acme 40, 90 (0.4 * 100 + 0.2 * 50 + 0.4 * 100) and 80; today 100, 20 and 25; bolt 30, 40 and 90
    assert message(tree("30"), "splitting").endswith(
        "“Daily use” with 3 of 5 criteria has 64.5 % and “Uptime” with 1 of 5 criteria has 16.1 %; "
        "with 33.3 % for each group Acme Desk would still lead by 16.7 points"
    )


def test_groups_of_one_size_follow_nothing() -> None:
    assert codes(weighed("33", "36", "31")) == []
