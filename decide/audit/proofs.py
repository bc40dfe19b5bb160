"""Checks the proofs of findings: lists the findings that must be there and verifies each in exact arithmetic.

``python -I proofs.py FILE`` answers 0 where all is proved, 1 where something is not, 2 where the file is no proof. It
needs the standard library alone, and no solver. A finding is reckoned anew (``expected.py`` and ``people.py``, which
list them too), or ``shown.py`` and ``ranges.py`` verify it: by a WITNESS (put in and ranked again), by what is IMPLIED
(rows times multipliers add up to it), by a SPLIT into cases. They stand beside it, as does ``model.py``, which reads
the numbers; docs/testing.md says what is verified, and how.
"""

import json
import runpy
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

LARGEST = 50_000_000
MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
UNDECIDED = {("least-change", "fewest"), ("cheapest-rank", "first-2"), ("cheapest-rank", "first-3")}
"""What shows nothing where it is undetermined; other searches then show and prove what they have."""
NEAREST = {"dethrone-moved": 1, "dethrone-each": 1, "minimax": 0}
"""Variants of which only so many are known beforehand of those that they are about; the others have to be proved."""
ORDER = (
    *("weight-crossings", "least-change", "performance-change", "cheapest-rank", "dominance", "can-be-first"),
    *("rank-range", "necessary-possible", "regret", "acceptability", "information", "leave-one-out", "assessments"),
    *("stakeholders", "scenarios"),
    "critical-criterion",
)
FILES = ("model", "expected", "people", "ranges", "shown", "worth", "chances")
PARTS = [runpy.run_path(str(Path(__file__).with_name(f"{name}.py"))) for name in FILES]
LISTS = {name: lists for part in PARTS for name, lists in part.get("ANALYSES", {}).items()}
EXPECTED = {name: LISTS[name] for name in ORDER}
CHECKS = {name: check for part in PARTS for name, check in part.get("CHECKS", {}).items()}
Model, require, fields, texts, number = (PARTS[0][name] for name in ("Model", "require", "fields", "texts", "number"))


def verdicts(data: Any) -> Iterator[tuple[str, str]]:
    """Yield for each finding that must be there: proved, undetermined or FAILED, and which it is."""
    keys = "format kind program decision possible model analyses findings"
    form, kind, program, decision, possible, numbers, analyses, findings = fields(data, keys)
    texts([kind, program, possible, *fields(decision, "id hash"), *texts(analyses)])
    require(json.dumps(form) == "1" and kind == "proof", "it is no proof of format 1")
    require(analyses == [name for name in EXPECTED if name in analyses], "those are not analyses in their order")
    model: Any = Model(numbers)
    told: dict[tuple[str, ...], Any] = {}
    for finding in findings:
        analysis, variant, about, *_ = fields(finding, "analysis variant about status amount witness certificate")
        told[analysis, variant, *texts(about)[: NEAREST.get(variant)]] = finding
    model.told = told
    wanted = {(name, variant, *about): answer for name in analyses for variant, about, answer in EXPECTED[name](model)}
    for key, answer in wanted.items():
        try:
            require(key in told, "it is missing")
            found = SimpleNamespace(**told[key])
            yield (
                _verdict(model, key, answer, found),
                " ".join(filter(None, [*key[:2], *found.about])) + _said(found.amount),
            )
        except MALFORMED as error:
            yield "FAILED", f"{' '.join(filter(None, key))}: {error}"
    if list(told) != [key for key in wanted if key in told] or len(told) < len(findings):
        yield "FAILED", "the findings are not those that are asked for, each once and in order"


def _verdict(model: Any, key: tuple[str, ...], answer: Any, told: Any) -> str:
    shown = told.status, told.amount, told.witness, told.certificate
    if told.status == "undetermined" and key[:2] in UNDECIDED:
        require(shown[1:] == (None, None, {}), "what is undetermined shows nothing")
        return "undetermined"
    if answer is not None:
        status, amount, witness = answer
        text = None if amount is None else str(amount)
        require(shown == (status, text, witness, {}), f"reckoned: {status} {text}")
        return "proved"
    told.amount = None if told.amount is None else number(told.amount)
    check = CHECKS[key[0]] if key[0] in CHECKS else CHECKS[" ".join(key[:2])]
    follows = check(model, told)
    require(follows, "it does not follow")
    return "undetermined" if "undetermined" in (told.status, follows) else "proved"


def _said(amount: Any) -> str:
    """Return an amount for a reader: six significant digits."""
    return "" if amount is None else f": {Decimal(Fraction(amount).numerator) / Fraction(amount).denominator:.6g}"


def _write(stream: Any, text: str) -> None:
    """Write a line of which nothing can be mistaken for another line, or for what a terminal obeys."""
    stream.write("".join(sign if sign.isprintable() else "?" for sign in text) + "\n")


def main(arguments: list[str]) -> int:
    """Check a file, tell what is proved, and return the exit code."""
    try:
        require(len(arguments) == 1, "usage: python -I proofs.py FILE")
        with Path(arguments[0]).open("rb") as file:
            raw = file.read(LARGEST + 1)
        require(len(raw) <= LARGEST, f"the file is larger than {LARGEST} bytes")
        data = json.loads(raw.decode("ascii"), parse_float=partial(require, 0), parse_constant=partial(require, 0))
        canonical = json.dumps(data, sort_keys=True, separators=(",", ":")) + "\n"
        require(canonical.encode() == raw, "the JSON is not canonical: a key twice, spaces, or another order")
        found = list(verdicts(data))
    except (OSError, *MALFORMED) as error:
        _write(sys.stderr, f"no proof: {error}")
        return 2
    for verdict, text in found:
        _write(sys.stdout, f"{verdict} {text}")
    told = [verdict for verdict, _ in found]
    proved, undetermined = told.count("proved"), told.count("undetermined")
    rest = f", {undetermined} undetermined" if undetermined else ""
    _write(sys.stdout, f"{proved} of {len(told) - undetermined} findings proved{rest}")
    return 1 if "FAILED" in told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
