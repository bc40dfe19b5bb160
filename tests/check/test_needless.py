"""What could be left out: candidates that no weights put first, and criteria that cannot change who is first."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given

from decide.check.study import Study
from decide.model.change import Change, Without
from decide.model.ranking import Ranking
from decide.rank.change import changed as after
from tests.check.samples import FLAWLESS, changed, with_
from tests.check.test_robustness import codes, flaws, message, sample, winners
from tests.plain import Plain, ranked
from tests.strategies import decisions, shuffles

NEVER, MATTER = "never-first", "cannot-matter"
NONE = FLAWLESS.replace("possible_weights: any\n", "")


# today 100, 0, 25; acme 40, 100, 80; bolt 30, 50, 90; the corners of the order: 1 0 0, 1/2 1/2 0, 1/3 1/3 1/3
def test_who_is_never_first_is_told_with_what_always_beats_it_and_the_weights_that_are_possible() -> None:
    # 7 % of today and 93 % of acme have 44.2, 68.6 and 71.1 on the corners, bolt 30, 40 and 56.7: 14.2 less at best
    assert message(NONE, NEVER) == (
        "at these best guesses no weights that keep the order of the point weights put Bolt Desk first: "
        "7 % Shared mailbox + 93 % Acme Desk always beats it, by at least 14.2 points"
    )
    assert codes(FLAWLESS) == []


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("possible_weights: any", "no weights at all"),
        ("possible_weights: 30%", "no weights with each weight off by up to 30 %"),
        ("possible_weights: stated", "no weights within the stated ranges"),
        ("preferences: [price >= uptime]", "no weights that meet the preferences"),
        (
            "possible_weights: order\npreferences: [price <= 60%]",
            "no weights that keep the order of the point weights and meet the preferences",
        ),
    ],
)
def test_the_possible_weights_are_named(stated: str, told: str) -> None:
    # bolt at 99.4 has 70 of uptime, less than acme; cheaper than it by a bit, so it is not dominated
    text = changed(("price: {is: 35,", "price: {is: 29,"), ("99.8,", "99.4,"), text=with_(stated, text=NONE))

    assert told in message(text, NEVER)


def test_whoever_is_dominated_is_not_told_twice_and_nobody_asks_a_status_quo() -> None:
    worse = changed(("uptime: {is: 99.8,", "uptime: {is: 99.4,"), text=NONE)
    beaten = changed(("price: {is: 0,", "price: {is: 40,"))

    assert codes(worse) == ["dominated"]
    assert codes(beaten) == []


def test_a_status_quo_is_told_only_if_it_was_chosen() -> None:
    # 38, 0 and 85 of today are better than acme on uptime only, and than bolt on price
    text = changed(("price: {is: 0,", "price: {is: 31,"), ("98.5,", "99.7,"), text=NONE)
    chosen = with_("choice: {candidate: today, because: so}", text=text)

    assert [codes(one).count(NEVER) for one in (text, chosen)] == [1, 2]


def test_of_many_it_is_told_at_once_who_is_nearest() -> None:
    cells = "price: {}, ease: {{is: ok, because: half the team needed help}}, uptime: {}"
    text = changed(
        ("criteria:\n", "  v1: Desk 1\n  v2: Desk 2\ncriteria:\n"),
        ("evidence:\n", f"  v1: {{{cells.format(36, 99.85)}}}\n  v2: {{{cells.format(37, 99.9)}}}\nevidence:\n"),
        text=with_("checks: {no-evidence: off}", text=NONE),
    )

    assert codes(text) == [NEVER]
    assert message(text, NEVER) == (
        "at these best guesses no weights that keep the order of the point weights put any of 3 candidates first: "
        "Bolt Desk, Desk 1 and Desk 2; the nearest to it is Bolt Desk, which 7 % Shared mailbox + 93 % Acme Desk "
        "always beats by at least 14.2 points"
    )


def test_of_whom_something_is_unknown_nothing_is_said_and_what_rests_on_the_unknown_is_told() -> None:
    own = changed(("ease: {is: ok, evidence: [bolt-trial]}", "ease: unknown"), text=NONE)
    # acme has 90, 100 and 50, the middle, and beats bolt by 13 or more
    other = changed(("price: {is: 30,", "price: {is: 5,"), ("{is: 99.6, evidence: [acme-probe]}", "unknown"), text=NONE)

    assert NEVER not in codes(own)
    assert message(other, NEVER).endswith(", though what is unknown of it counts as the middle")


@given(decisions(screened=False), shuffles)
def test_under_no_possible_weights_is_one_who_is_never_first_ahead_of_the_mixture_that_is_told(
    plain: Plain, random: Random
) -> None:
    plain["possible_weights"] = "any"
    ranking = ranked(plain)
    never = {flaw[0] for flaw in flaws(ranking, NEVER)}
    for _ in range(20):
        parts = [Fraction(random.choice((0, 1, 1, 2, 9))) for _ in ranking.leaves]
        total = sum(parts, Fraction(0))
        if total:
            pairs = zip((leaf.id for leaf in ranking.leaves), (part / total for part in parts), strict=True)

            assert not never & winners(after(ranking, Change(weights=tuple(pairs))))


# help by telephone: 5 of 105 of the weight, from 0 to 12 of 24 hours: 50 points of value
def test_what_parts_candidates_by_less_than_the_lead_cannot_matter() -> None:
    assert message(sample(MATTER), MATTER) == (
        "“Help by telephone”, 4.8 % of the weight, cannot change who is first at these weights: it parts candidates by "
        "2.4 points at most, and Acme Desk leads by 17.3 points; without it Acme Desk would still lead by 19.0 points"
    )


def test_a_range_that_crosses_keeps_it_in() -> None:
    # acme has 71 of 105 without its phone, 53.5 with its ease at ok and 36 at poor; bolt 52, and 2.5 with its phone
    wide = changed(("phone: {is: 8,", "phone: {low: 0, high: 12,"), text=sample(MATTER))
    wider = changed(("ease: {is: good,", "ease: {is: good, low: ok, high: good,"), text=sample(MATTER))
    crossing = changed(("ease: {is: good,", "ease: {is: good, low: poor, high: good,"), text=sample(MATTER))

    assert [MATTER in codes(text) for text in (wide, wider, crossing)] == [True, True, False]


def test_heavier_criteria_are_left_alone() -> None:
    text = with_("checks: {cannot-matter: {weight: 4%}}", text=sample(MATTER))

    assert codes(text) == []


def spoilt(ranking: Ranking, rival: str) -> Change:
    """Return the worst for the first within all ranges: its cells lowest, those of a rival highest."""
    first = ranking.winners[0].candidate.id
    rows = {entry.candidate.id: entry.values for entry in ranking.ranked}
    leaves = [leaf.id for leaf in ranking.leaves]
    worst = tuple(zip(leaves, (known.low for known in rows[first]), strict=True))
    best = tuple(zip(leaves, (known.high for known in rows[rival]), strict=True))
    return Change(values=((first, worst), (rival, best)))


@given(decisions(screened=False), shuffles)
def test_whatever_the_cells_are_the_same_is_first_with_and_without_what_cannot_matter(
    plain: Plain, random: Random
) -> None:
    plain["checks"] = {MATTER: {"weight": "60%"}}
    ranking = ranked(plain)
    told = sorted(leaf for (leaf,) in flaws(ranking, MATTER))
    gone = tuple(leaf for leaf in told if random.random() < 0.7)

    for entry in ranking.ranked if told else ():
        if entry.rank > 1:
            spoiled = after(ranking, spoilt(ranking, entry.candidate.id))

            assert winners(spoiled) == winners(ranking)
            assert winners(after(spoiled, Change(without=Without(criteria=gone)))) == winners(ranking)


@given(decisions(screened=False))
def test_what_cannot_matter_parts_nobody_by_as_much_as_the_lead(plain: Plain) -> None:
    ranking = ranked(plain)
    study = Study(ranking)
    for (leaf,) in flaws(ranking, MATTER):
        cells = [study.values[key] for key in study.keys(leaf)]
        spread = max(known.high for known in cells) - min(known.low for known in cells)

        assert ranking.lead is not None
        assert 0 < study.weight[leaf] * spread < ranking.lead
        assert study.weight[leaf] <= Fraction(1, 10)
