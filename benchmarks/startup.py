"""Measure how long the command takes to start, as a ratio to bare Python in the same run.

    python benchmarks/startup.py [PYTHON]

PYTHON is the interpreter of an environment in which decide is installed (default: the one that runs this file).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPETITIONS = 15
DECISION = Path(__file__).resolve().parent.parent / "criteria" / "apple-china-ai"

# Nothing is inherited: PYTHONDONTWRITEBYTECODE would have every child compile all that it imports, PYTHONUNBUFFERED
# and PYTHONPATH cost something too.
ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8"}

# Asked of the interpreter that is measured, as only it knows where its own compiled files belong.
INSPECTION = """
import importlib.util, pathlib, platform, sys
print(platform.python_version())
for name in ("decide", "click", "yaml"):
    found = importlib.util.find_spec(name)
    if found is None:
        sys.exit(f"{name} is not installed for {sys.executable}")
    for source in pathlib.Path(found.origin).parent.rglob("*.py"):
        if not pathlib.Path(importlib.util.cache_from_source(source)).exists():
            print(source)
"""


def main() -> None:
    """Print the table, or say why there is none."""
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    command = str(Path(python).absolute().with_name("decide"))
    version, *uncompiled = inspect(python)
    if uncompiled:
        sys.exit(f"not byte-compiled, so the times would mean nothing: {uncompiled[0]} (of {len(uncompiled)} files)")
    print(f"Python {version}, .pyc files exist, {REPETITIONS} interleaved repetitions\n")
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "decide --help": [command, "--help"],
        f"decide rank criteria/{DECISION.name}": [command, "rank", str(DECISION)],
        f"decide flip criteria/{DECISION.name}": [command, "flip", str(DECISION)],
    }
    print_table(measure(commands))


def inspect(python: str) -> list[str]:
    """Return the version of ``python``, then each source file of decide and its imports that has no compiled file."""
    # From an empty folder, as otherwise the checkout in the current one would be found in place of what is installed.
    with tempfile.TemporaryDirectory() as empty:
        asked = subprocess.run(
            [str(Path(python).absolute()), "-c", INSPECTION],
            check=False,
            cwd=empty,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            text=True,
        )
    if asked.returncode:
        sys.exit(asked.returncode)  # it has said on stderr what is the matter
    return asked.stdout.splitlines()


def measure(commands: dict[str, list[str]]) -> dict[str, list[float]]:
    """Return the wall times of each command in seconds, taken in turns so that a slow moment meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        run(command)  # unmeasured: the first run reads files that the later ones find in memory
    for _ in range(REPETITIONS):
        for name, command in commands.items():
            times[name].append(run(command))
    return times


def run(command: list[str]) -> float:
    """Return how many seconds the whole process took."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def print_table(times: dict[str, list[float]]) -> None:
    """Print median and minimum in milliseconds, and the medians as ratios to the first row."""
    width = max(map(len, times))
    base = statistics.median(next(iter(times.values())))
    print(f"{'':{width}}  {'median':>9}  {'minimum':>9}  {'ratio':>6}")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name:{width}}  {median * 1000:6.1f} ms  {min(seconds) * 1000:6.1f} ms  {median / base:5.1f}×")


if __name__ == "__main__":
    main()
