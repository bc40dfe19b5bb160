"""Law 43: an unknown field is an error, for every field name that one slip of the fingers makes of a known one."""

import pytest

from decide.model import fields
from decide.model.kinds import Shape
from tests.load.reading import problems
from tests.load.valid import WHOLE

SHAPES = {value.name: value for value in vars(fields).values() if isinstance(value, Shape)}
BEFORE = {
    "candidate": ("offer: ERNIE", ", "),
    "cell": ("low: 1, high: 2", ", "),
    "choice": ("date: 2025-02-11", ", "),
    "condition": ("for: alibaba", ", "),
    "criterion": ("unit: Arena", ", "),
    "decision": ("question: Which", "\n"),
    "dissent": ("says: Too", ", "),
    "evidence": ("quote: vast", "\n    "),
    "gate": ("if_unknown: keep", "\n    "),
    "range": ("worst: 1180", ", "),
    "review": ("date: 2025-08-13", ", "),
    "roles": ("author: Mei", ", "),
    "scenario": ("chance: 20%", "\n    "),
    "source": ("publisher: The", ", "),
    "stakeholder": ("share: 1, weights", ", "),
    "verdict": ("because: not asked", ", "),
    "waiver": ("because: no other", ", "),
    "weight": ("is: 10, low", ", "),
}
"""For each shape a place in the text where it occurs, and what parts two of its keys there."""

KEYS = [(shape.name, field.key) for shape in SHAPES.values() for field in shape.fields]


def written(shape: str, key: str) -> str:
    """Return the whole decision with one more key in a mapping of that shape."""
    anchor, between = BEFORE[shape]
    assert WHOLE.count(anchor) == 1
    return WHOLE.replace(anchor, f"{key}: x{between}{anchor}")


def known(shape: str) -> set[str]:
    """Return the keys of a shape; a decision also has its version."""
    return {field.key for field in SHAPES[shape].fields} | ({"decide"} if shape == "decision" else set())


def test_every_shape_of_the_format_is_tried() -> None:
    assert set(BEFORE) == set(SHAPES)


def test_the_text_without_a_slip_has_no_fault() -> None:
    assert problems(WHOLE) == ()


@pytest.mark.parametrize(("shape", "key"), KEYS)
def test_a_key_with_a_letter_too_few_is_told_with_the_key_that_was_meant(shape: str, key: str) -> None:
    slips = {key[:at] + key[at + 1 :] for at in range(len(key))} - known(shape) - {""}

    for slip in slips:
        (problem,) = problems(written(shape, slip))

        assert (problem.code, problem.place.width) == ("unknown-key", len(slip))
        assert problem.message == f"{shape} has no key “{slip}”"
        assert problem.hint == f"did you mean  {key}  ?"


@pytest.mark.parametrize(("shape", "key"), KEYS)
def test_a_key_with_a_wrong_letter_or_one_too_many_is_told(shape: str, key: str) -> None:
    wrong = {key[:at] + "q" + key[at + 1 :] for at in range(len(key))}
    more = {key[:at] + "q" + key[at:] for at in range(len(key) + 1)}

    for slip in (wrong | more | {key.upper(), f"{key}s"}) - known(shape):
        (problem,) = problems(written(shape, slip))

        assert (problem.code, problem.place.width) == ("unknown-key", len(slip))
        assert problem.hint


@pytest.mark.parametrize("shape", SHAPES)
def test_a_key_of_ones_own_is_kept_in_every_shape(shape: str) -> None:
    assert problems(written(shape, "x-own")) == ()


@pytest.mark.parametrize(("key", "meant"), [("ordr", "order"), ("fromula", "formula")])
def test_a_misspelt_key_of_weights_in_an_order_is_told(key: str, meant: str) -> None:
    text = WHOLE.replace("formula: rank-sum", f"formula: rank-sum, {key}: x")

    (problem,) = problems(text)

    assert (problem.code, problem.hint) == ("unknown-key", f"did you mean  {meant}  ?")


def test_a_key_that_a_misspelt_one_stands_for_is_not_called_missing() -> None:
    text = WHOLE.replace("worst: 1180", "wrost: 1180").replace("until: 2025-04-30", "untl: 2025-04-30")

    assert [problem.hint for problem in problems(text)] == ["did you mean  worst  ?", "did you mean  until  ?"]
