"""Tells, in a sentence per kind of thing, whether leaving one of them out changes the first place."""

from collections.abc import Iterator

from decide.compose import leave_one_out
from decide.compose.stressed import Stressed
from decide.model.page import Block, Text

MOST_OUTCOMES = 3
_CALLED = {"origin": "origin of evidence"}


def left_out(stressed: Stressed, kind: str) -> Iterator[Block]:
    """Yield what leaving out one thing of a kind changes, or that it changes nothing; nothing where there is none."""
    names = stressed.names
    name = _CALLED.get(kind, kind)
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
