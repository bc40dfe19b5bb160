"""The field table: every key of the format, what it holds and what it means.

The loader reads by it, the canonical text is written by it in its order, and the JSON Schema for editors comes
from it, so the three cannot drift apart.
"""

from decide.model import decision as d
from decide.model import process
from decide.model.kinds import Field, Kind, Shape

TEXT = Kind("text")
DATE = Kind("date")
DAY = Kind("day")
FLAG = Kind("flag")
FREE = Kind("free")
SHARE = Kind("share")
WEIGHT = Kind("weight")
AMOUNT = Kind("amount")


def _word(*choices: str) -> Kind:
    return Kind("word", choices=choices)


def _list(of: Kind) -> Kind:
    return Kind("list", of=of)


def _ref(to: str) -> Kind:
    return Kind("ref", to=to)


def _record(shape: Shape) -> Kind:
    return Kind("record", shape=shape)


def _keyed(shape: Shape, to: str) -> Kind:
    return Kind("keyed", to=to, shape=shape)


def _pairs(to: str, of: Kind) -> Kind:
    return Kind("pairs", to=to, of=of)


TEXTS = _list(TEXT)
EVIDENCE_IDS = _list(_ref("evidence"))
IF_UNKNOWN = Field("if_unknown", _word("keep", "exclude"), "what becomes of a candidate when this is unknown", "keep")

_NAMED = (
    Field("name", TEXT, "what people call it; default: its key"),
    Field("about", TEXT, "what it is"),
    Field("because", TEXT, "why it is so"),
    Field("evidence", EVIDENCE_IDS, "ids of the evidence that it rests on", ()),
)
_REASONED = _NAMED[2:]

CANDIDATE = Shape(
    "candidate",
    d.Candidate,
    (
        *_NAMED,
        Field("offer", TEXT, "what exactly is offered"),
        Field("baseline", FLAG, "yes: this is the status quo", default=False),
    ),
    short="name",
)
VERDICT = Shape(
    "verdict",
    d.Verdict,
    (Field("is", _word("yes", "no", "unknown"), "whether the candidate passes", "unknown"), *_REASONED),
    short="is",
)
GATE = Shape(
    "gate",
    d.Gate,
    (
        *_NAMED,
        Field("passes", _pairs("candidate", _record(VERDICT)), "candidate: yes, no or unknown; absent is unknown", ()),
        IF_UNKNOWN,
    ),
)
WEIGHT_SHAPE = Shape(
    "weight",
    d.Weight,
    (
        Field("is", Kind("measure"), "the best guess: points (45) or percents (40%)", None),
        Field("low", Kind("measure"), "the least that it may be", None),
        Field("high", Kind("measure"), "the most that it may be", None),
    ),
    short="is",
)
LIMIT = Kind("limit")
ENDS = Shape(
    "range",
    d.Ends,
    (
        Field("worst", Kind("number"), "the worst end, worth 0", required=True),
        Field("best", Kind("number"), "the best end, worth 100", required=True),
    ),
)
CRITERION = Shape(
    "criterion",
    d.Criterion,
    (
        *_NAMED,
        Field("unit", TEXT, "what its numbers count"),
        Field("range", _record(ENDS), "fixed ends; best below worst means that lower is better", None),
        Field("curve", Kind("curve"), "points of a value function: amount: value from 0 to 100", ()),
        Field("levels", Kind("levels"), "a constructed scale, worst first", ()),
        Field("value", Kind("value"), "linear, log, or one value from 0 to 100 for each level", "linear"),
        Field("beyond", _word("refuse", "clip"), "what happens to a performance outside the scale", "refuse"),
        Field("limit", LIMIT, "the worst that is accepted; on a group, points out of 100", None),
        IF_UNKNOWN,
        Field("weight", WEIGHT, "what the swing from worst to best is worth: points, or percents of the parent", None),
        Field("max_age", Kind("age"), "evidence older than this many days is stale, as in 90 days", None),
        Field("effort", Kind("effort"), "what it costs to gain a point of value here, against other criteria", None),
        Field("criteria", Kind("tree"), "the criteria of this group", ()),
    ),
)
CELL_SHAPE = Shape(
    "cell",
    d.Cell,
    (
        Field("is", AMOUNT, "the best guess: a number, a level, lo..hi, or unknown", None),
        Field("low", AMOUNT, "the lowest that it may be", None),
        Field("high", AMOUNT, "the highest that it may be", None),
        *_REASONED,
    ),
    short="is",
)
CELL = Kind("cell", shape=CELL_SHAPE)
PERFORMANCE = _pairs("candidate", _pairs("leaf", CELL))
PUBLICATION = Shape(
    "source",
    d.Publication,
    (
        Field("title", TEXT, "title of the page or document"),
        Field("publisher", TEXT, "who published it"),
        Field("url", TEXT, "where it can be read"),
    ),
    short="title",
)
EVIDENCE = Shape(
    "evidence",
    d.Evidence,
    (
        *_NAMED,
        Field("claim", TEXT, "what it says, in one sentence"),
        Field("quote", TEXT, "the exact words"),
        Field("source", _record(PUBLICATION), "where it was read", None),
        Field("origin", TEXT, "where the fact first came from; reports of one origin count once; default: its own id"),
        Field("date", DAY, "when it became known"),
        Field("of", DAY, "the day it describes; default: date"),
        Field("grade", _word("high", "medium", "low"), "how far it can be trusted", "medium"),
        Field("interest", _word("none", "vendor", "party"), "whose interest its origin has", "none"),
        Field("contradicts", EVIDENCE_IDS, "ids of evidence that says otherwise", ()),
    ),
)
ROLES = Shape(
    "roles",
    process.Roles,
    (
        Field("decider", TEXT, "who decides"),
        Field("author", TEXT, "who wrote this"),
        Field("reviewer", TEXT, "who checked it"),
        Field("assessors", TEXTS, "who judged performances", ()),
        Field("conflicts", Kind("conflicts"), "assessor: none, or the candidates with whom there are ties", ()),
    ),
)
CHOICE = Shape(
    "choice",
    process.Choice,
    (
        Field("candidate", _ref("candidate"), "what was chosen", required=True),
        Field("date", DATE, "when"),
        Field("because", TEXT, "why; required in fairness when it is not the first in rank"),
    ),
)
REVIEW = Shape(
    "review",
    process.Review,
    (Field("date", DATE, "when to look again"), Field("if", TEXTS, "what reopens the decision before that", ())),
)
DISSENT = Shape(
    "dissent",
    process.Dissent,
    (Field("by", TEXT, "who"), Field("says", TEXT, "what, in their own words", required=True)),
)
CONDITION = Shape(
    "condition",
    process.Condition,
    (
        Field("if", TEXT, "what would have to be true", required=True),
        Field("for", _ref("candidate"), "the candidate for which it matters"),
        Field("find_out", TEXT, "how to find out"),
        Field("who", TEXT, "who finds out"),
    ),
)
STAKEHOLDER = Shape(
    "stakeholder",
    d.Stakeholder,
    (
        *_NAMED,
        Field("share", SHARE, "how much this voice counts against the others", None),
        Field("weights", Kind("weights", to="stakeholder"), "every weight that the tree would need", None),
    ),
)
SCENARIO = Shape(
    "scenario",
    d.Scenario,
    (
        *_NAMED,
        Field("chance", SHARE, "how likely it is", None),
        Field("performance", PERFORMANCE, "cells that are different", ()),
        Field("weights", _pairs("criterion", WEIGHT), "weights that are different", ()),
        Field("gates", _pairs("gate", _pairs("candidate", _record(VERDICT))), "verdicts that are different", ()),
    ),
)
WAIVER = Shape(
    "waiver",
    process.Waiver,
    (
        Field("check", _ref("check"), "the code of the check", required=True),
        Field("for", _ref("anything"), "the criterion, candidate, gate or evidence that it is waived for"),
        Field("because", TEXT, "why it may be waived", required=True),
        Field("by", TEXT, "who answers for it", required=True),
        Field("until", DATE, "the last day on which it holds", required=True),
    ),
)
DECISION = Shape(
    "decision",
    d.Decision,
    (
        Field("title", TEXT, "what is being decided, in a few words", required=True),
        Field("question", TEXT, "the question that the decision answers"),
        Field("as_of", DATE, "what was known by then; later evidence is hindsight, ages count to this day"),
        Field("status", _word("draft", "proposed", "decided", "superseded"), "how far it has come", "draft"),
        Field("roles", _record(ROLES), "who decides, writes and judges", None),
        Field("choice", _record(CHOICE), "what was chosen in the end", None),
        Field("review", _record(REVIEW), "when the decision is looked at again", None),
        Field("dissent", _list(_record(DISSENT)), "who disagrees", ()),
        Field("conditions", _list(_record(CONDITION)), "what would have to be true", ()),
        Field("limit", LIMIT, "a candidate with a lower score is screened out", None),
        Field("price", _ref("leaf"), "the criterion that is money"),
        Field("candidates", _keyed(CANDIDATE, "candidate"), "the options: id: name, or a plain list of names"),
        Field("gates", _keyed(GATE, "gate"), "must-haves: a candidate that fails one is screened out", ()),
        Field("criteria", Kind("tree"), "the value tree; its leaves are measured"),
        Field("performance", PERFORMANCE, "candidate: {criterion: what it does there}", ()),
        Field("assessments", _pairs("", PERFORMANCE), "assessor: {candidate: {criterion: cell}}", ()),
        Field("evidence", _keyed(EVIDENCE, "evidence"), "dated, sourced facts", ()),
        Field("preferences", _list(Kind("statement")), "what is known of the weights beyond the points", ()),
        Field("weights", Kind("weights", to="tree"), "instead of weights in the tree: equal, or {order: [...]}", None),
        Field("possible_weights", Kind("possible"), "order, any, stated, or a share such as 30%", None),
        Field("stakeholders", _keyed(STAKEHOLDER, "stakeholder"), "those whose weights count", ()),
        Field("scenarios", _keyed(SCENARIO, "scenario"), "the same decision if something turns out differently", ()),
        Field("checks", _pairs("check", Kind("setting")), "checks set otherwise for this file", ()),
        Field("waivers", _list(_record(WAIVER)), "checks that someone answers for", ()),
        Field("seal", FREE, "the hash of what was fixed before performances were known", ()),
        Field("signatures", FREE, "who signed which hash", ()),
    ),
)
