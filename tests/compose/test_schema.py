"""The JSON Schema for editors: draft-07, and of one mind with the loader wherever a schema can know."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from decide.compose.schema import schema
from decide.load.decisions import load, load_text
from decide.load.files import decision_sources
from decide.model.fields import DECISION
from decide.model.kinds import Shape
from decide.model.place import Source
from tests.cli.door import CRITERIA, DECISIONS, decided
from tests.plain import Plain, yaml_text
from tests.samples import CRM
from tests.strategies import whole_decisions

SAMPLES = Path(__file__).resolve().parents[1] / "problems"
VALIDATOR = jsonschema.Draft7Validator(schema())
Path_ = tuple[str | int, ...]


class Core(yaml.SafeLoader):
    """YAML 1.2 as most editors read it: true and false, numbers and null are not text; days and yes are."""


class Old(yaml.SafeLoader):
    """YAML 1.1 as older editors read it: yes, no, on and off are truth values too; days stay text, as in JSON."""


Core.yaml_implicit_resolvers = {}
for _tag, _form in (
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    ("null", r"(?:~|null|Null|NULL|)\Z"),
    ("int", r"[-+]?[0-9]+\Z"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_form), None)
Old.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(("timestamp", "value", "merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Base(yaml.BaseLoader):
    """Everything is text."""


LOADERS = (Base, Core, Old)


def as_read(text: str, loader: Any) -> Any:
    """Return what an editor hands to its schema: keys are text, as in JSON."""
    return _keyed(yaml.load(text, loader))


def _keyed(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _keyed(item) for key, item in value.items()}
    return [_keyed(item) for item in value] if isinstance(value, list) else value


def _key(key: object) -> str:
    words = {True: "true", False: "false", None: "null"}
    return words[key] if key is None or isinstance(key, bool) else str(key)


def objections(content: Any) -> list[str]:
    """Return where the schema objects, and to what."""
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(content)]


def whole(path: Path, loader: Any) -> Any:
    """Return a decision as an editor reads it, its pieces put under their keys."""
    main, pieces = decision_sources(path)
    content = as_read(main.text, loader)
    for keys, source in pieces:
        parent = content
        for key in keys[:-1]:
            parent = parent.setdefault(key, {})
        parent[keys[-1]] = as_read(source.text, loader)
    return content


def accepted() -> Iterator[Path]:
    """Yield the shipped decisions, and every sample that can be read without a fault."""
    yield from sorted(path for path in CRITERIA.iterdir() if path.suffix == ".yaml" or path.is_dir())
    yield DECISIONS["everything"]
    for path in sorted(SAMPLES.rglob("*.yaml")):
        if not any(problem.severity == "error" for problem in load(path)[1]):
            yield path


ACCEPTED = list(accepted())


def refused(plain: Any) -> bool:
    """Return whether the loader finds a fault; JSON is YAML, and quotes make no difference."""
    text = json.dumps(plain, ensure_ascii=False)
    _, problems = load_text(Source("changed.yaml", text), "changed")
    return any(problem.severity == "error" for problem in problems)


@cache
def everything() -> Plain:
    """Return the decision that uses every key, all scalars as text."""
    plain: Plain = as_read(DECISIONS["everything"].read_text(encoding="utf-8"), Base)
    return plain


def places(value: Any, at: Path_ = ()) -> Iterator[Path_]:
    """Yield the place of each value, the user's own keys and what is free in its form left out."""
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if not str(key).startswith("x-") and (at or key not in ("seal", "signatures", "checks")):
            yield from places(item, (*at, key))


def value_at(plain: Any, at: Path_) -> Any:
    for key in at:
        plain = plain[key]
    return plain


def changed(at: Path_, value: Any) -> Plain:
    """Return the decision with another value in one place."""
    copy = deepcopy(everything())
    if not at:
        return value  # type: ignore[no-any-return]
    value_at(copy, at[:-1])[at[-1]] = value
    return copy


def others(value: Any) -> Iterator[Any]:
    """Yield what is no value of that kind: a list for a mapping, a mapping for text, …"""
    if not isinstance(value, dict):
        yield {"zz": {"zz": "zz"}}
    if not isinstance(value, list):
        yield [["zz"]]
    if isinstance(value, (dict, list)):
        yield "zz zz"


def takes_text(at: Path_) -> bool:
    """Return whether a short form may stand there, so that only the names in the file decide on a text."""
    return at[-1:] in (("weight",), ("weights",), ("source",)) or bool(
        {"passes", "conflicts", "performance", "candidates", "weights", "gates"} & set(at[:-1])
        or at[:1] == ("assessments",)
    )


def takes_ids(at: Path_) -> bool:
    """Return whether the keys there are ids or amounts, which no schema can know."""
    keyed = {"candidates", "gates", "criteria", "evidence", "stakeholders", "scenarios", "passes", "conflicts", "curve"}
    return (
        (at != () and at[-1] in {*keyed, "performance", "assessments", "weights"})
        or at[-2:-1] in (("performance",), ("assessments",))
        or at[-3:-2] == ("assessments",)
        or (at[:1] == ("scenarios",) and at[-2:-1] == ("gates",))
    )


PLACES = list(places(everything()))
RECORDS = [at for at in PLACES if isinstance(value_at(everything(), at), dict) and not takes_ids(at)]


def test_it_is_a_schema_of_draft_07_and_stands_on_its_own() -> None:
    content = json.loads(decided("schema").out)

    jsonschema.Draft7Validator.check_schema(content)
    assert content == schema()
    assert content["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert set(re.findall(r'"\$ref": "([^"]*)"', json.dumps(content))) == {"#/definitions/criterion"}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.name)
def test_what_the_loader_accepts_the_schema_accepts(path: Path, loader: Any) -> None:
    assert objections(whole(path, loader)) == []


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_the_example_of_the_format_is_accepted(loader: Any) -> None:
    assert objections(as_read(CRM, loader)) == []


@settings(max_examples=25)
@given(whole_decisions())
def test_whatever_decision_is_drawn_the_schema_accepts_it(plain: Plain) -> None:
    text = yaml_text(plain)

    for loader in LOADERS:
        assert objections(as_read(text, loader)) == []


def shapes(shape: Shape, seen: set[str]) -> Iterator[Shape]:
    if shape.name in seen:
        return
    seen.add(shape.name)
    yield shape
    for field in shape.fields:
        kind = field.kind
        while kind.of is not None:
            kind = kind.of
        if kind.shape is not None:
            yield from shapes(kind.shape, seen)


def test_the_decision_with_everything_uses_every_key_of_the_table() -> None:
    met = {str(key) for at in PLACES for key in at} | set(everything())

    missing = {
        f"{shape.name}.{field.key}"
        for shape in shapes(DECISION, set())
        for field in shape.fields
        if field.key not in met
    }

    assert missing == set()


def test_every_key_of_the_table_is_in_the_schema_with_its_description() -> None:
    def described(content: Any) -> Iterator[tuple[str, str]]:
        if isinstance(content, dict):
            for key, value in content.get("properties", {}).items():
                yield key, value.get("description", "")
            for value in content.values():
                yield from described(value)
        elif isinstance(content, list):
            for item in content:
                yield from described(item)

    known = set(described(schema()))

    missing = {(field.key, field.about) for shape in shapes(DECISION, set()) for field in shape.fields} - known
    assert missing == set()
    assert all(about for _, about in known)


@pytest.mark.parametrize("at", PLACES, ids=lambda at: "/".join(map(str, at)) or "root")
def test_a_value_of_another_kind_is_refused_by_both_or_by_neither(at: Path_) -> None:
    for value in others(value_at(everything(), at)):
        plain = changed(at, value)
        objected = objections(plain)
        assert refused(plain) or not objected
        assert objected or not refused(plain) or (isinstance(value, str) and takes_text(at))


@pytest.mark.parametrize("at", RECORDS, ids=lambda at: "/".join(map(str, at)) or "root")
def test_a_key_that_nobody_knows_is_refused_by_both(at: Path_) -> None:
    plain = changed(at, {**value_at(everything(), at), "zz-top": "zz"})

    assert refused(plain)
    assert objections(plain) != []


@pytest.mark.parametrize("key", ["decide", "title", "candidates", "criteria"])
def test_a_decision_without_what_is_required_is_refused_by_both(key: str) -> None:
    plain = {name: value for name, value in everything().items() if name != key}

    assert refused(plain)
    assert objections(plain) != []


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("decide",), "2"),
        (("status",), "done"),
        (("candidates", "bureau", "baseline"), "perhaps"),
        (("gates", "confidential", "if_unknown"), "drop"),
        (("gates", "insured", "passes", "huayi"), "maybe"),
        (("criteria", "price", "range", "worst"), "four"),
        (("criteria", "price", "range", "worst"), "1,200"),
        (("criteria", "price", "range", "worst"), "012"),
        (("criteria", "price", "value"), "square"),
        (("criteria", "quality", "criteria", "delivery", "beyond"), "cut"),
        (("criteria", "quality", "criteria", "terms", "levels"), ["one"]),
        (("evidence", "e-mail", "grade"), "top"),
        (("evidence", "e-mail", "interest"), "own"),
        (("checks",), {"many-criterias": "off"}),
        (("checks",), {"many-criteria": "on"}),
        (("weights",), "alike"),
    ],
)
def test_a_word_or_number_that_is_none_is_refused_by_both(at: Path_, value: Any) -> None:
    plain = changed(at, value)

    assert refused(plain)
    assert objections(plain) != []
