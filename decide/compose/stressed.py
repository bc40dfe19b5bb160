"""A ranking with all that its stress test found: what a memo tells."""

from dataclasses import dataclass
from fractions import Fraction
from shlex import quote

from decide.compose.names import Names
from decide.compose.odds import surest
from decide.compose.ranking import worst_lead
from decide.compose.verdict import verdict
from decide.model.finding import Finding
from decide.model.flip import Flip
from decide.model.ranking import Ranking

MOST_LETTERS = 200
"""A command that is longer is no small print any more; `decide flip` prints it."""


@dataclass(frozen=True, slots=True)
class Stressed:
    """``flips``, nearest first, follow from the findings; ``whole``: none was left out for the size of the decision."""

    names: Names
    findings: tuple[Finding, ...] = ()
    flips: tuple[Flip, ...] = ()
    whole: bool = True

    @property
    def ranking(self) -> Ranking:
        """The ranking that was tested."""
        return self.names.ranking

    def told(self, analysis: str, *variants: str) -> list[Finding]:
        """Return the findings of an analysis, of these variants if any are named."""
        found = [finding for finding in self.findings if finding.analysis == analysis]
        return [finding for finding in found if not variants or finding.variant in variants]

    @property
    def tolerance(self) -> Fraction | None:
        """By how many percent every weight may be off at once; None where no error undoes the lead."""
        amounts = [one.amount for one in self.told("least-change", "tolerance") if one.status != "holds"]
        return min((amount for amount in amounts if amount is not None), default=None)

    @property
    def chance(self) -> Fraction | None:
        """The least that is known of how likely the first stays ahead; None where nothing is."""
        return surest(self.findings)

    @property
    def verdict(self) -> str:
        """The word for how firmly the first place stands; nothing where there is one candidate alone."""
        lead, worst = self.ranking.lead, worst_lead(self.ranking)
        if lead is None or worst is None:
            return ""
        return verdict(lead, tolerance=self.tolerance, worst=worst, chance=self.chance)

    def command(self, flip: Flip) -> str:
        """Return what one types beside the decision to see a flip; nothing if that is too long to be typed."""
        decision = self.ranking.decision
        source = decision.place.source.name if decision.place is not None else ""
        own = source.rpartition("/")[2]
        name = own if own not in ("", "decision.yaml") else decision.id
        told = f"decide whatif {' '.join(quote(word) for word in (name, *flip.words))}"
        return told if len(told) <= MOST_LETTERS else ""
