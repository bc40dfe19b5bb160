"""From words to the ranking after the changes that they ask for."""

from collections.abc import Iterable
from dataclasses import replace

from decide.load.changes import read_changes
from decide.model.change import Change
from decide.model.ranking import Hurdle, Ranking
from decide.model.record import Record, record
from decide.model.written import Pairs
from decide.rank.change import change_of, changed, newly_failing
from decide.weigh.preferences import broken_preferences


@record
class WhatIf(Record):
    """The ranking after a change; ``failing``: who would now fail a limit, though kept (candidate → hurdle).

    ``broken`` says which preferences the weights and values do not meet then.
    """

    ranking: Ranking
    change: Change
    failing: Pairs[Hurdle]
    broken: tuple[str, ...]


def what_if(ranking: Ranking, words: Iterable[str]) -> WhatIf:
    """Return what comes out after changes.

    Raises InvalidDecision for words that cannot be read, ValueError where nothing is left to rank.
    """
    change = change_of(ranking, read_changes(tuple(words), ranking.decision))
    after = changed(ranking, change)
    values = {
        entry.candidate.id: tuple(known.point for known in entry.values) for entry in (*after.ranked, *after.excluded)
    }
    left = [one for one in ranking.decision.candidates if one.id in values]
    stated = ranking.decision.preferences if len(left) == len(ranking.decision.candidates) else ()
    decision = replace(ranking.decision, preferences=stated)
    broken = broken_preferences(decision, after.leaves, after.weights, values)
    return WhatIf(after, change, newly_failing(after, change), tuple(problem.message for problem in broken))
