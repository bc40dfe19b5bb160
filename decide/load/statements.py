"""Preferences as typed → statements: sides of terms, joined by ``>=``, ``<=`` or ``=``."""

import re
from fractions import Fraction

from decide.load.ids import nearest, slug
from decide.load.nodes import Node, Scalar
from decide.load.numbers import NotANumber, number, shortened
from decide.load.reader import Reader
from decide.model.decision import Statement, Term
from decide.model.fields import Kind
from decide.model.figures import decimal_text

_SIGN = re.compile(r"\s*(>=|<=|=)\s*")
_MOST_LENGTH = 500


class _Refused(Exception):
    """A statement that cannot be read: message and remedy."""


def read_statement(reader: Reader, node: Node, kind: Kind, key: str) -> Statement | None:
    """Return one preference; nothing in it is ever evaluated as an expression."""
    if not isinstance(node, Scalar):
        reader.faults.add("bad-preference", node.place, "a preference is one line of text", "put it in quotes")
        return None
    try:
        return _statement(reader, node)
    except NotANumber as error:
        reader.faults.add("bad-preference", node.place, str(error), error.hint)
    except _Refused as error:
        reader.faults.add("bad-preference", node.place, *error.args)
    return None


def _statement(reader: Reader, node: Scalar) -> Statement:
    if len(node.text) > _MOST_LENGTH:
        raise _Refused("the statement is too long", "write several")
    pieces = _SIGN.split(node.text.strip())
    texts, signs = pieces[::2], tuple(pieces[1::2])
    if not signs:
        raise _Refused(f"“{shortened(node.text)}” compares nothing", "write  this >= that")
    sides = tuple(_side(reader, text, node) for text in texts)
    ids = [term.id for side in sides for term in side if term.id]
    choices = [name for name in ids if name in reader.names.candidate]
    if choices and (len(choices) < len(ids) or any(len(side) != 1 or side[0].factor != 1 for side in sides)):
        raise _Refused("a judgement of candidates sets one against another", "write  this >= that, without numbers")
    if not ids:
        raise _Refused("the statement names no criterion", "write  this >= that")
    told = "".join(f"{_text(side)} {sign} " for side, sign in zip(sides, signs, strict=False)) + _text(sides[-1])
    return Statement(text=told, sides=sides, signs=signs, holistic=bool(choices), place=node.place)


def _side(reader: Reader, text: str, node: Scalar) -> tuple[Term, ...]:
    if not text:
        raise _Refused("a side of the comparison is empty", "write  this >= that")
    if "<" in text or ">" in text:
        raise _Refused(f"“{shortened(text)}” has a sign that is not read", "write  >=, <=  or  =")
    return tuple(_term(reader, part.strip(), node) for part in text.split(" + "))


def _term(reader: Reader, text: str, node: Scalar) -> Term:
    if text.endswith("%"):
        return Term(number(text[:-1].strip()) / 100)
    factor, star, name = text.partition("*")
    if not star:
        return Term(Fraction(1), _id(reader, text))
    times = number(factor.strip())
    if times < 0:
        raise _Refused(f"{factor.strip()} is negative", "bring the term to the other side")
    return Term(times, _id(reader, name.strip()))


def _id(reader: Reader, text: str) -> str:
    identifier = slug(text)
    names = reader.names
    if names.has("criterion", identifier) or names.has("candidate", identifier):
        return identifier
    known = [*names.known("criterion"), *names.known("candidate")]
    raise _Refused(f"there is no criterion or candidate “{shortened(text)}”", nearest(identifier, known))


def _text(side: tuple[Term, ...]) -> str:
    return " + ".join(_term_text(term) for term in side)


def _term_text(term: Term) -> str:
    if not term.id:
        return f"{decimal_text(term.factor * 100)}%"
    return term.id if term.factor == 1 else f"{decimal_text(term.factor)} * {term.id}"
