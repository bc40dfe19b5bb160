"""What is typed at a question stands in the decision as it was typed, or is refused with its reason."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.cli.answers import Refused, choices, named, needed_text, one_of, several, text_of_answer
from decide.compose.starter import Answers, starter
from decide.road.ranking import ranking
from tests.plain import read_text
from tests.strategies import answers as typed
from tests.strategies import unparted

T = TypeVar("T")
AWKWARD = (
    *("a: b", "Room #2", "#", "- x", "? x", "'q'", '"', "\\n", "{a: b}", "[a]", "*a", "&a", "!a", "%a", "@a", "|", ">"),
    *(
        "no",
        "~",
        "2025",
        "1e3",
        "---",
        "选哪个？",
        "👩\u200d👩\u200d👧 🏳️\u200d🌈 🫨",
        "ﻢﺮﺤﺑﺍ",
        "<b>&amp;</b>",
        "{title}",
        "$HOME",
    ),
    *("a\tb", "e\u0301", "a  b", "x" * 300, "年" * 300),
)
TAME = Answers("t", named(["a", "b"], set(), "candidate"), "", named(["c"], set(), "criterion"), "")


def accepted(take: Callable[[str], T], answer: str) -> T | None:
    """Return what the answer is taken for; None if it is refused, which it may be with a reason."""
    try:
        return take(answer)
    except Refused as refused:
        reason = str(refused)
    assert len(reason) > 10
    return None


@given(typed)
def test_any_title_survives(answer: str) -> None:
    title = accepted(needed_text, answer)

    if title is not None:
        assert (
            read_text(starter(Answers(title, TAME.candidates, "", TAME.criteria, ""))).title == title == answer.strip()
        )


@given(typed)
def test_any_decider_survives(answer: str) -> None:
    decider = accepted(text_of_answer, answer)

    if decider is not None:
        roles = read_text(starter(Answers("t", TAME.candidates, "", TAME.criteria, decider))).roles
        assert (roles.decider if roles else "") == decider == answer.strip()


@pytest.mark.parametrize("answer", AWKWARD)
def test_what_yaml_would_take_for_something_else_survives(answer: str) -> None:
    taken: set[str] = set()
    names = several(f"{answer}, other")
    made = Answers(needed_text(answer), named(names, taken, "candidate"), "", named(names, taken, "criterion"), answer)

    decision = read_text(starter(made))

    assert decision.roles is not None
    assert [decision.title, decision.roles.decider] == [answer, answer]
    assert [one.name for one in decision.candidates] == [one.name for one in decision.criteria] == [answer, "other"]


@given(st.lists(typed, min_size=2, max_size=6), st.lists(typed, min_size=1, max_size=6), st.integers(0, 5))
def test_any_names_survive_and_their_decision_ranks(ones: list[str], others: list[str], today: int) -> None:
    one_answer, other_answer = (", ".join(f'"{name}"' for name in names) for names in (ones, others))
    candidate_names = accepted(choices, one_answer)
    criterion_names = accepted(several, other_answer)
    if candidate_names is None or criterion_names is None:
        return
    taken: set[str] = set()
    candidates = named(candidate_names, taken, "candidate")
    criteria = named(criterion_names, taken, "criterion")
    baseline = candidates[today % len(candidates)]

    decision = read_text(starter(Answers("t", candidates, baseline.id, criteria, "")))

    assert [one.name for one in decision.candidates] == list(candidate_names)
    assert [one.id for one in decision.candidates if one.baseline] == [baseline.id]
    assert [one.name for one in decision.criteria] == list(criterion_names)
    assert {entry.score.point for entry in ranking(decision).ranked} == {50}


@given(unparted)
def test_commas_part_names_and_quotes_keep_them_together(texts: list[str]) -> None:
    bare = accepted(several, ",".join(texts))
    kept = accepted(several, f'"{",".join(texts)}"')

    assert bare is None or list(bare) == [text for text in texts if text]
    assert kept is None or list(kept) == [",".join(texts)]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("a, b，c、d", ("a", "b", "c", "d")),
        ('"Acme, Inc.", Globex', ("Acme, Inc.", "Globex")),
        ('5" screen, 6" screen', ('5" screen', '6" screen')),
        ('"Acme" Inc, b', ('"Acme" Inc', "b")),
        ('"open, b', ('"open', "b")),
        (" a ,, b , ", ("a", "b")),
    ],
)
def test_names_are_read_as_a_person_means_them(answer: str, names: tuple[str, ...]) -> None:
    assert several(answer) == names


def test_different_names_of_one_spelling_get_different_ids() -> None:
    taken = {"price"}

    made = named(["C++", "C#", "2025", "🙂", "1e5", "Price", "0e"], taken, "candidate")

    assert [one.id for one in made] == [
        "c",
        "c-2",
        "candidate-2025",
        "candidate-4",
        "candidate-1e5",
        "price-2",
        "candidate-0e",
    ]


def test_the_status_quo_is_recognised_in_any_spelling() -> None:
    names = ("Acme Air", "Globex")

    assert [one_of(answer, names) for answer in ("acme  air", " Globex ", "")] == ["Acme Air", "Globex", ""]
