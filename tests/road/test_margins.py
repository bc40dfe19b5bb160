"""The road from a ranking to the few findings that checks read."""

import pytest

from decide.model.codes import CODES
from decide.road import margins as road
from decide.road.examined import examine
from decide.road.findings import findings
from decide.road.margins import margins
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS


@pytest.mark.parametrize("name", sorted(DECISIONS))
def test_what_checks_read_is_among_all_findings(name: str) -> None:
    known = ranking(DECISIONS[name])

    handed_over = list(margins(known))

    wanted = {
        "least-change": ("tolerance", "dethrone-moved"),
        "performance-change": ("one", "slip"),
        "can-be-first": ("",),
        "leave-one-out": ("origin", "assessor"),
        "acceptability": ("holding",),
    }
    every = [one for one in findings(known, wanted) if one.variant in wanted[one.analysis]]
    ahead = [one for one in handed_over if one.variant == "ahead"]
    rest = [one for one in handed_over if one.variant != "ahead"]
    assert sorted(map(repr, rest)) == sorted(map(repr, every))
    assert len(ahead) == bool(known.lead)
    assert all(one in findings(known, ["acceptability"]) for one in ahead)


def test_of_a_large_decision_only_what_is_cheap_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(road, "MOST_CELLS", 11)
    monkeypatch.setattr(road, "MOST_COMPARED", 47)
    monkeypatch.setattr(road, "MOST_LIKELY", 11)

    assert [one.variant for one in margins(ranking(DECISIONS["minimal"]))] == ["tolerance", "dethrone-moved"]


def test_how_large_that_is_is_said_where_the_checks_are_explained() -> None:
    said = {code: CODES[code].why for code in ("one-cell-flips", "one-source-decides", "never-first")}

    assert [str(limit) in why for why, limit in zip(said.values(), (1000, 1000, 25000), strict=True)] == [True] * 3
    assert (road.MOST_CELLS, road.MOST_COMPARED) == (1000, 25000)


def test_the_checks_of_a_decision_read_findings() -> None:
    assert "one-cell-flips" in {problem.code for problem in examine(DECISIONS["minimal"]).problems}
