"""Tells the nearest flips: in a sentence each on page one, with the words that replay them in the argument."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from decide.compose.flip import chosen, flip_told
from decide.compose.names import Names
from decide.compose.stressed import Stressed
from decide.compose.words import counted, lead_over, score_decimals
from decide.model.figures import rounded_down, rounded_up
from decide.model.flip import CELLS, WEIGHTS, Flip
from decide.model.page import Block, Text

MOST_NEAREST = 3
MOST_RIVALS = 6
_MOST_CHANGES = 3
_MOST_LEVEL = 2
UNTRIED = "Which weights would make each rival first is left to decide flip, for the size of this decision."


def flips_in_short(stressed: Stressed) -> Iterator[Block]:
    """Yield what the lead survives, and the nearest flip of each of the nearest rivals."""
    ranking, tolerance = stressed.ranking, stressed.tolerance
    if ranking.lead is None:
        return
    lead = lead_over(ranking.ranked[0], ranking.ranked[1], score_decimals(ranking))
    if ranking.lead == 0:
        yield Text("The first place is shared: whatever favours one of them breaks the tie.")
    elif tolerance is None:
        yield Text(f"The lead of {lead} survives any error in the weights, each a share of itself.")
    else:
        yield Text(f"The lead of {lead} survives any error of ±{rounded_down(tolerance, 1)} % in every weight.")
    near = nearest(stressed.flips)
    for flip in near[:MOST_NEAREST]:
        yield Text(f"{told_short(flip, stressed.names)}.", "reason")
    if not stressed.whole:
        yield Text(UNTRIED, "note")
    elif not near:
        yield Text("Nothing that was tried makes another candidate first.")


def nearest(flips: Sequence[Flip]) -> list[Flip]:
    """Return the nearest flip of each candidate, the nearest first."""
    found: dict[str, Flip] = {}
    for flip in flips:
        found.setdefault(flip.candidate, flip)
    return list(found.values())


def told_short(flip: Flip, names: Names) -> str:
    """Return a flip as a sentence, of many changes the largest."""
    moved = flip.after if flip.kind == WEIGHTS else flip.amounts
    if len(moved) <= _MOST_CHANGES and len(flip.first) <= _MOST_LEVEL + 1:
        return flip_told(flip, names)
    if flip.kind == WEIGHTS:
        return f"{_outcome(flip, names)} if {_weights(flip, names)}"
    if flip.kind == CELLS:
        shown = [f"{names.node(name)} at {names.amount(name, amount)}" for name, amount in moved[:2]]
        return f"{_outcome(flip, names)}, at the least effort, with {', '.join(shown)} and {len(moved) - 2} more"
    return flip_told(flip, names)


def flips_per_rival(stressed: Stressed) -> Iterator[Block]:
    """Yield what would make each of the nearest rivals first, with what to type to see it."""
    rivals = [flip.candidate for flip in nearest(stressed.flips)]
    if rivals:
        yield Text("What would make each rival first, the nearest rival first:")
    for rival in rivals[:MOST_RIVALS]:
        for flip in chosen([flip for flip in stressed.flips if flip.candidate == rival]):
            yield Text(f"{_full(flip, stressed.names)}.", "reason")
            if command := stressed.command(flip):
                yield Text(command, "command")
    if len(rivals) > MOST_RIVALS:
        yield Text(f"{counted(len(rivals) - MOST_RIVALS, 'rival')} further off: decide flip tells of all.", "note")
    if not stressed.whole:
        yield Text(UNTRIED, "note")


def _full(flip: Flip, names: Names) -> str:
    return flip_told(flip, names) if len(flip.first) <= _MOST_LEVEL + 1 else told_short(flip, names)


def _outcome(flip: Flip, names: Names) -> str:
    name = names.candidate(flip.candidate)
    others = [one for one in flip.first if one != flip.candidate]
    if not others:
        return f"{name} is first"
    return f"{name} draws level with {names.candidates(others) if len(others) <= _MOST_LEVEL else 'the first'}"


def _weights(flip: Flip, names: Names) -> str:
    """Return ``18.3 points of weight move from 3 criteria to Reach of its own assistant``."""
    steps = {name: share - names.weights[name] for name, share in flip.after}
    up = sorted((name for name, step in steps.items() if step > 0), key=lambda name: -steps[name])
    moved = sum((steps[name] for name in up), Fraction(0))
    down = len(steps) - len(up)
    away = names.node(next(name for name in steps if name not in up)) if down == 1 else f"{down} criteria"
    to = names.node(up[0]) + (f" and {len(up) - 1} more" if len(up) > 1 else "")
    return f"{rounded_up(100 * moved, 1)} points of weight move from {away} to {to}"
