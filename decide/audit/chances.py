"""How the checker of proofs verifies how likely each takes each rank, and is ahead of each: volumes, and draws again.

Imports nothing of decide and nothing of the checker, which hands over its model; the files that it reads stand beside
it. A check returns whether all of it follows, or that it is undetermined, where there is too much to do.
"""

import runpy
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

LIMITS, PIECES, WORTH = (
    runpy.run_path(str(Path(__file__).with_name(f"{name}.py"))) for name in ("limits", "pieces", "worth")
)
GRIDS, PLANS, BEYOND = WORTH["GRIDS"], PIECES["PLANS"], PIECES["BEYOND"]
ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)
DECIMALS, NARROW = 10**12, Fraction(1, 2**54)
Bound = tuple[Fraction, Fraction]
Expected = Iterator[tuple[str, list[str], None]]


def acceptability(model: Any) -> Expected:
    """List all pairs by rank, each against all others, first, all ranks; with what is open; and who stays first."""
    if len(model.names) < 2:
        return
    model.kept = {}
    order = sorted(model.names, key=lambda name: -model.scores[name])
    pairs = list(combinations(order, 2))
    yield from (("ahead", list(pair), None) for pair in pairs)
    told = [model.told.get(("acceptability", "ahead", *pair)) for pair in pairs]
    if all(one is None or one["status"] != "undetermined" for one in told):
        yield from (("against-all", [name], None) for name in model.names)
    variants = ("first", "ranks", "together") if _open(model) else ("first", "ranks")
    yield from ((variant, [name], None) for variant in variants for name in model.names)
    if _open(model) and len(model.winners) == 1:
        yield "holding", model.winners, None


def _kept(model: Any, name: str, make: Callable[[], Any]) -> Any:
    if name not in model.kept:
        model.kept[name] = make()
    return model.kept[name]


def _open(model: Any) -> Any:
    return _kept(model, "open", lambda: WORTH["open_cells"](model))


def _pieces(model: Any) -> Any:
    return _kept(model, "pieces", lambda: PIECES["Pieces"](model))


def _margin(model: Any, one: str, other: str) -> list[Fraction]:
    return [mine - theirs for mine, theirs in zip(model.values[one], model.values[other], strict=True)]


def _share(model: Any, told: Any, own: Bound) -> tuple[Fraction, Fraction]:
    """Return the ends that are told of a share, if what it is lies between them, and they are close together."""
    least, most = (model.number(one) for one in model.fields(told, "least most"))
    model.require(least <= own[0] and own[1] <= most, f"it is {float(own[0])}")
    model.require(most - least <= NARROW, "that is not close enough")
    return least, most


def _middle(model: Any, told: Any, own: Bound) -> Fraction:
    """Return the share in the middle of its ends."""
    least, most, share = model.fields(told, "least most share")
    ends = _share(model, {"least": least, "most": most}, own)
    middle = (ends[0] + ends[1]) / 2
    model.require(model.number(share) == middle, "it is not in the middle")
    return middle


def _ahead(model: Any, told: Any) -> Any:
    if told.status == "undetermined":
        return told.amount is None and told.witness is None and told.certificate == {}
    direction, pieces = _margin(model, *told.about), _pieces(model)
    if pieces.level(direction):
        own = (HALF, HALF)
    elif pieces.plain:
        chances = [PIECES["positive"](pieces.gain(at, direction)) for at in range(len(pieces.sets))]
        own = (sum(chances, ZERO) / len(chances),) * 2
    else:
        own = pieces.share([direction])
    (share,) = model.fields(told.certificate, "share")
    least, most = _share(model, share, own)
    model.require(bool(most) == bool(own[1]), "what never is has a share of 0")
    status = "holds" if least == 1 else "impossible" if most == 0 else "found"
    return (told.status, told.amount, told.witness) == (status, least, None)


def _against_all(model: Any, told: Any) -> Any:
    """Return whether the shares of all pairs give what one is against all others."""
    (name,), shares = told.about, []
    for other in (other for other in model.names if other != name):
        pair = model.told.get(("acceptability", "ahead", name, other))
        turned = pair or model.told["acceptability", "ahead", other, name]
        mean = round(sum(map(model.number, model.fields(turned["certificate"]["share"], "least most"))) / 2, 12)
        shares.append(mean if pair else 1 - mean)
    won = [share for share in shares if share > HALF]
    balance = len(won) - sum(share < HALF for share in shares)
    certificate = {
        "wins": str(sum(won, ZERO) / len(shares)),
        "worst": str(min(shares)),
        "balance": str(balance),
    }
    shown = told.status, told.amount, told.witness, told.certificate
    return shown == ("found", sum(shares, ZERO) / len(shares), None, certificate)


def _alike(model: Any) -> list[list[str]]:
    """Return the candidates in groups that are level under all possible weights."""

    def make() -> list[list[str]]:
        groups: list[list[str]] = []
        for name in model.names:
            own = next((one for one in groups if _pieces(model).level(_margin(model, name, one[0]))), None)
            groups.append([name]) if own is None else own.append(name)
        return groups

    found: list[list[str]] = _kept(model, "alike", make)
    return found


def _first(model: Any, told: Any) -> Any:
    name, drawn = told.about[0], "drawn" in told.certificate
    names = "share central confidence drawn" if drawn else "share central confidence"
    share, central, confidence, *drawing = model.fields(told.certificate, names)
    if drawn:
        own, means = _drawn_first(model, name, share, drawing[0])
    else:
        (group,) = (group for group in _alike(model) if name in group)
        rivals = [_margin(model, name, one[0]) for one in _alike(model) if one is not group]
        low, high = _pieces(model).share(rivals)
        own = _middle(model, share, (low / len(group), high / len(group)))
        model.require(bool(own) == bool(high), "what never is has a share of 0")
        means = _pieces(model).central(rivals) if own else []
    weights = [model.number(one) for one in model.fields(central, model.leaves if means else ())]
    for weight, (low, high) in zip(weights, means, strict=True):
        model.require(low * DECIMALS - HALF <= weight * DECIMALS <= high * DECIMALS + HALF, "other central weights")
        model.require((weight * DECIMALS).denominator == 1, "there are more than twelve decimals")
    model.require(confidence == _confidence(model, name, weights), "it is as likely as that at no weights of its own")
    status = "holds" if not drawn and share["least"] == "1" else "found"
    return (told.status, told.amount, told.witness) == (status, own, None)


def _drawn_first(model: Any, name: str, share: Any, drawing: Any) -> tuple[Fraction, list[Bound]]:
    """Return how often one was first, and the mean of the weights at which it was, drawn again."""
    plan, counts = _counted(model, {}, drawing)
    _limited(model, name, [share], counts)
    sums = counts["sums"][model.names.index(name)]
    if plan["corners"]:
        sums = [model.dot(sums, leaf) for leaf in zip(*plan["corners"], strict=True)]
    total = sum(sums)
    return model.number(share["share"]), [(Fraction(one, total),) * 2 for one in sums] if total else []


def _confidence(model: Any, name: str, weights: Sequence[Fraction]) -> Any:
    """Return how likely one is first at some weights if what is open turns out; None if nothing is, or it never is."""
    cells = _open(model)
    if not cells or not weights:
        return None
    rows = {
        one: [GRIDS["mean"](cells[one, at]) if (one, at) in cells else now for at, now in enumerate(row)]
        for one, row in model.values.items()
    }
    every = range(len(model.leaves))
    sums = {one: WORTH["open_score"](cells, one, weights, rows[one], every) for one in model.names}
    sure = {one: model.dot(weights, model.values[one]) for one in model.names if not sums[one]}
    rivals = [parts for one, parts in sums.items() if parts and one != name]
    least = most = ONE
    if name not in sure:
        least, most = GRIDS["chance_of_another"](sums[name], rivals, max(sure.values(), default=None))
    elif sure[name] == max(sure.values()):
        least, most = GRIDS["chance_of_another"]([], rivals, sure[name])
    return {"least": str(1 - most), "share": str(1 - (least + most) / 2), "most": str(1 - least)}


def _ranks(model: Any, told: Any) -> Any:
    """Return whether the shares of all ranks are those of the cells in which the same are ahead of one."""
    if "drawn" in told.certificate:
        return _drawn(model, told, {})
    (name,), (ranks,) = told.about, model.fields(told.certificate, "ranks")
    (group,) = (group for group in _alike(model) if name in group)
    others = [one for one in _alike(model) if one is not group]
    low, high = [ZERO] * len(model.names), [ZERO] * len(model.names)
    margins = [_margin(model, name, one[0]) for one in others]
    for behind, (least, most) in _pieces(model).cells(margins):
        ahead = sum(len(one) for at, one in enumerate(others) if at in behind)
        for rank in range(ahead, ahead + len(group)):
            low[rank] += least / len(group)
            high[rank] += most / len(group)
    model.require(len(ranks) == len(low), "there is not a share for each rank")
    shown = [_middle(model, share, own) for share, own in zip(ranks, zip(low, high, strict=True), strict=True)]
    return (told.status, told.amount, told.witness) == ("found", shown[0], None)


def _together(model: Any, told: Any) -> Any:
    return _drawn(model, told, _open(model))


def _drawn(model: Any, told: Any, cells: Any) -> Any:
    """Return whether ranks came up as often as is told when all is drawn again, and the limits are far enough out."""
    ranks, drawing = model.fields(told.certificate, "ranks drawn")
    _, counts = _counted(model, cells, drawing)
    model.require(len(ranks) == len(model.names), "there is not a share for each rank")
    _limited(model, told.about[0], ranks, counts)
    return (told.status, str(told.amount), told.witness) == ("found", ranks[0]["share"], None)


def _counted(model: Any, cells: Any, drawing: Any) -> Any:
    """Return the plan and its counts; one proof has one way to draw."""
    model.require(_kept(model, "drawing", lambda: drawing) == drawing, "others are drawn otherwise")
    return _kept(model, f"counts {len(cells)}", lambda: PLANS["counted"](model, cells, drawing))


def _limited(model: Any, name: str, shares: Any, counts: Any) -> None:
    """Refuse shares that did not come up, or limits that are not far enough out, which hold together for all ranks."""
    size, who = len(model.names), model.names.index(name)
    limits = [[{"low": "0", "high": "1"} for _ in model.names] for _ in model.names]
    times = [ZERO] * size
    for one, ahead, level, many in counts["places"]:
        for rank in range(ahead, ahead + level) if one == who else ():
            times[rank] += Fraction(many, level)
    for rank, told in enumerate(shares):
        least, most, share = model.fields(told, "least most share")
        model.require(model.number(share) == times[rank] / counts["draws"], "it came up otherwise")
        limits[who][rank] = {"low": least, "high": most}
    model.require(not LIMITS["missed"](counts, limits, Fraction(999, 1000)), "the limits are too narrow")


def _holding(model: Any, told: Any) -> Any:
    """Return whether it is as likely as that, at least, that the first stays first if what is open turns out."""
    (first,), cells = model.winners, _open(model)
    lows, highs = (
        {name: model.dot(model.weights, row) for name, row in own.items()} for own in (model.lows, model.highs)
    )
    ends, status = (ONE, ONE), "holds"
    if lows[first] < max(highs[name] for name in model.names if name != first):
        rows = {
            one: [GRIDS["mean"](cells[one, at]) if (one, at) in cells else now for at, now in enumerate(row)]
            for one, row in model.values.items()
        }
        every = range(len(model.leaves))
        sums = {one: WORTH["open_score"](cells, one, model.weights, rows[one], every) for one in model.names}
        bar = max((score for name, score in model.scores.items() if not sums[name]), default=None)
        rivals = [parts for one, parts in sums.items() if parts and one != first]
        least, most = GRIDS["chance_of_another"](sums[first], rivals, bar)
        ends, status = (1 - most, 1 - least), "found"
    certificate = {"share": {"least": str(ends[0]), "most": str(ends[1])}}
    return (told.status, told.amount, told.witness, told.certificate) == (status, ends[0], None, certificate)


def _within(check: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Return a check that says undetermined where there is too much to do."""

    def checked(model: Any, told: Any) -> Any:
        try:
            return check(model, told)
        except BEYOND:
            return "undetermined"

    return checked


ANALYSES = {"acceptability": acceptability}
VARIANTS = {
    "ahead": _ahead,
    "against-all": _against_all,
    "first": _first,
    "ranks": _ranks,
    "together": _together,
    "holding": _holding,
}
CHECKS = {f"acceptability {variant}": _within(check) for variant, check in VARIANTS.items()}
