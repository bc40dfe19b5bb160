"""Tells how robust the first place is: weights, performances, and what is left out; and who can never be first."""

from collections.abc import Iterator

from decide.compose import least_change
from decide.compose.crossing_lines import crossing_lines
from decide.compose.flipped import flips_per_rival
from decide.compose.left_out import left_out
from decide.compose.likely import likely
from decide.compose.rank_lines import rank_lines
from decide.compose.ranking import is_open
from decide.compose.stressed import Stressed
from decide.compose.swings import swings
from decide.compose.words import listed
from decide.model.page import Block, Text

_DETHRONED = ("dethrone-moved", "dethrone-each")


def robustness(stressed: Stressed) -> Iterator[Block]:
    """Yield what the stress test found, from the weights to what could be left out; nothing for one candidate alone."""
    if len(stressed.ranking.ranked) < 2:
        return
    yield from least_change.blocks(stressed.told("least-change", "tolerance", *_DETHRONED), stressed.names)
    yield from crossing_lines(stressed)
    yield from swings(stressed.ranking)
    yield from flips_per_rival(stressed)
    yield from least_change.blocks(stressed.told("least-change", "moved", "each", "fewest"), stressed.names)
    yield from rank_lines(stressed)
    yield from likely(stressed)
    for kind in ("criterion", "candidate", "origin"):
        yield from left_out(stressed, kind)
    yield from _never_first(stressed)
    yield from _untold(stressed)


def _never_first(stressed: Stressed) -> Iterator[Block]:
    """Yield who is first under no possible weights, and who under no weights at all."""
    names = stressed.names
    never = [one.about[0] for one in stressed.told("least-change", "moved") if one.status == "impossible"]
    possible = [one.about[0] for one in stressed.told("can-be-first") if one.status == "impossible"]
    rest = [one for one in possible if one not in never]
    standing = ", with all performances as they stand" if is_open(names.ranking) else ""
    if never:
        meeting = " that meet the preferences" if names.weight_set.preferences else ""
        yield Text(f"No weights{meeting} make {_any_of(names.candidates(never), len(never))} first{standing}.")
    if rest:
        opening = f"{names.within}no" if names.within else "No"
        yield Text(f"{opening} weights make {_any_of(names.candidates(rest), len(rest))} first{standing}.")


def _untold(stressed: Stressed) -> Iterator[Block]:
    """Yield what was not found out, for the size of the decision, though it has what it takes."""
    decision = stressed.ranking.decision
    known = {finding.analysis for finding in stressed.findings}
    voices = [one for one in decision.stakeholders if one.weights is not None and one.share != 0]
    asked = {
        "rank-range": ("the best and the worst rank of each", True),
        "stakeholders": ("what stakeholders would choose", len(voices) > 1),
        "scenarios": ("what comes out in each scenario", bool(decision.scenarios)),
        "assessments": ("where assessors differ", bool(decision.assessments) and not stressed.whole),
    }
    left = [told for name, (told, asks) in asked.items() if asks and name not in known]
    if left:
        yield Text(f"Left to decide stress, for the size of this decision: {listed(left)}.", "note")


def _any_of(names: str, count: int) -> str:
    return names if count == 1 else f"any of {names}"
