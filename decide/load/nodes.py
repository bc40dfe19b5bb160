"""YAML events → nodes that remember where they stand; the only module that knows YAML.

Events are read instead of objects: nothing is constructed, expanded or merged, so a hostile file costs no more
than its length, and every value keeps its line, its column and its text as typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from decide.load.faults import Faults
from decide.load.traps import syntax_message
from decide.model.place import Place, Source

MAX_DEPTH = 32
MAX_NODES = 400_000

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """One value in the text; ``line`` and ``column`` count from 0, ``end`` is the column after it on its first line."""

    __slots__ = ("column", "end", "line", "source")

    def __init__(self, source: Source, line: int, column: int, end: int) -> None:
        self.source, self.line, self.column, self.end = source, line, column, end

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.source, self.line + 1, self.column + 1, max(1, self.end - self.column))


class Scalar(Node):
    """Text as typed; ``quoted`` or a block, or ``plain``."""

    __slots__ = ("plain", "text")

    def __init__(self, source: Source, line: int, column: int, end: int, *, text: str, plain: bool) -> None:
        super().__init__(source, line, column, end)
        self.text, self.plain = text, plain

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return self.plain and not self.text


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, source: Source, line: int, column: int, end: int) -> None:
        super().__init__(source, line, column, end)
        self.items: list[Node] = []


class Mapping(Node):
    """Keys and values in the file's order, duplicates already refused; ``flow`` means written with braces."""

    __slots__ = ("flow", "pairs")

    def __init__(self, source: Source, line: int, column: int, end: int, *, flow: bool = False) -> None:
        super().__init__(source, line, column, end)
        self.pairs: list[tuple[Scalar, Node]] = []
        self.flow = flow

    def get(self, key: str) -> Node | None:
        """Return the value of ``key``, or None."""
        return next((value for scalar, value in self.pairs if scalar.text == key), None)


class _Stop(Exception):
    """The rest of the text cannot be read."""


@dataclass(slots=True)
class _Growing:
    """The collections that are open, and the key that waits for its value in each mapping."""

    source: Source
    faults: Faults
    root: Node | None = None
    open: list[Sequence | Mapping] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)
    seen: list[dict[str, Scalar]] = field(default_factory=list)
    count: int = 0


def parse(source: Source, faults: Faults) -> Node | None:
    """Return the one document of ``source`` as nodes; None when it is empty or cannot be read to its end."""
    growing = _Growing(source, faults)
    try:
        for event in _events(source, faults):
            _grow(growing, event)
    except _Stop:
        return None
    if growing.root is None:
        start = Place(source, 1, 1)
        faults.add("syntax", start, "the file is empty", "begin with  decide: 1  and  title: …")
    return growing.root


def _events(source: Source, faults: Faults) -> Iterator[Any]:
    parser = _Parser(source.text)
    try:
        while parser.check_event():
            yield parser.get_event()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message, hint = syntax_message(error.problem or "", error.context or "", source.line(line + 1))
        faults.add("syntax", Place(source, line + 1, column + 1), message, hint)
        raise _Stop from None
    except yaml.YAMLError as error:
        faults.add("syntax", Place(source, 1, 1), f"this is not YAML: {str(error).splitlines()[0]}")
        raise _Stop from None
    finally:
        parser.dispose()


def _grow(growing: _Growing, event: Any) -> None:
    match event:
        case yaml.ScalarEvent():
            start, end = _marks(event)
            stop = end.column if end.line == start.line else start.column + 1
            _refuse_decorations(growing, event)
            style = event.style
            plain = style is None or style == ""
            scalar = Scalar(growing.source, start.line, start.column, stop, text=event.value, plain=plain)
            _place_node(growing, scalar)
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            _open(growing, event)
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            growing.open.pop()
            growing.keys.pop()
            growing.seen.pop()
        case yaml.AliasEvent():
            message = f"*{event.anchor} repeats what stands elsewhere; aliases are not read here"
            growing.faults.add("alias", _mark(growing, event), message, "write the value out")
            _place_node(growing, _blank(growing, event))
        case yaml.DocumentStartEvent():
            _start_document(growing, event)


def _start_document(growing: _Growing, event: Any) -> None:
    if growing.root is not None:
        message = "a second document begins here; a decision is one document"
        growing.faults.add("second-document", _mark(growing, event), message, "remove the line  ---  and what follows")
        raise _Stop
    if event.version or event.tags:
        message = "%YAML and %TAG lines are not read here"
        growing.faults.add("directive", Place(growing.source, 1, 1), message, "remove them")


def _open(growing: _Growing, event: Any) -> None:
    if len(growing.open) >= MAX_DEPTH:
        message = f"brackets and indentation go deeper than {MAX_DEPTH} levels"
        growing.faults.add(
            "too-deep", _mark(growing, event), message, "a decision needs few; look for a missing bracket"
        )
        raise _Stop
    _refuse_decorations(growing, event)
    start, end = event.start_mark, event.end_mark
    at = (growing.source, start.line, start.column, end.column if end.line == start.line else start.column + 1)
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    node = Mapping(*at, flow=bool(event.flow_style)) if is_mapping else Sequence(*at)
    _place_node(growing, node)
    growing.open.append(node)
    growing.keys.append(None)
    growing.seen.append({})


def _place_node(growing: _Growing, node: Node) -> None:
    growing.count += 1
    if growing.count > MAX_NODES:
        growing.faults.add("too-large", node.place, f"the file holds more than {MAX_NODES} values")
        raise _Stop
    if not growing.open:
        growing.root = node
        return
    parent = growing.open[-1]
    if isinstance(parent, Sequence):
        parent.items.append(node)
        return
    key = growing.keys[-1]
    if key is None:
        growing.keys[-1] = _key(growing, node)
        return
    growing.keys[-1] = None
    first = growing.seen[-1].get(key.text)
    if first is not None:
        message = f"“{key.text}” stands here twice; the first is on line {first.line + 1}"
        growing.faults.add("duplicate-key", key.place, message, "keep one of them")
    else:
        growing.seen[-1][key.text] = key
        parent.pairs.append((key, node))


def _key(growing: _Growing, node: Node) -> Scalar:
    if isinstance(node, Scalar):
        if node.text == "<<" and node.plain:
            growing.faults.add(
                "alias", node.place, "<< would merge another mapping; it is not read here", "write it out"
            )
        return node
    growing.faults.add("wrong-type", node.place, "a key is text; this is a list or a mapping", "quote the key")
    return Scalar(node.source, node.line, node.column, node.end, text=f"?{node.line}:{node.column}", plain=True)


def _refuse_decorations(growing: _Growing, event: Any) -> None:
    if event.anchor is not None:
        message = f"&{event.anchor} names a value for use elsewhere; anchors are not read here"
        growing.faults.add("alias", _mark(growing, event), message, "remove it")
    if event.tag is not None:
        message = f"the tag {event.tag} asks for a special kind of value; all values are text here"
        growing.faults.add("tag", _mark(growing, event), message, "remove the tag")


def _blank(growing: _Growing, event: Any) -> Scalar:
    mark = event.start_mark
    return Scalar(growing.source, mark.line, mark.column, mark.column + 1, text="", plain=True)


def _marks(event: Any) -> tuple[Any, Any]:
    return event.start_mark, event.end_mark


def _mark(growing: _Growing, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(growing.source, start.line + 1, start.column + 1, max(1, width))
