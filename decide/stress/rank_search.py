"""The least number of rivals that spoil a candidate's rank: branch and bound over exact programs, with a proof.

A rival has a direction h that says h·w >= 0 where it does not count: for the best rank the candidate's high less the
rival's low (who is ahead counts), for the worst rank the rival's high less the candidate's low, strictly (who is not
ahead counts). A program lets each rival that is not decided fall short of its row by z times its limit, at a cost of z.
Its multipliers bound the number that must count: without enough of the largest of multiplier × limit the rows clash.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from decide.model.finding import Branch, Counted, Implied, Limit
from decide.solve.exact import Dictionary
from decide.solve.program import Program, Row, Solution
from decide.stress.bounds import over
from decide.stress.case import HUNDRED, SUM, Case
from decide.stress.joint import Extreme, least_hope, least_lead, whole_hope
from decide.stress.rank_columns import MADE_UP, WHOLE, Columns, Rival, under
from decide.stress.whole import made_whole

MOST_NODES = 400


@dataclass(frozen=True, slots=True)
class Node:
    """An open node: where it stands, who does not count in it, who does, and its program, solved but for the last."""

    at: int
    free: tuple[int, ...]
    counted: tuple[int, ...]
    program: Dictionary


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
            whole, place = whole_hope(self.case, high, low), len(self.columns.names) + len(self.rivals)
            gains = self.columns.gains(whole)
            self.rivals[other] = Rival(self.case.candidates[other], whole, gains, -hope, place)

    def margins(self, mixture: Sequence[int]) -> dict[int, int]:
        """Return the margin of each rival that may count, at a mixture of the columns, in whatever unit."""
        return {at: sum(map(mul, rival.gains, mixture)) for at, rival in self.rivals.items()}

    def run(self, best: tuple[int, tuple[int, ...]]) -> bool:
        """Search from the fewest known so far; return whether the search came to its end."""
        self.best = best
        waiting = [Node(0, (), (), Dictionary(root_program(self)))]
        while waiting:
            if len(self.nodes) > MOST_NODES:
                return False
            node = waiting.pop()
            waiting += self._bound(node)
        self.proved = self.best[0]
        return True

    def _children(self, node: Node, split: int) -> tuple[Node, Node]:
        at = len(self.nodes)
        counted = Node(at, node.free, (*node.counted, split), node.program.with_rows(self.rivals[split].counting()))
        free = Node(at + 1, (*node.free, split), node.counted, node.program.with_rows(self.rivals[split].free()))
        self.nodes += [self._branch(counted), self._branch(free)]
        low, high = (at, at + 1) if self.strict else (at + 1, at)
        before = self.nodes[node.at]
        self.nodes[node.at] = Branch(before.below, before.above, self.case.candidates[split], low, high)
        return counted, free

    def _branch(self, node: Node, bound: Implied | None = None) -> Branch:
        free, counted = (tuple(self.case.candidates[at] for at in part) for part in (node.free, node.counted))
        return Branch(counted, free, bound=bound) if self.strict else Branch(free, counted, bound=bound)

    def _bound(self, node: Node) -> tuple[Node, ...]:
        """Close a node, or return the two into which it is split."""
        if len(node.counted) >= self.best[0]:
            return ()
        open_ = [at for at in self.rivals if at not in node.free and at not in node.counted]
        solution = node.program.solve(enough=self.best[0] - 1 + (MADE_UP - 1) * len(node.counted))
        if self._close(node, open_, solution):
            return ()
        if solution.feasible and not solution.point:
            solution = node.program.solve()
        margins = self._tried(solution)
        if len(node.counted) >= self.best[0] or self._close(node, open_, solution):
            return ()
        if not open_:
            solution = self.case.solve(last_program(self, node))
            if not self._close(node, open_, solution):
                self._tried(solution)
            return ()
        return self._children(node, min(open_, key=margins.__getitem__) if margins else open_[0])

    def _tried(self, solution: Solution) -> dict[int, int]:
        """Return the margins at a solution, and keep its weights if fewer count there than anywhere before."""
        if not solution.feasible:
            return {}
        mixture = self.columns.mixture(solution.point[: len(self.columns.names)])
        margins = self.margins(mixture)
        count = sum(margin < 0 or (self.strict and not margin) for margin in margins.values())
        if count < self.best[0]:
            self.best = (count, self.columns.weights(mixture))
        return margins

    def _close(self, node: Node, open_: Sequence[int], solution: Solution) -> bool:
        """Close a node if its multipliers prove that as many count as in the best that is known."""
        needed = self._needed(node, open_, solution)
        if node.at == 0:
            self.proved = min(needed, self.best[0])
            self.root = self._branch(node, self._implied(node, solution))
        if len(node.counted) + needed < self.best[0]:
            return False
        self.nodes[node.at] = self._branch(node, self._implied(node, solution))
        return True

    def _needed(self, node: Node, open_: Sequence[int], solution: Solution) -> int:
        """Return how many of those not decided must count, by the multipliers; as many as candidates if they clash."""
        found, names = solution.multipliers, self.case.candidates
        if any(over(names[at]) in found for at in node.counted):
            return 0  # the multipliers are not yet those of the node
        short = found.get(SUM, Fraction(0))
        firm = [name for name in self._firm(node) if name in found]
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

    def _firm(self, node: Node) -> Iterator[str]:
        """Yield the names of the rows that hold strictly, by what the node says."""
        for at in node.free if self.strict else node.counted:
            yield (over if self.strict else under)(self.case.candidates[at])

    def _implied(self, node: Node, solution: Solution) -> Implied:
        """Return the multipliers of a solution, those of the statements for the leaves."""
        found = solution.multipliers
        counted = {self.case.candidates[at] for at in node.counted}
        named = [(name, (under if name in counted else over)(name)) for name in self.case.candidates]
        rivals = tuple((name, found[row]) for name, row in named if row in found)
        rows = tuple((row.name, found[row.name]) for row in self.case.possible.rows if row.name in found)
        return Implied(rivals, rows)

    def certificate(self, *, ended: bool) -> Counted:
        """Return what proves that at least as many count: the whole tree, or the root where it came to no end."""
        told = tuple(self._with_rows(node) for node in (self.nodes if ended else [self.root]))
        used = {name for node in told if node.bound for name, _ in node.bound.rivals}
        limits = [
            Limit(rival.name, rival.limit, least_hope(self.case, *self.pair(other)).proof)
            for other, rival in self.rivals.items()
            if rival.name in used
        ]
        always = ((self.case.candidates[at], least_lead(self.case, *self.pair(at)[::-1]).proof) for at in self.always)
        return Counted(tuple(always), tuple(limits), told)

    def _with_rows(self, node: Branch) -> Branch:
        """Return a leaf with the multipliers of the statements in closed form; the columns need not have had them."""
        if node.bound is None or self.case.closed is None or not self.case.possible.rows:
            return node
        counted = set(node.below if self.strict else node.above)
        known = {rival.name: rival.whole for rival in self.rivals.values()}
        unit, (shares,) = made_whole([[share for _, share in node.bound.rivals]])
        total = [0] * len(self.case.leaves)
        for (name, _), share in zip(node.bound.rivals, shares, strict=True):
            factor = share if name in counted else -share
            total = [own + factor * part for own, part in zip(total, known[name], strict=True)]
        rows = Extreme(self.case, total, unit * self.columns.unit).proof.rows
        return Branch(node.below, node.above, bound=Implied(node.bound.rivals, rows))


def root_program(search: Search) -> Program:
    """Return the program in which nobody is decided: the least sum of the shares by which rivals fall short."""
    columns, rivals = search.columns, search.rivals.values()
    rows = (columns.sum, *columns.rows, *(rival.above(strict=search.strict) for rival in rivals))
    costs = (*(Fraction(0) for _ in columns.names), *(Fraction(1) for _ in rivals))
    return Program("root", (*columns.names, *(f"short {rival.name}" for rival in rivals)), costs, rows)


def last_program(search: Search, node: Node) -> Program:
    """Return the program of a node in which all is decided: who has to be ahead is so by as much as possible."""
    columns, size = search.columns, len(search.columns.names)
    rows = [columns.sum, *columns.rows, *(search.rivals[at].counting()[0] for at in node.counted)]
    for at in node.free:
        rival = search.rivals[at]
        entries, least = (*rival.gains, WHOLE), int(HUNDRED) * WHOLE
        rows.append(Row.in_whole(over(rival.name), tuple(range(size + 1)), entries, least, WHOLE))
    costs = (*(Fraction(0) for _ in columns.names), Fraction(1))
    return Program("last", (*columns.names, "short"), costs, tuple(rows))
