"""A permutation test of correlation in whole numbers: no floats, the same answer everywhere."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import lcm
from operator import mul
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

MOST_DRAWS = 10_000
_ENOUGH = 50
_NONE = Fraction(0)
_SEED = 20_250_213
_MASK = 2**64 - 1


def correlation_squared(xs: Sequence[Fraction], ys: Sequence[Fraction]) -> Fraction:
    """Return the square of Pearson's correlation of two columns that are not constant."""
    count = len(xs)
    between = count * sum(map(mul, xs, ys), _NONE) - sum(xs, _NONE) * sum(ys, _NONE)
    first, second = (count * sum(map(mul, one, one), _NONE) - sum(one, _NONE) ** 2 for one in (xs, ys))
    return between * between / (first * second)


def permutation_p(xs: Sequence[Fraction], ys: Sequence[Fraction], draws: int) -> Fraction:
    """Return the share of random pairings in which the correlation is as far from 0, the given one counted in.

    Phipson and Smyth 2010: (b + 1) / (draws + 1) is never 0. The order of the candidates makes no difference, as the
    pairs are sorted first. Draws end early once chance is clearly enough.
    """
    pairs = sorted(zip(_whole(xs), _whole(ys), strict=True))
    left, right = [x for x, _ in pairs], [y for _, y in pairs]
    count, offset = len(left), sum(left) * sum(right)
    seen = abs(count * sum(map(mul, left, right)) - offset)
    reached = done = 0
    for shuffled in islice(_shuffles(right), draws):
        done += 1
        reached += abs(count * sum(map(mul, left, shuffled)) - offset) >= seen
        if reached >= _ENOUGH:
            break
    return Fraction(reached + 1, done + 1)


def draws_for(tests: int, level: Fraction) -> int:
    """Return how many draws show a chance that is significant among so many tests, five times over; 0 for too many."""
    needed = int(5 * tests / level) + 1
    return needed if needed <= MOST_DRAWS else 0


def holm(chances: Mapping[T, Fraction], level: Fraction, *, tests: int) -> Iterator[T]:
    """Yield what is significant among so many tests, of which only these can be (Holm 1979)."""
    for step, (what, chance) in enumerate(sorted(chances.items(), key=lambda item: (item[1], str(item[0])))):
        if chance * (tests - step) >= level:
            return
        yield what


def _whole(column: Sequence[Fraction]) -> list[int]:
    unit = lcm(*(value.denominator for value in column))
    return [value.numerator * (unit // value.denominator) for value in column]


def _shuffles(column: Sequence[int]) -> Iterator[list[int]]:
    """Yield random orders without end (Fisher and Yates; the generator of Knuth's MMIX, by its upper half)."""
    state, order = _SEED, list(column)
    while True:
        for last in range(len(order) - 1, 0, -1):
            state = (state * 6364136223846793005 + 1442695040888963407) & _MASK
            chosen = ((state >> 32) * (last + 1)) >> 32
            order[last], order[chosen] = order[chosen], order[last]
        yield order
