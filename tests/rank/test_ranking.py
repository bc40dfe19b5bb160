"""Scores, ranks and ties against numbers reckoned by hand, and everything against the oracle."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from decide.rank.ranking import rank
from tests import oracle_rank
from tests.plain import Plain, answer, answer_of, points, ranked, read_text, with_cells, with_twin, yaml_text
from tests.samples import CRM, pair, tree
from tests.strategies import decisions, whole_decisions


@given(decisions())
def test_the_oracle_agrees_on_weights_values_scores_hurdles_and_ranks(plain: Plain) -> None:
    assert oracle_rank.answer(yaml_text(plain)) == answer(plain)


@settings(max_examples=100)
@given(whole_decisions())
def test_sections_that_say_nothing_of_the_ranking_do_not_touch_it(plain: Plain) -> None:
    kept = ("decide", "title", "criteria", "candidates", "performance", "assessments", "weights", "stakeholders")
    bare = {key: plain[key] for key in (*kept, "gates", "limit") if key in plain}

    assert oracle_rank.answer(yaml_text(bare)) == answer(plain)


def test_the_example_of_the_format_gives_the_numbers_that_stand_there() -> None:
    # Acme 0.4 * 55 + 35 + 25, Spreadsheets 40 + 0 + 25, HubSpot 0.4 * 10 + 35 + 25, Pipedrive 0.4 * 65 + 17.5 + 12.5
    expected = [
        ("acme-crm", 1, Fraction(82), Fraction(82), Fraction(82)),
        ("spreadsheets-as-today", 2, Fraction(65), Fraction(65), Fraction(65)),
        ("hubspot", 3, Fraction(64), Fraction(64), Fraction(64)),
        ("pipedrive", 4, Fraction("41.5"), Fraction(56), Fraction("70.5")),
    ]

    ranking = rank(read_text(CRM))

    assert expected == [
        (entry.candidate.id, entry.rank, entry.score.low, entry.score.point, entry.score.high)
        for entry in ranking.ranked
    ]
    assert Fraction(17) == ranking.lead


def test_the_oracle_reads_the_example_of_the_format_alike() -> None:
    assert oracle_rank.answer(CRM) == answer_of(rank(read_text(CRM)))


def test_ties_are_told_in_the_order_of_the_file_and_the_next_rank_counts_them() -> None:
    plain = with_twin(with_twin(pair(), "b", "d"), "b", "c")

    assert [(entry.candidate.id, entry.rank, entry.tied) for entry in ranked(plain).ranked] == [
        ("a", 1, False),
        ("b", 2, True),
        ("d", 2, True),
        ("c", 2, True),
    ]


def test_scores_that_differ_in_the_thirtieth_digit_do_not_tie() -> None:
    # 1e-29 of speed is worth 1e-28 points, a quarter of it counts
    plain = with_cells(with_twin(pair(), "a", "c"), "c", {"speed": "2.00000000000000000000000000001"})

    assert Fraction(10) ** -28 / 4 == ranked(plain).lead
    assert [entry.candidate.id for entry in ranked(plain).ranked] == ["c", "a", "b"]


def test_a_score_rests_on_a_middle_only_where_the_cell_weighs() -> None:
    plain = with_cells(pair(), "b", {"speed": "6..8"})
    silent = with_cells(pair(), "b", {"speed": "6..8"})
    silent["criteria"]["speed"]["weight"] = "0"

    assert [
        tuple(entry.score.middle for entry in sorted(ranked(each).ranked, key=lambda entry: entry.candidate.id))
        for each in (plain, silent)
    ] == [(False, True), (False, False)]


def test_an_unknown_cell_counts_fifty_and_opens_the_score_by_its_weight() -> None:
    plain = with_cells(pair(), "b", {"speed": "unknown"})

    # 3/4 * 60 = 45, and a quarter of 0, 50 or 100
    assert (Fraction(45), Fraction("57.5"), Fraction(70)) == answer(plain).scores["b"]


def test_a_cell_outranks_what_assessors_say_and_a_blank_one_does_not() -> None:
    judged = {"mei": {"b": {"speed": "1"}}, "lin": {"b": {"speed": {"is": "4", "low": "2", "high": "9"}}}}
    stated = pair() | {"assessments": judged}
    blank = with_cells(stated, "b", {"speed": None})

    # speed 70 as stated; else (10 + 40) / 2 = 25 from 10 to 90
    assert (Fraction(70),) * 3 == answer(stated).values["b"]["speed"]
    assert (Fraction(10), Fraction(25), Fraction(90)) == answer(blank).values["b"]["speed"]


def test_assessors_who_do_not_know_leave_it_to_those_who_do() -> None:
    judged = {"mei": {"b": {"speed": "unknown"}}, "lin": {"b": {"speed": "4"}}, "ana": {"b": {"speed": None}}}
    plain = with_cells(pair(), "b", {"speed": None}) | {"assessments": judged}

    assert (Fraction(40),) * 3 == answer(plain).values["b"]["speed"]


def test_one_assessor_without_a_best_guess_makes_the_mean_a_middle() -> None:
    points = {"mei": {"b": {"speed": "1"}}, "lin": {"b": {"speed": "4"}}}
    ranges = points | {"lin": {"b": {"speed": "2..6"}}}

    rankings = [ranked(with_cells(pair(), "b", {"speed": None}) | {"assessments": sheet}) for sheet in (points, ranges)]

    assert [entry.score.middle for ranking in rankings for entry in ranking.ranked] == [False, False, False, True]


def test_an_unknown_that_is_stated_is_not_filled_by_assessors() -> None:
    judged = {"assessments": {"mei": {"b": {"speed": "4"}}}}

    assert answer(with_cells(pair(), "b", {"speed": "unknown"}) | judged).values["b"]["speed"] == oracle_rank.UNKNOWN


def test_the_screened_out_keep_their_score_and_hold_no_rank() -> None:
    plain = pair() | {"limit": "63"}

    ranking = ranked(plain)

    assert (
        [(entry.candidate.id, entry.rank) for entry in ranking.excluded],
        [(entry.candidate.id, entry.rank) for entry in ranking.ranked],
    ) == ([("b", 0)], [("a", 1)])
    assert Fraction("62.5") == ranking.excluded[0].score.point


@pytest.mark.parametrize("draws", [pair(), tree()])
def test_weights_sum_to_one(draws: Plain) -> None:
    assert sum(answer(draws).weights.values()) == 1


def test_the_tree_is_reckoned_as_by_hand() -> None:
    assert {"a": Fraction("57.5"), "b": Fraction(57)} == points(answer(tree()))
