"""Where links on a page lead: by position, so that no name of a user becomes an id."""

from decide.model.decision import Decision
from decide.model.page import Link
from decide.model.place import Place
from decide.model.written import Named


def evidence_anchor(decision: Decision, identifier: str) -> str:
    """Return the anchor of a piece of evidence."""
    return f"e{_position(decision.evidence, identifier)}"


def cell_anchor(candidate: int, leaf: int) -> str:
    """Return the anchor of a cell in the register of performances, by the places of candidate and leaf."""
    return f"p{candidate + 1}-{leaf + 1}"


def evidence_links(decision: Decision, identifiers: tuple[str, ...]) -> tuple[Link, ...]:
    """Return one link per piece of evidence, named by its id."""
    return tuple(Link(identifier, f"#{evidence_anchor(decision, identifier)}") for identifier in identifiers)


def line_of(place: Place | None, decision: Decision) -> str:
    """Return ``evidence.yaml:14``, the file as seen from the decision's own folder."""
    if place is None:
        return ""
    return f"{file_of(place, decision)}:{place.line}"


def file_of(place: Place, decision: Decision) -> str:
    """Return the name of a file as seen from the folder of the decision, whatever a user typed to get there."""
    own = decision.place.source.name if decision.place is not None else ""
    folder = own.rpartition("/")[0]
    name = place.source.name
    return name[len(folder) + 1 :] if folder and name.startswith(f"{folder}/") else name


def _position(things: tuple[Named, ...] | tuple[Named], identifier: str) -> int:
    return 1 + next((index for index, thing in enumerate(things) if thing.id == identifier), -1)
