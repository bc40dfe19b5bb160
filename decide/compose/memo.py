"""Tells a whole decision, page one for the reader in a hurry, the rest for those who ask why."""

from decide.compose.appendix import appendix
from decide.compose.argument import consequences, price_and_quality, values, winner_against_rivals
from decide.compose.disagreement import disagreement
from decide.compose.frame import candidates_section, conditions, context, facts
from decide.compose.front import front
from decide.compose.robustness import robustness
from decide.compose.stressed import Stressed
from decide.compose.turns import turns
from decide.compose.voices import voices
from decide.compose.worth_asking import worth_asking
from decide.model.canonical import decision_hash
from decide.model.page import Page, Section
from decide.model.problem import Problem
from decide.version import __version__


def memo_page(stressed: Stressed, problems: tuple[Problem, ...]) -> Page:
    """Return the memo of a ranking and of what testing it found; sections without content are left out."""
    ranking = stressed.ranking
    decision = ranking.decision
    sections = (
        *front(stressed, problems),
        Section("Context", tuple(context(ranking))),
        Section("Candidates", tuple(candidates_section(ranking))),
        Section("What was valued", tuple(values(ranking))),
        Section("What each candidate does", tuple(consequences(ranking))),
        Section("Why the ranking is as it is", tuple(winner_against_rivals(ranking))),
        Section("How robust is it?", tuple(robustness(stressed))),
        Section("Who would choose what?", tuple(voices(stressed))),
        Section("If something turns out differently", tuple(turns(stressed))),
        Section("What to find out first", tuple(worth_asking(stressed))),
        Section("Disagreement", tuple(disagreement(stressed))),
        Section("Price and quality", tuple(price_and_quality(ranking))),
        Section("What would have to be true", tuple(conditions(stressed))),
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
