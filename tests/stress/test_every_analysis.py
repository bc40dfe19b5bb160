"""Laws that hold for the findings of every analysis."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given

from decide.model.finding import Finding, Implied, Status
from decide.model.record import Record
from decide.road.findings import findings
from decide.stress.case import Case
from decide.stress.table import ANALYSES
from tests.oracle_rank import identifier
from tests.plain import Plain, copied, leaves, nodes, ranked, reordered, sheets, with_cells, with_twin
from tests.rank.test_laws_of_criteria import COUNTED, times
from tests.samples import pair, tree
from tests.strategies import decisions, picks, preferring_decisions, shuffles
from tests.stress.drawn import ANY, case_of, first_after, found, ranks_after, the, winners

WITH_WITNESS = set(ANALYSES) - {"critical-criterion", "stakeholders", "scenarios", "acceptability"}
OF_PEOPLE = ("stakeholders", "scenarios")
SAFE = ("tolerance", "dethrone-moved", "dethrone-each", "separates")
PEOPLE = {
    "assessments": {
        "mei": {"a": {"price": "20", "speed": "2"}, "b": {"price": "40", "speed": "7"}},
        "lin": {"a": {"price": "30"}},
    },
    "stakeholders": {"sales": {"weights": "equal"}, "legal": {"weights": {"order": ["speed", "price", "support"]}}},
    "scenarios": {"dear": {"performance": {"a": {"price": "90"}}}},
}
Told = dict[tuple[str, ...], tuple[Any, ...]]


UNDRAWN = [name for name in ANALYSES if name != "acceptability"]
"""All but one, which has no witness and takes more time than these together."""


def all_of(case: Case, names: Iterable[str] = ANALYSES) -> list[Finding]:
    return [finding for name in names for finding in found(case, name)]


def told(case: Case, names: Iterable[str] = ANALYSES) -> Told:
    """Return the status and the amount of every finding, by what it is about; of pairs by the first of the two.

    What is drawn is left out: another text of the decision is another seed.
    """
    return {_key(one): _answer(one) for one in undrawn(case, names)}


def _answer(one: Finding) -> tuple[Any, ...]:
    if one.analysis == "acceptability" and one.amount is not None:  # enclosed to 2⁻⁶⁴
        share = round(one.amount, 12)  # of two who tie, either may be told of first
        return ("ahead", max(share, 1 - share)) if one.variant == "ahead" else (one.status, share)
    return one.status, one.amount


def undrawn(case: Case, names: Iterable[str] = ANALYSES) -> list[Finding]:
    return [one for one in all_of(case, names) if one.estimate is None]


def _key(one: Finding) -> tuple[str, ...]:
    nearest = one.variant in SAFE or one.variant.startswith(("top-", "any-"))
    about = sorted(one.about) if one.variant in ("minimax", "ahead") else one.about  # several may be the choice
    return one.analysis, one.variant, *(() if nearest else about)


@given(decisions() | preferring_decisions(), picks)
def test_a_witness_that_is_put_in_and_ranked_gives_exactly_what_it_says(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    for finding in all_of(case, UNDRAWN):
        if finding.witness is not None:
            assert set(finding.witness.first) == first_after(case, finding.witness.change)
            assert len(finding.witness.first) == len(set(finding.witness.first))
            assert not finding.witness.ranks or dict(finding.witness.ranks) == ranks_after(case, finding.witness.change)


@given(decisions() | preferring_decisions(), picks)
def test_every_finding_is_of_one_statement_with_a_known_status_and_exact_numbers(plain: Plain, pick: int) -> None:
    case = case_of(plain, pick)
    seen = set()
    for finding in all_of(case):
        key = (finding.analysis, finding.variant, finding.about)
        assert key not in seen
        seen.add(key)
        assert finding.analysis in ANALYSES
        assert finding.status in get_args(Status)
        assert {type(number) for number in _numbers(finding)} <= {Fraction, int, bool}
        if finding.status == "found" and finding.variant != "mixture":
            assert finding.amount is not None or finding.analysis in ("leave-one-out", "scenarios")
            assert (finding.witness is not None) is (finding.analysis in WITH_WITNESS) or finding.analysis in OF_PEOPLE


def _numbers(value: Any) -> Iterator[Any]:
    if isinstance(value, Record):
        for name in value.__dataclass_fields__:
            yield from _numbers(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _numbers(part)
    elif value is not None and not isinstance(value, str):
        yield value


@given(decisions(), shuffles)
def test_another_order_of_candidates_and_criteria_changes_no_status_and_no_amount(plain: Plain, random: Random) -> None:
    shuffled = copied(plain)
    for node in [shuffled, *nodes(shuffled)]:
        if "criteria" in node:
            node["criteria"] = reordered(node["criteria"], random)
    shuffled["candidates"] = reordered(shuffled["candidates"], random)

    assert told(case_of(plain)) == told(case_of(shuffled))


@given(decisions(weights=("points", "point-ranges")))
def test_points_times_seven_change_nothing(plain: Plain) -> None:
    scaled = copied(plain)
    for leaf in leaves(scaled):
        leaf.node["weight"] = times(leaf.node["weight"], "7")

    one, other = undrawn(case_of(plain), UNDRAWN), undrawn(case_of(scaled), UNDRAWN)
    assert [(*_key(own), own.status, own.amount, own.witness, own.rows) for own in one] == [
        (*_key(own), own.status, own.amount, own.witness, own.rows) for own in other
    ]


@given(decisions(screened=False))
def test_other_names_change_nothing_but_the_names(plain: Plain) -> None:
    names = {*(leaf.key for leaf in leaves(plain)), *plain["candidates"], *_groups(plain["criteria"])}
    renamed = _renamed(plain, {name: f"z {at}" for at, name in enumerate(sorted(names))})

    one, other = undrawn(case_of(plain), UNDRAWN), undrawn(case_of(renamed), UNDRAWN)
    places = {identifier(name): f"z-{at}" for at, name in enumerate(sorted(names))}
    assert [
        (own.analysis, own.variant, tuple(places.get(name, name) for name in own.about), own.status, own.amount)
        for own in one
    ] == [(own.analysis, own.variant, own.about, own.status, own.amount) for own in other]


def _groups(tree_: Plain) -> Iterator[str]:
    for key, node in tree_.items():
        if "criteria" in node:
            yield key
            yield from _groups(node["criteria"])


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(key, key): _renamed(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, names) for part in value]
    return names.get(value, value)


@given(decisions(weights=COUNTED, screened=False), picks)
def test_a_criterion_in_two_halves_leaves_the_tolerance_and_what_has_to_move(plain: Plain, pick: int) -> None:
    split = copied(plain)
    leaf = leaves(split)[pick % len(leaves(split))]
    if "weight" in leaf.node:
        leaf.node["weight"] = times(leaf.node["weight"], "0.5")
        leaf.siblings["other half"] = copied(leaf.node)
    else:
        halves = {leaf.key: leaf.siblings.pop(leaf.key), "other half": copied(leaf.node)}
        leaf.siblings["both halves"] = {"criteria": halves}
    for sheet in sheets(split):
        for cells in sheet.values():
            cells.update({"other half": cells[leaf.key]} if leaf.key in cells else {})

    assert _by_distance(case_of(plain)) == _by_distance(case_of(split))


def _by_distance(case: Case) -> Told:
    kept = ("tolerance", "dethrone-moved", "moved", "first-2", "first-3", "mixture")
    return {key: what for key, what in told(Case(case.ranking, ANY), UNDRAWN).items() if key[1] in kept}


@given(decisions(screened=False), picks)
def test_a_candidate_twice_is_asked_for_the_same_and_shares_the_first_place(plain: Plain, pick: int) -> None:
    name = list(plain["candidates"])[pick % len(plain["candidates"])]
    one, two = case_of(plain), case_of(with_twin(plain, name, "Double"))
    before, after = told(one, UNDRAWN), told(two, UNDRAWN)

    twins = {identifier(name), "double"}
    if twins & set(winners(two)):
        assert twins <= set(winners(two))
        assert not any(key[1] in SAFE for key in after)
        return
    for key, what in after.items():
        if key[0] in ("least-change", "can-be-first") and key[1] != "fewest" and set(key) & twins:
            assert what == after[tuple(identifier(name) if part == "double" else part for part in key)]
        if key[0] == "least-change" and "double" not in key and key[1] != "fewest":
            assert what == before[key]


@given(decisions(weights=("points",), screened=False), picks)
def test_a_criterion_on_which_all_are_alike_leaves_the_tolerance_and_who_can_be_first(plain: Plain, pick: int) -> None:
    larger = copied(plain)
    larger["criteria"]["nothing"] = {"range": {"worst": "0", "best": "100"}, "weight": "1"}
    for name in plain["candidates"]:
        larger = with_cells(larger, name, {"nothing": str(pick % 101)})

    one, two = (told(Case(case_of(each).ranking, ANY), UNDRAWN) for each in (plain, larger))

    assert {key: what for key, what in one.items() if key[1] == "tolerance"} == {
        key: what for key, what in two.items() if key[1] == "tolerance"
    }
    beaten = {key for key, (status, _) in two.items() if key[0] == "can-be-first" and status == "impossible"}
    assert not beaten  # where all weight is on it, all are first
    assert all(
        what[0] == "holds"
        for key, what in two.items()
        if key[:2] == ("leave-one-out", "criterion") and key[2] == "nothing"
    )


def test_a_preference_that_is_stated_twice_is_counted_once_in_each_proof() -> None:
    plain = pair() | {"preferences": ["price >= 2.8 * speed", "price >= 2.8 * speed"]}

    for finding in all_of(Case(ranked(plain))):
        if isinstance(finding.certificate, Implied):
            names = [name for name, _ in finding.certificate.rows]
            assert len(names) == len(set(names))


def test_all_analyses_are_asked_in_the_order_of_the_table_and_each_is_found_by_its_name() -> None:
    ranking = ranked(tree() | PEOPLE | {"performance": {}})

    everything = list(findings(ranking))

    assert list(dict.fromkeys(one.analysis for one in everything)) == [
        name
        for name in ANALYSES
        if name != "cheapest-rank"  # of two, both are among the first two
    ]
    assert everything == [one for name in ANALYSES for one in findings(ranking, [name])]
    assert all(ANALYSES[name].name == name and ANALYSES[name].question.endswith("?") for name in ANALYSES)


def test_the_possible_weights_asked_for_stand_in_for_those_of_the_decision() -> None:
    ranking = ranked(pair())

    (first, _) = findings(ranking, ["can-be-first"], possible=ANY)

    assert (first.about, first.amount) == (("a",), Fraction(20))
    assert the(Case(ranking), "can-be-first", "", "b").amount == 15


def test_an_analysis_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError, match="no-such"):
        list(findings(ranked(pair()), ["no-such"]))
