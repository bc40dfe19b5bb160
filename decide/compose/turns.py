"""Tells the scenarios: the ranks in each as a slope chart and in words, who is expected first, whose worst is best."""

from collections.abc import Iterator, Sequence
from typing import cast

from decide.compose.names import Names
from decide.compose.scenarios import NOT_SAID, headline, over_all, with_chance
from decide.compose.slopes import Stand, Standings, slope_chart
from decide.compose.stressed import Stressed
from decide.model.finding import Finding
from decide.model.page import Block, Text
from decide.model.rows import Standing

MOST_TOLD = 6
CAPTION = "Rank and score, as written and in each scenario"


def turns(stressed: Stressed) -> Iterator[Block]:
    """Yield the slope chart, what comes out in each, and the expected and the worst score of each candidate."""
    names = stressed.names
    each, over = stressed.told("scenarios", "each"), stressed.told("scenarios", "expected", "worst")
    if not each:
        return
    columns = [_column(finding, names) for finding in each]
    yield slope_chart(names, _title(each, names), CAPTION, columns)
    # What changes who is first is told before what does not.
    told = sorted(each, key=lambda finding: finding.status == "holds")
    yield from (Text(f"{headline(finding, names)}.", "reason") for finding in told[:MOST_TOLD])
    if len(told) > MOST_TOLD:
        yield Text(f"{len(told) - MOST_TOLD} more in the table.", "note")
    yield from (Text(f"{headline(finding, names)}.") for finding in over)
    yield from (over_all(finding, names) for finding in over[:1])
    yield Text(NOT_SAID, "note")


def _rows(finding: Finding) -> tuple[Standing, ...]:
    return cast("tuple[Standing, ...]", finding.rows)


def _column(finding: Finding, names: Names) -> Standings:
    head = with_chance(finding.about[0], names)
    return Standings(head, tuple((row.candidate, Stand(row.rank, row.score)) for row in _rows(finding)))


def _title(each: Sequence[Finding], names: Names) -> str:
    """Return in how many of them the same are first as in the decision."""
    same, first = sum(finding.status == "holds" for finding in each), names.first(names.winners)
    if len(each) == 1:
        there = tuple(row.candidate for row in _rows(each[0]) if row.rank == 1)
        return f"In the scenario {names.first(there) if there else 'nobody is left'}{' too' if same else ''}"
    if same == len(each):
        return f"{first} in every scenario"
    return f"{first} in {same} of {len(each)} scenarios" if same else f"{first} in no scenario"
