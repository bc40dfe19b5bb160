"""Laws of the decision as it would be if something turns out differently."""

from fractions import Fraction
from typing import cast

from hypothesis import given

from decide.model.finding import Finding
from decide.model.rows import Prospect, Standing
from decide.stress.case import Case
from tests.plain import Plain, copied, leaves, nodes, ranked, sheets, with_cells
from tests.samples import pair, tree
from tests.strategies import decisions, picks
from tests.stress.drawn import case_of, found, ranks_after, the, winners

NAME = "scenarios"


def told(plain: Plain, variant: str | None = None) -> list[Finding]:
    return found(Case(ranked(plain)), NAME, variant)


def with_scenarios(plain: Plain, **scenarios: Plain) -> Plain:
    return plain | {"scenarios": scenarios}


def standings(finding: Finding) -> dict[str, tuple[int, Fraction]]:
    return {row.candidate: (row.rank, row.score) for row in cast("tuple[Standing, ...]", finding.rows)}


def prospects(finding: Finding) -> dict[str, tuple[Fraction | None, Fraction | None]]:
    return {row.candidate: (row.expected, row.worst) for row in cast("tuple[Prospect, ...]", finding.rows)}


def drawn(plain: Plain, pick: int) -> tuple[Plain, Plain]:
    """Return a scenario of a drawn decision, and the decision as somebody would write it who knew it turned out so."""
    names, own = list(plain["candidates"]), leaves(plain)
    name, leaf = names[pick % len(names)], own[pick % len(own)]
    scenario: Plain = {}
    other = copied(plain)
    cells = [cell for sheet in sheets(plain) for row in sheet.values() for key, cell in row.items() if key == leaf.key]
    said = [cell for cell in cells if cell is not None and (not isinstance(cell, dict) or {"is", "low"} & set(cell))]
    if said and pick % 3:
        cell = said[pick % len(said)]
        scenario["performance"] = {name: {leaf.key: cell}}
        other = with_cells(other, name, {leaf.key: cell})
    for gate in other.get("gates", {}).values() if pick % 2 else ():
        scenario["gates"] = {"a gate": {name: "no"}}
        gate.setdefault("passes", {})[name] = "no"
    if all("weight" in one.node and "%" not in str(one.node["weight"]) for one in own):
        scenario["weights"] = {leaf.key: "5"}
        leaves(other)[pick % len(own)].node["weight"] = "5"
    return scenario, other


@given(decisions(), picks)
def test_a_scenario_is_ranked_as_the_decision_would_be_that_is_written_so(plain: Plain, pick: int) -> None:
    case = case_of(plain)
    scenario, other = drawn(plain, pick)
    (finding,) = told(with_scenarios(plain, what=scenario), "each")
    expected = ranked(other)

    assert standings(finding) == {
        entry.candidate.id: (entry.rank, entry.score.point) for entry in (*expected.ranked, *expected.excluded)
    }
    first = {entry.candidate.id for entry in expected.winners}
    assert finding.status == ("holds" if first == set(winners(case)) else "found")
    assert finding.amount == (expected.lead if first else None)


@given(decisions(), picks)
def test_where_there_is_a_witness_it_gives_the_same_ranks_and_else_somebody_comes_in(plain: Plain, pick: int) -> None:
    case = case_of(plain)
    (finding,) = told(with_scenarios(plain, what=drawn(plain, pick)[0]), "each")
    ranks = {name: rank for name, (rank, _) in standings(finding).items() if rank}

    if finding.witness is None:
        assert not ranks or set(ranks) - set(case.candidates)
    else:
        assert ranks == ranks_after(case, finding.witness.change) == dict(finding.witness.ranks)


@given(decisions(), picks, picks)
def test_the_expected_score_is_the_sum_of_chance_times_score_and_the_worst_is_the_least_of_all_that_can_be(
    plain: Plain, pick: int, other: int
) -> None:
    case = case_of(plain)
    chances = {"one": 10 * (pick % 8), "two": 10 * (other % 4)}
    stated = {name: drawn(plain, at)[0] for name, at in (("one", pick), ("two", other))}
    plain = with_scenarios(plain, **{name: one | {"chance": f"{chances[name]}%"} for name, one in stated.items()})
    written = {entry.candidate.id: (entry.rank, entry.score.point) for entry in case.ranking.ranked}
    columns = [(100 - sum(chances.values()), written)]
    columns += [(chances[one.about[0]], standings(one)) for one in told(plain, "each")]
    columns = [(chance, column) for chance, column in columns if chance]

    for finding in told(plain, "expected") + told(plain, "worst"):
        for name, (expected, worst) in prospects(finding).items():
            entries = [(Fraction(chance, 100), *column.get(name, (0, Fraction(0)))) for chance, column in columns]
            if all(rank for _, rank, _ in entries):
                assert expected == sum(chance * score for chance, _, score in entries)
                assert worst == min(score for _, _, score in entries)
            else:
                assert expected is worst is None


def test_the_pair_reckoned_by_hand() -> None:
    """a falls from 65 to 12.5 where its price is 90; with even weights it has 50 and b 65."""
    plain = with_scenarios(
        pair(),
        dear={"chance": "20%", "performance": {"a": {"price": "90"}}},
        fast={"chance": "30%", "weights": {"price": "1"}},
    )

    dear, fast = told(plain, "each")
    assert (dear.status, dear.amount, standings(dear)) == (
        "found",
        Fraction(50),
        {"a": (2, Fraction("12.5")), "b": (1, Fraction("62.5"))},
    )
    assert (fast.status, standings(fast)) == ("found", {"a": (2, Fraction(50)), "b": (1, Fraction(65))})
    expected, worst = told(plain, "expected") + told(plain, "worst")
    # a: 0.5 * 65 + 0.2 * 12.5 + 0.3 * 50, b: 0.5 * 62.5 + 0.2 * 62.5 + 0.3 * 65
    assert prospects(expected) == {
        "a": (Fraction("50"), Fraction("12.5")),
        "b": (Fraction("63.25"), Fraction("62.5")),
    }
    assert (expected.status, expected.amount) == ("found", Fraction("63.25"))
    assert (worst.status, worst.amount) == ("found", Fraction("62.5"))


def test_without_all_chances_nothing_is_expected_and_with_all_of_them_the_decision_as_written_cannot_be() -> None:
    dear = {"performance": {"a": {"price": "90"}}}

    open_ = told(with_scenarios(pair(), dear=dear, same={"chance": "40%"}))
    assert [one.variant for one in open_] == ["each", "each", "worst"]
    assert prospects(open_[-1]) == {"a": (None, Fraction("12.5")), "b": (None, Fraction("62.5"))}
    closed = told(with_scenarios(pair(), dear=dear | {"chance": "100%"}), "expected")[0]
    assert prospects(closed)["a"] == (Fraction("12.5"), Fraction("12.5"))
    never = told(with_scenarios(pair(), dear=dear | {"chance": "0%"}), "worst")[0]
    assert prospects(never)["a"] == (Fraction(65), Fraction(65))


def test_who_is_screened_out_is_named_with_the_gate_and_can_come_back_too() -> None:
    plain = pair() | {"gates": {"insured": {"passes": {"a": "yes", "b": "yes"}}}}
    (lost,) = told(with_scenarios(plain, late={"gates": {"insured": {"a": "no"}}}), "each")
    row = next(row for row in cast("tuple[Standing, ...]", lost.rows) if row.candidate == "a")
    assert (lost.status, lost.amount, row.rank, row.fails) == ("found", None, 0, ("insured",))
    assert lost.witness is not None
    assert lost.witness.change.without.candidates == ("a",)

    plain["gates"] = {"insured": {"passes": {"a": "no", "b": "yes"}}}
    (back,) = told(with_scenarios(plain, late={"gates": {"insured": {"a": "yes"}}}), "each")
    assert (back.status, standings(back)["a"][0], back.witness) == ("found", 1, None)


def test_where_everybody_is_screened_out_it_is_found_that_nobody_is_left() -> None:
    plain = pair() | {"gates": {"insured": {"passes": {"a": "yes", "b": "yes"}}}}
    late = {"gates": {"insured": {"a": "no", "b": "no"}}, "chance": "10%"}

    findings = told(with_scenarios(plain, late=late))

    assert [(one.variant, one.status, one.amount, one.witness) for one in findings] == [("each", "found", None, None)]


def test_percents_of_one_group_leave_the_shares_of_the_others_where_the_weights_stand_elsewhere() -> None:
    """In the order support, speed, price the weights are 11/18, 5/18 and 2/18, so speed is 5/16 of quality."""
    plain = tree()
    for node in nodes(plain):
        node.pop("weight", None)
    plain["weights"] = {"order": ["support", "speed", "price"]}

    (finding,) = told(with_scenarios(plain, even={"weights": {"price": "50%", "quality": "50%"}}), "each")

    assert finding.witness is not None
    assert dict(finding.witness.change.weights) == {
        "price": Fraction(1, 2),
        "speed": Fraction(5, 32),
        "support": Fraction(11, 32),
    }


def test_a_blank_cell_names_nothing_and_unknown_is_the_whole_scale() -> None:
    (blank,) = told(with_scenarios(pair(), odd={"performance": {"a": {"price": None}}}), "each")
    (unknown,) = told(with_scenarios(pair(), odd={"performance": {"a": {"price": "unknown"}}}), "each")

    assert standings(blank)["a"] == (1, Fraction(65))
    assert standings(unknown)["a"] == (2, Fraction("42.5"))


def test_without_scenarios_nothing_is_told() -> None:
    assert told(pair()) == []
    assert the(Case(ranked(with_scenarios(pair(), same={}))), NAME, "each", "same").status == "holds"
