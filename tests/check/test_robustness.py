"""How firmly the first place stands: leads, tolerances, single cells, moved weight, and origins."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from decide.check.checks import found
from decide.check.study import Study
from decide.model.change import Change, Without
from decide.model.ranking import Ranking
from decide.model.tree import CurveScale, LevelScale
from decide.rank.change import changed as after
from decide.road.margins import margins
from decide.value.functions import value
from tests.check.samples import examined, said, with_
from tests.plain import Plain, ranked
from tests.strategies import checked_decisions, decisions

SAMPLES = Path(__file__).parents[1] / "problems"
CLOSE, CELL, THIN, SOURCE = ("no-clear-winner", "one-cell-flips", "thin-weight-margin", "one-source-decides")
Key = tuple[str, ...]


def sample(code: str) -> str:
    return (SAMPLES / f"{code}.yaml").read_text(encoding="utf-8")


def codes(text: str) -> list[str]:
    return [problem.code for problem in examined(text)[0]]


def message(text: str, code: str) -> str:
    (one,) = (problem.message for problem in examined(text)[0] if problem.code == code)
    return one


def flaws(ranking: Ranking, code: str) -> set[Key]:
    checked = found(Study(ranking, tuple(margins(ranking))))
    return next((set(found_) for check, found_ in checked if check.code == code), set())


def winners(ranking: Ranking) -> set[str]:
    return {entry.candidate.id for entry in ranking.winners}


# acme 40 % of 40, 35 % of 80, 25 % of 60; bolt 70, 40 and 50: 59 against 54.5
def test_a_small_lead_is_no_clear_one() -> None:
    text = sample(CLOSE)

    assert message(text, CLOSE) == "Acme Desk leads by 4.5 points only"
    assert codes(text.replace("checks: {", "checks: {no-clear-winner: {lead: 4}, ")) == []
    # for and against: 14 + 2.5 and 12, so 4.5 of 28.5
    assert message(text.replace("checks: {", "checks: {no-clear-winner: {lead: 4, tolerance: 16%}, "), CLOSE) == (
        "Acme Desk leads by 4.5 points; weights that are each off by 15.8 % can bring Bolt Desk level"
    )


def test_a_lead_of_exactly_the_threshold_is_clear() -> None:
    # speed 8.142857… would be a lead of 5; uptime 99.24 adds 0.5
    assert codes(sample(CLOSE).replace("uptime: 99.2}", "uptime: 99.24}")) == []


def test_a_lead_that_ranges_may_undo_is_no_clear_one() -> None:
    # acme: 40 % of 80, 35 % of 0 … 100, 25 % of 60, so 47 … 82 against 54.5, above it in 27.5 of 35
    text = sample(CLOSE).replace("price: 30, speed: 8", "price: 10, speed: 0..10")

    assert CLOSE not in codes(sample(CLOSE).replace("price: 30, speed: 8", "price: 10, speed: 5"))
    assert "with what is open drawn from its ranges it stays first with a chance of" in message(text, CLOSE)
    assert CLOSE not in codes(text.replace("checks: {", "checks: {no-clear-winner: {chance: 50%}, "))


def test_weights_count_where_they_are_stated_to_be_open() -> None:
    # acme is 20 behind on price, 40 ahead on speed, 10 on uptime
    text = sample(CLOSE).replace("price: 30,", "price: 25,")

    assert CLOSE not in codes(f"{text}possible_weights: any\n")
    assert "it is ahead of Bolt Desk under" in message(f"{text}preferences: [price >= uptime]\n", CLOSE)


def test_a_tie_is_no_clear_winner() -> None:
    # price 41.25 instead of 30 takes 9 from acme; 1.25 % of uptime is worth 0.3125
    text = sample(CLOSE).replace("price: 30, speed: 8, uptime: 99.2", "price: 15, speed: 4, uptime: 99")

    assert message(text, CLOSE) == "Acme Desk and Bolt Desk tie for first: the figures do not choose between them"


def test_one_alone_is_clear() -> None:
    assert codes(with_("gates: {eu: {passes: {today: no, acme: yes, bolt: no}}}", text=sample(CLOSE))) == [
        "few-candidates"
    ]


# acme 24 + 17.5 + 15 = 56.5; bolt 4 + 35 + 10 = 49; a level of ease is worth 17.5
def test_one_level_that_changes_the_first_is_told_with_what_comes_out() -> None:
    assert message(sample(CELL), CELL) == (
        "one performance decides: with Acme Desk at “poor” instead of “ok” on “Ease of use”, "
        "Bolt Desk would be first, 10.0 points ahead of Acme Desk"
    )


def test_a_number_counts_up_to_a_part_of_its_scale() -> None:
    text = sample(CELL).replace("{is: ok, because: half the team needed help in a week}", "{is: good, because: so}")
    text = text.replace("price: 20,", "price: 45,").replace("uptime: 99.2", "uptime: 99")
    # acme 4 + 35 + 12.5 = 51.5, bolt 49: 2.5 points are 6.25 of price, 3.125 EUR, and 10 of uptime, 0.2
    narrow = text.replace("checks: {", "checks: {one-cell-flips: {part: 6%}, ")

    assert message(text, CELL) == (
        "each of 5 performances decides alone: with Bolt Desk at 41.875 instead of 45 EUR per seat on “Price”, "
        "Bolt Desk at 99 instead of 98.8 percent on “Uptime”, Acme Desk at 48.125 instead of 45 EUR per seat on "
        "“Price” or 2 more, the first place changes; by the first of these Acme Desk and Bolt Desk would tie for first"
    )
    assert message(narrow, CELL).startswith("one performance decides: with Acme Desk at “ok” instead of “good”")


@given(decisions(screened=False))
def test_cells_decide_exactly_if_a_step_in_some_direction_changes_the_first(plain: Plain) -> None:
    ranking = ranked(plain)
    study = Study(ranking)
    told = flaws(ranking, CELL)

    for (candidate, leaf), cell in study.stated.items():
        if cell.is_ is None or candidate not in study.entries:
            continue
        scale = study.leaf[leaf].scale
        match scale:
            case LevelScale(texts=texts):
                step, low, high = Fraction(1), Fraction(0), Fraction(len(texts) - 1)
            case CurveScale():
                continue
            case _:
                low, high = sorted((scale.worst, scale.best))
                step = (high - low) / 10
        turned = False
        for amount in (cell.is_ - step, cell.is_ + step):
            worth = value(min(max(amount, low), high), scale)
            change = Change(values=((candidate, ((leaf, worth),)),))
            turned |= winners(after(ranking, change)) != winners(ranking)
        assert ((candidate, leaf) in told) is turned or len(ranking.winners) > 1 or not low <= cell.is_ <= high


def test_what_is_unknown_or_has_no_best_guess_is_left_alone() -> None:
    text = sample(CELL).replace("{is: ok, because: half the team needed help in a week}", "{low: poor, high: good}")

    assert CELL not in codes(text)


# acme 28.8 + 21 + 3 = 52.8, bolt 12 + 10.5 + 24.25 = 46.75; a point from price to uptime gains 42 + 85
def test_little_weight_that_has_to_move_is_told_from_where_to_where() -> None:
    assert message(sample(THIN), THIN) == (
        "if 4.8 of the 100 points of weight move from “Price” to “Uptime”, Bolt Desk is level with Acme Desk"
    )
    assert codes(sample(THIN).replace("checks: {", "checks: {thin-weight-margin: {points: 4.7}, ")) == []


@given(decisions(screened=False))
def test_the_moved_weight_that_is_told_makes_a_tie(plain: Plain) -> None:
    ranking = ranked(plain)
    findings = [one for one in margins(ranking) if one.variant == "dethrone-moved" and one.status == "found"]

    told = flaws(ranking, THIN)

    assert told == {one.about[:1] for one in findings if one.amount is not None and one.amount < 5}
    for finding in findings:
        assert finding.witness is not None
        assert set(finding.about) <= winners(after(ranking, finding.witness.change))


# acme 24 + 31.5 + 15 = 70.5, without its speed 56.5; bolt 62
def test_an_origin_without_which_another_is_first_is_told_with_what_rests_on_it() -> None:
    assert message(sample(SOURCE), SOURCE) == (
        "1 performance rests on acme-trial alone: were it unknown, Bolt Desk would be first, "
        "5.5 points ahead of Acme Desk"
    )


def test_several_pieces_of_one_origin_count_as_one() -> None:
    text = sample(SOURCE).replace("in a week, date: 2025-02-14}", "in a week, date: 2025-02-14, origin: report}")
    text = text.replace("four weeks, date: 2025-02-14}", "four weeks, date: 2025-02-14, origin: report}")

    assert "2 performances rest on report alone (acme-trial and acme-probe): were these unknown, " in message(
        text, SOURCE
    )


def test_a_second_origin_makes_it_sure() -> None:
    text = sample(SOURCE).replace("evidence: [acme-trial]", "evidence: [acme-trial, bolt-trial]")

    assert codes(text) == []


@given(checked_decisions())
def test_origins_decide_exactly_if_the_ranking_without_their_evidence_has_another_first(plain: Plain) -> None:
    plain["checks"] = {}
    ranking = ranked(plain)
    origins: dict[str, list[str]] = {}
    for item in ranking.decision.evidence:
        origins.setdefault(item.origin or item.id, []).append(item.id)

    turned = {
        origin
        for origin, pieces in origins.items()
        if ranking.ranked
        and winners(after(ranking, Change(without=Without(evidence=tuple(pieces))))) != winners(ranking)
    }

    assert {flaw[0] for flaw in flaws(ranking, SOURCE)} == turned


@pytest.mark.parametrize("code", [CELL, THIN, SOURCE])
def test_a_waiver_waits_for_the_findings_that_its_check_reads(code: str) -> None:
    waived = with_(f"waivers: [{{check: {code}, because: so, by: Ana, until: 2099-12-31}}]")

    assert [problem.code for problem in examined(waived)[0]] == ["idle-waiver"]
    assert said(waived) == ()
