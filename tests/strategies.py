"""All that Hypothesis draws here: decisions as plain mappings (see ``tests/plain.py``), and what laws do to them.

Amounts lie on small grids and weights are small whole numbers, so that exact ties are frequent; what the draws really
reach is counted by ``tests/test_strategies.py``. Hypothesis draws the outline, which it shrinks; a generator that it
seeds fills it in, since Hypothesis repeats itself within one example and so would draw fewer different decisions.
"""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from decide.solve.uncertain import Triangular, Uniform, atoms
from tests import oracle_rank
from tests.plain import Plain, leaves, nodes, points, sheets, with_twin, yaml_text

CANDIDATES = ("Acme", "Übersee AG", "百度", "cafe\u0301 №1", "Łódź", "как есть")
CRITERIA = ("price", "Qualität", "ease of use", "データ", "so-fort", "K 7", "x²")
LEVELS = ("poor", "so-so", "good: enough", "très bon", "best of all")
WEIGHTS = ("points", "point-ranges", "percents", "equal", "order", "none", "stakeholders")
AWKWARD = ("", "é", "a: b # c", "- x", "“q” 'q' \"q\"", "no", "0.10", "line\nbreak", "\t{tab}", "🙂", "\\u0041", "~")

picks = st.integers(0, 10**6)
"""A choice among things whose number is known later: taken modulo their number."""
shuffles = st.randoms(use_true_random=False)
texts = st.sampled_from(AWKWARD) | st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=8)
answers = texts | st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=300) | st.text(max_size=300)
"""What may be typed or pasted where a question is asked."""
unparted = st.lists(
    st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters=',，、"'), max_size=20),
    unique_by=str.casefold,
)
"""Names without the marks that part names."""
fractions = st.fractions(-1000, 1000, max_denominator=10**4)
columns = st.lists(fractions, min_size=1, max_size=8)
places = st.integers(0, 4)
numbers = st.builds(
    lambda sign, digits, magnitude: f"{sign}{digits}e{magnitude - len(str(digits)) + 1}",
    st.sampled_from(("", "-")),
    st.integers(0, 10**30 - 1),
    st.integers(-30, 29),
)
"""Every number that the format reads, as typed: 30 digits, magnitudes 1e-30 … 1e30."""
factors = st.sampled_from(("7", "0.1", "2.5", "1e3"))
heights = st.lists(st.integers(10, 30), min_size=8, max_size=8)


class Scale(NamedTuple):
    """A drawn scale: its fields, the amounts that cells may take (rising), and those that a limit may take."""

    fields: Plain
    amounts: tuple[str, ...]
    inside: tuple[str, ...]


@st.composite
def decisions(draw: st.DrawFn, weights: tuple[str, ...] = WEIGHTS, screened: bool = True) -> Plain:
    """Draw a decision without faults; ``screened``: with gates and limits on some of them."""
    size, names = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    nested, judges, twin, screen, coarse = (draw(st.booleans()) for _ in range(5))
    random = draw(st.randoms(use_true_random=True))
    scales: dict[str, Scale] = {}
    plain: Plain = {"decide": "1", "title": "drawn", "criteria": _tree(random, scales, size, 1 if nested else 3)}
    if coarse:
        scales = {name: scale._replace(amounts=scale.amounts[::3]) for name, scale in scales.items()}
    chosen = random.sample(CANDIDATES, names)
    shown = random.choice(({}, {"offer": "v2", "x-own": "y"}, "Ein Name", {"name": "другое имя"}))
    plain["candidates"] = chosen if random.random() < 0.5 else dict.fromkeys(chosen, shown)
    plain["performance"] = {name: _cells(random, scales, 1) for name in chosen if random.random() < 0.9}
    if judges:
        sheets_of = random.sample(("mei", "Łin", "o'Neil"), random.randint(1, 3))
        plain["assessments"] = {one: {name: _cells(random, scales, 3) for name in chosen} for one in sheets_of}
    _WEIGH[random.choice(weights)](random, plain)
    if screened and screen:
        _screen(random, plain, scales, chosen)
    return with_twin(plain, random.choice(chosen), "Twin") if twin and random.random() < 0.5 else plain


@st.composite
def preferring_decisions(draw: st.DrawFn) -> Plain:
    """Draw a decision with preferences that hold at its point weights, as the oracle reckons them."""
    plain = draw(decisions())
    found = oracle_rank.answer(yaml_text(plain))
    plain["preferences"] = []
    for _ in range(draw(st.integers(1, 3))):
        holistic = draw(st.booleans())
        worth = points(found) if holistic else found.weights
        one, other = (draw(st.sampled_from(sorted(worth))) for _ in range(2))
        factor = 1 if holistic else draw(st.integers(1, 3))
        left, right = worth[one], factor * worth[other]
        sign = "=" if left == right else ">=" if left > right else "<="
        plain["preferences"].append(f"{one} {sign} {other if factor == 1 else f'{factor} * {other}'}")
        if not holistic:
            plain["preferences"].append(f"0% <= {one} <= {int(100 * left) + 1}%")
    return plain


@st.composite
def whole_decisions(draw: st.DrawFn) -> Plain:
    """Draw a decision with all sections of the format, texts that are awkward, and the user's own keys."""
    plain = draw(preferring_decisions())
    text, (first, *_) = draw(st.lists(texts, min_size=6, max_size=6)), plain["candidates"]
    leaf = draw(st.sampled_from(leaves(plain))).key
    own = draw(st.sampled_from(sheets(plain) or [{}])).get(first, {})
    for key, cell in own.items():
        parts = dict(cell) if isinstance(cell, dict) else {} if cell is None else {"is": cell}
        own[key] = {**parts, "because": text[0], "evidence": ["e-1"], "x-seen": [text[1], {"by": text[2]}]}
    dated = {"date": draw(st.sampled_from(("2025", "2025-02", "2025-02-28", "unknown"))), "of": "2024-12-31"}
    told = {"claim": text[1], "quote": text[2], "source": {"title": text[3], "url": "https://x.example"}}
    sections: Plain = {
        "question": text[3],
        "as_of": "2025-02-13",
        "status": draw(st.sampled_from(("draft", "proposed", "decided", "superseded"))),
        "roles": {"decider": text[4], "assessors": ["mei", text[5]], "conflicts": {"mei": "none", "lin": [first]}},
        "choice": {"candidate": first, "date": "2025-02-11", "because": text[0]},
        "review": {"date": "2025-08-13", "if": [text[1]]},
        "dissent": [{"by": "lin", "says": text[2]}],
        "conditions": [{"if": text[3], "for": first, "find_out": text[4], "who": text[5]}],
        "price": leaf,
        "evidence": {
            "E 1": {**told, **dated, "grade": "high", "interest": "vendor", "contradicts": ["e-2"], "name": text[4]},
            "e-2": {"claim": text[5], "origin": "e-1", "contradicts": ["e-1"], "x-own": text[0]},
        },
        "possible_weights": draw(st.sampled_from(("order", "any", "30%", "0.125"))),
        "scenarios": {"slow": {"chance": "20%", "performance": {first: {leaf: "unknown"}}}},
        "checks": {"many-criteria": "off", "stale-evidence": {"max_age": "60 days"}},
        "waivers": [{"check": "no-reason", "for": leaf, "because": text[1], "by": "lin", "until": "2025-04-30"}],
        "seal": {"hash": text[2], "x": [text[3]]},
        "signatures": [{"who": text[4]}],
        "x-own": {"a": [text[5], "b"], "c": {"d": text[0]}},
    }
    dropped = draw(st.sets(st.sampled_from(sorted(set(sections) - {"evidence"}))))
    return plain | {key: section for key, section in sections.items() if key not in dropped}


@st.composite
def peopled_decisions(draw: st.DrawFn) -> Plain:
    """Draw a decision with stakeholders who weigh, and scenarios that replace cells, weights and verdicts."""
    plain = draw(decisions())
    random = draw(st.randoms(use_true_random=True))
    if "stakeholders" not in plain:  # points and percents do not go together, orders go with both
        shares: tuple[Plain, ...] = ({}, {"share": "0.5"}, {"share": random.choice(("25%", "3", "0"))})
        names = ("legal", "ops", "Käufer")
        plain["stakeholders"] = {
            name: {**share, "weights": _ordered(random, plain)} for name, share in zip(names, shares, strict=True)
        }
    chances = random.choice((("20%", "30%", "0"), ("50%", "0.5", "0"), ("10%", None, "0.25"), (None, None, None)))
    plain["scenarios"] = {f"if {at}": _scenario(random, plain, chances[at]) for at in range(random.randint(1, 3))}
    return plain


def _scenario(random: Random, plain: Plain, chance: str | None) -> Plain:
    """Return a scenario: cells as somebody else has them, five points on a leaf, a verdict at the gate."""
    own = leaves(plain)
    said = [(leaf, cell) for sheet in sheets(plain) for row in sheet.values() for leaf, cell in row.items()]
    chosen = random.sample(said, min(len(said), random.randint(0, 3)))
    found: Plain = {} if chance is None else {"chance": chance}
    if chosen:
        found["performance"] = {random.choice(list(plain["candidates"])): dict(chosen)}
    if random.random() < 0.4 and all("weight" in leaf.node and "%" not in str(leaf.node["weight"]) for leaf in own):
        found["weights"] = {random.choice(own).key: "5"}
    if "gates" in plain and random.random() < 0.6:
        name = random.choice(list(plain["candidates"]))
        found["gates"] = {"a gate": {name: random.choice(("yes", "no", "unknown"))}}
    return found


def _tree(random: Random, scales: dict[str, Scale], size: int, depth: int, inherited: Scale | None = None) -> Plain:
    """Return siblings with so many leaves below them, and note the scale of each leaf."""
    siblings: Plain = {}
    while size:
        taken = random.randint(1, size) if depth < 3 and random.random() < 0.5 else 0
        number = len(scales) + 1
        own = None if inherited is not None and random.random() < 0.5 else _scale(random)
        if taken:
            bears = own if random.random() < 0.4 else None
            inner = _tree(random, scales, taken, depth + 1, bears or inherited)
            siblings[f"group {number}.{depth}"] = {**(bears.fields if bears else {}), "criteria": inner}
        else:
            name = CRITERIA[number - 1]
            scale = own or inherited
            assert scale is not None
            scales[name] = scale
            siblings[name] = dict(own.fields) if own else {}
        size -= taken or 1
    return siblings


def _scale(random: Random) -> Scale:
    kind = random.choice(("range", "range", "log", "curve", "levels"))
    if kind == "levels":
        return _levels(random)
    step, start = Decimal(random.choice(("1", "0.5", "2.50", "30"))), Decimal(random.randint(-2, 2))
    inside = tuple(f"{step * 2**i if kind == 'log' else start + i * step:f}" for i in range(7))
    fields: Plain = {}
    amounts = inside
    if random.random() < 0.2:
        fields["beyond"] = "clip"
        lower, higher = Decimal(inside[0]) - step, Decimal(inside[-1]) + 9 * step
        amounts = (f"{lower:f}", f"{lower + step / 2:f}", *inside, f"{higher:f}")
    if kind == "curve":
        heights = random.choices(("0", "20", "50", "62.5", "100"), k=4)
        at = random.randint(0, 2)
        heights[at : at + 2] = random.choice((("0", "100"), ("100", "0")))
        fields["curve"] = dict(zip(inside[::2], heights, strict=True))
    else:
        ends = (inside[0], inside[-1])
        fields["range"] = dict(zip(random.sample(("worst", "best"), 2), ends, strict=True))
        fields |= {"value": "log"} if kind == "log" else {}
    return Scale(fields, amounts, inside)


def _levels(random: Random) -> Scale:
    count = random.randint(2, 5)
    words = LEVELS[-count:]
    amounts = random.choice((words, tuple(map(str, range(count)))))
    between = sorted(random.choices((0, 10, 50, 100), k=count - 2))
    values = {"value": ["0", *map(str, between), "100"]} if random.random() < 0.5 else {}
    return Scale({"levels": list(words), **values}, amounts, amounts)


def _cells(random: Random, scales: dict[str, Scale], absent: int) -> Plain:
    """Return the cells of one candidate; ``absent`` of about a dozen are left out."""
    found: Plain = {}
    for name, scale in scales.items():
        low, middle, high = (scale.amounts[at] for at in sorted(random.choices(range(len(scale.amounts)), k=3)))
        ranges: list[Any] = [{"low": low, "high": high}, {"is": middle, "low": low, "high": high}]
        ranges += [] if ":" in low + high else [f"{low}..{high}"]
        unknown: list[Any] = ["unknown", {"is": "unknown", "because": "nobody asked"}, None, {"because": "a blank"}]
        kind = random.randrange(11 + absent)
        cell: Any = middle if kind < 6 else random.choice(ranges if kind < 9 else unknown)
        cell = {"is": middle, "x-own": "y"} if kind == 5 else cell
        found |= {name: cell} if kind < 11 else {}
    return found


def _points(random: Random, plain: Plain) -> None:
    for leaf in leaves(plain):
        leaf.node["weight"] = random.choice("001123")
    random.choice(leaves(plain)).node["weight"] = "1"


def _point_ranges(random: Random, plain: Plain) -> None:
    for leaf in leaves(plain):
        low, point, high = (str(number) for number in sorted(random.choices(range(6), k=3)))
        leaf.node["weight"] = random.choice((f"{low}..{high}", {"low": low, "is": point, "high": high}, "2.5"))
    random.choice(leaves(plain)).node["weight"] = "1..2"


def _percents(random: Random, plain: Plain) -> None:
    _share_out(random, plain["criteria"])
    for node in nodes(plain):
        if "criteria" in node and random.random() < 0.6:
            _share_out(random, node["criteria"])


def _share_out(random: Random, siblings: Plain) -> None:
    cuts = sorted(random.randint(0, 16) for _ in range(len(siblings) - 1))
    for node, below, above in zip(siblings.values(), [0, *cuts], [*cuts, 16], strict=True):
        share = Decimal(above - below) * 25 / 4
        width = min(share, Decimal(5))
        low, middle, high = (f"{share + off:f}%" for off in (-width, 0, width))
        forms = (f"{low}..{high}", {"is": middle, "low": "0%", "high": "100%"}, middle, middle)
        node["weight"] = random.choice(forms)


def _equal(random: Random, plain: Plain) -> None:
    plain["weights"] = "equal"


def _order(random: Random, plain: Plain) -> None:
    plain["weights"] = _ordered(random, plain)


def _ordered(random: Random, plain: Plain) -> Plain:
    order: list[Any] = random.sample([leaf.key for leaf in leaves(plain)], len(leaves(plain)))
    at, size = random.randrange(len(order)), random.randint(1, 3)
    order[at : at + size] = [order[at : at + size]] if size > 1 else order[at : at + 1]
    formula = random.choice((None, "centroid", "rank-sum", "rank-sum", "reciprocal", "reciprocal"))
    return {"order": order} | ({"formula": formula} if formula else {})


def _stakeholders(random: Random, plain: Plain) -> None:
    points: Plain = {leaf.key: random.choice("1234") for leaf in leaves(plain)}
    alike: Plain = {name: f"{Decimal(100) / len(plain['criteria']):f}%" for name in plain["criteria"]}
    stated = alike if len(alike) in (1, 2, 4) and random.random() < 0.5 else points
    plain["stakeholders"] = {
        "legal": {"weights": stated},
        "Käufer": {"share": random.choice(("25%", "3", "0")), "weights": _ordered(random, plain)},
        "ops": {"share": "0.5", "weights": random.choice((stated, "equal"))},
    }


def _none(random: Random, plain: Plain) -> None:
    """State nothing of the weights."""


def _screen(random: Random, plain: Plain, scales: dict[str, Scale], candidates: list[str]) -> None:
    words = (*["yes"] * 6, "no", "unknown", {"is": "yes", "because": "so"})
    excluding: tuple[Plain, ...] = ({}, {"if_unknown": "keep"}, {"if_unknown": "exclude"})
    if random.random() < 0.5:
        passes = {name: random.choice(words) for name in candidates[random.randint(0, 1) :]}
        plain["gates"] = {"a gate": {"passes": passes, **random.choice(excluding)}}
    for leaf in leaves(plain):
        if random.random() < 0.2:
            low, high = sorted(random.choices(range(len(scales[leaf.key].inside)), k=2))
            ends = [scales[leaf.key].inside[at] for at in (low, high)]
            leaf.node["limit"] = "..".join(ends) if "curve" in leaf.bearer else random.choice(ends)
            leaf.node.update(random.choice(excluding))
    for node in nodes(plain):
        if "criteria" in node and random.random() < 0.4:
            node["limit"] = random.choice(("25", "37.5", "50"))
    if random.random() < 0.4:
        plain["limit"] = random.choice(("25", "37.5", "50"))


_WEIGH = {
    "points": _points,
    "point-ranges": _point_ranges,
    "percents": _percents,
    "equal": _equal,
    "order": _order,
    "none": _none,
    "stakeholders": _stakeholders,
}


@st.composite
def checked_decisions(draw: st.DrawFn) -> Plain:
    """Draw a decision with evidence of every kind behind its cells, gates and criteria, and what the checks look at."""
    plain = draw(whole_decisions())
    ids = [f"e-{number}" for number in range(1, draw(st.integers(3, 7)))]
    days = st.sampled_from(("unknown", "2024", "2023-11", "2024-12-20", "2025-02-13", "2025-02-14", "2025-03", "2026"))
    plain["evidence"] = {
        identifier: {
            "claim": "so it is",
            "date": draw(days),
            "origin": draw(st.sampled_from(("here", "there", identifier))),
            "grade": draw(st.sampled_from(("low", "low", "medium", "high"))),
            "interest": draw(st.sampled_from(("none", "vendor", "party"))),
            "contradicts": [draw(st.sampled_from(ids))],
        }
        for identifier in ids
    }
    cited = st.lists(st.sampled_from(ids), max_size=3, unique=True)
    for sheet in sheets(plain):
        for row in sheet.values():
            for key, cell in row.items():
                if cell is not None and draw(st.integers(0, 3)):
                    parts = dict(cell) if isinstance(cell, dict) else {"is": cell}
                    row[key] = {**parts, "evidence": draw(cited)}
    for gate in plain.get("gates", {}).values():
        gate["evidence"] = draw(cited)
    names = st.sampled_from((*CANDIDATES, "nobody in particular"))
    for leaf in leaves(plain):
        if not draw(st.integers(0, 5)):
            leaf.node["about"] = f"as {draw(names)} has it"
    if isinstance(plain["candidates"], dict) and draw(st.booleans()):
        first, *_ = plain["candidates"]
        plain["candidates"][first] = {"baseline": "yes"}
    plain["checks"] = draw(
        st.sampled_from(
            (
                {},
                {"hindsight": "off"},
                {"many-criteria": {"most": "2", "least": "10%"}},
                {"correlated": {"candidates": "2"}},
            )
        )
    )
    return plain


_tenths = st.integers(-40, 40).map(lambda tenth: Fraction(tenth, 10))
_rises = st.integers(1, 30).map(lambda tenth: Fraction(tenth, 10))
several_atoms = st.lists(st.tuples(_tenths, st.integers(1, 4).map(Fraction)), min_size=1, max_size=4).map(atoms)
"""A number that is one of a few, each with its chance."""
_uniforms = st.builds(lambda low, span: Uniform(low, low + span), _tenths, _rises)
_triangulars = st.builds(
    lambda low, span, quarter: Triangular(low, low + span * quarter / 4, low + span), _tenths, _rises, st.integers(0, 4)
)
betweens = _uniforms | _triangulars
"""A number between two ends, with or without a peak, which may stand at an end."""
uncertain = several_atoms | betweens
atom_sums = st.lists(st.lists(several_atoms, min_size=1, max_size=2), min_size=2, max_size=3)
bars = st.none() | _tenths
