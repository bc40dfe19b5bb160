"""How a file sets its checks: thresholds as typed → exact numbers, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from fractions import Fraction

from decide.check.study import NOWHERE
from decide.check.words import listed, one_line
from decide.model.decision import Decision
from decide.model.problem import Problem
from decide.model.process import CheckSetting
from decide.model.record import Record, record

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_FORMS = {
    "days": (r"([0-9]{1,5}) days?", "as in  90 days"),
    "count": (r"([0-9]{1,5})", "as in  12"),
    "share": (rf"({_NUMBER}) ?%", "as in  10%"),
    "points": (rf"({_NUMBER})", "a number from 0 to 100, as in  10"),
}


@record
class Setting(Record):
    """A threshold that a file may set: its kind (days, count, share or points), and its default as typed."""

    name: str
    kind: str
    default: str
    about: str


def thresholds(settings: tuple[Setting, ...], stated: CheckSetting | None) -> dict[str, Fraction]:
    """Return each threshold: as the file states it where that can be read, else the default."""
    typed = dict(stated.settings) if stated is not None else {}
    found: dict[str, Fraction] = {}
    for setting in settings:
        value = parsed(typed.get(setting.name, setting.default), setting.kind)
        default = parsed(setting.default, setting.kind)
        assert default is not None
        found[setting.name] = default if value is None else value
    return found


def parsed(text: str, kind: str) -> Fraction | None:
    """Return what a threshold of this kind says (a share of 1, days, a count, points), or None."""
    match = re.fullmatch(_FORMS[kind][0], text)
    if match is None:
        return None
    value = Fraction(match[1])
    if kind in ("share", "points") and value > 100:
        return None
    return value / 100 if kind == "share" else value


def faulty_settings(decision: Decision, known: Mapping[str, tuple[Setting, ...]]) -> Iterator[Problem]:
    """Yield a fault for each setting under ``checks:`` that no check has, or whose value cannot be read."""
    for code, stated in decision.checks:
        settings = {setting.name: setting for setting in known.get(code, ())}
        place = stated.place or decision.place or NOWHERE
        for name, text in stated.settings if code in known else ():
            if name not in settings:
                yield Problem(
                    "unknown-key",
                    place,
                    f"{code} has no setting “{_short(name)}”",
                    _nearest(name, code, list(settings)),
                )
            elif parsed(text, settings[name].kind) is None:
                message = f"“{_short(text)}” cannot be {name} of {code}"
                yield Problem("wrong-type", place, message, f"write it {_FORMS[settings[name].kind][1]}")


def _nearest(name: str, code: str, known: list[str]) -> str:
    if not known:
        return f"it can only be switched:  {code}: off"
    close = get_close_matches(name, known, n=1)
    return f"did you mean  {close[0]}  ?" if close else f"known here: {listed(known)}"


def _short(text: str) -> str:
    told = one_line(text)
    return told if len(told) <= 40 else f"{told[:37]}…"
