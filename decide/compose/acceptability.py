"""Tells with what probability each takes each rank, and is ahead of each."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from decide.compose.names import Names, share_down
from decide.compose.odds import ahead_told, holding_told
from decide.compose.words import counted, listed
from decide.model.chances import AgainstAll, FirstShare, Odds, RankShares, Share
from decide.model.figures import percent, rounded, rounded_down, rounded_up
from decide.model.finding import Estimate, Finding
from decide.model.page import Block, Column, Table, Text

TITLE = "How likely each rank is"
NOT_SAID = (
    "Any possible weights are as likely here as any others, and open performances are drawn each on its own: what "
    "makes several of them better or worse at once is not in it, and worst cases are told elsewhere (rank-range). A "
    "probability says how much of what is possible favours somebody, not whether the weights are right."
)
MOST_WEIGHTS, MOST_RANKS, MOST_PAIRS = 3, 8, 12
NOTHING = Fraction(1, 2**50)
"""Differences of enclosed shares are wider than what they enclose; so little is told as nothing."""
_LETTERS = 20


def headline(finding: Finding, names: Names) -> str:
    """Return one probability as a sentence without its full stop."""
    match finding.variant:
        case "ahead":
            return _ahead(finding, names)
        case "holding":
            return holding_told(cast("Odds", finding.rows[0]), names)
        case "first":
            return _first(first_of(finding), finding.estimate, names)
        case "against-all":
            return _against(cast("AgainstAll", finding.rows[0]), names)
    row = ranks_of(finding)
    over = "weights and what is open together" if finding.variant == "together" else "the weights"
    name = names.candidate(row.candidate)
    return f"{name} is first in {told(row.ranks[0], finding.estimate)} over {over}{_mostly(row, finding.estimate)}"


def blocks(findings: Sequence[Finding], names: Names) -> Iterator[Block]:
    """Yield who is first how often, all ranks, who is ahead of whom, and how sure that is."""
    if not findings:
        yield Text("There is nobody to compare with.")
        return
    yield from _first_table(_of(findings, "first"), names)
    yield from _rank_table(_of(findings, "ranks"), names, f"Ranks over the weights that are possible: {names.possible}")
    together = _of(findings, "together")
    yield from _rank_table(together, names, "Ranks over these weights and what is open, drawn together")
    yield from _pairs(_of(findings, "ahead"), names)
    yield from _against_table(_of(findings, "against-all"), names)
    for finding in _of(findings, "holding"):
        yield Text(f"{headline(finding, names)}.")
    estimate = next((one.estimate for one in findings if one.estimate is not None), None)
    if estimate is not None:
        yield Text(drawn(estimate), "note")


def drawn(estimate: Estimate) -> str:
    """Return how often was drawn, from which seed, and how sure the limits are."""
    number = f"{estimate.draws:,}".replace(",", " ")
    return (
        f"{number} draws from the seed {_short(estimate.seed)}: anybody can draw them again. Limits hold for all ranks "
        f"of a table together with a certainty of {percent(estimate.together)}."
    )


def told(share: Share, estimate: Estimate | None) -> str:
    """Return a probability in percent, with no digit more than is known."""
    if estimate is None and share.most - share.least <= Fraction(1, 1000):
        return exact(share)
    text = known(share)
    if text.startswith(("<", ">")):
        return text
    return f"{text} ({rounded_down(100 * share.least, 1)} to {rounded_up(100 * share.most, 1)} %)"


def exact(share: Share) -> str:
    """Return a share that is known: what is not all never reads as all, nor what is not nothing as nothing."""
    if share.least == 1 or share.most <= NOTHING:
        return percent(share.least, 0)
    if share.least >= 1 - NOTHING:
        return percent(Fraction(1), 0)
    text = rounded_down(100 * share.least, 1) if share.least > Fraction(1, 2) else rounded_up(100 * share.most, 1)
    return f"{text} %"


def known(share: Share) -> str:
    """Return a share with as many decimals as its limits allow: one where they are within a percent, else none.

    What would read as nothing or as all is told by its limit.
    """
    decimals = 1 if share.most - share.least <= Fraction(1, 100) else 0
    text, least = rounded(100 * share.share, decimals), Fraction(1, 2 * 10**decimals)
    if 100 * share.share < least:
        return f"< {rounded_up(100 * share.most, 2)} %"
    if 100 * (1 - share.share) < least:
        return f"> {rounded_down(100 * share.least, 2)} %"
    return f"{text} %"


def first_of(finding: Finding) -> FirstShare:
    """Return under what share of the weights somebody is first."""
    return cast("FirstShare", finding.rows[0])


def ranks_of(finding: Finding) -> RankShares:
    """Return how likely each rank of somebody is."""
    return cast("RankShares", finding.rows[0])


def _of(findings: Sequence[Finding], variant: str) -> list[Finding]:
    return [one for one in findings if one.variant == variant]


def _ahead(finding: Finding, names: Names) -> str:
    if finding.status == "undetermined":
        one, other = (names.candidate(name) for name in finding.about)
        return f"under which share of the possible weights {one} is ahead of {other} is not determined"
    return ahead_told(cast("Odds", finding.rows[0]), names)


def _first(row: FirstShare, estimate: Estimate | None, names: Names) -> str:
    name = names.candidate(row.candidate)
    if row.first.least == 1 and estimate is None:
        return f"{name} is first under all possible weights"
    if row.first.most == 0:
        return f"{name} is first under none of the possible weights{', but level for some' if row.can else ''}"
    sure = f"; at their mean it is first with a chance of {_confidence(row)}" if row.confidence else ""
    return f"{name} is first under {told(row.first, estimate)} of the possible weights{sure}"


def _mostly(row: RankShares, estimate: Estimate | None) -> str:
    """Return the rank that is most likely, or whether what never came up can be."""
    if not row.ranks[0].share:
        can = "it can be, at the best" if row.can else "it never can be"
        return f": {can}"
    at = max(range(len(row.ranks)), key=lambda rank: row.ranks[rank].share)
    return "" if at == 0 else f", most often on rank {at + 1} ({told(row.ranks[at], estimate)})"


def _first_table(findings: list[Finding], names: Names) -> Iterator[Block]:
    rows = []
    for finding in sorted(findings, key=lambda one: -first_of(one).first.share):
        row = first_of(finding)
        if not row.first.share:
            continue
        heavy = sorted(row.central, key=lambda pair: -pair[1])[:MOST_WEIGHTS]
        central = listed([f"{names.node(leaf)} {percent(weight, 0)}" for leaf, weight in heavy])
        first = told(row.first, finding.estimate)
        rows.append((names.candidate(row.candidate), first, central, _confidence(row) if row.confidence else "–"))
    if rows:
        columns = (
            Column("Candidate"),
            Column("First under", "right"),
            Column("Weights then, on average"),
            Column("First at these", "right"),
        )
        caption = f"Who is first, performances as they are; weights: {names.possible}"
        yield Table(caption, columns, tuple(rows), role="finding")
    yield from _others([first_of(one) for one in findings if not first_of(one).first.share], names)


def _others(rows: list[FirstShare], names: Names) -> Iterator[Block]:
    """Yield who was never first, and who of them can draw level with the first at the best."""
    for can, told_ in ((True, "but level with the first for some"), (False, "nor ever level with the first")):
        own = [names.candidate(row.candidate) for row in rows if row.can is can]
        if own:
            yield Text(f"Alone in front for no share of the weights, {told_}: {listed(own)}.")


def _confidence(row: FirstShare) -> str:
    share = row.confidence
    assert share is not None
    if share.least == share.most:
        return percent(share.least)
    return f"{rounded_down(100 * share.least, 1)} to {rounded_up(100 * share.most, 1)} %"


def _rank_table(findings: list[Finding], names: Names, caption: str) -> Iterator[Block]:
    if not findings:
        return
    count = min(len(ranks_of(findings[0]).ranks), MOST_RANKS)
    rows = tuple(
        (
            names.candidate(ranks_of(one).candidate),
            *(cell(share, one.estimate) for share in ranks_of(one).ranks[:count]),
        )
        for one in sorted(findings, key=lambda one: [-share.share for share in ranks_of(one).ranks])
    )
    columns = (Column("Candidate"), *(Column(f"Rank {at}", "right") for at in range(1, count + 1)))
    more = f"; ranks beyond {count} with --format json" if len(ranks_of(findings[0]).ranks) > count else ""
    yield Table(f"{caption}, in percent{more}", columns, rows, role="finding")
    never = [one for one in findings if one.estimate is not None and not ranks_of(one).ranks[0].share]
    can = [names.candidate(ranks_of(one).candidate) for one in never if ranks_of(one).can]
    if can:
        most = max(ranks_of(one).ranks[0].most for one in never)
        yield Text(
            f"That {listed(can)} {'was' if len(can) == 1 else 'were'} first in none of the draws does not make it "
            f"impossible: at {'its best it' if len(can) == 1 else 'their best they'} can be first; the probability of "
            f"each is at most {rounded_up(100 * most, 2)} %."
        )


def cell(share: Share, estimate: Estimate | None) -> str:
    """Return a share for a table in percent."""
    if estimate is None:
        return exact(share).removesuffix(" %")
    return known(share).removesuffix(" %")


def _pairs(findings: list[Finding], names: Names) -> Iterator[Block]:
    known_ = [cast("Odds", one.rows[0]) for one in findings if one.rows]
    open_ = [row for row in known_ if row.most > 0 and row.least < 1]
    rows = tuple(
        (names.candidate(row.one), names.candidate(row.other), share_down(row.least))
        for row in sorted(open_, key=lambda row: abs(row.least - Fraction(1, 2)))
    )
    if rows:
        columns = (Column("Candidate"), Column("Ahead of"), Column("Under", "right"))
        more = f"; {len(rows) - MOST_PAIRS} more with --format json" if len(rows) > MOST_PAIRS else ""
        caption = f"Who is ahead of whom, the closest first, ties half; weights: {names.possible}{more}"
        yield Table(caption, columns, rows[:MOST_PAIRS], role="finding")
    if left := len(known_) - len(rows):
        others = counted(left, "other pair" if rows else "pair")
        yield Text(
            f"Of {others} the one that is ahead today is so under all possible weights, or both are always level."
        )
    if unknown := len(findings) - len(known_):
        yield Text(f"{unknown} pairs are not determined: the possible weights have too many corners.")


def _against(row: AgainstAll, names: Names) -> str:
    name = names.candidate(row.candidate)
    return f"{name} is ahead of another under {percent(row.mean)} of the possible weights on average, {_least(row)}"


def _least(row: AgainstAll) -> str:
    return f"and under {percent(row.least)} of the one it does worst against"


def _against_table(findings: list[Finding], names: Names) -> Iterator[Block]:
    rows = sorted((cast("AgainstAll", one.rows[0]) for one in findings), key=lambda row: -row.mean)
    if len(rows) > 2:
        columns = (
            Column("Candidate"),
            *(Column(title, "right") for title in ("On average", "At the least", "Balance")),
        )
        told_ = tuple(
            (names.candidate(row.candidate), percent(row.mean), percent(row.least), f"{row.balance:+d}") for row in rows
        )
        caption = "Ahead of each other one under so much of these weights; balance: won by more than half less lost"
        yield Table(caption, columns, told_, role="finding")


def _short(seed: str) -> str:
    return f"{seed[:_LETTERS]}…" if len(seed) > _LETTERS else seed
