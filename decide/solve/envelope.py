"""The corners of who is on top where: all places at which as many weights and leads are at their limit as can be.

The region above all candidates' values, over the possible weights, is a polyhedron; each candidate that is first
somewhere has a facet, and the corners of all first-rank regions are the corners of this one polyhedron. They are walked
from one to the next in integer dictionaries (Bareiss: each division is exact). Each limit is moved by its own multiple
of something infinitely small, so that no more limits meet than there are dimensions (Charnes 1952).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import mul

from decide.solve.region import Region

Lines = list[list[int]]


class UnluckyError(Exception):
    """Numbers that were taken to be in general position are not: others have to be tried."""


class TooManyError(Exception):
    """There are more corners than were to be visited."""


@dataclass(slots=True)
class Corner:
    """A dictionary: every limit in terms of those that are tight here, over ``below`` (the determinant of these).

    A line is the limit's slack as [constant, its infinitely small part, coefficient of each tight limit]. The first
    ``active`` ones can end an edge; then come idle rows, and last the height of the direction, which is no limit. A
    limit is its place among the rows of the region, then the candidates.
    """

    lines: Lines
    limits: list[int]
    tight: list[int]
    below: int
    active: int

    def columns(self) -> list[tuple[int, ...]]:
        """Return the lines that can end an edge, column by column."""
        return list(zip(*self.lines[: self.active], strict=True))

    def mask(self) -> int:
        """Return the tight limits as bits."""
        return sum(1 << limit for limit in self.tight)

    def met(self) -> int:
        """Return as bits all limits that are met here, be it by chance."""
        loose = (1 << limit for limit, line in zip(self.limits, self.lines, strict=False) if not line[0])
        return self.mask() | sum(loose)

    def blocking(self, columns: Sequence[Sequence[int]], edge: int) -> int | None:
        """Return the line that is first to end an edge, None if none does; ``columns`` are those of the lines."""
        constants, small = columns[0], columns[1]
        best = None
        height = slope = 0
        for at, falling in enumerate(columns[edge + 2]):
            if falling >= 0:
                continue
            if best is None:
                best, height, slope = at, constants[at], falling
                continue
            nearer = constants[at] * slope - height * falling
            if nearer == 0:
                nearer = small[at] * slope - small[best] * falling
                if nearer == 0:
                    raise UnluckyError
            if nearer > 0:
                best, height, slope = at, constants[at], falling
        return best

    def moved(self, at: int, edge: int) -> "Corner":
        """Return the corner at the other end of an edge, where line ``at`` blocks it."""
        line, place = self.lines[at], edge + 2
        below, pivot = self.below, -line[place]
        lines = []
        for other in self.lines:
            factor = other[place]
            if other is line:
                fresh = line.copy()
                fresh[place] = -below
            elif factor:
                fresh = [(pivot * one + factor * two) // below for one, two in zip(other, line, strict=True)]
                fresh[place] = -factor
            elif pivot == below:
                fresh = other
            else:
                fresh = [pivot * one // below for one in other]
            lines.append(fresh)
        limits, tight = self.limits.copy(), self.tight.copy()
        limits[at], tight[edge] = tight[edge], limits[at]
        return Corner(lines, limits, tight, pivot, self.active)


def corners(region: Region, values: Sequence[Sequence[int]], *, seed: int, budget: int) -> Iterator[Corner]:
    """Yield each corner once; ``values`` are whole numbers, no two candidates' the same.

    ``seed`` numbers the direction and the small moves. UnluckyError if these are not in general position, TooManyError
    beyond the budget.
    """
    first = _first(region, values, seed)
    seen = {first.mask()}
    waiting: list[tuple[Corner, int, int]] = []
    here = first
    while True:
        yield here
        mask = here.mask()
        columns = here.columns()
        for edge, leaving in enumerate(here.tight):
            blocked = here.blocking(columns, edge)
            if blocked is None:
                continue
            there = mask ^ (1 << leaving) ^ (1 << here.limits[blocked])
            if there not in seen:
                seen.add(there)
                waiting.append((here, blocked, edge))
        if len(seen) > budget:
            raise TooManyError
        if not waiting:
            return
        origin, blocked, edge = waiting.pop()
        here = origin.moved(blocked, edge)


def _first(region: Region, values: Sequence[Sequence[int]], seed: int) -> Corner:
    """Return a corner: from inside of the region go down on the highest candidate, then along it to limits."""
    numbers = _numbers(seed)
    inside, total = region.inside, region.total
    out = next(at for at, entry in enumerate(total) if entry)
    rest = [at for at in range(len(total)) if at != out]
    top = max(sum(map(mul, one, inside)) for one in values) + 1

    def along(line: Sequence[int]) -> list[int]:
        return [total[out] * line[at] - total[at] * line[out] for at in rest]

    lines = [[sum(map(mul, line, inside)), next(numbers), 0, *along(line)] for line in region.rows]
    for one in values:
        falls = [-entry for entry in along(one)]
        lines.append([top - sum(map(mul, one, inside)), next(numbers), -1, *falls])
    order = sorted(range(len(lines)), key=region.idle.__contains__)
    direction = [next(numbers) >> 20 for _ in total]  # short, as it is multiplied often
    height = [sum(map(mul, direction, inside)), 0, 0, *along(direction)]
    nowhere = [-1] * len(total)
    here = Corner([*(lines[at] for at in order), height], order, nowhere, 1, len(order) - len(region.idle))
    for edge in range(len(total)):
        blocked = here.blocking(here.columns(), edge)
        if blocked is None:  # the region is bounded, and below there is a candidate
            raise AssertionError
        here = here.moved(blocked, edge)
        del here.lines[blocked], here.limits[blocked]  # the free coordinate, which has no limit
        here.active -= 1
    return here


def _numbers(seed: int) -> Iterator[int]:
    """Yield a fixed sequence of whole numbers from 1 to 2⁴⁰ (a linear congruence with the constants of Knuth 1997)."""
    state = seed
    while True:
        state = (6364136223846793005 * state + 1442695040888963407) % 2**64
        yield (state >> 24) + 1
