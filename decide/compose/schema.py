"""The field table → a JSON Schema (draft-07), for editors that complete and check while one types."""

from typing import Any

from decide.model import fields as f
from decide.model.codes import CHECKS
from decide.model.kinds import Kind, Shape

Json = dict[str, Any]
_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?"
_SCALAR: Json = {"type": ["string", "number", "boolean"]}
_BLANK: Json = {"type": ["string", "number", "boolean", "null"]}
_PLACES = ("candidate", "gate", "evidence", "stakeholder", "scenario")
_AMOUNT: Json = {"type": ["number", "string"]}
_ORDER: Json = {
    "type": "object",
    "properties": {
        "order": {"type": "array", "description": "every criterion once, the weightiest first; an inner list is a tie"},
        "formula": {
            "enum": ["centroid", "rank-sum", "reciprocal"],
            "description": "how the order becomes weights; default: centroid",
        },
    },
    "required": ["order"],
    "additionalProperties": False,
}
_SIMPLE: dict[str, Json] = {
    "age": _SCALAR,
    "amount": _BLANK,
    "conflicts": {"type": "object", "additionalProperties": {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}},
    "curve": {"type": "object", "additionalProperties": _AMOUNT, "minProperties": 2},
    "date": _SCALAR,
    "day": _SCALAR,
    "effort": {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_NUMBER}$"}]},
    "flag": {"enum": ["yes", "no", "true", "false", True, False]},
    "free": {},
    "levels": {"type": "array", "items": _BLANK, "minItems": 2},
    "limit": _SCALAR,
    "measure": _BLANK,
    "number": {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_NUMBER}$"}]},
    "possible": _SCALAR,
    "ref": _SCALAR,
    "setting": {"anyOf": [{"enum": ["off", False]}, {"type": "object"}]},
    "share": _SCALAR,
    "statement": {"type": "string"},
    "text": _BLANK,
    "tree": {"type": "object", "additionalProperties": {"$ref": "#/definitions/criterion"}, "minProperties": 1},
    "value": {"anyOf": [{"enum": ["linear", "log"]}, {"type": "array", "items": _AMOUNT, "minItems": 1}]},
}


def schema() -> Json:
    """Return the schema of a whole decision file; a folder's pieces follow its parts."""
    content = _record(f.DECISION)
    content["properties"] = {"decide": {"enum": [1, "1"], "description": "the version of the format"}} | content[
        "properties"
    ]
    content["required"] = ["decide", "title", "candidates", "criteria"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A decision, as decide reads it",
        **content,
        "definitions": {"criterion": _short(_record(f.CRITERION), f.CRITERION)},
    }


def _record(shape: Shape) -> Json:
    required = [field.key for field in shape.fields if field.required]
    content: Json = {
        "type": "object",
        "properties": {field.key: {"description": field.about, **_kind(field.kind)} for field in shape.fields},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    return content | {"required": required} if required else content


def _short(content: Json, shape: Shape) -> Json:
    """Return what may stand for a record: itself, its short form, or nothing where no key is required."""
    if content.get("required") and not shape.short:
        return content
    if not shape.short:
        return {"anyOf": [content, {"type": "null"}]}
    field = next(field for field in shape.fields if field.key == shape.short)
    return {"anyOf": [content, _kind(field.kind), {"type": "null"}]}


def _kind(kind: Kind) -> Json:
    if kind.name in _SIMPLE:
        return _SIMPLE[kind.name]
    match kind.name:
        case "record" | "cell":
            assert kind.shape is not None
            return _short(_record(kind.shape), kind.shape)
        case "keyed":
            assert kind.shape is not None
            mapping = {"type": "object", "additionalProperties": _short(_record(kind.shape), kind.shape)}
            return {"anyOf": [mapping, {"type": "array", "items": _BLANK}]} if kind.to == "candidate" else mapping
        case "pairs":
            assert kind.of is not None
            keys = {"propertyNames": {"enum": list(CHECKS)}} if kind.to == "check" else {}
            return {"type": ["object", "null"], "additionalProperties": _kind(kind.of), **keys}
        case "list":
            assert kind.of is not None
            return {"type": ["array", "null"], "items": _kind(kind.of)}
        case "word":
            return {"enum": [*kind.choices, *_booleans(kind.choices)]}
        case "weight":
            return _short(_record(f.WEIGHT_SHAPE), f.WEIGHT_SHAPE)
        case "weights":
            each = {"type": "object", "additionalProperties": _short(_record(f.WEIGHT_SHAPE), f.WEIGHT_SHAPE)}
            return {"anyOf": [{"enum": ["equal"]}, _ORDER, *([each] if kind.to == "stakeholder" else [])]}
    raise AssertionError(f"no schema for {kind.name}")


def _booleans(choices: tuple[str, ...]) -> list[bool]:
    """YAML 1.1 editors read yes and no as booleans before they look at a schema."""
    return [word == "yes" for word in choices if word in ("yes", "no")]
