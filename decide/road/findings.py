"""From a ranking to what would have to change: the findings of the analyses, one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor

from decide.model.decision import PossibleWeights
from decide.model.finding import Finding
from decide.model.ranking import Ranking
from decide.solve.optimum import Propose
from decide.stress.case import Case, Drawing
from decide.stress.table import ANALYSES


def findings(
    ranking: Ranking,
    only: Iterable[str] = (),
    *,
    possible: PossibleWeights | None = None,
    propose: Propose | None = None,
    draws: int = 0,
    seed: str = "",
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Finding]:
    """Yield the findings of all analyses, or of those named, in the order of the table.

    ``possible`` says which weights are possible, instead of what the decision says. ``propose`` names the rows of a
    large program that it thinks tight (``decide.solve.lp.tight_rows``), and changes no answer. ``draws`` are made where
    a probability cannot be had without (0: as many as usual), from the ``seed``, or the hash of the decision; an
    ``executor`` shares the work of drawing out, and ``progress`` is told how many draws are done, of how many. Raises
    KeyError for a name that is no analysis.
    """
    named = set(only) or set(ANALYSES)
    if named - set(ANALYSES):
        raise KeyError(", ".join(sorted(named - set(ANALYSES))))
    case = Case(ranking, possible, propose, Drawing(draws, seed, executor, progress))
    for name, analysis in ANALYSES.items():
        if name in named:
            yield from analysis.run(case)


def analyses() -> Sequence[tuple[str, str, str]]:
    """Return name, question and method of every analysis."""
    return [(analysis.name, analysis.question, analysis.how) for analysis in ANALYSES.values()]
