"""What people type at a question → texts and names that can stand in a decision, or a refusal that says why."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from decide.compose.starter import Named
from decide.load.faults import Faults
from decide.load.ids import slug, unfit
from decide.load.text import MAX_NAME, check_value
from decide.model.place import Place, Source

_ITEM = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"\s*(?=[,，、]|\Z)|(?P<bare>[^,，、]*))(?:[,，、]|\Z)')
_BYTE = re.compile("[\ud800-\udfff]")
_OUTSIDE_YAML = re.compile("[\x00-\x08\x0a-\x1f\ufffe\uffff]")
_LONGEST_ID = 40
_TOLD, _MOST_TOLD = 40, 9


class Refused(Exception):
    """An answer cannot stand in a decision; the text says why, and what to type instead."""


def text_of_answer(answer: str) -> str:
    """Return the answer without blanks around it; empty if nothing was typed. Raises Refused."""
    text = answer.strip().removeprefix("\ufeff").strip()
    if _BYTE.search(text):
        raise Refused("the answer is not UTF-8")
    found = _OUTSIDE_YAML.search(text)
    if found:
        raise Refused(f"a text cannot hold U+{ord(found.group()):04X}; type it without")
    faults = Faults()
    if not check_value(text, Place(Source("answer", text), 1, 1), faults, MAX_NAME):
        raise Refused(f"{faults.problems[0].message}; {faults.problems[0].hint}")
    return text


def needed_text(answer: str) -> str:
    """Return the answer without blanks around it; raises Refused where nothing was typed."""
    text = text_of_answer(answer)
    if not text:
        raise Refused("type a few words")
    return text


def several(answer: str) -> tuple[str, ...]:
    """Return the names in an answer, which commas part unless they stand in double quotes; raises Refused."""
    names = tuple(text_of_answer(part) for part in _parts(answer))
    met: set[str] = set()
    for name in names:
        same = unicodedata.normalize("NFC", name).casefold()
        if same in met:
            raise Refused(f"“{_told(name)}” stands there twice")
        met.add(same)
    if not names:
        raise Refused("type at least one")
    return names


def choices(answer: str) -> tuple[str, ...]:
    """Return the names in an answer, two at least; raises Refused."""
    names = several(answer)
    if len(names) < 2:
        raise Refused("a choice needs two at least; to keep what you have is one, too")
    return names


def one_of(answer: str, names: tuple[str, ...]) -> str:
    """Return which of the names is meant; empty if nothing was typed. Raises Refused."""
    text = text_of_answer(answer)
    if not text or text in names:
        return text
    same = [name for name in names if slug(name) == slug(text)]
    if len(same) == 1:
        return same[0]
    shown = ", ".join([_told(name) for name in names[:_MOST_TOLD]] + ["…"] * (len(names) > _MOST_TOLD))
    raise Refused(f"“{_told(text)}” is none of the candidates: {shown}")


def named(names: Iterable[str], taken: set[str], kind: str) -> tuple[Named, ...]:
    """Return the names with ids that are free, adding them to ``taken``; ``kind`` begins those that lack a letter."""
    made = []
    for number, name in enumerate(names, 1):
        base = slug(name)[:_LONGEST_ID].strip("-")
        if unfit(base) or unfit(f"{base}-2"):  # “0e” can be an id, and “0e-2” is a number
            base = f"{kind}-{base or number}"
        identifier, count = base, 1
        while identifier in taken:
            count += 1
            identifier = f"{base}-{count}"
        taken.add(identifier)
        made.append(Named(identifier, name))
    return tuple(made)


def _parts(answer: str) -> Iterator[str]:
    text = answer.strip().removeprefix("\ufeff")
    at = 0
    while at < len(text) and (match := _ITEM.match(text, at)):
        part = match["bare"] if match["quoted"] is None else match["quoted"]
        at = match.end()
        if part.strip():
            yield part.strip()


def _told(text: str) -> str:
    return text if len(text) <= _TOLD else f"{text[: _TOLD - 1]}…"
