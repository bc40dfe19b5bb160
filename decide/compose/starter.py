"""Five answers → a commented starter: a decision that ranks as it stands, because every cell says unknown."""

import json
import re

from decide.model.record import Record, record

SCHEMA_FILE = "decision.schema.json"

_PLAIN_ID = re.compile(r"[^\W\d_][\w-]*\Z")
_PLAIN_TEXT = re.compile(r"[^\W\d_][\w .()/&'’+?!-]*\Z")
_WORDS_OF_YAML = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "unknown"}
"""What an editor may take for something else than text."""


@record
class Named(Record):
    """One candidate or criterion: its id, and what people call it."""

    id: str
    name: str


@record
class Answers(Record):
    """What a person said at the beginning; ``baseline`` is the id of a candidate or empty, ``decider`` may be empty."""

    title: str
    candidates: tuple[Named, ...]
    baseline: str
    criteria: tuple[Named, ...]
    decider: str


def starter(answers: Answers) -> str:
    """Return the text of a decision file; whatever the answers hold stands in it as text, quoted where it must be."""
    return "\n".join(
        (
            _HEAD.format(schema=SCHEMA_FILE, title=quoted(answers.title), roles=_roles(answers.decider)),
            _CANDIDATES + "".join(_candidate(one, answers.baseline) for one in answers.candidates),
            _CRITERIA + "".join(_CRITERION.format(id=_key(one), name=quoted(one.name)) for one in answers.criteria),
            _GATES.format(first=_key(answers.candidates[0]), last=_key(answers.candidates[-1])),
            _PERFORMANCE + "".join(_cells(one, answers.criteria) for one in answers.candidates),
            _EVIDENCE,
        )
    )


def quoted(text: str) -> str:
    """Return a text as YAML says it on one line: in double quotes, unless it can be nothing else without them."""
    if _PLAIN_TEXT.match(text) and text == text.rstrip() and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def _key(one: Named) -> str:
    plain = _PLAIN_ID.match(one.id) and one.id not in _WORDS_OF_YAML
    return one.id if plain else json.dumps(one.id, ensure_ascii=False)


def _roles(decider: str) -> str:
    return f"roles:\n  decider: {quoted(decider)}" if decider else "# roles:\n#   decider: who decides"


def _candidate(one: Named, baseline: str) -> str:
    if one.id == baseline:
        return f"  {_key(one)}:\n    name: {quoted(one.name)}\n    baseline: true\n"
    return f"  {_key(one)}: {quoted(one.name)}\n"


def _cells(candidate: Named, criteria: tuple[Named, ...]) -> str:
    return f"  {_key(candidate)}:\n" + "".join(f"    {_key(one)}: unknown\n" for one in criteria)


_HEAD = """\
# yaml-language-server: $schema={schema}
# A decision as plain text. It can be ranked as it stands, but every cell says unknown, so all candidates tie.
# Fill it in from top to bottom. Lines that begin with # are comments: remove the # from those you want to use.

decide: 1
title: {title}
# question: the whole question, in one sentence
# as_of: 2025-02-13          # what was known by that day
status: draft                # draft, proposed, decided or superseded
{roles}
"""

_CANDIDATES = """\
# 1. What could be chosen. The baseline is what you have if you decide nothing; one at most.
candidates:
"""

_CRITERIA = """\
# 2. What matters. A criterion has one scale, and its ends are fixed before you look at the candidates:
#      levels: [the worst, …, the best]    for what can only be judged
#      unit: EUR per month                 for what can be counted
#      range: {worst: 100, best: 0}        (where best is below worst, less is better)
#    The four levels below are placeholders: say what each of yours means, or write a range.
#    A weight is what the way from the worst to the best is worth. Give 100 to the criterion whose way is
#    worth most to you, and to each other one what its way is worth against that.
criteria:
"""

_CRITERION = """\
  {id}:
    name: {name}
    levels: [poor, fair, good, very good]
    weight: 100
    # because: why it weighs that much
"""

_GATES = """\
# 3. Must-haves: whoever fails one is screened out, whatever its score.
# gates:
#   support:
#     name: Support in our time zone
#     passes: {{{first}: yes, {last}: unknown}}
"""

_PERFORMANCE = """\
# 4. What each candidate does: a number, a level, a range such as 30..40, or unknown. More can be said of a cell:
#      price: {is: 40, low: 35, high: 50, because: the offer leaves the volume open, evidence: [offer]}
performance:
"""

_EVIDENCE = """\
# 5. What the cells rest on, by ids that the cells name.
# evidence:
#   offer:
#     claim: 40 EUR per month for each seat
#     source: {title: Offer no. 7, publisher: the vendor}
#     date: 2025-02-03
#     grade: high            # high, medium or low
#     interest: vendor       # none; vendor, if a candidate says it of itself; party, if someone else has a stake
"""
