"""From a ranking to what its decision says besides: judgements, the weights of stakeholders, scenarios ranked."""

from decide.model.circumstances import Circumstances, Judgement, Outcome
from decide.model.ranking import Ranking
from decide.rank.ranking import rank
from decide.rank.scenario import turned_out
from decide.stress.case import Case
from decide.stress.leave_one_out import is_averaged
from decide.stress.stakeholders import group_of
from decide.value.cells import judgements


def circumstances(ranking: Ranking) -> Circumstances:
    """Return the judgements of those ranked, assessor by assessor, the voices that count, and every scenario."""
    case = Case(ranking)
    decision, group = ranking.decision, group_of(case)
    known = judgements(decision, ranking.leaves)
    judged = [
        Judgement(assessor, name, leaf, value.point)
        for assessor, _ in decision.assessments
        for name in case.candidates
        for leaf in case.leaves
        for who, value in known.get((name, leaf), ())
        if who == assessor
    ]
    outcomes = [
        Outcome(one.id, one.chance, rank(turned_out(decision, one), ranking.method)) for one in decision.scenarios
    ]
    voices = zip(group.ids, group.shares, group.weights, strict=True)
    return Circumstances(tuple(judged), tuple(voices), bool(group.ids) and is_averaged(decision), tuple(outcomes))
