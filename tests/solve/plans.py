"""Plans for the tests of draws: one of each kind, and small ones from a generator; and an oracle for two candidates."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from decide.solve.frame import walking
from decide.solve.plan import BLOCK, LEFT_OUT, LEVELS, ORDER, SIMPLEX, Plan, Shares, Whole, whole_corners

F = Fraction


def values(random: Random, candidates: int, leaves: int, most: int = 10_000) -> tuple[Whole, ...]:
    return tuple(tuple(random.randint(0, most) for _ in range(leaves)) for _ in range(candidates))


def box(leaves: int, least: Fraction, most: Fraction) -> tuple[list[tuple[Fraction, ...]], list[tuple[Fraction, ...]]]:
    """Return a frame and rows of the weights whose every leaf but the last lies within these limits."""
    rows = [
        tuple(sign * (F(at == one) - limit) for at in range(leaves))
        for one in range(leaves - 1)
        for sign, limit in ((1, least), (-1, most))
    ]
    points = []
    for one in range(leaves):
        own = [most if at == one else least for at in range(leaves - 1)]
        points.append((*own, 1 - sum(own, F(0))))
    return points, rows


def plans() -> dict[str, Plan]:
    """Return a plan of each kind: way of the shares, size of the numbers, ties, uncertain cells."""
    random, size = Random(5), BLOCK + 300
    simplex = Shares(SIMPLEX, 5)
    tables = tuple(tuple(random.choices(range(9_000), k=LEVELS)) for _ in range(2))
    cells = ((0, 1, 0), (1, 2, 1), (4, 4, 0))
    corners = whole_corners([[F(part, 21) for part in parts] for parts in ((1, 2, 3, 5, 10), (4, 8, 0, 8, 1))])
    large = values(random, 4, 5, 10**30)
    near = (*large, tuple(value + random.randint(-9, 9) for value in large[0]), large[1])
    rows = ((1, -1, 0, 0, 0), (0, -1, 2, 0, 0))
    order = Shares(ORDER, 5, ((3, 1), (0,), (2, 4)))
    walk, within = walking(*box(4, F(1, 10), F(3, 10)))
    level = (*large, tuple(value + 1 for value in large[0]), tuple(value + at - 2 for at, value in enumerate(large[1])))
    half, fives = 2**27, ((3, 0, 0), (4, 1, 1))
    halves = ((half, half - 1, 1), (half - 1, half, 1))
    same, as_before = ((4, 1, 0),), ((large[0][1] + 1,) * LEVELS,)
    fine = whole_corners(
        [[F(1, 3), F(1, 5), F(2, 15), F(1, 7), F(4, 21)], [F(1, 11), F(2, 13), F(0), F(108, 143), F(0)]]
    )
    coarse = (*values(random, 26, 2, 4), (1, 1), (1, 1))
    return {
        "simplex": Plan("a", size, Shares(SIMPLEX, 8), values(random, 5, 8)),
        "ties": Plan("b", size, Shares(SIMPLEX, 2), (*values(random, 5, 2, 2), (1, 1), (1, 1))),
        "order": Plan("c", size, order, values(random, 5, 5)),
        "rows": Plan("d", size, Shares(SIMPLEX, 5, rows=rows), values(random, 5, 5)),
        "rows in an order": Plan("e", size, Shares(ORDER, 5, order.classes, (rows[1],)), values(random, 5, 5)),
        "walk": Plan("f", 400, walk, values(random, 5, 4), corners=within),
        "large numbers": Plan("g", size, simplex, values(random, 5, 5, 10**30)),
        "near and twins": Plan("é", size, simplex, near),
        "uncertain": Plan("", size, simplex, values(random, 5, 5), cells, tables),
        "mixed": Plan("i", size, Shares(SIMPLEX, 2), values(random, 5, 5), cells, tables, corners),
        "mixed large": Plan("j", 900, Shares(SIMPLEX, 2), values(random, 5, 5, 10**20), cells, tables, corners),
        "fixed weights": Plan("k", size, Shares(SIMPLEX, 1), values(random, 5, 5, 4), cells, tables, corners[:1]),
        "many": Plan("l", 900, Shares(SIMPLEX, 4), values(random, 30, 4), pairs=LEFT_OUT),
        "many large": Plan("m", 900, Shares(SIMPLEX, 4), values(random, 30, 4, 10**30), pairs=LEFT_OUT),
        "many ties": Plan("n", size, Shares(SIMPLEX, 2), coarse, pairs=LEFT_OUT),
        "many pairs": Plan("o", 900, Shares(SIMPLEX, 2), coarse),
        "near and uncertain": Plan("q", 300, simplex, level, same, as_before),
        "near and mixed": Plan("r", 300, Shares(SIMPLEX, 2), level, same, as_before, fine),
        "many near": Plan("s", 300, simplex, (*level, *values(random, 20, 5, 10**30)), same, as_before, pairs=LEFT_OUT),
        "weights near": Plan("t", 300, Shares(SIMPLEX, 2), ((1, 0, 0), (0, 1, 0), (0, 0, 99)), corners=halves),
        "many level": Plan(
            "u", size, Shares(SIMPLEX, 1), values(random, 20, 5, 1), fives, tables, corners[:1], LEFT_OUT
        ),
        "alone": Plan("p", size, Shares(SIMPLEX, 1), ((7,),)),
    }


def drawn_plan(random: Random, draws: int = 500) -> Plan:
    """Return a small plan; ties, twins and uncertain cells are frequent."""
    leaves, size = random.randint(1, 4), random.randint(1, 5)
    cells = values(random, size, leaves, random.choice((2, 9, 10**18)))
    cells += tuple(random.choices(cells, k=random.randint(0, 2)))
    order = list(range(leaves))
    random.shuffle(order)
    cut = random.randint(0, leaves)
    classes = tuple(tuple(part) for part in (order[:cut], order[cut:]) if part)
    shares = random.choice((Shares(SIMPLEX, leaves), Shares(ORDER, leaves, classes)))
    table = tuple(random.choices(range(10), k=LEVELS))
    uncertain = random.choice(((), ((random.randrange(size), random.randrange(leaves), 0),)))
    return Plan(str(random.random()), draws, shares, cells, uncertain, (table,) if uncertain else ())


def opposed(random: Random, leaves: int) -> tuple[tuple[Whole, ...], list[int], list[Fraction]]:
    """Return two candidates, their margins, and the margins at the corners of an order; either can be ahead in both."""
    while True:
        pair = values(random, 2, leaves)
        margins = [one - other for one, other in zip(*pair, strict=True)]
        means = [sum(margins[: at + 1], F(0)) / (at + 1) for at in range(leaves)]
        if min(means) < 0 < max(means):
            return pair, margins, means


def chance_ahead(margins: Sequence[Fraction | int]) -> Fraction:
    """Return the probability that weights drawn uniformly from a simplex make a sum of weight × margin positive.

    The margins are those at the corners of the simplex (Varsi 1973).
    """
    above = [F(margin) for margin in margins if margin > 0]
    below = [-F(margin) for margin in margins if margin <= 0]
    chances = [F(0)] * (len(below) + 1)
    for gain in above:
        chances[0] = F(1)
        for at, loss in enumerate(below, 1):
            chances[at] = (gain * chances[at - 1] + loss * chances[at]) / (gain + loss)
    return chances[-1]
