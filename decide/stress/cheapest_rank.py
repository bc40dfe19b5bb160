"""Cheapest rank: the least weight that has to move until a candidate is among the first two, or three.

Up to one rival fewer than the rank may stay ahead. Branch and bound on which: a rival that is still ahead is either
held below or let be; each node is an exact program, so the tree is the proof.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from decide.model.finding import Branch, Finding, Split
from decide.solve.program import Program, Row, Solution, unit
from decide.stress.case import HUNDRED, Case, Vector, dot
from decide.stress.distances import MOVED, implied_distance, moved_program, weights_at
from decide.stress.least_change import moved_rows, shown

NAME = "cheapest-rank"
RANKS = (2, 3)
MOST_NODES = 500


def cheapest_rank(case: Case) -> Iterator[Finding]:
    """Yield for each candidate and each of these ranks that it does not hold the least change that brings it there."""
    ranks = {entry.candidate.id: entry.rank for entry in case.ranking.ranked}
    for rank in RANKS:
        for index, name in enumerate(case.candidates):
            if ranks[name] > rank:
                yield _finding(case, index, rank)


def rank_program(case: Case, index: int, rank: int) -> Program:
    """Return the mixed-integer program: a rival may be ahead where its column is 1, and rank - 1 of them may."""
    rivals = [other for other in range(len(case.candidates)) if other != index]
    base = moved_program(case, index, rivals)
    first = len(base.columns)
    places = {f"over {case.candidates[other]}": first + at for at, other in enumerate(rivals)}
    rows = [
        Row(row.name, (*row.coefficients, (places[row.name], HUNDRED)), row.least) if row.name in places else row
        for row in base.rows
    ]
    ahead = tuple((first + at, Fraction(-1)) for at in range(len(rivals)))
    rows.append(Row("may be ahead", ahead, Fraction(1 - rank)))
    rows += [
        Row(f"whole {case.candidates[other]}", unit(first + at, -1), Fraction(-1)) for at, other in enumerate(rivals)
    ]
    columns = (*base.columns, *(f"ahead {case.candidates[other]}" for other in rivals))
    costs = (*base.costs, *(Fraction(0) for _ in rivals))
    whole = frozenset(range(first, len(columns)))
    return Program(f"cheapest-rank {case.candidates[index]} {rank}", columns, costs, tuple(rows), whole)


def _finding(case: Case, index: int, rank: int) -> Finding:
    about, variant = (case.candidates[index],), f"first-{rank}"
    search = _Search(case, index, rank)
    if not search.run():
        return Finding(NAME, about, "undetermined", variant)
    proof = Split(tuple(search.nodes))
    if search.best is None:
        return Finding(NAME, about, "impossible", variant, certificate=proof)
    amount, weights = search.best
    witness, rows = shown(case, weights), moved_rows(case, weights)
    return Finding(NAME, about, "found", variant, HUNDRED * amount, "points moved", witness, proof, rows)


class _Search:
    """One branch and bound, deepest node first; ``nodes`` is the case distinction, ``best`` the cheapest so far."""

    def __init__(self, case: Case, index: int, rank: int) -> None:
        self.case, self.index, self.rank = case, index, rank
        self.nodes: list[Branch] = [Branch((), ())]
        self.best: tuple[Fraction, Vector] | None = None

    def run(self) -> bool:
        """Return whether the search came to its end within the limit of nodes."""
        waiting = [0]
        while waiting:
            if len(self.nodes) > MOST_NODES:
                return False
            at = waiting.pop()
            node = self.nodes[at]
            split = self._bound(at, node)
            if split:
                low, high = len(self.nodes), len(self.nodes) + 1
                self.nodes[at] = replace(node, on=split, low=low, high=high)
                self.nodes.append(Branch((*node.below, split), node.above))
                self.nodes.append(Branch(node.below, (*node.above, split)))
                waiting += [high, low] if len(node.above) + 1 < self.rank else [low]
        return True

    def _bound(self, at: int, node: Branch) -> str:
        """Solve a node: give it its bound and return nothing, or return the rival to split on."""
        case, names = self.case, self.case.candidates
        below = [names.index(name) for name in node.below]
        solution = case.solve(moved_program(case, self.index, below))
        if not solution.feasible or (self.best is not None and solution.cost >= self.best[0]):
            self._close(at, solution)
            return ""
        weights = weights_at(case, solution, MOVED)
        own = dot(weights, case.values[self.index])
        margins = {
            name: dot(weights, row) - own
            for name, row in zip(names, case.values, strict=True)
            if name != names[self.index] and name not in node.above
        }
        ahead = [name for name, margin in margins.items() if margin > 0]
        if len(node.above) + len(ahead) < self.rank:
            self.best = (solution.cost, weights)
            self._close(at, solution)
            return ""
        return max(ahead, key=lambda name: margins[name])

    def _close(self, at: int, solution: Solution) -> None:
        proof = implied_distance(self.case, self.index, solution, MOVED if solution.feasible else "")
        self.nodes[at] = replace(self.nodes[at], bound=proof)
