"""Checks the proofs of findings: lists the findings that must be there and verifies each in exact arithmetic.

``python -I proofs.py FILE`` answers 0 where all is proved, 1 where something is not, 2 where the file is no proof. It
needs the standard library alone, and no solver. A finding is reckoned anew (``expected.py``, which lists them too), or
``shown.py`` verifies it: by a WITNESS (put in and ranked again), by what is IMPLIED (rows times multipliers add up to
it), by a SPLIT into cases. Those two files stand beside this one; docs/testing.md says what is verified, and how.
"""

import json
import re
import runpy
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from operator import mul, sub
from pathlib import Path
from types import SimpleNamespace
from typing import Any

LARGEST, ZERO = 50_000_000, Fraction(0)
NUMBER = re.compile(r"(0|-?[1-9][0-9]{0,599})(/[1-9][0-9]{0,599})?")
MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
UNDECIDED = {("least-change", "fewest"), ("cheapest-rank", "first-2"), ("cheapest-rank", "first-3")}
EXPECTED = runpy.run_path(str(Path(__file__).with_name("expected.py")))["ANALYSES"]
CHECKS = runpy.run_path(str(Path(__file__).with_name("shown.py")))["CHECKS"]
Vector = Sequence[Fraction]
Row = tuple[list[tuple[int, Fraction]], bool]
"""(leaf, coefficient) pairs whose sum over the weights is not negative; or is 0, where it holds exactly."""


class Refused(ValueError):
    """Something is not as it must be."""


def require(condition: object, why: str) -> None:
    """Refuse where a condition does not hold."""
    if not condition:
        raise Refused(why)


def fields(data: Any, names: str | Iterable[str]) -> list[Any]:
    """Return the values of a mapping that has exactly these keys."""
    wanted = names.split() if isinstance(names, str) else list(names)
    require(isinstance(data, dict) and set(data) == set(wanted), f"needed are exactly: {', '.join(wanted)}")
    return [data[name] for name in wanted]


def texts(data: Any) -> list[str]:
    """Return a list of texts."""
    require(isinstance(data, list) and all(isinstance(item, str) for item in data), "a list of texts is needed")
    return list(data)


def number(text: Any) -> Fraction:
    """Return a fraction that is written in lowest terms, within 600 digits above and below."""
    require(isinstance(text, str) and NUMBER.fullmatch(text) and str(Fraction(text)) == text, f"no number: {text}")
    return Fraction(text)


def vector(data: Any, names: Iterable[str], most: int = 100) -> list[Fraction]:
    """Return the numbers of a mapping with exactly these keys, none below 0 or above ``most``."""
    found = [number(text) for text in fields(data, names)]
    require(all(0 <= one <= most for one in found), f"a number is not within 0 and {most}")
    return found


def shares(data: Any, names: Iterable[str]) -> list[Fraction]:
    """Return the numbers of a mapping with exactly these keys: not negative, and summing to 1."""
    found = vector(data, names)
    require(sum(found) == 1, "shares do not sum to 1")
    return found


def dot(one: Iterable[Fraction], other: Iterable[Fraction]) -> Fraction:
    """Return the sum of the products."""
    return sum(map(mul, one, other), ZERO)


def combined(start: Vector, proof: Any, **allowed: Mapping[str, Row]) -> list[Fraction]:
    """Return a direction plus rows times their multipliers, which are positive unless the row holds exactly."""
    total = list(start)
    for kind, parts in proof.items():
        require(parts, f"there are no {kind} in it")
        for name, text in parts.items():
            (row, exact), share = allowed[kind][name], number(text)
            require(share > 0 or (exact and share), f"the multiplier of {name} is not positive")
            for at, entry in row:
                total[at] += share * entry
    return total


class Model:
    """The numbers of a decision; a vector has one entry per leaf, in the order of the tree."""

    def __init__(self, data: Any) -> None:
        keys = "candidates tree values weights rows preferences mixed efforts levels evidence cited"
        names, tree, values, weights, rows, preferred, mixed, efforts, levels, evidence, cited = fields(data, keys)
        self.tree: dict[str, str] = {}
        for node, parent in (texts(fields(item, "id parent")) for item in tree):
            require(node and node not in self.tree and parent in ("", *self.tree), f"{node} has no place in the tree")
            self.tree[node] = parent
        self.leaves = [node for node in self.tree if node not in self.tree.values()]
        self.inside: dict[str, list[int]] = {node: [] for node in ("", *self.tree)}
        for at, above in enumerate(self.leaves):
            while above:
                self.inside[above].append(at)
                above = self.tree[above]  # noqa: PLW2901
            self.inside[""].append(at)
        self.names, self.weights = texts(names), shares(weights, self.leaves)
        self.values = {name: vector(row, self.leaves) for name, row in zip(names, fields(values, names), strict=True)}
        require(len(self.names) == len(self.values), "a candidate stands twice")
        self.efforts = vector(efforts, self.leaves, 10**99)
        self.mixed = {name: shares(row, self.leaves) for name, row in zip(mixed, fields(mixed, mixed), strict=True)}
        self.rows: dict[str, Row] = {}
        for name, sign, part in (fields(row, "name sign coefficients") for row in rows):
            require(isinstance(name, str) and name not in self.rows and sign in (">=", "="), f"{name} is no row")
            self.rows[name] = [(self.leaves.index(leaf), number(part[leaf])) for leaf in part], sign == "="
        self.preferred = {name: self.rows[name] for name in texts(preferred)}
        self.floors: dict[str, Row] = {leaf: ([(at, Fraction(1))], False) for at, leaf in enumerate(self.leaves)}
        scales = zip(levels, fields(levels, filter(self.leaves.__contains__, levels)), strict=True)
        worths = {leaf: fields(scale, "values placed") for leaf, scale in scales}
        self.levels = {leaf: ([number(one) for one in own], texts(placed)) for leaf, (own, placed) in worths.items()}
        self.evidence = [texts(fields(item, "id origin")) for item in evidence]
        self.cited = [fields(cell, "candidate criterion evidence") for cell in cited]
        known = dict(self.evidence).keys()
        cells = {(name, leaf) for name, leaf, pieces in self.cited if pieces and set(texts(pieces)) <= known}
        require(cells <= {(name, leaf) for name in names for leaf in self.leaves}, "a cell is none")
        require(len(cells) == len(cited), "a cell stands twice, or cites what is unknown")
        self.scores, self.winners = self.scored(self.weights), self.first(self.weights)

    def scored(self, weights: Vector, values: Mapping[str, Vector] = {}) -> dict[str, Fraction]:
        """Return the scores with other weights, and with other values of some candidates."""
        return {name: dot(weights, row) for name, row in {**self.values, **values}.items()}

    def first(self, weights: Vector, values: Mapping[str, Vector] = {}) -> list[str]:
        """Return who is first, in the order of the file."""
        scores = self.scored(weights, values)
        best = max(scores.values())
        return [name for name in self.names if scores[name] == best]

    def gap(self, one: str, other: str) -> list[Fraction]:
        """Return the values of the one less those of the other."""
        return list(map(sub, self.values[one], self.values[other]))

    def over(self, own: str) -> dict[str, Row]:
        """Return for each rival the row that says: at least as good as it."""
        return {name: (list(enumerate(self.gap(own, name))), False) for name in self.names if name != own}

    def least(self, direction: Vector, proof: Any) -> Fraction:
        """Return what multipliers of the rows prove to be the least of a direction over the possible weights."""
        against = {name: ([(at, -entry) for at, entry in row], exact) for name, (row, exact) in self.rows.items()}
        rest = combined(direction, proof, rows=against)
        return min((dot(one, rest) for one in self.mixed.values()), default=min(rest))

    def meeting(self, told: Any, rows: Mapping[str, Row], more: str = "first") -> list[Fraction]:
        """Return the weights that are told, which meet these rows; all rows: they are possible, a mixture too."""
        mixed = self.mixed if rows is self.rows else {}
        fields(told, f"weights {more} {'shares' if mixed else ''}")
        weights = shares(told["weights"], self.leaves)
        for name, (row, exact) in rows.items():
            height = sum(entry * weights[at] for at, entry in row)
            require(height >= 0 and not (exact and height), f"the weights do not meet {name}")
        if mixed:
            parts = shares(told["shares"], mixed)
            require(weights == [dot(parts, one) for one in zip(*mixed.values(), strict=True)], "this is no mixture")
        require("first" not in told or told["first"] == self.first(weights), "somebody else is first there")
        return weights


for tool in (require, fields, number, vector, dot, combined):  # which the checks use too
    setattr(Model, tool.__name__, staticmethod(tool))


def verdicts(data: Any) -> Iterator[tuple[str, str]]:
    """Yield for each finding that must be there: proved, undetermined or FAILED, and which it is."""
    keys = "format kind program decision possible model analyses findings"
    form, kind, program, decision, possible, numbers, analyses, findings = fields(data, keys)
    texts([kind, program, possible, *fields(decision, "id hash"), *texts(analyses)])
    require(json.dumps(form) == "1" and kind == "proof", "it is no proof of format 1")
    require(analyses == [name for name in EXPECTED if name in analyses], "those are not analyses in their order")
    model, told = Model(numbers), {}
    for finding in findings:
        analysis, variant, about, *_ = fields(finding, "analysis variant about status amount witness certificate")
        told[analysis, variant, *texts(about)[: 1 if variant.startswith("dethrone") else None]] = finding
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


def _verdict(model: Model, key: tuple[str, ...], answer: Any, told: Any) -> str:
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
    require(check(model, told), "it does not follow")
    return "proved"


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
