"""A memo is for whoever reads it: with a screen reader, by keyboard alone, in the dark, on a phone."""

from importlib.resources import files
from typing import Any

import pytest

from tests.browser.memos import FILES, FRONTS
from tests.browser.opened import Memos, Opened, Opener

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
EVERY_RULE = {"type": "tag", "values": list(TAGS)}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WINDOWS: dict[str, tuple[int, str, object]] = {
    "light": (1200, "light", EVERY_RULE),
    "phone": (360, "light", EVERY_RULE),
    # In the dark nothing but the colours is different.
    "dark": (1200, "dark", COLOURS),
}
LOOKED_AT = [
    (name, window)
    for name in (*FRONTS, "everything", "people")
    for window in WINDOWS
    # Axe takes its time for a long memo, and the other two show every colour.
    if (name, window) != ("apple-china-ai", "dark")
]

_RUN_AXE = """
async only => {
    const results = await axe.run(document, {runOnly: only, resultTypes: ['violations'], preload: false});
    return results.violations.map(one => [one.id, ...one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]);
}
"""
_STOPS = """
() => [...document.querySelectorAll('a[href], [tabindex="0"]')].map(one => one.outerHTML.slice(0, 120))
"""
_FOCUSED = """
() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {
        html: one.outerHTML.slice(0, 120),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight,
    };
}
"""
_AWAIT_SCROLLING = """
() => {
    window.scrolled = new Promise(done => {
        document.querySelector('.scroll.grid').addEventListener('scroll', () => done(true));
        setTimeout(() => done(false), 5000);
    });
}
"""
_HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(one => Number(one.tagName[1]))"
_REGIONS = """
() => [...document.querySelectorAll('section, nav, [role=region]')].map(one =>
    one.getAttribute('aria-label') || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent || '')
"""


def tree_of(opened: Opened) -> list[dict[str, Any]]:
    """Return what Chromium tells assistive technology of the page."""
    session = opened.page.context.new_cdp_session(opened.page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node["ignored"]]


def named(nodes: list[dict[str, Any]], role: str) -> list[str]:
    return [node.get("name", {}).get("value", "") for node in nodes if node["role"]["value"] == role]


@pytest.mark.parametrize(("name", "window"), LOOKED_AT)
def test_axe_finds_nothing(name: str, window: str, memos: Memos, open_page: Opener) -> None:
    width, scheme, rules = WINDOWS[window]
    opened = open_page(memos(name), width=width, scheme=scheme)
    opened.ask(AXE)

    assert opened.ask(_RUN_AXE, rules) == []


def test_axe_would_find_something(memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos("minimal"))
    opened.ask("document.querySelector('svg[role=img]').removeAttribute('aria-label')")
    opened.ask("document.querySelector('h2').style.color = '#ccc'")
    opened.ask(AXE)

    assert {found[0] for found in opened.ask(_RUN_AXE, EVERY_RULE)} >= {"svg-img-alt", "color-contrast"}


@pytest.mark.parametrize("name", ["minimal", "everything"])
def test_the_keyboard_reaches_every_link_and_region_in_order(name: str, memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos(name))
    expected = opened.ask(_STOPS)

    met = []
    for _ in expected:
        opened.page.keyboard.press("Tab")
        met.append(opened.ask(_FOCUSED))

    assert [stop["html"] for stop in met] == expected
    assert [stop["html"] for stop in met if not stop["outlined"]] == []
    assert [stop["html"] for stop in met if not stop["inside"]] == []


def test_the_arrows_scroll_a_table_that_is_too_wide(memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos("everything"), width=360)
    grid = opened.page.locator(".scroll.grid").first

    grid.focus()
    opened.ask(_AWAIT_SCROLLING)
    opened.page.keyboard.press("ArrowRight")

    assert opened.ask("window.scrolled")
    assert opened.ask("document.querySelector('.scroll.grid').scrollLeft") > 0


@pytest.mark.parametrize("name", FILES)
def test_every_link_within_a_memo_leads_to_a_place_in_it(name: str, memos: Memos, open_page: Opener) -> None:
    lost = open_page(memos(name)).ask("""
        () => [...document.querySelectorAll('a[href^="#"]')].map(one => one.getAttribute('href'))
            .filter(to => !document.getElementById(to.slice(1)))
    """)

    assert lost == []


@pytest.mark.parametrize("name", FILES)
def test_headings_and_landmarks_are_in_order(name: str, memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos(name))
    levels, regions = opened.ask(_HEADINGS), opened.ask(_REGIONS)

    assert levels[0] == 1
    assert set(levels[1:]) == {2}
    assert opened.ask("document.querySelectorAll('main').length") == 1
    assert opened.ask("[...document.body.children].filter(one => !one.ariaHidden).map(one => one.tagName)") == ["MAIN"]
    assert "" not in regions
    assert len(regions) == len(set(regions))


@pytest.mark.parametrize("name", FILES)
def test_pictures_have_names_that_say_what_they_show(name: str, memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos(name))
    pictures = named(tree_of(opened), "image")

    assert len(pictures) == opened.ask("document.querySelectorAll('svg:not([aria-hidden])').length")
    assert [picture for picture in pictures if not any(letter.isdigit() for letter in picture)] == []


@pytest.mark.parametrize("width", [1200, 360])
def test_tables_are_tables_to_a_screen_reader_even_as_cards(width: int, memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos("everything"), width=width)
    count = opened.ask("""
        () => Object.fromEntries([['table', 'table'], ['row', 'tr'], ['columnheader', 'thead th'],
            ['rowheader', 'tbody th, tfoot th'], ['cell', 'td']]
            .map(([role, tags]) => [role, document.querySelectorAll(tags).length]))
    """)
    # A cell without content is hidden where rows are cards.
    hidden = opened.ask("[...document.querySelectorAll('td')].filter(one => !one.getClientRects().length).length")
    nodes = tree_of(opened)

    told = {role: len(named(nodes, role)) for role in count}

    assert told == {**count, "cell": count["cell"] - hidden}
    assert set(named(nodes, "table")) == set(
        opened.ask("() => [...document.querySelectorAll('caption')].map(one => one.textContent)")
    )


@pytest.mark.parametrize("name", FILES)
def test_the_language_and_the_title_are_told(name: str, memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos(name))

    assert opened.ask("document.documentElement.lang") == "en"
    assert opened.page.title() == opened.page.inner_text("h1")
