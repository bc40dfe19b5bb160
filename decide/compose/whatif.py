"""Tells what comes out after a change: ranks and scores before and after."""

from collections.abc import Iterator

from decide.compose.ranking import headline, subtitle
from decide.compose.words import hurdle_name, listed, rank_of, score_figures
from decide.model.change import Change
from decide.model.finding import Finding, Witness
from decide.model.page import Block, Column, Page, Section, Table, Text
from decide.model.ranking import Hurdle, Ranking
from decide.model.rows import Ranks
from decide.model.written import Pairs

NAME = "whatif"
Unmet = tuple[Pairs[Hurdle], tuple[str, ...]]
"""Limits that candidates would now fail, and what preferences are not met."""


def whatif_page(before: Ranking, after: Ranking, words: tuple[str, ...], unmet: Unmet) -> Page:
    """Return the page of ``decide whatif``: the new answer, who moves, and what is not met then."""
    blocks: tuple[Block, ...] = (
        Text(f"With  {'  '.join(words)}", "note"),
        Text(headline(after), "lead"),
        Text(_compared(before, after)),
        _table(before, after),
        *(Text(note, "warning") for note in _notes(after, *unmet)),
    )
    return Page(f"What if: {before.decision.title}", subtitle(after), (Section("", blocks),))


def whatif_finding(before: Ranking, after: Ranking, change: Change) -> Finding:
    """Return the answer as a finding: it holds if those first stay first."""
    first = tuple(entry.candidate.id for entry in after.winners)
    ranks = tuple((entry.candidate.id, entry.rank) for entry in after.ranked)
    was = {entry.candidate.id: entry for entry in before.ranked}
    rows = tuple(
        Ranks(
            entry.candidate.id,
            was[entry.candidate.id].rank,
            entry.rank,
            was[entry.candidate.id].score.point,
            entry.score.point,
        )
        for entry in after.ranked
    )
    same = set(first) == {entry.candidate.id for entry in before.winners}
    witness = Witness(change, first, ranks)
    return Finding(NAME, first, "holds" if same else "found", "", after.lead, "points", witness, rows=rows)


def _compared(before: Ranking, after: Ranking) -> str:
    now = listed([entry.candidate.name for entry in before.winners])
    if {entry.candidate.id for entry in before.winners} == {entry.candidate.id for entry in after.winners}:
        return f"The first place stays as it is. Without the change: {headline(before)}"
    return f"The first place changes; without the change it is {now}: {headline(before)}"


def _table(before: Ranking, after: Ranking) -> Table:
    was = {entry.candidate.id: entry for entry in before.ranked}
    old, new = score_figures(before), score_figures(after)
    rows = tuple(
        (
            _arrow(rank_of(was[entry.candidate.id]), rank_of(entry)),
            entry.candidate.name,
            _arrow(old[entry.candidate.id], new[entry.candidate.id]),
        )
        for entry in after.ranked
    )
    columns = (Column("Rank", "right"), Column("Candidate"), Column("Score", "right"))
    return Table("Before → after", columns, rows)


def _arrow(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _notes(after: Ranking, failing: Pairs[Hurdle], broken: tuple[str, ...]) -> Iterator[str]:
    """Yield whom a limit would now screen out, and which preferences are not met."""
    names = {entry.candidate.id: entry.candidate.name for entry in after.ranked}
    for candidate, hurdle in failing:
        yield (
            f"{names[candidate]} would now fail {hurdle_name(hurdle)}; it is kept here, as gates and limits are not "
            "judged anew."
        )
    for message in broken:
        yield f"With this change {message}."
