"""How likely one stays ahead: under weights drawn from the possible ones, or with what is open in its ranges.

Both without draws, and each with the other as it is: weights at the point performances, performances at the point
weights.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, permutations, product
from math import factorial, prod

from decide.model.chances import AgainstAll, Odds
from decide.model.finding import Finding, Status
from decide.solve.best import chance_of_another
from decide.solve.bound import Bound
from decide.solve.pairwise import chance_positive, in_order
from decide.solve.volumes import first_rank_shares
from decide.stress.case import Case
from decide.stress.corners import classes
from decide.stress.open_cells import open_cells, open_score
from decide.weigh.possible import is_stated

NAME = "acceptability"
AHEAD, HOLDING = "ahead", "holding"
MOST_ORDERS, MOST_CORNERS = 120, 2_000
"""Orders of equals that are gone through, and corners that are visited where weights are of no simple form."""
ORDERS = "orders of the weights"
HALF, LONGEST = Fraction(1, 2), 512


def ahead(case: Case, one: int, other: int) -> Finding:
    """Return under what share of the possible weights the one is ahead of the other, at the point performances.

    It holds if that is all of them, it is impossible if it is none; where two are level everywhere each has half. It is
    undetermined where the possible weights are of no simple form and have too many corners.
    """
    about = (case.candidates[one], case.candidates[other])
    share = share_ahead(case, one, other)
    if share is None:
        return Finding(NAME, about, "undetermined", AHEAD)
    status: Status = "holds" if share.low == 1 else "impossible" if share.high == 0 else "found"
    stated = case.asked is not None or is_stated(case.ranking.decision)
    rows = (Odds(*about, share.low, share.high, stated),)
    return Finding(NAME, about, status, AHEAD, share.low, "share", rows=rows)


def against_all(names: Sequence[str], shares: Mapping[tuple[str, str], Fraction]) -> tuple[AgainstAll, ...]:
    """Return what each candidate is against all others, from the shares of weights that put one ahead of another.

    These are the overall index, that of wins alone, and those of Copeland and of Simpson (Leskinen, Kangas and Pasanen
    2006; Kangas, Kangas and Kurttila 2008, section 4.5).
    """
    found = []
    for name in names:
        own = [shares[name, other] for other in names if other != name]
        won = [share for share in own if share > HALF]
        balance = len(won) - sum(share < HALF for share in own)
        mean = sum(own, Fraction(0)) / len(own)
        found.append(AgainstAll(name, mean, sum(won, Fraction(0)) / len(own), balance, min(own)))
    return tuple(found)


def holding(case: Case) -> Iterator[Finding]:
    """Yield how likely the first stays first if what is open turns out somehow, at the point weights.

    The amount is the chance at least. Of several who share the first place nothing is told, nor where nothing is open.
    """
    places = open_cells(case)
    if len(case.winners) > 1 or len(case.candidates) < 2 or not places:
        return
    (first,) = case.winners
    sums = {at: open_score(case, at) for at in dict.fromkeys(at for at, _ in places)}
    sums = {at: parts for at, parts in sums.items() if parts}
    bar = max((score for at, score in enumerate(case.scores) if at not in sums), default=None)
    rivals = [parts for at, parts in sums.items() if at != first]
    about = (case.candidates[first],)
    highest = max(entry.score.high for at, entry in enumerate(case.entries) if at != first)
    if case.entries[first].score.low >= highest:
        row = Odds(about[0], "", Fraction(1), Fraction(1))
        yield Finding(NAME, about, "holds", HOLDING, Fraction(1), "chance", rows=(row,))
        return
    least, most = chance_of_another(sums.get(first, ()), rivals, bar)
    yield Finding(NAME, about, "found", HOLDING, 1 - most, "chance", rows=(Odds(about[0], "", 1 - most, 1 - least),))


def share_ahead(case: Case, one: int, other: int, *, budget: int = MOST_CORNERS) -> Bound | None:
    """Return the share of the possible weights under which one is ahead, half of it where both are always level."""
    weight_set = case.possible
    direction = case.gains(case.margin(one, other))
    if not any(direction):
        return Bound.point(HALF)
    if not weight_set.rows:
        return _short(chance_positive(direction))
    if (orders := _orders(case)) is not None:
        chances = [chance_positive(in_order(direction, order)) for order in orders]
        return _short(sum(chances, Fraction(0)) / len(chances))
    rows = case.possible_rows[1][1:]
    pair = [case.gains(case.values[at]) for at in (one, other)]
    inside = () if weight_set.mixed else case.weights
    found = first_rank_shares(pair, rows, inside=inside, centres="without", budget=budget)
    return None if found is None else found.shares[0]


def _short(share: Fraction) -> Bound:
    """Return a share as it is, or where its digits would fill a page the ends of what encloses it."""
    if share.denominator.bit_length() <= LONGEST:
        return Bound.point(share)
    numerator, denominator = share.numerator, share.denominator
    return Bound.quotient((numerator, numerator), (denominator, denominator))


def _orders(case: Case) -> Sequence[tuple[int, ...]] | None:
    """Return all orders of the leaves that the possible weights may have, where that is all that is said of them."""
    if ORDERS not in case.kept:
        case.kept[ORDERS] = None
        ordered = None if case.possible.mixed else classes(case.possible, len(case.leaves))
        if ordered is not None and prod(factorial(len(one)) for one in ordered) <= MOST_ORDERS:
            each = (permutations(one) for one in ordered)
            case.kept[ORDERS] = [tuple(chain.from_iterable(parts)) for parts in product(*each)]
    found: Sequence[tuple[int, ...]] | None = case.kept[ORDERS]
    return found
