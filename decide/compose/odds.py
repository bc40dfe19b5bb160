"""Tells how likely the first stays ahead: under the possible weights, and over what is open."""

from collections.abc import Iterable
from fractions import Fraction
from typing import cast

from decide.compose.names import Names, share_down
from decide.model.chances import Odds, RankShares
from decide.model.finding import Finding

AHEAD, HOLDING, TOGETHER = "ahead", "holding", "together"


def odds_of(findings: Iterable[Finding], variant: str) -> Odds | None:
    """Return the first such odds among findings; None where there are none, or they are not determined."""
    found = (one for one in findings if one.analysis == "acceptability" and one.variant == variant and one.rows)
    return next((cast("Odds", one.rows[0]) for one in found), None)


def ahead_told(row: Odds, names: Names) -> str:
    """Return under what share of the possible weights one is ahead of another, as a sentence without its full stop."""
    one, other = names.candidate(row.one), names.candidate(row.other)
    return f"{_share(row)} ({names.possible}) {one} is ahead of {other}, the performances as they are"


def holding_told(row: Odds, names: Names) -> str:
    """Return how likely the first is first over all that is open, as a sentence without its full stop."""
    name = names.candidate(row.one)
    if row.least == 1:
        return f"Whatever is open turns out to be, {name} stays first at these weights"
    return (
        f"With every open performance drawn from its range, {name} stays first with a chance of at least "
        f"{share_down(row.least)} at these weights"
    )


def surest(findings: Iterable[Finding]) -> Fraction | None:
    """Return the least of the chances that the first stays ahead, each at least; None where none is known.

    Weights count where the decision states which are possible; where it states a point for each, the tolerance does.
    Over weights and what is open together the chance is drawn, where somebody drew.
    """
    made = tuple(findings)
    ahead, holding = (odds_of(made, variant) for variant in (AHEAD, HOLDING))
    known = [row.least for row in (ahead, holding) if row is not None and row.stated]
    if ahead is not None and ahead.stated:
        drawn = [one.rows[0] for one in made if one.variant == TOGETHER and one.about == (ahead.one,)]
        known += [row.ranks[0].least for row in drawn if isinstance(row, RankShares)]
    return min(known, default=None)


def _share(row: Odds) -> str:
    if row.least == 1:
        return "Under all possible weights"
    if row.most == 0:
        return "Under none of the possible weights"
    return f"Under {share_down(row.least)} of the possible weights"
