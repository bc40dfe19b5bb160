"""The codes of what is unwise about performances, evidence, candidates and the process."""

from decide.model.code import CANDIDATES, EVIDENCE, PERFORMANCE, PROCESS, Code
from decide.model.problem import Severity

_BIASES = "Montibeller and von Winterfeldt 2015"


def _code(family: str, code: str, severity: Severity, why: str, remedy: str, example: str, source: str = "") -> Code:
    return Code(code, family, severity, why, remedy, example, source)


EVIDENCE_CODES: tuple[Code, ...] = (
    _code(
        PERFORMANCE,
        "missing",
        "warning",
        "A cell that was forgotten looks like one that is unknown. It counts as unknown, in the middle between worst "
        "and best, which may be far too good or far too bad.",
        "Fill it, or write unknown.",
        "acme: {price: 45}  where ease is measured too",
    ),
    _code(
        PERFORMANCE,
        "unknown-decides",
        "warning",
        "What is unknown counts as the middle. Here the first place changes between its two ends, so the ranking "
        "answers a question that is still open.",
        "Find it out before deciding, or say what would have to be true.",
        "globex: {price: 30, ease: unknown}",
        "Howard 1966 on the value of information",
    ),
    _code(
        PERFORMANCE,
        "no-reason",
        "information",
        "A level is a judgement. Without a reason nobody can check it, repeat it or notice when it is no longer true.",
        "Say why in  because:, or name the evidence.",
        "acme: {ease: good}",
        "FAR 15.308; UK Procurement Regulations 2024, reg. 31",
    ),
    _code(
        PERFORMANCE,
        "overconfident",
        "warning",
        "One level, given without a range, claims to be sure. Evidence of low grade does not carry that: people's "
        "ranges are too narrow even where they know more.",
        "Give the range that the evidence leaves open.",
        "acme: {support: {is: good, evidence: [a-blog]}}  where a-blog has  grade: low",
        _BIASES,
    ),
    _code(
        PERFORMANCE,
        "same-fact-different-score",
        "warning",
        "Two candidates with the same evidence stand at different levels of one criterion, and it is not said why. "
        "Then something else than the evidence made the difference, such as knowing which one is liked.",
        "Give them the same level, or say in  because:  what differs.",
        "acme: {ease: {is: good, evidence: [survey]}}, globex: {ease: {is: ok, evidence: [survey]}}",
    ),
    _code(
        PERFORMANCE,
        "winner-has-a-hole",
        "warning",
        "A sum lets strengths make up for a weakness, however bad it is. Where the first is the worst of all, somebody "
        "should say aloud that this is acceptable, as it is what will be complained of later.",
        "Set a limit if it has to be better, else say why it may be so.",
        "the first in rank has the poorest support of all",
        "Belton and Stewart 2002 on compensation",
    ),
    _code(
        EVIDENCE,
        "no-evidence",
        "warning",
        "A performance without evidence is the word of whoever typed it. A reader cannot check it, and nobody will "
        "notice when it stops being true.",
        "Name the evidence, or write unknown where there is none.",
        "acme: {price: 45}",
        "FAR 15.305(a): strengths, deficiencies, weaknesses and risks shall be documented",
    ),
    _code(
        EVIDENCE,
        "single-origin",
        "warning",
        "Many reports of one origin are one report. If that origin is wrong, everything on the criterion is wrong at "
        "once, and in the same direction.",
        "Look for somebody who found it out independently.",
        "five articles, all with  origin: analyst-report-2025",
        "Clemen and Winkler 1985 on dependent sources",
    ),
    _code(
        EVIDENCE,
        "interested-source",
        "warning",
        "Those who gain from a claim choose which claims to make. What a vendor says of itself may be true, but it "
        "does not tell it from a vendor who says the same and is wrong. Prices, which a vendor sets itself, are left "
        "alone, and so is what stands at the worst end.",
        "Look for a source without an interest: a test, a customer, an authority.",
        "evidence: {brochure: {claim: best in class, interest: vendor}}",
        _BIASES,
    ),
    _code(
        EVIDENCE,
        "stale-evidence",
        "warning",
        "Prices, products and records change. What was true when it was seen need not be so on the day of the "
        "decision. How long a fact lasts differs, so each criterion can say it; ages count to  as_of, never to today.",
        "Look again, or say at the criterion how long such facts last.",
        "evidence: {price-list: {date: 2024-01-15}}  with  as_of: 2025-02-13",
    ),
    _code(
        EVIDENCE,
        "hindsight",
        "warning",
        "What became known after the day of the decision was not there to decide by. Once people know how it came out "
        "they believe they knew all along, and a record that mixes the two teaches nothing.",
        "Leave it out, or move  as_of.",
        "evidence: {test: {date: 2025-06-01}}  with  as_of: 2025-02-13",
        "Fischhoff 1975",
    ),
    _code(
        EVIDENCE,
        "contradiction",
        "warning",
        "Two pieces of evidence for one performance say opposite things, and it is not said which is followed. People "
        "see what fits and pass over the rest.",
        "Say which is followed and why, and give the range that both leave open.",
        "price: {is: 45, evidence: [list-may, list-june]}  where one contradicts the other",
        _BIASES,
    ),
    _code(
        EVIDENCE,
        "weak-evidence-carries-weight",
        "warning",
        "A ranking is as sure as what it rests on. Where much of the weight rests on evidence of low grade alone, its "
        "figures look surer than they are.",
        "Look for better evidence where the weight is.",
        "a third of the weight rests on forum posts with  grade: low",
        "Guyatt and others 2008 (GRADE)",
    ),
    _code(
        CANDIDATES,
        "dominated",
        "information",
        "A candidate that is nowhere better than another and somewhere worse is not ahead of it with any weights. "
        "Either it is not needed, or the criterion that speaks for it is missing. If it was chosen, this is an error.",
        "Leave it out, or add the criterion for which it stands here.",
        "globex: {price: 90, ease: good}  beside  acme: {price: 45, ease: good}",
        "Keeney and Raiffa 1976, ch. 3",
    ),
    _code(
        PROCESS,
        "override-without-reason",
        "error",
        "People may choose against a ranking, and often rightly, for it does not see everything. But whoever reads the "
        "record later must find what it did not see.",
        "Write  because:  in  choice:.",
        "choice: {candidate: globex}  where acme is first",
        "FAR 15.308: the decision shall be documented, with the rationale for trade-offs",
    ),
    _code(
        PROCESS,
        "no-review-date",
        "warning",
        "A decision is right for what was known on its day. Without a day to look again it stays in force by being "
        "forgotten.",
        "Write  review: {date: …, if: […]}.",
        "status: decided",
    ),
    _code(
        PROCESS,
        "gate-failed-chosen",
        "error",
        "A gate says that a candidate without this cannot be chosen. If one was chosen all the same, the gate was no "
        "must, and others may have been screened out by it for nothing; or the choice is wrong.",
        "Correct the gate or the limit, or choose another.",
        "choice: {candidate: acme}  where  gates: {eu-data: {passes: {acme: no}}}",
    ),
    _code(
        PROCESS,
        "author-is-decider",
        "warning",
        "One person who finds the facts, sets the weights and decides will find what was looked for. A second pair of "
        "eyes sees what the first passed over.",
        "Let somebody else read it, and name them under  roles: {reviewer: …}.",
        "roles: {author: Ana, decider: Ana}",
        "GAO 2014, Standards for Internal Control in the Federal Government, principle 10",
    ),
    _code(
        PROCESS,
        "idle-waiver",
        "information",
        "A waiver holds up to its day, and for what the check finds. One that has ended, or that nothing needs any "
        "more, tells a reader of a doubt that is not there, or hides that one is back.",
        "Remove it, or renew it with a reason that holds today.",
        "waivers: [{check: hindsight, until: 2025-01-31, …}]  with  as_of: 2025-02-13",
    ),
)
