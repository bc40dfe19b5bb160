"""Laws 32 and 33: the canonical text is a fixed point, and its hash tells facts from layout."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from decide.load.decisions import load, load_text
from decide.model.canonical import canonical_text, decision_hash
from decide.model.decision import Decision
from decide.model.fields import CRITERION, DECISION, WEIGHT_SHAPE
from decide.model.kinds import Kind, Shape
from decide.model.place import Source
from tests.plain import Plain, copied, json_text, read, read_text, reordered, yaml_text
from tests.samples import CRM, EVERYTHING, pair
from tests.strategies import picks, shuffles, whole_decisions

IDS = {"criteria": 1, "performance": 2, "assessments": 3, "candidates": 1, "evidence": 1, "gates": 1, "passes": 1}
IDS |= {"stakeholders": 1, "scenarios": 1, "weights": 1, "checks": 1, "conflicts": 1}
"""Under these keys so many levels hold ids, whose order is a fact; elsewhere a mapping holds fields."""
DEFAULT = ("7", "2024-05-06")
OTHERS = {
    text: tuple(others.split(" | "))
    for text, others in (
        *(("none", "bolt"), ("acme", "bolt"), ("cost", "speed | bolt"), ("yes", "no"), ("no", "yes"), ("ok", "poor")),
        *(("good", "ok"), ("40", "7 | 41"), ("100", "101"), ("50%", "40%..60% | 7"), ("60%", "65%"), ("40%", "8%")),
        *(("30%", "8%"), ("20%", "8%"), ("30%..70%", "40%..60%"), ("5..50", "6..50"), ("high", "low")),
        *(("low", "medium"), ("vendor", "none"), ("party", "none"), ("exclude", "keep"), ("proposed", "decided")),
        *(("log", "linear"), ("rank-sum", "reciprocal"), ("90 days", "9 days"), ("unknown", "yes | poor | 2024-05-06")),
        *((f, "ease >= speed") for f in ("ease >= 0.5 * speed", "10% <= use <= 80%", "cost + start = 40%")),
    )
}
"""For a scalar of the full decision what may stand in its place."""
CHANGES = sorted({*DEFAULT, *(other for others in OTHERS.values() for other in others)})


def everything() -> Plain:
    content: Plain = yaml.load(EVERYTHING, Loader=yaml.BaseLoader)
    return content


# Law 32


@given(whole_decisions())
def test_the_canonical_text_is_read_as_the_same_decision_and_written_as_the_same_text(plain: Plain) -> None:
    decision = read(plain)

    again = read_text(canonical_text(decision))

    assert decision == again
    assert canonical_text(decision) == canonical_text(again)


@settings(max_examples=100)
@given(whole_decisions())
def test_json_and_yaml_are_read_alike(plain: Plain) -> None:
    assert read(plain) == read_text(json_text(plain))


def test_the_canonical_text_of_two_candidates_is_this_line() -> None:
    cells = '"a":{"price":{"is":"20"},"speed":{"is":"2"}},"b":{"price":{"is":"40"},"speed":{"is":"7"}}'
    price = '"price":{"range":{"worst":"100","best":"0"},"weight":{"is":"3"}}'
    speed = '"speed":{"range":{"worst":"0","best":"10"},"weight":{"is":"1"}}'
    line = f'{{"decide":"1","title":"two","candidates":{{"a":{{}},"b":{{}}}},"criteria":{{{price},{speed}}},'
    line += f'"performance":{{{cells}}}}}'

    assert line == canonical_text(read(pair()))
    assert f"sha256:{sha256(line.encode()).hexdigest()}" == decision_hash(read(pair()))


def test_short_forms_ranges_levels_and_percents_are_written_out() -> None:
    content = json.loads(canonical_text(read_text(CRM)))

    assert content["candidates"]["acme-crm"] == {"name": "Acme CRM"}
    assert content["criteria"]["price"]["weight"] == {"is": "40%"}
    assert content["performance"]["pipedrive"]["price"] == {"low": "30", "high": "40"}
    assert content["performance"]["pipedrive"]["ease-of-use"] == {"is": "ok"}
    assert content["performance"]["pipedrive"]["single-sign-on"] == {"is": "unknown"}


def test_every_field_of_the_format_survives() -> None:
    decision = read_text(EVERYTHING)

    again = read_text(canonical_text(decision))

    assert decision == again
    fields = {field for shape in (DECISION, CRITERION, WEIGHT_SHAPE) for field in _fields(shape)}
    assert fields <= set(_keys(everything()))
    assert set(_keys(everything())) <= set(_keys(json.loads(canonical_text(decision))))


@pytest.mark.parametrize(
    "text", ["", "“q” \"q\" 'q'", "a: b # c", "  blanks  ", "e\u0301", "🙂", "-", "~", "null", "a\nb", "\\u0041"]
)
def test_texts_survive_as_typed(text: str) -> None:
    decision = read(pair() | {"question": text, "candidates": {"a": text, "b": {"about": text}}})

    assert decision == read_text(canonical_text(decision))
    assert (text, text, text) == (decision.question, decision.candidates[0].name, decision.candidates[1].about)


# Law 33

SILENT = [
    *[("decide", "1"), (1, "ok"), (2, "good"), (0, "0"), (2, "100"), ("beyond", "clip"), ("30", "100")],
    *[("weight", "60%"), ("is", "50%"), ("weight", "30%"), ("weight", "10%"), ("high", "good")],
    *[("cost", "25%"), ("start", "25%"), (0, "ease"), (0, "speed"), (1, "cost"), (2, "start")],
    *[("cost", "20%"), ("start", "20%"), ("many-criteria", "off"), ("hash", "abc"), ("who", "Ana")],
]
"""Scalars of the full decision that nothing can replace alone without a fault, or that are signed and not hashed."""


@given(whole_decisions(), shuffles)
def test_layout_comments_and_the_order_of_fields_do_not_change_the_hash(plain: Plain, random: Random) -> None:
    shuffled = yaml_text(_with_fields_reordered(plain, 0, random))
    commented = "".join(f"# {n}\n{line}  # said\n" for n, line in enumerate(shuffled.splitlines()))

    assert decision_hash(read(plain)) == decision_hash(read_text(commented.replace("\n", "\r\n")))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("text", [CRM, EVERYTHING], ids=["crm", "everything"])
def test_line_ends_and_a_byte_order_mark_do_not_change_the_hash(
    text: str, end: bytes, bom: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(bom + text.encode().replace(b"\n", end))

    decision, _ = load(file)

    assert decision is not None
    assert decision_hash(read_text(text)) == decision_hash(decision)


@pytest.mark.parametrize("number", ["20.0", "2e1", "2E+1", "200e-1"])
def test_the_same_number_in_another_spelling_has_the_same_hash(number: str) -> None:
    respelled = pair()
    respelled["performance"]["a"]["price"] = number

    assert decision_hash(read(pair())) == decision_hash(read(respelled))


@given(whole_decisions(), picks, picks)
def test_a_changed_scalar_changes_the_hash_unless_the_decision_is_the_same(plain: Plain, pick: int, to: int) -> None:
    changed = copied(plain)
    spots = list(_spots(changed))
    where, key = spots[pick % len(spots)]
    where[key] = (*CHANGES, f"{where[key]} x")[to % (len(CHANGES) + 1)]

    decision, _ = load_text(Source("changed.yaml", yaml_text(changed)), "changed")

    original = read(plain)
    if decision is not None:
        assert (_unsigned(decision) == _unsigned(original)) == (decision_hash(decision) == decision_hash(original))


def test_each_scalar_of_a_full_decision_is_in_the_hash() -> None:
    original = decision_hash(read(everything()))
    silent = []
    for spot, (place, key) in enumerate(_spots(everything())):
        others = (f"{place[key]} x", *OTHERS.get(place[key], DEFAULT))
        if all(_changed(spot, other) in ("refused", original) for other in others):
            silent.append((key, place[key]))

    assert sorted(SILENT, key=str) == sorted(silent, key=str)


@pytest.mark.parametrize("section", ["candidates", "criteria", "evidence", "gates", "stakeholders", "preferences"])
def test_the_order_of_what_is_listed_changes_the_hash(section: str) -> None:
    changed = everything()
    if section == "gates":
        changed["gates"]["another"] = {}
    listed = changed[section]
    turned = dict(reversed(listed.items())) if isinstance(listed, dict) else listed[::-1]

    assert decision_hash(read(changed)) != decision_hash(read(changed | {section: turned}))


def test_seal_and_signatures_are_written_but_not_hashed() -> None:
    bare = everything()
    del bare["seal"], bare["signatures"]

    assert canonical_text(read(bare)) != canonical_text(read(everything()))
    assert decision_hash(read(bare)) == decision_hash(read(everything()))


def test_the_name_of_the_file_is_not_in_the_hash() -> None:
    one, other = (load_text(Source(f"{name}.yaml", CRM), name)[0] for name in ("one", "other"))

    assert one is not None
    assert other is not None
    assert (one.id, other.id) == ("one", "other")
    assert decision_hash(one) == decision_hash(other)


def _changed(spot: int, other: str) -> str:
    """Return the hash of the full decision with another text in one spot, or that it is refused."""
    changed = everything()
    where, key = list(_spots(changed))[spot]
    where[key] = other
    decision, _ = load_text(Source("changed.yaml", yaml_text(changed)), "changed")
    return "refused" if decision is None else decision_hash(decision)


def _unsigned(decision: Decision) -> list[Any]:
    hashed = [field.attribute for field in DECISION.fields if field.key not in ("seal", "signatures")]
    return [getattr(decision, name) for name in (*hashed, "extra")]


def _spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield where each scalar stands: its mapping or list, and its key or position."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, (dict, list)):
            yield from _spots(item)
        elif item is not None:
            yield value, key


def _with_fields_reordered(value: Any, ids: int, random: Random) -> Any:
    if isinstance(value, list):
        return [_with_fields_reordered(item, 0, random) for item in value]
    if not isinstance(value, dict):
        return value
    mapped = {
        key: _with_fields_reordered(item, ids - 1 if ids else IDS.get(key, 0), random) for key, item in value.items()
    }
    return mapped if ids else reordered(mapped, random)


def _fields(shape: Shape) -> Iterator[str]:
    for field in shape.fields:
        yield field.key
        kind: Kind | None = field.kind
        while kind is not None:
            if kind.shape is not None:
                yield from _fields(kind.shape)
            kind = kind.of


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _keys(item)
    for item in value if isinstance(value, list) else ():
        yield from _keys(item)
