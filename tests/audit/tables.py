"""Decisions made for each kind of proof, small enough to change everything in them."""

from typing import Any

Json = Any


def table(rows: dict[str, str], weights: str, **sections: Json) -> Json:
    """Return a decision on scales from 0 to 10: a row of numbers for each candidate, a weight for each, or none."""
    scale: Json = {"range": {"worst": "0", "best": "10"}}
    criteria = {f"k{place}": dict(scale) for place, _ in enumerate(next(iter(rows.values())).split(), 1)}
    for criterion, weight in zip(criteria.values(), weights.split(), strict=False):
        criterion["weight"] = weight
    performance = {name: dict(zip(criteria, row.split(), strict=True)) for name, row in rows.items()}
    opening = {"decide": "1", "title": "a table", "candidates": list(rows), "criteria": criteria}
    return opening | {"performance": performance} | sections


VOICES = {
    "ana": {"weights": {"k1": "5", "k2": "4", "k3": "1"}},
    "bo": {"weights": {"k1": "1", "k2": "2", "k3": "2"}},
    "cy": {"weights": {"k1": "3", "k2": "3", "k3": "1.5"}},
}

SMALL = {
    "a tie to lose": table({"a": "8 2", "b": "6 7", "c": "5 9"}, "3 1..2"),
    "a preference": table({"a": "8 2 5", "b": "6 7 5", "c": "2 9 8"}, "3 2 1", preferences=["k1 >= k3", "k2 = 2 * k3"]),
    "one on top of all": table({"a": "10 10", "b": "0 8", "c": "0 0"}, "3 2"),
    "a rank out of reach": table({"a": "0 2 2", "b": "5 10 2", "c": "5 5 8", "d": "5 8 8"}, "1 1 3"),
    "voices": table(
        {"a": "8 2 1", "b": "6 7 5", "c": "5 9 0"},
        "",
        stakeholders=VOICES,
    ),
    "ranges": table({"a": "4..8 2", "b": "6 5..9", "c": "2 9"}, "2 1", preferences=["k1 >= k2"]),
    "people": table(
        {"a": "8 2", "b": "6 6", "c": "5 9"},
        "",
        performance={"a": {"k1": "8"}, "b": {"k1": "6"}, "c": {"k1": "5", "k2": "8..10"}},
        assessments={
            "mei": {"a": {"k2": "1"}, "b": {"k2": "6"}},
            "lin": {"a": {"k2": "9"}, "b": {"k2": "6"}},
            "unasked": {"c": {"k2": "3"}},
            "alone": {"c": {"k1": "3"}},
        },
        stakeholders={
            "ana": {"share": "2", "weights": {"k1": "3", "k2": "1"}},
            "bo": {"weights": {"k1": "1", "k2": "3"}},
            "nobody": {"share": "0", "weights": {"k1": "1", "k2": "1"}},
        },
        gates={"filed": {"passes": {"a": "yes", "b": "yes", "c": "yes"}}},
        scenarios={
            "dear": {"chance": "20%", "performance": {"a": {"k1": "2"}, "c": {"k1": "4"}}},
            "barred": {"chance": "30%", "gates": {"filed": {"b": "no"}}, "weights": {"k1": "4", "k2": "1"}},
            "never": {"chance": "0%", "performance": {"c": {"k1": "0"}}},
        },
    ),
}
"""Decisions small enough that every single change of their proofs can be tried."""

REST = {
    "one candidate": table({"a": "5 4"}, "1 2"),
    "one criterion": table({"a": "5", "b": "0"}, "1"),
    "a tie": table({"a": "5 4", "b": "4 5", "c": "0 0"}, "1 1"),
    "a small lead, just caught up with": table({"a": "5.1 5", "b": "5 5", "c": "10 0", "d": "0 10"}, "1 1"),
    "a lead as large as the room": table({"a": "10 5", "b": "5 5"}, "1 1"),
    "falls and rises of one size": table({"a": "10 4", "b": "8 4", "c": "8 8"}, "1 1"),
    "as good on one": table({"a": "8 5", "b": "6 5", "c": "1 1"}, "1 1"),
    "weights of nothing": table({"a": "8 5 3 7", "b": "6 7 9 2", "c": "1 10 4 4"}, "0 3 0 2"),
    "one who judges alone": table(
        {"a": "8 2", "b": "6 7", "c": "0 0"},
        "3 1",
        performance={"a": {"k1": "8", "k2": "2"}, "b": {"k1": "6"}},
        assessments={
            "mei": {"b": {"k2": "7"}},
            "lin": {"c": {"k1": "3", "k2": "4"}},
            "bo": {"c": {"k1": "5", "k2": "4"}},
        },
    ),
    "all of one worth": table(
        {"a": "5 5", "b": "5 5"},
        "",
        stakeholders={"ana": {"weights": "equal"}, "bo": {"weights": {"order": ["k1", "k2"]}}},
    ),
    "of one mind": table(
        {"a": "8 2", "b": "6 1", "c": "4 1"},
        "1 1",
        stakeholders={"ana": {"weights": {"k1": "1", "k2": "0"}}, "bo": {"weights": {"k1": "2", "k2": "1"}}},
    ),
    "of many minds": table(
        {"a": "10 0 4", "b": "0 10 4", "c": "5 5 4", "d": "5 5 4"},
        "1 2 1",
        stakeholders={
            "ana": {"share": "3", "weights": {"k1": "1", "k2": "0", "k3": "0"}},
            "bo": {"weights": {"k1": "0", "k2": "1", "k3": "0"}},
            "cy": {"weights": {"k1": "0", "k2": "0", "k3": "1"}},
            "di": {"weights": {"k1": "2", "k2": "1", "k3": "1"}},
        },
    ),
    "one alone in each": table(
        {"a": "8", "b": "6"},
        "1",
        stakeholders={"ana": {"weights": "equal"}, "bo": {"weights": "equal"}},
        gates={"filed": {"passes": {"a": "yes", "b": "yes"}}},
        scenarios={
            "barred": {"gates": {"filed": {"a": "no"}}},
            "all barred": {"gates": {"filed": {"a": "no", "b": "no"}}},
        },
    ),
    "one who comes in": table(
        {"a": "8 2", "b": "6 7", "c": "9 9"},
        "3 1",
        gates={"filed": {"passes": {"a": "yes", "b": "yes", "c": "no"}}},
        scenarios={
            "filed": {"chance": "60%", "gates": {"filed": {"c": "yes"}}},
            "filed and dear": {"chance": "40%", "gates": {"filed": {"c": "yes"}}, "performance": {"c": {"k1": "0"}}},
        },
    ),
    "chances that are not all known": table(
        {"a": "8 2", "b": "6 7"},
        "3 1",
        scenarios={
            "never": {"chance": "0%", "performance": {"a": {"k1": "0"}}},
            "dear": {"performance": {"a": {"k1": "5"}}},
        },
    ),
    "fixed weights": table({"a": "8 5 9", "b": "6 4 2"}, "60% 40% 0%", possible_weights="stated"),
    "five criteria": table({"a": "8 5 1 7 3", "b": "2 6 10 4 5", "c": "9 0 3 8 1"}, "3 2 4 1 2"),
    "everything cited": table(
        {"a": "8 5", "b": "6 7"},
        "1 1",
        performance={
            "a": {"k1": {"is": "8", "evidence": ["e1"]}, "k2": {"is": "5", "evidence": ["e1", "e2"]}},
            "b": {"k1": {"is": "6", "evidence": ["e2"]}, "k2": {"is": "7", "evidence": ["e3", "e2", "e1"]}},
        },
        evidence={"e1": {"claim": "it is"}, "e2": {"claim": "it was", "origin": "e1"}, "e3": {"claim": "it will be"}},
    ),
    "levels": {
        "decide": "1",
        "title": "levels",
        "candidates": ["a", "b", "c"],
        "criteria": {
            "price": {"range": {"worst": "0", "best": "10"}, "weight": "50%"},
            "service": {
                "weight": "50%",
                "criteria": {
                    "help": {"levels": ["none", "by mail", "by day", "always"], "weight": "50%"},
                    "speed": {"levels": ["slow", "fair", "fast"], "value": ["0", "50", "100"], "weight": "50%"},
                },
            },
        },
        "performance": {
            "a": {"price": "7", "help": "always", "speed": "fast"},
            "b": {"price": "9.5", "help": "none", "speed": "fast"},
            "c": {"price": "2", "help": "by mail..by day", "speed": "slow"},
        },
    },
    "a level just reached": {
        "decide": "1",
        "title": "b draws level where it is fair",
        "candidates": ["a", "b"],
        "criteria": {
            "price": {"range": {"worst": "0", "best": "10"}, "weight": "50%"},
            "speed": {"levels": ["slow", "fair", "fast"], "weight": "50%"},
        },
        "performance": {"a": {"price": "10", "speed": "slow"}, "b": {"price": "5", "speed": "slow"}},
    },
    "a crossing on either side": {
        "decide": "1",
        "title": "half of all in a group",
        "candidates": ["a", "b", "c"],
        "criteria": {
            "k1": {"range": {"worst": "0", "best": "10"}, "weight": "50%"},
            "half": {
                "weight": "50%",
                "criteria": {
                    "k2": {"range": {"worst": "0", "best": "10"}, "weight": "60%"},
                    "k3": {"range": {"worst": "0", "best": "10"}, "weight": "40%"},
                },
            },
        },
        "performance": {
            "a": {"k1": "8", "k2": "6", "k3": "0"},
            "b": {"k1": "10", "k2": "1", "k3": "2"},
            "c": {"k1": "9", "k2": "0", "k3": "4"},
        },
    },
    "one group with all in it": {
        "decide": "1",
        "title": "a group",
        "candidates": ["a", "b", "c"],
        "criteria": {
            "all": {
                "criteria": {
                    "k1": {"range": {"worst": "0", "best": "10"}, "weight": "10%"},
                    "inner": {
                        "weight": "90%",
                        "criteria": {
                            "k2": {"range": {"worst": "0", "best": "10"}, "weight": "20%"},
                            "k3": {"range": {"worst": "0", "best": "10"}, "weight": "80%"},
                            "none": {
                                "weight": "0%",
                                "criteria": {
                                    "k4": {"range": {"worst": "0", "best": "10"}},
                                    "k5": {"range": {"worst": "0", "best": "10"}},
                                },
                            },
                        },
                    },
                }
            }
        },
        "performance": {
            "a": {"k1": "3", "k2": "9", "k3": "6", "k4": "5", "k5": "1"},
            "b": {"k1": "4", "k2": "5", "k3": "7", "k4": "3", "k5": "9"},
            "c": {"k1": "9", "k2": "8", "k3": "5", "k4": "9", "k5": "8"},
        },
    },
}
"""What else numbers can be like: each is here for a case that the checker reckons in its own way."""

CASES = table({"a": "10 0 5 0", "b": "8 8 8 8", "c": "2 0 8 0"}, "4 4 5 1")
"""Here a case distinction has a case that is excluded because too many are ahead."""

FOUR = table({"a": "5 8 2 5", "b": "0 5 10 2", "c": "10 8 0 2", "d": "0 8 2 0"}, "2 4 5 4")
"""Here d is first if all four weights change, and each set of three that stands each rival has its multipliers."""

RANKS = {
    "ranks under a preference": table(
        {"a": "6 3 3 1", "b": "9 5 1 4", "c": "0 5 9 10", "d": "8 4 7 6", "e": "9 1 3 5"},
        "4 3 1 1",
        possible_weights="any",
        preferences=["k1 >= k2"],
    ),
    "ranks under an order": table(
        {"a": "5 1 3", "b": "4 8 10", "c": "6 4 8", "d": "1 6 8", "e": "9 5 9", "f": "0 5 2", "g": "4 4 3"}, "4 4 3"
    ),
    "ranks of seven": table(
        {"a": "3 4 5", "b": "9 2 4", "c": "2 10 8", "d": "8 3 3", "e": "10 3 8", "f": "5 3 7", "g": "10 5..6 5"},
        "4 1 1",
        possible_weights="any",
    ),
    "level at the best": table({"a": "5 5", "b": "5 8", "c": "0 0"}, "1 1", possible_weights="any"),
}
"""Here ranks need case distinctions, of which some cases are excluded by counting, and what is always so."""

WIDE = table(
    {
        "own": "5 " * 15 + "10",
        **{f"rival{at}": "5 " * at + "10 " + "5 " * (14 - at) + "9.9" for at in range(8)},
    },
    "1 " * 16,
)
"""Here each of eight weights has to fall, and one to rise, until the first candidate is first: too many sets to try."""

TURNED = dict(reversed(VOICES.items()))

LIKELY = {
    "an order": table({"a": "4..8 2 3", "b": "6 5..9 1", "c": "2 9 6"}, "3 2 1"),
    "an order of equals": table({"a": "4..8 2 3", "b": "6 5..9 1", "c": "2 9 6"}, "2 2 1"),
    "any weights": table({"a": "4..8 2", "b": "6 5..9", "c": "2 9"}, "2 1", possible_weights="any"),
    "a preference": table({"a": "4..8 2 3", "b": "6 5..9 1", "c": "2 9 6"}, "3 2 1", preferences=["k1 >= k3"]),
    "a preference that holds exactly": table(
        {"a": "4..8 2 3", "b": "6 5..9 1", "c": "2 9 6"}, "3 2 1", preferences=["k1 >= k3", "k2 = 2 * k3"]
    ),
    "a single point": table({"a": "4..8 2", "b": "6 5..9"}, "1 1", preferences=["k1 >= k2", "k2 >= k1"]),
    "ranges of weights": table({"a": "4..8 2 3", "b": "6 5..9 1", "c": "2 9 6"}, "3 1.99..2.01 1..1.01"),
    "mixtures": table({"a": "4..8 2 1", "b": "6 7 5", "c": "5 9 0", "d": "5 9 0"}, "", stakeholders=TURNED),
    "mixtures with a preference": table(
        {"a": "4..8 2 1", "b": "6 7 5", "c": "5 9 0"}, "", stakeholders=TURNED, preferences=["k1 >= k3"]
    ),
}
"""Decisions whose weights are drawn in every way."""
