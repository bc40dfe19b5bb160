"""From a ranking to its linear programs as readable texts."""

from collections.abc import Iterator

from decide.load.ids import slug
from decide.model.decision import PossibleWeights
from decide.model.ranking import Ranking
from decide.solve.lp import lp_text
from decide.stress.case import Case
from decide.stress.programs import programs


def program_texts(ranking: Ranking, possible: PossibleWeights | None = None) -> Iterator[tuple[str, str]]:
    """Yield a name fit for a file, and the text, of every program that is more than a closed form."""
    for program in programs(Case(ranking, possible)):
        yield slug(program.name), lp_text(program)
