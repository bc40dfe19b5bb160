"""Tells a whole decision, page one for the reader in a hurry, the rest for those who ask why."""

from decide.compose.appendix import appendix
from decide.compose.argument import consequences, price_and_quality, values, winner_against_rivals
from decide.compose.frame import candidates_section, context, facts
from decide.compose.front import front
from decide.model.canonical import decision_hash
from decide.model.page import Page, Section
from decide.model.problem import Problem
from decide.model.ranking import Ranking
from decide.version import __version__


def memo_page(ranking: Ranking, problems: tuple[Problem, ...]) -> Page:
    """Return the memo of a ranked decision; sections without content are left out."""
    decision = ranking.decision
    sections = (
        *front(ranking, problems),
        Section("Context", tuple(context(ranking))),
        Section("Candidates", tuple(candidates_section(ranking))),
        Section("What was valued", tuple(values(ranking))),
        Section("What each candidate does", tuple(consequences(ranking))),
        Section("Why the ranking is as it is", tuple(winner_against_rivals(ranking))),
        Section("Price and quality", tuple(price_and_quality(ranking))),
        *appendix(ranking, problems),
    )
    return Page(
        title=decision.title,
        subtitle=decision.question,
        sections=tuple(section for section in sections if section.blocks),
        footer=f"Made by decide {__version__} from {decision.id}, {decision_hash(decision)}",
        facts=facts(ranking),
        mark="draft" if decision.status == "draft" else "",
    )
