"""Probabilities and worths that are not so, told consistently: they are refused, each by the finding that is false."""

import json
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import islice, product
from typing import Any

import pytest

from tests.audit.proving import CHANCES, accepted, changes, failures, key_of, proof_of, replaced
from tests.audit.tables import LIKELY
from tests.plain import ranked
from tests.samples import pair

BOTH = [CHANCES, "information"]
MILLIONTH = Fraction(1, 10**6)
ORDERED = "another order"
WALK, EXACT, MIXED = "ranges of weights", "a preference that holds exactly", "mixtures with a preference"


@cache
def text_of(name: str, draws: int = 300) -> str:
    return json.dumps(proof_of(ranked(LIKELY[name]), only=BOTH, draws=draws))


def proof(name: str, draws: int = 300) -> Any:
    return json.loads(text_of(name, draws))


def finding(data: Any, variant: str, *about: str) -> Any:
    return next(one for one in data["findings"] if (one["variant"], *one["about"]) == (variant, *about))


def told_of(data: Any) -> list[str]:
    return [text.partition(":")[0] for text in failures(data)]


def moved(holder: Any, key: str, by: Fraction) -> None:
    holder[key] = str(Fraction(holder[key]) + by)


@pytest.mark.parametrize("name", ["an order", "an order of equals", "any weights", "a preference", EXACT])
def test_a_share_of_weights_that_is_a_millionth_off_is_refused_with_bounds_that_fit(name: str) -> None:
    for variant, key in (("first", "share"), ("ranks", "ranks"), ("ahead", "share")):
        data = proof(name)
        one = next(
            one for one in data["findings"] if one["variant"] == variant and 0 < Fraction(one["amount"] or 0) < 1
        )
        shares = one["certificate"][key]
        for part in shares if isinstance(shares, list) else [shares]:
            for end in part:
                moved(part, end, MILLIONTH)
        moved(one, "amount", MILLIONTH)

        assert key_of(one) in told_of(data)


@pytest.mark.parametrize("name", LIKELY)
def test_a_share_that_did_not_come_up_so_often_is_refused(name: str) -> None:
    data = proof(name)
    one = finding(data, "together", "a")
    for holder, key in ((one["certificate"]["ranks"][0], "share"), (one, "amount")):
        moved(holder, key, Fraction(1, 300))

    assert told_of(data) == [key_of(one)]


@pytest.mark.parametrize("end", ["least", "most"])
def test_limits_that_are_too_narrow_are_refused(end: str) -> None:
    data = proof("an order")
    one = finding(data, "together", "a")
    share = one["certificate"]["ranks"][0]
    share[end] = str((99 * Fraction(share[end]) + Fraction(share["share"])) / 100)

    assert told_of(data) == [key_of(one)]


def test_counts_of_another_seed_told_under_the_hash_of_the_decision_are_refused() -> None:
    data = proof("an order")
    other = proof("an order", 301)
    wrong = [one for one in data["findings"] if one["variant"] == "together"]
    for one in wrong:
        one["certificate"]["drawn"]["seed"] = "chosen"
    for one in (one for one in other["findings"] if one["variant"] == "together"):
        one["certificate"]["drawn"]["draws"] = "300"

    assert told_of(data) == [key_of(one) for one in wrong]
    assert set(told_of(other)) == {key_of(one) for one in wrong}


def test_draws_of_two_seeds_in_one_proof_are_refused() -> None:
    data = proof("an order")
    finding(data, "together", "b")["certificate"]["drawn"]["seed"] = "chosen"

    assert told_of(data) == [f"{CHANCES} together b"]


def test_draws_from_other_weights_than_the_possible_ones_are_refused() -> None:
    """The rows of the model say how weights are drawn: with another order, or none, other counts come out."""
    for name, change in (("an order", lambda rows: rows[0]), ("a preference", lambda rows: None)):
        data = proof(name)
        row = change(data["model"]["rows"])
        if row is None:
            data["model"] |= {"rows": [], "preferences": []}
        else:
            row["coefficients"] = {leaf: str(-Fraction(part)) for leaf, part in row["coefficients"].items()}

        assert {f"{CHANCES} together {who}" for who in "ab"} <= set(told_of(data))


FRAMES: dict[str, Callable[[Any], Any]] = {
    "no frame": lambda frame: [],
    "one point fewer": lambda frame: frame[:-1],
    "one point twice": lambda frame: [*frame[:-1], frame[0]],
    "a point too many": lambda frame: [*frame, frame[0]],
    "a point that is not possible": lambda frame: [["0", "0", "1"], *frame[1:]],
    "a point below 0": lambda frame: [["-1", "1", "1"], *frame[1:]],
    "a point that sums to 2": lambda frame: [["1", "1", "0"], *frame[1:]],
    ORDERED: lambda frame: frame[::-1],
    "no list": lambda frame: "frame",
}


# from leaf to leaf a frame tells the start alone, its middle, which is the same in any order
@pytest.mark.parametrize(("name", "how"), [pair for pair in product((WALK, EXACT), FRAMES) if pair != (WALK, ORDERED)])
def test_walks_in_another_frame_are_refused(name: str, how: str) -> None:
    data = proof(name)
    together = [one for one in data["findings"] if one["variant"] == "together"]
    for one in together:
        one["certificate"]["drawn"]["frame"] = FRAMES[how](one["certificate"]["drawn"]["frame"])

    assert {key_of(one) for one in together} & set(told_of(data))


@pytest.mark.parametrize("between", ["leaves", "frame", "", "nobody"])
@pytest.mark.parametrize("name", [WALK, EXACT])
def test_walks_that_moved_otherwise_are_refused(name: str, between: str) -> None:
    data = proof(name)
    together = [one for one in data["findings"] if one["variant"] == "together"]
    right = all(one["certificate"]["drawn"]["between"] == between for one in together)
    for one in together:
        one["certificate"]["drawn"]["between"] = between

    assert bool({key_of(one) for one in together} & set(told_of(data))) is not right


def test_a_frame_where_nothing_is_walked_is_refused() -> None:
    data = proof("an order")
    for one in (one for one in data["findings"] if one["variant"] == "together"):
        one["certificate"]["drawn"]["frame"] = [["1", "0", "0"]]

    assert told_of(data) == [f"{CHANCES} together {who}" for who in "abc"]


@pytest.mark.parametrize("what", ["worth", "chance"])
@pytest.mark.parametrize("variant", ["everything", "cell"])
def test_a_worth_or_a_chance_that_is_a_millionth_off_is_refused(variant: str, what: str) -> None:
    data = proof("an order")
    one = next(one for one in data["findings"] if one["variant"] == variant and one["status"] == "found")
    for end in ("least", "most"):
        moved(one["certificate"][what], end, MILLIONTH)
    if what == "worth":
        moved(one, "amount", MILLIONTH)

    assert len(told_of(data)) == 1
    assert told_of(data)[0].startswith(f"information {variant}")


@pytest.mark.parametrize("name", [MIXED])
def test_each_finding_is_missed_where_it_is_left_out_or_stands_elsewhere(name: str) -> None:
    for place in range(len(proof(name)["findings"])):
        data, turned = proof(name), proof(name)
        del data["findings"][place]
        turned["findings"].insert(0, turned["findings"].pop(place))

        assert failures(data)
        assert place == 0 or failures(turned)


@pytest.mark.parametrize("name", LIKELY)
def test_no_single_change_of_a_probability_or_a_worth_is_accepted_but_limits_farther_out(name: str) -> None:
    data = proof(name)

    passed = [
        (path, what)
        for path, what, fresh in islice(changes(data, ("findings",)), len(name), None, 211)
        if accepted(replaced(data, path, fresh))
    ]

    assert [one for one in passed if one[0][-1] not in ("least", "most")] == []
    assert {data["findings"][path[1]]["variant"] for path, _ in passed} <= {"together"}


@pytest.mark.parametrize("key", ["kind", "levels", "evidence", "candidate", "criterion"])
def test_another_account_of_what_is_open_is_refused(key: str) -> None:
    data = proof("an order")
    wrong = {"kind": "peaked", "levels": ["0", "1"], "evidence": ["nothing"], "candidate": "b", "criterion": "k3"}
    data["model"]["open"][0][key] = wrong[key]

    assert not accepted(data)


LEVELS: dict[str, list[Any]] = {
    "a level less": ["0", "1", "0"],
    "another peak": ["0", "2", "2"],
    "no peak": ["0", "2"],
    "two peaks": ["0", "2", "1", "1"],
    "turned": ["2", "0", "1"],
    "levels that are none": ["0", "3", "1"],
    "a peak below": ["1", "2", "0"],
    "no texts": [0, 2, 1],
    "half a level": ["0", "2", "1/2"],
}


def levelled() -> Any:
    """Return the proof of a pair of which one is ok, or poor, or good, and the other is unknown."""
    plain = pair()
    plain["criteria"]["speed"] = {"levels": ["poor", "ok", "good"], "weight": "1"}
    plain["performance"]["a"]["speed"] = {"is": "ok", "low": "poor", "high": "good"}
    plain["performance"]["b"]["speed"] = "unknown"
    return proof_of(ranked(plain), only=BOTH)


@pytest.mark.parametrize("how", LEVELS)
def test_levels_are_those_that_a_cell_can_have(how: str) -> None:
    data = levelled()
    right = data["model"]["open"][0]["levels"]
    data["model"]["open"][0]["levels"] = LEVELS[how]

    assert right == ["0", "2", "1"]
    assert failures(levelled()) == []
    assert not accepted(data)
