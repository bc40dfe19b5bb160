"""The least number of rivals that spoil a candidate's rank: branch and bound over exact programs, with a proof.

A rival has a direction h that says h·w >= 0 where it does not count: for the best rank the candidate's high less the
rival's low (who is ahead counts), for the worst rank the rival's high less the candidate's low, strictly (who is not
ahead counts). A program lets each rival that is not decided fall short of its row by z times its limit, at a cost of z.
Its multipliers bound the number that must count: without enough of the largest of multiplier × limit the rows clash.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, lcm
from operator import mul

from decide.model.finding import Branch, Counted, Implied, Limit
from decide.model.record import Record, record
from decide.solve.program import Program, Row, Solution, sparse
from decide.stress.bounds import over
from decide.stress.case import HUNDRED, SUM, Case, Vector
from decide.stress.joint import (
    hope_proof,
    hoped,
    lead_proof,
    least_hope,
    least_lead,
    least_of,
    made_whole,
    proof,
    whole_corners,
)

MOST_NODES = 400
MOST_CORNERS = 2
"""Times as many corners as leaves are columns; beyond, the leaves are, with the rows of the statements."""
APART = 1000
"""Who is to be ahead is first asked to be so by a part of the smallest unit of this many; proofs do without it."""


class Columns:
    """What the programs mix: the corners of the possible weights, or the leaves under the rows of the statements."""

    def __init__(self, case: Case) -> None:
        corners = case.corners
        names, stated = case.possible_rows
        self.rows: tuple[Row, ...] = stated[1:]
        if corners is not None and len(corners) <= MOST_CORNERS * len(case.leaves):
            self.unit, self.vectors = whole_corners(case)
            self.rows = ()
        elif case.possible.mixed:
            self.unit, self.vectors = made_whole(weights for _, weights in case.possible.mixed)
        else:
            self.unit, self.vectors = (
                1,
                [tuple(int(at == one) for at in range(len(names))) for one in range(len(names))],
            )
        self.names = tuple(f"mix {at}" for at in range(len(self.vectors)))
        self.sum = Row(SUM, sparse([1] * len(self.names)), Fraction(1), exact=True)

    def weights(self, point: Sequence[Fraction]) -> tuple[int, ...]:
        """Return the weights at a point, whole, in whatever unit."""
        unit = lcm(*(share.denominator for share in point))
        shares = [share.numerator * (unit // share.denominator) for share in point]
        return tuple(sum(map(mul, shares, column)) for column in zip(*self.vectors, strict=True))


@record
class Rival(Record):
    """A rival that is not decided beforehand: its direction, whole, what that gains on each column, and its limit."""

    name: str
    whole: tuple[int, ...]
    gains: tuple[int, ...]
    scale: int
    limit: Fraction


@record
class Node(Record):
    """An open node: where it stands, who does not count in it, who does, and which rows were tight above it."""

    at: int
    free: tuple[int, ...]
    counted: tuple[int, ...]
    tight: tuple[str, ...] = ()


class Search:
    """The search for one candidate and one side; ``best`` is the fewest that count so far, with their weights."""

    def __init__(self, case: Case, columns: Columns, index: int, *, strict: bool) -> None:
        self.case, self.columns, self.index, self.strict = case, columns, index, strict
        self.nodes: list[Branch] = [Branch((), ())]
        self.root = Branch((), ())
        self.best: tuple[int, tuple[int, ...]] = (len(case.candidates), ())
        self.always: list[int] = []
        self.rivals: dict[int, Rival] = {}
        self.proved = 0
        for other in range(len(case.candidates)):
            if other != index:
                self._sort(other)

    def pair(self, other: int) -> tuple[int, int]:
        """Return whose high, and whose low, the direction of a rival takes."""
        return (other, self.index) if self.strict else (self.index, other)

    def _sort(self, other: int) -> None:
        """Note a rival that always counts, or may count."""
        high, low = self.pair(other)
        against = least_lead(self.case, low, high).amount
        if against > 0 or (self.strict and against == 0):
            self.always.append(other)
            return
        hope = least_hope(self.case, high, low).amount
        if hope < 0 or (self.strict and hope == 0):
            unit, (whole,) = made_whole([hoped(self.case, high, low)])
            gains = tuple(sum(map(mul, whole, vector)) for vector in self.columns.vectors)
            self.rivals[other] = Rival(self.case.candidates[other], whole, gains, unit * self.columns.unit, -hope)

    def count(self, weights: Sequence[int]) -> int:
        """Return how many count under some weights, besides those who always do."""
        return sum(self._counts(rival, weights) for rival in self.rivals.values())

    def _counts(self, rival: Rival, weights: Sequence[int]) -> bool:
        amount = sum(map(mul, rival.whole, weights))
        return amount < 0 or (self.strict and amount == 0)

    def run(self, best: tuple[int, tuple[int, ...]]) -> bool:
        """Search from the fewest known so far; return whether the search came to its end."""
        self.best = best
        waiting = [Node(0, (), ())]
        while waiting:
            if len(self.nodes) > MOST_NODES:
                return False
            node = waiting.pop()
            waiting += self._bound(node)
        self.proved = self.best[0]
        return True

    def _children(self, node: Node, split: int, solution: Solution) -> tuple[Node, Node]:
        at, tight = len(self.nodes), tuple(solution.multipliers)
        counted = Node(at, node.free, (*node.counted, split), tight)
        free = Node(at + 1, (*node.free, split), node.counted, tight)
        self.nodes += [self._branch(counted), self._branch(free)]
        low, high = (at, at + 1) if self.strict else (at + 1, at)
        name = self.case.candidates[split]
        before = self.nodes[node.at]
        self.nodes[node.at] = Branch(before.below, before.above, name, low, high)
        return counted, free

    def _branch(self, node: Node, bound: Implied | None = None) -> Branch:
        free, counted = (tuple(self.case.candidates[at] for at in part) for part in (node.free, node.counted))
        return Branch(counted, free, bound=bound) if self.strict else Branch(free, counted, bound=bound)

    def _bound(self, node: Node) -> tuple[Node, ...]:
        """Close a node, or return the two into which it is split."""
        if len(node.counted) >= self.best[0]:
            return ()
        open_ = [at for at in self.rivals if at not in node.free and at not in node.counted]
        program = node_program(self, node, open_)
        known = {row.name for row in program.rows}
        solution = self.case.solve(program, [name for name in node.tight if name in known])
        if self._close(node, open_, solution):
            return ()
        weights = self._tried(solution)
        if len(node.counted) >= self.best[0] or self._close(node, open_, solution):
            return ()
        if not open_:
            solution = self.case.solve(last_program(self, node))
            if not self._close(node, open_, solution):
                self._tried(solution)
            return ()
        split = open_[0] if weights is None else min(open_, key=lambda at: self._margin(at, weights))
        return self._children(node, split, solution)

    def _margin(self, at: int, weights: Sequence[int]) -> Fraction:
        rival = self.rivals[at]
        return Fraction(sum(map(mul, rival.whole, weights)), rival.scale)

    def _tried(self, solution: Solution) -> tuple[int, ...] | None:
        """Return the weights of a solution, and keep them if fewer count there than anywhere before."""
        if not solution.feasible:
            return None
        weights = self.columns.weights(solution.point[: len(self.columns.names)])
        count = self.count(weights)
        if count < self.best[0]:
            self.best = (count, weights)
        return weights

    def _close(self, node: Node, open_: Sequence[int], solution: Solution) -> bool:
        """Close a node if its multipliers prove that as many count as in the best that is known."""
        needed = self._needed(node, open_, solution)
        if node.at == 0:
            self.proved = min(needed, self.best[0])
            self.root = self._branch(node, self._implied(solution))
        if len(node.counted) + needed < self.best[0]:
            return False
        self.nodes[node.at] = self._branch(node, self._implied(solution))
        return True

    def _needed(self, node: Node, open_: Sequence[int], solution: Solution) -> int:
        """Return how many of those not decided must count, by the multipliers; as many as candidates if they clash."""
        found = solution.multipliers
        short = found.get(SUM, Fraction(0))
        names = self.case.candidates
        firm = [at for at in (node.free if self.strict else node.counted) if found.get(over(names[at]))]
        shares = sorted(
            (share * self.rivals[at].limit for at in open_ if (share := found.get(over(names[at]), Fraction(0)))),
            reverse=True,
        )
        reached = Fraction(0)
        for number in range(len(open_) + 1):
            strictly = bool(firm) or (self.strict and number < len(shares))
            if reached > short or (reached == short and not strictly):
                return number
            reached += shares[number] if number < len(shares) else 0
        return len(names)

    def _implied(self, solution: Solution) -> Implied:
        """Return the multipliers of a solution, those of the statements for the leaves."""
        found = solution.multipliers
        rivals = tuple((name, found[over(name)]) for name in self.case.candidates if over(name) in found)
        rows = tuple((row.name, found[row.name]) for row in self.case.possible.rows if row.name in found)
        return Implied(rivals, rows)

    def certificate(self, *, ended: bool) -> Counted:
        """Return what proves that at least as many count: the whole tree, or the root where it came to no end."""
        nodes = self.nodes if ended else [self.root]
        told = tuple(self._with_rows(node) for node in nodes)
        used = {name for node in told if node.bound for name, _ in node.bound.rivals}
        limits = []
        for other, rival in self.rivals.items():
            if rival.name in used:
                high, low = self.pair(other)
                limits.append(Limit(rival.name, rival.limit, hope_proof(self.case, high, low)))
        return Counted(tuple(self._always()), tuple(limits), told)

    def _always(self) -> Iterator[tuple[str, Implied]]:
        for other in self.always:
            high, low = self.pair(other)
            yield self.case.candidates[other], lead_proof(self.case, low, high)

    def _with_rows(self, node: Branch) -> Branch:
        """Return a leaf with the multipliers of the statements, where the columns were corners and had none."""
        if node.bound is None or self.columns.rows or not self.case.possible.rows:
            return node
        counted = set(node.below if self.strict else node.above)
        total: Vector = (Fraction(0),) * len(self.case.leaves)
        for name, share in node.bound.rivals:
            high, low = self.pair(self.case.candidates.index(name))
            factor = share if name in counted else -share
            total = tuple(own + factor * part for own, part in zip(total, hoped(self.case, high, low), strict=True))
        rows = proof(self.case, total, least_of(self.case, total)).rows
        return Branch(node.below, node.above, bound=Implied(node.bound.rivals, rows))


def node_program(search: Search, node: Node, open_: Sequence[int]) -> Program:
    """Return the program of a node: the least sum of the shares by which open rivals fall short of their rows."""
    columns = search.columns
    size = len(columns.names)
    rows = [columns.sum, *columns.rows, *_decided(search, node, range(size), ())]
    for place, at in enumerate(open_):
        rival = search.rivals[at]
        least = _apart(rival.scale) if search.strict else 0
        entries = (*rival.gains, ceil(rival.limit * rival.scale) + least)
        rows.append(Row.in_whole(over(rival.name), (*range(size), size + place), entries, least, rival.scale))
    costs = (*(Fraction(0) for _ in columns.names), *(Fraction(1) for _ in open_))
    names = (*columns.names, *(f"short {search.case.candidates[at]}" for at in open_))
    return Program("node", names, costs, tuple(rows))


def last_program(search: Search, node: Node) -> Program:
    """Return the program of a node in which all is decided: who has to be ahead is so by as much as possible."""
    columns = search.columns
    size = len(columns.names)
    rows = [columns.sum, *columns.rows, *_decided(search, node, range(size), (size,))]
    costs = (*(Fraction(0) for _ in columns.names), Fraction(1))
    return Program("last", (*columns.names, "short"), costs, tuple(rows))


def _decided(search: Search, node: Node, places: range, short: tuple[int, ...]) -> Iterator[Row]:
    """Yield the rows of those decided: who counts falls below zero, who does not count stays above it."""
    for at in node.counted:
        rival = search.rivals[at]
        yield Row.in_whole(over(rival.name), tuple(places), tuple(-gain for gain in rival.gains), 0, rival.scale)
    for at in node.free:
        rival = search.rivals[at]
        if short:
            entries, least = (*rival.gains, rival.scale), int(HUNDRED) * rival.scale
        else:
            entries, least = rival.gains, _apart(rival.scale) if search.strict else 0
        yield Row.in_whole(over(rival.name), (*places, *short), entries, least, rival.scale)


def _apart(scale: int) -> int:
    return max(1, scale // APART)
