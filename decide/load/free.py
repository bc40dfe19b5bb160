"""What users keep under keys of their own, as it stands."""

from decide.load.faults import Faults
from decide.load.nodes import Mapping, Node, Refused, Scalar, Sequence
from decide.load.text import MAX_TEXT, check_value
from decide.model.written import Plain


def free(node: Node, faults: Faults) -> Plain:
    """Return the text, list or mapping; mappings sorted, since their order says nothing."""
    match node:
        case Refused():
            return ""
        case Scalar():
            check_value(node.text, node.place, faults, MAX_TEXT)
            return node.text
        case Sequence():
            return ("list", *(free(item, faults) for item in node.items))
        case Mapping():
            for key, _ in node.pairs:
                check_value(key.text, key.place, faults, MAX_TEXT)
            return ("map", *sorted((key.text, free(value, faults)) for key, value in node.pairs))
    raise AssertionError(type(node))
