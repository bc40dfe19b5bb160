"""Where the lines of a text may break, and that no text takes long to look at."""

from time import process_time

import pytest
from hypothesis import given

from decide.render.lines import breaking, pieces, steps
from tests.strategies import texts


@given(texts)
def test_a_text_is_the_sum_of_its_pieces_and_each_piece_of_its_steps(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text
    assert "".join(steps(text)) == text


def test_a_date_is_one_piece_and_the_words_around_it_are_others() -> None:
    told = pieces("filed on 2023-08-31, not in 2023-09 or 2024")

    assert told == (
        ("filed on ", False),
        ("2023-08-31", True),
        (", not in ", False),
        ("2023-09", True),
        (" or 2024", False),
    )


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("25.0–50.0", "whole"),
        ("2025-02-13", "whole"),
        ("cost-ernie-old", ""),
        ("Acme", ""),
        ("Rindfleischetikettierungsüberwachung", "anywhere"),
        ("Rindfleisch-Etikettierungs-Überwachung", ""),
    ],
)
def test_short_ranges_stay_whole_and_endless_words_break_anywhere(text: str, way: str) -> None:
    assert breaking(text) == way


def test_a_place_may_break_after_its_folders_and_nothing_else_does() -> None:
    assert steps("performance/acme.yaml:12") == ("performance/", "acme.yaml:12")
    assert steps("either/or") == ("either/or",)
    assert steps("191166666666667/2500000000000") == ("191166666666667/2500000000000",)


@pytest.mark.parametrize("text", ["/." * 25_000, "2025-" * 10_000, "a" * 50_000, "-" * 50_000])
def test_no_text_takes_long(text: str) -> None:
    start = process_time()

    breaking(text)
    pieces(text)
    steps(text)

    assert process_time() - start < 1
