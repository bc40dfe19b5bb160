"""A waiver answers for a check, for one thing, up to a day; what it covers does not count."""

import pytest

from tests.check.samples import changed, codes, examined, said, with_

TWO_BARE = changed(
    ("price: {is: 35, evidence: [bolt-offer]}", "price: 35"),
    ("uptime: {is: 99.6, evidence: [acme-probe]}", "uptime: 99.6"),
)


def waiver(check: str, about: str = "", until: str = "2025-06-30") -> str:
    subject = f"for: {about}, " if about else ""
    return f"  - {{check: {check}, {subject}because: it is known, by: Ben, until: {until}}}\n"


def waived(*waivers: str, text: str = TWO_BARE) -> str:
    return with_(f"waivers:\n{''.join(waivers)}", text=text)


def results(text: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Return the codes that count, and for each that is waived its code, who answers, and what was said."""
    problems, set_aside = examined(text)
    return [one.code for one in problems], [(one.problem.code, one.waiver.by, one.problem.message) for one in set_aside]


def test_what_is_waived_does_not_count_and_is_kept_with_its_waiver() -> None:
    counting, set_aside = results(waived(waiver("no-evidence")))

    assert counting == []
    assert [one[:2] for one in set_aside] == [("no-evidence", "Ben"), ("no-evidence", "Ben")]


@pytest.mark.parametrize("about", ["price", "bolt"])
def test_a_waiver_for_one_thing_leaves_the_rest(about: str) -> None:
    text = waived(waiver("no-evidence", about))
    counting, set_aside = results(text)

    assert counting == ["no-evidence"]
    assert "Acme Desk on “Uptime”" in said(text)[0].message
    assert ["Bolt Desk on “Price”" in message for _, _, message in set_aside] == [True]


def test_a_waiver_for_a_group_covers_what_it_holds() -> None:
    grouped = changed(
        ("  ease: {", "  use:\n    criteria:\n      ease: {"), ("  uptime: {name", "      uptime: {name"), text=TWO_BARE
    )

    assert codes(waived(waiver("no-evidence", "use"), text=grouped)) == ["no-evidence"]
    assert codes(waived(waiver("no-evidence", "use"), waiver("no-evidence", "price"), text=grouped)) == []


def test_a_waiver_takes_one_piece_out_of_a_message_that_tells_several() -> None:
    late = changed(
        ("four weeks, date: 2025-02-14", "four weeks, date: 2026"),
        ("four weeks, date: 2025-02-17", "four weeks, date: 2026"),
    )
    problems, set_aside = examined(waived(waiver("hindsight", "acme-probe"), text=late))

    assert [one.message.split(" became")[0] for one in problems] == ["bolt-probe"]
    assert [one.problem.message.split(" became")[0] for one in set_aside] == ["acme-probe"]


@pytest.mark.parametrize(
    ("until", "found"),
    [("2025-03-01", []), ("2025-03-02", []), ("2025-02-28", ["idle-waiver", "no-evidence", "no-evidence"])],
)
def test_a_waiver_holds_on_its_last_day_and_not_after(until: str, found: list[str]) -> None:
    assert found == sorted(codes(waived(waiver("no-evidence", until=until))))


def test_without_as_of_no_waiver_has_ended() -> None:
    text = changed(("as_of: 2025-03-01\n", ""), text=waived(waiver("no-evidence", until="2001-01-01")))

    assert codes(text) == []


def test_a_waiver_that_waives_nothing_is_told_for_information() -> None:
    text = waived(waiver("no-evidence"), waiver("hindsight", "bolt-probe"))

    assert [(one.code, one.severity) for one in said(text)] == [("idle-waiver", "information")]
    assert said(text)[0].message.startswith("the waiver of hindsight for bolt-probe by Ben has nothing to waive")
    assert codes(with_("checks: {idle-waiver: off}", text=text)) == []


def test_of_two_waivers_for_one_thing_the_first_is_used() -> None:
    text = waived(waiver("no-evidence"), waiver("no-evidence", "price"))

    assert codes(text) == ["idle-waiver"]
    assert said(text)[0].place.line == 4


def test_a_waiver_of_a_check_that_is_not_made_yet_is_left_alone() -> None:
    assert codes(waived(waiver("rank-reversal", "bolt"), waiver("no-evidence"))) == []


def test_what_the_loader_notices_can_be_waived() -> None:
    odd = changed(("title: Which help desk?", "title: Room #2"))

    assert results(waived(waiver("cut-by-hash"), text=odd))[0] == []
    assert [one[0] for one in results(waived(waiver("cut-by-hash"), text=odd))[1]] == ["cut-by-hash"]
