"""The codes of what is unwise about the frame, the criteria and the weights."""

from decide.model.code import CRITERIA, FRAME, WEIGHTS, Code
from decide.model.problem import Severity

_NONREDUNDANT = "Keeney and Raiffa 1976, ch. 2: attributes are to be complete and not redundant"


def _code(family: str, code: str, severity: Severity, why: str, remedy: str, example: str, source: str = "") -> Code:
    return Code(code, family, severity, why, remedy, example, source)


VALUE_CODES: tuple[Code, ...] = (
    _code(
        FRAME,
        "no-decider",
        "warning",
        "A ranking is advice, and advice needs somebody who takes it or refuses it. Where nobody is named, the figures "
        "decide by default and nobody answers for it.",
        "Name the person or the body under  roles: {decider: …}.",
        "roles: {author: Ana}",
    ),
    _code(
        FRAME,
        "no-baseline",
        "warning",
        "The first of a ranking is the best of what was compared, which need not be better than what there is. Without "
        "the status quo among the candidates nobody sees what a change gains, or that it gains nothing.",
        "Mark the candidate in use today with  baseline: yes, or add it.",
        "candidates: [Acme CRM, Globex CRM]",
        "HM Treasury, The Green Book, 2022: options are compared with business as usual",
    ),
    _code(
        FRAME,
        "few-candidates",
        "warning",
        "With one or two candidates the question was answered before it was asked: a ranking cannot find what nobody "
        "listed. One more candidate, even a plain one, shows what the favourite costs.",
        "Look for another candidate, or waive this and say why there is none.",
        "candidates: [Acme CRM, Globex CRM]",
        "Nutt 2002, Why Decisions Fail",
    ),
    _code(
        FRAME,
        "candidate-in-criterion",
        "warning",
        "A criterion whose text names a candidate is easily one that only this candidate can meet. Then the criterion "
        "decides, and not the need behind it.",
        "Say what is needed, so that the text would read the same with other candidates.",
        "salesforce: {name: Works with our Salesforce reports, levels: [no, yes]}",
        "Directive 2014/24/EU, art. 42(4): specifications shall not refer to a specific make or source",
    ),
    _code(
        CRITERIA,
        "does-not-discriminate",
        "warning",
        "A criterion on which the candidates hardly differ decides hardly anything, however much weight it has. Its "
        "weight was often given for the importance of the topic and not for the swing that is at stake here.",
        "Narrow the scale to what candidates can do and weigh that swing, make it a gate, or leave it out.",
        "uptime: {range: {worst: 0, best: 100}, weight: 40}  with 99.5 to 99.9 for all",
        "von Nitzsch and Weber 1993; Keeney 2002",
    ),
    _code(
        CRITERIA,
        "double-counted",
        "warning",
        "Two criteria that rest on the same evidence count one fact twice. The candidates for whom the fact speaks "
        "gain twice, though nobody decided that it matters twice.",
        "Join the two criteria, or say which fact belongs to which.",
        "ease: {is: 4, evidence: [survey]}, support: {is: 4, evidence: [survey]}",
        _NONREDUNDANT,
    ),
    _code(
        CRITERIA,
        "correlated",
        "information",
        "Criteria on which the candidates do well and badly together may be one criterion under two names. It may also "
        "be how this market is, so this is a question and no fault. Below eight candidates it is not asked, because "
        "some pair always looks alike by chance.",
        "Ask whether they mean the same; if so, join them.",
        "brand and price of ten candidates rise together",
        "Keeney and Raiffa 1976, ch. 2; Holm 1979 and Phipson and Smyth 2010 for the test",
    ),
    _code(
        CRITERIA,
        "many-criteria",
        "information",
        "Weights of many criteria come out too alike, as attention is spread too thin to tell them apart. What has "
        "almost no weight costs work and changes nothing.",
        "Leave out what decides nothing, or join it with what is like it.",
        "criteria: fourteen leaves, one with 1.4 % of the weight",
        "Edwards 1977: eight are plenty, fifteen are too many",
    ),
    _code(
        CRITERIA,
        "gate-also-scored",
        "warning",
        "A fact that screens candidates at a gate and then scores those who pass counts twice. Either it is a must, "
        "and all who pass are alike, or it is a matter of degree, and the gate is too much.",
        "Keep it in one place, or say what each of the two asks.",
        "gates: {eu-data: {evidence: [audit]}}  and  security: {is: 4, evidence: [audit]}",
        _NONREDUNDANT,
    ),
    _code(
        WEIGHTS,
        "concentrated",
        "warning",
        "Where one criterion has most of the weight, the others are decoration: whoever is best there is first. That "
        "may be meant, but then the question is whether that one performance is known well enough.",
        "Weigh the swings again, or put the care into the one performance that decides.",
        "price: {weight: 80%}, ease: {weight: 12%}, support: {weight: 8%}",
        "Laakso and Taagepera 1979 for the effective number 1/Σw²",
    ),
    _code(
        WEIGHTS,
        "equal-by-default",
        "information",
        "Equal weights are a judgement too: they say that every swing from worst to best is worth the same. Mostly "
        "they say only that nobody weighed. An order of importance is quickly given and says more.",
        "Weigh the swings against each other, or order them:  weights: {order: […]}.",
        "weights: equal",
        "Edwards and Barron 1994",
    ),
    _code(
        WEIGHTS,
        "splitting",
        "information",
        "People give more weight to what is spelt out in more criteria. If the weights of the groups are what their "
        "numbers of criteria are, the shape of the tree may have weighed, and not the people.",
        "Weigh the groups against each other first, then the criteria inside each.",
        "quality has 6 of 8 criteria and 75 % of the weight",
        "Weber, Eisenführ and von Winterfeldt 1988; Morton and Fasolo 2009",
    ),
)
