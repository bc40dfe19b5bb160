"""What the stakeholders would choose, as the memo tells it."""

from decide.compose.stakeholders import COMPARED, NOT_SAID
from decide.compose.voices import voices
from decide.model.page import Block, Text
from decide.model.spread import Slopes
from decide.road.memo import stressed
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS
from tests.compose.test_analyses import PEOPLE
from tests.plain import Plain, ranked
from tests.samples import pair


def told(plain: Plain) -> list[Block]:
    return list(voices(stressed(ranked(plain))))


def weighing(*prices: int) -> Plain:
    """Return the pair with stakeholders who weigh price with so many points against one for speed."""
    voices = {f"s{at}": {"weights": {"price": str(price), "speed": "1"}} for at, price in enumerate(prices)}
    return pair() | {"stakeholders": voices}


def test_who_would_choose_what_is_drawn_and_told_as_reckoned_by_hand() -> None:
    """Sales weighs as the decision does; for legal both weigh a half: a has 50, b 65; the mean of both has 5/8."""
    chart, *texts = told(pair() | PEOPLE)

    assert isinstance(chart, Slopes)
    assert chart.title == "a is first for 1 of 2 stakeholders"
    assert chart.columns == ("As written", "Sales", "Legal", "All, by shares")
    assert [slope.figures for slope in chart.slopes] == [
        ("1 (65.0)", "1 (65.0)", "2 (50.0)", "2 (57.5)"),
        ("2 (62.5)", "2 (62.5)", "1 (65.0)", "1 (63.8)"),
    ]
    assert [text.text for text in texts if isinstance(text, Text)] == [
        "With the mean of the stakeholders' weights, by their shares, b is first, 6.3 points ahead of a.",
        (
            "The stakeholders differ on the first place: a is first for Sales (50 % of the shares); b is first for "
            "Legal (50 % of the shares); over all ranks Kendall's W is 0.00 (1 where all rank alike)."
        ),
        "Kendall's tau-b of their rankings, the mean over the two stakeholders, is -1.00 (from -1 to 1).",
        "What separates them is the weight of price or speed (equally far apart): with its mean, b is first for all.",
        "The common choice that asks for least: b is first for everybody if 3.6 points of weight move (Sales 3.6).",
        NOT_SAID,
    ]


def test_whom_all_have_first_is_in_the_title_and_no_common_choice_need_be_looked_for() -> None:
    alike, turned = told(weighing(3, 4)), told(weighing(1, 2))

    assert isinstance(alike[0], Slopes)
    assert isinstance(turned[0], Slopes)
    assert alike[0].title == "a is first for every stakeholder"
    assert turned[0].title == "a is first for no stakeholder: b is first for every one"
    assert alike[-1] == turned[-1] == Text(COMPARED, "note")


def test_where_the_weights_are_the_mean_of_theirs_that_is_drawn_once_and_each_is_left_out_in_turn() -> None:
    plain = weighing(3, 1)
    for node in plain["criteria"].values():
        del node["weight"]

    chart, *texts = told(plain)

    assert isinstance(chart, Slopes)
    assert chart.columns == ("As written", "s0", "s1")
    assert any(isinstance(text, Text) and text.text.startswith("Leaving out one stakeholder") for text in texts)


def test_of_one_stakeholder_nothing_is_told() -> None:
    assert told(weighing(3)) == []


def test_the_three_roles_of_the_founding_decision_agree() -> None:
    chart, *_ = voices(stressed(ranking(DECISIONS["apple"])))

    assert isinstance(chart, Slopes)
    assert chart.title == "Alibaba is first for every stakeholder"
