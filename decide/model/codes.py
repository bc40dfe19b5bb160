"""Every code that a problem can carry: what it means, why it matters, and what to do."""

from decide.model.problem import Severity
from decide.model.record import Record, record


@record
class Code(Record):
    """One kind of problem; codes are never renamed."""

    code: str
    severity: Severity
    why: str
    remedy: str


def _fault(code: str, why: str, remedy: str) -> Code:
    return Code(code, "error", why, remedy)


def _warning(code: str, why: str, remedy: str) -> Code:
    return Code(code, "warning", why, remedy)


CODES: dict[str, Code] = {
    entry.code: entry
    for entry in (
        _fault("alias", "What an anchor or << copies is not where a reader looks for it.", "Write the value out."),
        _fault("all-weights-zero", "With every weight 0 nothing matters.", "Weigh at least one criterion."),
        _fault("bad-character", "A character that cannot be seen can make two names look alike.", "Remove it."),
        _fault("bad-id", "An id that reads as a number cannot be told from one.", "Write  id: name."),
        _fault("bad-preference", "A statement that cannot be read would be ignored.", "Write  this >= that."),
        _fault("bad-range", "A range needs both ends, the smaller one low.", "Write low <= is <= high."),
        _fault("bad-scale", "A performance has a value only between two different ends.", "Give one whole scale."),
        _fault("chances-over-100", "Scenarios exclude one another.", "Lower the chances to 100 % together."),
        _fault("directive", "%YAML and %TAG lines change how a text is read.", "Remove them."),
        _fault("duplicate-id", "Two things of one id cannot be told apart.", "Write  id: name."),
        _fault("duplicate-key", "Of two values for one key a reader sees one and a program the other.", "Keep one."),
        _fault("empty-candidates", "There is nothing to choose from.", "Write the candidates."),
        _fault("empty-criteria", "There is nothing to choose by.", "Write the criteria."),
        _fault("format-version", "A later format may mean something else by the same words.", "Write  decide: 1."),
        _fault("missing-key", "Without this key the rest has no meaning.", "Write it."),
        _fault("mixed-weights", "Weights of two kinds, or half of them, do not compare.", "State all in one kind."),
        _fault("no-one-left", "Every candidate fails a gate or a limit.", "Look at the gates, or find a candidate."),
        _fault("not-finite", "What is not a number poisons every sum.", "Write a number, or unknown."),
        _fault("not-utf8", "In another encoding names come out wrong.", "Save the file as UTF-8."),
        _fault("off-range", "Outside its scale a performance has no value.", "Widen the range, or  beyond: clip."),
        _fault("off-scale", "A level that is not on the scale has no value.", "Use one of the levels."),
        _fault("order-incomplete", "A criterion outside the order has no weight.", "Name every criterion once."),
        _fault("points-break-preference", "Point weights against a stated preference.", "Change one of the two."),
        _fault("scale-missing", "Without worst and best a performance has no value.", "Write  range:  or  levels:."),
        _fault("second-document", "Other programs read only the first document.", "Keep one document."),
        _fault("shares-not-100", "Shares of a whole that is not whole.", "Let neighbours sum to 100 %."),
        _fault("syntax", "The text is not YAML, so nothing after this place was read.", "Mend this place first."),
        _fault("tag", "A tag asks for another kind of value than text.", "Remove the tag."),
        _fault("too-deep", "So much nesting is a missing bracket, or an attack.", "Look for the missing bracket."),
        _fault("too-large", "Beyond this size the text is no decision that people read.", "Make it smaller."),
        _fault("two-baselines", "There is one status quo.", "Mark one candidate at most."),
        _fault("unknown-candidate", "It would count for nobody.", "Use the id of a candidate."),
        _fault("unknown-check", "It would set nothing.", "Use the code of a check."),
        _fault("unknown-criterion", "It would count for nothing.", "Use the id of a criterion."),
        _fault("unknown-evidence", "A reader could not look it up.", "Write the evidence, or correct the id."),
        _fault("unknown-gate", "It would screen nobody.", "Use the id of a gate."),
        _fault("unknown-id", "It would be about nothing.", "Use an id of this decision."),
        _fault("unknown-key", "A misspelled key would be ignored in silence.", "Correct it, or begin it with x-."),
        _fault("weight-without-range", "A weight says what a swing is worth; which swing?", "Give worst and best."),
        _fault("wrong-type", "Something else is due here.", "Write what is due."),
        _warning("confusable-name", "A letter of another alphabet can imitate a Latin one.", "Type the name again."),
        _warning("cut-by-hash", "YAML takes what follows a blank and # for a comment.", "Quote the text."),
        _warning("missing", "A cell that was forgotten looks like one that is unknown.", "Fill it, or write unknown."),
    )
}

CHECKS: tuple[str, ...] = (
    *("no-decider", "no-baseline", "few-candidates", "candidate-in-criterion"),
    *("does-not-discriminate", "cannot-matter", "double-counted", "correlated", "many-criteria", "gate-also-scored"),
    *("concentrated", "equal-by-default", "splitting", "weights-after-scores", "stakeholders-split"),
    *("missing", "unknown-decides", "no-reason", "overconfident", "same-fact-different-score", "winner-has-a-hole"),
    *("no-evidence", "single-origin", "interested-source", "stale-evidence", "hindsight", "contradiction"),
    *("weak-evidence-carries-weight", "dominated", "never-first", "no-clear-winner", "one-cell-flips"),
    *("thin-weight-margin", "one-source-decides", "rank-reversal", "false-precision", "few-assessors"),
    *("disagreement-unexplained", "copied-sheets", "one-assessor-decides", "mean-hides-split", "conflict-undeclared"),
    *("author-is-decider", "override-without-reason", "no-review-date", "gate-failed-chosen", "seal-broken"),
    *("signature-stale", "words-exceed-numbers", "confusable-name", "cut-by-hash"),
)
"""What a file may set under ``checks:`` and waive under ``waivers:``: the vocabulary of the format."""
