"""Tells in a memo what to find out before choosing: what each answer is expected to gain, as bars."""

from collections.abc import Iterator

from decide.compose.information import chance, headline, in_money, points_of, told, worth_of
from decide.compose.stressed import Stressed
from decide.compose.words import sentence
from decide.model.page import Block, Text
from decide.model.spread import WorthBar, Worths

MOST_BARS = 8
NOT_SAID = (
    "Weights as they are, each performance on its own; a gain is what the score of the choice is expected to gain, and "
    "no largest loss."
)


def worth_asking(stressed: Stressed) -> Iterator[Block]:
    """Yield what finding out everything gains, and the performances that are worth asking about, as bars."""
    names, findings = stressed.names, stressed.told("information")
    if not findings:
        return
    yield Text(sentence(headline(findings[0], names)))
    cells = [one for one in findings if one.variant == "cell" and one.status == "found"]
    bars = tuple(
        WorthBar(
            label=told(one, names),
            low=worth_of(one).least,
            high=worth_of(one).most,
            figure=points_of(one),
            chance="; ".join(filter(None, [f"changes the choice {chance(worth_of(one))}", in_money(one, names)])),
        )
        for one in cells[:MOST_BARS]
    )
    if bars:
        more = f" {len(cells) - len(bars)} more are worth less." if len(cells) > len(bars) else ""
        yield Worths(
            title=f"Ask first: {bars[0].label}",
            reading=f"A bar is what knowing a performance for sure gains, on average, before one chooses.{more}",
            worths=bars,
        )
    elif findings[0].status == "found":
        yield Text("No single open performance can change the choice; only several together can.")
    yield Text(NOT_SAID, "note")
