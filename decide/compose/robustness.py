"""Tells how robust the first place is: weights, performances, and what is left out; and who can never be first."""

from collections.abc import Iterator

from decide.compose import least_change, leave_one_out
from decide.compose.crossing_lines import crossing_lines
from decide.compose.flipped import flips_per_rival
from decide.compose.stressed import Stressed
from decide.compose.swings import swings
from decide.model.page import Block, Text

MOST_OUTCOMES = 3
_DETHRONED = ("dethrone-moved", "dethrone-each")
_KINDS = {"criterion": "criterion", "candidate": "candidate", "origin": "origin of evidence"}


def robustness(stressed: Stressed) -> Iterator[Block]:
    """Yield what the stress test found, from the weights to what could be left out; nothing for one candidate alone."""
    if len(stressed.ranking.ranked) < 2:
        return
    yield from least_change.blocks(stressed.told("least-change", "tolerance", *_DETHRONED), stressed.names)
    yield from crossing_lines(stressed)
    yield from swings(stressed.ranking)
    yield from flips_per_rival(stressed)
    yield from least_change.blocks(stressed.told("least-change", "moved", "each", "fewest"), stressed.names)
    yield from _left_out(stressed)
    yield from _never_first(stressed)


def _left_out(stressed: Stressed) -> Iterator[Block]:
    """Yield a sentence per kind of thing that could be left out: what changes, or that nothing does."""
    names = stressed.names
    for kind, called in _KINDS.items():
        name = called
        own = stressed.told("leave-one-out", kind)
        if kind == "candidate" and len(names.winners) == 1:
            # Without the first somebody else is first, which is no news.
            own = [finding for finding in own if leave_one_out.row_of(finding).gone != names.winners[0]]
            name = "other candidate"
        changing = [finding for finding in own if finding.status != "holds"]
        if own and not changing:
            yield Text(f"Without any single {name} the first place stays as it is ({len(own)} tried).")
        elif own:
            told = [leave_one_out.headline(finding, names) for finding in changing[:MOST_OUTCOMES]]
            rest = f"; and so for {len(changing) - len(told)} more" if len(changing) > len(told) else ""
            opening = f"Leaving out one {name} changes the first place in {len(changing)} of {len(own)} cases"
            yield Text(f"{opening}: {'; '.join(told)}{rest}.")


def _never_first(stressed: Stressed) -> Iterator[Block]:
    """Yield who is first under no possible weights, and who under no weights at all."""
    names = stressed.names
    never = [one.about[0] for one in stressed.told("least-change", "moved") if one.status == "impossible"]
    possible = [one.about[0] for one in stressed.told("can-be-first") if one.status == "impossible"]
    rest = [one for one in possible if one not in never]
    if never:
        meeting = " that meet the preferences" if names.weight_set.preferences else ""
        yield Text(f"No weights{meeting} make {_any_of(names.candidates(never), len(never))} first.")
    if rest:
        opening = f"{names.within}no" if names.within else "No"
        yield Text(f"{opening} weights make {_any_of(names.candidates(rest), len(rest))} first.")


def _any_of(names: str, count: int) -> str:
    return names if count == 1 else f"any of {names}"
