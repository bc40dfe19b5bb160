"""Preferences as typed → statements: sides of terms, joined by ``>=``, ``<=`` or ``=``."""

import re
from fractions import Fraction

from decide.load.ids import nearest, slug
from decide.load.mistakes import shortened
from decide.load.nodes import Node, Scalar
from decide.load.numbers import NotANumber, number, reads_as_number
from decide.load.reader import Reader
from decide.model.decision import Statement, Term
from decide.model.figures import decimal_text
from decide.model.kinds import Kind

_SIGN = re.compile(r"\s*(>=|<=|=)\s*")
_PLAIN_NAME = re.compile(r"[^\W_][\w -]*\Z")
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
        hint = "write  >=, <=  or  =" if re.search("[<>≥≤]", node.text) else "write  this >= that"
        raise _Refused(f"“{shortened(node.text)}” has no sign that is read", hint)
    sides = tuple(_side(reader, text, node) for text in texts)
    ids = [term.id for side in sides for term in side if term.id]
    choices = [name for name in ids if name in reader.names.candidate]
    alone = all(len(side) == 1 and side[0].id and side[0].factor == 1 for side in sides)
    if choices and (len(choices) < len(ids) or not alone):
        raise _Refused("a judgement of candidates sets one against another", "write  this >= that, without numbers")
    if not ids:
        raise _Refused("the statement names no criterion", "write  this >= that")
    told = "".join(f"{_text(side)} {sign} " for side, sign in zip(sides, signs, strict=False)) + _text(sides[-1])
    return Statement(text=told, sides=sides, signs=signs, holistic=bool(choices), place=node.place)


def _side(reader: Reader, text: str, node: Scalar) -> tuple[Term, ...]:
    if not text:
        raise _Refused("nothing stands on one side of a sign", "write  this >= that  (or  this = that)")
    if re.search("[<>≥≤]", text):
        raise _Refused(f"“{shortened(text)}” has a sign that is not read", "write  >=, <=  or  =")
    return tuple(_term(reader, part.strip(), node) for part in text.split(" + "))


def _term(reader: Reader, text: str, node: Scalar) -> Term:
    if text.endswith("%"):
        return Term(number(text[:-1].strip()) / 100)
    factor, star, name = text.partition("*")
    if not star:
        if reads_as_number(text):
            raise _Refused(f"{shortened(text)} is neither an id nor a share", f"a share is written  {shortened(text)}%")
        return Term(Fraction(1), _id(reader, text))
    if not reads_as_number(factor.strip()):
        raise _Refused(
            f"“{shortened(factor.strip())}” is no number to multiply with", "write  2 * this, or  0.5 * this"
        )
    times = number(factor.strip())
    if times < 0:
        raise _Refused(f"{factor.strip()} is negative", "bring the term to the other side")
    return Term(times, _id(reader, name.strip()))


def _id(reader: Reader, text: str) -> str:
    identifier = slug(text)
    names = reader.names
    typed = names.candidate.get(identifier) or names.leaf.get(identifier) or names.group.get(identifier)
    if typed is not None:
        # The id of “(a” or “-a” is a: without this the sign or the bracket would be lost in silence.
        if _PLAIN_NAME.match(text) or text == typed.text:
            return identifier
        raise _Refused(
            f"“{shortened(text)}” holds more than a name",
            f"write only  {identifier}: brackets and minus signs are not read",
        )
    known = [*names.known("criterion"), *names.known("candidate")]
    raise _Refused(
        f"there is no criterion or candidate “{shortened(text)}”",
        nearest(identifier, known) or "write the id of a criterion",
    )


def _text(side: tuple[Term, ...]) -> str:
    return " + ".join(_term_text(term) for term in side)


def _term_text(term: Term) -> str:
    if not term.id:
        return f"{decimal_text(term.factor * 100)}%"
    return term.id if term.factor == 1 else f"{decimal_text(term.factor)} * {term.id}"
