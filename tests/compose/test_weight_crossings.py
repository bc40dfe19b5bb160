"""What is told of one weight that moves alone."""

from decide.compose.names import Names
from decide.compose.weight_crossings import blocks
from decide.model.page import Table
from decide.stress.case import Case
from tests.plain import Plain, ranked
from tests.samples import pair, tree
from tests.stress.drawn import found


def passings(plain: Plain) -> dict[str, tuple[str, ...]]:
    """Return the table of the passings of each weight against all others."""
    case = Case(ranked(plain))
    told = list(blocks(found(case, "weight-crossings"), Names(case.ranking, case.possible)))
    table = told[1]
    assert isinstance(table, Table)
    return {str(row[0]): tuple(map(str, row[1:])) for row in table.rows}


def test_the_next_passing_is_told_on_the_side_on_which_it_is() -> None:
    # price from 0 to 1 takes a from 20 to 80 and b from 70 to 60; they meet at 5/7, below today's 3/4
    assert passings(pair()) == {
        "price": ("1", "71.4 % b passes a (rank 1)", ""),
        "speed": ("1", "", "28.6 % b passes a (rank 1)"),
    }


def test_a_weight_over_which_nobody_passes_has_none() -> None:
    assert passings(tree())["support"] == ("0", "", "")
