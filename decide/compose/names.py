"""What ids are called: how findings, which hold ids alone, become sentences about a decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from decide.compose.words import listed
from decide.model.figures import percent, plain, rounded_down, rounded_up
from decide.model.possible import WeightSet
from decide.model.ranking import Ranking
from decide.model.tree import Leaf, LevelScale, RangeScale, nodes

MOST_DECIMALS = 6
_WITHIN = {
    "order": "While the weights keep their order",
    "any": "",
    "stated": "Within the stated ranges",
}
_FORMS = {
    "order": "all that keep the order of the point weights",
    "any": "all that there are",
    "stated": "all within the stated ranges",
}


@dataclass(frozen=True, eq=False)  # without slots: what is looked up is kept
class Names:
    """The names of candidates, criteria and origins of one ranking, and the weights that are possible."""

    ranking: Ranking
    weight_set: WeightSet

    @cached_property
    def _candidates(self) -> dict[str, str]:
        return {candidate.id: candidate.name for candidate in self.ranking.decision.candidates}

    @cached_property
    def _nodes(self) -> dict[str, str]:
        return {node.id: node.name for node in nodes(self.ranking.decision.criteria)}

    @cached_property
    def leaves(self) -> dict[str, Leaf]:
        """Each leaf by its id."""
        return {leaf.id: leaf for leaf in self.ranking.leaves}

    @cached_property
    def weights(self) -> dict[str, Fraction]:
        """The point weight of each leaf."""
        return dict(zip(self.leaves, self.ranking.weights, strict=True))

    @property
    def winners(self) -> tuple[str, ...]:
        """Those first in rank."""
        return tuple(entry.candidate.id for entry in self.ranking.winners)

    @cached_property
    def ranked(self) -> frozenset[str]:
        """Those who are ranked, not screened out."""
        return frozenset(entry.candidate.id for entry in self.ranking.ranked)

    def candidate(self, identifier: str) -> str:
        """Return the name of a candidate."""
        return self._candidates[identifier]

    def candidates(self, identifiers: Iterable[str]) -> str:
        """Return the names of candidates, joined."""
        return listed([self._candidates[one] for one in identifiers])

    def node(self, identifier: str) -> str:
        """Return the name of a criterion or group."""
        return self._nodes[identifier]

    def stakeholder(self, identifier: str) -> str:
        """Return the name of a stakeholder."""
        return next(one.name for one in self.ranking.decision.stakeholders if one.id == identifier)

    def scenario(self, identifier: str) -> str:
        """Return the name of a scenario."""
        return next(one.name for one in self.ranking.decision.scenarios if one.id == identifier)

    def hurdle(self, identifier: str) -> str:
        """Return the name of a gate, of what has a limit, or of the limit on the score."""
        found = (gate.name for gate in self.ranking.decision.gates if gate.id == identifier)
        return next(found, "the score") if identifier not in self._nodes else self._nodes[identifier]

    def first(self, identifiers: Sequence[str]) -> str:
        """Return ``Alibaba is first``, or who ties for first."""
        verb = "is first" if len(identifiers) == 1 else "tie for first"
        return f"{self.candidates(identifiers)} {verb}"

    def mixture(self, shares: Iterable[tuple[str, Fraction]]) -> str:
        """Return ``60 % Alibaba + 40 % ByteDance``; one candidate alone by its name."""
        parts = list(shares)
        if len(parts) == 1:
            return self.candidate(parts[0][0])
        return " + ".join(f"{percent(share, 0)} {self.candidate(name)}" for name, share in parts)

    def amount(self, leaf: str, amount: Fraction | None, toward: Fraction | None = None) -> str:
        """Return a performance with its unit; rounded, if it has to be, away from ``toward``."""
        known = self.leaves[leaf]
        if amount is None:
            return "unknown"
        if isinstance(known.scale, LevelScale):
            return f"“{known.scale.texts[int(amount)]}”"
        unit = f" {known.unit}" if known.unit else ""
        return f"{amount_text(known, amount, toward)}{unit}"

    @property
    def within(self) -> str:
        """Return the possible weights as the opening of a sentence; nothing where all weights are possible."""
        form = self.weight_set.form
        opening = _WITHIN.get(form, f"With {form}")
        if not self.weight_set.preferences:
            return f"{opening}, " if opening else ""
        return f"{opening} and all preferences met, " if opening else "With all preferences met, "

    @property
    def possible(self) -> str:
        """Which weights are possible, in words."""
        form, stated = self.weight_set.form, bool(self.weight_set.preferences)
        if form == "any" and stated:
            return "all that meet the preferences"
        return f"{_FORMS.get(form, form)}{' and meet the preferences' if stated else ''}"


def amount_text(leaf: Leaf, amount: Fraction, toward: Fraction | None) -> str:
    """Return an amount as digits, with as few as say it well, rounded away from ``toward`` if it has to be rounded."""
    text = plain(amount)
    if toward is None or Fraction(text) == amount:
        return text
    for decimals in range(_decimals(leaf), MOST_DECIMALS + 1):
        text = (rounded_up if amount > toward else rounded_down)(amount, decimals)
        if Fraction(text) != amount:
            return text.rstrip("0").rstrip(".") if "." in text else text
    return text


def _decimals(leaf: Leaf) -> int:
    """Return with how many decimals a thousandth of the scale is seen."""
    scale = leaf.scale
    if isinstance(scale, LevelScale):
        return 0
    span = abs(scale.best - scale.worst) if isinstance(scale, RangeScale) else scale.points[-1][0] - scale.points[0][0]
    decimals = 0
    while span * 10**decimals < 100 and decimals < MOST_DECIMALS:
        decimals += 1
    return decimals


def share_up(share: Fraction) -> str:
    """Return a share in percent, rounded up to one decimal."""
    return f"{rounded_up(100 * share, 1)} %"


def share_down(share: Fraction) -> str:
    """Return a share in percent, rounded down to one decimal."""
    return f"{rounded_down(100 * share, 1)} %"


def moves(names: Names, rows: Iterable[tuple[str, Fraction, Fraction]]) -> str:
    """Return ``from A (13.8 % → 3.1 %) and B (…) to C (2.1 % → 20.3 %)`` for weights before and after."""
    down: list[str] = []
    up: list[str] = []
    for criterion, before, after in rows:
        told = f"{names.node(criterion)} ({percent(before)} → {percent(after)})"
        (up if after > before else down).append(told)
    return f"from {listed(down)} to {listed(up)}"
