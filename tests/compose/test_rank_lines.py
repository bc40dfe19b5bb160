"""The best and the worst rank of each as lines: what the findings say, in their words, and no more."""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings

from decide.compose.names import Names
from decide.compose.rank_lines import rank_lines
from decide.compose.stressed import Stressed
from decide.model.page import Block, Text
from decide.model.rows import Reached
from decide.model.spread import RankLines
from decide.road.findings import findings
from decide.road.memo import stressed
from decide.road.possible import possible_weights
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions


def told(plain: Plain) -> list[Block]:
    return list(rank_lines(stressed(ranked(plain))))


def picture(blocks: list[Block]) -> RankLines:
    (block,) = [one for one in blocks if isinstance(one, RankLines)]
    return block


def test_the_ranks_of_the_pair_are_reckoned_by_hand_and_nothing_open_is_spoken_of() -> None:
    """While price weighs no less than speed it has half the weight or more: at half a has 50 and b has 65."""
    blocks = told(pair())

    block = picture(blocks)
    assert block.title == "a can fall to rank 2 of 2; b can rise to the first"
    assert [(line.label, line.rank, line.span, line.note) for line in block.lines] == [
        ("a", "1", "1 … 2", ""),
        ("b", "2", "1 … 2", ""),
    ]
    assert "all that keep the order of the point weights" in block.reading
    assert "not determined" not in block.reading
    assert blocks == [block]


def test_who_stays_first_does_so_whatever_is_possible() -> None:
    plain = pair()
    plain["performance"]["b"] = {"price": "90", "speed": "1"}

    assert picture(told(plain)).title == "a stays first whatever the possible weights and performances"


def test_where_something_is_open_the_extreme_joint_case_stands_below_in_words() -> None:
    """Price at 60 is worth 40 to a, so 3/4 * 40 + 1/4 * 20 = 35; b has 62.5, which is 27.5 more."""
    plain = pair()
    plain["performance"]["a"]["price"] = {"is": "20", "low": "10", "high": "60"}

    block, joint = told(plain)

    assert isinstance(block, RankLines)
    assert block.title == (
        "a can fall to rank 2 of 2 if weights and all that is open turn against it; b can rise to the first"
    )
    assert joint == Text(
        "With a at its low and all others at their high, b leads it by 27.5 points at today's weights."
    )


def test_those_who_tie_for_first_fall_as_the_lowest_of_them_does() -> None:
    plain = pair()
    plain["performance"]["b"] = {"price": "30", "speed": "5"}  # 3/4 * 70 + 1/4 * 50 = 65

    assert picture(told(plain)).title == "Of a and b, who tie for first today, one can fall to rank 2 of 2"


def test_what_is_not_determined_is_said_to_be_so() -> None:
    found = stressed(ranked(pair()))
    names, loose = found.names, []
    for finding in found.told("rank-range", "best", "worst"):
        (row,) = finding.rows
        assert isinstance(row, Reached)
        shown = replace(row, shown=row.today, proved=1 if finding.variant == "best" else 2)
        loose.append(replace(finding, status="undetermined", rows=(shown,)))

    block = picture(list(rank_lines(Stressed(names, tuple(loose)))))

    assert block.title == "a was not found on any lower rank than the first, which is not proved"
    assert [(line.span, line.note) for line in block.lines] == [
        ("1", "1 … 2 not excluded"),
        ("2", "1 … 2 not excluded"),
    ]
    assert block.reading.endswith("Dotted: whether it can come so far is not determined.")


def test_the_founding_decision_says_who_can_rise_and_how_far_its_choice_can_fall() -> None:
    blocks = list(rank_lines(stressed(ranking(DECISIONS["apple"]))))

    assert picture(blocks).title == (
        "Alibaba can fall to rank 4 of 5 if weights and all that is open turn against it; "
        "ByteDance, Tencent and Baidu can rise to the first"
    )


def test_without_findings_there_is_no_picture() -> None:
    assert list(rank_lines(Stressed(stressed(ranked(pair())).names))) == []


@settings(max_examples=200)
@given(decisions())
def test_a_line_holds_every_rank_that_today_s_weights_and_the_ends_of_the_scores_can_give(plain: Plain) -> None:
    known = ranked(plain)
    if not 2 <= len(known.ranked) <= 6:
        return
    block = picture(
        list(rank_lines(Stressed(Names(known, possible_weights(known)), tuple(findings(known, ("rank-range",))))))
    )

    ends = [(entry.score.low, entry.score.high) for entry in known.ranked]
    for scores in product(*ends):
        for place, line in enumerate(block.lines):
            rank = 1 + sum(other > scores[place] for other in scores)
            assert line.top <= line.best <= rank <= line.worst <= line.bottom
    assert [line.today for line in block.lines] == [entry.rank for entry in known.ranked]
