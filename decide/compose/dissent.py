"""Tells who disagrees: the first voice on page one if there is room, the rest under Disagreement, word for word."""

import re
from collections.abc import Iterator

from decide.model.decision import Decision
from decide.model.page import Text
from decide.model.process import Dissent

MOST_WORDS = 30
_ENDS = re.compile(r"(?<=[.!?]) ")


def dissent_in_short(decision: Decision) -> Iterator[Text]:
    """Yield the first voice, whole sentences of it where it is long; all the rest stands under Disagreement."""
    voices = decision.dissent
    if not voices:
        return
    begun = beginning(voices[0].says)
    yield Text(_told(voices[0], begun), "warning")


def dissent_in_full(decision: Decision) -> Iterator[Text]:
    """Yield the voices of which page one does not say everything."""
    for place, voice in enumerate(decision.dissent):
        if place or beginning(voice.says) != voice.says:
            yield Text(_told(voice, voice.says))


def beginning(says: str) -> str:
    """Return as many whole sentences as have room, at least one."""
    kept, *rest = _ENDS.split(says)
    for one in rest:
        if len(f"{kept} {one}".split()) > MOST_WORDS:
            break
        kept = f"{kept} {one}"
    return kept


def _told(voice: Dissent, says: str) -> str:
    return f"Dissent{f' ({voice.by})' if voice.by else ''}: {says}"
