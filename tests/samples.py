"""Decisions small enough to be reckoned by hand."""

from tests.plain import Plain

CRM = """\
decide: 1
title: Which CRM?
candidates: [Spreadsheets as today, Acme CRM, HubSpot, Pipedrive]
criteria:
  Price: {unit: EUR per user and month, range: {worst: 100, best: 0}, weight: 40%}
  Ease of use: {levels: [poor, ok, good], weight: 35%}
  Single sign-on: {levels: [no, yes], weight: 25%}
performance:
  Spreadsheets as today: {Price: 0, Ease of use: poor, Single sign-on: yes}
  Acme CRM: {Price: 45, Ease of use: good, Single sign-on: yes}
  HubSpot: {Price: 90, Ease of use: good, Single sign-on: yes}
  Pipedrive: {Price: 30..40, Ease of use: ok, Single sign-on: unknown}
"""
"""The example at the end of docs/format.md."""


def pair() -> Plain:
    """Return two candidates on two criteria of weight 3 and 1.

    price is worth 100 - x, so a has 80 and b has 60; speed is worth 10 x, so a has 20 and b has 70.
    a: 3/4 * 80 + 1/4 * 20 = 65, b: 3/4 * 60 + 1/4 * 70 = 62.5.
    """
    return {
        "decide": "1",
        "title": "two",
        "candidates": ["a", "b"],
        "criteria": {
            "price": {"range": {"worst": "100", "best": "0"}, "weight": "3"},
            "speed": {"range": {"worst": "0", "best": "10"}, "weight": "1"},
        },
        "performance": {"a": {"price": "20", "speed": "2"}, "b": {"price": "40", "speed": "7"}},
    }


def tree() -> Plain:
    """Return the pair with its two criteria, and a third on which both are in the middle, in a tree of percents.

    quality 60% holds speed 25% and support 75%; price has the other 40%: price 0.4, speed 0.15, support 0.45.
    a: 0.4 * 80 + 0.15 * 20 + 0.45 * 50 = 57.5, b: 0.4 * 60 + 0.15 * 70 + 0.45 * 50 = 57.
    """
    plain = pair()
    price, speed = plain["criteria"]["price"], plain["criteria"]["speed"]
    support = {"levels": ["none", "office hours", "always"], "weight": "75%"}
    quality = {"weight": "60%", "criteria": {"speed": speed | {"weight": "25%"}, "support": support}}
    plain["criteria"] = {"price": price | {"weight": "40%"}, "quality": quality}
    for cells in plain["performance"].values():
        cells["support"] = "office hours"
    return plain


EVERYTHING = """\
decide: 1
title: "Which: CRM?"
question: What do we buy?
as_of: 2025-02-13
status: proposed
roles: {decider: Ana, author: Bo, reviewer: Cy, assessors: [mei, lin], conflicts: {mei: none, lin: [acme]}}
choice: {candidate: acme, date: 2025-02-11, because: it leads}
review: {date: 2025-08-13, if: [the price doubles]}
dissent: [{by: lin, says: too dear}]
conditions: [{if: the data may leave, for: acme, find_out: ask, who: legal}]
limit: 10
price: cost
candidates:
  acme: {name: Acme GmbH, about: a vendor, because: asked for, evidence: [e1], offer: v2, baseline: yes}
  bolt: {name: Bolt}
gates:
  filed:
    name: Filed
    about: with the regulator
    because: the law
    evidence: [e2]
    passes: {acme: {is: yes, because: seen, evidence: [e1]}, bolt: {is: unknown}}
    if_unknown: exclude
criteria:
  use:
    name: Use
    about: by people
    because: they matter
    evidence: [e1]
    limit: 5
    max_age: 90 days
    weight: 60%
    criteria:
      ease:
        levels: [poor, ok, good]
        value: [0, 40, 100]
        limit: ok
        if_unknown: exclude
        weight: {is: 50%, low: 40%, high: 60%}
      speed: {unit: ms, range: {worst: 900, best: 10}, value: log, beyond: clip, weight: 30%..70%, effort: 2.5}
  cost: {unit: EUR, range: {worst: 100, best: 0}, weight: 30%}
  start: {unit: days, curve: {0: 0, 30: 100, 60: 0}, limit: 5..50, weight: 10%}
performance:
  acme: {ease: {is: good, low: ok, high: good, because: tried, evidence: [e1, e2]}, speed: 20, cost: 40..60, start: 30}
  bolt: {ease: unknown, speed: 950, start: {low: 20, high: 40}}
assessments: {mei: {bolt: {cost: {is: 70, because: told}}}}
evidence:
  e1:
    name: First
    about: a report
    because: read
    evidence: [e2]
    claim: It is fast
    quote: very fast
    source: {title: Report, publisher: Press, url: "https://x.example"}
    origin: e2
    date: 2025-02-12
    of: 2025-02
    grade: high
    interest: vendor
    contradicts: [e2]
  e2: {claim: It is slow, date: unknown, grade: low, interest: party, contradicts: [e1]}
preferences: [ease >= 0.5 * speed, 10% <= use <= 80%, cost + start = 40%]
possible_weights: 30%
stakeholders:
  legal:
    name: Legal
    about: the lawyers
    because: law
    evidence: [e1]
    share: 2
    weights: {use: 50%, cost: 25%, start: 25%}
  users: {share: 50%, weights: {order: [ease, [speed, cost], start], formula: rank-sum}}
scenarios:
  slow:
    name: Slow
    about: it drags
    because: it may
    evidence: [e2]
    chance: 20%
    performance: {bolt: {speed: 800}}
    weights: {cost: 20%, start: 20%}
    gates: {filed: {bolt: {is: no, because: late, evidence: [e2]}}}
checks: {stale-evidence: {max_age: 60 days}, many-criteria: off}
waivers: [{check: single-origin, for: cost, because: known, by: lin, until: 2025-04-30}]
seal: {hash: abc}
signatures: [{who: Ana}]
x-own: {a: [one, two]}
"""
"""Every key of the format."""
