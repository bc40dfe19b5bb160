"""From a ranking to the weights that are possible."""

from decide.model.decision import PossibleWeights
from decide.model.possible import WeightSet
from decide.model.ranking import Ranking
from decide.stress.case import Case


def possible_weights(ranking: Ranking, *, possible: PossibleWeights | None = None) -> WeightSet:
    """Return the weights that are possible: as asked for, else as the decision says or lets follow."""
    return Case(ranking, possible).possible
