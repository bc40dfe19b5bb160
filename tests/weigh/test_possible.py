"""Which weights are possible: the rows of every form, and what follows where nothing is said."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import assume, given

from decide.model.decision import PossibleWeights
from decide.model.possible import WeightRow, WeightSet
from decide.model.ranking import Ranking
from decide.solve.exact import minimise
from decide.solve.program import Program, Row, sparse
from decide.weigh.possible import weight_set
from tests.plain import Plain, ranked
from tests.samples import pair, tree
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.weigh.statements import at, drawn, meets, values_of

ORDER, ANY, STATED, MIXTURES = (PossibleWeights(form=form) for form in ("order", "any", "stated", "mixtures"))
Vector = tuple[Fraction, ...]


def off_by(percent: int) -> PossibleWeights:
    return PossibleWeights(form="share", share=Fraction(percent, 100))


FORMS = (None, ORDER, ANY, STATED, off_by(0), off_by(30), off_by(100))


def possible(ranking: Ranking, asked: PossibleWeights | None = None) -> WeightSet:
    return weight_set(ranking.decision, ranking.leaves, ranking.weights, values_of(ranking), asked)


def sum_of(row: WeightRow, weights: Sequence[Fraction]) -> Fraction:
    return sum((entry * weights[at] for at, entry in row.coefficients), Fraction(0))


def holds(known: WeightSet, weights: Sequence[Fraction]) -> bool:
    """Return whether weights meet every row."""
    sums = [(row.exact, sum_of(row, weights)) for row in known.rows]
    return all(amount == 0 if exact else amount >= 0 for exact, amount in sums)


def ends(known: WeightSet, size: int, leaf: int) -> tuple[Fraction, Fraction]:
    """Return the least and the largest weight of a leaf."""
    stated = (Row(row.name, row.coefficients, exact=row.exact) for row in known.rows)
    rows = (Row("sum", sparse([1] * size), Fraction(1), exact=True), *stated)
    columns = tuple(map(str, range(size)))
    least = minimise(Program("least", columns, tuple(Fraction(leaf == one) for one in range(size)), rows))
    most = minimise(Program("most", columns, tuple(Fraction(leaf != one) for one in range(size)), rows))
    return least.cost, 1 - most.cost


def all_ends(plain: Plain, asked: PossibleWeights | None = None) -> list[tuple[Fraction, Fraction]]:
    """Return these ends of all leaves."""
    ranking = ranked(plain)
    known = possible(ranking, asked)
    return [ends(known, len(ranking.leaves), leaf) for leaf in range(len(ranking.leaves))]


def shares(*pairs: tuple[str, str]) -> list[tuple[Fraction, Fraction]]:
    return [(Fraction(low), Fraction(high)) for low, high in pairs]


def three(*weights: str, **sections: object) -> Plain:
    """Return the pair with a third criterion, with these weights."""
    plain = pair()
    plain["criteria"]["support"] = {"range": {"worst": "0", "best": "10"}}
    for node, weight in zip(plain["criteria"].values(), weights or ("",) * 3, strict=True):
        node.pop("weight", None)
        node.update({"weight": weight} if weight else {})
    return plain | sections


@given(preferring_decisions(), picks)
def test_the_point_weights_are_possible_in_every_form(plain: Plain, pick: int) -> None:
    ranking = ranked(plain)

    assert holds(possible(ranking, FORMS[pick % len(FORMS)]), ranking.weights)


@given(decisions(weights=("stakeholders",)))
def test_the_point_weights_are_a_mixture_of_the_stakeholders(plain: Plain) -> None:
    ranking = ranked(plain)
    mixed = dict(possible(ranking, MIXTURES).mixed)
    voices = {one.id: Fraction(1) if one.share is None else one.share for one in ranking.decision.stakeholders}
    total = sum(voices.values(), Fraction(0))

    assert list(mixed) == [one for one, share in voices.items() if share]
    assert ranking.weights == tuple(
        sum((share * mixed[one][leaf] for one, share in voices.items() if share), Fraction(0)) / total
        for leaf in range(len(ranking.leaves))
    )


@given(decisions())
def test_within_a_share_of_0_only_the_point_weights_are_possible(plain: Plain) -> None:
    ranking = ranked(plain)
    stands_alone = all(node_weighs(ranking))

    found = all_ends(plain, off_by(0))

    if stands_alone:
        assert [(weight, weight) for weight in ranking.weights] == found
    assert all(low <= weight <= high for (low, high), weight in zip(found, ranking.weights, strict=True))


def node_weighs(ranking: Ranking) -> list[bool]:
    """Return for each group whether it weighs anything: below one that does not, shares are shares of nothing."""
    amounts = at(ranking, ranking.weights)
    return [amounts[group.id] > 0 for leaf in ranking.leaves for group in leaf.groups]


@given(decisions(), picks)
def test_a_larger_share_leaves_room_for_all_that_a_smaller_one_does(plain: Plain, pick: int) -> None:
    narrow, wide = sorted((pick % 40, pick // 40 % 100))
    inner, outer = all_ends(plain, off_by(narrow)), all_ends(plain, off_by(wide))

    assert all(below <= low and high <= above for (low, high), (below, above) in zip(inner, outer, strict=True))


@given(decisions(), picks, shuffles)
def test_names_tell_rows_apart(plain: Plain, pick: int, random: Random) -> None:
    statements = drawn(ranked(plain), random)
    ranking = ranked(plain | {"preferences": [*statements, *statements]})
    known = possible(ranking, FORMS[pick % len(FORMS)])

    assert len({row.name for row in known.rows}) == len(known.rows)
    assert set(known.preferences) <= set(known.rows)


@given(decisions(), shuffles)
def test_the_rows_of_preferences_say_what_the_statements_say(plain: Plain, random: Random) -> None:
    statements = drawn(ranked(plain), random)
    ranking = ranked(plain | {"preferences": statements})
    known = possible(ranking, ANY)
    size = len(ranking.leaves)
    for _ in range(10):
        parts = [Fraction(random.choice((0, 0, 1, 2, 5))) for _ in range(size)]
        assume(any(parts))
        weights = [part / sum(parts, Fraction(0)) for part in parts]

        assert holds(known, weights) is all(meets(one, at(ranking, weights)) for one in statements)


@given(decisions(weights=("points", "equal", "order", "none", "stakeholders")), shuffles)
def test_order_lets_in_exactly_what_keeps_the_order_of_leaves_that_differ(plain: Plain, random: Random) -> None:
    ranking = ranked(plain)
    weights = [Fraction(random.randint(0, 4)) for _ in ranking.leaves]
    pairs = list(product(zip(ranking.weights, weights, strict=True), repeat=2))

    kept = all(mine >= theirs for (more, mine), (less, theirs) in pairs if more > less)

    assert holds(possible(ranking, ORDER), weights) is kept


@given(decisions(weights=("point-ranges",)), shuffles)
def test_ranges_of_points_let_in_exactly_what_some_points_within_them_give(plain: Plain, random: Random) -> None:
    ranking = ranked(plain)
    known = possible(ranking)
    ranges = []
    for leaf in ranking.leaves:
        weight = leaf.criterion.weight
        assert weight is not None
        low = weight.point if weight.low is None else weight.low
        ranges.append((low, weight.point if weight.high is None else weight.high))
    inside = [low + (high - low) * Fraction(random.randint(0, 4), 4) for low, high in ranges]
    anywhere = [Fraction(random.randint(0, 5)) for _ in ranges]
    assume(any(inside))
    assume(any(anywhere))

    assert holds(known, inside)
    assert holds(known, anywhere) is some_scale(anywhere, ranges)


def some_scale(weights: Sequence[Fraction], ranges: Sequence[tuple[Fraction, Fraction]]) -> bool:
    """Return whether a multiple of the weights, or what it tends to, lies within all ranges of points."""
    if any(
        (weight == 0 and low > 0) or (weight > 0 and high == 0)
        for weight, (low, high) in zip(weights, ranges, strict=True)
    ):
        return False
    scales = [(low / weight, high / weight) for weight, (low, high) in zip(weights, ranges, strict=True) if weight]
    return max(low for low, _ in scales) <= min(high for _, high in scales)


# price 0.6, speed 0.3, support 0.1: the order's corners are 1 0 0, 1/2 1/2 0 and 1/3 1/3 1/3
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ORDER, shares(("1/3", "1"), ("0", "1/2"), ("0", "1/3"))),
        (ANY, shares(("0", "1"), ("0", "1"), ("0", "1"))),
        (STATED, shares(("3/5", "3/5"), ("3/10", "3/10"), ("1/10", "1/10"))),
        # price 3..9, speed 1.5..4.5, support 0.5..1.5, in shares: 3 / (3 + 4.5 + 1.5) … 9 / (9 + 1.5 + 0.5)
        (off_by(50), shares(("1/3", "9/11"), ("1/8", "9/16"), ("1/28", "1/4"))),
        (off_by(100), shares(("0", "1"), ("0", "1"), ("0", "1"))),
    ],
)
def test_points_let_weights_go_from_here_to_there(
    asked: PossibleWeights, expected: list[tuple[Fraction, Fraction]]
) -> None:
    assert all_ends(three("6", "3", "1"), asked) == expected


def test_equal_weights_may_go_either_way_and_stay_on_their_side_of_the_others() -> None:
    # the corners: 1 0 0, 0 1 0, 1/2 1/2 0, 1/3 1/3 1/3
    assert all_ends(three("2", "2", "1"), ORDER) == shares(("0", "1"), ("0", "1"), ("0", "1/3"))
    assert all_ends(three("1", "1", "1"), ORDER) == all_ends(three("1", "1", "1"), ANY)


# price 40%, quality 60% with speed 25% and support 75% of it
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        # quality at least half, support at least half of it
        (ORDER, shares(("0", "1/2"), ("0", "1/2"), ("1/4", "1"))),
        (STATED, shares(("2/5", "2/5"), ("3/20", "3/20"), ("9/20", "9/20"))),
        # price 36 to 44 %, quality 54 to 66 %, of which speed 22.5 to 27.5 % and support 67.5 to 82.5 %
        (off_by(10), shares(("9/25", "11/25"), ("63/500", "22/125"), ("203/500", "62/125"))),
    ],
)
def test_percents_let_shares_of_the_parent_go_from_here_to_there(
    asked: PossibleWeights, expected: list[tuple[Fraction, Fraction]]
) -> None:
    assert all_ends(tree(), asked) == expected


def test_ranges_of_percents_are_shares_of_the_parent() -> None:
    plain = tree()
    plain["criteria"]["quality"]["criteria"]["speed"]["weight"] = "20%..30%"
    plain["criteria"]["price"]["weight"] = "30%..50%"

    # quality is exact, so price is too; speed 20 to 30 % of 60 %, and support is exact: 75 % of it
    assert all_ends(plain) == shares(("2/5", "2/5"), ("3/20", "3/20"), ("9/20", "9/20"))

    plain["criteria"]["quality"]["weight"] = {"is": "60%", "low": "40%", "high": "80%"}
    plain["criteria"]["quality"]["criteria"]["support"]["weight"] = {"is": "75%", "low": "0%", "high": "100%"}

    # quality 50 to 70 %
    assert all_ends(plain) == shares(("3/10", "1/2"), ("1/10", "21/100"), ("7/20", "14/25"))


def test_siblings_without_percents_share_alike() -> None:
    plain = tree()
    del plain["criteria"]["quality"]["criteria"]["speed"]["weight"]
    del plain["criteria"]["quality"]["criteria"]["support"]["weight"]

    assert all_ends(plain, STATED) == shares(("2/5", "2/5"), ("3/10", "3/10"), ("3/10", "3/10"))
    # each may be all of quality
    assert all_ends(plain, ORDER) == shares(("0", "1/2"), ("0", "1"), ("0", "1"))


def test_an_only_child_without_percents_is_all_of_its_parent() -> None:
    plain = tree()
    del plain["criteria"]["price"]
    plain["criteria"]["quality"] = {"weight": "100%", "criteria": {"speed": pair()["criteria"]["speed"]}}
    del plain["criteria"]["quality"]["criteria"]["speed"]["weight"]
    plain["performance"] = {}

    assert all_ends(plain, off_by(30)) == shares(("1", "1"))


# docs/format.md, Meaning 6
@pytest.mark.parametrize(
    ("plain", "form"),
    [
        (three("6", "3", "1"), "order"),
        (three(weights="equal"), "order"),
        (three(weights={"order": ["price", "speed", "support"]}), "order"),
        (three(), "order"),
        (three("6", "3..4", "1"), "stated"),
        (three("6", "3", "1", preferences=["price >= speed"]), "any"),
        (three("6", "3..4", "1", preferences=["price >= speed"]), "stated"),
        (three("6", "3", "1", preferences=["price >= speed"], possible_weights="order"), "order"),
        (three("6", "3..4", "1", possible_weights="any"), "any"),
        (three("6", "3", "1", possible_weights="30%"), "each weight off by up to 30 %"),
        (three(stakeholders={"legal": {"weights": "equal"}}), "mixtures of the stakeholders' weights"),
        (three("6", "3", "1", stakeholders={"legal": {"weights": "equal"}}), "order"),
        (three(stakeholders={"legal": {"weights": "equal"}}, possible_weights="any"), "any"),
    ],
)
def test_what_is_possible_follows_from_what_is_stated(plain: Plain, form: str) -> None:
    assert possible(ranked(plain)).form == form


def test_whoever_asks_for_a_set_gets_it_with_the_preferences() -> None:
    ranking = ranked(three("6", "3", "1", preferences=["price <= 70%"], possible_weights="30%"))

    assert [(possible(ranking, asked).form, len(possible(ranking, asked).preferences)) for asked in (ANY, ORDER)] == [
        ("any", 1),
        ("order", 1),
    ]


# price 0.6, speed 0.3, support 0.1; a is 80, 20, 50 and b 60, 70, 50
@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("price <= 70%", shares(("0", "7/10"), ("0", "1"), ("0", "1"))),
        ("50% <= price <= 70%", shares(("1/2", "7/10"), ("0", "1/2"), ("0", "1/2"))),
        ("price = 60%", shares(("3/5", "3/5"), ("0", "2/5"), ("0", "2/5"))),
        ("price >= speed >= support", shares(("1/3", "1"), ("0", "1/2"), ("0", "1/3"))),
        ("price = 2 * speed", shares(("0", "2/3"), ("0", "1/3"), ("0", "1"))),
        ("price + speed >= 80%", shares(("0", "1"), ("0", "1"), ("0", "1/5"))),
        ("0.5 * price >= speed + support", shares(("2/3", "1"), ("0", "1/3"), ("0", "1/3"))),
        ("support + 20% <= price", shares(("1/5", "1"), ("0", "4/5"), ("0", "2/5"))),
        # 20 * price >= 50 * speed
        ("a >= b", shares(("0", "1"), ("0", "2/7"), ("0", "1"))),
    ],
)
def test_preferences_let_weights_go_from_here_to_there(
    statement: str, expected: list[tuple[Fraction, Fraction]]
) -> None:
    assert all_ends(three("6", "3", "1", preferences=[statement])) == expected


def test_a_group_in_a_preference_is_the_sum_of_its_leaves() -> None:
    assert all_ends(tree() | {"preferences": ["2 * price <= quality"]}) == shares(("0", "1/3"), ("0", "1"), ("0", "1"))


def test_a_row_stands_where_its_statement_stands() -> None:
    ranking = ranked(three("6", "3", "1", preferences=["price >= speed", "speed >= support"]))

    for row, statement in zip(possible(ranking).preferences, ranking.decision.preferences, strict=True):
        assert row.place == statement.place
        assert statement.text in row.name


def test_an_order_is_held_by_rows_between_neighbours() -> None:
    ranking = ranked(three("6", "3", "1"))
    names = [row.name for row in possible(ranking, ORDER).rows]

    assert names == [f"order {more} >= {less}" for more, less in pairwise(("price", "speed", "support"))]
