"""What comes out in each scenario, as the memo tells it."""

from decide.compose.scenarios import NOT_SAID
from decide.compose.turns import MOST_TOLD, turns
from decide.model.page import Block, Table, Text
from decide.model.spread import Slopes
from decide.road.memo import stressed
from tests.compose.test_analyses import PEOPLE
from tests.plain import Plain, ranked
from tests.samples import pair


def told(plain: Plain) -> list[Block]:
    return list(turns(stressed(ranked(plain))))


def title(plain: Plain) -> str:
    chart = told(plain)[0]
    assert isinstance(chart, Slopes)
    return chart.title


def prices(*amounts: str) -> Plain:
    """Return the pair with a scenario for each of these prices of a."""
    cases = {f"s{at}": {"performance": {"a": {"price": amount}}} for at, amount in enumerate(amounts)}
    return pair() | {"scenarios": cases}


def test_scenarios_are_drawn_and_told_as_reckoned_by_hand() -> None:
    """At a price of 90 a has 3/4 * 10 + 1/4 * 20 = 12.5; four times in five it has its 65."""
    chart, *rest = told(pair() | PEOPLE)

    assert isinstance(chart, Slopes)
    assert chart.title == "a is first in no scenario"
    assert chart.columns == ("As written", "a gets dearer (20 %)", "No insurance (0 %)")
    assert [slope.figures for slope in chart.slopes] == [
        ("1 (65.0)", "2 (12.5)", "screened out"),
        ("2 (62.5)", "1 (62.5)", "1 (62.5)"),
    ]
    assert [one.text for one in rest if isinstance(one, Text)] == [
        "“a gets dearer”: b is first, 50.0 points ahead of a.",
        "“No insurance”: b is the only one left; a is screened out (Is insured).",
        "b has the highest expected score, 62.5 points.",
        "b has the best worst case, 62.5 points.",
        NOT_SAID,
    ]
    (table,) = [one for one in rest if isinstance(one, Table)]
    assert table.rows[0] == ("a", "54.5", "12.5", "a gets dearer")


def test_the_title_says_in_how_many_the_first_stays_first() -> None:
    assert title(prices("21")) == "In the scenario a is first too"
    assert title(prices("90")) == "In the scenario b is first"
    assert title(prices("21", "22")) == "a is first in every scenario"
    assert title(prices("21", "90", "22")) == "a is first in 2 of 3 scenarios"


def test_a_scenario_that_leaves_nobody_says_so() -> None:
    gates = {"insured": {"passes": {"a": "yes", "b": "yes"}}}
    plain = pair() | {"gates": gates, "scenarios": {"s": {"gates": {"insured": {"a": "no", "b": "no"}}}}}

    assert title(plain) == "In the scenario nobody is left"


def test_of_many_scenarios_those_that_change_the_first_place_are_told_first_and_the_others_stand_in_the_table() -> None:
    blocks = told(prices(*["21"] * MOST_TOLD, "90"))

    bullets = [one.text for one in blocks if isinstance(one, Text) and one.role == "reason"]
    assert len(bullets) == MOST_TOLD
    assert bullets[0].startswith(f"“s{MOST_TOLD}”: b is first")
    assert Text("1 more in the table.", "note") in blocks


def test_without_scenarios_nothing_is_told() -> None:
    assert told(pair()) == []
