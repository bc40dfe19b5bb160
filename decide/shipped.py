"""Where the decisions that come with the program are."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the shipped decision ``name``: from the checkout's ``criteria/``, else from inside the package."""
    checkout = _HERE.parent
    inside = checkout / "criteria" if (checkout / "pyproject.toml").is_file() else _HERE / "_criteria"
    return inside / name
