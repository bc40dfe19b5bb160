"""Laws of scales: units, origins and directions are a matter of writing."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given

from tests import oracle_rank
from tests.oracle_rank import identifier
from tests.plain import (
    Plain,
    answer,
    copied,
    leaves,
    nodes,
    points,
    ranks_among,
    refusals,
    sheets,
    with_cells,
    yaml_text,
)
from tests.samples import pair
from tests.strategies import decisions, factors, heights, picks

SCALE = ("range", "curve", "levels", "value", "beyond", "limit", "if_unknown")
ENDS = {"low": "high", "high": "low"}


def with_amounts(cell: Any, change: Callable[[str], str]) -> Any:
    """Return a cell, or a limit, with each of its amounts changed."""
    if isinstance(cell, dict):
        return {key: with_amounts(part, change) if key in ("is", *ENDS) else part for key, part in cell.items()}
    if cell is None or cell == "unknown":
        return cell
    return "..".join(change(amount) for amount in cell.split(".."))


# Law 3


def in_units(plain: Plain, factor: str, offset: int) -> Plain:
    changed = copied(plain)

    def linear(amount: str) -> str:
        return f"{Decimal(amount) * Decimal(factor) + offset:f}"

    def logarithmic(amount: str) -> str:
        return f"{Decimal(amount) * Decimal(factor):f}"

    for leaf in leaves(changed):
        if "levels" not in leaf.bearer:
            change = logarithmic if leaf.bearer.get("value") == "log" else linear
            for cells in (cells for sheet in sheets(changed) for cells in sheet.values() if leaf.key in cells):
                cells[leaf.key] = with_amounts(cells[leaf.key], change)
            if "limit" in leaf.node:
                leaf.node["limit"] = with_amounts(leaf.node["limit"], change)
    for node in nodes(changed):
        change = logarithmic if node.get("value") == "log" else linear
        if "range" in node:
            node["range"] = {key: change(end) for key, end in node["range"].items()}
        if "curve" in node:
            node["curve"] = {change(at): worth for at, worth in node["curve"].items()}
    return changed


@given(decisions(), factors, picks)
def test_another_unit_of_measure_changes_nothing(plain: Plain, factor: str, offset: int) -> None:
    changed = in_units(plain, factor, offset % 2001 - 1000)

    assert oracle_rank.answer(yaml_text(plain)) == answer(changed)


def test_prices_in_cents_plus_a_fee_are_worth_the_same() -> None:
    plain = in_units(pair(), "100", 50)

    # 20 of 100 becomes 2050 on 10050 … 50: (10050 - 2050) / 10000 = 80 %
    assert ("2050", {"a": Fraction(65), "b": Fraction(125, 2)}) == (
        plain["performance"]["a"]["price"],
        points(answer(plain)),
    )


def test_a_unit_that_is_changed_in_the_cells_alone_is_refused() -> None:
    plain = with_cells(pair(), "a", {"price": "2050"})

    assert {"off-range"} == refusals(plain)


# Law 22


@given(decisions(screened=False), picks, heights, picks)
def test_adding_a_constant_to_a_column_changes_no_rank(plain: Plain, pick: int, column: list[int], more: int) -> None:
    shift = more % 51

    def on_column(offset: int) -> Plain:
        changed = copied(plain)
        leaf = leaves(changed)[pick % len(leaves(changed))]
        for key in SCALE:
            leaf.node.pop(key, None)
        leaf.node["range"] = {"worst": "0", "best": "100"}
        for cells in (cells for sheet in sheets(changed) for cells in sheet.values()):
            cells.pop(leaf.key, None)
        for candidate, height in zip(plain["candidates"], column, strict=False):
            cell = {"low": str(height - 10 + offset), "is": str(height + offset), "high": str(height + 20 + offset)}
            changed = with_cells(changed, candidate, {leaf.key: cell})
        return changed

    original = oracle_rank.answer(yaml_text(on_column(0)))

    found = answer(on_column(shift))

    weight = original.weights[identifier(leaves(plain)[pick % len(leaves(plain))].key)]
    assert {one: score + weight * shift for one, score in points(original).items()} == points(found)
    assert original.ranks == found.ranks


def test_ten_points_of_value_for_both_add_a_quarter_of_ten_to_both() -> None:
    plain = with_cells(with_cells(pair(), "a", {"speed": "3"}), "b", {"speed": "8"})

    # 65 + 2.5 and 62.5 + 2.5
    assert {"a": Fraction(135, 2), "b": Fraction(65)} == points(answer(plain))


def test_a_constant_that_leads_beyond_the_scale_is_refused() -> None:
    plain = with_cells(with_cells(pair(), "a", {"speed": "6"}), "b", {"speed": "11"})

    assert {"off-range"} == refusals(plain)


# Law 23


def turned(plain: Plain) -> Plain:
    changed = copied(plain)
    for leaf in leaves(changed):
        if "levels" in leaf.bearer:
            texts = leaf.bearer["levels"]
            for cells in (cells for sheet in sheets(changed) for cells in sheet.values() if leaf.key in cells):
                cells[leaf.key] = turned_cell(cells[leaf.key], texts)
    for node in nodes(changed):
        if "range" in node:
            node["range"] = {"worst": node["range"]["best"], "best": node["range"]["worst"]}
        if "curve" in node:
            node["curve"] = {at: str(100 - Decimal(worth)) for at, worth in node["curve"].items()}
        if "levels" in node:
            node["levels"] = node["levels"][::-1]
            if "value" in node:
                node["value"] = [str(100 - int(worth)) for worth in node["value"][::-1]]
    return changed


def turned_cell(cell: Any, texts: list[str]) -> Any:
    cell = with_amounts(cell, lambda amount: amount if amount in texts else str(len(texts) - 1 - int(amount)))
    if isinstance(cell, dict):
        return {ENDS.get(key, key): part for key, part in cell.items()}
    return cell if cell is None else "..".join(cell.split("..")[::-1])


@given(decisions(screened=False))
def test_reversing_all_scales_reverses_ranks(plain: Plain) -> None:
    original = oracle_rank.answer(yaml_text(plain))

    found = answer(turned(plain))

    assert {one: (100 - high, 100 - point, 100 - low) for one, (low, point, high) in original.scores.items()} == (
        found.scores
    )
    mirrored = {one: -score for one, score in points(original).items()}
    assert ranks_among(mirrored) == {one: rank for one, (rank, _) in found.ranks.items()}


def test_with_worst_and_best_exchanged_b_wins_by_the_same_lead() -> None:
    # 100 - 65 and 100 - 62.5
    assert {"a": Fraction(35), "b": Fraction(75, 2)} == points(answer(turned(pair())))


def test_a_range_without_a_direction_is_refused() -> None:
    plain = pair()
    plain["criteria"]["price"]["range"] = {"worst": "100", "best": "100"}

    assert "bad-scale" in refusals(plain)
