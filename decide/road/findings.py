"""From a ranking to what would have to change: the findings of the analyses, one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from decide.model.decision import PossibleWeights
from decide.model.finding import Finding
from decide.model.possible import WeightSet
from decide.model.ranking import Ranking
from decide.stress import can_be_first, least_change, leave_one_out, performance_change
from decide.stress.case import Case
from decide.stress.table import ANALYSES

MOST_CELLS = 1_000


def findings(
    ranking: Ranking, only: Iterable[str] = (), *, possible: PossibleWeights | None = None
) -> Iterator[Finding]:
    """Yield the findings of all analyses, or of those named, in the order of the table.

    ``possible`` says which weights are possible, instead of what the decision says. Raises KeyError for a name that is
    no analysis.
    """
    named = set(only) or set(ANALYSES)
    if named - set(ANALYSES):
        raise KeyError(", ".join(sorted(named - set(ANALYSES))))
    case = Case(ranking, possible)
    for name, analysis in ANALYSES.items():
        if name in named:
            yield from analysis.run(case)


def margins(ranking: Ranking) -> Iterator[Finding]:
    """Yield the findings that checks read, at little cost; of more than ``MOST_CELLS`` cells only those on weights.

    These are the tolerance and the least weight that dethrones the first, who can be first, what single cells change,
    and what origins of evidence do.
    """
    case = Case(ranking)
    yield from islice(least_change.margins(case), 2)
    if len(case.candidates) * len(case.leaves) <= MOST_CELLS:
        yield from can_be_first.can_be_first(case)
        yield from performance_change.single_cells(case)
        yield from leave_one_out.origins(case)


def possible_weights(ranking: Ranking, *, possible: PossibleWeights | None = None) -> WeightSet:
    """Return the weights that are possible: as asked for, else as the decision says or lets follow."""
    return Case(ranking, possible).possible


def analyses() -> Sequence[tuple[str, str, str]]:
    """Return name, question and method of every analysis."""
    return [(analysis.name, analysis.question, analysis.how) for analysis in ANALYSES.values()]
