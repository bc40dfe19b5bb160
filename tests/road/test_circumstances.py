"""What a decision says besides its ranking, in numbers."""

from fractions import Fraction

from hypothesis import given

from decide.road.circumstances import circumstances
from decide.road.examined import examine
from tests.audit.tables import SMALL
from tests.plain import Plain, ranked, read
from tests.samples import pair
from tests.strategies import peopled_decisions


@given(peopled_decisions())
def test_shares_sum_to_one_and_judged_cells_are_worth_the_mean_of_what_was_judged(plain: Plain) -> None:
    ranking = examine(read(plain)).ranking
    if ranking is None:
        return
    found = circumstances(ranking)
    worth = {
        (entry.candidate.id, leaf.id): known.point
        for entry in ranking.ranked
        for leaf, known in zip(ranking.leaves, entry.values, strict=True)
    }

    assert sum(share for _, share, _ in found.voices) == (1 if found.voices else 0)
    assert all(sum(weights) == 1 for _, _, weights in found.voices)
    for key in {(one.candidate, one.criterion) for one in found.judged}:
        values = [one.value for one in found.judged if (one.candidate, one.criterion) == key]
        assert sum(values) == len(values) * worth[key]
    if found.averaged:
        mean = [sum(share * weights[at] for _, share, weights in found.voices) for at in range(len(ranking.leaves))]
        assert tuple(mean) == ranking.weights


def test_circumstances_worked_by_hand() -> None:
    """Ana's share is twice bo's; mei gives a 10 and lin 90 on k2, whose mean is 50; unasked is settled otherwise."""
    found = circumstances(ranked(SMALL["people"]))

    judged = [(one.assessor, one.candidate, one.criterion, int(one.value)) for one in found.judged]
    assert judged == [("mei", "a", "k2", 10), ("mei", "b", "k2", 60), ("lin", "a", "k2", 90), ("lin", "b", "k2", 60)]
    assert [(name, share) for name, share, _ in found.voices] == [("ana", Fraction(2, 3)), ("bo", Fraction(1, 3))]
    assert found.averaged
    assert [(one.name, one.chance) for one in found.outcomes] == [
        ("dear", Fraction(1, 5)),
        ("barred", Fraction(3, 10)),
        ("never", 0),
    ]
    assert [entry.candidate.id for entry in found.outcomes[1].ranking.excluded] == ["b"]


def test_where_nobody_judges_or_weighs_there_is_nothing() -> None:
    found = circumstances(ranked(pair()))

    assert (found.judged, found.voices, found.averaged, found.outcomes) == ((), (), False, ())
