"""Who disagrees stands on page one, as far as there is room, and word for word under Disagreement."""

from decide.compose.dissent import MOST_WORDS, beginning, dissent_in_full, dissent_in_short
from decide.model.page import Text
from tests.plain import read
from tests.samples import pair

LONG = "It is wrong. " + "I said so more than once, and in writing. " * 5


def test_a_short_voice_is_told_whole_and_nothing_else() -> None:
    decision = read(pair() | {"dissent": [{"by": "lin", "says": "It is wrong. All of it."}]})

    assert list(dissent_in_short(decision)) == [Text("Dissent (lin): It is wrong. All of it.", "warning")]
    assert list(dissent_in_full(decision)) == []


def test_of_a_long_voice_whole_sentences_are_told_and_all_of_it_further_down() -> None:
    decision = read(pair() | {"dissent": [{"says": LONG.strip()}, {"by": "x", "says": "No."}]})

    (begun,) = dissent_in_short(decision)

    assert begun == Text(f"Dissent: It is wrong.{' I said so more than once, and in writing.' * 3}", "warning")
    assert [text.text for text in dissent_in_full(decision)] == [f"Dissent: {LONG.strip()}", "Dissent (x): No."]


def test_a_sentence_is_never_cut() -> None:
    endless = "word " * (MOST_WORDS + 5) + "end."

    assert beginning(endless) == endless
