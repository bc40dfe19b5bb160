"""A permutation test of correlation in whole numbers: no floats, the same answer everywhere."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import mul
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

DRAWS = 9_999
_NONE = Fraction(0)
_SEED = 20_250_213
_MASK = 2**64 - 1


def correlation_squared(xs: Sequence[Fraction], ys: Sequence[Fraction]) -> Fraction:
    """Return the square of Pearson's correlation of two columns that are not constant."""
    count = len(xs)
    between = count * sum(map(mul, xs, ys), _NONE) - sum(xs, _NONE) * sum(ys, _NONE)
    first, second = (count * sum(map(mul, one, one), _NONE) - sum(one, _NONE) ** 2 for one in (xs, ys))
    return between * between / (first * second)


def permutation_p(xs: Sequence[Fraction], ys: Sequence[Fraction]) -> Fraction:
    """Return the share of random pairings in which the correlation is as far from 0, the given one counted in.

    Phipson and Smyth 2010: (b + 1) / (draws + 1) is never 0. The order of the candidates makes no difference, as the
    pairs are sorted first. Draws end early once chance is clearly enough.
    """
    pairs = sorted(zip(_whole(xs), _whole(ys), strict=True))
    left, right = [x for x, _ in pairs], [y for _, y in pairs]
    count, offset = len(left), sum(left) * sum(right)
    seen = abs(count * sum(map(mul, left, right)) - offset)
    reached = done = 0
    for shuffled in _shuffles(right):
        done += 1
        reached += abs(count * sum(map(mul, left, shuffled)) - offset) >= seen
        if reached >= 50 or done == max(DRAWS // (1 + count // 100), 999):
            break
    return Fraction(reached + 1, done + 1)


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
    """Yield random orders without end (Fisher and Yates; SplitMix64 by Steele, Lea and Flood 2014)."""
    state, order = _SEED, list(column)
    while True:
        for last in range(len(order) - 1, 0, -1):
            state = (state + 0x9E3779B97F4A7C15) & _MASK
            mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
            mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
            chosen = ((mixed ^ (mixed >> 31)) * (last + 1)) >> 64
            order[last], order[chosen] = order[chosen], order[last]
        yield order
