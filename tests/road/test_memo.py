"""The road from a ranking to its memo."""

import pytest

from decide.compose.flipped import UNTRIED
from decide.render.html import html_of
from decide.road.examined import examine
from decide.road.findings import findings
from decide.road.flips import flips
from decide.road.memo import MOST_CELLS, MOST_RANKED, TOLD, memo, page_of_memo, stressed
from tests.cli.door import DECISIONS
from tests.plain import ranked
from tests.samples import pair


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_a_memo_is_the_page_of_the_ranking_as_html(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None

    assert memo(examined.ranking, examined.problems) == html_of(page_of_memo(examined.ranking, examined.problems))


def test_without_problems_it_tells_of_none() -> None:
    ranking = examine(DECISIONS["minimal"]).ranking
    assert ranking is not None

    assert 'class="notice' not in memo(ranking)


def test_of_a_small_decision_everything_is_found_out_that_a_memo_tells() -> None:
    ranking = examine(DECISIONS["everything"]).ranking
    assert ranking is not None

    found = stressed(ranking)

    assert found.whole
    assert {finding.analysis for finding in found.findings} == {*TOLD, "acceptability"}
    likely = [finding for finding in found.findings if finding.analysis == "acceptability"]
    assert found.findings == (*findings(ranking, TOLD), *likely)
    assert set(likely) <= set(findings(ranking, ["acceptability"]))
    assert found.flips == flips(ranking, found.findings)


def test_of_a_large_decision_a_memo_has_what_takes_little_time_each_once_and_says_what_it_has_not() -> None:
    plain = pair()
    names = [f"n{place}" for place in range(MOST_CELLS // 2 + 1)]
    plain["candidates"] = names
    plain["performance"] = {name: {"price": str(min(place, 99)), "speed": "5"} for place, name in enumerate(names)}
    ranking = ranked(plain)

    found = stressed(ranking)

    assert not found.whole
    assert len(set(found.findings)) == len(found.findings)
    assert {"weight-crossings", "least-change", "leave-one-out"} <= {finding.analysis for finding in found.findings}
    assert not found.told("least-change", "moved")
    assert UNTRIED in memo(ranking)


def test_of_many_candidates_the_ranks_are_left_to_another_command_and_the_rest_is_found_out() -> None:
    plain = pair()
    names = [f"n{place}" for place in range(MOST_RANKED + 1)]
    plain["candidates"] = names
    plain["performance"] = {name: {"price": str(place), "speed": "5"} for place, name in enumerate(names)}
    ranking = ranked(plain)

    found = stressed(ranking)

    assert found.whole
    assert not found.told("rank-range")
    assert found.told("least-change", "moved")
    assert "Left to decide stress, for the size of this decision: the best and the worst rank of each." in memo(ranking)
