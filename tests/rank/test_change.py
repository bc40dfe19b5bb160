"""Laws of a change that is applied: all comes out as if the text had been edited."""

from fractions import Fraction
from math import lcm
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given

from decide.model.change import Change, Without
from decide.model.decision import Cell
from decide.model.ranking import Ranking
from decide.rank.change import changed, resting_on
from decide.rank.ranking import rank
from tests import oracle_rank
from tests.oracle_rank import identifier
from tests.plain import Plain, copied, leaves, ranked, read, read_text, steps, with_cells, without, yaml_text
from tests.rank.test_laws_of_criteria import SCALE
from tests.samples import CRM, pair, tree
from tests.strategies import checked_decisions, decisions, picks, shuffles


def flat(plain: Plain, weights: dict[str, Fraction] | None = None) -> Plain:
    """Return the decision with its leaves side by side, weighed by points of their exact weights or of others."""
    shares = weights or dict(oracle_rank.answer(yaml_text(plain)).weights)
    unit = lcm(*(share.denominator for share in shares.values()))
    level = copied(plain)
    level["criteria"] = {
        leaf.key: {key: leaf.bearer[key] for key in SCALE if key in leaf.bearer}
        | {"weight": str(shares[identifier(leaf.key)] * unit)}
        for leaf in leaves(plain)
        if identifier(leaf.key) in shares
    }
    for section in ("weights", "stakeholders"):
        level.pop(section, None)
    for sheet in (level.get("performance"), *level.get("assessments", {}).values()):
        for cells in (sheet or {}).values():
            for key in [key for key in cells if identifier(key) not in shares]:
                del cells[key]
    return level


def told(ranking: Ranking) -> dict[str, Any]:
    """Return everybody's score and rank."""
    return {
        entry.candidate.id: (entry.score.low, entry.score.point, entry.score.high, entry.rank, entry.tied)
        for entry in ranking.ranked
    }


def parts(random: Random, names: list[str]) -> dict[str, Fraction]:
    amounts = [random.choice((0, 0, 1, 2, 5)) for _ in names]
    amounts[random.randrange(len(names))] += 1
    return {name: Fraction(amount, sum(amounts)) for name, amount in zip(names, amounts, strict=True)}


@given(decisions(screened=False), shuffles)
def test_other_weights_come_out_as_if_they_stood_in_the_text(plain: Plain, random: Random) -> None:
    weights = parts(random, [identifier(leaf.key) for leaf in leaves(plain)])

    after = changed(ranked(plain), Change(weights=tuple(weights.items())))

    assert told(after) == told(ranked(flat(plain, weights)))
    assert after.weights == tuple(weights.values())


@given(decisions(screened=False), shuffles)
def test_other_cells_come_out_as_if_they_stood_in_the_text(plain: Plain, random: Random) -> None:
    name = random.choice(list(plain["candidates"]))
    chosen = random.sample(leaves(plain), random.randint(1, len(leaves(plain))))
    cells: Plain = {}
    for leaf in chosen:
        one, other = sorted(random.choices(range(len(steps(leaf.bearer))), k=2))
        low, high = steps(leaf.bearer)[one], steps(leaf.bearer)[other]
        cells[leaf.key] = random.choice(
            (low, {"low": low, "high": high}, {"is": high, "low": low, "high": high}, "unknown")
        )
    edited = with_cells(plain, name, cells)
    keys = {identifier(key) for key in cells}
    stated = dict(dict(read(edited).performance)[identifier(name)])
    performance = ((identifier(name), tuple((leaf, cell) for leaf, cell in stated.items() if leaf in keys)),)

    assert told(changed(ranked(plain), Change(performance=performance))) == told(ranked(edited))


@given(decisions(screened=False), shuffles)
def test_other_values_move_the_score_by_their_weight_and_win_over_cells(plain: Plain, random: Random) -> None:
    before = ranked(plain)
    name, at = random.choice(before.ranked).candidate.id, random.randrange(len(before.leaves))
    leaf, worth = before.leaves[at].id, Fraction(random.randint(0, 100))

    change = Change(values=((name, ((leaf, worth),)),), performance=((name, ((leaf, Cell(is_=Fraction(0))),)),))

    scores = {entry.candidate.id: entry.score.point for entry in before.ranked}
    own = next(entry.values[at].point for entry in before.ranked if entry.candidate.id == name)
    scores[name] += before.weights[at] * (worth - own)
    assert {one: figures[1] for one, figures in told(changed(before, change)).items()} == scores


@given(decisions(screened=False), picks)
def test_without_a_criterion_or_a_group_it_is_as_if_it_had_never_stood_there(plain: Plain, pick: int) -> None:
    ranking = ranked(plain)
    paths = {leaf.id: (leaf.id, *(group.id for group in leaf.groups)) for leaf in ranking.leaves}
    nodes = sorted({node for path in paths.values() for node in path})
    gone = nodes[pick % len(nodes)]
    weights = dict(zip(paths, ranking.weights, strict=True))
    left = {leaf: weights[leaf] for leaf, path in paths.items() if gone not in path}
    assume(any(left.values()))

    after = changed(ranking, Change(without=Without(criteria=(gone,))))

    assert told(after) == told(ranked(flat(plain, left)))
    assert sum(after.weights) == 1
    assert [weight for leaf, weight in zip(paths, after.weights, strict=True) if leaf not in left] == [0] * (
        len(paths) - len(left)
    )


@given(decisions(), picks)
def test_without_a_candidate_it_is_as_if_nobody_had_named_it(plain: Plain, pick: int) -> None:
    names = list(plain["candidates"])
    assume(len(names) > 1)
    name = names[pick % len(names)]
    ranking = ranked(plain)
    assume(any(entry.candidate.id != identifier(name) for entry in ranking.ranked))

    after = changed(ranking, Change(without=Without(candidates=(identifier(name),))))

    expected = ranked(without(plain, name))
    assert told(after) == told(expected)
    assert after.excluded == expected.excluded


@given(checked_decisions(), shuffles)
def test_without_evidence_the_cells_that_rest_on_nothing_else_are_unknown(plain: Plain, random: Random) -> None:
    ranking = ranked(plain)
    assume(ranking.ranked)
    gone = set(random.sample(list(plain["evidence"]), random.randint(1, len(plain["evidence"]))))
    edited = copied(plain)
    for cells in (edited.get("performance") or {}).values():
        for key, cell in cells.items():
            if (
                isinstance(cell, dict)
                and cell.get("evidence")
                and {identifier(one) for one in cell["evidence"]} <= gone
            ):
                cells[key] = {"is": "unknown"} if "is" in cell or "low" in cell else cell
    for section in ("gates", "limit"):
        assume(section not in plain)
    assume(not ranking.excluded)

    after = changed(ranking, Change(without=Without(evidence=tuple(gone))))

    expected = ranked(edited)
    assume(not expected.excluded)
    assert told(after) == told(expected)


@given(decisions())
def test_no_change_changes_nothing(plain: Plain) -> None:
    ranking = ranked(plain)
    assume(ranking.ranked)

    after = changed(ranking, Change())

    assert (after.ranked, after.weights, after.excluded) == (ranking.ranked, ranking.weights, ranking.excluded)


@given(decisions(), shuffles)
def test_gates_and_limits_are_not_judged_anew(plain: Plain, random: Random) -> None:
    ranking = ranked(plain)
    assume(ranking.ranked)
    weights = parts(random, [leaf.id for leaf in ranking.leaves])

    after = changed(ranking, Change(weights=tuple(weights.items())))

    for one, other in ((ranking.ranked, after.ranked), (ranking.excluded, after.excluded)):
        assert {entry.candidate.id: entry.hurdles for entry in one} == {
            entry.candidate.id: entry.hurdles for entry in other
        }


def test_all_kinds_of_change_at_once_are_reckoned_by_hand() -> None:
    change = Change(
        weights=(("price", Fraction(1, 2)), ("speed", Fraction(1, 4)), ("support", Fraction(1, 4))),
        performance=(("a", (("speed", Cell(is_=Fraction(10))),)),),
        values=(("b", (("price", Fraction(90)),)),),
        without=Without(criteria=("support",)),
    )

    after = changed(ranked(tree()), change)

    # price 2/3, speed 1/3; a: 2/3 * 80 + 1/3 * 100, b: 2/3 * 90 + 1/3 * 70
    assert {name: figures[1:4:2] for name, figures in told(after).items()} == {
        "a": (Fraction(260, 3), 1),
        "b": (Fraction(250, 3), 2),
    }
    assert after.weights == (Fraction(2, 3), Fraction(1, 3), Fraction(0))


def test_without_evidence_a_cell_that_cites_more_than_that_stays() -> None:
    plain = pair()
    plain["evidence"] = {"e1": {"claim": "so"}, "e2": {"claim": "so"}}
    plain["performance"]["a"]["price"] = {"is": "20", "evidence": ["e1"]}
    plain["performance"]["a"]["speed"] = {"is": "2", "evidence": ["e1", "e2"]}
    plain["performance"]["b"]["speed"] = {"is": "unknown", "evidence": ["e1"]}

    after = changed(ranked(plain), Change(without=Without(evidence=("e1",))))

    assert resting_on(after.decision, {"e1"}) == (("a", "price"),)
    assert told(after)["a"][:3] == (Fraction(5), Fraction(85, 2), Fraction(80))  # 3/4 of 0, 50 or 100, and 1/4 of 20


def test_the_same_can_be_done_again_and_the_ranking_that_it_came_from_stays() -> None:
    ranking = rank(read_text(CRM))
    before = told(ranking)

    once = changed(ranking, Change(without=Without(candidates=("acme-crm",))))
    twice = changed(once, Change(without=Without(candidates=("hubspot",))))

    assert told(ranking) == before
    assert set(told(twice)) == {"spreadsheets-as-today", "pipedrive"}


@pytest.mark.parametrize(
    ("without_", "message"),
    [
        (Without(criteria=("price", "quality")), "no weight is left"),
        (Without(criteria=("price", "speed", "support")), "no weight is left"),
        (Without(candidates=("a", "b")), "no candidate is left"),
    ],
)
def test_where_nothing_is_left_to_compare_the_change_is_refused(without_: Without, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        changed(ranked(tree()), Change(without=without_))


def test_weights_of_which_only_zeros_are_left_are_refused() -> None:
    weights = (("price", Fraction(1)), ("speed", Fraction(0)))

    with pytest.raises(ValueError, match="no weight is left"):
        changed(ranked(pair()), Change(weights=weights, without=Without(criteria=("price",))))
