"""Tells what the stakeholders would choose: their ranks as a slope chart, how far they agree, what separates them."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.left_out import left_out
from decide.compose.names import Names
from decide.compose.slopes import Stand, Standings, slope_chart
from decide.compose.stakeholders import COMPARED, NOT_SAID, cheapest_common, headline
from decide.compose.stressed import Stressed
from decide.compose.words import sentence
from decide.model.finding import Finding
from decide.model.page import Block, Text
from decide.model.rows import Ranks

CAPTION = "Rank and score with everybody's own weights"


def voices(stressed: Stressed) -> Iterator[Block]:
    """Yield the slope chart, the agreement, what separates them, and the cheapest common choice if it asks anything."""
    names = stressed.names
    own, group = stressed.told("stakeholders", "own"), stressed.told("stakeholders", "group")
    if not own:
        return
    # Where the weights of the decision are the mean of theirs, that column would be the first once more.
    anew = [one for one in group if any(row.score_after != row.score_before for row in _rows(one))]
    heads = [names.stakeholder(finding.about[0]) for finding in own]
    columns = [_column(head, one) for head, one in zip(heads, own, strict=True)]
    columns += [_column("All, by shares", one) for one in anew]
    yield slope_chart(names, _title(own, names), CAPTION, columns)
    told = stressed.told("stakeholders", "concordance", "tau", "separates")
    yield from (Text(sentence(headline(finding, names))) for finding in (*anew, *told))
    consensus = stressed.told("stakeholders", "consensus")
    asked = all(finding.amount != 0 for finding in consensus)
    if asked and (cheapest := cheapest_common(consensus, names)):
        yield Text(cheapest)
    yield from left_out(stressed, "stakeholder")
    yield Text(NOT_SAID if asked else COMPARED, "note")


def _rows(finding: Finding) -> tuple[Ranks, ...]:
    return cast("tuple[Ranks, ...]", finding.rows)


def _column(head: str, finding: Finding) -> Standings:
    return Standings(head, tuple((row.candidate, Stand(row.rank_after, row.score_after)) for row in _rows(finding)))


def _title(own: Sequence[Finding], names: Names) -> str:
    """Return for how many of them the same are first as in the decision, and whom all have first instead."""
    same = sum(finding.status == "holds" for finding in own)
    first = names.first(names.winners)
    if same == len(own):
        return f"{first} for every stakeholder"
    if same:
        return f"{first} for {same} of {len(own)} stakeholders"
    theirs = {tuple(row.candidate for row in _rows(finding) if row.rank_after == 1) for finding in own}
    instead = f": {names.first(theirs.pop())} for every one" if len(theirs) == 1 else ""
    return f"{first} for no stakeholder{instead}"
