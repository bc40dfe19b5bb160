"""Whether weights compare: of one kind throughout, complete, and summing to what they must."""

from dataclasses import replace
from fractions import Fraction

from decide.load.faults import Faults
from decide.model.decision import Criterion, Decision, Weight
from decide.model.figures import decimal_text
from decide.model.place import Place
from decide.model.record import Record, record
from decide.model.tree import nodes

_HUNDRED = Fraction(100)


@record
class _Stated(Record):
    """Weights by node; ``holder`` is whose they are and ``place`` where they stand, if not in the tree itself."""

    tree: tuple[Criterion, ...]
    weights: dict[str, Weight]
    faults: Faults
    holder: str = ""
    place: Place | None = None

    def add(self, code: str, node: Criterion, message: str, hint: str) -> None:
        """Note a fault: at the weight of a node, else where the weights stand, else at the node."""
        weight = self.weights.get(node.id)
        place = (weight.place if weight is not None else None) or self.place or node.place
        assert place is not None
        self.faults.add(code, place, message, hint)


def check_all_weights(decision: Decision, faults: Faults) -> None:
    """Note where the weights of the tree, of stakeholders or of scenarios do not compare or are incomplete."""
    tree = decision.criteria
    own = {node.id: node.weight for node in nodes(tree) if node.weight is not None}
    stated = _Stated(tree, own, faults)
    if decision.weights is not None and own:
        first = next(node for node in nodes(tree) if node.weight is not None)
        stated.add("mixed-weights", first, "weights stand in the tree and under  weights:  too", "keep one of them")
        return
    _check(stated)
    _check_voices(decision, faults)
    kinds = {weight.percent for weight in own.values()}
    if len(kinds) > 1:
        return
    for holder in decision.stakeholders:
        if holder.weights is not None and holder.weights.form == "nodes":
            other = _Stated(tree, dict(holder.weights.nodes), faults, holder.name, holder.weights.place)
            if _of_one_kind(other, kinds):
                _check(other)
    # What a scenario does not name stays as it is, but a fault then is one of the scenario.
    rest = {identifier: replace(weight, place=None) for identifier, weight in own.items()}
    for scenario in decision.scenarios:
        other = _Stated(tree, dict(scenario.weights), faults, scenario.name, scenario.place)
        if other.weights and _of_one_kind(other, kinds):
            _check(replace(other, weights=rest | other.weights))


def _of_one_kind(other: _Stated, kinds: set[bool]) -> bool:
    """Note a holder who weighs in another kind; the first kind that is met holds for all."""
    for identifier, weight in other.weights.items():
        if kinds and weight.percent not in kinds:
            node = next(node for node in nodes(other.tree) if node.id == identifier)
            message = f"“{other.holder}” weighs in {_kind(weight)}, others do not"
            other.add("mixed-weights", node, message, "state all weights in one kind")
            return False
        kinds.add(weight.percent)
    return True


def _check_voices(decision: Decision, faults: Faults) -> None:
    voices = [holder for holder in decision.stakeholders if holder.weights is not None]
    if voices and all(holder.share == 0 for holder in voices):
        place = voices[0].place
        assert place is not None
        faults.add("all-weights-zero", place, "the shares of all stakeholders are 0", "give one of them a share")


def _check(stated: _Stated) -> None:
    found = [(node, stated.weights[node.id]) for node in nodes(stated.tree) if node.id in stated.weights]
    percents = [node for node, weight in found if weight.percent]
    points = [node for node, weight in found if not weight.percent]
    if percents and points:
        odd = min(percents, points, key=len)[0]
        message = f"{odd.id} is weighed in {_kind(stated.weights[odd.id])}, other criteria are not"
        stated.add("mixed-weights", odd, message, "state all weights in one kind")
    elif percents:
        _check_shares(stated, stated.tree)
    elif points:
        _check_points(stated)


def _check_points(stated: _Stated) -> None:
    bare: list[Criterion] = []
    for node in nodes(stated.tree):
        if node.criteria and node.id in stated.weights:
            message = f"{node.id} is a group: points stand on leaves, and a group is worth the sum of its own"
            stated.add("mixed-weights", node, message, "remove it, or write percents throughout")
        elif not node.criteria and node.id not in stated.weights:
            bare.append(node)
    _note_bare(stated, bare, "weight", "points", "give it points too (0 if it does not count)")
    if not any(weight.point for weight in stated.weights.values()):
        message = f"all weights of “{stated.holder}” are 0" if stated.holder else "all weights are 0"
        first = next(node for node in nodes(stated.tree) if node.id in stated.weights)
        stated.add("all-weights-zero", first, message, "weigh at least one criterion")


def _check_shares(stated: _Stated, siblings: tuple[Criterion, ...]) -> None:
    weighed = [node for node in siblings if node.id in stated.weights]
    bare = [node for node in siblings if node.id not in stated.weights] if weighed else []
    _note_bare(stated, bare, "share", "one", "give each of these neighbours a share, or none")
    total = sum((stated.weights[node.id].point for node in weighed), Fraction(0))
    if weighed and not bare and total != _HUNDRED:
        names = ", ".join(node.id for node in weighed)
        message = f"the shares of {names} sum to {decimal_text(total)} %, not 100 %"
        stated.add("shares-not-100", weighed[0], message, _repair(weighed[-1], stated, total))
    for node in siblings:
        if node.criteria:
            _check_shares(stated, node.criteria)


def _note_bare(stated: _Stated, bare: list[Criterion], lacks: str, others: str, hint: str) -> None:
    if stated.place is None:
        for node in bare:
            stated.add("mixed-weights", node, f"{node.id} has no {lacks}, others have {others}", hint)
    elif bare:
        names = ", ".join(node.id for node in bare[:5]) + (" …" if len(bare) > 5 else "")
        message = f"“{stated.holder}” gives no {lacks} to {names}, and one to others"
        stated.add("mixed-weights", bare[0], message, "state each of them (points may be 0)")


def _repair(last: Criterion, stated: _Stated, total: Fraction) -> str:
    rest = _HUNDRED - (total - stated.weights[last.id].point)
    return f"with the others as they are, {last.id} is {decimal_text(rest)}%" if rest >= 0 else "lower them"


def _kind(weight: Weight) -> str:
    return "percents" if weight.percent else "points"
