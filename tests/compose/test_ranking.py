"""What is said of a ranking: who is first, how sure that is, and what is still open."""

from fractions import Fraction

from hypothesis import given, settings

from decide.compose.ranking import doubt, headline, middles, open_questions, ranking_page, score_bars, subtitle
from decide.model.page import Bars, Text
from decide.model.ranking import Ranking
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions

few = settings(max_examples=60)

EVERYTHING = ranking(DECISIONS["everything"])


def alike(*names: str) -> Ranking:
    """Return a ranking of candidates that all have 80 points but the last, which has 60."""
    criteria = {"price": {"range": {"worst": "100", "best": "0"}, "weight": "1"}}
    cells = {name: {"price": "40" if name == names[-1] else "20"} for name in names}
    return ranked({"decide": "1", "title": "t", "candidates": list(names), "criteria": criteria, "performance": cells})


def test_the_headline_says_who_leads_whom_by_how_much() -> None:
    assert headline(ranked(pair())) == "a is 2.5 points ahead of b."


def test_all_who_share_the_second_place_are_named() -> None:
    plain = pair()
    plain["candidates"] = ["a", "b", "c"]
    plain["performance"]["c"] = plain["performance"]["b"]

    assert headline(ranked(plain)) == "a is 2.5 points ahead of b and c."


def test_a_tie_names_all_and_breaks_nothing() -> None:
    assert (
        headline(alike("a", "b", "z"))
        == "a and b tie exactly for first with 80.0 points each; nothing here breaks the tie."
    )
    assert headline(alike("a", "b", "c", "z")).startswith("a, b and c exactly tie for first with 80.0 points each")


def test_who_is_alone_leads_nobody() -> None:
    plain = pair()
    plain["candidates"] = ["a"]
    del plain["performance"]["b"]

    assert headline(ranked(plain)) == "a is the only candidate left; it scores 65.0 of 100."


def test_the_subtitle_counts_and_dates() -> None:
    assert subtitle(EVERYTHING) == "as of 2025-02-13 · 5 ranked, 3 screened out"
    assert subtitle(ranked(pair())) == "2 ranked"


def test_a_ranking_without_ranges_leaves_nothing_to_say_of_doubt() -> None:
    assert doubt(ranked(pair())) == ""


def test_doubt_says_what_worst_and_best_cells_do_to_the_first_place() -> None:
    plain = pair()
    plain["performance"]["b"]["speed"] = "0..7"
    assert doubt(ranked(plain)).endswith("a has at least 65.0, no other more than 62.5.")

    plain["performance"]["b"]["speed"] = "0..9"
    told = "Not proven: if every open point went against a (65.0) and for b (67.5), b would be ahead."
    assert doubt(ranked(plain)) == told


@few
@given(decisions())
def test_doubt_is_cast_exactly_where_somebody_can_reach_the_first(plain: Plain) -> None:
    found = ranked(plain)
    if not found.ranked:
        return

    told = doubt(found)

    first, rivals = found.ranked[0], found.ranked[1:]
    is_open = any(entry.score.low < entry.score.high for entry in found.ranked)
    assert bool(told) == bool(rivals and found.lead and is_open)
    if told:
        reached = max(entry.score.high for entry in rivals) >= first.score.low
        assert told.startswith("Not proven") == reached


def test_open_questions_name_the_gate_or_limit_and_whom_it_may_screen_out() -> None:
    longest = next(one.name for one in EVERYTHING.decision.candidates if one.id == "longest")

    assert list(open_questions(EVERYTHING)) == [
        "It is not known whether ترجمة السحاب passes the gate “Signs our agreement on confidentiality”; it was kept.",
        "The range of ترجمة السحاب reaches beyond the limit on Errors; its best guess, or its middle, meets it.",
        f"The range of {longest} reaches beyond the limit on the score; its best guess, or its middle, meets it.",
    ]


def test_the_mark_is_explained_by_the_cells_behind_it() -> None:
    plain = pair()
    plain["performance"]["b"]["speed"] = "unknown"

    assert middles(ranked(plain)) == "* counts the middle where no best guess is stated: b (speed)."
    assert middles(ranked(pair())) == ""


@few
@given(decisions())
def test_a_figure_has_the_mark_exactly_where_its_score_rests_on_a_middle(plain: Plain) -> None:
    found = ranked(plain)
    if not found.ranked:
        return

    bars = score_bars(found).bars

    resting = [entry.candidate.name for entry in found.ranked if entry.score.middle]
    assert [bar.label for bar in bars if bar.figure.endswith("*")] == resting
    told = resting if len(resting) <= 3 else [f"{len(resting)} candidates"]
    assert all(name in middles(found) for name in told)
    assert bool(middles(found)) == bool(resting)


@few
@given(decisions())
def test_the_parts_of_a_bar_add_up_exactly_to_the_score_and_are_few(plain: Plain) -> None:
    found = ranked(plain)
    if not found.ranked:
        return

    for entry, bar in zip(found.ranked, score_bars(found).bars, strict=False):
        assert sum((part.amount for part in bar.parts), Fraction(0)) == bar.amount == entry.score.point
        assert 1 <= len(bar.parts) <= 7


@few
@given(decisions())
def test_every_candidate_has_one_bar_and_the_screened_out_stand_last(plain: Plain) -> None:
    found = ranked(plain)
    if not found.ranked:
        return

    (bars,) = [block for block in ranking_page(found, (), "x").sections[0].blocks if isinstance(block, Bars)]

    assert [bar.label for bar in bars.bars] == [entry.candidate.name for entry in (*found.ranked, *found.excluded)]
    assert [bar.amount is None for bar in bars.bars] == sorted(bar.amount is None for bar in bars.bars)


def test_what_is_said_are_sentences() -> None:
    texts = [block.text for block in ranking_page(EVERYTHING, (), "x").sections[0].blocks if isinstance(block, Text)]

    assert len(texts) == 5
    assert all(text.endswith(".") and "  " not in text for text in texts)
