"""The codes of what is unwise about relying on the first place: how little would undo it, and what it does not need."""

from decide.model.code import ROBUSTNESS, Code
from decide.model.problem import Severity


def _code(code: str, severity: Severity, why: str, remedy: str, example: str, source: str = "") -> Code:
    return Code(code, ROBUSTNESS, severity, why, remedy, example, source)


ROBUSTNESS_CODES: tuple[Code, ...] = (
    _code(
        "no-clear-winner",
        "warning",
        "A small lead is within what people get wrong. In simulated decisions of 3 to 5 candidates and 8 to 12 "
        "criteria, with scores from 1 to 5 of which a quarter was made one higher and a quarter one lower, the first "
        "changed in 41 to 46 % of the cases where it led by less than 5 of 100 points, in 19 to 27 % where it led by 5 "
        "to 10, and in 4 to 7 % where it led by 10 or more. A larger lead can still be undone by small errors in all "
        "weights at once; the tolerance says how small. Where the decision itself says how open it is, by ranges of "
        "performances or by which weights are possible, that gives the chance that the first stays ahead, without "
        "draws; decisions of more than 250 performances are not asked.",
        "Look closer at what tells the first two apart, or say that either will do.",
        "acme 62.1, globex 60.4",
        "Simulation made for this program (benchmarks/leads.py); for the tolerance, Rios Insua and French 1991 on the "
        "nearest competitor; "
        "for the chance, Lahdelma, Hokkanen and Salminen 1998 on acceptability",
    ),
    _code(
        "one-cell-flips",
        "warning",
        "Whoever judges a level is often one level off, and a measured number may be a tenth of its scale off. Where "
        "one such slip in a single performance changes who is first, the decision rests on that performance, and it is "
        "worth more care than all others together. Unknown ones and ranges without a best guess are left to "
        "unknown-decides and to the memo. Decisions of more than 1000 performances are not searched.",
        "Make sure of that performance before anything else.",
        "acme leads by 5.0;  support: {levels: [poor, ok, good], weight: 12}",
        "Triantaphyllou and Sánchez 1997 on the most critical measure of performance",
    ),
    _code(
        "thin-weight-margin",
        "warning",
        "Nobody can tell a weight of 20 % from one of 23 %. Where moving less than five points of weight in all brings "
        "somebody else level with the first, the same people on another day might have chosen otherwise.",
        "Weigh the swings in question against each other again, with those who decide.",
        "price 40 % and ease 35 %; at 37 % and 38 % globex is first",
        "Barron and Schmidt 1988; Wolters and Mareschal 1995",
    ),
    _code(
        "one-source-decides",
        "warning",
        "If one origin turns out to be wrong, all that rests on it alone is unknown. Where that alone changes who is "
        "first, the decision is a decision to believe that origin. Decisions of more than 1000 performances are not "
        "searched.",
        "Look for a second, independent origin, or say why this one is to be believed.",
        "the three cells for which acme leads all cite  survey-2025",
        "Clemen and Winkler 1985 on dependent sources",
    ),
    _code(
        "never-first",
        "information",
        "Some candidates are beaten by no single other on everything, and yet no possible weights put them first: a "
        "mixture of others is ahead under all of these weights. That mixture is nothing one could buy; it proves that "
        "under any such weights one of those in it is ahead. Work on the weights cannot help this candidate. It is not "
        "asked of those of whom something is unknown, nor where performances times candidates are more than 25000.",
        "Leave it out, or say what speaks for it that no criterion holds.",
        "second best on everything, beside one that is cheap and one that is good",
        "Hazen 1986 on potential optimality; Rios Insua and French 1991",
    ),
    _code(
        "cannot-matter",
        "information",
        "A criterion that parts the candidates by less than the lead, whatever its performances are within their "
        "ranges, costs work and changes nothing here. It is said only of light criteria, and where no ranges cross, so "
        "that the same candidate is first with them and without. With other weights it could be otherwise.",
        "Leave it out, or spend no more work on it.",
        "acme leads by 22.9;  price: {weight: 1.4%}",
        "Keeney and Raiffa 1976, ch. 2: a set of attributes should be as small as it can be",
    ),
)
