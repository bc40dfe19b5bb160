"""Laws of what comes out without a criterion, a candidate, or an origin of evidence."""

from fractions import Fraction

from hypothesis import given

from decide.model.change import Change, Without
from decide.model.finding import Finding
from decide.model.rows import LeftOut
from decide.model.tree import nodes
from decide.rank.change import changed
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair, tree
from tests.strategies import checked_decisions, decisions
from tests.stress.drawn import case_of, found, scores_at, the, winners

NAME = "leave-one-out"


def left(finding: Finding) -> LeftOut:
    (row,) = finding.rows
    assert isinstance(row, LeftOut)
    return row


@given(decisions() | checked_decisions())
def test_what_is_told_is_what_comes_out_when_all_is_ranked_again(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        assert finding.witness is not None
        ranking = changed(case.ranking, finding.witness.change)
        scores = {entry.candidate.id: entry.score.point for entry in ranking.ranked}
        levels = sorted(set(scores.values()), reverse=True)
        row = left(finding)
        assert set(row.first) == {name for name, score in scores.items() if score == levels[0]}
        assert set(row.second) == {name for name, score in scores.items() if score in levels[1:2]}
        assert row.lead == finding.amount == ranking.lead
        assert finding.status == ("holds" if set(row.first) == set(winners(case)) else "found")
        assert finding.witness.first == row.first


@given(decisions() | checked_decisions())
def test_every_node_candidate_and_origin_is_left_out_once_unless_nothing_would_be_left(plain: Plain) -> None:
    case = case_of(plain)
    decision = case.ranking.decision
    expected = [("criterion", node.id, Without(criteria=(node.id,))) for node in nodes(decision.criteria)]
    expected += [("candidate", name, Without(candidates=(name,))) for name in case.candidates]
    expected = [(kind, gone, without) for kind, gone, without in expected if _leaves_something(case, without)]
    people = ("assessor", "stakeholder")
    findings = [one for one in found(case, NAME) if one.variant not in people]
    alone: dict[str, int] = {}
    origins = {item.id: item.origin or item.id for item in decision.evidence}
    for name, cells in decision.performance:
        for _, cell in cells:
            rests = {origins[one] for one in cell.evidence}
            if name in case.candidates and len(rests) == 1 and not cell.unknown and not cell.blank:
                alone[rests.pop()] = alone.get(next(iter({origins[one] for one in cell.evidence})), 0) + 1

    assert [(one.variant, one.about[0]) for one in findings if one.variant != "origin"] == [
        (kind, gone) for kind, gone, _ in expected
    ]
    assert {one.about[0]: left(one).cells for one in findings if one.variant == "origin"} == alone


def _leaves_something(case: Case, without: Without) -> bool:
    try:
        changed(case.ranking, Change(without=without))
    except ValueError:
        return False
    return True


@given(decisions())
def test_without_one_that_is_not_first_nobody_changes_places(plain: Plain) -> None:
    case = case_of(plain)
    today = scores_at(case, case.weights)
    for finding in found(case, NAME, "candidate"):
        (name,) = finding.about
        assert name in winners(case) or finding.status == "holds"
        others = {one: score for one, score in today.items() if one != name}
        best = max(others.values())
        assert set(left(finding).first) == {one for one, score in others.items() if score == best}


def test_the_tree_without_each_of_its_nodes_is_reckoned_by_hand() -> None:
    findings = found(Case(ranked(tree())), NAME, "criterion")

    # price 40 %, speed 15 %, support 45 %; a 80, 20, 50 and b 60, 70, 50
    assert {one.about[0]: (one.status, left(one).first, left(one).second, one.amount) for one in findings} == {
        "price": ("found", ("b",), ("a",), Fraction(15 * 50, 60)),
        "quality": ("holds", ("a",), ("b",), 20),
        "speed": ("holds", ("a",), ("b",), Fraction(40 * 20, 85)),
        "support": ("holds", ("a",), ("b",), Fraction(40 * 20 - 15 * 50, 55)),
    }


def test_without_the_first_the_other_is_first_and_has_no_lead() -> None:
    finding = the(Case(ranked(pair())), NAME, "candidate", "a")

    assert (finding.status, left(finding).first, left(finding).second, finding.amount) == ("found", ("b",), (), None)


def test_without_an_origin_the_cells_that_rest_on_it_alone_are_in_the_middle() -> None:
    plain = pair()
    plain["evidence"] = {
        "e1": {"claim": "so", "origin": "vendor"},
        "e2": {"claim": "so", "origin": "vendor"},
        "e3": {"claim": "so"},
    }
    plain["performance"]["a"]["price"] = {"is": "20", "evidence": ["e1", "e2"]}
    plain["performance"]["b"]["speed"] = {"is": "7", "evidence": ["e2", "e3"]}

    findings = found(Case(ranked(plain)), NAME, "origin")

    # a: 3/4 * 50 + 5 = 42.5, b stays at 62.5; e3 bears no cell alone
    assert [(one.about, one.status, left(one)) for one in findings] == [
        (("vendor",), "found", LeftOut("vendor", "origin", ("b",), ("a",), Fraction(20), 1))
    ]


def test_a_lone_criterion_and_a_lone_candidate_cannot_be_left_out() -> None:
    plain = pair()
    del plain["criteria"]["speed"]
    plain["candidates"], plain["performance"] = ["a"], {"a": {"price": "20"}}

    assert found(Case(ranked(plain)), NAME) == []
