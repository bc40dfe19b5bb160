"""A folder is the file cut in pieces: puts the pieces back under their keys."""

from collections.abc import Iterable

from decide.load.faults import Faults
from decide.load.ids import nearest
from decide.load.nodes import Mapping, Node, Scalar, parse
from decide.load.text import check_text
from decide.model.fields import DECISION
from decide.model.place import Place, Source

_SECTIONS = [field.key for field in DECISION.fields]


def whole(main: Source, pieces: Iterable[tuple[tuple[str, ...], Source]], faults: Faults) -> Mapping | None:
    """Return the one mapping that the main text and its pieces make up; None if the main text cannot be read.

    The same thing written twice is noted as ``duplicate-key`` with both places.
    """
    root = _mapping(main, faults, "a decision is a mapping of keys")
    for keys, source in pieces:
        if keys[0] not in _SECTIONS:
            message = f"no section of a decision is called “{keys[0]}”"
            faults.add("unknown-key", Place(source, 1, 1), message, nearest(keys[0], _SECTIONS))
        elif len(keys) > 1 or keys[0]:
            node = parse(source, faults) if check_text(source, faults) else None
            if root is not None and node is not None:
                _insert(root, keys, node, faults)
    return root


def _mapping(source: Source, faults: Faults, told: str) -> Mapping | None:
    node = parse(source, faults) if check_text(source, faults) else None
    if node is None or isinstance(node, Mapping):
        return node
    kind = "a list" if not isinstance(node, Scalar) else "only text"
    blank = isinstance(node, Scalar) and node.blank
    faults.add(
        "syntax", node.place, "the file is empty" if blank else f"{told}; this is {kind}", "begin with  decide: 1"
    )
    return None


def _insert(root: Mapping, keys: tuple[str, ...], node: Node, faults: Faults) -> None:
    parent = root
    for key in keys[:-1]:
        found = parent.get(key)
        if found is None:
            found = Mapping(node.source, 0, 0, 1)
            parent.pairs.append((_key(node, key), found))
        if not isinstance(found, Mapping):
            faults.add("duplicate-key", node.place, f"“{key}” stands at {found.place} too", "keep one of them")
            return
        parent = found
    first = next((scalar for scalar, _ in parent.pairs if scalar.text == keys[-1]), None)
    if first is not None:
        faults.add("duplicate-key", node.place, f"“{keys[-1]}” stands at {first.place} too", "keep one of them")
    else:
        parent.pairs.append((_key(node, keys[-1]), node))


def _key(node: Node, text: str) -> Scalar:
    return Scalar(node.source, 0, 0, 1, text=text, plain=True)
