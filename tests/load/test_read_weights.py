"""Weights as typed are of one kind, complete, and sum to what they must, or are refused."""

import pytest

from tests.load.reading import in_short, problems

TREE = """\
decide: 1
title: Which CRM?
candidates: [Acme, Bolt]
criteria:
  cost:
    criteria:
      price: {range: {worst: 100, best: 0}A}
      fee: {range: {worst: 10, best: 0}B}
    weight: C
  ease: {levels: [poor, good]D}
REST
"""


def text(*, a: str = "", b: str = "", c: str = "", d: str = "", rest: str = "") -> str:
    """Return a decision with weights: a and b on the leaves of a group, c on the group, d on the leaf beside it."""
    weighed = TREE.replace("A}", f", weight: {a}}}" if a else "}").replace("B}", f", weight: {b}}}" if b else "}")
    weighed = weighed.replace("D}", f", weight: {d}}}" if d else "}").replace("REST", rest)
    return weighed.replace("    weight: C\n", f"    weight: {c}\n" if c else "")


@pytest.mark.parametrize(
    "good",
    [
        text(),
        text(a="60", b="10", d="30"),
        text(a="0", b="10", d="0.5"),
        text(a="50..70", b="{is: 10, low: 5, high: 20}", d="30"),
        text(a="60%", b="40%", c="70%", d="30%"),
        text(c="70 %", d="30%"),
        text(a="60%", b="40%"),
        text(c="60..80%", d="20%..40%"),
        text(rest="weights: equal"),
        text(rest="weights: {order: [ease, [price, fee]], formula: rank-sum}"),
        text(rest="stakeholders: {legal: {weights: {price: 1, fee: 2, ease: 3}}, sales: {weights: equal}}"),
        text(a="60", b="10", d="30", rest="scenarios: {later: {weights: {ease: 50}}}"),
    ],
)
def test_weights_of_one_kind_that_are_complete_are_read(good: str) -> None:
    assert problems(good) == ()


@pytest.mark.parametrize(
    ("bad", "code", "message"),
    [
        (text(a="60", b="40%", d="30"), "mixed-weights", "fee is weighed in percents, other criteria are not"),
        (text(a="60", b="10"), "mixed-weights", "ease has no weight, others have points"),
        (text(a="60", b="10", c="70", d="30"), "mixed-weights", "cost is a group: points stand on leaves"),
        (text(a="60%", b="40%", c="70%"), "mixed-weights", "ease has no share, others have one"),
        (text(a="5..20%", b="{low: 5, high: 20%}"), "mixed-weights", "this weight is partly in percent"),
        (text(c="70%", d="20%"), "shares-not-100", "the shares of cost, ease sum to 90 %, not 100 %"),
        (text(a="33.33333%", b="66.66666%"), "shares-not-100", "the shares of price, fee sum to 99.99999 %, not 100 %"),
        (text(a="0", b="0.0", d="0"), "all-weights-zero", "all weights are 0"),
        (text(a="-1", b="1", d="1"), "wrong-type", "a weight is never negative"),
        (text(a="high", b="1", d="1"), "wrong-type", "high is not a number"),
        (text(a="[1, 2]", b="1", d="1"), "wrong-type", "a weight is a number, or a range of them; this is a list"),
        (text(a="{}", b="1", d="1"), "wrong-type", "no weight is written here"),
        (text(a="20..5", b="1", d="1"), "bad-range", "20..5 begins with its larger end"),
        (text(a="{low: 5}", b="1", d="1"), "bad-range", "only one end of the range is given"),
        (text(a="{is: 50, low: 5, high: 20}", b="1", d="1"), "bad-range", "low, is and high are not in this order"),
        (text(a="1", b="1", d="1", rest="weights: equal"), "mixed-weights", "weights stand in the tree and under"),
        (text(rest="weights: {price: 3}"), "wrong-type", "weights here is  equal  or  {order: [first, second, …]}"),
        (text(rest="weights:"), "wrong-type", "nothing stands after  weights:"),
        (text(rest="weights: {order: [ease, price]}"), "order-incomplete", "the order lacks fee"),
        (text(rest="weights: {order: [ease, cost]}"), "unknown-criterion", "“cost” is a group"),
        (text(rest="weights: {order: [ease, fee, prize]}"), "unknown-criterion", "there is no criterion “prize”"),
        (text(rest="weights: {order: [ease, [fee, ease], price]}"), "duplicate-key", "ease stands in the order twice"),
        (text(rest="weights: {order: [ease, fee, price], formula: roc}"), "wrong-type", "formula is one of centroid"),
        (text(rest="possible_weights: all"), "wrong-type", "“all” is none of order, any, stated, nor a share"),
        (text(rest="possible_weights: 30"), "off-range", "the share that each weight may be off lies between 0% and"),
        (text(rest="stakeholders: {legal: {weights: {}}}"), "wrong-type", "no weight stands here"),
        (
            text(rest="stakeholders: {legal: {weights: {price: 1}}}"),
            "mixed-weights",
            "“legal” gives no weight to fee, ease, and one to",
        ),
        (
            text(rest="stakeholders: {legal: {weights: {price: 0, fee: 0, ease: 0}}}"),
            "all-weights-zero",
            "all weights of “legal”",
        ),
        (
            text(rest="stakeholders: {legal: {share: 0, weights: equal}}"),
            "all-weights-zero",
            "the shares of all stakeholders",
        ),
        (
            text(c="70%", d="30%", rest="stakeholders: {legal: {weights: {price: 1, fee: 2, ease: 3}}}"),
            "mixed-weights",
            "“legal” weighs in points, others do not",
        ),
        (
            text(c="70%", d="30%", rest="scenarios: {later: {weights: {ease: 50}}}"),
            "mixed-weights",
            "“later” weighs in points, others do not",
        ),
    ],
)
def test_weights_that_do_not_compare_are_told(bad: str, code: str, message: str) -> None:
    found = problems(bad)

    assert found[0].code == code
    assert found[0].message.startswith(message)
    assert {problem.code for problem in found} == {code}


def test_the_share_that_is_left_is_told() -> None:
    assert problems(text(c="70%", d="20.5%"))[0].hint == "with the others as they are, ease is 30%"


def test_a_criterion_lost_to_another_fault_is_not_missed_in_the_sums() -> None:
    bad = text(c="70%", d="30%").replace("levels: [poor, good]", "levels: [poor]")

    assert in_short(bad) == ["10:18 bad-scale"]


def test_weights_of_stakeholders_are_no_ground_to_stand_on_where_every_criterion_is_lost() -> None:
    bad = text(rest="stakeholders: {legal: {weights: {price: 1, fee: 2, ease: 3}}}")
    bad = bad.replace("worst: 100", "worst: 0").replace("worst: 10,", "worst: 0,").replace("[poor, good]", "[good]")

    assert [told.split()[1] for told in in_short(bad)] == ["bad-scale"] * 3
