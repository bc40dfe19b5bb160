"""Stakeholders: who would choose what, how far they agree, what separates them, and the cheapest common choice.

Each is ranked with their own weights, everybody on the same values. Those without weights, or with a share of zero, are
left out. Kendall's W and tau-b (Kendall and Babington Smith 1939; Kendall 1945) compare the rankings, ties included.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from decide.model.change import Change
from decide.model.decision import PossibleWeights
from decide.model.finding import Finding, Status
from decide.model.rows import Moved, Part, Ranks, Relation, Voice
from decide.rank.change import changed
from decide.stress.agreement import alike, concordance, mean_tau, separations
from decide.stress.case import HUNDRED, Case, Vector, dot
from decide.stress.distances import MOVED, implied_distance, moved_program, weights_at
from decide.stress.least_change import moved_rows, shown
from decide.weigh.points import from_statement

NAME = "stakeholders"
OWN, GROUP, CONCORDANCE, TAU = "own", "group", "concordance", "tau"
SEPARATES, UNANIMOUS, CONSENSUS, MOVE = "separates", "unanimous", "consensus", "move"


@dataclass(frozen=True, eq=False)  # without slots: what is looked up is kept
class Group:
    """The stakeholders whose weights count: their ids, shares summing to 1, and weights."""

    case: Case
    ids: tuple[str, ...]
    shares: Vector
    weights: tuple[Vector, ...]

    @cached_property
    def scores(self) -> tuple[Vector, ...]:
        """The score of each candidate, stakeholder by stakeholder."""
        return tuple(tuple(dot(weights, row) for row in self.case.values) for weights in self.weights)

    @cached_property
    def first(self) -> tuple[tuple[str, ...], ...]:
        """Who is first, stakeholder by stakeholder."""
        return tuple(self.case.first(weights) for weights in self.weights)

    @cached_property
    def mean(self) -> Vector:
        """The weights of all, by their shares."""
        return tuple(dot(self.shares, column) for column in zip(*self.weights, strict=True))


def group_of(case: Case) -> Group:
    """Return the stakeholders who state weights and whose share is not zero."""
    decision = case.ranking.decision
    voices = [one for one in decision.stakeholders if one.weights is not None and one.share != 0]
    shares = [Fraction(1) if one.share is None else one.share for one in voices]
    total = sum(shares, Fraction(0))
    weights = tuple(
        from_statement(decision.criteria, one.weights, case.ranking.leaves) for one in voices if one.weights is not None
    )
    return Group(case, tuple(one.id for one in voices), tuple(share / total for share in shares), weights)


def stakeholders(case: Case) -> Iterator[Finding]:
    """Yield everybody's ranking, that of the group, the agreement, what separates them, and the common choices.

    Nothing is told of fewer than two stakeholders, or of fewer than two candidates.
    """
    group = group_of(case)
    if len(group.ids) < 2 or len(case.candidates) < 2:
        return
    for name, weights in zip(group.ids, group.weights, strict=True):
        yield _ranked(case, (name,), OWN, weights)
    yield _ranked(case, group.ids, GROUP, group.mean)
    yield from _agreement(group)
    yield from _unanimous(group)
    yield from _consensus(group)


def _ranked(case: Case, about: tuple[str, ...], variant: str, weights: Vector) -> Finding:
    """Return the ranking with other weights; holds if those first stay first."""
    witness = shown(case, weights)
    after = dict(witness.ranks)
    scores = [dot(weights, row) for row in case.values]
    rows = tuple(
        Ranks(name, entry.rank, after[name], entry.score.point, score)
        for name, entry, score in zip(case.candidates, case.entries, scores, strict=True)
    )
    best, second = sorted(scores, reverse=True)[:2]
    status: Status = "holds" if set(witness.first) == {case.candidates[index] for index in case.winners} else "found"
    return Finding(NAME, about, status, variant, best - second, "points", witness, rows=rows)


def _agreement(group: Group) -> Iterator[Finding]:
    """Yield Kendall's W and the mean of the pairwise tau-b; holds if the same are first for all. And what separates."""
    agree = len({frozenset(first) for first in group.first}) == 1
    status: Status = "holds" if agree else "found"
    voices = tuple(map(Voice, group.ids, group.shares, group.first))
    together = concordance(group.scores)
    if together is not None:
        yield Finding(NAME, group.ids, status, CONCORDANCE, together, "W", rows=voices)
    pairs = alike(group.ids, group.scores)
    mean = mean_tau(pairs)
    if mean is not None:
        yield Finding(NAME, group.ids, status, TAU, mean, "tau-b", rows=pairs)
    if not agree:
        yield _separating(group)


def _separating(group: Group) -> Finding:
    """Return the criteria which, weighed by all with the mean of the group, let all choose the same.

    Of these the one, or those, on which their weights differ most; impossible if no single criterion does it: then it
    is about those on which they differ most.
    """
    rows = separations(group.case, group.ids, group.weights, group.mean)
    agreeing = [row for row in rows if row.agree]
    spread = max(row.most - row.least for row in agreeing or rows)
    about = tuple(row.criterion for row in agreeing or rows if row.most - row.least == spread)
    status: Status = "found" if agreeing else "impossible"
    return Finding(NAME, about, status, SEPARATES, HUNDRED * spread, "points apart", rows=rows)


def _unanimous(group: Group) -> Iterator[Finding]:
    """Yield each pair of which nobody has the second ahead, and somebody the first: with the least lead over all."""
    names = group.case.candidates
    for one, better in enumerate(names):
        for other, worse in enumerate(names):
            leads = [scores[one] - scores[other] for scores in group.scores]
            if min(leads) >= 0 and max(leads) > 0:
                everywhere = min(group.case.margin(one, other)) >= 0
                row = Relation(better, worse, everywhere, min(leads))
                yield Finding(NAME, (better, worse), "holds", UNANIMOUS, min(leads), "points", rows=(row,))


def _consensus(group: Group) -> Iterator[Finding]:
    """Yield for each candidate the least that all have to move until it is first for all, the cheapest first.

    The sum of what each has to move, as everybody's weights are their own; preferences are not asked for. After the sum
    stand the moves that make it up.
    """
    cases = [_case(group.case, weights) for weights in group.weights]
    every = []
    for index, name in enumerate(group.case.candidates):
        moves = [_move(case, voice, index) for voice, case in zip(group.ids, cases, strict=True)]
        every.append((index, name, moves))
    every.sort(key=lambda one: (_total(one[2]) is None, _total(one[2]) or 0, one[0]))
    for _, name, moves in every:
        total = _total(moves)
        if total is None:
            yield Finding(NAME, (name,), "impossible", CONSENSUS, certificate=moves[0].certificate)
            continue
        parts = tuple(Part(move.about[1], move.amount) for move in moves if move.amount is not None)
        yield Finding(NAME, (name,), "found" if total else "holds", CONSENSUS, total, "points moved", rows=parts)
        yield from (move for move in moves if move.amount)


def _case(case: Case, weights: Vector) -> Case:
    """Return the case of one stakeholder: their weights are the point weights, and nothing is stated of others."""
    ranking = changed(case.ranking, Change(weights=tuple(zip(case.leaves, weights, strict=True))))
    alone = replace(ranking, decision=replace(ranking.decision, preferences=()))
    return Case(alone, PossibleWeights(form="any"), case.propose)


def _move(case: Case, voice: str, index: int) -> Finding:
    """Return the least weight that a stakeholder has to move until a candidate is first for them."""
    name = case.candidates[index]
    rivals = [other for other in range(len(case.candidates)) if other != index]
    solution = case.solve(moved_program(case, index, rivals))
    if not solution.feasible:
        return Finding(NAME, (name, voice), "impossible", MOVE, certificate=implied_distance(case, index, solution, ""))
    weights = weights_at(case, solution, MOVED)
    proof = implied_distance(case, index, solution, MOVED)
    rows: tuple[Moved, ...] = moved_rows(case, weights)
    amount = HUNDRED * solution.cost
    return Finding(NAME, (name, voice), "found", MOVE, amount, "points moved", case.at_weights(weights), proof, rows)


def _total(moves: Sequence[Finding]) -> Fraction | None:
    amounts = [move.amount for move in moves if move.amount is not None]
    return sum(amounts, Fraction(0)) if len(amounts) == len(moves) else None
