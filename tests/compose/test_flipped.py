"""The nearest flips: one per rival, short on page one, whole and with what to type in the argument."""

import shlex
from dataclasses import replace

import pytest

from decide.compose.flipped import MOST_RIVALS, UNTRIED, flips_in_short, flips_per_rival, nearest, told_short
from decide.compose.stressed import MOST_LETTERS, Stressed
from decide.model.flip import CELLS
from decide.model.page import Text
from decide.road.memo import stressed
from decide.road.ranking import ranking
from decide.road.whatif import what_if
from tests.cli.door import CRITERIA, DECISIONS
from tests.plain import ranked
from tests.samples import pair

APPLE = stressed(ranking(DECISIONS["apple"]))
GPU = stressed(ranking(CRITERIA / "cloud-gpu.yaml"))


STRESSED = pytest.mark.parametrize("found", [APPLE, GPU], ids=["apple", "gpu"])


@STRESSED
def test_each_rival_has_its_nearest_flip_and_they_stand_in_order(found: Stressed) -> None:
    near = nearest(found.flips)

    assert len({flip.candidate for flip in near}) == len(near)
    assert [flip.effort for flip in near] == sorted(flip.effort for flip in near)
    for flip in near:
        assert flip.effort == min(one.effort for one in found.flips if one.candidate == flip.candidate)


def test_many_changes_are_told_in_short_with_the_weight_that_gains() -> None:
    told = [told_short(flip, APPLE.names) for flip in nearest(APPLE.flips)]

    assert told[:2] == [
        "ByteDance is first if 18.3 points of weight move from 3 criteria to Reach of its own assistant",
        "Baidu is first if 25.1 points of weight move from 4 criteria to Standing with the Chinese regulator",
    ]
    assert told[3].startswith("Tencent draws level with ")
    assert " if 82.8 points of weight move from 12 criteria to " in told[3]


def test_of_many_performances_two_are_told_and_the_others_counted() -> None:
    several = next(flip for flip in APPLE.flips if flip.kind == CELLS and len(flip.amounts) == 5)

    told = told_short(several, APPLE.names)

    assert told.startswith("ByteDance is first, at the least effort, with Depth of local consumer data at “shopping")
    assert told.endswith(" and 3 more")


@STRESSED
def test_no_short_flip_is_long(found: Stressed) -> None:
    assert max(len(told_short(flip, found.names).split()) for flip in nearest(found.flips)) <= 45


@STRESSED
def test_every_command_puts_its_candidate_first(found: Stressed) -> None:
    commands = [found.command(flip) for flip in found.flips]

    assert all(len(command) <= MOST_LETTERS for command in commands)
    for flip, command in zip(found.flips, commands, strict=True):
        if command:
            assert flip.candidate in [one.candidate.id for one in what_if(found.ranking, flip.words).ranking.winners]
            assert shlex.split(command)[3:] == list(flip.words)


def test_a_command_names_the_decision_as_one_sees_it_beside_it() -> None:
    assert APPLE.command(APPLE.flips[0]).startswith("decide whatif apple-china-ai ")
    assert GPU.command(GPU.flips[0]).startswith("decide whatif cloud-gpu.yaml ")


def test_of_many_rivals_the_nearest_are_told_and_the_others_counted() -> None:
    blocks = list(flips_per_rival(GPU))

    further = len(nearest(GPU.flips)) - MOST_RIVALS
    assert blocks[-1] == Text(f"{further} rivals further off: decide flip tells of all.", "note")


def test_a_decision_too_large_to_try_everything_says_so() -> None:
    small = stressed(ranked(pair()))
    large = replace(small, flips=(), whole=False)

    (note,) = flips_per_rival(large)

    assert note == Text(UNTRIED, "note")
    assert UNTRIED in [block.text for block in flips_in_short(large) if isinstance(block, Text)]
