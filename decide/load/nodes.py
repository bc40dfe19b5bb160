"""YAML events → nodes that remember where they stand; the only module that knows YAML.

Events are read instead of objects: nothing is constructed, expanded or merged, so a hostile file costs no more
than its length, and every value keeps its line, its column and its text as typed.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from decide.load.faults import Faults
from decide.load.mistakes import shortened
from decide.load.traps import Complaint, explained
from decide.model.place import Place, Source

MAX_DEPTH = 32
MAX_NODES = 400_000

_TOKEN = re.compile(r"[^\s,\[\]{}]+")
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
        self.source, self.line, self.column, self.end = source, line, column, end
        self.text, self.plain = text, plain

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return self.plain and not self.text


class Refused(Scalar):
    """What stood here is not read and has been noted: nobody needs to complain of it again."""

    __slots__ = ()


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


class Room:
    """How many values a decision may still hold, over all its files."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MAX_NODES


def parse(source: Source, faults: Faults, room: Room, *, remedy: str) -> Node | None:
    """Return the one document of ``source`` as nodes; None when it cannot be read to its end, or is empty.

    ``remedy`` says what an empty file should hold.
    """
    builder = _Builder(source, faults, room)
    try:
        for event in _events(source, faults):
            builder.take(event)
    except _Stop:
        return None
    if builder.root is None:
        message = "the file holds nothing but comments" if source.text.strip() else "the file is empty"
        faults.add("syntax", Place(source, 1, 1), message, remedy)
    return builder.root


def elsewhere(first: Node, seen_from: Node) -> str:
    """Return where ``first`` stands for a reader of ``seen_from``: ``on line 3``, or in which other file."""
    if first.source is seen_from.source:
        return f"on line {first.line + 1}"
    return f"in {first.source.name}, line {first.line + 1}"


def _events(source: Source, faults: Faults) -> Iterator[Any]:
    parser = None
    try:
        parser = _Parser(source.text)
        following = parser.get_event
        while (event := following()).__class__ is not yaml.StreamEndEvent:
            yield event
    except yaml.MarkedYAMLError as error:
        at = _position(error.problem_mark or error.context_mark)
        began = _position(error.context_mark or error.problem_mark)
        complaint = Complaint(source, error.problem or "", error.context or "", at, began)
        (line, column), message, hint = explained(complaint)
        faults.add("syntax", Place(source, line + 1, column + 1), message, hint)
        raise _Stop from None
    except yaml.YAMLError as error:
        faults.add("syntax", Place(source, 1, 1), f"this is not YAML: {str(error).splitlines()[0]}")
        raise _Stop from None
    finally:
        if parser is not None:
            parser.dispose()


def _position(mark: Any) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


class _Builder:
    """Grows the tree event by event; knows the collections that are open and the key that waits in each mapping."""

    __slots__ = ("faults", "keys", "open", "repeated", "room", "root", "seen", "source")

    def __init__(self, source: Source, faults: Faults, room: Room) -> None:
        self.source, self.faults, self.room = source, faults, room
        self.root: Node | None = None
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.seen: list[dict[str, Scalar]] = []
        self.repeated: set[str] = set()

    def take(self, event: Any) -> None:
        """Add what one event says; most events are scalars, so they come first."""
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_decorations(event)
            start, end = event.start_mark, event.end_mark
            column = start.column
            stop = end.column if end.line == start.line else column + 1
            plain = not event.style
            kind_of_node = Scalar if event.tag is None else Refused
            self._place(kind_of_node(self.source, start.line, column, stop, text=event.value, plain=plain))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open.pop()
            self.keys.pop()
            self.seen.pop()
        elif kind is yaml.AliasEvent:
            self._refuse_alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        if self.root is not None:
            message = "a second document begins here; a decision is one document"
            hint = "remove the line  ---  and what follows"
            self.faults.add("second-document", self._mark(event), message, hint)
            raise _Stop
        if event.version or event.tags:
            message = "lines that begin with %YAML or %TAG are not read here"
            self.faults.add("directive", self._token(event), message, "remove them")

    def _start(self, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            message = f"brackets and indentation go deeper than {MAX_DEPTH} levels"
            hint = "a decision needs few; look for a missing bracket"
            self.faults.add("too-deep", self._mark(event), message, hint)
            raise _Stop
        self._refuse_decorations(event)
        self.room.left -= 1  # it begins and it ends, so it costs as much as two values
        start, end = event.start_mark, event.end_mark
        at = (self.source, start.line, start.column, end.column if end.line == start.line else start.column + 1)
        is_mapping = event.__class__ is yaml.MappingStartEvent
        node = Mapping(*at, flow=bool(event.flow_style)) if is_mapping else Sequence(*at)
        self._place(node)
        self.open.append(node)
        self.keys.append(None)
        self.seen.append({})

    def _place(self, node: Node) -> None:
        self.room.left -= 1
        if self.room.left < 0:
            hint = "keep data beside the decision, and write into it what decides"
            self.faults.add("too-large", node.place, f"the decision holds more than {MAX_NODES} values", hint)
            raise _Stop
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if parent.__class__ is Sequence:
            parent.items.append(node)
            return
        assert isinstance(parent, Mapping)
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = node if node.__class__ is Scalar and node.text != "<<" else self._key(node)
            return
        self.keys[-1] = None
        if key.__class__ is Refused:
            return
        first = self.seen[-1].setdefault(key.text, key)
        if first is key:
            parent.pairs.append((key, node))
        else:
            message = f"“{shortened(key.text)}” stands here twice; the first is on line {first.line + 1}"
            self.faults.add("duplicate-key", key.place, message, "keep one of them")

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and (node.text != "<<" or not node.plain):
            return node
        if isinstance(node, Scalar):
            message = "<< would copy what stands elsewhere; it is not read here"
            self.faults.add("alias", node.place, message, "write the keys and values out")
        else:
            message = "a list or a group of keys stands where a key is due"
            self.faults.add("wrong-type", node.place, message, "a key is text")
        return Refused(node.source, node.line, node.column, node.end, text="", plain=True)

    def _refuse_alias(self, event: Any) -> None:
        mark = event.start_mark
        if event.anchor not in self.repeated:
            message = f"*{shortened(event.anchor)} repeats what stands elsewhere; aliases are not read here"
            self.faults.add("alias", self._mark(event), message, "write the value out, here and wherever it stands")
        self.repeated.add(event.anchor)
        self._place(Refused(self.source, mark.line, mark.column, mark.column + 1, text="", plain=True))

    def _refuse_decorations(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"&{shortened(event.anchor)} names a value for use elsewhere; anchors are not read here"
            self.faults.add("alias", self._token(event), message, "remove it, or quote text that begins so")
        if event.tag is not None:
            shown = shortened(event.tag.replace("tag:yaml.org,2002:", "!!"))
            message = f"the tag {shown} asks for a special kind of value; all values are text here"
            self.faults.add("tag", self._token(event), message, "remove it, or quote text that begins so")

    def _token(self, event: Any) -> Place:
        start = event.start_mark
        found = _TOKEN.match(self.source.line(start.line + 1), start.column)
        return Place(self.source, start.line + 1, start.column + 1, found.end() - start.column if found else 1)

    def _mark(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Place(self.source, start.line + 1, start.column + 1, max(1, width))
