"""Whatever is typed: the loader returns a decision or says what is wrong; it never raises, and never does neither."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from decide.load.decisions import load_text
from decide.model.canonical import canonical_text, decision_hash
from decide.model.place import Source
from decide.rank.ranking import rank
from tests.load.golden import told
from tests.load.valid import SMALL, WHOLE

WORDS = sorted(set(re.findall(r"[\w.%-]+", WHOLE)))
SIGNS = [
    *("{", "}", "[", "]", ":", ": ", ",", "- ", "\n", "\n  ", "#", " #", "&a", "*a", "!", "!!str", "|", ">", "'", '"'),
    *("\\", "%", "@", "`", "..", "?", "<<", "x-", "{}", "[]", "~", ">=", "+", "*", "(", "---\n", "...\n", "\t", "\r"),
    *("0", "-1", "1e9", "5%", "1..2", "unknown", "yes", "equal", "00009", "\u202e", "\x00", "é", "\u2028", "\u00a0"),
    *("\udcff", "\ufffe", "１", '"\\u0000"', '"\\x1b"', '"\\ud800"', "''", "decide: 1\n", "title: x\n"),
]
TYPED = st.sampled_from(SIGNS) | st.sampled_from(WORDS) | st.text(max_size=5)
EDITS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 40), TYPED), min_size=1, max_size=8)
NOISE = st.lists(st.sampled_from(SIGNS) | st.sampled_from(WORDS), max_size=60).map("".join)


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """Return the text with stretches of it replaced: at, how much, by what."""
    for at, length, typed in edits:
        place = at % (len(text) + 1)
        text = f"{text[:place]}{typed}{text[place + length :]}"
    return text


def survives(text: str) -> None:
    """Hold everything that is promised of every text."""
    decision, problems = load_text(Source("fuzz.yaml", text), "fuzz")

    errors = [problem for problem in problems if problem.severity == "error"]
    assert decision is not None or errors
    for problem in problems:
        line = problem.place.source.line(problem.place.line)
        assert 1 <= problem.place.column <= len(line) + 1
        assert 1 <= problem.place.width <= max(1, len(line) - problem.place.column + 2)
        assert f"{problem.message}{problem.hint}".isprintable()
        assert problem.hint
    assert told(problems).endswith("\n")
    if decision is not None:
        assert sum(rank(decision).weights, Fraction(0)) == 1
    if decision is not None and not errors:
        again, found = load_text(Source("again.yaml", canonical_text(decision)), "fuzz")
        assert again == decision, found
        assert decision_hash(again) == decision_hash(decision)


@given(EDITS)
def test_a_decision_with_slips_of_the_fingers_is_read_or_told(edits: list[tuple[int, int, str]]) -> None:
    survives(edited(SMALL, edits))


@given(EDITS)
def test_a_decision_with_every_section_and_slips_of_the_fingers_is_read_or_told(
    edits: list[tuple[int, int, str]],
) -> None:
    survives(edited(WHOLE, edits))


@given(NOISE)
def test_noise_is_told(text: str) -> None:
    survives(text)


@given(st.text(max_size=200))
def test_any_text_is_told(text: str) -> None:
    survives(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_told(content: bytes) -> None:
    survives(content.decode("utf-8", "surrogateescape"))


@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_decision_with_a_broken_byte_is_read_or_told(at: int, byte: int) -> None:
    content = bytearray(WHOLE.encode())
    content[at % len(content)] = byte

    survives(bytes(content).decode("utf-8", "surrogateescape"))
