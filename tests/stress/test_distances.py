"""Programs for the nearest weights, against closed forms, another solver and all points of a grid."""

from fractions import Fraction
from random import Random

from hypothesis import assume, given

from decide.solve.exact import minimise
from decide.stress.case import Case
from decide.stress.distances import each_program, moved_program
from tests.plain import Plain, ranked
from tests.strategies import decisions, preferring_decisions, shuffles
from tests.stress import peer
from tests.stress.drawn import case_of, firsts, found, grid, scores_at, small, winners
from tests.stress.test_least_change import CROWNS, DETHRONES, NORMS, amount_of

NAME = "least-change"
PROGRAMS = {"moved": moved_program, "each": each_program}


@given(decisions() | preferring_decisions())
def test_another_solver_finds_the_same_distances_and_confirms_what_is_impossible(plain: Plain) -> None:
    case = case_of(plain)
    assume(peer.visible(case))
    for finding in found(case, NAME):
        norm = finding.variant.removeprefix("dethrone-")
        others = [name for name in case.candidates if name != finding.about[0]]
        if finding.status == "impossible":
            if finding.variant in DETHRONES:
                leads = [peer.largest_preferred_lead(case, name, finding.about) for name in others]
                assert max(leads) < peer.CLOSE
            else:
                assert peer.largest_preferred_lead(case, finding.about[0]) < peer.CLOSE
        elif finding.variant in CROWNS:
            assert peer.close(amount_of(finding), peer.nearest(case, finding.about[0], others, norm))
        elif finding.variant in DETHRONES:
            told = [peer.nearest(case, name, finding.about[:1], norm) for name in others]
            assert peer.close(amount_of(finding), min(one for one in told if one is not None))


@given(shuffles)
def test_closed_form_program_and_all_points_of_a_grid_agree_on_three_by_three(random: Random) -> None:
    case = Case(ranked(small(random)))
    crowned: dict[tuple[str, str], list[Fraction]] = {}
    deposed: dict[str, list[Fraction]] = {}
    for weights in grid(8):
        first = firsts(scores_at(case, weights))
        for norm, distance in NORMS.items():
            for name in first:
                crowned.setdefault((norm, name), []).append(distance(case.weights, weights))
            if set(first) != set(winners(case)):
                deposed.setdefault(norm, []).append(distance(case.weights, weights))
    for finding in found(case, NAME):
        norm = finding.variant.removeprefix("dethrone-")
        if norm not in NORMS:
            continue
        near = deposed.get(norm) if finding.variant in DETHRONES else crowned.get((norm, finding.about[0]))
        assert finding.status == "found" or near is None
        if near is not None:
            assert amount_of(finding) <= min(near)
        if finding.variant in DETHRONES and finding.status == "found":
            ahead = case.candidates.index(finding.about[0])
            programs = [PROGRAMS[norm](case, other, [ahead]) for other in range(3) if other != ahead]
            costs = [one.cost for one in map(minimise, programs) if one.feasible]
            assert amount_of(finding) == 100 * min(costs)
