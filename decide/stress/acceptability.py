"""Acceptability: with what probability each takes each rank, and is ahead of each, over weights and performances.

Without draws where that can be: pairs by a recursion, first ranks and all ranks as volumes (Lahdelma, Hokkanen and
Salminen 1998). Weights and what is open together are drawn, as is what has too many corners; what is drawn says so.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from decide.model.chances import FirstShare, Odds, RankShares, Share
from decide.model.finding import Estimate, Finding, Status
from decide.model.written import Pairs
from decide.solve.best import chance_of_another
from decide.solve.bound import Bound
from decide.solve.counts import Counts
from decide.solve.draws import count
from decide.solve.intervals import TOGETHER, simultaneous
from decide.solve.plan import Plan
from decide.solve.volumes import first_rank_shares, rank_shares
from decide.stress.bounds import Lead, favourable_program
from decide.stress.case import HUNDRED, Case, Vector, dot
from decide.stress.drawing import frame_of, plan_of
from decide.stress.joint import hoped
from decide.stress.odds import NAME, against_all, ahead, holding
from decide.stress.open_cells import Cells, open_cells, open_score

AGAINST_ALL, FIRST, RANKS, TOGETHER_RANKS = "against-all", "first", "ranks", "together"
MOST_CORNERS, MOST_CORNERS_OF_RANKS = 20_000, 4_000
DECIMALS = 12
Drawn = tuple[Plan, Counts]


def acceptability(case: Case) -> Iterator[Finding]:
    """Yield who is ahead of whom, who is first, and who takes which rank, by share of the possible weights.

    Then the same ranks with what is open drawn too, and how likely the first stays first over it at today's weights.
    """
    if len(case.candidates) < 2:
        return
    order = sorted(range(len(case.candidates)), key=lambda at: case.entries[at].rank)
    pairs = [ahead(case, one, other) for one, other in combinations(order, 2)]
    yield from pairs
    yield from _against_all(case, pairs)
    drawn: list[Drawn] = []
    yield from _first(case, drawn)
    yield from _ranks(case, drawn)
    yield from _over_what_is_open(case)


def likely(case: Case) -> Iterator[Finding]:
    """Yield of these what a memo tells: who is first, the ranks over all that is open, and if the first stays first."""
    if len(case.candidates) < 2:
        return
    order = sorted(range(len(case.candidates)), key=lambda at: case.entries[at].rank)
    yield ahead(case, *order[:2])
    drawn: list[Drawn] = []
    yield from _first(case, drawn)
    yield from _over_what_is_open(case) if open_cells(case) else _ranks(case, drawn)


def _over_what_is_open(case: Case) -> Iterator[Finding]:
    if open_cells(case):
        yield from _drawn_ranks(case, TOGETHER_RANKS, _draw(case, open_cells(case)))
        yield from holding(case)


def _against_all(case: Case, pairs: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what each is against all others, where all pairs are determined."""
    shares: dict[tuple[str, str], Fraction] = {}
    for row in (row for one in pairs for row in one.rows):
        assert isinstance(row, Odds)
        shares[row.one, row.other] = round((row.least + row.most) / 2, DECIMALS)
        shares[row.other, row.one] = 1 - shares[row.one, row.other]
    if len(shares) == 2 * len(pairs):
        for found in against_all(case.candidates, shares):
            yield Finding(NAME, (found.candidate,), "found", AGAINST_ALL, found.mean, "share", rows=(found,))


def _first(case: Case, drawn: list[Drawn]) -> Iterator[Finding]:
    """Yield for each candidate the share of the possible weights under which it is first; ties are shared."""
    values = [case.gains(row) for row in case.values]
    rows, inside = case.possible_rows[1][1:], () if case.possible.mixed else case.weights
    found = first_rank_shares(values, rows, inside=inside, budget=MOST_CORNERS)
    if found is not None:
        for at, (known, centre) in enumerate(zip(found.shares, found.centres, strict=True)):
            middle = () if centre is None else tuple((bound.low + bound.high) / 2 for bound in centre)
            yield _first_finding(case, at, _share(known), _leaves(case, middle))
        return
    plan, counts = _once(case, drawn)
    limits = simultaneous(counts)
    for at in range(len(case.candidates)):
        share = Share(limits[at][0].low, counts.ranks()[at][0] / counts.draws, limits[at][0].high)
        yield _first_finding(case, at, share, counts.central(at, plan.corners) or (), _estimate(case, plan))


def _first_finding(
    case: Case, at: int, share: Share, central: Sequence[Fraction], estimate: Estimate | None = None
) -> Finding:
    weights = tuple(round(weight, DECIMALS) for weight in central)
    pairs: Pairs[Fraction] = tuple(zip(case.leaves, weights, strict=True)) if weights else ()
    certain = share.least == 1 and estimate is None
    status: Status = "holds" if certain else "found"
    confidence = _confidence(case, at, weights) if weights else None
    row = FirstShare(case.candidates[at], share, pairs, confidence, _can_be_first(case, at, case.margin))
    return Finding(NAME, (row.candidate,), status, FIRST, share.share, "share", None, None, (row,), estimate)


def _confidence(case: Case, at: int, weights: Vector) -> Share | None:
    """Return how likely a candidate is first at some weights, with what is open drawn; ties count for it."""
    if not open_cells(case):
        return None
    size = range(len(case.candidates))
    sums = {one: parts for one in size if (parts := open_score(case, one, weights=weights))}
    sure = {one: dot(weights, case.values[one]) for one in size if one not in sums}
    own = sums.pop(at, [])
    if own or at not in sure:
        least, most = chance_of_another(own, list(sums.values()), max(sure.values(), default=None))
    elif sure[at] < max(sure.values()):
        least = most = Fraction(1)
    else:
        least, most = chance_of_another((), list(sums.values()), sure[at])
    return Share(1 - most, 1 - (least + most) / 2, 1 - least)


def _ranks(case: Case, drawn: list[Drawn]) -> Iterator[Finding]:
    """Yield for each candidate how large a share of the possible weights gives it each rank."""
    values = [case.gains(row) for row in case.values]
    rows, inside = case.possible_rows[1][1:], () if case.possible.mixed else case.weights
    found = rank_shares(values, rows, inside=inside, numbers="enclosed", budget=MOST_CORNERS_OF_RANKS)
    if found is None:
        yield from _drawn_ranks(case, RANKS, _once(case, drawn))
        return
    for at, bounds in enumerate(found):
        row = RankShares(case.candidates[at], tuple(map(_share, bounds)), _can_be_first(case, at, case.margin))
        yield Finding(NAME, (row.candidate,), "found", RANKS, row.ranks[0].share, "share", rows=(row,))


def _drawn_ranks(case: Case, variant: str, drawn: Drawn) -> Iterator[Finding]:
    plan, counts = drawn
    limits, ranks = simultaneous(counts), counts.ranks()
    direction = case.margin if variant == RANKS else lambda one, other: hoped(case, one, other)
    for at, name in enumerate(case.candidates):
        shares = tuple(
            Share(limit.low, number / counts.draws, limit.high)
            for limit, number in zip(limits[at], ranks[at], strict=True)
        )
        row = RankShares(name, shares, _can_be_first(case, at, direction))
        yield Finding(
            NAME, (name,), "found", variant, shares[0].share, "share", rows=(row,), estimate=_estimate(case, plan)
        )


def _draw(case: Case, cells: Cells) -> Drawn:
    plan = plan_of(case, cells)
    return plan, count(plan, executor=case.drawing.executor, progress=case.drawing.progress)


def _once(case: Case, drawn: list[Drawn]) -> Drawn:
    """Return the draws of weights alone, which are made once."""
    if not drawn:
        drawn.append(_draw(case, {}))
    return drawn[0]


def _estimate(case: Case, plan: Plan) -> Estimate:
    frame = frame_of(case)
    if not frame:
        return Estimate(plan.draws, plan.seed, TOGETHER)
    return Estimate(plan.draws, plan.seed, TOGETHER, frame, "frame" if plan.corners else "leaves")


def _can_be_first(case: Case, at: int, lead: Lead) -> bool:
    """Return whether a candidate is ahead of all, or level with them, under some possible weights."""
    return case.solve(favourable_program(case, at, lead)).cost <= HUNDRED


def _leaves(case: Case, centre: Vector) -> Vector:
    """Return what a mean of shares is in weights of the leaves."""
    mixed = [weights for _, weights in case.possible.mixed]
    return tuple(dot(centre, leaf) for leaf in zip(*mixed, strict=True)) if mixed and centre else centre


def _share(bound: Bound) -> Share:
    return Share(bound.low, (bound.low + bound.high) / 2, bound.high)
