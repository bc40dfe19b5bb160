"""Tells how likely ranks are in a memo: chances beside the ranges of ranks, and how sure the first place is."""

from collections.abc import Iterator

from decide.compose.acceptability import cell, drawn, first_of, headline, known, ranks_of
from decide.compose.stressed import Stressed
from decide.compose.words import sentence
from decide.model.finding import Finding
from decide.model.page import Block, Text
from decide.model.spread import Chance

ALIKE = (
    "Any possible weights count as likely as any others, and each open performance is drawn on its own: what makes "
    "several of them better or worse at once is not in these chances, and so worst cases stand beside them."
)


def ranked_by_chance(stressed: Stressed) -> list[Finding]:
    """Return how likely each rank is: over weights and what is open together, or over weights where nothing is open."""
    return stressed.told("acceptability", "together") or stressed.told("acceptability", "ranks")


def chances(stressed: Stressed) -> dict[str, tuple[Chance, ...]]:
    """Return for each candidate the chance of each rank that may come up."""
    found = {}
    for finding in ranked_by_chance(stressed):
        shares = enumerate(ranks_of(finding).ranks, 1)
        found[finding.about[0]] = tuple(
            Chance(rank, share.share, f"{cell(share, finding.estimate)} %") for rank, share in shares if share.share
        )
    return found


def likely(stressed: Stressed) -> Iterator[Block]:
    """Yield how likely the first is first: over the weights, over what is open, and over both."""
    names = stressed.names
    for name in names.winners:
        for finding in stressed.told("acceptability", "first", "together", "holding"):
            if finding.about == (name,):
                yield Text(sentence(headline(finding, names)))
    rivals = [
        one
        for one in stressed.told("acceptability", "first")
        if one.about[0] not in names.winners and first_of(one).first.share
    ]
    for finding in sorted(rivals, key=lambda one: -first_of(one).first.share)[:1]:
        yield Text(sentence(headline(finding, names)))
    estimates = [one.estimate for one in stressed.told("acceptability") if one.estimate is not None]
    if estimates:
        yield Text(f"{drawn(estimates[0])} {ALIKE}", "note")
    elif rivals or stressed.told("acceptability", "first"):
        yield Text(ALIKE, "note")


def first_by_chance(stressed: Stressed) -> str:
    """Return how likely the one in front is first over all that is open, as a sentence; nothing if not drawn."""
    (first, *others) = stressed.names.winners
    found = [one for one in stressed.told("acceptability", "together") if one.about == (first,)]
    if others or not found:
        return ""
    share = known(ranks_of(found[0]).ranks[0])
    return f"Random draws put {stressed.names.candidate(first)} first: {share}"
