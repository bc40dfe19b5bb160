"""Page one: the ask, the reasons for it and the strongest one against, how sure it is, and what to be wary of."""

from collections.abc import Iterator

from decide.compose.anchors import evidence_links
from decide.compose.ranking import doubt, middles, open_questions, score_bars
from decide.compose.why import Comparison, comparison, printed_gaps
from decide.compose.words import listed, performance, sentence
from decide.model.decision import Cell
from decide.model.page import Block, Section, Text
from decide.model.problem import Problem
from decide.model.ranking import Ranked, Ranking
from decide.model.tree import Leaf

MOST_REASONS = 3
WARY = ("hindsight", "single-origin")
"""Checks whose findings a reader should meet before the ranking: what the evidence can bear at all."""


def front(ranking: Ranking, problems: tuple[Problem, ...]) -> Iterator[Section]:
    """Yield the sections of page one."""
    yield Section("The ask", (*_ask(ranking), score_bars(ranking)), "front")
    if len(ranking.ranked) > 1 and ranking.lead:
        yield Section("Recommended because", tuple(_reasons(ranking)), "front")
    yield Section("How sure is it?", tuple(_sure(ranking)), "front")
    yield Section("Read with care", tuple(_wary(ranking, problems)), "front")


def _ask(ranking: Ranking) -> Iterator[Block]:
    decision = ranking.decision
    names = {candidate.id: candidate.name for candidate in decision.candidates}
    first = [entry.candidate for entry in ranking.winners]
    told = listed([candidate.name for candidate in first])
    choice = decision.choice
    aim = "" if decision.title.endswith(("?", "？")) else f" for “{decision.title}”"
    if choice is None:
        ask = f"Choose {told}{aim}." if len(first) == 1 else f"Choose between {told}{aim}: they tie exactly."
    elif choice.candidate in {candidate.id for candidate in first}:
        day = f" on {choice.date}" if choice.date else ""
        others = listed([candidate.name for candidate in first if candidate.id != choice.candidate])
        stands = f"it ties exactly with {others} for first" if others else "it is first in this ranking"
        ask = f"{names[choice.candidate]} was chosen{day}; {stands}."
    else:
        stand = "is first" if len(first) == 1 else "tie for first"
        ask = f"{names[choice.candidate]} was chosen, although {told} {stand} in this ranking."
    yield Text(ask, "lead")


def _reasons(ranking: Ranking) -> Iterator[Block]:
    first, second = ranking.ranked[0], ranking.ranked[1]
    compared = comparison(ranking, first, second)
    gaps = sorted(compared.gaps, key=lambda row: -row[2])
    for leaf, _, gap in gaps[:MOST_REASONS]:
        if gap > 0:
            yield _reason(ranking, compared, leaf, first, second)
    against = [leaf for leaf, _, gap in gaps if gap < 0]
    if against:
        yield _reason(ranking, compared, against[-1], second, first, opening="Against it: ")
    else:
        yield Text(f"Nothing speaks for {second.candidate.name}: it is nowhere better.")


def _reason(
    ranking: Ranking, compared: Comparison, leaf: Leaf, better: Ranked, other: Ranked, *, opening: str = ""
) -> Text:
    decision = ranking.decision
    mine, theirs = (performance(decision, entry.candidate.id, leaf) for entry in (better, other))
    unit = f" ({leaf.unit})" if leaf.unit else ""
    points = printed_gaps(compared)[leaf.id]
    text = (
        f"{opening}{leaf.criterion.name}{unit}, {points} points. "
        f"{better.candidate.name}: {mine}. {other.candidate.name}: {theirs}."
    )
    return Text(text, "reason", evidence_links(decision, _evidence(ranking, better, leaf)))


def _evidence(ranking: Ranking, entry: Ranked, leaf: Leaf) -> tuple[str, ...]:
    cell = dict(dict(ranking.decision.performance).get(entry.candidate.id, ())).get(leaf.id, Cell())
    return cell.evidence[:4]


def _sure(ranking: Ranking) -> Iterator[Block]:
    notes = [note for note in (doubt(ranking), *open_questions(ranking), middles(ranking)) if note]
    if not notes:
        notes = ["Every performance is stated exactly, so at these weights nothing is open."]
    for note in notes:
        yield Text(note)


def _wary(ranking: Ranking, problems: tuple[Problem, ...]) -> Iterator[Block]:
    told = [problem for problem in problems if problem.code in WARY]
    for code in WARY:
        found = [problem for problem in told if problem.code == code]
        if len(found) > 2:
            yield Text(f"{sentence(found[0].message)} ({len(found) - 1} more in the appendix)", "warning")
        else:
            for problem in found:
                yield Text(sentence(problem.message), "warning")
    for voice in ranking.decision.dissent[:1]:
        also = f" ({len(ranking.decision.dissent) - 1} more under Context)" if len(ranking.decision.dissent) > 1 else ""
        yield Text(f"Dissent{f' ({voice.by})' if voice.by else ''}: {voice.says}{also}", "note")
