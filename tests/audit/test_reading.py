"""The numbers of a decision as the checker reads them: what is no model is refused before anything is proved."""

import json
from pathlib import Path
from typing import Any

import pytest

from decide.compose.proof import proof_text
from tests.audit.proving import put
from tests.audit.test_running import GOOD, GOOD_DATA, answer


def judged(who: str, value: str) -> Any:
    return {"assessor": who, "candidate": "a", "criterion": "price", "value": value}


def voice(who: str, share: str) -> Any:
    return {"id": who, "share": share, "weights": {"price": "3/4", "speed": "1/4"}}


def scenario(name: Any, chance: Any) -> Any:
    return {"id": name, "chance": chance, "weights": {"price": "3/4", "speed": "1/4"}, "values": {}}


MODELS = {
    "no candidates": ("candidates", []),
    "a candidate twice": ("candidates", ["a", "a"]),
    "a candidate that is no text": ("candidates", ["a", 1]),
    "candidates that are no list": ("candidates", {"a": "b", "b": "a"}),
    "weights that sum to 2": ("weights", {"price": "1", "speed": "1"}),
    "a weight below 0": ("weights", {"price": "-1", "speed": "2"}),
    "a weight not in lowest terms": ("weights", {"price": "6/8", "speed": "1/4"}),
    "a weight as a decimal": ("weights", {"price": "0.75", "speed": "1/4"}),
    "a weight with a sign": ("weights", {"price": "+3/4", "speed": "1/4"}),
    "a weight over 0": ("weights", {"price": "3/0", "speed": "1/4"}),
    "digits of another script": ("weights", {"price": "٣/4", "speed": "1/4"}),
    "a number of 601 digits": ("efforts", {"price": "1", "speed": f"1/{10**600}"}),
    "a value above 100": ("values", {"a": {"price": "100", "speed": "101"}, "b": {"price": "60", "speed": "70"}}),
    "a missing weight": ("weights", {"price": "1"}),
    "an effort below 0": ("efforts", {"price": "1", "speed": "-1"}),
    "no tree": ("tree", []),
    "a node below itself": ("tree", [{"id": "price", "parent": "price"}, {"id": "speed", "parent": ""}]),
    "a node below a later one": ("tree", [{"id": "price", "parent": "speed"}, {"id": "speed", "parent": ""}]),
    "a node twice": ("tree", [{"id": "price", "parent": ""}] * 2),
    "nodes below each other": ("tree", [{"id": one, "parent": above} for one, above in ("kl", "lm", "ml")]),
    "a node once more": ("tree", [*GOOD_DATA["model"]["tree"], GOOD_DATA["model"]["tree"][0]]),
    "a node without a name": ("tree", [{"id": "", "parent": ""}]),
    "a row twice": ("rows", [{"name": "r", "sign": ">=", "coefficients": {}}] * 2),
    "a row without a name": ("rows", [{"name": None, "sign": ">=", "coefficients": {}}]),
    "a row the other way": ("rows", [{"name": "r", "sign": "<=", "coefficients": {}}]),
    "a row on what is no leaf": ("rows", [{"name": "r", "sign": ">=", "coefficients": {"a": "1"}}]),
    "a preference that is no row": ("preferences", ["r"]),
    "levels of what is no leaf": ("levels", {"a": {"values": ["0", "100"], "placed": []}}),
    "levels as numbers": ("levels", {"price": {"values": [0, 100], "placed": []}}),
    "evidence without an origin": ("evidence", [{"id": "e"}]),
    "a cell that cites nothing": ("cited", [{"candidate": "a", "criterion": "price", "evidence": []}]),
    "an open cell without a range": (
        "open",
        [{"candidate": "a", "criterion": "price", "kind": "even", "levels": [], "evidence": []}],
    ),
    "an open cell of another form": ("open", [{"candidate": "a", "criterion": "price"}]),
    "a cell of nobody": ("cited", [{"candidate": "c", "criterion": "price", "evidence": ["e"]}]),
    "a cell twice": ("cited", [{"candidate": "a", "criterion": "price", "evidence": ["e"]}] * 2),
    "a cell on what is unknown": ("cited", [{"candidate": "a", "criterion": "price", "evidence": ["f"]}]),
    "a mixture of what are no weights": ("mixed", {"ana": {"price": "1", "speed": "1"}}),
    "a range beside its point": ("ranges", {"a": {"price": {"low": "81", "high": "90"}}, "b": {}}),
    "a range below its point": ("ranges", {"a": {"price": {"low": "70", "high": "79"}}, "b": {}}),
    "a range that is a point": ("ranges", {"a": {"price": {"low": "80", "high": "80"}}, "b": {}}),
    "a range beyond the scale": ("ranges", {"a": {"price": {"low": "80", "high": "101"}}, "b": {}}),
    "a range of what is no leaf": ("ranges", {"a": {"k": {"low": "80", "high": "90"}}, "b": {}}),
    "ranges of some": ("ranges", {"a": {}}),
    "a judgement of which the value is not the mean": ("judged", [judged("mei", "79")]),
    "a judgement made twice": ("judged", [judged("mei", "80"), judged("mei", "80")]),
    "a judgement of nobody": ("judged", [judged("mei", "80") | {"candidate": "c"}]),
    "a judgement that is no number": ("judged", [judged("mei", "eighty")]),
    "stakeholders whose shares sum to 2": ("stakeholders", [voice("ana", "1"), voice("bo", "1")]),
    "a stakeholder twice": ("stakeholders", [voice("ana", "1/2"), voice("ana", "1/2")]),
    "a stakeholder twice with one share": ("stakeholders", [voice("ana", "1"), voice("ana", "1")]),
    "a stakeholder without a share": ("stakeholders", [voice("ana", "1"), voice("bo", "0")]),
    "a share below 0": ("stakeholders", [voice("ana", "3/2"), voice("bo", "-1/2")]),
    "weights that are a mean of nobody": ("averaged", "yes"),
    "weights that may be a mean": ("averaged", "perhaps"),
    "a scenario twice": ("scenarios", [scenario("dear", None)] * 2),
    "a scenario without a name": ("scenarios", [scenario(None, None)]),
    "chances beyond 1": ("scenarios", [scenario("dear", "2/3"), scenario("slow", "1/2")]),
    "a chance below 0": ("scenarios", [scenario("dear", "-1/3"), scenario("slow", "1/2")]),
}


@pytest.mark.parametrize("name", MODELS)
def test_a_model_that_is_none_is_refused(tmp_path: Path, capsys: Any, name: str) -> None:
    key, fresh = MODELS[name]
    code = answer(tmp_path, proof_text(put(json.loads(GOOD), ("model", key), lambda _: fresh)))

    assert (code, capsys.readouterr().out) == (2, "")


def test_what_people_and_scenarios_add_is_read_where_it_is_right(tmp_path: Path) -> None:
    """Values between their ends or at one, means of what was judged, shares that sum to 1, chances up to 1."""
    right: Any = {
        "ranges": {"a": {"price": {"low": "80", "high": "90"}}, "b": {"speed": {"low": "0", "high": "70"}}},
        "judged": [judged("mei", "70"), judged("lin", "90")],
        "stakeholders": [voice("ana", "1/3"), voice("bo", "2/3")],
        "averaged": "yes",
        "scenarios": [scenario("dear", "2/3"), scenario("slow", "1/3")],
    }
    told = GOOD_DATA | {"model": GOOD_DATA["model"] | right, "analyses": [], "findings": []}
    off = put(put(told, ("model", "stakeholders", 0, "weights"), lambda _: {"price": "1", "speed": "0"}), (), dict)

    assert answer(tmp_path, proof_text(told)) == 0
    assert answer(tmp_path, proof_text(off)) == 2


def test_numbers_of_600_digits_are_read(tmp_path: Path) -> None:
    small = f"1/{10**599}"
    plain = put(json.loads(GOOD), ("model", "mixed"), lambda _: {})
    efforts = put(plain, ("model", "efforts"), lambda now: now | {"price": small})

    assert answer(tmp_path, proof_text(efforts)) == 1


def test_a_criterion_without_a_name_is_refused(tmp_path: Path) -> None:
    empty: Any = {"rows": [], "preferences": [], "mixed": {}, "levels": {}, "evidence": [], "cited": []}
    one = {"candidates": ["a"], "values": {"a": {"": "1"}}, "weights": {"": "1"}, "efforts": {"": "1"}}
    model = empty | one | {"tree": [{"id": "", "parent": ""}]}

    assert answer(tmp_path, proof_text(GOOD_DATA | {"model": model, "analyses": [], "findings": []})) == 2
