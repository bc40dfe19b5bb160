"""Scenarios: whether the choice survives each of them, what is to be expected over all, and the worst that may come.

In each scenario what it names is replaced and all is ranked again, gates and limits judged anew. The expected score
weighs each scenario with its chance, the decision as written with the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from decide.model.change import Change, Without
from decide.model.decision import Scenario
from decide.model.finding import Finding, Status, Witness
from decide.model.ranking import Ranked, Ranking
from decide.model.record import Record, record
from decide.model.rows import Prospect, Standing
from decide.rank.ranking import rank
from decide.rank.scenario import turned_out
from decide.stress.case import Case

NAME = "scenarios"
EACH, EXPECTED, WORST = "each", "expected", "worst"
AS_WRITTEN = ""


@record
class _Outcome(Record):
    """What may turn out, with its chance if all have one."""

    name: str
    chance: Fraction | None
    ranking: Ranking


def scenarios(case: Case) -> Iterator[Finding]:
    """Yield a finding per scenario, then who is to be expected first, and whose worst case is best; none without any.

    Of a scenario: holds if those first stay first, else found; the amount is the lead.
    """
    decision = case.ranking.decision
    ranked = [(one, rank(turned_out(decision, one), case.ranking.method)) for one in decision.scenarios]
    for scenario, ranking in ranked:
        yield _each(case, scenario, ranking)
    if ranked:
        outcomes = _outcomes(case, ranked)
        rows = _prospects(outcomes)
        if all(outcome.chance is not None for outcome in outcomes):
            yield from _best(case, EXPECTED, {row.candidate: row.expected for row in rows}, rows)
        yield from _best(case, WORST, {row.candidate: row.worst for row in rows}, rows)


def _each(case: Case, scenario: Scenario, ranking: Ranking) -> Finding:
    first = tuple(entry.candidate.id for entry in _in_file_order(ranking) if entry.rank == 1)
    rows = tuple(
        Standing(entry.candidate.id, entry.rank, entry.score.point, _fails(entry)) for entry in _in_file_order(ranking)
    )
    same = set(first) == {case.candidates[index] for index in case.winners}
    witness = _witness(case, ranking, first)
    status: Status = "holds" if same else "found"
    return Finding(NAME, (scenario.id,), status, EACH, ranking.lead if first else None, "points", witness, rows=rows)


def _witness(case: Case, ranking: Ranking, first: tuple[str, ...]) -> Witness | None:
    """Return the change that gives the same ranks; None where one is ranked who is screened out as written."""
    ranked = {entry.candidate.id: entry for entry in ranking.ranked}
    if not ranked or ranked.keys() - set(case.candidates):
        return None
    weights = () if ranking.weights == case.weights else tuple(zip(case.leaves, ranking.weights, strict=True))
    values = []
    for name, before in zip(case.candidates, case.values, strict=True):
        after = [known.point for known in ranked[name].values] if name in ranked else before
        moved = tuple((leaf, new) for leaf, old, new in zip(case.leaves, before, after, strict=True) if old != new)
        values += [(name, moved)] if moved else []
    gone = Without(candidates=tuple(name for name in case.candidates if name not in ranked))
    ranks = tuple((name, ranked[name].rank) for name in case.candidates if name in ranked)
    return Witness(Change(weights=weights, values=tuple(values), without=gone), first, ranks)


def _outcomes(case: Case, ranked: Sequence[tuple[Scenario, Ranking]]) -> list[_Outcome]:
    """Return all that may turn out, the decision as written first; what has no chance at all is left out."""
    chances = [scenario.chance for scenario, _ in ranked]
    known = [chance for chance in chances if chance is not None]
    rest = 1 - sum(known, Fraction(0)) if len(known) == len(chances) else None
    every = [_Outcome(AS_WRITTEN, rest, case.ranking)]
    every += [_Outcome(one.id, None if rest is None else one.chance, ranking) for one, ranking in ranked]
    return [outcome for outcome in every if outcome.chance != 0]


def _prospects(outcomes: Sequence[_Outcome]) -> tuple[Prospect, ...]:
    """Return a row per candidate that is ranked in any of the outcomes, in the file's order."""
    rows = []
    standing = [(outcome, _in_file_order(outcome.ranking)) for outcome in outcomes]
    for at, candidate in enumerate(outcomes[0].ranking.decision.candidates):
        found = [(outcome, entries[at]) for outcome, entries in standing]
        out = tuple(outcome.name for outcome, entry in found if entry.rank == 0)
        if len(out) == len(found):
            continue
        if out:
            rows.append(Prospect(candidate.id, None, None, (), out))
            continue
        scores = [(outcome.name, outcome.chance, entry.score.point) for outcome, entry in found]
        worst = min(score for _, _, score in scores)
        expected = None
        if all(chance is not None for _, chance, _ in scores):
            expected = sum(((chance or 0) * score for _, chance, score in scores), Fraction(0))
        where = tuple(name for name, _, score in scores if score == worst)
        rows.append(Prospect(candidate.id, expected, worst, where))
    return tuple(rows)


def _best(
    case: Case, variant: str, amounts: Mapping[str, Fraction | None], rows: tuple[Prospect, ...]
) -> Iterator[Finding]:
    """Yield whether those first as written have the best amount; of candidates that are never screened out."""
    known = {name: amount for name, amount in amounts.items() if amount is not None}
    if not known:
        return
    best = max(known.values())
    first = {name for name, amount in known.items() if amount == best}
    status: Status = "holds" if first == {case.candidates[index] for index in case.winners} else "found"
    about = tuple(scenario.id for scenario in case.ranking.decision.scenarios)
    yield Finding(NAME, about, status, variant, best, "points", rows=rows)


def _in_file_order(ranking: Ranking) -> list[Ranked]:
    known = {entry.candidate.id: entry for entry in (*ranking.ranked, *ranking.excluded)}
    return [known[candidate.id] for candidate in ranking.decision.candidates]


def _fails(entry: Ranked) -> tuple[str, ...]:
    return tuple(hurdle.id for hurdle in entry.hurdles if hurdle.verdict == "failed")
