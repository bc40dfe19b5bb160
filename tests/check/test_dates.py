"""Ages count to as_of and never to today; a partial date speaks for the decision as long as it can."""

from datetime import date

import pytest

from decide.check.days import first_day, last_day
from tests.check.samples import changed, codes, message, said, with_


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-02-13", date(2025, 2, 13), date(2025, 2, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("unknown", None, None),
        ("", None, None),
        ("2025-13", None, None),
        ("2025-02-30", None, None),
    ],
)
def test_a_date_means_its_first_to_its_last_day(text: str, first: date | None, last: date | None) -> None:
    assert (first, last) == (first_day(text), last_day(text))


def probe(dated: str) -> str:
    """Return the decision of 2025-03-01 with another date of what is known of bolt's uptime."""
    return changed(("99.8 percent in four weeks, date: 2025-02-17", f"99.8 percent in four weeks, {dated}"))


@pytest.mark.parametrize(
    ("dated", "found"),
    [
        ("date: 2024-09-02", []),  # 180 days
        ("date: 2024-09-01", ["stale-evidence"]),
        ("date: 2024-09", []),
        ("date: 2024-08", ["stale-evidence"]),
        ("date: 2024", []),
        ("date: 2023", ["stale-evidence"]),
        ("date: unknown", []),
        ("grade: high", []),
        ("date: 2025-02-17, of: 2024-01-01", ["stale-evidence"]),
        ("date: 2024-01-01, of: 2025-02", []),
        ("date: 2024-01-01, of: unknown", ["stale-evidence"]),
        ("date: 2025-03-01", []),
        ("date: 2025-03-02", ["hindsight"]),
        ("date: 2025-03", []),
        ("date: 2025", []),
        ("date: 2025-04", ["hindsight"]),
        ("date: 2026", ["hindsight"]),
    ],
)
def test_what_is_stale_is_too_old_on_any_day_and_what_is_hindsight_too_late(dated: str, found: list[str]) -> None:
    assert found == codes(probe(dated))


def test_without_a_day_nothing_is_stale_and_nothing_hindsight() -> None:
    texts = [changed(("as_of: 2025-03-01\n", ""), text=probe(f"date: {day}")) for day in ("2001-01-01", "2999-01-01")]

    assert [codes(text) for text in texts] == [[], []]


def test_the_newest_evidence_of_a_cell_counts_and_later_evidence_does_not() -> None:
    old = probe("date: 2024-01-01")
    newer = changed(("[bolt-probe]", "[bolt-probe, log]"), text=old)
    later = changed(
        ("[bolt-probe]", "[bolt-probe, log]"), ("a month, date: 2025-02-10", "a month, date: 2026"), text=old
    )
    undated = changed(
        ("[bolt-probe]", "[bolt-probe, log]"), ("a month, date: 2025-02-10", "a month, date: unknown"), text=old
    )

    assert [sorted(codes(text)) for text in (newer, later, undated)] == [[], ["hindsight", "stale-evidence"], []]


def test_how_old_it_may_be_is_said_by_the_criterion_its_group_the_price_or_the_file() -> None:
    old = probe("date: 2024-09-01")
    own = changed(("  uptime: {name", "  uptime: {max_age: 181 days, name"), text=old)
    group = changed(("  uptime: {", "  more:\n    max_age: 181 days\n    criteria:\n      uptime: {"), text=old)
    file = with_("checks: {stale-evidence: {max_age: 181 days}}", text=old)

    assert [codes(text) for text in (own, group, file)] == [[], [], []]
    assert codes(changed(("max_age: 181", "max_age: 179"), text=own)) == ["stale-evidence"]


def test_a_price_lasts_60_days() -> None:
    # 2024-12-31 is 60 days before 2025-03-01
    fresh = changed(("35 EUR per seat, date: 2025-02-17", "35 EUR per seat, date: 2024-12-31"))
    old = changed(("35 EUR per seat, date: 2025-02-17", "35 EUR per seat, date: 2024-12-30"))

    assert [codes(f"price: price\n{text}") for text in (fresh, old)] == [[], ["stale-evidence"]]
    assert codes(old) == []
    assert codes(f"price: price\nchecks: {{stale-evidence: {{price: 61 days}}}}\n{old}") == []


def test_stale_evidence_tells_its_age_and_what_is_at_stake() -> None:
    # bolt has 54.5 with its uptime at 100
    assert message(probe("date: 2024-07-31"), "stale-evidence") == (
        "the newest evidence for Bolt Desk on “Uptime”, 25.0 % of the weight, was 213 days old on 2025-03-01, and "
        "180 days are the most; were that unknown, the lead of Acme Desk could shrink to 16.5 points"
    )


def test_hindsight_is_told_once_with_the_cells_that_rest_on_nothing_else() -> None:
    text = changed(
        ("99.6 percent in four weeks, date: 2025-02-14", "99.6 percent, date: 2025-06"), text=probe("date: 2026")
    )

    # acme 51, bolt 54.5
    assert codes(text) == ["hindsight"]
    assert message(text, "hindsight") == (
        "acme-probe and bolt-probe became known only after 2025-03-01; 2 performances rest on nothing else; "
        "were these unknown, Bolt Desk could be first"
    )


def test_much_hindsight_is_counted_and_listed_in_the_remedy() -> None:
    days = [("books: {", "books"), ("survey: {", "survey"), ("log: {", "log"), ("acme-probe: {", "acme-probe")]
    text = changed(*((old, f"{old}date: 2026, ") for old, _ in days)).replace(", date: 2025-02-10}", "}")
    text = changed(("four weeks, date: 2025-02-14}", "four weeks}"), text=text)
    (one,) = said(text)

    # acme 51, and today at best 100
    assert one.message.startswith("4 facts are later than 2025-03-01; 4 performances rest on nothing else; were these")
    assert "Uptime (Shared mailbox and Acme Desk) rest on nothing else" in one.hint
    assert one.hint.endswith("they are books, survey, log and acme-probe")


def test_hindsight_beside_something_earlier_or_unused_is_told_as_harmless() -> None:
    beside = changed(("[bolt-probe]", "[bolt-probe, log]"), text=probe("date: 2026"))
    unused = changed(("evidence: [bolt-probe]", "evidence: [log]"), text=probe("date: 2026"))

    assert message(beside, "hindsight").endswith("1 performance cites it beside something earlier")
    assert message(unused, "hindsight").endswith("no performance that is ranked cites it")
