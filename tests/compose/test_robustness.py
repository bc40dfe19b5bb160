"""How robust it is: what could be left out, and who can never be first, in a sentence each."""

from decide.compose.robustness import robustness
from decide.model.page import Lines, Text, Tornado
from decide.road.memo import MOST_CELLS, stressed
from decide.road.ranking import ranking
from tests.cli.door import CRITERIA, DECISIONS
from tests.plain import Plain, ranked
from tests.samples import pair


def texts(plain: Plain) -> list[str]:
    return [block.text for block in robustness(stressed(ranked(plain))) if isinstance(block, Text)]


def test_the_founding_decision_is_told_from_its_weights_to_who_can_never_be_first() -> None:
    blocks = list(robustness(stressed(ranking(DECISIONS["apple"]))))

    assert sum(isinstance(block, Lines) for block in blocks) == sum(isinstance(block, Tornado) for block in blocks) == 1
    assert [block.text for block in blocks[-4:] if isinstance(block, Text)] == [
        "Without any single criterion the first place stays as it is (19 tried).",
        "Without any single other candidate the first place stays as it is (4 tried).",
        "Without any single origin of evidence the first place stays as it is (27 tried).",
        (
            "While the weights keep their order, no weights make any of Baidu, Tencent, ByteDance and DeepSeek first, "
            "with all performances as they stand."
        ),
    ]


def test_what_could_not_be_left_out_is_told_and_the_first_itself_is_no_news() -> None:
    told = texts(pair())

    assert (
        "Leaving out one criterion changes the first place in 1 of 2 cases: "
        "without price b is first, 50.0 points ahead of a."
    ) in told
    assert "Without any single other candidate the first place stays as it is (1 tried)." in told


def test_who_is_first_under_no_weights_at_all_is_told_apart() -> None:
    told = [block for block in robustness(stressed(ranking(CRITERIA / "minimal.yaml"))) if isinstance(block, Text)]

    assert [text.text for text in told[-2:]] == [
        "No weights make Initech Leads first, with all performances as they stand.",
        "While the weights keep their order, no weights make Globex CRM first, with all performances as they stand.",
    ]


def test_what_is_left_out_for_the_size_of_the_decision_is_said_where_it_has_what_it_takes() -> None:
    plain = pair()
    names = [f"n{place}" for place in range(MOST_CELLS // 2 + 1)]
    plain["candidates"] = names
    plain["performance"] = {name: {"price": "5"} for name in names}
    plain["assessments"] = {"mei": {"n0": {"speed": "5"}}}
    plain["scenarios"] = {"s": {"performance": {"n0": {"price": "9"}}}}

    assert texts(plain)[-1] == (
        "Left to decide stress, for the size of this decision: the best and the worst rank of each, "
        "what comes out in each scenario and where assessors differ."
    )
    assert not any("Left to decide stress" in text for text in texts(pair()))


def test_there_is_nothing_to_say_of_one_candidate_alone() -> None:
    plain = pair() | {"candidates": ["a"]}
    del plain["performance"]["b"]

    assert texts(plain) == []
