"""One spelling for every name: ids."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.load.ids import closest, nearest, slug, unfit


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ease of use", "ease-of-use"),
        ("ease-of-use", "ease-of-use"),
        ("  R&D (Berlin) ", "r-d-berlin"),
        ("AI/ML__stack", "ai-ml-stack"),
        ("Café", "café"),
        ("Cafe\u0301", "café"),
        ("ÄÖÜ", "äöü"),
        ("百度", "百度"),
        ("بولت", "بولت"),
        ("Room #2", "room-2"),
        ("4.10", "4-10"),
        ("3rd party", "3rd-party"),
        ("!!!", ""),
        ("-price", "price"),
    ],
)
def test_a_name_has_one_id(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=60))
def test_the_id_of_an_id_is_itself(name: str) -> None:
    assert slug(slug(name)) == slug(name)


@given(st.text(max_size=60))
def test_spellings_of_one_name_have_one_id(name: str) -> None:
    assert slug(unicodedata.normalize("NFD", name)) == slug(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize("identifier", ["2024", "4-10", "", "1e5", "-1e5"])
def test_what_reads_as_a_number_or_holds_no_letter_is_no_id(identifier: str) -> None:
    assert unfit(identifier)


@pytest.mark.parametrize("identifier", ["v2024", "price", "3rd-party", "e5", "百度", "1e5-model"])
def test_what_holds_a_letter_and_is_no_number_is_an_id(identifier: str) -> None:
    assert unfit(identifier) == ""


@pytest.mark.parametrize(
    ("word", "expected"), [("azur", "azure"), ("AZURE", "azure"), ("zzz", ""), ("", ""), ("azure" * 50, "")]
)
def test_the_closest_name_is_found_whatever_the_case(word: str, expected: str) -> None:
    assert closest(word, ["aws", "azure"]) == expected


def test_the_closest_name_is_told_as_it_was_typed() -> None:
    assert closest("7b", ["7B", "70B"]) == "7B"


def test_a_hint_names_the_closest_or_lists_the_few_that_there_are() -> None:
    assert nearest("azur", ["aws", "azure"]) == "did you mean  azure  ?"
    assert nearest("oracle", ["aws", "azure"]) == "known here: aws, azure"
    assert nearest("oracle", []) == ""
    assert nearest("oracle", [f"vendor-{number}" for number in range(25)]) == ""
