"""A folder is the file cut in pieces: puts the pieces back under their keys."""

from collections.abc import Iterable

from decide.load.faults import Faults
from decide.load.ids import nearest
from decide.load.mistakes import shortened
from decide.load.nodes import Mapping, Node, Room, Scalar, Sequence, elsewhere, parse
from decide.load.text import check_text
from decide.model.fields import DECISION
from decide.model.place import Place, Source

_SECTIONS = [field.key for field in DECISION.fields]


def whole(main: Source, pieces: Iterable[tuple[tuple[str, ...], Source]], faults: Faults) -> Mapping | None:
    """Return the one mapping that the main text and its pieces make up; None if the main text cannot be read.

    The same thing written twice is noted as ``duplicate-key`` with both places.
    """
    room = Room()
    root = _main(main, faults, room)
    for keys, source in pieces:
        if room.left < 0:
            break  # said once, it is true of every further piece
        start, path = Place(source, 1, 1), "/".join(keys)
        if keys[0] not in _SECTIONS and not keys[0].startswith("x-"):
            message = f"no section of a decision is called “{shortened(keys[0])}”"
            hint = nearest(keys[0], _SECTIONS) or "begin the name of a file of your own with  x-"
            faults.add("unknown-key", start, message, hint)
        elif len(keys) > 2:
            message = f"{path} lies too deep: a piece of a decision is section.yaml or section/id.yaml"
            faults.add("unknown-key", start, message, f"move it up, to  {keys[0]}/{keys[-1]}.yaml")
        else:
            remedy = f"write what would stand under  {path}:, or remove the file"
            node = parse(source, faults, room, remedy=remedy) if check_text(source, faults) else None
            if root is not None and node is not None:
                _insert(root, keys, node, faults)
    return root


def _main(source: Source, faults: Faults, room: Room) -> Mapping | None:
    remedy = "begin with  decide: 1  and  title: …"
    node = parse(source, faults, room, remedy=remedy) if check_text(source, faults) else None
    if node is None or isinstance(node, Mapping):
        return node
    found = "a list" if isinstance(node, Sequence) else "only text"
    message = f"a decision is written in lines of  key: value; this is {found}"
    if isinstance(node, Scalar) and node.blank:
        message = "the file is empty"
    faults.add("syntax", node.place, message, remedy)
    return None


def _insert(root: Mapping, keys: tuple[str, ...], node: Node, faults: Faults) -> None:
    parent = root
    for key in keys[:-1]:
        found = parent.get(key)
        if found is None:
            found = Mapping(node.source, 0, 0, 1)
            parent.pairs.append((_key(node, key), found))
        if not isinstance(found, Mapping):
            message = f"“{key}” stands {elsewhere(found, node)} as well, and not as keys with values"
            faults.add("duplicate-key", node.place, message, "keep one of them")
            return
        parent = found
    first = next((scalar for scalar, _ in parent.pairs if scalar.text == keys[-1]), None)
    if first is not None:
        message = f"“{keys[-1]}” stands {elsewhere(first, node)} as well"
        faults.add("duplicate-key", node.place, message, "keep one of them")
    else:
        parent.pairs.append((_key(node, keys[-1]), node))


def _key(node: Node, text: str) -> Scalar:
    return Scalar(node.source, 0, 0, 1, text=text, plain=True)
