"""Laws of the best and the worst rank that each can have."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given

from decide.model.change import Change
from decide.model.finding import Counted, Finding
from decide.model.rows import Facing, Reached
from decide.stress import rank_search
from decide.stress.case import Case
from decide.stress.rank_range import rank_program
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.solve.programs import fewest
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress.counting import BEST, WORST, proves_count
from tests.stress.drawn import (
    ANY,
    ORDER,
    TENTH,
    THIRD,
    Vector,
    are_possible,
    case_of,
    found,
    product,
    ranks_after,
    ranks_of,
    small,
    the,
    weights_in,
)

NAME = "rank-range"


def reached(finding: Finding) -> Reached:
    (row,) = finding.rows
    assert isinstance(row, Reached)
    return row


def bounds(case: Case) -> dict[tuple[str, str], Finding]:
    return {(one.variant, one.about[0]): one for one in found(case, NAME) if one.variant != "joint"}


def amounts(case: Case) -> dict[tuple[str, str], int]:
    return {key: reached(finding).shown for key, finding in bounds(case).items()}


@given(decisions() | preferring_decisions(), picks)
def test_each_rank_is_shown_by_possible_weights_and_values_and_the_cases_prove_that_none_is_beyond(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain, pick)
    today, size = ranks_of(case.ranking), len(case.candidates)
    known = bounds(case)
    assert set(known) == ({(side, name) for side in (BEST, WORST) for name in case.candidates} if size > 1 else set())
    for (variant, name), finding in known.items():
        row = reached(finding)
        assert (finding.status, finding.amount) == ("found", Fraction(row.shown))
        assert row.shown == row.proved
        assert row.today == today[name]
        assert row.shown <= row.today if variant == BEST else row.shown >= row.today
        assert finding.witness is not None
        change = finding.witness.change
        assert ranks_after(case, change) == dict(finding.witness.ranks)
        assert dict(finding.witness.ranks)[name] == row.shown
        assert are_possible(case, weights_in(change))
        assert are_in_their_ranges(case, change)
        assert isinstance(finding.certificate, Counted)
        count = row.shown - 1 if variant == BEST else size - row.shown
        assert proves_count(case, name, variant, finding.certificate, count)
        assert not proves_count(case, name, variant, finding.certificate, count + 1)


def are_in_their_ranges(case: Case, change: Change) -> bool:
    cells = {
        (entry.candidate.id, leaf): known
        for entry in case.entries
        for leaf, known in zip(case.leaves, entry.values, strict=True)
    }
    return all(
        cells[name, leaf].low <= value <= cells[name, leaf].high for name, row in change.values for leaf, value in row
    )


def possible(case: Case, random: Random, count: int) -> Iterator[Vector]:
    """Yield possible weights: mixtures of those in the witnesses, and of today's."""
    known = [weights_in(one.witness.change) for one in bounds(case).values() if one.witness is not None]
    for _ in range(count):
        some = [random.choice([case.weights, *known]) for _ in range(3)]
        parts = [Fraction(random.randint(0, 3)) for _ in some]
        total = sum(parts) or 1
        if sum(parts):
            yield tuple(product(parts, column) / total for column in zip(*some, strict=True))


@given(decisions() | preferring_decisions(), picks, shuffles)
def test_no_possible_weights_and_values_bring_anybody_outside_its_ranks(
    plain: Plain, pick: int, random: Random
) -> None:
    case = case_of(plain, pick)
    known = amounts(case)
    for weights in possible(case, random, 40) if known else ():
        scores = {
            entry.candidate.id: product(
                weights, [random.choice((cell.low, cell.point, cell.high)) for cell in entry.values]
            )
            for entry in case.entries
        }
        for name, own in scores.items():
            rank = 1 + sum(score > own for score in scores.values())
            assert known[BEST, name] <= rank <= known[WORST, name]


@given(decisions() | preferring_decisions(), picks)
def test_the_best_rank_is_the_least_over_all_choices_of_those_ahead(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for (variant, name), rank in amounts(case).items():
        count = fewest(rank_program(case, case.candidates.index(name), variant))
        if variant == BEST:
            assert rank == 1 + count
        else:
            assert rank <= len(case.candidates) - count  # in the program who ties is ahead


@given(shuffles)
def test_with_any_weights_on_a_line_the_ranks_are_those_seen_between_all_crossings(random: Random) -> None:
    plain = small(random)
    for cells in plain["performance"].values():
        del cells["z"]
    del plain["criteria"]["z"]
    case = Case(ranked(plain), ANY)
    gaps = [tuple(map(Fraction.__sub__, one, other)) for one, other in combinations(case.values, 2)]
    ends = sorted({Fraction(0), Fraction(1), *(y / (y - x) for x, y in gaps if x * y < 0)})
    places = sorted({*ends, *((one + other) / 2 for one, other in pairwise(ends))})
    seen: dict[str, set[int]] = {name: set() for name in case.candidates}
    for at in places:
        scores = [product((at, 1 - at), row) for row in case.values]
        for name, own in zip(case.candidates, scores, strict=True):
            seen[name].add(1 + sum(score > own for score in scores))

    known = amounts(case)

    for name, ranks in seen.items():
        assert (known[BEST, name], known[WORST, name]) == (min(ranks), max(ranks))


@given(decisions() | preferring_decisions(), picks)
def test_the_ranks_lie_between_those_always_ahead_and_those_never_ahead(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    necessary = {one.about: one for one in found(case, "necessary-possible")}
    for (variant, name), rank in amounts(case).items():
        others = [other for other in case.candidates if other != name]
        if variant == BEST:
            assert rank >= 1 + sum(necessary[name, other].status == "impossible" for other in others)
        else:
            assert rank <= len(case.candidates) - sum(necessary[name, other].status == "holds" for other in others)


@given(decisions() | preferring_decisions(), picks)
def test_without_ranges_the_best_rank_is_the_first_where_a_candidate_can_be_first(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    known = amounts(case)
    for finding in found(case, "can-be-first"):
        (name,) = finding.about
        if case.lows == case.highs:
            assert (known[BEST, name] == 1) is (finding.status == "found")
        elif finding.status == "found":
            assert known[BEST, name] == 1


@given(decisions() | preferring_decisions())
def test_fewer_possible_weights_never_widen_a_range_of_ranks(plain: Plain) -> None:
    ranking = case_of(plain).ranking
    anything, order, third, tenth = (amounts(Case(ranking, form)) for form in (ANY, ORDER, THIRD, TENTH))
    for wide, narrow in ((anything, order), (anything, third), (third, tenth)):
        for (variant, name), rank in narrow.items():
            assert rank >= wide[variant, name] if variant == BEST else rank <= wide[variant, name]


@given(decisions())
def test_the_first_at_its_low_is_passed_by_a_rival_at_its_high_or_stays(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME, "joint"):
        (name,), (row,) = finding.about, finding.rows
        assert isinstance(row, Facing)
        assert finding.witness is not None
        after = ranks_after(case, finding.witness.change)
        assert (finding.status == "holds") is (after[name] == 1)
        assert finding.amount == abs(row.high - row.low)
        assert row.rival != name
        assert after[row.rival] == 1 or finding.status == "holds"


def three(*cells: tuple[str, str]) -> Plain:
    plain = pair()
    plain["candidates"] = list("abcde"[: len(cells)])
    plain["performance"] = {
        name: {"price": price, "speed": speed} for name, (price, speed) in zip("abcde", cells, strict=False)
    }
    return plain


def test_who_is_in_the_middle_of_two_extremes_is_never_first_and_never_last() -> None:
    # values: a 100 and 0, b 0 and 100, c 40 and 40: at half and half 50, 50, 40
    case = Case(ranked(three(("0", "0"), ("100", "10"), ("60", "4"))), ANY)

    known = amounts(case)

    assert (known[BEST, "c"], known[WORST, "c"]) == (2, 3)
    assert (known[BEST, "a"], known[WORST, "a"]) == (1, 3)


def test_two_that_are_ahead_only_in_turn_are_never_ahead_at_once() -> None:
    # c is worth 50 and 50; a is ahead of it where b is behind it, by as much
    case = Case(ranked(three(("0", "0"), ("100", "10"), ("50", "5"))), ANY)

    known = amounts(case)

    assert (known[BEST, "c"], known[WORST, "c"]) == (1, 2)


def test_who_ties_with_its_twin_wherever_it_is_shares_the_better_rank() -> None:
    case = Case(ranked(three(("20", "2"), ("20", "2"), ("40", "1"))))

    assert amounts(case) == {
        (BEST, "a"): 1, (WORST, "a"): 1, (BEST, "b"): 1, (WORST, "b"): 1, (BEST, "c"): 3, (WORST, "c"): 3
    }  # fmt: skip


def test_a_range_of_one_performance_opens_a_rank() -> None:
    # 3/4 and 1/4, order: a is worth 80 and 20 .. 60, b 60 and 70; halves are the other corner
    plain = pair()
    plain["performance"]["a"] = {"price": "40", "speed": "2..8"}  # 60 and 20 .. 80 against 60 and 70
    case = Case(ranked(plain))

    assert amounts(case) == {(BEST, "a"): 1, (WORST, "a"): 2, (BEST, "b"): 1, (WORST, "b"): 2}
    joint = the(case, NAME, "joint", "b")
    assert (joint.status, joint.amount) == ("found", Fraction(10, 4))  # 60, 80 against 60, 70 at a quarter


def test_where_the_limit_is_met_it_is_said_what_is_shown_and_what_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank_search, "MOST_NODES", 1)
    random, open_ = Random(1), 0
    for _ in range(20):
        plain = small(random)
        plain["candidates"] = list("abcdefgh")
        plain["performance"] = {
            name: {leaf: f"{random.randint(0, 400) / 100:.2f}" for leaf in "xyz"} for name in plain["candidates"]
        }
        case = Case(ranked(plain), ANY)
        for (variant, name), finding in bounds(case).items():
            row = reached(finding)
            assert finding.witness is not None
            assert dict(finding.witness.ranks)[name] == row.shown
            assert (finding.status == "undetermined") is (finding.amount is None) is (row.shown != row.proved)
            assert isinstance(finding.certificate, Counted)
            count = row.proved - 1 if variant == BEST else len(case.candidates) - row.proved
            assert proves_count(case, name, variant, finding.certificate, count)
            open_ += finding.status == "undetermined"
    assert open_
