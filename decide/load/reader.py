"""Nodes → values and records, by the field table; every fault is noted and a default taken in its stead."""

from collections.abc import Callable
from typing import Any

from decide.load.faults import Faults
from decide.load.free import free
from decide.load.ids import closest, nearest, slug, unfit
from decide.load.mistakes import shortened
from decide.load.names import Names
from decide.load.nodes import Mapping, Node, Refused, Scalar, Sequence, elsewhere
from decide.load.scalars import ScalarReader
from decide.load.text import MAX_NAME, check_value
from decide.model.kinds import Field, Kind, Shape
from decide.model.process import CheckSetting
from decide.model.tree import Scale
from decide.model.written import Pairs, Plain

Special = Callable[["Reader", Node, Kind, str], Any]

_NEVER_BLANK = ("weight", "limit", "range", "levels", "curve", "value", "weights", "possible_weights")
"""What decides a number: a blank there was forgotten, while a blank text is one that is still to come."""
_ONE_OF = {"leaf": "criterion", "": "name"}


class Reader(ScalarReader):
    """Reads values by their kind; ``scales`` (and those of them that clip) grow while the criteria are read.

    ``unweighed`` are the criteria whose weight was written but cannot be read.
    """

    def __init__(self, faults: Faults, names: Names, special: dict[str, Special]) -> None:
        super().__init__(faults, names)
        self.scales: dict[str, Scale] = {}
        self.clipped: set[int] = set()
        self._known: dict[str, dict[str, Field]] = {}
        self.unweighed: set[str] = set()
        self._special = special

    def value(self, node: Node, kind: Kind, key: str = "") -> Any:
        """Return what ``node`` holds, or None after a fault; ``key`` is the key above it."""
        if isinstance(node, Refused):
            return None
        if kind.name in self._special:
            return self._special[kind.name](self, node, kind, key)
        match kind.name:
            case "list":
                return self._list(node, kind, key)
            case "record":
                return self.record(node, _shape(kind))
            case "keyed":
                return self._keyed(node, kind, key)
            case "pairs":
                return self._pairs(node, kind, key)
            case "free":
                return free(node, self.faults)
            case "setting":
                return self._setting(node)
        return self.scalar(node, kind, key)

    def record(self, node: Node, shape: Shape, **given: Any) -> Any:
        """Return the record that a mapping, or the short form, stands for; None if a required key is missing."""
        values = self.fields(node, shape)
        if values is None:
            return None
        return shape.make(**given, **values, place=node.place)

    def fields(self, node: Node, shape: Shape) -> dict[str, Any] | None:
        """Return the values of a shape's keys by attribute; None if it is no mapping or a required key is missing."""
        if isinstance(node, Refused):
            return None
        if isinstance(node, Scalar) and (shape.short or node.blank):
            return self._short(node, shape)
        if not isinstance(node, Mapping):
            self.refuse(node, Mapping, f"{shape.name} is a group of keys", f"write  {_pattern(shape)}")
            return None
        known = self._known.get(shape.name)
        if known is None:
            known = self._known[shape.name] = {field.key: field for field in shape.fields}
        values: dict[str, Any] = {}
        extra: list[tuple[str, Plain]] = []
        for key, value in node.pairs:
            field = known.get(key.text)
            if field is not None:
                read = self._field(value, field)
                if read is not None:
                    values[field.attribute] = read
            elif not key.text.startswith("x-"):
                self.unknown_key(key, value, node, list(known), shape.name)
            elif check_value(key.text, key.place, self.faults, MAX_NAME):
                extra.append((key.text, free(value, self.faults)))
        if extra:
            values["extra"] = tuple(sorted(extra))
        missing = [field for field in shape.fields if field.required and field.attribute not in values]
        if not missing:
            return values
        typed = [key.text for key, _ in node.pairs if key.text not in known and not key.text.startswith("x-")]
        meant = {closest(text, known) for text in typed}
        self._lacks(node, shape, [one.key for one in missing if node.get(one.key) is None and one.key not in meant])
        return None

    def unknown_key(self, key: Scalar, value: Node, parent: Mapping, known: list[str], where: str) -> None:
        """Note a key that is not known there, with the nearest one, or the comma that made it."""
        if parent.flow and isinstance(value, Scalar) and value.blank and not closest(key.text, known):
            hint = "a comma inside { } begins the next key: quote text that holds one, and write 1200 for 1,200"
        else:
            hint = "" if self.faults.full else nearest(key.text, known) or "begin a key of your own with  x-"
        self.faults.add("unknown-key", key.place, f"{where} has no key “{shortened(key.text)}”", hint)

    def _lacks(self, node: Node, shape: Shape, keys: list[str]) -> None:
        if keys:
            told, due = " and ".join(f" {key}:" for key in keys), ", ".join(f"{key}: …" for key in keys)
            self.faults.add("missing-key", node.place, f"{shape.name} lacks {told}", f"write  {due}")

    def _field(self, node: Node, field: Field) -> Any:
        blank = isinstance(node, Scalar) and node.blank
        if blank and field.kind.name not in ("amount", "measure"):
            if isinstance(node, Refused):
                return None
            if field.required or field.key in _NEVER_BLANK:
                self.faults.add("wrong-type", node.place, f"nothing stands after  {field.key}:", "write a value")
            return None
        return self.value(node, field.kind, field.key)

    def _short(self, node: Scalar, shape: Shape) -> dict[str, Any] | None:
        if node.blank:
            missing = [field.key for field in shape.fields if field.required]
            self._lacks(node, shape, missing)
            return None if missing else {}
        field = next(field for field in shape.fields if field.key == shape.short)
        read = self._field(node, field)
        return {} if read is None else {field.attribute: read}

    def _list(self, node: Node, kind: Kind, key: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            typed = shortened(node.text) if isinstance(node, Scalar) and not node.blank else "one, two"
            self.refuse(node, Sequence, f"{key} is a list", f"write  {key}: [{typed}]")
            return None
        assert kind.of is not None
        read = (self.value(item, kind.of, key) for item in node.items)
        return tuple(item for item in read if item is not None)

    def _keyed(self, node: Node, kind: Kind, key: str) -> tuple[Any, ...] | None:
        shape = _shape(kind)
        if isinstance(node, Sequence) and kind.to == "candidate":
            pairs: list[tuple[Node, Node]] = [(item, Scalar(*_at(item), text="", plain=True)) for item in node.items]
        elif isinstance(node, Mapping):
            pairs = [(key, value) for key, value in node.pairs]
        else:
            example = "[one, another]" if kind.to == "candidate" else f"{{an-id: {_pattern(shape)}}}"
            self.refuse(node, Mapping, f"under  {key}:  each entry begins with its id", f"write  {key}: {example}")
            return None
        records = [self._named(label, value, kind.to, shape) for label, value in pairs]
        return tuple(record for record in records if record is not None)

    def _named(self, label: Node, node: Node, to: str, shape: Shape) -> Any:
        if not isinstance(label, Scalar):
            self.refuse(label, Scalar, f"the name of a {to} is due here", "write  [one, another]  or  id: {name: …}")
            return None
        name, identifier = self.text(label, MAX_NAME), slug(label.text)
        if name is None or not self.names.has(to, identifier):
            return None
        values = self.fields(node, shape)
        if values is None:
            return None
        return shape.make(**{"id": identifier, "name": name, **values, "place": label.place})

    def _pairs(self, node: Node, kind: Kind, key: str) -> Pairs[Any] | None:
        if isinstance(node, Scalar) and node.blank:
            return ()
        if not isinstance(node, Mapping):
            told, example = f"{key or 'this'} is a group of keys", f"{{{_ONE_OF.get(kind.to, kind.to)}: …}}"
            self.refuse(node, Mapping, told, f"write  {example}")
            return None
        assert kind.of is not None
        pairs: list[tuple[str, Any]] = []
        seen: dict[str, Scalar] = {}
        for label, value in node.pairs:
            identifier = self._pair_key(label, value, node, kind.to)
            if identifier is None:
                continue
            if identifier in seen:
                message = (
                    f"{shortened(identifier)} stands here twice; the first is {elsewhere(seen[identifier], label)}"
                )
                self.faults.add("duplicate-key", label.place, message, "keep one of them")
                continue
            seen[identifier] = label
            read = self.value(value, kind.of, identifier)
            if read is not None:
                pairs.append((identifier, read))
        return tuple(pairs)

    def _pair_key(self, key: Scalar, value: Node, parent: Mapping, to: str) -> str | None:
        if to == "":
            name = self.text(key, MAX_NAME)
            if name is not None and unfit(slug(name)):
                self.faults.add("bad-id", key.place, f"“{name}” cannot be an id: {unfit(slug(name))}", "write a name")
                return None
            return None if name is None else slug(name)
        if parent.flow and isinstance(value, Scalar) and value.blank and not self.names.has(to, slug(key.text)):
            message = f"“{shortened(key.text)}” is read as a key: the comma before it ends a value"
            hint = "write 1200 for 1,200, and put text that holds a comma in quotes"
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


def _pattern(shape: Shape) -> str:
    keys = [field.key for field in shape.fields if field.required]
    own = [field.key for field in shape.fields if field.key not in ("name", "about", "because", "evidence")]
    return f"{{{', '.join(f'{key}: …' for key in keys or own[:2])}}}"


def _shape(kind: Kind) -> Shape:
    assert kind.shape is not None
    return kind.shape


def _at(node: Node) -> tuple[Any, int, int, int]:
    return node.source, node.line, node.column, node.end
