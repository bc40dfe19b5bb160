"""Whatever a user writes stays text: nothing runs, nothing is fetched, no element is added, every word is shown."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.browser.hostile import KEPT_URLS, NAMES, REFUSED_URLS, cited, filled, keyed
from tests.browser.memos import memo_of
from tests.browser.opened import Opened, Opener, window

_CENSUS = """
() => {
    const all = [...document.querySelectorAll('*')];
    const count = list => list.reduce((counts, one) => ({...counts, [one]: (counts[one] || 0) + 1}), {});
    return {
        elements: count(all.map(one => one.tagName)),
        attributes: count(all.flatMap(one => one.getAttributeNames()).filter(name => name !== 'class')),
        classes: all.flatMap(one => [...one.classList]),
        text: document.documentElement.textContent,
        drawn: all.map(one => one.getAttribute('aria-label') || '').join(' '),
        ids: [...document.querySelectorAll('[id]')].map(one => one.id),
        targets: [...document.querySelectorAll('a')].map(one => one.getAttribute('href')),
        links: [...document.querySelectorAll('a')].map(one => [one.getAttribute('href'), one.rel, one.textContent]),
    };
}
"""
_PROVOKE = """
() => {
    for (const one of document.querySelectorAll('*'))
        for (const kind of ['mouseover', 'click', 'focus', 'error', 'load', 'toggle'])
            if (one.tagName !== 'A' || kind !== 'click') one.dispatchEvent(new Event(kind, {bubbles: true}));
}
"""
_HARMLESS = re.compile(
    "a|b|bdi|body|caption|circle|code|dd|div|dl|dt|figcaption|figure|footer|h1|h2|head|header|html|li|line|main|meta|nav|"
    "ol|p|rect|section|span|strong|style|svg|table|tbody|td|text|tfoot|th|thead|title|tr|ul|wbr",
    re.IGNORECASE,
)
_HARMFUL = {"style", "src", "srcdoc", "srcset", "action", "formaction", "xlink:href", "autofocus", "contenteditable"}
_POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>\n')


class Twin(NamedTuple):
    """What a memo holds in which every word is harmless, and which of the words it shows."""

    found: dict[str, Any]
    shown: list[int]


def written(folder: Path, html: str) -> Path:
    path = folder / "memo.html"
    path.write_text(html, encoding="utf-8")
    return path


def census(opened: Opened) -> dict[str, Any]:
    found: dict[str, Any] = opened.ask(_CENSUS)
    return found


def shown(found: dict[str, Any], words: list[str]) -> list[int]:
    # What becomes a sentence of the memo begins with a capital letter there.
    return [place for place, word in enumerate(words) if word[1:] in found["text"]]


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Twin:
    """Make and open the memo of the same decision with words that want nothing."""
    plain, words = filled("plain words")
    context = browser.new_context(offline=True)
    opened = window(context)
    opened.go(written(tmp_path_factory.mktemp("twin"), memo_of(plain)))
    found = census(opened)
    context.close()
    return Twin(found, shown(found, words))


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_in_every_place_is_shown_and_does_nothing(
    name: str, twin: Twin, open_page: Opener, tmp_path: Path
) -> None:
    plain, words = filled(name)
    guarded = written(tmp_path, memo_of(plain))
    # The policy is the second wall; without it the first must hold as well.
    unguarded = tmp_path / "unguarded.html"
    unguarded.write_text(_POLICY.sub("", guarded.read_text(encoding="utf-8")), encoding="utf-8")

    opened = open_page(guarded)
    opened.ask(_PROVOKE)
    found, blocked = census(opened), opened.blocked
    opened.go(unguarded)
    opened.ask(_PROVOKE)

    assert (opened.dialogs, opened.complaints, blocked) == ([], [], [])
    assert opened.requests == [guarded.as_uri(), unguarded.as_uri()]
    assert guarded.stat().st_size > unguarded.stat().st_size
    for kind in ("elements", "attributes", "ids", "targets"):
        assert found[kind] == twin.found[kind]
    assert set(found["classes"]) <= {*twin.found["classes"], "anywhere", "whole"}
    assert shown(found, words) == twin.shown


def test_words_that_were_not_escaped_would_be_caught(open_page: Opener, tmp_path: Path) -> None:
    raw = "".join(f"<p>{name}</p>" for name in NAMES if "--" not in name and "<meta" not in name and "<!" not in name)
    opened = open_page(written(tmp_path, f"<!DOCTYPE html><body>{raw}"))
    opened.ask(_PROVOKE)

    assert len(opened.dialogs) >= 3
    assert any("evil.example" in request for request in opened.requests)


def test_nearly_every_place_that_takes_text_shows_it(twin: Twin) -> None:
    # x- keys, stakeholders, scenarios and signatures are not told of.
    assert len(twin.shown) >= 45


def test_a_memo_holds_only_elements_and_attributes_that_can_do_no_harm(twin: Twin) -> None:
    attributes = twin.found["attributes"]

    assert [name for name in twin.found["elements"] if not _HARMLESS.fullmatch(name)] == []
    assert [name for name in attributes if name in _HARMFUL or name.startswith("on")] == []


def test_keys_become_names_and_never_anchors(open_page: Opener, tmp_path: Path) -> None:
    names = ("__proto__", "constructor", "location", "body", "s1", "e1", "p1-1", "cookie", "forms", "<b>x</b>")
    opened = open_page(written(tmp_path, memo_of(keyed(names))))
    found = census(opened)

    foreign = [one for one in found["ids"] if not re.fullmatch(r"s[0-9]+|e[0-9]+|p[0-9]+-[0-9]+", one)]

    assert foreign == []
    assert len(found["ids"]) == len(set(found["ids"]))
    assert all(f"{name} v" in found["text"] and f"{name} c" in found["text"] for name in names)
    assert opened.ask("document.body === document.querySelector('body') && String(location).startsWith('file:')")


def test_an_address_that_deceives_stays_text(open_page: Opener, tmp_path: Path) -> None:
    path = written(tmp_path, memo_of(cited(REFUSED_URLS)))

    opened = open_page(path)
    found = census(opened)

    assert [link for link in found["links"] if not re.fullmatch(r"#[a-z][0-9-]+", link[0])] == []
    assert (opened.dialogs, opened.complaints, opened.requests) == ([], [], [path.as_uri()])
    text = " ".join(found["text"].split())
    assert [url for url in REFUSED_URLS if " ".join(url.split()) not in text] == []


def test_a_plain_web_address_is_a_link_that_tells_nobody_where_it_was(open_page: Opener, tmp_path: Path) -> None:
    opened = open_page(written(tmp_path, memo_of(cited(KEPT_URLS))))

    links = [link for link in census(opened)["links"] if not link[0].startswith("#")]

    assert [link[0] for link in links] == list(KEPT_URLS)
    assert {link[1] for link in links} == {"noopener noreferrer"}
