"""From words to the ranking after the changes that they ask for."""

from collections.abc import Iterable

from decide.load.changes import read_changes
from decide.model.change import Change
from decide.model.ranking import Hurdle, Ranking
from decide.model.record import Record, record
from decide.model.written import Pairs
from decide.rank.change import change_of, changed, newly_failing


@record
class WhatIf(Record):
    """The ranking after a change; ``failing``: who would now fail a limit, though kept (candidate → hurdle)."""

    ranking: Ranking
    change: Change
    failing: Pairs[Hurdle]


def what_if(ranking: Ranking, words: Iterable[str]) -> WhatIf:
    """Return what comes out after changes.

    Raises InvalidDecision for words that cannot be read, ValueError where nothing is left to rank.
    """
    change = change_of(ranking, read_changes(tuple(words), ranking.decision))
    after = changed(ranking, change)
    return WhatIf(after, change, newly_failing(after, change))
