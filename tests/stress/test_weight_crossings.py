"""Laws of weights that move alone."""

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given

from decide.model.finding import Finding
from decide.model.rows import Passing, Sweep, Turn
from decide.stress import weight_crossings
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair, tree
from tests.strategies import decisions, picks
from tests.stress.drawn import (
    Vector,
    are_weights,
    case_of,
    first_after,
    firsts,
    found,
    gap,
    product,
    ranks_after,
    scores_at,
    the,
    weighed,
    weights_in,
    winners,
)

NAME = "weight-crossings"
TINY = Fraction(1, 10**40)
"""Logarithmic values have 12 decimals, so crossings can be closer than 10^-12."""


def sweep(finding: Finding) -> Sweep:
    (row,) = finding.rows
    assert isinstance(row, Sweep)
    return row


def moved_to(case: Case, node: str, variant: str, share: Fraction) -> Vector:
    """Return the weights at which the node has this share of its parent: what is beside it keeps its proportions."""
    paths = [(*(group.id for group in leaf.groups), leaf.id) for leaf in case.ranking.leaves]
    above = next(path[: path.index(node)] for path in paths if node in path)
    parent = [at for at, path in enumerate(paths) if variant == "all" or path[: len(above)] == above]
    whole = sum((case.weights[at] for at in parent), Fraction(0))
    weights = list(case.weights)
    for inside, part in ((True, share), (False, 1 - share)):
        members = [at for at in parent if (node in paths[at]) is inside]
        own = sum((case.weights[at] for at in members), Fraction(0))
        for at in members:
            weights[at] = whole * part * (case.weights[at] / own if own else Fraction(1, len(members)))
    return tuple(weights)


class Lines:
    """The scores over the share of a node, from the scores at both ends."""

    def __init__(self, case: Case, finding: Finding) -> None:
        self.ends = [
            scores_at(case, moved_to(case, finding.about[0], finding.variant, Fraction(end))) for end in (0, 1)
        ]
        self.turns = {place for one, other in combinations(case.candidates, 2) for place in self._meeting(one, other)}

    def _meeting(self, one: str, other: str) -> list[Fraction]:
        at, to = (end[one] - end[other] for end in self.ends)
        return [at / (at - to)] if at != to and min(at, to) <= 0 <= max(at, to) else []

    def scores(self, place: Fraction) -> dict[str, Fraction]:
        return {name: at + place * (self.ends[1][name] - at) for name, at in self.ends[0].items()}

    def first(self, place: Fraction) -> tuple[str, ...]:
        return firsts(self.scores(place))

    def stretches(self, *places: Fraction) -> list[tuple[Fraction, Fraction]]:
        return list(pairwise(sorted({Fraction(0), Fraction(1), *self.turns, *places})))


@given(decisions(), picks)
def test_crossings_and_intervals_are_those_between_which_all_pairs_keep_their_order(plain: Plain, pick: int) -> None:
    case = case_of(plain)
    findings = found(case, NAME)
    for finding in findings[pick % 3 :: 3]:
        row, lines = sweep(finding), Lines(case, finding)
        here = row.weight
        middle = {(low, high): lines.first((low + high) / 2) for low, high in lines.stretches(here)}

        changes = [
            Passing(high, before, after)
            for ((_, high), before), (_, after) in pairwise(middle.items())
            if before != after
        ]
        assert list(row.passings) == changes
        stays = set(winners(case))
        high = low = here
        for (start, end), names in middle.items():
            if start == high and stays <= set(names):
                high = end
        for (start, end), names in reversed(middle.items()):
            if end == low and stays <= set(names):
                low = start
        assert (row.low, row.high) == (low, high)
        within = (
            max((turn for turn in lines.turns if turn <= here), default=Fraction(0)),
            min((turn for turn in lines.turns if turn >= here), default=Fraction(1)),
        )
        assert (row.order_low, row.order_high) == ((here, here) if here in lines.turns else within)
        assert dict(row.ends) == {name: (lines.ends[0][name], lines.ends[1][name]) for name in case.candidates}


@given(decisions(), picks)
def test_at_an_end_of_the_interval_there_is_a_tie_within_the_first_stays_and_beyond_it_loses(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain)
    findings = found(case, NAME)
    for finding in findings[pick % 4 :: 4]:
        row = sweep(finding)

        def after(place: Fraction, finding: Finding = finding) -> set[str]:
            return first_after(case, weighed(case, moved_to(case, finding.about[0], finding.variant, place)))

        assert after(row.weight) == set(winners(case))
        for end, beyond in ((row.low, -TINY), (row.high, TINY)):
            assert set(winners(case)) <= after(end)
            if 0 < end < 1:
                assert after(end) - set(winners(case)) or len(winners(case)) > 1
                assert not set(winners(case)) <= after(end + beyond)
            if end != row.weight:
                assert set(winners(case)) <= after((end + row.weight) / 2)


@given(decisions(), picks)
def test_ranked_again_beside_a_crossing_the_two_have_changed_places_and_at_it_they_tie(plain: Plain, pick: int) -> None:
    case = case_of(plain)
    findings = found(case, NAME)
    for finding in findings[pick % 4 :: 4]:
        row = sweep(finding)
        for passing in row.passings:
            below, at, above = (
                first_after(case, weighed(case, moved_to(case, finding.about[0], finding.variant, passing.at + step)))
                for step in (-TINY, Fraction(0), TINY)
            )
            assert (below, above) == (set(passing.before), set(passing.after))
            assert {*passing.before, *passing.after} <= at
        for end, pair_ in zip((row.order_low, row.order_high), row.order_meets, strict=True):
            ranks = ranks_after(case, weighed(case, moved_to(case, finding.about[0], finding.variant, end)))
            assert len({ranks[name] for name in pair_}) <= 1
            assert pair_ or end in (0, 1)


@given(decisions(), picks)
def test_all_that_are_ranked_again_between_two_crossings_keep_the_order_that_the_crossings_leave(
    plain: Plain, pick: int
) -> None:
    case = case_of(plain)
    findings = found(case, NAME)
    for finding in findings[pick % 4 :: 4]:
        row, lines = sweep(finding), Lines(case, finding)
        assert row.crossings == len(row.turns)
        places = [Fraction(0), *sorted({turn.at for turn in row.turns}), Fraction(1)]
        orders = [lines.scores((start + end) / 2) for start, end in pairwise(places)]
        for place, before, after in zip(places[1:], orders, orders[1:], strict=False):
            changed = {
                (one, other)
                for one in case.candidates
                for other in case.candidates
                if before[one] < before[other] and after[one] > after[other]
            }
            here = [turn for turn in row.turns if turn.at == place]
            assert {(turn.passes, turn.passed) for turn in here} == changed
            ranks = ranks_after(case, weighed(case, moved_to(case, finding.about[0], finding.variant, place)))
            assert all(ranks[turn.passes] == ranks[turn.passed] == turn.rank for turn in here)


@given(decisions(), picks)
def test_the_nearest_crossing_is_told_with_weights_that_show_it(plain: Plain, pick: int) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        row = sweep(finding)
        if not row.passings:
            assert (finding.status, finding.witness) == ("holds", None)
            continue
        assert finding.witness is not None
        assert finding.amount is not None
        weights = weights_in(finding.witness.change)
        assert weights == moved_to(case, finding.about[0], finding.variant, finding.amount)
        assert are_weights(weights)
        distances = [abs(passing.at - row.weight) for passing in row.passings]
        assert abs(finding.amount - row.weight) == min(distances)
        almost = row.weight + Fraction(999, 1000) * (finding.amount - row.weight)
        if finding.amount != row.weight:
            assert finding.witness.first != winners(case)
            assert firsts(scores_at(case, moved_to(case, finding.about[0], finding.variant, almost))) == winners(case)


@given(decisions())
def test_a_share_of_the_parent_times_its_weight_is_the_weight_of_the_node(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        inside = [
            at
            for at, leaf in enumerate(case.ranking.leaves)
            if finding.about[0] in (leaf.id, *(group.id for group in leaf.groups))
        ]
        row = sweep(finding)
        if row.whole:
            assert sum(case.weights[at] for at in inside) == row.weight * row.whole
        if finding.witness is not None and finding.amount is not None:
            weights = weights_in(finding.witness.change)
            assert sum(weights[at] for at in inside) == finding.amount * row.whole


@given(decisions())
def test_the_crossing_is_that_of_triantaphyllou_and_sanchez_made_to_sum_to_1_again(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME, "all"):
        if finding.about[0] not in case.leaves:
            continue
        at = case.leaves.index(finding.about[0])
        for passing in sweep(finding).passings:
            margin = gap(case, passing.before[0], passing.after[0])
            if margin[at] and case.weights[at] < 1:
                delta = product(margin, case.weights) / margin[at]
                assert passing.at == (case.weights[at] - delta) / (1 - delta)


@pytest.mark.parametrize(
    ("variant", "node", "now", "at", "whole"),
    [
        # 20 t - 12.5 (1 - t) = 0, the others being speed and support as 1 to 3
        ("all", "price", Fraction(2, 5), Fraction(5, 13), 1),
        ("all", "quality", Fraction(3, 5), Fraction(8, 13), 1),
        # -50 t + (1 - t) * 0.4 / 0.85 * 20 = 0
        ("all", "speed", Fraction(3, 20), Fraction(16, 101), 1),
        # 0.4 * 20 - 0.6 * 50 q = 0: 4/15 of the 60 % that quality has
        ("siblings", "speed", Fraction(1, 4), Fraction(4, 15), Fraction(3, 5)),
        ("siblings", "support", Fraction(3, 4), Fraction(11, 15), Fraction(3, 5)),
    ],
)
def test_a_leads_by_half_a_point_until_a_weight_is_moved_a_little(
    variant: str, node: str, now: Fraction, at: Fraction, whole: Fraction
) -> None:
    row = sweep(the(Case(ranked(tree())), NAME, variant, node))

    before, after = (("a",), ("b",)) if at > now else (("b",), ("a",))
    assert (row.weight, row.passings, row.whole) == (now, (Passing(at, before, after),), whole)
    assert at in (row.low, row.high)
    assert (row.low, row.high) == (row.order_low, row.order_high)


def test_what_support_alone_weighs_changes_nothing_since_both_have_the_same() -> None:
    finding = the(Case(ranked(tree())), NAME, "all", "support")

    row = sweep(finding)
    assert (finding.status, row.passings) == ("holds", ())
    assert (row.low, row.high) == (Fraction(0), Fraction(1))
    assert dict(row.ends) == {  # at 0 price and speed as 8 to 3
        "a": (Fraction(8 * 80 + 3 * 20, 11), Fraction(50)),
        "b": (Fraction(8 * 60 + 3 * 70, 11), Fraction(50)),
    }


def test_a_weight_of_all_makes_room_for_the_others_alike() -> None:
    plain = pair()
    plain["criteria"]["speed"]["weight"] = "0"

    # 20 t - 50 (1 - t) = 0
    row = sweep(the(Case(ranked(plain)), NAME, "all", "price"))
    assert (row.weight, row.low, row.high) == (Fraction(1), Fraction(5, 7), Fraction(1))
    assert row.order_meets == (("a", "b"), ())


def test_those_who_tie_today_have_an_interval_of_one_point() -> None:
    plain = pair()
    plain["performance"]["b"]["speed"] = "8"  # 3/4 * 60 + 1/4 * 80 = 65

    finding = the(Case(ranked(plain)), NAME, "all", "price")

    row = sweep(finding)
    assert (finding.amount, row.low, row.high, row.order_low, row.order_high) == (Fraction(3, 4),) * 5
    assert [set(meeting) for meeting in row.order_meets] == [{"a", "b"}, {"a", "b"}]


def test_who_passes_whom_is_told_with_the_rank_that_they_share() -> None:
    plain = pair()
    plain["candidates"] = ["a", "b", "c"]
    plain["performance"] = {
        "a": {"price": "0", "speed": "0"},
        "b": {"price": "100", "speed": "10"},
        "c": {"price": "75", "speed": "0"},
    }

    # over the weight of price a is worth 0 .. 100, b 100 .. 0, c 0 .. 25: b = c at 4/5, a = b at 1/2; a > c throughout
    row = sweep(the(Case(ranked(plain)), NAME, "all", "price"))
    assert row.turns == (Turn(Fraction(1, 2), "a", "b", 1), Turn(Fraction(4, 5), "c", "b", 2))
    assert row.crossings == 2


def test_of_many_candidates_the_crossings_are_counted_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weight_crossings, "MOST_ENDS", 1)

    row = sweep(the(Case(ranked(pair())), NAME, "all", "price"))

    assert (row.crossings, row.turns) == (1, ())


def test_a_lone_criterion_cannot_move() -> None:
    plain = pair()
    del plain["criteria"]["speed"]
    plain["performance"] = {"a": {"price": "20"}, "b": {"price": "40"}}

    assert found(Case(ranked(plain)), NAME) == []


def test_inside_a_group_without_weight_the_leaves_count_alike_and_nothing_can_change() -> None:
    plain = tree()
    plain["criteria"]["quality"]["weight"], plain["criteria"]["price"]["weight"] = "0%", "100%"
    inside = plain["criteria"]["quality"]["criteria"]
    inside["help"] = {"levels": ["no", "yes"], "weight": "50%"}
    inside["speed"]["weight"], inside["support"]["weight"] = "25%", "25%"

    finding = the(Case(ranked(plain)), NAME, "siblings", "help")

    row = sweep(finding)
    assert finding.status == "holds"
    assert (row.weight, row.low, row.high, row.whole) == (Fraction(1, 3), Fraction(0), Fraction(1), Fraction(0))
