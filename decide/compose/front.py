"""Page one: the ask, the reasons and the strongest one against, how sure it is, what would flip it, what to heed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from decide.compose.anchors import evidence_links
from decide.compose.dissent import dissent_in_short
from decide.compose.flipped import flips_in_short
from decide.compose.ranking import headline, score_bars
from decide.compose.stressed import Stressed
from decide.compose.sure import evidence_behind, sure
from decide.compose.verdict import LEANS, NO_CLEAR_WINNER
from decide.compose.why import Comparison, comparison, printed_gaps
from decide.compose.words import counted, listed, performance, sentence
from decide.model.decision import Cell, Decision
from decide.model.page import Bar, Block, Section, Text
from decide.model.problem import Problem
from decide.model.ranking import Ranked, Ranking
from decide.model.tree import Leaf, LevelScale

MOST_REASONS = 3
MOST_BARS = 10
MOST_LINKS = 2
WARY = ("hindsight", "single-origin")
"""Checks whose findings a reader should meet before the ranking: what the evidence can bear at all."""
_BRACKETS = re.compile(r" \(([^()]*)\)")
_LATE = " became known only"
_BETWEEN = re.compile(r", | and ")


def front(stressed: Stressed, problems: tuple[Problem, ...]) -> Iterator[Section]:
    """Yield the sections of page one."""
    ranking = stressed.ranking
    title = "The ask" if ranking.decision.choice is None else "The decision"
    yield Section(title, (*_ask(stressed), *_picture(stressed)), "front")
    if len(ranking.ranked) > 1 and ranking.lead:
        name = ranking.ranked[0].candidate.name
        yield Section(f"What puts {name} first", tuple(_reasons(ranking)), "front")
    yield Section("How sure is it?", tuple(Text(note) for note in sure(stressed)), "front")
    yield Section("What would flip it", tuple(_flips(stressed)), "front")
    yield Section("Read with care", tuple(_wary(ranking, problems)), "front")


def _ask(stressed: Stressed) -> Iterator[Block]:
    decision = stressed.ranking.decision
    names = {candidate.id: candidate.name for candidate in decision.candidates}
    first = [entry.candidate for entry in stressed.ranking.winners]
    told = listed([candidate.name for candidate in first])
    choice = decision.choice
    aim = "" if decision.title.endswith(("?", "？")) else f" for “{decision.title}”"
    if choice is None and len(first) > 1:
        ask = f"Choose between {told}{aim}: they tie exactly."
    elif choice is None:
        unclear = stressed.verdict in (LEANS, NO_CLEAR_WINNER)
        ask = f"Choose {told}{aim}{': it is first, but there is no clear winner' if unclear else ''}."
    elif choice.candidate in {candidate.id for candidate in first}:
        day = f" on {choice.date}" if choice.date else ""
        others = listed([candidate.name for candidate in first if candidate.id != choice.candidate])
        stands = f"it ties exactly with {others} for first" if others else "it is first in this ranking"
        ask = f"{names[choice.candidate]} was chosen{day}; {stands}."
    else:
        stand = "is first" if len(first) == 1 else "tie for first"
        ask = f"{names[choice.candidate]} was chosen, although {told} {stand} in this ranking."
    yield Text(ask, "lead")


def _picture(stressed: Stressed) -> Iterator[Block]:
    """Yield the scores as bars, the best of many, and which of them is what one has today."""
    ranking = stressed.ranking
    whole = score_bars(ranking)
    entries = (*ranking.ranked, *ranking.excluded)
    bars = tuple(_today(entry, bar) for entry, bar in zip(entries, whole.bars, strict=True))
    yield replace(whole, title=headline(ranking, stressed.verdict), bars=bars[:MOST_BARS])
    if len(bars) > MOST_BARS:
        yield Text(f"{len(bars) - MOST_BARS} more under Candidates.", "note")


def _today(entry: Ranked, bar: Bar) -> Bar:
    return replace(bar, label=f"{bar.label} (today)") if entry.candidate.baseline else bar


def _reasons(ranking: Ranking) -> Iterator[Block]:
    first, second = ranking.ranked[0], ranking.ranked[1]
    compared = comparison(ranking, first, second)
    gaps = sorted(compared.gaps, key=lambda row: -row[2])
    shared = ", which shares the second place" if second.tied else ""
    yield Text(f"Against {second.candidate.name}{shared}:")
    for leaf, _, gap in gaps[:MOST_REASONS]:
        if gap > 0:
            yield _reason(ranking, compared, leaf, first)
    against = [leaf for leaf, _, gap in gaps if gap < 0]
    if against:
        yield _reason(ranking, compared, against[-1], second, opening="Against it: ")
    else:
        yield Text(f"Nothing speaks for {second.candidate.name}: it is nowhere better.")


def _reason(ranking: Ranking, compared: Comparison, leaf: Leaf, better: Ranked, *, opening: str = "") -> Text:
    """Return ``Cloud capacity, +6.1: 36 against 4 percent``, with the evidence of the one that is better."""
    pair = (compared.ahead, compared.behind)
    mine, theirs = (_performance(ranking.decision, entry.candidate.id, leaf) for entry in pair)
    unit = f" {leaf.unit}" if leaf.unit else ""
    told = f"{mine}{unit} against {theirs}" if theirs == "unknown" else f"{mine} against {theirs}{unit}"
    text = f"{opening}{leaf.criterion.name}, {printed_gaps(compared)[leaf.id]}: {told}."
    return Text(text, "reason", evidence_links(ranking.decision, _evidence(ranking, better, leaf)))


def _performance(decision: Decision, candidate: str, leaf: Leaf) -> str:
    told = performance(decision, candidate, leaf)
    return f"“{told}”" if isinstance(leaf.scale, LevelScale) and told in leaf.scale.texts else told


def _evidence(ranking: Ranking, entry: Ranked, leaf: Leaf) -> tuple[str, ...]:
    cell = dict(dict(ranking.decision.performance).get(entry.candidate.id, ())).get(leaf.id, Cell())
    return cell.evidence[:MOST_LINKS]


def _flips(stressed: Stressed) -> Iterator[Block]:
    if len(stressed.ranking.ranked) > 1:
        yield from flips_in_short(stressed)
        yield Text(evidence_behind(stressed.ranking))


def _wary(ranking: Ranking, problems: tuple[Problem, ...]) -> Iterator[Block]:
    """Yield the first dissenting voice, then what the evidence cannot bear."""
    yield from dissent_in_short(ranking.decision)
    for code in WARY:
        found = [problem for problem in problems if problem.code == code]
        if len(found) > 2:
            yield _warning(ranking.decision, found[0].message, f" {len(found) - 1} more in the appendix.")
        else:
            yield from (_warning(ranking.decision, problem.message) for problem in found)


def _warning(decision: Decision, message: str, more: str = "") -> Text:
    """Return what a check says, with evidence named by links alone."""
    known = {item.id for item in decision.evidence}
    named: list[str] = []

    def taken(words: str) -> bool:
        identifiers = _BETWEEN.split(words)
        if not known.issuperset(identifiers):
            return False
        named.extend(identifiers)
        return True

    head, mark, tail = message.partition(_LATE)
    if mark and taken(head):
        message = f"{counted(len(named), 'fact')}{mark}{tail}"
    bare = _BRACKETS.sub(lambda match: "" if taken(match[1]) else match[0], message)
    return Text(f"{sentence(bare)}{more}", "warning", evidence_links(decision, tuple(named)))
