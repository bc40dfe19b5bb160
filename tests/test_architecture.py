"""The floors of the house: which room may import which, who alone may import what, and how large a file grows."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "decide"
TESTS = Path(__file__).resolve().parent

GROUND = {"model", "version"}
FLOORS: dict[str, set[str]] = {
    "version": set(),
    "model": {"version"},
    "solve": set(),
    "value": GROUND,
    "weigh": GROUND | {"solve"},
    "load": GROUND,
    "compose": GROUND,
    "render": GROUND,
    "rank": GROUND | {"value", "weigh"},
    "check": GROUND | {"rank", "weigh", "value"},
    "stress": GROUND | {"rank", "weigh", "value", "solve"},
    "road": GROUND | {"load", "compose", "render", "value", "weigh", "rank", "check", "stress", "solve"},
    "audit": GROUND | {"road", "check", "rank"},
}
EVERYTHING = {*FLOORS, "shipped", "cli"}
TOP = {"cli": EVERYTHING, "__main__": {"cli"}, "__init__": EVERYTHING, "shipped": set[str]()}

SOLE_IMPORTERS = {
    "yaml": ("load/nodes.py",),
    "jinja2": ("render/html.py",),
    "markupsafe": ("render/html.py", "render/markup.py"),
    "click": ("cli/",),
    "pulp": ("solve/lp.py",),
    "highspy": ("solve/lp.py",),
    "numpy": ("solve/",),
    "importlib": ("cli/lazy.py",),
}
TABLES = {
    "rank/methods.py": ("rank", {"__init__", "change", "methods", "ranking", "scenario", "screen"}),
    "check/table.py": (
        "check",
        {"__init__", "checks", "days", "effects", "parcels", "permutations", "settings", "study", "table", "waivers"}
        | {"words"},
    ),
    "stress/table.py": (
        "stress",
        {"__init__", "agreement", "bounds", "case", "corners", "distances", "fewest", "joint", "order", "programs"}
        | {
            "boxes",
            "closed",
            "drawing",
            "odds",
            "open_cells",
            "rank_columns",
            "rank_pool",
            "rank_search",
            "robust",
            "table",
        }
        | {"whole"},
    ),
}
"""Table → the folder of its entries, and the files there that are no entries."""

FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_of(path: Path) -> str:
    parts = ("decide", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports_of(path: Path) -> set[str]:
    """Return every module that a file imports anywhere in it: lazy, relative and TYPE_CHECKING imports too."""
    found: set[str] = set()
    package = module_of(path).split(".") if path.name == "__init__.py" else module_of(path).split(".")[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found.add(module)
            found |= {f"{module}.{alias.name}" for alias in node.names if is_module(f"{module}.{alias.name}")}
    return found


def is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_the_floors_below(path: Path) -> None:
    room = room_of(module_of(path))
    allowed = {**FLOORS, **TOP}[room] | ({room} if room not in ("__init__", "__main__") else {"version"})

    used = {room_of(name) for name in imports_of(path) if name.split(".")[0] == "decide" and name != "decide"}

    assert used <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_each_library_has_its_one_door(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()

    strangers = {
        name
        for name in imports_of(path)
        if (doors := SOLE_IMPORTERS.get(name.split(".")[0])) and not any(place.startswith(door) for door in doors)
    }

    assert strangers == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_stand_at_the_top_except_on_the_public_face(path: Path) -> None:
    inside = [
        node.lineno
        for outer in ast.walk(tree_of(path))
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(outer)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert path == PACKAGE / "__init__.py" or inside == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = {module_of(path): imports_of(path) for path in FILES if path != PACKAGE / "__init__.py"}
    graph = {name: {used for used in imports if used in modules and used != name} for name, imports in modules.items()}
    done: set[str] = set()

    def circle(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if name in above:
            return (*above[above.index(name) :], name)
        if name in done:
            return ()
        found = next((path for used in sorted(graph[name]) if (path := circle(used, (*above, name)))), ())
        done.add(name)
        return found

    circles = [found for name in sorted(graph) if (found := circle(name, ()))]

    assert circles == []


@pytest.mark.parametrize("table", TABLES)
def test_every_file_of_a_tables_folder_is_in_its_table(table: str) -> None:
    folder, others = TABLES[table]
    entries = {path.stem for path in (PACKAGE / folder).glob("*.py")} - others

    imported = {name.split(".")[2] for name in imports_of(PACKAGE / table) if name.startswith(f"decide.{folder}.")}

    assert entries == imported - others


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_and_functions_stay_within_a_readers_reach(path: Path) -> None:
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    too_long = {name: length for name, length in lengths.items() if length > 40}

    assert too_long == {}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_opens_with_the_sentence_that_says_its_job(path: Path) -> None:
    assert (ast.get_docstring(tree_of(path)) or "").split("\n")[0].strip() != ""


def test_the_tests_mirror_the_rooms() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}

    without = {room for room in rooms if not list((TESTS / room).glob("test_*.py"))}

    assert without == set()


def test_a_forbidden_import_would_be_seen(tmp_path: Path) -> None:
    text = "def f():\n    from decide.cli import main\n    import yaml\n"
    names = {
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }

    assert names == {"decide.cli", "yaml"}
    assert "cli" not in FLOORS["load"]
