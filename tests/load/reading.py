"""Reads a text as a file of that text would be read, and says in short what is wrong with it."""

from decide.load.decisions import load_text
from decide.model.decision import Decision
from decide.model.place import Source
from decide.model.problem import Problem


def problems(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a text."""
    return load_text(Source("sample.yaml", text), "sample")[1]


def faultless(text: str) -> Decision:
    """Return the decision in a text that has nothing wrong."""
    decision, found = load_text(Source("sample.yaml", text), "sample")
    assert found == ()
    assert decision is not None
    return decision


def in_short(text: str) -> list[str]:
    """Return ``line:column code`` of each problem."""
    return [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in problems(text)]
