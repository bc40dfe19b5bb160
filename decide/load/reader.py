"""Nodes → values and records, by the field table; every fault is noted and a default taken in its stead."""

from collections.abc import Callable
from typing import Any, TypeVar

from decide.load import numbers
from decide.load.faults import Faults
from decide.load.ids import nearest, slug
from decide.load.names import Names
from decide.load.nodes import Mapping, Node, Scalar, Sequence
from decide.load.numbers import NotANumber
from decide.load.text import MAX_NAME, MAX_TEXT, check_value
from decide.load.traps import suspicious_hashes
from decide.model.decision import CheckSetting, Pairs, Plain
from decide.model.fields import Field, Kind, Shape
from decide.model.tree import Scale

T = TypeVar("T")
Special = Callable[["Reader", Node, Kind, str], Any]

_EXPECTED = {Scalar: "text", Mapping: "a mapping", Sequence: "a list"}


class Reader:
    """Reads values by their kind; ``scales`` (and those of them that clip) grow while the criteria are read."""

    def __init__(self, faults: Faults, names: Names, special: dict[str, Special]) -> None:
        self.faults, self.names = faults, names
        self.scales: dict[str, Scale] = {}
        self.clipped: set[int] = set()
        self._special = special
        self._hashes: dict[str, frozenset[int]] = {}

    def value(self, node: Node, kind: Kind, key: str = "") -> Any:
        """Return what ``node`` holds, or None after a fault; ``key`` is the key above it."""
        if kind.name in self._special:
            return self._special[kind.name](self, node, kind, key)
        match kind.name:
            case "list":
                return self._list(node, kind, key)
            case "record":
                return self.record(node, _shape(kind))
            case "keyed":
                return self._keyed(node, kind)
            case "pairs":
                return self._pairs(node, kind)
            case "free":
                return free(node)
            case "setting":
                return self._setting(node)
        return self._scalar(node, kind)

    def record(self, node: Node, shape: Shape, **given: Any) -> Any:
        """Return the record that a mapping, or the short form, stands for; None if a required key is missing."""
        values = self.fields(node, shape)
        if values is None:
            return None
        return shape.make(**given, **values, place=node.place)

    def fields(self, node: Node, shape: Shape) -> dict[str, Any] | None:
        """Return the values of a shape's keys by attribute; None if it is no mapping or a required key is missing."""
        if isinstance(node, Scalar) and (shape.short or node.blank):
            return self._short(node, shape)
        if not isinstance(node, Mapping):
            self.refuse(node, Mapping, f"{shape.name} is a mapping of keys")
            return None
        known = {field.key: field for field in shape.fields}
        values: dict[str, Any] = {}
        extra: list[tuple[str, Plain]] = []
        for key, value in node.pairs:
            if key.text.startswith("x-"):
                extra.append((key.text, free(value)))
            elif key.text not in known:
                self.unknown_key(key, value, node, list(known), shape.name)
            else:
                field = known[key.text]
                read = self._field(value, field)
                if read is not None:
                    values[field.attribute] = read
        if extra:
            values["extra"] = tuple(sorted(extra))
        missing = [field for field in shape.fields if field.required and field.attribute not in values]
        for field in missing:
            if node.get(field.key) is None:
                self.faults.add(
                    "missing-key", node.place, f"{shape.name} lacks  {field.key}:", f"write  {field.key}: …"
                )
        return None if missing else values

    def unknown_key(self, key: Scalar, value: Node, parent: Mapping, known: list[str], where: str) -> None:
        """Note a key that is not known there, with the nearest one, or the comma that made it."""
        hint = nearest(key.text, known)
        if parent.flow and isinstance(value, Scalar) and value.blank and not hint.startswith("did you mean"):
            hint = "a comma inside { } begins the next key: put text that holds one in quotes"
        self.faults.add("unknown-key", key.place, f"{where} has no key “{numbers.shortened(key.text)}”", hint)

    def refuse(self, node: Node, due: type[Node], told: str = "") -> None:
        """Note that something else is due here."""
        found = "nothing" if isinstance(node, Scalar) and node.blank else _EXPECTED[type(node)]
        hint = ""
        if due is Scalar and isinstance(node, Mapping):
            hint = "quote text that holds “: ”"
        message = f"{told or _EXPECTED[due] + ' is due here'}; this is {found}"
        self.faults.add("wrong-type", node.place, message, hint)

    def text(self, node: Node, most: int = MAX_TEXT) -> str | None:
        """Return a text; None after a fault."""
        if not isinstance(node, Scalar):
            self.refuse(node, Scalar)
            return None
        if node.plain:
            self._warn_of_comment(node)
        return node.text if check_value(node.text, node.place, self.faults, most) else None

    def parsed(self, node: Node, parse: Callable[[str], T]) -> T | None:
        """Return ``parse`` of a scalar's text; its refusal becomes a fault."""
        if not isinstance(node, Scalar):
            self.refuse(node, Scalar)
            return None
        try:
            return parse(node.text)
        except NotANumber as error:
            self.faults.add(error.code, node.place, str(error), error.hint)
            return None

    def reference(self, node: Node, to: str) -> str | None:
        """Return the id that a text names; None after a fault."""
        if not isinstance(node, Scalar):
            self.refuse(node, Scalar)
            return None
        identifier = slug(node.text)
        if to == "" or self.names.has(to, identifier):
            return identifier
        what = {"leaf": "criterion", "anything": "id"}.get(to, to)
        if to == "leaf" and identifier in self.names.group:
            message, hint = f"“{node.text}” is a group; only its leaves are measured", ""
        else:
            message, hint = (
                f"there is no {what} “{numbers.shortened(node.text)}”",
                nearest(identifier, self.names.known(to)),
            )
        self.faults.add(f"unknown-{what}", node.place, message, hint)
        return None

    def _field(self, node: Node, field: Field) -> Any:
        blank = isinstance(node, Scalar) and node.blank
        if blank and field.kind.name not in ("amount", "measure"):
            if field.required or field.kind.name in ("weight", "limit", "levels", "curve", "value"):
                self.faults.add("wrong-type", node.place, f"nothing stands after  {field.key}:", "write a value")
            return None
        return self.value(node, field.kind, field.key)

    def _short(self, node: Scalar, shape: Shape) -> dict[str, Any] | None:
        if node.blank:
            missing = [field.key for field in shape.fields if field.required]
            for key in missing:
                self.faults.add("missing-key", node.place, f"{shape.name} lacks  {key}:", f"write  {key}: …")
            return None if missing else {}
        field = next(field for field in shape.fields if field.key == shape.short)
        read = self._field(node, field)
        return {} if read is None else {field.attribute: read}

    def _scalar(self, node: Node, kind: Kind) -> Any:
        match kind.name:
            case "text":
                return self.text(node)
            case "word":
                return self._word(node, kind.choices)
            case "flag":
                word = self._word(node, ("yes", "no", "true", "false"))
                return None if word is None else word in ("yes", "true")
            case "ref":
                return self.reference(node, kind.to)
            case "number":
                return self.parsed(node, numbers.number)
            case "measure":
                return self.parsed(node, numbers.measure)
            case "share":
                return self.parsed(node, numbers.share)
            case "age":
                return self.parsed(node, numbers.age)
            case "date" | "day":
                return self.parsed(node, lambda text: numbers.day(text, partial=kind.name == "day"))
            case "amount":
                return node
        raise AssertionError(f"no reader for {kind.name}")

    def _word(self, node: Node, choices: tuple[str, ...]) -> str | None:
        if not isinstance(node, Scalar):
            self.refuse(node, Scalar, f"one of {', '.join(choices)} is due here")
            return None
        if node.text in choices:
            return node.text
        message = f"“{numbers.shortened(node.text)}” is none of {', '.join(choices)}"
        self.faults.add("wrong-type", node.place, message, nearest(node.text.lower(), list(choices)))
        return None

    def _list(self, node: Node, kind: Kind, key: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            self.refuse(node, Sequence, f"{key} is a list, as in [one, two]")
            return None
        assert kind.of is not None
        read = (self.value(item, kind.of, key) for item in node.items)
        return tuple(item for item in read if item is not None)

    def _keyed(self, node: Node, kind: Kind) -> tuple[Any, ...] | None:
        shape = _shape(kind)
        if isinstance(node, Sequence) and kind.to == "candidate":
            pairs: list[tuple[Node, Node]] = [(item, Scalar(*_at(item), text="", plain=True)) for item in node.items]
        elif isinstance(node, Mapping):
            pairs = [(key, value) for key, value in node.pairs]
        else:
            self.refuse(node, Mapping, f"these are written as  {kind.to}-id: …")
            return None
        records = []
        for key, value in pairs:
            if not isinstance(key, Scalar):
                self.refuse(key, Scalar, "a candidate's name is due here")
                continue
            name = self.text(key, MAX_NAME)
            identifier = slug(key.text)
            if name is None or not self.names.has(kind.to, identifier):
                continue
            record = self._named(value, shape, identifier, name)
            if record is not None:
                records.append(record)
        return tuple(records)

    def _named(self, node: Node, shape: Shape, identifier: str, name: str) -> Any:
        values = self.fields(node, shape)
        if values is None:
            return None
        return shape.make(**{"id": identifier, "name": name, **values, "place": node.place})

    def _pairs(self, node: Node, kind: Kind) -> Pairs[Any] | None:
        if not isinstance(node, Mapping):
            self.refuse(node, Mapping, f"written as  {kind.to or 'name'}: …")
            return None
        assert kind.of is not None
        pairs: list[tuple[str, Any]] = []
        seen: dict[str, Scalar] = {}
        for key, value in node.pairs:
            identifier = self._pair_key(key, value, node, kind.to)
            if identifier is None:
                continue
            if identifier in seen:
                message = f"{identifier} stands here twice; the first is on line {seen[identifier].line + 1}"
                self.faults.add("duplicate-key", key.place, message, "keep one of them")
                continue
            seen[identifier] = key
            read = self.value(value, kind.of, identifier)
            if read is not None:
                pairs.append((identifier, read))
        return tuple(pairs)

    def _pair_key(self, key: Scalar, value: Node, parent: Mapping, to: str) -> str | None:
        if to == "":
            reason = self.text(key, MAX_NAME)
            return None if reason is None else slug(reason)
        if parent.flow and isinstance(value, Scalar) and value.blank and not self.names.has(to, slug(key.text)):
            message = f"“{numbers.shortened(key.text)}” is read as a key: the comma before it ends a value"
            hint = "write a number without thousands marks, and put text with a comma in quotes"
            self.faults.add("wrong-type", key.place, message, hint)
            return None
        return self.reference(key, to)

    def _setting(self, node: Node) -> CheckSetting | None:
        if isinstance(node, Scalar) and node.text == "off":
            return CheckSetting(off=True, place=node.place)
        if not isinstance(node, Mapping):
            self.refuse(node, Mapping, "a check is set to  off  or to  {setting: value}")
            return None
        settings = [(key.text, self.text(value)) for key, value in node.pairs]
        kept = tuple((key, value) for key, value in settings if value is not None)
        return CheckSetting(settings=tuple(sorted(kept)), place=node.place)

    def _warn_of_comment(self, node: Scalar) -> None:
        source = node.source
        if source.name not in self._hashes:
            self._hashes[source.name] = suspicious_hashes(source.text)
        rest = source.line(node.line + 1)[node.end :] if node.line in self._hashes[source.name] else ""
        if rest.startswith(" #"):
            message = f"“{numbers.shortened(rest.strip())}” is a comment for YAML and not part of the text"
            self.faults.warn("cut-by-hash", node.place, message, "put the text in quotes, or a blank after #")


def free(node: Node) -> Plain:
    """Return what a user's own key holds, as it stands; mappings sorted, since their order says nothing."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return ("list", *(free(item) for item in node.items))
        case Mapping():
            return ("map", *sorted((key.text, free(value)) for key, value in node.pairs))
    raise AssertionError(type(node))


def _shape(kind: Kind) -> Shape:
    assert kind.shape is not None
    return kind.shape


def _at(node: Node) -> tuple[Any, int, int, int]:
    return node.source, node.line, node.column, node.end
