"""Tells the frame of a decision: who decides what, between whom, and who was screened out."""

from collections.abc import Iterator

from decide.compose.anchors import evidence_links
from decide.compose.words import hurdle_name, listed, rank_of, score_figures, sentence, span
from decide.model.canonical import decision_hash
from decide.model.page import Block, Column, Item, Table, Text
from decide.model.ranking import Ranked, Ranking
from decide.version import __version__


def facts(ranking: Ranking) -> tuple[tuple[str, str], ...]:
    """Return what the strip at the head of the memo holds."""
    decision = ranking.decision
    decider = decision.roles.decider if decision.roles else ""
    pairs = (
        ("Status", decision.status),
        ("What was known by", decision.as_of),
        ("Decider", decider),
        ("Decision", decision_hash(decision)[:23]),
        ("Program", f"decide {__version__}"),
    )
    return tuple((label, value) for label, value in pairs if value)


def context(ranking: Ranking) -> Iterator[Block]:
    """Yield who decides, what would have to be true, and what reopens the decision."""
    decision = ranking.decision
    roles = decision.roles
    if roles is not None:
        people = [("decided by", roles.decider), ("written by", roles.author), ("checked by", roles.reviewer)]
        people.append(("judged by", listed(roles.assessors)))
        told = "; ".join(f"{what} {who}" for what, who in people if who)
        if told:
            yield Text(f"{told[0].upper()}{told[1:]}.")
    if decision.choice is not None and decision.choice.because:
        yield Text(f"Why it was chosen: {decision.choice.because}")
    for voice in decision.dissent[1:]:
        yield Text(f"Dissent{f' ({voice.by})' if voice.by else ''}: {voice.says}")
    if decision.conditions:
        names = {candidate.id: candidate.name for candidate in decision.candidates}
        yield Table(
            "What would have to be true",
            (Column("Condition"), Column("For"), Column("How to find out"), Column("Who")),
            tuple((sentence(one.if_), names.get(one.for_, ""), one.find_out, one.who) for one in decision.conditions),
        )
    review = decision.review
    if review is not None and (review.date or review.if_):
        when = f"To be looked at again on {review.date}" if review.date else "To be looked at again"
        yield Text(f"{when}{', or as soon as one of these holds:' if review.if_ else '.'}")
        for tripwire in review.if_:
            yield Text(sentence(tripwire), "reason")


def candidates_section(ranking: Ranking) -> Iterator[Block]:
    """Yield every candidate: rank and score, or where it was screened out and what it would have been."""
    decision = ranking.decision
    figures = score_figures(ranking)
    rows: list[tuple[str | Item, ...]] = []
    for entry in (*ranking.ranked, *ranking.excluded):
        candidate = entry.candidate
        about = " ".join(part for part in (candidate.about, candidate.because) if part)
        name = Item(candidate.name, under=candidate.offer, figure="status quo" if candidate.baseline else "")
        if entry.rank:
            score = Item(figures[candidate.id], under=span(entry))
        else:
            score = Item("screened out", under=_would_have(ranking, entry))
            about = " ".join(part for part in (about, *_failures(entry)) if part)
        rows.append((rank_of(entry), name, score, Item(about, links=evidence_links(decision, candidate.evidence))))
    columns = (Column("Rank", "right"), Column("Candidate"), Column("Score"), Column("About"))
    yield Table("The candidates, best first", columns, tuple(rows))


def _failures(entry: Ranked) -> Iterator[str]:
    for hurdle in entry.hurdles:
        if hurdle.verdict == "failed":
            reason = f": {hurdle.reason}" if hurdle.reason else ""
            text = f"Failed {hurdle_name(hurdle)}{reason}"
            yield text if text.endswith(".") else f"{text}."


def _would_have(ranking: Ranking, entry: Ranked) -> str:
    """Return the rank that a screened-out candidate would have had; nothing if nobody looked at what it does."""
    if all(known.unknown for known in entry.values):
        return "its performances were not looked at"
    better = sum(other.score.point > entry.score.point for other in ranking.ranked)
    return f"would have been {better + 1} of {len(ranking.ranked) + 1}"
