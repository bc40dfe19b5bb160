"""Gates and limits: equal passes, a range across is told, and what is unknown goes as the file says."""

from typing import Any

import pytest

from tests.plain import Plain, answer, copied, ranked, with_cells
from tests.samples import pair, tree

CURVE = {"curve": {"0": "0", "30": "100", "60": "100", "180": "0"}, "weight": "1"}


def verdicts(plain: Plain, candidate: str = "b") -> list[tuple[str, str, str]]:
    return sorted(answer(plain).hurdles[candidate])


def limited(cell: Any, limit: str, scale: Plain, **more: Any) -> list[tuple[str, str, str]]:
    """Return what b meets with this cell on a third criterion with this scale and limit."""
    plain = with_cells(pair(), "b", {"third": cell})
    plain["criteria"]["third"] = {"weight": "1", **scale, "limit": limit}
    return verdicts(plain | more)


@pytest.mark.parametrize(("passes", "verdict"), [("yes", []), ("no", ["failed"]), ("unknown", ["unknown"])])
def test_a_gate_is_passed_failed_or_open(passes: str, verdict: list[str]) -> None:
    plain = pair() | {"gates": {"filed": {"passes": {"b": passes}}}}

    assert [("gate", "filed", one) for one in verdict] == verdicts(plain)


def test_who_is_absent_from_a_gate_is_unknown_and_kept_unless_the_gate_excludes() -> None:
    kept, excluded = (
        pair() | {"gates": {"filed": {"passes": {"a": "yes"}, "if_unknown": rule}}} for rule in ("keep", "exclude")
    )

    assert verdicts(kept) == [("gate", "filed", "unknown")]
    assert verdicts(excluded) == [("gate", "filed", "failed")]
    assert [[entry.candidate.id for entry in ranked(each).ranked] for each in (kept, excluded)] == [["a", "b"], ["a"]]


def test_who_is_excluded_as_unknown_is_told_why() -> None:
    plain = pair() | {"gates": {"filed": {"name": "Filed", "passes": {"a": "yes"}, "if_unknown": "exclude"}}}

    (hurdle,) = ranked(plain).excluded[0].hurdles

    assert (hurdle.name, hurdle.reason) == ("Filed", "it is unknown, and what is unknown is excluded here")


def test_who_fails_a_gate_is_told_the_reason_of_the_file() -> None:
    plain = pair() | {"gates": {"filed": {"passes": {"a": "yes", "b": {"is": "no", "because": "no licence"}}}}}

    assert ranked(plain).excluded[0].hurdles[0].reason == "no licence"


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("40", []),
        ("40.0000001", ["failed"]),
        ("39", []),
        ("30..40", []),
        ("30..50", []),  # the middle is 40
        ("30..51", ["failed"]),
        ({"is": "40", "low": "30", "high": "41"}, ["across"]),
        ({"is": "41", "low": "30", "high": "90"}, ["failed"]),
        ("unknown", ["unknown"]),
        (None, ["unknown"]),
    ],
)
def test_where_lower_is_better_the_limit_is_the_most_that_is_accepted(cell: Any, verdict: list[str]) -> None:
    across = ["across"] if cell == "30..50" else []

    found = limited(cell, "40", {"range": {"worst": "100", "best": "0"}})

    assert [("limit", "third", one) for one in verdict + across] == found


@pytest.mark.parametrize(("cell", "verdict"), [("6", []), ("5.9", ["failed"]), ("6..9", []), ("5..9", ["across"])])
def test_where_higher_is_better_the_limit_is_the_least_that_is_accepted(cell: str, verdict: list[str]) -> None:
    found = limited(cell, "6", {"range": {"worst": "0", "best": "10"}})

    assert [("limit", "third", one) for one in verdict] == found


def test_an_unknown_cell_under_a_limit_is_excluded_where_the_criterion_says_so() -> None:
    found = limited("unknown", "6", {"range": {"worst": "0", "best": "10"}, "if_unknown": "exclude"})

    assert found == [("limit", "third", "failed")]


def test_a_logarithm_does_not_blur_a_limit() -> None:
    scale = {"range": {"worst": "1", "best": "1000"}, "value": "log"}

    # 10.0000000000000001 is worth as much as 10 once rounded to 12 decimals, and 9.9999999999999999 too
    assert limited("10", "10", scale) == []
    assert limited("9.9999999999999999", "10", scale) == [("limit", "third", "failed")]


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("30", []),
        ("60", []),
        ("29", ["failed"]),
        ("61", ["failed"]),
        ({"is": "30", "low": "20", "high": "40"}, ["across"]),
        ({"is": "60", "low": "40", "high": "90"}, ["across"]),
        ("20..40", ["across"]),  # the middle is 30
        ("20..39", ["failed"]),
    ],
)
def test_on_a_curve_a_limit_is_the_stretch_that_is_accepted(cell: Any, verdict: list[str]) -> None:
    assert [("limit", "third", one) for one in verdict] == limited(cell, "30..60", CURVE)


def test_levels_of_equal_value_are_told_apart_by_a_limit() -> None:
    scale = {"levels": ["none", "some", "much", "all"], "value": ["0", "50", "50", "100"]}

    assert limited("some", "much", scale) == [("limit", "third", "failed")]
    assert limited({"is": "much", "low": "some", "high": "all"}, "much", scale) == [("limit", "third", "across")]
    assert limited("much", "2", scale) == []
    assert limited({"is": "some", "low": "none", "high": "all"}, "much", scale) == [("limit", "third", "failed")]


@pytest.mark.parametrize("cell", ["110", "110..120", {"is": "110", "low": "105", "high": "120"}])
def test_a_scale_that_clips_does_not_let_pass_what_is_worse_than_its_limit(cell: Any) -> None:
    scale = {"range": {"worst": "100", "best": "0"}, "beyond": "clip"}

    assert limited(cell, "100", scale) == [("limit", "third", "failed")]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("6", "6", []),
        ("5", "7", ["across"]),
        ("5", "6", ["failed"]),
        ("unknown", "6", []),
        ("unknown", None, ["unknown"]),
    ],
)
def test_the_mean_of_assessors_stands_to_the_limit_and_their_spread_may_reach_across(
    first: str, second: str | None, verdict: list[str]
) -> None:
    judged = {"mei": {"b": {"third": first}}, "lin": {"b": {"third": second}}}

    found = limited(None, "6", {"range": {"worst": "0", "best": "10"}}, assessments=judged)

    assert [("limit", "third", one) for one in verdict] == found


@pytest.mark.parametrize(("limit", "verdict"), [("10", "across"), ("20", "failed")])
def test_the_mean_of_assessors_is_that_of_their_values_and_not_of_their_amounts(limit: str, verdict: str) -> None:
    judged = {"mei": {"b": {"third": "1"}}, "lin": {"b": {"third": "100"}}}

    found = limited(None, limit, {"range": {"worst": "1", "best": "100"}, "value": "log"}, assessments=judged)

    # (0 + 100) / 2 = 50, which is the value of 10 and below that of 20; the mean of the amounts would be 50.5
    assert [("limit", "third", verdict)] == found


@pytest.mark.parametrize(
    ("first", "second", "verdict"), [("20", "50", ["across"]), ("40", "50", []), ("0", "50", ["failed"])]
)
def test_on_a_curve_the_mean_of_the_assessors_amounts_lies_in_the_stretch(
    first: str, second: str, verdict: list[str]
) -> None:
    judged = {"mei": {"b": {"third": first}}, "lin": {"b": {"third": second}}}

    # the means are 35, 45 and 25
    found = limited(None, "30..60", CURVE, assessments=judged)

    assert [("limit", "third", one) for one in verdict] == found


@pytest.mark.parametrize(("limit", "verdict"), [("55", []), ("55.1", ["failed"]), ("50", [])])
def test_a_limit_on_a_group_counts_points_out_of_a_hundred_within_it(limit: str, verdict: list[str]) -> None:
    plain = tree()
    plain["criteria"]["quality"]["limit"] = limit

    # quality of b: 1/4 * 70 + 3/4 * 50 = 55
    assert [("group", "quality", one) for one in verdict] == verdicts(plain)


def test_a_group_that_weighs_nothing_is_limited_by_its_own_shares() -> None:
    plain = tree()
    plain["criteria"]["price"]["weight"], plain["criteria"]["quality"]["weight"] = "100%", "0%"
    passing, failing = copied(plain), copied(plain)
    passing["criteria"]["quality"]["limit"], failing["criteria"]["quality"]["limit"] = "55", "56"

    # 1/4 * 70 + 3/4 * 50 = 55; shared alike it would be 60
    assert (verdicts(passing), verdicts(failing)) == ([], [("group", "quality", "failed")])


def test_a_group_without_any_points_is_limited_by_its_mean() -> None:
    plain = tree()
    for node in (plain["criteria"]["quality"], *plain["criteria"]["quality"]["criteria"].values()):
        node.pop("weight")
    plain["criteria"]["price"]["weight"] = "1"
    for node in plain["criteria"]["quality"]["criteria"].values():
        node["weight"] = "0"
    passing, failing = copied(plain), copied(plain)
    passing["criteria"]["quality"]["limit"], failing["criteria"]["quality"]["limit"] = "60", "61"

    # (70 + 50) / 2 = 60
    assert (verdicts(passing), verdicts(failing)) == ([], [("group", "quality", "failed")])


def test_a_range_that_reaches_below_the_limit_of_a_group_or_of_the_score_is_told() -> None:
    plain = with_cells(tree() | {"limit": "50"}, "b", {"support": {"is": "1", "low": "0", "high": "2"}})
    plain["criteria"]["quality"]["limit"] = "55"

    # at the low end: quality 17.5, score 57 - 22.5
    assert verdicts(plain) == [("group", "quality", "across"), ("score", "score", "across")]


@pytest.mark.parametrize(("limit", "kept"), [("62.5", ["a", "b"]), ("62.6", ["a"]), ("65.1", [])])
def test_a_limit_at_the_top_screens_out_lower_scores(limit: str, kept: list[str]) -> None:
    ranking = ranked(pair() | {"limit": limit})

    assert kept == [entry.candidate.id for entry in ranking.ranked]
    assert {"a", "b"} - set(kept) == {entry.candidate.id for entry in ranking.excluded}


def test_one_who_fails_everything_is_told_everything() -> None:
    plain = pair() | {"limit": "63", "gates": {"filed": {"passes": {"a": "yes", "b": "no"}}}}
    plain["criteria"]["price"]["limit"] = "30"

    expected = [("gate", "filed", "failed"), ("limit", "price", "failed"), ("score", "score", "failed")]
    assert expected == verdicts(plain)
