"""Change the checker of proofs in one place at a time, and see whether its tests notice.

    python -m benchmarks.mutation [--quick] [--share 0.1] [--seed 1] [--workers 2] [--limit 900] [FILE ...]

From the root of a checkout. FILE is a file of ``decide/audit`` (all that check proofs by default). Changed are
comparisons, operators, operands, numbers, filters, conditions, what is returned, and whole statements; not texts, nor
``strict=`` of a ``zip``. Each change stands alone in a copy of the checkout, where the tests of ``tests/audit`` run but
those that draw decisions (with ``--quick`` without those that change one thing in a proof, too); what takes longer than
the limit (seconds) has failed too. With a share below 1 that many of the changes are tried, drawn from the seed. It
prints what is not killed, with its place, and a sum. All tests have to pass as they are.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from queue import Queue
from random import Random
from typing import Any, NamedTuple

from decide.audit import proofs

ROOT = Path(__file__).resolve().parent.parent
AUDIT, TESTS = ROOT / "decide" / "audit", "tests/audit"
CHECKER = [AUDIT / f"{name}.py" for name in ("proofs", *proofs.FILES)]
DRAWN = f"{TESTS}/test_proofs.py::test_all_findings_of_any_decision_are_proved"
RIGHT = f"{TESTS}/test_proofs.py::test_the_findings_of_decisions_made_for_each_kind_of_proof_are_proved"
LAST = ("test_proofs", "test_running", "test_tampering")
"""What is quick comes first, as most changes are noticed at once: some right proofs, then the forgeries."""
COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE,),
    ast.LtE: (ast.Lt,),
    ast.Gt: (ast.GtE,),
    ast.GtE: (ast.Gt,),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
OPERATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TYPES = ("Vector", "Row", "Answer", "Expected", "Ends", "Scores", "CHECKS")
"""Names of which only a type, or a table, is said."""
Change = Callable[[Any], ast.AST | None]
"""What becomes of a node: another one in its place, or itself, changed (None)."""


class Mutant(NamedTuple):
    """A change: the file, the line, what is done there, and the text of the file with it."""

    file: str
    line: int
    what: str
    text: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every change of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    quiet = {id(part) for node in ast.walk(tree) for part in _left_alone(node)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in quiet:
            continue
        for what, change in _changes(node):
            fresh = deepcopy(tree)
            changed = list(ast.walk(fresh))[place]
            other = change(changed)
            if other is not None:
                fresh = _Replacing(changed, other).visit(fresh)
            before = ast.unparse(node).splitlines()[0][:70]
            line = getattr(node, "lineno", 0)
            yield Mutant(path.name, line, f"{what}: {before}", ast.unparse(ast.fix_missing_locations(fresh)))


class _Replacing(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)


def _left_alone(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts that nobody is to notice: how a refusal is worded, ``strict=``, and annotations."""
    if isinstance(node, ast.keyword) and node.arg == "strict":
        yield from ast.walk(node.value)
    for field in ("annotation", "returns"):
        if isinstance(part := getattr(node, field, None), ast.AST):
            yield from ast.walk(part)
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in TYPES:
        yield from ast.walk(node.value)


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    yield from _of_values(node)
    yield from _of_ways(node)


def _of_values(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """Yield the changes of what is reckoned and compared."""
    match node:
        case ast.Compare(ops=ops):
            for at, operator in enumerate(ops):
                for other in COMPARED.get(type(operator), ()):
                    yield f"{type(operator).__name__} → {other.__name__}", _set_at("ops", at, other())
        case ast.BinOp(op=operator) if type(operator) in OPERATED:
            other_operator = OPERATED[type(operator)]
            yield f"{type(operator).__name__} → {other_operator.__name__}", _set("op", other_operator())
            yield "left alone", lambda own: own.left
        case ast.BoolOp(op=operator, values=values):
            yield "and ↔ or", _set("op", ast.Or() if isinstance(operator, ast.And) else ast.And())
            for at in range(len(values)):
                yield f"operand {at} left out", _leaving_out("values", at)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield "sign left out", lambda own: own.operand
        case ast.Constant(value=bool(value)):
            yield f"{value} → {not value}", _set("value", not value)
        case ast.Constant(value=int(value)):
            yield f"{value} → {value + 1}", _set("value", value + 1)


def _of_ways(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """Yield the changes of what is done, and of what is left out of it."""
    match node:
        case ast.comprehension(ifs=filters):
            for at in range(len(filters)):
                yield "filter left out", _leaving_out("ifs", at)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield "condition turned round", _set("test", ast.UnaryOp(ast.Not(), test))
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "True":
            yield "returns True", _set("value", ast.Constant(value=True))
        case ast.Expr(value=ast.Constant()):
            pass  # a docstring
        case ast.Expr() | ast.AugAssign() | ast.Continue():
            yield "statement left out", lambda _: ast.Pass()


def _set(field: str, new: Any) -> Change:
    return lambda own: setattr(own, field, new)


def _set_at(field: str, at: int, new: Any) -> Change:
    return lambda own: getattr(own, field).__setitem__(at, new)


def _leaving_out(field: str, at: int) -> Change:
    def change(own: Any) -> ast.AST | None:
        del getattr(own, field)[at]
        return own.values[0] if isinstance(own, ast.BoolOp) and len(own.values) == 1 else None

    return change


def verdict(copy: Path, mutant: Mutant, limit: float, left_out: str) -> str:
    """Return what becomes of a change in a copy of the checkout, which is as it was afterwards."""
    file = copy / "decide" / "audit" / mutant.file
    before = file.read_bytes()
    file.write_text(mutant.text, encoding="utf-8")
    try:
        return "killed" if run_tests(copy, limit, left_out) else "survived"
    except subprocess.TimeoutExpired:
        return "timed out"
    finally:
        file.write_bytes(before)


def run_tests(copy: Path, limit: float, left_out: str) -> int:
    """Return the exit code of the tests but those of one file, the quick ones first; they end at the first failure."""
    names = [path.stem for path in sorted((copy / TESTS).glob("test_*.py")) if path.stem not in (*LAST, left_out)]
    ordered = [f"{TESTS}/{name}.py" for name in (*names, *(name for name in LAST if name != left_out))]
    return pytest_in(copy, limit, RIGHT, *ordered)


def pytest_in(copy: Path, limit: float, *asked: str) -> int:
    """Return the exit code of these tests in a copy of the checkout."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", "--deselect", DRAWN, *asked]
    run = subprocess.run(
        command,
        cwd=copy,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=limit,
        check=False,
    )
    return run.returncode


def copied(place: Path) -> Path:
    """Return a copy of the checkout, compiled so that a file that changes is read again, however quickly it does."""
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(".*", "__pycache__", "node_modules"))
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "decide", "tests"]
    subprocess.run(compiling, cwd=place, check=True)
    return place


def main() -> int:
    """Try the changes, print what survives, and return 1 if tests fail without any."""
    parser = argparse.ArgumentParser(description="Change the checker of proofs in one place at a time.")
    parser.add_argument("--quick", action="store_const", const="test_tampering", default="")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=float, default=900)
    parser.add_argument("files", nargs="*", metavar="FILE")
    asked = parser.parse_args()
    paths = [Path(name) for name in asked.files] or CHECKER
    every = [mutant for path in paths for mutant in mutants(path)]
    chosen = Random(asked.seed).sample(every, round(asked.share * len(every)))
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(asked.workers):
            copies.put(copied(Path(folder) / str(number)))
        if pytest_in(Path(folder) / "0", asked.limit, RIGHT):
            print("the first of the tests do not pass as they are")
            return 1

        def tried(mutant: Mutant) -> str:
            copy = copies.get()
            answer = verdict(copy, mutant, asked.limit, asked.quick)
            copies.put(copy)
            if answer != "killed":
                print(f"{answer}: {mutant.file}:{mutant.line}: {mutant.what}", flush=True)
            return answer

        with ThreadPoolExecutor(asked.workers) as pool:
            told = Counter(pool.map(tried, chosen))
    print(f"{len(chosen)} of {len(every)} changes: {', '.join(f'{count} {word}' for word, count in told.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
