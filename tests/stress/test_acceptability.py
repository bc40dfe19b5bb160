"""Laws of how likely each rank is: exact shares, draws, and what both say of one another."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from fractions import Fraction
from math import sqrt
from multiprocessing import get_context
from typing import cast

from hypothesis import given, settings

from decide.model.chances import FirstShare, Odds, RankShares, Share
from decide.model.finding import Finding
from decide.model.rows import Reached
from decide.solve.draws import count
from decide.stress.acceptability import acceptability
from decide.stress.case import Case, Drawing
from decide.stress.drawing import plan_of
from decide.stress.open_cells import open_cells
from tests.plain import Plain, ranked, with_twin
from tests.samples import pair
from tests.strategies import decisions, picks, preferring_decisions
from tests.stress.drawn import ANY, FEW, FORMS, ORDER, case_of, found, the

NAME = "acceptability"
LENGTHS = Fraction(2, 7), Fraction(5, 7)
SIGMAS, ROUNDING = 4, Fraction(1, 2**18)


def ranks(finding: Finding) -> tuple[Share, ...]:
    return cast("RankShares", finding.rows[0]).ranks


def first(finding: Finding) -> FirstShare:
    return cast("FirstShare", finding.rows[0])


@settings(max_examples=100)
@given(decisions() | preferring_decisions(), picks)
def test_the_shares_of_each_candidate_and_of_each_rank_make_the_whole(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for variant in ("ranks", "together"):
        rows = [ranks(one) for one in found(case, NAME, variant)]
        for line in (*rows, *zip(*rows, strict=True)):
            assert sum(share.least for share in line) <= 1 <= sum(share.most for share in line)
            assert all(0 <= share.least <= share.share <= share.most <= 1 for share in line)
            assert abs(sum(share.share for share in line) - 1) < Fraction(1, 2**40)


@settings(max_examples=100)
@given(decisions() | preferring_decisions(), picks)
def test_pairs_first_ranks_and_all_ranks_agree(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    findings = list(acceptability(case))
    pairs = [cast("Odds", one.rows[0]) for one in findings if one.variant == "ahead" and one.rows]
    whole = [one for one in findings if one.variant == "ranks"]
    firsts = {one.about[0]: first(one).first for one in findings if one.variant == "first"}
    size = len(case.candidates)
    for finding in whole:
        if finding.estimate is None:
            (name,) = finding.about
            assert firsts[name].least <= ranks(finding)[0].most
            assert ranks(finding)[0].least <= firsts[name].most
            # the expected rank is one more than the sum of the shares of those who are ahead; ties count half
            if len(pairs) == size * (size - 1) // 2:
                ahead = sum((_behind(row, name) for row in pairs if name in (row.one, row.other)), Fraction(0))
                mean = sum((rank * share.share for rank, share in enumerate(ranks(finding), 1)), Fraction(0))
                assert abs(mean - 1 - ahead) < Fraction(1, 2**40)


def _behind(row: Odds, name: str) -> Fraction:
    share = (row.least + row.most) / 2
    return share if row.other == name else 1 - share


@settings(max_examples=100)
@given(decisions() | preferring_decisions(), picks)
def test_a_share_of_the_weights_is_there_for_exactly_those_who_can_be_alone_in_front(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    leads = {one.about[0]: one.amount for one in found(case, "can-be-first")}
    for finding in found(case, NAME, "first"):
        (name,) = finding.about
        lead, row = leads[name], first(finding)
        assert lead is not None
        assert row.can is (lead >= 0)
        if finding.estimate is None:
            assert row.first.least > 0 or lead <= 0
            assert row.first.most == 0 or lead >= 0
            assert (finding.status == "holds") is (row.first.least == 1)
        assert bool(row.central) is (row.first.share > 0)
        assert not row.central or abs(sum((weight for _, weight in row.central), Fraction(0)) - 1) < Fraction(1, 10**10)
        assert (row.confidence is not None) is (bool(row.central) and bool(open_cells(case)))


@settings(max_examples=60)
@given(decisions() | preferring_decisions(), picks)
def test_no_rank_is_drawn_beyond_the_best_and_the_worst_that_there_can_be(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    ends = {(one.about[0], one.variant): cast("Reached", one.rows[0]).proved for one in _ends(case)}
    for finding in found(case, NAME, "together"):
        (name,) = finding.about
        drawn = [rank for rank, share in enumerate(ranks(finding), 1) if share.share]
        assert ends[name, "best"] <= min(drawn)
        assert max(drawn) <= ends[name, "worst"] + _level(case, name)
        assert cast("RankShares", finding.rows[0]).can is (ends[name, "best"] == 1)


def _ends(case: Case) -> list[Finding]:
    return [one for one in found(case, "rank-range") if one.variant in ("best", "worst")]


def _level(case: Case, name: str) -> int:
    """Return how many may be level with a candidate: they share the ranks that follow on the better one."""
    return len(case.candidates) - 1 if name else 0


@given(decisions() | preferring_decisions(), picks)
def test_draws_come_within_four_standard_errors_of_what_is_exact(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    exact = [one for one in found(case, NAME, "first") if one.estimate is None]
    if not exact:
        return
    plan = plan_of(case, {})
    drawn = count(plan).ranks()
    for at, finding in enumerate(exact):
        share = first(finding).first.share
        error = sqrt(share * (1 - share) / FEW)
        assert abs(drawn[at][0] / FEW - share) <= SIGMAS * error + ROUNDING


def test_of_two_weights_the_shares_are_lengths() -> None:
    """b is first while price weighs less than 5/7."""
    case = Case(ranked(pair()), ANY)

    shares = [first(one).first for one in found(case, NAME, "first")]
    assert all(share.least <= length <= share.most for share, length in zip(shares, LENGTHS, strict=True))
    assert the(case, NAME, "first", "a").amount == shares[0].share
    # the middle of 5/7 … 1, and of 0 … 5/7
    assert [round(dict(first(one).central)["price"] * 1000) for one in found(case, NAME, "first")] == [857, 357]


def test_twins_share_what_they_have_together_and_their_ranks() -> None:
    case = Case(ranked(with_twin(pair(), "b", "c")), ANY)

    shares = {one.about[0]: [share.share for share in ranks(one)] for one in found(case, NAME, "ranks")}
    two, five, ten = Fraction(2, 7), Fraction(5, 14), Fraction(1, 7)
    told = {name: [round(share, 9) for share in row] for name, row in shares.items()}
    expected = {"a": [two, Fraction(0), 2 * five], "b": [five, five + ten, ten], "c": [five, five + ten, ten]}
    assert told == {name: [round(share, 9) for share in row] for name, row in expected.items()}


def test_at_the_central_weights_the_confidence_is_the_chance_over_what_is_open() -> None:
    """At 6/7 for price a has 500/7, b 50 … 70 from price and 10 from speed: never above 70."""
    plain = pair()
    plain["performance"]["b"]["price"] = "30..50"
    confidence = first(the(Case(ranked(plain), ANY), NAME, "first", "a")).confidence

    assert confidence is not None
    assert confidence.least > Fraction(99, 100)


def test_what_never_came_up_is_not_told_as_impossible_where_it_can_be() -> None:
    """b is first if its price is worth all of its range and weights favour it, which is seldom drawn in order."""
    plain = pair()
    plain["performance"] = {"a": {"price": "20", "speed": "8"}, "b": {"price": "50..79.9", "speed": "8"}}
    plain["performance"]["b"]["speed"] = {"is": "7.99", "low": "7.99", "high": "8.000001"}
    rows = {one.about[0]: cast("RankShares", one.rows[0]) for one in found(Case(ranked(plain), ANY), NAME, "together")}

    assert rows["b"].ranks[0].share == 0
    assert rows["b"].ranks[0].most > 0
    assert rows["b"].can


def test_more_draws_narrow_the_limits_and_another_seed_moves_the_counts() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "0..100"
    ranking = ranked(plain)

    few, many, other = (
        ranks(the(Case(ranking, ANY, drawing=drawing), NAME, "together", "b"))[0]
        for drawing in (Drawing(FEW), Drawing(8 * FEW), Drawing(FEW, "another"))
    )
    assert many.most - many.least < few.most - few.least
    assert few.share != other.share
    assert few.least <= other.share <= few.most


def test_whoever_does_the_work_the_findings_are_the_same() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "0..100"
    ranking = ranked(plain)
    alone = list(acceptability(Case(ranking, ORDER)))

    with ThreadPoolExecutor(3) as threads, ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        for executor in (threads, processes):
            assert list(acceptability(Case(ranking, ORDER, drawing=Drawing(executor=executor)))) == alone


def test_progress_is_told_up_to_the_end() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "0..100"
    heard: list[tuple[int, int]] = []

    list(
        acceptability(Case(ranked(plain), drawing=Drawing(FEW * 3, progress=lambda done, of: heard.append((done, of)))))
    )
    assert heard == [(FEW, 3 * FEW), (2 * FEW, 3 * FEW), (3 * FEW, 3 * FEW)]


def test_one_candidate_alone_has_nobody_to_compare_with() -> None:
    plain = pair()
    plain["candidates"] = ["a"]
    del plain["performance"]["b"]

    assert list(acceptability(Case(ranked(plain)))) == []


def test_every_form_of_possible_weights_is_drawn() -> None:
    ways = set()
    for form in FORMS[1:]:
        plain = pair()
        plain["criteria"] |= {name: {"range": {"worst": "0", "best": "1"}, "weight": "1"} for name in ("x", "y", "z")}
        ways.add(plan_of(Case(ranked(plain), form), {}).shares.way)

    assert ways == {"simplex", "order", "walk"}
