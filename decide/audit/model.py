"""What the checker of proofs reads: the numbers of a decision, strictly, and what is reckoned with them.

Imports nothing of decide. Whatever is not as it must be is refused with a ``ValueError``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from operator import mul, sub
from typing import Any

ZERO = Fraction(0)
NUMBER = re.compile(r"(0|-?[1-9][0-9]{0,599})(/[1-9][0-9]{0,599})?")
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
        keys = "candidates tree values weights rows preferences mixed efforts levels evidence cited ranges "
        all_ = fields(data, keys + "judged stakeholders averaged scenarios open")
        names, tree, values, weights, rows, preferred, mixed, efforts, levels, evidence, cited = all_[:11]
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
        self._circumstances(*all_[11:])

    def _circumstances(
        self, ranges: Any, judged: Any, voices: Any, averaged: Any, scenarios: Any, unsettled: Any
    ) -> None:
        """Read how low and high cells may be, who judged what, whose weights count, and how it may turn out."""
        self.told: dict[tuple[str, ...], Any] = {}
        self.lows, self.highs = (
            {
                name: self._ends(name, part, end)
                for name, part in zip(self.names, fields(ranges, self.names), strict=True)
            }
            for end in (0, 1)
        )
        self.judged: dict[tuple[str, str], dict[str, Fraction]] = {}
        for who, name, leaf, value in (texts(fields(one, "assessor candidate criterion value")) for one in judged):
            cell = self.judged.setdefault((name, leaf), {})
            require(who not in cell, f"{who} judges a cell twice")
            cell[who] = number(value)
        for (name, leaf), cell in self.judged.items():
            mean = self.values[name][self.leaves.index(leaf)]
            require(sum(cell.values()) == len(cell) * mean, "a value is not the mean of what was judged")
        self.assessors = list(dict.fromkeys(one["assessor"] for one in judged))
        told = [fields(one, "id share weights") for one in voices]
        self.voices = {name: shares(part, self.leaves) for name, _, part in told}
        self.shares = vector({name: share for name, share, _ in told}, self.voices, 1)
        require(len(self.voices) == len(told) and all(self.shares), "a voice is there twice, or has no share")
        require(sum(self.shares) == (1 if told else 0), "the shares of the voices do not sum to 1")
        self.averaged = averaged == "yes"
        require(averaged in ("yes", "no") and (not self.averaged or self.weights == self.mean()), "it is no mean")
        self.scenarios: dict[str, tuple[Any, list[Fraction], dict[str, list[Fraction]]]] = {}
        for name, chance, own, rows in (fields(one, "id chance weights values") for one in scenarios):
            require(isinstance(name, str) and name not in self.scenarios, "a scenario is there twice")
            known = None if chance is None else number(chance)
            places = {one: vector(row, self.leaves) for one, row in rows.items()}
            self.scenarios[name] = known, shares(own, self.leaves), places
        chances = [chance for chance, _, _ in self.scenarios.values() if chance is not None]
        require(sum(chances) <= 1 and all(chance >= 0 for chance in chances), "chances are from 0 to 1 together")
        self.open = [fields(one, "candidate criterion kind levels evidence") for one in unsettled]

    def _ends(self, name: str, part: Any, end: int) -> list[Fraction]:
        """Return the least or the most that the cells of a candidate can be worth."""
        found = list(self.values[name])
        for leaf, ends in part.items():
            at = self.leaves.index(leaf)
            low, high = vector(ends, ("low", "high"))
            require(low <= found[at] <= high and low < high, f"{leaf} is not between its ends")
            found[at] = high if end else low
        return found

    def mean(self) -> list[Fraction]:
        """Return the mean of the weights of all voices, by their shares."""
        return [dot(self.shares, column) for column in zip(*self.voices.values(), strict=True)]

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


for tool in (require, fields, texts, number, vector, dot, combined):  # which the checks use too
    setattr(Model, tool.__name__, staticmethod(tool))
