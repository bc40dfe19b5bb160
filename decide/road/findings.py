"""From a ranking to what would have to change: the findings of the analyses, one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from decide.model.decision import PossibleWeights
from decide.model.finding import Finding
from decide.model.possible import WeightSet
from decide.model.ranking import Ranking
from decide.solve.optimum import Propose
from decide.stress import can_be_first, least_change, leave_one_out, performance_change
from decide.stress.case import Case
from decide.stress.table import ANALYSES

MOST_CELLS, MOST_COMPARED = 1_000, 25_000
"""How many cells are tried one by one, and how many are compared, each with those of all candidates."""


def findings(
    ranking: Ranking,
    only: Iterable[str] = (),
    *,
    possible: PossibleWeights | None = None,
    propose: Propose | None = None,
) -> Iterator[Finding]:
    """Yield the findings of all analyses, or of those named, in the order of the table.

    ``possible`` says which weights are possible, instead of what the decision says. ``propose`` names the rows of a
    large program that it thinks tight (``decide.solve.lp.tight_rows``), and changes no answer. Raises KeyError for a
    name that is no analysis.
    """
    named = set(only) or set(ANALYSES)
    if named - set(ANALYSES):
        raise KeyError(", ".join(sorted(named - set(ANALYSES))))
    case = Case(ranking, possible, propose)
    for name, analysis in ANALYSES.items():
        if name in named:
            yield from analysis.run(case)


def margins(ranking: Ranking) -> Iterator[Finding]:
    """Yield the findings that checks read, those left out that would take long in a large decision.

    These are the tolerance and the least weight that dethrones the first, who can be first, what single cells change,
    and what origins of evidence do.
    """
    case = Case(ranking)
    yield from islice(least_change.margins(case), 2)
    cells = len(case.candidates) * len(case.leaves)
    if len(case.candidates) * cells <= MOST_COMPARED:
        yield from can_be_first.can_be_first(case)
    if cells <= MOST_CELLS:
        yield from performance_change.single_cells(case)
        yield from leave_one_out.origins(case)


def possible_weights(ranking: Ranking, *, possible: PossibleWeights | None = None) -> WeightSet:
    """Return the weights that are possible: as asked for, else as the decision says or lets follow."""
    return Case(ranking, possible).possible


def analyses() -> Sequence[tuple[str, str, str]]:
    """Return name, question and method of every analysis."""
    return [(analysis.name, analysis.question, analysis.how) for analysis in ANALYSES.values()]
