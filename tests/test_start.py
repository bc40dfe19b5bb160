"""Starting costs only what the answer needs: which modules a command loads, asked of a process of its own."""

import json
from functools import cache

import pytest

from decide.cli.lazy import COMMANDS
from tests.cli.door import DECISIONS, snippet

LOADED = """
import io, json, sys
out, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO())
from decide.cli.main import main
sys.argv = ["decide", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    out.write(json.dumps([ended.code, sorted(sys.modules)]))
"""
MINIMAL = str(DECISIONS["minimal"])
SOLVERS = {"numpy", "pulp", "highspy"}
HEAVY = {*SOLVERS, "jinja2", "markupsafe", "asyncio", "ssl", "http", "urllib.request", "socket", "multiprocessing"}


@cache
def loaded(*words: str) -> frozenset[str]:
    """Return the modules that a run has loaded when it is done."""
    answer = snippet(LOADED, *words)
    code, modules = json.loads(answer.out)
    assert (code, answer.err) == (0, "")
    return frozenset(modules)


def rooms(*words: str) -> set[str]:
    return {name.split(".")[1] for name in loaded(*words) if name.startswith("decide.")}


@pytest.mark.parametrize("words", [["--help"], ["--version"]])
def test_help_loads_no_yaml_and_no_record(words: list[str]) -> None:
    assert rooms(*words) == {"cli", "version"}
    assert "yaml" not in loaded(*words)


@pytest.mark.parametrize("command", ["rank", "why", "check", "flip"])
def test_a_ranking_as_text_loads_neither_solvers_nor_templates(command: str) -> None:
    assert loaded(command, MINIMAL) & HEAVY == set()
    assert "decide.render.html" not in loaded(command, MINIMAL)


def test_a_stress_test_loads_what_draws_and_no_solver() -> None:
    assert loaded("stress", MINIMAL) & HEAVY == {"numpy"}


@pytest.mark.parametrize("command", ["rank", "why", "check"])
def test_json_and_hashes_are_loaded_for_json_alone(command: str) -> None:
    assert "decide.compose.data" not in loaded(command, MINIMAL)
    assert "decide.compose.data" in loaded(command, "--format", "json", MINIMAL)


def test_a_ranking_loads_nothing_of_the_memo() -> None:
    modules = loaded("rank", MINIMAL)

    assert {"decide.compose.memo", "decide.compose.why", "decide.compose.schema"} & modules == set()


def test_a_memo_loads_templates_and_no_solver() -> None:
    modules = loaded("memo", "-o", "-", MINIMAL)

    assert "jinja2" in modules
    assert modules & SOLVERS == {"numpy"}


@pytest.mark.parametrize("name", ["rank", "memo"])
def test_a_command_loads_no_other_command(name: str) -> None:
    modules = loaded(name, "--help")

    assert {other for other in COMMANDS if f"decide.cli.{other}" in modules} == {name}


def test_the_table_of_commands_says_each_in_one_short_sentence() -> None:
    assert all(text.endswith(".") and len(text) <= 72 for text in COMMANDS.values())
