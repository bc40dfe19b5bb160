"""A memo needs nothing but itself: no network, no script, and a policy that would let nothing else in."""

import pytest

from tests.browser.memos import FILES, NAMES
from tests.browser.opened import Memos, Opener

_INTRUDE = """
async () => {
    const add = (tag, more) => document.body.appendChild(Object.assign(document.createElement(tag), more));
    add('style', {textContent: 'h1 { display: none }'});
    add('script', {textContent: 'window.intruded = 1'});
    add('div', {innerHTML: '<p id="styled" style="color: rgb(1, 2, 3)">x</p>'});
    add('div', {innerHTML: '<img src="x" onerror="window.intruded = 2">'});
    add('button', {id: 'pressed'}).setAttribute('onclick', 'window.intruded = 3');
    document.getElementById('pressed').click();
    add('img', {src: 'https://evil.example/i.png'});
    add('link', {rel: 'stylesheet', href: 'https://evil.example/a.css'});
    add('iframe', {src: 'https://evil.example/'});
    add('base', {href: 'https://evil.example/'});
    add('form', {action: 'https://evil.example/'}).submit();
    await fetch('https://evil.example/').catch(() => 0);
    await new Promise(done => setTimeout(done, 100));
    return {
        title: getComputedStyle(document.querySelector('h1')).display,
        styled: getComputedStyle(document.getElementById('styled')).color,
        intruded: window.intruded || 0,
        base: document.baseURI,
    };
}
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_memo_asks_for_nothing_and_nobody_complains(name: str, memos: Memos, open_page: Opener) -> None:
    path = memos(name)

    opened = open_page(path)
    opened.page.wait_for_load_state("networkidle")

    assert opened.requests == [path.as_uri()]
    assert (opened.blocked, opened.complaints, opened.dialogs) == ([], [], [])


def test_the_one_style_is_let_in(memos: Memos, open_page: Opener) -> None:
    opened = open_page(memos("minimal"))

    assert opened.ask("document.styleSheets.length") == 1
    assert opened.ask("getComputedStyle(document.querySelector('main')).maxWidth") == "896px"


def test_the_policy_stands_before_all_that_it_is_to_guard(memos: Memos) -> None:
    head = memos("minimal").read_text(encoding="utf-8").split("<head>")[1]

    before = head.split("Content-Security-Policy")[0]

    assert before.split() == ["<meta", 'http-equiv="']


def test_whatever_is_put_into_a_memo_later_is_blocked(memos: Memos, open_page: Opener) -> None:
    path = memos("minimal")
    opened = open_page(path)

    found = opened.ask(_INTRUDE)

    assert found == {"title": "block", "styled": "rgb(22, 32, 43)", "intruded": 0, "base": path.as_uri()}
    kinds = {line.split()[0] for line in opened.blocked}
    assert kinds >= {"style-src-elem", "style-src-attr", "script-src-elem", "script-src-attr", "img-src", "connect-src"}
    assert kinds >= {"frame-src", "base-uri", "form-action"}
    # What the policy refuses shows as a request that failed for it and never left.
    assert sorted(opened.refused) == sorted(f"csp {request}" for request in opened.requests[1:])


@pytest.mark.parametrize("name", FILES)
def test_without_scripts_a_memo_says_the_same(name: str, memos: Memos, open_page: Opener) -> None:
    with_scripts = open_page(memos(name)).page.inner_text("body")

    without = open_page(memos(name), scripts=False).page.inner_text("body")

    assert without == with_scripts
    assert "How sure is it?" in without


def test_there_is_no_script_in_a_memo(memos: Memos, open_page: Opener) -> None:
    assert open_page(memos("everything")).ask("document.scripts.length") == 0
