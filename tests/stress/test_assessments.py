"""Laws of where assessors differ, and of what that does."""

from fractions import Fraction

from hypothesis import given

from decide.model.change import Change
from decide.model.finding import Finding
from decide.model.rows import Disagreement, LeftOut
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions
from tests.stress.drawn import case_of, found, ranks_after, the, winners

NAME = "assessments"


def judged(**sheets: Plain) -> Plain:
    """Return the pair with speed judged by some: a had 20 and b 70 points on it."""
    plain = pair() | {"assessments": sheets}
    for cells in plain["performance"].values():
        del cells["speed"]
    return plain


def row_of(finding: Finding) -> Disagreement:
    (row,) = finding.rows
    assert isinstance(row, Disagreement)
    return row


@given(decisions())
def test_each_end_put_in_and_ranked_gives_the_rank_that_is_told(plain: Plain) -> None:
    case = case_of(plain)
    for finding in found(case, NAME):
        row = row_of(finding)
        name, leaf = finding.about
        values = [value for _, value in row.judged]
        assert (row.low, row.high, row.mean) == (min(values), max(values), sum(values) / len(values))
        assert finding.amount == row.high - row.low > 0
        firsts = []
        for end, rank in ((row.low, row.low_rank), (row.high, row.high_rank)):
            ranks = ranks_after(case, Change(values=((name, ((leaf, end),)),)))
            assert ranks[name] == rank
            firsts.append({one for one, place in ranks.items() if place == 1})
        assert finding.status == ("holds" if all(first == set(winners(case)) for first in firsts) else "found")
        assert (finding.witness is None) is (finding.status == "holds")


@given(decisions())
def test_what_changes_the_first_place_stands_first_then_what_changes_ranks_most(plain: Plain) -> None:
    order = [
        (one.status != "found", row_of(one).high_rank - row_of(one).low_rank) for one in found(case_of(plain), NAME)
    ]

    assert order == sorted(order)


def test_the_pair_reckoned_by_hand() -> None:
    """Speed of a is judged 20 and 40, so 30 (a 67.5); that of b 60 and 100, so 80 (b 65); b at 100 has 70."""
    plain = judged(mei={"a": {"speed": "2"}, "b": {"speed": "6"}}, lin={"a": {"speed": "4"}, "b": {"speed": "10"}})

    found_ = found(Case(ranked(plain)), NAME)

    assert [(one.about, one.status, one.amount) for one in found_] == [
        (("b", "speed"), "found", Fraction(40)),
        (("a", "speed"), "found", Fraction(20)),  # at 20 it has 65 too: they tie
    ]
    assert row_of(found_[0]) == Disagreement(
        "b", "speed", Fraction(60), Fraction(80), Fraction(100), 2, 1, (("mei", Fraction(60)), ("lin", Fraction(100)))
    )


def test_without_one_assessor_the_others_mean_counts_and_without_the_only_one_it_is_unknown() -> None:
    plain = judged(mei={"a": {"speed": "2"}, "b": {"speed": "6"}}, lin={"b": {"speed": "10"}})
    case = Case(ranked(plain))  # a 65, b 45 + 20

    without_lin = the(case, "leave-one-out", "assessor", "lin")
    assert (without_lin.status, without_lin.amount) == ("found", Fraction(5))  # b 60
    without_mei = the(case, "leave-one-out", "assessor", "mei")
    assert without_mei.rows == (LeftOut("mei", "assessor", ("a",), ("b",), Fraction("2.5"), 2),)  # a 72.5, b 70


def test_without_one_of_those_who_give_the_point_weights_the_mean_of_the_others_is_left() -> None:
    plain = pair() | {
        "stakeholders": {
            "sales": {"weights": {"price": "3", "speed": "1"}},
            "legal": {"share": "3", "weights": {"price": "1", "speed": "1"}},
            "guest": {"share": "0", "weights": {"price": "1", "speed": "0"}},
        }
    }
    for node in plain["criteria"].values():
        del node["weight"]
    case = Case(ranked(plain))  # b first

    assert [(one.about, one.status, one.amount) for one in found(case, "leave-one-out", "stakeholder")] == [
        (("sales",), "holds", 15),
        (("legal",), "found", Fraction("2.5")),
    ]
    assert found(Case(ranked(pair() | {"stakeholders": plain["stakeholders"]})), "leave-one-out", "stakeholder") == []


def test_those_who_abstain_agree_or_are_overruled_are_not_told_of() -> None:
    same = judged(mei={"a": {"speed": "2"}}, lin={"a": {"speed": "2"}, "b": {"speed": "unknown"}})
    ruled = pair() | {"assessments": {"mei": {"a": {"speed": "1"}}, "lin": {"a": {"speed": "9"}}}}

    assert (
        found(Case(ranked(same)), NAME) == found(Case(ranked(ruled)), NAME) == found(Case(ranked(pair())), NAME) == []
    )
    assert found(Case(ranked(ruled)), "leave-one-out", "assessor") == []
