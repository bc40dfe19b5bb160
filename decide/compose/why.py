"""Tells why one candidate stands above (or below) another: contributions that sum exactly to the difference."""

from fractions import Fraction

from decide.compose.ranking import UNKNOWN_MARK, middles
from decide.compose.words import lead_over, listed, performance, rank_of
from decide.model.figures import decimals_of_scores, percent, printed_difference, rounded, rounded_to_sum, said
from decide.model.page import Block, Column, Page, Section, Table, Text
from decide.model.ranking import Ranked, Ranking
from decide.model.record import Record, record
from decide.model.tree import Leaf


@record
class Comparison(Record):
    """``ahead`` against ``behind``: one gap per leaf (contribution of the one minus that of the other), in points.

    ``reasons``: the smallest set of leaves that already decides, largest gap first; empty in a tie.
    """

    ahead: Ranked
    behind: Ranked
    gaps: tuple[tuple[Leaf, Fraction, Fraction], ...]
    difference: Fraction
    reasons: tuple[Leaf, ...]


def comparison(ranking: Ranking, one: Ranked, other: Ranked) -> Comparison:
    """Return the comparison of two candidates, the higher score ahead (ties in the order given).

    The reasons are the minimal sufficient set of arguments: with only these advantages left, and every disadvantage
    kept, the one ahead still leads. Taking gaps in falling order is optimal (Labreuche 2011, sect. 4).
    """
    ahead, behind = (one, other) if one.score.point >= other.score.point else (other, one)
    columns = zip(ranking.leaves, ranking.weights, ahead.contributions, behind.contributions, strict=True)
    gaps = tuple((leaf, weight, mine - theirs) for leaf, weight, mine, theirs in columns)
    difference = sum((gap for _, _, gap in gaps), Fraction(0))
    total = sum((min(gap, Fraction(0)) for _, _, gap in gaps), Fraction(0))
    reasons: list[Leaf] = []
    for leaf, _, gap in sorted(gaps, key=lambda row: -row[2]):
        if difference == 0 or total > 0:
            break
        reasons.append(leaf)
        total += gap
    return Comparison(ahead, behind, gaps, difference, tuple(reasons))


def why_page(ranking: Ranking, compared: Comparison) -> Page:
    """Return the page of ``decide why``."""
    ahead, behind = compared.ahead, compared.behind
    title = f"Why {ahead.candidate.name} over {behind.candidate.name}"
    if compared.difference == 0:
        title = f"{ahead.candidate.name} and {behind.candidate.name}"
    # A gap to a cell that is not known is a gap to its middle, which nobody has stated.
    counted = middles(ranking, (ahead, behind))
    blocks: tuple[Block, ...] = (
        Text(_lead(compared), "lead"),
        *(Text(sentence) for sentence in why_sentences(compared)),
        *((Text(counted),) if counted else ()),
        gap_table(ranking, compared),
    )
    return Page(title, ranking.decision.title, (Section("", blocks),))


def gap_table(ranking: Ranking, compared: Comparison) -> Table:
    """Return the gaps, largest first; what is printed adds up to the printed difference."""
    names = (compared.ahead.candidate, compared.behind.candidate)
    printed = printed_gaps(compared)
    decimals = _decimals(compared)
    total = printed_difference(compared.ahead.score.point, compared.behind.score.point, decimals)
    return Table(
        caption="Every criterion, by what it adds to the difference",
        columns=(
            Column("Criterion"),
            Column("Weight", "right"),
            *(Column(candidate.name) for candidate in names),
            Column("Points", "right"),
        ),
        rows=tuple(
            (
                leaf.criterion.name,
                percent(weight),
                *(performance(ranking.decision, candidate.id, leaf) for candidate in names),
                printed[leaf.id],
            )
            for leaf, weight, _ in sorted(compared.gaps, key=lambda row: -row[2])
        ),
        total=("Difference", "", "", "", _signed(rounded(total, decimals))),
    )


def _decimals(compared: Comparison) -> int:
    return decimals_of_scores([compared.ahead.score.point, compared.behind.score.point])


def printed_gaps(compared: Comparison) -> dict[str, str]:
    """Return each leaf's gap as printed everywhere on the page."""
    decimals = _decimals(compared)
    total = printed_difference(compared.ahead.score.point, compared.behind.score.point, decimals)
    gaps = rounded_to_sum([gap for _, _, gap in compared.gaps], total, decimals)
    return {leaf.id: _signed(text) for (leaf, _, _), text in zip(compared.gaps, gaps, strict=True)}


def _lead(compared: Comparison) -> str:
    ahead, behind = compared.ahead, compared.behind
    marks = [UNKNOWN_MARK if entry.score.middle else "" for entry in (ahead, behind)]
    if compared.difference == 0:
        return f"Both have {said(ahead.score.point)}{max(marks)} points: an exact tie."
    ranks = f"ranks {rank_of(ahead)} and {rank_of(behind)}" if ahead.rank and behind.rank else ""
    out = [entry.candidate.name for entry in (ahead, behind) if entry.rank == 0]
    if out:
        ranks = f"{listed(out)} {'is' if len(out) == 1 else 'are'} screened out; scores are shown all the same"
    decimals = _decimals(compared)
    scores = " against ".join(
        f"{rounded(entry.score.point, decimals)}{mark}" for entry, mark in zip((ahead, behind), marks, strict=True)
    )
    by = lead_over(ahead, behind, decimals)
    return f"{ahead.candidate.name} is {by} ahead of {behind.candidate.name} ({scores}; {ranks})."


def why_sentences(compared: Comparison) -> tuple[str, ...]:
    """Return the reasons that already decide, and what speaks for the one behind."""
    ahead, behind = compared.ahead.candidate.name, compared.behind.candidate.name
    printed = printed_gaps(compared)
    worth = {leaf.id: gap for leaf, _, gap in compared.gaps}
    told = []
    if compared.reasons:
        names = [f"{leaf.criterion.name} ({printed[leaf.id]})" for leaf in compared.reasons]
        against = any(gap < 0 for gap in worth.values())
        others = [leaf for leaf, gap in worth.items() if gap > 0 and leaf not in {r.id for r in compared.reasons}]
        # Where others would do as well, one that is enough is not the one that decides.
        alone = "This alone would be enough" if others else "This alone decides"
        count = alone if len(names) == 1 else f"These {len(names)} already decide"
        rest = ""
        if others:
            rest = f" Without its other advantages {ahead} would still lead"
            rest += ", even with everything that speaks against it counted." if against else "."
        told.append(f"{count}: {listed(names)}.{rest}")
    speaking = sorted(((gap, leaf) for leaf, _, gap in compared.gaps if gap < 0), key=lambda pair: pair[0])
    if speaking:
        names = [f"{leaf.criterion.name} ({printed[leaf.id]})" for _, leaf in speaking]
        shown = names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"]
        told.append(f"What speaks for {behind}: {listed(shown)}.")
    elif compared.difference:
        told.append(f"Nothing speaks for {behind}: it is nowhere better.")
    return tuple(told)


def _signed(text: str) -> str:
    """Return a printed number with its sign, a true minus in front of what is negative."""
    if text.startswith("-"):
        return f"−{text[1:]}"
    return f"+{text}" if any(digit in text for digit in "123456789") else text
