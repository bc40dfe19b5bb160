"""The codes of what is unwise about who judged and who weighed."""

from decide.model.code import PEOPLE, WEIGHTS, Code
from decide.model.problem import Severity


def _code(
    code: str, severity: Severity, why: str, remedy: str, example: str, source: str, family: str = PEOPLE
) -> Code:
    return Code(code, family, severity, why, remedy, example, source)


PEOPLE_CODES: tuple[Code, ...] = (
    _code(
        "stakeholders-split",
        "warning",
        "People who would choose differently by their own weights have not settled what the decision is about. The "
        "mean of their weights, or weights that one of them set, covers that up, and whoever lost comes back to it "
        "later. Stakeholders whose share is zero are not asked.",
        "Talk about the weight on which they lie farthest apart, and say in  dissent:  who does not agree.",
        "with the weights of sales acme is first, with those of legal globex",
        "Belton and Pictet 1997 on sharing, aggregating and comparing weights",
        WEIGHTS,
    ),
    _code(
        "few-assessors",
        "information",
        "One who judges errs, and two who differ leave it open who is right. With three or more, who judged apart from "
        "each other, the mean is nearer to the truth than most of them, and it is seen where they differ.",
        "Let more people judge, each alone first.",
        "assessments: {mei: {…}, lin: {…}}",
        "Larrick and Soll 2006 on averaging; Soll and others 2015",
    ),
    _code(
        "disagreement-unexplained",
        "warning",
        "Where people who looked at the same thing lie more than two fifths of the scale apart, they know different "
        "things, or read the scale differently. A mean hides which it is. A reason at either end is enough.",
        "Let those at the ends say why, then judge again.",
        "mei: {acme: {support: always}}, lin: {acme: {support: none}}",
        "Dalkey and Helmer 1963 on asking again with reasons (Delphi)",
    ),
    _code(
        "copied-sheets",
        "warning",
        "Two people who judge alone hardly ever say the same of twelve performances. If one copied from the other, or "
        "they filled in one sheet together, one voice counts twice, and it looks as if they confirmed each other. "
        "Facts that can be read off somewhere are better stated once, under  performance:.",
        "Ask whether they judged apart; if not, keep one sheet.",
        "mei and lin give the same level to all twelve",
        "Lorenz and others 2011 on how social influence undoes the wisdom of crowds",
    ),
    _code(
        "one-assessor-decides",
        "warning",
        "If the first place changes when the judgements of one person are left out, that person decides, though it "
        "looks as if all had. That may be right, where one knows more than the others, but then it should be said. "
        "Decisions of more than 1000 performances are not searched.",
        "Look at where this person differs from the others, and say why that is followed.",
        "without lin globex would be first",
        "Efron and Tibshirani 1993, ch. 11, on leaving out one",
    ),
    _code(
        "mean-hides-split",
        "warning",
        "Two camps, each of two people or more, and between them nobody: their mean is a value that no one holds. The "
        "ranking rests on it all the same. It is asked even where reasons are given.",
        "Find out what each camp sees, and judge again.",
        "mei and lin say poor, ana and bo say good; the mean says ok",
        "Hammond and others 1975 on social judgement; Dalkey and Helmer 1963",
    ),
    _code(
        "conflict-undeclared",
        "error",
        "Whoever has ties to a candidate judges it differently, also with the best of intentions. Whether there are "
        "any is asked of everybody before they judge, and who has some does not judge that candidate.",
        "Let each assessor declare  none  or the candidates, and let others judge those.",
        "roles: {assessors: [mei, lin], conflicts: {mei: none}}",
        "FAR 3.104 and 9.5; UK Procurement Act 2023, part 5",
    ),
)
