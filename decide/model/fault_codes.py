"""The codes of faults, with which nothing is ranked, and of what is odd about a text."""

from decide.model.code import CANDIDATES, FILE, WEIGHTS, Code

_SWING = "von Winterfeldt and Edwards 1986; Edwards and Barron 1994"


def _fault(family: str, code: str, why: str, remedy: str, example: str, source: str = "") -> Code:
    return Code(code, family, "error", why, remedy, example, source, fault=True)


def _warning(code: str, why: str, remedy: str, example: str) -> Code:
    return Code(code, FILE, "warning", why, remedy, example)


_OF_THE_TEXT = (
    ("alias", "What an anchor or << copies is not where a reader looks for it.", "Write the value out.", "b: *a"),
    (
        "bad-character",
        "A character that cannot be seen can make two names look alike.",
        "Remove it.",
        "title: a no-break or right-to-left mark inside a name",
    ),
    ("bad-id", "An id that reads as a number cannot be told from one.", "Write  id: name.", "candidates: [2024]"),
    (
        "bad-preference",
        "A statement that cannot be read would be ignored.",
        "Write  this >= that.",
        "preferences: [price is more important than support]",
    ),
    ("bad-range", "A range needs both ends, the smaller one low.", "Write low <= is <= high.", "price: 6..3"),
    (
        "bad-scale",
        "A performance has a value only between two different ends.",
        "Give one whole scale.",
        "support: {levels: [good]}",
    ),
    (
        "chances-over-100",
        "Scenarios exclude one another.",
        "Lower the chances to 100 % together.",
        "scenarios: {slow: {chance: 70%}, fast: {chance: 40%}}",
    ),
    ("directive", "%YAML and %TAG lines change how a text is read.", "Remove them.", "%YAML 1.1"),
    ("duplicate-id", "Two things of one id cannot be told apart.", "Write  id: name.", "candidates: [Acme, acme]"),
    (
        "duplicate-key",
        "Of two values for one key a reader sees one and a program the other.",
        "Keep one.",
        "acme: {price: 45, price: 54}",
    ),
    ("empty-candidates", "There is nothing to choose from.", "Write the candidates.", "candidates: []"),
    ("empty-criteria", "There is nothing to choose by.", "Write the criteria.", "criteria: {}"),
    (
        "format-version",
        "A later format may mean something else by the same words.",
        "Write  decide: 1.",
        "decide: 2",
    ),
    ("missing-key", "Without this key the rest has no meaning.", "Write it.", "waivers: [{check: hindsight}]"),
    ("not-finite", "What is not a number poisons every sum.", "Write a number, or unknown.", "acme: {price: .nan}"),
    (
        "not-utf8",
        "In another encoding names come out wrong.",
        "Save the file as UTF-8.",
        "title: a file saved as Latin-1 or UTF-16",
    ),
    (
        "off-range",
        "Outside its scale a performance has no value.",
        "Widen the range, or  beyond: clip.",
        "acme: {price: 120}  where the range ends at 100",
    ),
    (
        "off-scale",
        "A level that is not on the scale has no value.",
        "Use one of the levels.",
        "acme: {ease: excellent}  where the levels are poor, ok and good",
    ),
    (
        "scale-missing",
        "Without worst and best a performance has no value.",
        "Write  range:  or  levels:.",
        "criteria: {price: {unit: EUR}}",
    ),
    ("second-document", "Other programs read only the first document.", "Keep one document.", "---"),
    (
        "syntax",
        "The text is not YAML, so nothing after this place was read.",
        "Mend this place first.",
        "title: a: b",
    ),
    ("tag", "A tag asks for another kind of value than text.", "Remove the tag.", "price: !!float 45"),
    (
        "too-deep",
        "So much nesting is a missing bracket, or an attack.",
        "Look for the missing bracket.",
        "x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    ),
    (
        "too-large",
        "Beyond this size the text is no decision that people read.",
        "Make it smaller.",
        "candidates: more than 2 000 of them",
    ),
    (
        "two-baselines",
        "There is one status quo.",
        "Mark one candidate at most.",
        "candidates: {a: {baseline: yes}, b: {baseline: yes}}",
    ),
    (
        "unknown-candidate",
        "It would count for nobody.",
        "Use the id of a candidate.",
        "performance: {acne: {price: 45}}",
    ),
    ("unknown-check", "It would set nothing.", "Use the code of a check.", "checks: {hindsigth: off}"),
    (
        "unknown-criterion",
        "It would count for nothing.",
        "Use the id of a criterion.",
        "acme: {prize: 45}",
    ),
    (
        "unknown-evidence",
        "A reader could not look it up.",
        "Write the evidence, or correct the id.",
        "price: {is: 45, evidence: [price-lst]}",
    ),
    (
        "unknown-gate",
        "It would screen nobody.",
        "Use the id of a gate.",
        "scenarios: {slow: {gates: {domestik: {acme: no}}}}",
    ),
    (
        "unknown-id",
        "It would be about nothing.",
        "Use an id of this decision.",
        "waivers: [{check: no-reason, for: eas, …}]",
    ),
    ("unknown-key", "A misspelled key would be ignored in silence.", "Correct it, or begin it with x-.", "tilte: CRM"),
    ("wrong-type", "Something else is due here.", "Write what is due.", "acme: {price: 45 EUR}"),
)
_OF_THE_WEIGHTS = (
    (
        "all-weights-zero",
        "With every weight 0 nothing matters.",
        "Weigh at least one criterion.",
        "criteria: {price: {range: {worst: 100, best: 0}, weight: 0}}",
    ),
    (
        "mixed-weights",
        "Weights of two kinds, or half of them, do not compare.",
        "State all in one kind.",
        "price: {weight: 40}, ease: {weight: 35%}",
    ),
    (
        "order-incomplete",
        "A criterion outside the order has no weight.",
        "Name every criterion once.",
        "weights: {order: [price, ease]}  where there is support too",
    ),
    (
        "preferences-contradict",
        "No weights meet these statements; the sum shows it.",
        "Take one of them back, or weaken it.",
        "preferences: [ease >= price, price >= 60%]",
    ),
    (
        "points-break-preference",
        "Point weights against a stated preference.",
        "Change one of the two.",
        "preferences: [ease >= price]  where price weighs 40 and ease 35",
    ),
    (
        "shares-not-100",
        "Shares of a whole that is not whole.",
        "Let neighbours sum to 100 %.",
        "price: {weight: 40%}, ease: {weight: 50%}",
    ),
    (
        "weight-without-range",
        "A weight says what a swing is worth; which swing?",
        "Give worst and best.",
        "criteria: {price: {weight: 40}}",
        _SWING,
    ),
)
FAULTS: tuple[Code, ...] = (
    *(_fault(FILE, *entry) for entry in _OF_THE_TEXT),
    _warning(
        "confusable-name",
        "A letter of another alphabet can imitate a Latin one.",
        "Type the name again.",
        "candidates: [Аcme]  with a Cyrillic А",
    ),
    _warning(
        "cut-by-hash",
        "YAML takes what follows a blank and # for a comment.",
        "Quote the text.",
        "title: Room #2",
    ),
    *(_fault(WEIGHTS, *entry) for entry in _OF_THE_WEIGHTS),
    _fault(
        CANDIDATES,
        "no-one-left",
        "Every candidate fails a gate or a limit.",
        "Look at the gates, or find a candidate.",
        "gates: {eu-data: {passes: {acme: no, globex: no}}}",
    ),
)
