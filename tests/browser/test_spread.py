"""Ranks, slopes and judgements are drawn so that they can be read: on a phone, on paper, in the dark."""

from typing import Any

import pytest

from tests.browser.memos import memo_of, people
from tests.browser.opened import Memos, Opened, Opener

_PICTURES = """
() => {
    const box = one => { const {left, right, top, bottom} = one.getBoundingClientRect();
        return {left, right, top, bottom}; };
    return [...document.querySelectorAll('.slopes svg, .strip svg:not([viewBox])')].map(svg => ({
        box: box(svg),
        rings: [...svg.querySelectorAll('circle')].map(box),
        letters: [...svg.querySelectorAll('text')].filter(one => one.textContent).map(box),
        label: svg.getAttribute('aria-label') || '',
    }));
}
"""
_INK = """
() => [...document.querySelectorAll('.slopes circle, .slopes text, .strip text')].map(one => {
    const style = getComputedStyle(one);
    return one.tagName === 'text' ? 'text ' + style.fill : 'ring ' + style.fill;
})
"""
_NAMES = """
() => [...document.querySelectorAll('.slopes .sheet')].map(sheet => {
    const rows = [...sheet.querySelectorAll('li')].map(one => {
        const {top, bottom} = one.getBoundingClientRect(), text = one.querySelector('bdi').getBoundingClientRect();
        return {middle: (top + bottom) / 2, room: bottom - top - text.height};
    });
    const left = Math.min(...[...sheet.querySelectorAll('circle')].map(one => one.getBoundingClientRect().left));
    const rings = [...sheet.querySelectorAll('circle')].map(one => one.getBoundingClientRect())
        .filter(one => one.left < left + 3).map(one => (one.top + one.bottom) / 2).sort((a, b) => a - b);
    return {rows, rings};
})
"""


def pictures(opened: Opened) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = opened.ask(_PICTURES)
    return found


def inside(one: dict[str, float], box: dict[str, float]) -> bool:
    across = box["left"] - 2 <= one["left"] and one["right"] <= box["right"] + 2
    return across and box["top"] - 2 <= one["top"] and one["bottom"] <= box["bottom"] + 2


@pytest.mark.parametrize("name", ["people", "apple-china-ai", "everything"])
@pytest.mark.parametrize("width", [1200, 360])
def test_marks_and_letters_are_whole_round_and_large_enough_at_any_width(
    name: str, width: int, memos: Memos, open_page: Opener
) -> None:
    opened = open_page(memos(name), width=width)

    drawn = pictures(opened)

    assert len(drawn) > 5
    for picture in drawn:
        assert [one for one in (*picture["rings"], *picture["letters"]) if not inside(one, picture["box"])] == []
        for ring in picture["rings"]:
            assert abs((ring["right"] - ring["left"]) - (ring["bottom"] - ring["top"])) < 1
            assert ring["right"] - ring["left"] >= 13
        assert all(letter["bottom"] - letter["top"] >= 11 for letter in picture["letters"])


@pytest.mark.parametrize("width", [1200, 360])
def test_no_two_rings_of_a_picture_meet(width: int, memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos("people"), width=width)

    for picture in pictures(opened):
        rings = picture["rings"]
        for place, one in enumerate(rings):
            for other in rings[:place]:
                apart = (abs(one["left"] - other["left"]) ** 2 + abs(one["top"] - other["top"]) ** 2) ** 0.5
                assert apart > one["right"] - one["left"] - 1, picture["label"]


@pytest.mark.parametrize("width", [1200, 360])
def test_a_name_stands_beside_its_ring_and_fits_its_row(width: int, memos: Memos, open_page: Opener) -> None:
    charts = open_page(memos("people"), width=width).ask(_NAMES)

    assert len(charts) == 2
    for chart in charts:
        assert len(chart["rows"]) == len(chart["rings"]) > 1
        for row, ring in zip(chart["rows"], chart["rings"], strict=True):
            assert abs(row["middle"] - ring) < 2
            assert row["room"] >= 0


@pytest.mark.parametrize(
    ("scheme", "ring", "text"), [("light", "255, 255, 255", "22, 32, 43"), ("dark", "17, 22, 28", "233, 238, 243")]
)
def test_numbers_stand_out_from_their_rings_in_light_and_dark(
    scheme: str, ring: str, text: str, memos: Memos, open_page: Opener
) -> None:
    found = set(open_page(memos("people"), scheme=scheme).ask(_INK))

    assert found == {f"ring rgb({ring})", f"text rgb({text})"}


def test_a_wide_slope_chart_scrolls_in_its_own_region_and_not_on_paper(memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos("people"), width=360)
    widths = "() => { const one = document.querySelector('.slopes.wide'); return [one.scrollWidth, one.clientWidth]; }"
    whole, seen = opened.ask(widths)
    opened.resize(695)
    opened.page.emulate_media(media="print")

    printed, room = opened.ask(widths)

    assert whole > seen
    assert opened.overflow == 0
    assert printed <= room


@pytest.mark.parametrize("name", ["<svg onload=alert(1)>", "华" * 90, "Wort" * 60, "ترجمة السحاب " * 9])
def test_whatever_people_are_called_the_pictures_stay_whole(name: str, open_page: Opener, tmp_path: Any) -> None:
    plain = people()
    for kind in ("stakeholders", "scenarios"):
        for one in plain[kind].values():
            one["name"] = name
    path = tmp_path / "memo.html"
    path.write_text(memo_of(plain), encoding="utf-8")

    opened = open_page(path, width=360)

    assert (opened.overflow, opened.dialogs, opened.blocked, opened.complaints) == (0, [], [], [])
    for picture in pictures(opened):
        assert [one for one in (*picture["rings"], *picture["letters"]) if not inside(one, picture["box"])] == []
