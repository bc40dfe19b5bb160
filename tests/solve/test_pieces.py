"""Laws of boxes cut into pieces, held against the volumes of Lasserre's recursion."""

from fractions import Fraction
from operator import mul
from random import Random

import pytest
from hypothesis import given

from decide.solve.pieces import pieces
from decide.solve.program import Row, sparse
from decide.solve.region import Region, region
from decide.solve.volumes import first_rank_shares
from tests import oracle_volume
from tests.solve.regions import Drawn, boxed, counted, met
from tests.strategies import picks

ONE = Fraction(1)


def ranged(random: Random, lows: list[Fraction]) -> list[Row]:
    """Return a box above these lower ends, some upper ends being the same."""
    size = len(lows)
    highs = [low + random.choice((0, 1, 1, 2, 5)) for low in lows]
    return [
        Row(f"{one} {two}", tuple(sorted({two: highs[one], one: -lows[two]}.items())))
        for one in range(size)
        for two in range(size)
        if one != two
    ]


def size_of(part: Region) -> Fraction:
    return oracle_volume.size_of([tuple(map(Fraction, line)) for line in part.rows], len(part.total))


@given(seed=picks)
def test_the_pieces_are_within_the_whole_and_make_up_its_volume(seed: int) -> None:
    random = Random(seed)
    size = 4 if seed % 20 == 0 else 3
    weights = [Fraction(random.randint(1, 9)) for _ in range(size)]
    whole = region(size, [*random.choice((boxed(weights), ranged(random, weights))), *met(random, weights)[:1]])

    found = pieces(whole) if whole.columns == unit(size) else [whole]  # the oracle knows no equalities

    assert sum(map(size_of, found)) == size_of(whole)
    for part in found:
        assert all(sum(map(mul, line, part.inside)) > 0 for line in (*part.rows, *whole.rows))
    assert len({sum(map(mul, part.total, part.inside)) for part in found}) == 1


def unit(size: int) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(int(at == column) for at in range(size)) for column in range(size))


def test_a_box_of_three_is_cut_in_three() -> None:
    whole = region(3, boxed([ONE, Fraction(2), Fraction(3)]))

    found = pieces(whole)

    # In the first, the second weighs from 1.6 / 1.2 to 2.4 / 1.2 of the first: the others are off by less.
    assert len(found) == 3
    assert found[0].rows[3:] == ((2, -1, 0), (-4, 3, 0), (3, 0, -1), (-2, 0, 1))


def test_what_is_no_box_stays_whole() -> None:
    rows = boxed([ONE, ONE, ONE])
    tighter = Row("tighter", ((0, ONE), (1, Fraction(-9, 10))))
    for own in ([], rows[1:], [*rows, tighter]):
        whole = region(3, own)

        assert pieces(whole) == [whole]


def test_statements_beside_a_box_are_kept_in_every_piece() -> None:
    more = Row("more", sparse([ONE, ONE, -ONE]))

    found = pieces(region(3, [*boxed([ONE, ONE, Fraction(2)]), more]))

    assert all((1, 1, -1) in part.rows for part in found)


def test_weights_that_may_be_off_alike_are_alike_in_all_they_do() -> None:
    size = 6
    values = [[Fraction(at == column) for at in range(size)] for column in range(size)]

    found = first_rank_shares(values, boxed([ONE] * size), numbers="exact")
    alone = first_rank_shares([[ONE] * size], boxed([ONE] * size), numbers="exact")

    assert found is not None
    assert alone is not None
    assert [share.low for share in found.shares] == [Fraction(1, 6)] * size
    assert [mean.low for mean in alone.centres[0] or ()] == [Fraction(1, 6)] * size
    assert alone.corners == size * 2 ** (size - 1)


def test_a_box_with_more_corners_than_the_budget_is_given_up_at_once() -> None:
    size = 16

    assert first_rank_shares([[ONE] * size], boxed([ONE] * size)) is None


@pytest.mark.parametrize("spare", [0, 1])
def test_plain_counting_agrees_on_a_box_of_six_with_and_without_a_statement(spare: int) -> None:
    random, draws = Random(f"box {spare}"), 500
    weights = [Fraction(random.randint(1, 5)) for _ in range(6)]
    rows = [*boxed(weights, Fraction(9, 10)), *met(random, weights)[:spare]]
    case = Drawn(tuple(tuple(Fraction(random.randint(0, 9)) for _ in range(6)) for _ in range(4)), tuple(rows))
    found = first_rank_shares(case.values, case.rows)
    assert found is not None

    frequencies = [count / draws for count in counted(case, random, draws)]

    for share, frequency in zip((float(one.low) for one in found.shares), frequencies, strict=True):
        assert abs(share - frequency) <= 5 * (share * (1 - share) / draws) ** 0.5
