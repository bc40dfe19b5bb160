"""A small decision without any flaw, and what the checks say of it once something in it is changed."""

from pathlib import Path

from decide.check.checks import examine_ranking
from decide.check.study import Study
from decide.model.problem import Problem
from decide.model.waived import Waived
from decide.rank.ranking import rank
from decide.road.margins import margins
from tests.plain import read_text

FLAWLESS = (Path(__file__).parent / "flawless.yaml").read_text(encoding="utf-8")
"""Three help desks on price (40 %), ease of use (35 %) and uptime (25 %).

today has the values 100, 0, 25 and 46.25 points; acme 40, 100, 80 and 71; bolt 30, 50, 90 and 52. Acme leads by 19.
"""


def changed(*pairs: tuple[str, str], text: str = FLAWLESS) -> str:
    """Return the text with each first piece, which has to be there, replaced by the second."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def with_(section: str, *, text: str = FLAWLESS) -> str:
    """Return the text with one more section, from its second line on."""
    return changed(("\ntitle: ", f"\n{section}\ntitle: "), text=text)


def study(text: str = FLAWLESS) -> Study:
    """Return what the checks look at."""
    return Study(rank(read_text(text)))


def examined(text: str) -> tuple[tuple[Problem, ...], tuple[Waived, ...]]:
    """Return what the checks say of a decision and of findings about it, and what of it is waived."""
    ranking = rank(read_text(text))
    return examine_ranking(ranking, margins(ranking))


def said(text: str) -> tuple[Problem, ...]:
    """Return what the checks say of a decision, those left out that read findings."""
    return examine_ranking(rank(read_text(text)))[0]


def codes(text: str) -> list[str]:
    """Return the codes of what the checks say, each as often as it is said."""
    return [problem.code for problem in said(text)]


def message(text: str, code: str) -> str:
    """Return the one message of a code."""
    (one,) = (problem.message for problem in said(text) if problem.code == code)
    return one
