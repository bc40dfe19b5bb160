"""The road from a ranking to its memo."""

import pytest

from decide.render.html import html_of
from decide.road.memo import memo, page_of_memo
from decide.road.ranking import examine
from tests.cli.door import DECISIONS


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_a_memo_is_the_page_of_the_ranking_as_html(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None

    assert memo(examined.ranking, examined.problems) == html_of(page_of_memo(examined.ranking, examined.problems))


def test_without_problems_it_tells_of_none() -> None:
    ranking = examine(DECISIONS["minimal"]).ranking
    assert ranking is not None

    assert 'class="notice' not in memo(ranking)
