"""What every check looks at: a ranking, and its decision looked up by id."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from decide.check.days import first_day
from decide.model.decision import Cell, Decision, Evidence
from decide.model.finding import Finding
from decide.model.place import Place, Source
from decide.model.possible import WeightSet
from decide.model.problem import Severity
from decide.model.ranking import Interval, Ranked, Ranking
from decide.model.record import Record, record
from decide.model.tree import Leaf
from decide.model.written import Written
from decide.weigh.possible import weight_set

Flaw = tuple[str, ...]
"""What a check has found: the ids that it is about, so that a waiver for one of them covers it."""
Key = tuple[str, str]
"""A cell: candidate, leaf."""
NOWHERE = Place(Source("decision", ""), 1, 1)


@record
class Remark(Record):
    """What a person is told of some flaws; without a severity it has that of its code."""

    place: Place
    message: str
    hint: str
    severity: Severity | None = None


@dataclass(frozen=True, eq=False)  # without slots: what is looked up is kept
class Study:
    """A ranking, findings about it, and what many checks ask of it; only those ranked count, not those screened out."""

    ranking: Ranking
    findings: tuple[Finding, ...] = ()

    @property
    def decision(self) -> Decision:
        """The decision that was ranked."""
        return self.ranking.decision

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves in the file's order."""
        return self.ranking.leaves

    @cached_property
    def weight(self) -> dict[str, Fraction]:
        """The point weight of each leaf."""
        return dict(zip((leaf.id for leaf in self.leaves), self.ranking.weights, strict=True))

    @cached_property
    def leaf(self) -> dict[str, Leaf]:
        """Each leaf by its id."""
        return {leaf.id: leaf for leaf in self.leaves}

    @cached_property
    def entries(self) -> dict[str, Ranked]:
        """Those ranked by their ids, in the file's order."""
        found = {entry.candidate.id: entry for entry in self.ranking.ranked}
        return {one.id: found[one.id] for one in self.decision.candidates if one.id in found}

    @cached_property
    def values(self) -> dict[Key, Interval]:
        """What is known of each cell of those ranked."""
        return {
            (candidate, leaf.id): known
            for candidate, entry in self.entries.items()
            for leaf, known in zip(self.leaves, entry.values, strict=True)
        }

    @cached_property
    def stated(self) -> dict[Key, Cell]:
        """The cells of ``performance:`` that say something."""
        return {
            (candidate, leaf): cell
            for candidate, cells in self.decision.performance
            for leaf, cell in cells
            if not cell.blank
        }

    @cached_property
    def judged(self) -> dict[Key, tuple[Cell, ...]]:
        """The cells of the assessors that say something."""
        found: dict[Key, tuple[Cell, ...]] = {}
        for _, sheet in self.decision.assessments:
            for candidate, cells in sheet:
                for leaf, cell in cells:
                    if not cell.blank:
                        found[candidate, leaf] = (*found.get((candidate, leaf), ()), cell)
        return found

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Each piece of evidence by its id."""
        return {item.id: item for item in self.decision.evidence}

    @cached_property
    def position(self) -> dict[str, int]:
        """At which place in the file those ranked stand."""
        return {one: at for at, one in enumerate(self.entries)}

    @cached_property
    def podium(self) -> tuple[tuple[Fraction, tuple[str, ...]], ...]:
        """The three highest different scores, each with who has it, in the file's order."""
        scores = {one: entry.score.point for one, entry in self.entries.items()}
        highest = sorted(set(scores.values()), reverse=True)[:3]
        return tuple((score, tuple(one for one in scores if scores[one] == score)) for score in highest)

    @cached_property
    def uses(self) -> Counter[str]:
        """On how many leaves each piece of evidence is cited for those ranked."""
        return Counter(item for ids in self.evidence_on.values() for item in ids)

    @cached_property
    def evidence_on(self) -> dict[str, frozenset[str]]:
        """The ids of the evidence that those ranked have on each leaf."""
        return {
            leaf.id: frozenset(item.id for key in self.keys(leaf.id) for item in self.cited(key))
            for leaf in self.leaves
        }

    @cached_property
    def possible(self) -> WeightSet:
        """The weights that are possible."""
        entries = (*self.ranking.ranked, *self.ranking.excluded)
        values = {entry.candidate.id: tuple(known.point for known in entry.values) for entry in entries}
        return weight_set(self.decision, self.leaves, self.ranking.weights, values)

    @cached_property
    def as_of(self) -> date | None:
        """The day to which ages count; None if the file does not say."""
        return first_day(self.decision.as_of)

    def told(self, analysis: str, *variants: str) -> Iterator[Finding]:
        """Yield the findings of one analysis, of these variants."""
        return (one for one in self.findings if one.analysis == analysis and one.variant in variants)

    def called(self, leaf: str) -> str:
        """Return the name of a leaf in quotes."""
        return f"“{self.leaf[leaf].criterion.name}”"

    def cells(self, key: Key) -> tuple[Cell, ...]:
        """Return the cells that make up a performance: the stated one, else those of the assessors."""
        return (self.stated[key],) if key in self.stated else self.judged.get(key, ())

    @cached_property
    def _cited(self) -> dict[Key, tuple[Evidence, ...]]:
        ids = {key: dict.fromkeys(one for cell in self.cells(key) for one in cell.evidence) for key in self.values}
        return {key: tuple(self.evidence[one] for one in own if one in self.evidence) for key, own in ids.items()}

    def cited(self, key: Key) -> tuple[Evidence, ...]:
        """Return the evidence of a performance of one who is ranked, each piece once."""
        return self._cited[key]

    def keys(self, leaf: str) -> Iterator[Key]:
        """Yield the cells of those ranked on a leaf, in the file's order of candidates."""
        return ((candidate, leaf) for candidate in self.entries)

    def known(self) -> Iterator[Key]:
        """Yield the cells of those ranked on leaves that weigh, where something is known."""
        for leaf in self.leaves:
            if self.weight[leaf.id] > 0:
                yield from (key for key in self.keys(leaf.id) if not self.values[key].unknown)

    def place(self, *records: Written | None) -> Place:
        """Return where the first of the records stands that has a place; else where the decision begins."""
        found = (one.place for one in (*records, self.decision) if one is not None and one.place is not None)
        return next(found, NOWHERE)

    def place_of(self, key: Key) -> Place:
        """Return where a performance is written, or else its candidate."""
        return self.place(*self.cells(key), self.entries[key[0]].candidate)
