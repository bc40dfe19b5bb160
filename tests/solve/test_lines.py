"""Laws of straight lines, held against looking at every place where two of them cross."""

from fractions import Fraction
from itertools import combinations, pairwise
from random import Random

from hypothesis import given

from decide.solve.lines import Line, count_turns, order_interval, top_interval, tops, turns
from tests.strategies import picks

F = Fraction


def drawn(random: Random) -> list[Line]:
    span = random.choice((1, 3, 20))
    lines = [(random.randint(0, span), random.randint(-span, span)) for _ in range(random.randint(1, 7))]
    return lines + random.choices(lines, k=random.randint(0, 2))


def height(line: Line, place: Fraction) -> Fraction:
    return line[0] + line[1] * place


def crossings(lines: list[Line]) -> list[Fraction]:
    """Return 0, 1, and all places between them where two lines cross."""
    found = {
        Fraction(one[0] - other[0], other[1] - one[1]) for one, other in combinations(lines, 2) if one[1] != other[1]
    }
    return sorted({Fraction(0), Fraction(1)} | {place for place in found if 0 < place < 1})


def grown(lines: list[Line], here: Fraction, keeps: list[bool]) -> tuple[Fraction, Fraction]:
    """Return how far one gets from ``here`` through the pieces between crossings that keep what is to be kept."""
    places = crossings(lines)
    low = high = here
    pieces = list(zip(pairwise(places), keeps, strict=True))
    for (start, end), keep in pieces:
        if keep and start <= high < end:
            high = end
    for (start, end), keep in reversed(pieces):
        if keep and start < low <= end:
            low = start
    return low, high


def middles(lines: list[Line]) -> list[Fraction]:
    return [(start + end) / 2 for start, end in pairwise(crossings(lines))]


def somewhere(random: Random, lines: list[Line]) -> Fraction:
    return random.choice((*crossings(lines), Fraction(random.randint(0, 12), 12)))


@given(seed=picks)
def test_the_envelope_has_whoever_is_on_top_between_two_crossings(seed: int) -> None:
    lines = drawn(Random(seed))
    expected: list[tuple[Fraction, Line]] = []
    for (start, _), middle in zip(pairwise(crossings(lines)), middles(lines), strict=True):
        best = max(lines, key=lambda line: height(line, middle))
        if not expected or expected[-1][1] != best:
            expected.append((start, best))

    assert tops(lines) == expected


@given(seed=picks)
def test_the_first_stay_first_as_far_as_no_crossing_takes_it_from_them(seed: int) -> None:
    random = Random(seed)
    lines = drawn(random)
    here = somewhere(random, lines)
    best = max(height(line, here) for line in lines)
    top = [at for at, line in enumerate(lines) if height(line, here) == best]
    keeps = [
        all(height(lines[at], middle) == max(height(line, middle) for line in lines) for at in top)
        for middle in middles(lines)
    ]

    assert top_interval(lines, top, here) == grown(lines, here, keeps)


@given(seed=picks)
def test_no_order_turns_inside_the_interval_and_one_does_at_each_end(seed: int) -> None:
    random = Random(seed)
    lines = drawn(random)
    here = somewhere(random, lines)
    pairs = [(one, other) for one, other in combinations(lines, 2) if one != other]
    keeps = [
        all(
            (height(one, middle) - height(other, middle)) * (height(one, here) - height(other, here)) > 0
            for one, other in pairs
        )
        for middle in middles(lines)
    ]

    low, high, at_low, at_high = order_interval(lines, here)

    assert (low, high) == grown(lines, here, keeps)
    for place, meets, end in ((low, at_low, 0), (high, at_high, 1)):
        assert bool(meets) or place == end
        if meets:
            one, other = (lines[at] for at in meets)
            assert one != other
            assert height(one, place) == height(other, place)


def test_two_lines_that_cross_share_the_way() -> None:
    # 10 - 10 t and 5 t meet at 2/3
    lines = [(10, -10), (0, 5)]

    assert tops(lines) == [(F(0), (10, -10)), (F(2, 3), (0, 5))]
    assert top_interval(lines, [0], F(1, 4)) == (F(0), F(2, 3))
    assert order_interval(lines, F(1, 4)) == (F(0), F(2, 3), (), (0, 1))


def test_at_a_tie_of_two_who_part_there_is_only_the_point() -> None:
    here = F(2, 3)

    assert top_interval([(10, -10), (0, 5)], [0, 1], here) == (here, here)
    assert order_interval([(10, -10), (0, 5)], here)[:2] == (here, here)


def test_twins_do_not_make_it_a_point() -> None:
    lines = [(3, 1), (3, 1), (0, 0)]

    assert top_interval(lines, [0, 1], F(1, 2)) == (F(0), F(1))
    assert order_interval(lines, F(1, 2)) == (F(0), F(1), (), ())
    assert tops(lines) == [(F(0), (3, 1))]


def test_a_crossing_at_the_very_end_changes_nobody() -> None:
    assert tops([(1, 0), (0, 1)]) == [(F(0), (1, 0))]
    assert tops([(1, 0), (1, -1)]) == [(F(0), (1, 0))]


@given(seed=picks)
def test_between_two_turns_nobody_changes_places_and_at_one_the_two_are_level_at_their_rank(seed: int) -> None:
    lines = drawn(Random(seed))
    expected = set()
    for place in crossings(lines)[1:-1]:
        for (one, own), (other, theirs) in combinations(enumerate(lines), 2):
            if height(own, place) == height(theirs, place) and own != theirs:
                upper, lower = (one, other) if own[1] > theirs[1] else (other, one)
                rank = 1 + sum(height(line, place) > height(own, place) for line in lines)
                expected.add((place, upper, lower, rank))

    found = turns(lines)

    assert set(found) == expected
    assert len(found) == len(expected) == count_turns(lines)
    assert [(place, rank) for place, _, _, rank in found] == sorted((place, rank) for place, _, _, rank in found)


def test_three_lines_that_meet_in_a_point_turn_in_three_pairs_at_one_rank() -> None:
    # all at 2 half-way, and one above them all
    lines = [(3, -2), (2, 0), (1, 2), (9, 0)]

    assert turns(lines) == [(F(1, 2), 1, 0, 2), (F(1, 2), 2, 0, 2), (F(1, 2), 2, 1, 2)]
    assert count_turns(lines) == 3


def test_lines_that_meet_only_at_an_end_do_not_turn() -> None:
    assert turns([(1, 0), (0, 1), (1, 2)]) == []
    assert count_turns([(1, 0), (0, 1), (1, 2)]) == 0
