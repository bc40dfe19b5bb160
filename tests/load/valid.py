"""Decisions without a fault, as text: one small, one in which every section and every shape of the format occurs."""

SMALL = """\
decide: 1
title: Which CRM?
candidates: [Spreadsheets as today, Acme CRM]
criteria:
  Price: {unit: EUR per user and month, range: {worst: 100, best: 0}, weight: 60}
  Ease of use: {levels: [poor, ok, good], weight: 40}
performance:
  Spreadsheets as today: {Price: 0, Ease of use: poor}
  Acme CRM: {Price: 45, Ease of use: good}
"""

WHOLE = """\
decide: 1
title: AI partner for phones in China
question: Which partner should provide AI features?
as_of: 2025-02-13
status: decided
roles: {decider: Anna, author: Mei, reviewer: Kim, assessors: [Mei, Lin], conflicts: {Mei: none, Lin: [baidu]}}
choice: {candidate: alibaba, date: 2025-02-11, because: the data}
review: {date: 2025-08-13, if: [the regulator has not approved by 2025-06-30]}
dissent: [{by: Lin, says: Too early.}]
conditions: [{if: payment data may be used, for: alibaba, find_out: ask Ant, who: legal}]
limit: 10
price: price
candidates:
  baidu: {name: Baidu, offer: ERNIE 4.0, baseline: yes}
  alibaba: {name: Alibaba, about: e-commerce and cloud, because: large, evidence: [dec-03]}
  tencent: Tencent
gates:
  domestic:
    name: A domestic provider
    passes: {baidu: yes, alibaba: {is: unknown, because: not asked yet, evidence: [dec-03]}, tencent: yes}
    if_unknown: keep
criteria:
  user-value:
    name: User value
    limit: 5
    criteria:
      consumer-data:
        levels: [chat logs only, search or video behaviour, payments at national scale]
        value: [0, 40, 100]
        weight: 100
      quality: {unit: Arena points, range: {worst: 1180, best: 1370}, limit: 1200, weight: 45, max_age: 90 days}
  price: {unit: CNY per million tokens, range: {worst: 45, best: 1}, value: log, weight: {is: 10, low: 5, high: 20}}
  opening: {unit: days, curve: {0: 0, 30: 100, 60: 100, 180: 0}, beyond: clip, limit: 10..120, weight: 5}
performance:
  baidu: {consumer-data: 1, quality: 1250, price: 3..6, opening: 200}
  alibaba:
    consumer-data: {is: 2, low: 1, high: 2, evidence: [dec-03, usr-20], because: less without payment data}
    quality: 1332
    price: 4
    opening: 45
  tencent: {quality: unknown, price: 2, opening: 30}
assessments:
  Mei: {tencent: {consumer-data: 1}}
  Lin: {tencent: {consumer-data: search or video behaviour..payments at national scale}}
evidence:
  dec-03:
    name: The report
    claim: Shopping habits were the stated reason
    quote: vast troves of personal data
    source: {title: A report, publisher: The Information, url: "https://example.com/report"}
    origin: the-information
    date: 2025-02-12
    of: 2025-02
    grade: high
    interest: none
    contradicts: [usr-20]
  usr-20: {claim: Users differ, source: A survey, date: unknown}
preferences:
  - consumer-data >= quality
  - 2 * price <= user-value <= 95%
  - alibaba >= baidu
possible_weights: 30%
stakeholders:
  legal: {share: 1, weights: {consumer-data: 100, quality: 80, price: 10, opening: 5}}
  sales: {name: Sales, share: 50%, weights: {order: [[consumer-data, quality], price, opening], formula: rank-sum}}
scenarios:
  slow-regulator:
    name: A slow regulator
    chance: 20%
    performance: {tencent: {opening: 150}}
    weights: {opening: 40}
    gates: {domestic: {tencent: unknown}}
checks: {stale-evidence: {max_age: 60 days}, many-criteria: off}
waivers:
  - {check: single-origin, for: consumer-data, because: no other source, by: Lin, until: 2025-04-30}
seal: {hash: "sha256:0", at: 2025-02-10}
signatures: [{by: Anna, hash: "sha256:0"}]
x-notes: {mood: good, list: [a, b]}
"""
