"""Why one is ahead of another: gaps that add up, as reckoned and as printed, and the fewest reasons that decide."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from decide.compose.why import Comparison, comparison, gap_table, printed_gaps, why_page, why_sentences
from decide.model.ranking import Ranking
from decide.road.ranking import ranking
from tests.cli.door import DECISIONS
from tests.plain import Plain, ranked
from tests.samples import pair
from tests.strategies import decisions, picks

few = settings(max_examples=60)


def compared(plain: Plain, pick: int) -> tuple[Ranking, Comparison]:
    """Return two different candidates of a decision against each other, screened out or not."""
    found = ranked(plain)
    entries = (*found.ranked, *found.excluded)
    assume(len(entries) > 1)
    one, other = list(combinations(entries, 2))[pick % (len(entries) * (len(entries) - 1) // 2)]
    return found, comparison(found, one, other)


def amount(printed: str) -> Fraction:
    return Fraction(printed.replace("−", "-").removeprefix("+"))


@few
@given(decisions(), picks)
def test_the_one_ahead_has_the_higher_score_and_gaps_sum_to_the_difference(plain: Plain, pick: int) -> None:
    _, found = compared(plain, pick)

    assert found.ahead.score.point - found.behind.score.point == found.difference >= 0
    assert sum((gap for _, _, gap in found.gaps), Fraction(0)) == found.difference


@few
@given(decisions(), picks)
def test_the_reasons_are_the_fewest_advantages_that_outweigh_all_disadvantages(plain: Plain, pick: int) -> None:
    _, found = compared(plain, pick)
    gaps = {leaf.id: gap for leaf, _, gap in found.gaps}
    against = sum((gap for gap in gaps.values() if gap < 0), Fraction(0))
    helping = [gap for gap in gaps.values() if gap > 0]

    enough = [
        many for many in range(len(helping) + 1) if any(sum(few) + against > 0 for few in combinations(helping, many))
    ]

    assert len(found.reasons) == (enough[0] if found.difference else 0)
    assert not found.reasons or sum(gaps[leaf.id] for leaf in found.reasons) + against > 0


@few
@given(decisions(), picks)
def test_what_is_printed_adds_up_and_is_the_number_below_or_above(plain: Plain, pick: int) -> None:
    found_ranking, found = compared(plain, pick)
    table = gap_table(found_ranking, found)

    printed = [amount(str(row[-1])) for row in table.rows]
    decimals = len(str(table.total[-1]).partition(".")[2])

    assert sum(printed, Fraction(0)) == amount(table.total[-1])
    exact = sorted((gap for _, _, gap in found.gaps), reverse=True)
    assert all(abs(one - other) <= Fraction(1, 10**decimals) for one, other in zip(printed, exact, strict=True))


@few
@given(decisions(), st.integers(0, 5), picks)
def test_the_order_in_which_two_are_named_matters_only_in_a_tie(plain: Plain, place: int, pick: int) -> None:
    found, forth = compared(plain, pick + place)

    back = comparison(found, forth.behind, forth.ahead)

    assert back == forth if forth.difference else back.difference == 0


@few
@given(decisions(), picks)
def test_every_comparison_can_be_told_in_sentences(plain: Plain, pick: int) -> None:
    found_ranking, found = compared(plain, pick)

    sentences = [block.text for block in why_page(found_ranking, found).sections[0].blocks if hasattr(block, "text")]

    assert all(sentence.endswith((".", "points")) for sentence in sentences)
    assert len(why_sentences(found)) == (2 if found.difference else bool([gap for _, _, gap in found.gaps if gap]))


def test_it_is_told_as_a_person_would() -> None:
    found = ranked(pair())
    one, other = found.ranked

    page = why_page(found, comparison(found, other, one))

    assert page.title == "Why a over b"
    assert [block.text for block in page.sections[0].blocks if hasattr(block, "text")] == [
        "a is 2.5 points ahead of b (65.0 against 62.5; ranks 1 and 2).",
        "This alone decides: price (+15.0).",
        "What speaks for b: speed (−12.5).",
    ]


def test_without_a_disadvantage_it_says_that_nothing_speaks_for_the_other() -> None:
    plain = pair()
    plain["performance"]["b"]["speed"] = "1"
    found = ranked(plain)

    told = why_sentences(comparison(found, *found.ranked))

    assert told == (
        "This alone would be enough: price (+15.0). Without its other advantages a would still lead.",
        "Nothing speaks for b: it is nowhere better.",
    )


@pytest.mark.parametrize(
    ("candidate", "told"), [("rush", "Rush 2 Go is screened out"), ("muddle", "Muddle is screened out")]
)
def test_the_screened_out_can_be_compared_and_it_says_what_they_are(candidate: str, told: str) -> None:
    found = ranking(DECISIONS["everything"])
    entries = {entry.candidate.id: entry for entry in (*found.ranked, *found.excluded)}

    page = why_page(found, comparison(found, entries["huayi"], entries[candidate]))

    lead = page.sections[0].blocks[0]
    assert told in getattr(lead, "text", "")
    assert printed_gaps(comparison(found, entries["huayi"], entries[candidate]))


def test_what_counts_as_its_middle_is_told_of_the_two_and_of_nobody_else() -> None:
    plain = pair()
    plain["performance"]["b"]["price"] = "unknown"
    plain["candidates"].append("c")
    plain["performance"]["c"] = {"price": "unknown", "speed": "unknown"}
    found = ranked(plain)
    entries = {entry.candidate.id: entry for entry in found.ranked}

    known, unknown = (
        [getattr(block, "text", "") for block in why_page(found, comparison(found, *two)).sections[0].blocks]
        for two in ((entries["a"], entries["a"]), (entries["a"], entries["b"]))
    )

    assert not any("*" in text for text in known)
    assert "* counts the middle where no best guess is stated: b (price)." in unknown
    assert sum("*" in text for text in unknown) == 2
