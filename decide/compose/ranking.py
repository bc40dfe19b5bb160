"""Tells a ranking: the table, and the sentence that a person would say."""

from collections.abc import Iterator
from fractions import Fraction

from decide.compose.problems import tally
from decide.compose.verdict import CLEAR, DEMANDS, LEADS, LEANS
from decide.compose.words import (
    hurdle_name,
    lead_over,
    listed,
    rank_of,
    score_decimals,
    score_figures,
    screened_out,
    span,
)
from decide.model.figures import rounded, said
from decide.model.page import Bar, Bars, Block, Page, Part, Section, Text
from decide.model.problem import Problem
from decide.model.ranking import Ranked, Ranking

UNKNOWN_MARK = "*"
_GRAVEST = ("error", "warning", "information")
MOST_PARTS = 7
MOST_TOLD = 3
_UNCLEAR = "no-clear-winner"
"""The check that forbids to say more than that the first is ahead."""


def ranking_page(ranking: Ranking, problems: tuple[Problem, ...], path: str, odds: str = "") -> Page:
    """Return the page of ``decide rank``; ``path`` is what the reader would type after a command.

    ``odds`` says how likely the first is ahead of the second.
    """
    decision = ranking.decision
    blocks: tuple[Block, ...] = (
        score_bars(ranking),
        Text(headline(ranking, LEANS if any(one.code == _UNCLEAR for one in problems) else ""), "lead"),
        *_notes(ranking, odds),
        *_warned(problems, path),
    )
    return Page(decision.title, subtitle(ranking), (Section("", blocks),))


def subtitle(ranking: Ranking) -> str:
    """Return ``as of … · 5 ranked, 1 screened out``."""
    counts = f"{len(ranking.ranked)} ranked"
    if ranking.excluded:
        counts += f", {len(ranking.excluded)} screened out"
    day = ranking.decision.as_of
    return f"as of {day} · {counts}" if day else counts


def score_bars(ranking: Ranking) -> Bars:
    """Return one bar per candidate, stacked from its contributions, best first; the screened out at the end."""
    figures = score_figures(ranking)
    bars = [
        Bar(
            label=entry.candidate.name,
            rank=rank_of(entry),
            figure=figures[entry.candidate.id] + (UNKNOWN_MARK if entry.score.middle else ""),
            span=span(entry),
            amount=entry.score.point,
            low=entry.score.low,
            high=entry.score.high,
            parts=_parts(ranking, entry),
        )
        for entry in ranking.ranked
    ]
    bars += [Bar(entry.candidate.name, "–", screened_out(entry)) for entry in ranking.excluded]
    reading = "A bar is a score out of 100, stacked by what it comes from; thin lines: 25, 50, 75"
    reading += "; grey: its range." if any(bar.low != bar.high for bar in bars) else "."
    return Bars(title=headline(ranking), reading=reading, bars=tuple(bars))


def headline(ranking: Ranking, verdict: str = "") -> str:
    """Return who is first, over whom, and by how much; the word “leads” only where the verdict allows it.

    Without a verdict the lead alone decides on the word.
    """
    first = ranking.ranked[0]
    lead = ranking.lead
    if lead is None:
        return f"{first.candidate.name} is the only candidate left; it scores {said(first.score.point)} of 100."
    if lead == 0:
        tied = [entry.candidate.name for entry in ranking.winners]
        how = "exactly tie" if len(tied) > 2 else "tie exactly"
        return (
            f"{listed(tied)} {how} for first with {said(first.score.point)} points each; nothing here breaks the tie."
        )
    by = lead_over(first, ranking.ranked[1], score_decimals(ranking))
    if lead >= DEMANDS[-1].lead and verdict in ("", CLEAR, LEADS):
        return f"{first.candidate.name} leads {_seconds(ranking)} by {by}."
    return f"{first.candidate.name} is {by} ahead of {_seconds(ranking)}."


def worst_lead(ranking: Ranking) -> Fraction | None:
    """Return the lead with all that is open against the first and for its rivals; None for one candidate alone."""
    first, rivals = ranking.ranked[0], ranking.ranked[1:]
    return first.score.low - max(entry.score.high for entry in rivals) if rivals else None


def doubt(ranking: Ranking) -> str:
    """Return what open performances can do to the first place at these weights; nothing in a tie or if none is open."""
    worst = worst_lead(ranking)
    if worst is None or ranking.lead == 0 or not is_open(ranking):
        return ""
    if worst > 0:
        first = ranking.ranked[0]
        return (
            f"No open performance changes who is first at these weights: {first.candidate.name} has at least "
            f"{rounded(first.score.low, 1)}, no other more than {rounded(strongest(ranking).score.high, 1)}."
        )
    return f"Not proven: {if_all_went_against(ranking)}."


def is_open(ranking: Ranking) -> bool:
    """Return whether any score has a range."""
    return any(entry.score.low != entry.score.high for entry in ranking.ranked)


def strongest(ranking: Ranking) -> Ranked:
    """Return the rival that can have most."""
    return max(ranking.ranked[1:], key=lambda entry: entry.score.high)


def if_all_went_against(ranking: Ranking) -> str:
    """Return ``if every open point went against Alibaba (56.6) and for ByteDance (67.5), ByteDance would be ahead``."""
    first, rival = ranking.ranked[0], strongest(ranking)
    low, high = rounded(first.score.low, 1), rounded(rival.score.high, 1)
    level = first.score.low == rival.score.high
    return (
        f"if every open point went against {first.candidate.name} ({low}) and for {rival.candidate.name} ({high}), "
        f"{rival.candidate.name} would {'draw level' if level else 'be ahead'}"
    )


def open_questions(ranking: Ranking) -> Iterator[str]:
    """Yield what could screen a ranked candidate out once it is known."""
    met: dict[tuple[str, str], list[str]] = {}
    for entry in ranking.ranked:
        for hurdle in entry.hurdles:
            met.setdefault((hurdle_name(hurdle), hurdle.verdict), []).append(entry.candidate.name)
    for (name, verdict), candidates in met.items():
        everybody = len(candidates) == len(ranking.ranked) > 1
        who, many = listed(candidates), len(candidates) > 1
        if verdict == "unknown" and everybody:
            yield f"For no candidate is it known whether it passes {name}; all were kept."
        elif verdict == "unknown":
            told = f"{'pass' if many else 'passes'} {name}; {'they were' if many else 'it was'} kept"
            yield f"It is not known whether {who} {told}."
        else:
            yield (
                f"The range of {'every candidate' if everybody else who} reaches beyond {name}; its best guess, or its "
                "middle, meets it."
            )


def middles(ranking: Ranking, among: tuple[Ranked, ...] = ()) -> str:
    """Return what the mark on a score means, and whose it is (``among`` these); nothing if no score has one."""
    resting = [
        (
            entry.candidate.name,
            [
                leaf.criterion.name
                for leaf, known, weight in zip(ranking.leaves, entry.values, ranking.weights, strict=True)
                if known.middle and weight > 0
            ],
        )
        for entry in among or ranking.ranked
        if entry.score.middle
    ]
    if not resting:
        return ""
    if len(resting) <= MOST_TOLD:
        told = "; ".join(f"{name} ({_few(criteria)})" for name, criteria in resting)
    else:
        criteria = list(dict.fromkeys(name for _, names in resting for name in names))
        told = f"{len(resting)} candidates ({_few(criteria)})"
    return f"{UNKNOWN_MARK} counts the middle where no best guess is stated: {told}."


def _few(names: list[str]) -> str:
    return listed(names) if len(names) <= MOST_TOLD else f"{len(names)} criteria"


def _seconds(ranking: Ranking) -> str:
    second = ranking.ranked[1]
    return listed([entry.candidate.name for entry in ranking.ranked if entry.rank == second.rank])


def _parts(ranking: Ranking, entry: Ranked) -> tuple[Part, ...]:
    """Return the score by the branches of the tree; beyond six the lighter ones are put together."""
    branches = {node.id: node for node in ranking.decision.criteria}
    weight = dict.fromkeys(branches, Fraction(0))
    amount = dict.fromkeys(branches, Fraction(0))
    for leaf, share, contribution in zip(ranking.leaves, ranking.weights, entry.contributions, strict=True):
        branch = (*leaf.groups, leaf.criterion)[0].id
        weight[branch] += share
        amount[branch] += contribution
    shown = list(branches)
    if len(shown) > MOST_PARTS:
        heavy = sorted(branches, key=lambda branch: -weight[branch])[: MOST_PARTS - 1]
        shown = [branch for branch in branches if branch in heavy]
    parts = tuple(Part(branches[branch].name, amount[branch]) for branch in shown)
    rest = sum((amount[branch] for branch in branches if branch not in shown), Fraction(0))
    return parts if len(shown) == len(branches) else (*parts, Part("all else", rest))


def _notes(ranking: Ranking, odds: str) -> Iterator[Text]:
    likely = f"{odds}. {doubt(ranking)}".rstrip() if odds else doubt(ranking)
    for note in (likely, *open_questions(ranking), middles(ranking)):
        if note:
            yield Text(note)


def _warned(problems: tuple[Problem, ...], path: str) -> Iterator[Text]:
    if problems:
        gravest = sorted(problems, key=lambda problem: _GRAVEST.index(problem.severity))
        codes = list(dict.fromkeys(problem.code for problem in gravest))
        shown = ", ".join(codes[:3]) + (", …" if len(codes) > 3 else "")
        yield Text(f"{tally(problems)} (decide check {path}): {shown}", "note")
