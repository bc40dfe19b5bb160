"""The memo as HTML: whole in itself, safe whatever a name holds, well formed, and the same each time."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.load.decisions import load_text
from decide.model.page import Column, Item, Link, Notice, Page, Section, Table, Text
from decide.model.place import Source
from decide.rank.ranking import rank
from decide.render.html import html_of
from decide.road.examined import examine
from decide.road.memo import memo, page_of_memo
from tests.cli.door import DECISIONS
from tests.render.parsed import Element, parsed
from tests.render.samples import BLOCKS

HOSTILE = (
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "</title><h1>x</h1>",
    "</bdi></td></tr></table><p>",
    "<!-- <b>",
    "]]><![CDATA[",
    "{{7*7}}{% include 'x' %}${7*7}#{7*7}",
    "&lt;b&gt;&amp;&#60;script&#62;",
    "<svg/onload=alert(1)><title>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<meta http-equiv=refresh content=0>",
    "<base href=//example.com>",
    "`${alert(1)}`\\u003cb\\u003e",
    "VALID · every finding verified",
    "x" * 300,
    "華" * 100,
    "مرحبا <b>",
)
SLOTS = (
    *("title", "question", "decider", "because", "dissent", "by", "says", "if", "find_out", "who", "review", "waived"),
    *("candidate", "offer", "about", "gate", "verdict", "criterion", "group", "unit", "weight", "level", "cell"),
    *("claim", "quote", "source", "publisher", "origin", "own"),
)
SHOWN = {"title", "candidate", "criterion", "group", "level", "claim", "dissent", "says", "question", "cell", "gate"}
"""What a reader must find word for word."""
LOADS = {"src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "manifest", "xlink:href"}
FORBIDDEN = ("iframe", "object", "embed", "link", "base", "form", "img", "image", "use", "animate", "foreignobject")


@cache
def html_of_decision(name: str) -> str:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None
    return memo(examined.ranking, examined.problems)


@cache
def document(name: str) -> Element:
    return parsed(html_of_decision(name))


every_decision = pytest.mark.parametrize("name", sorted(DECISIONS))


def told(words: Callable[[str], str], url: str = "https://example.com/") -> Element:
    """Return the memo of a decision that holds ``words(slot)`` in each slot."""
    text = {slot: words(slot) for slot in SLOTS}
    own = {"x-own": text["own"], "x-more": [text["own"], {"a": text["own"]}]}
    leaf = {"because": text["weight"], "about": text["about"], "evidence": ["e"], **own}
    candidate = {
        "name": text["candidate"],
        "offer": text["offer"],
        "about": text["about"],
        "because": text["because"],
        **own,
    }
    levels = [f"{text['level']} 1", f"{text['level']} 2"]
    cell = {"is": levels[1], "because": text["cell"], "evidence": ["e"], **own}
    plain: dict[str, Any] = {
        "decide": "1",
        "title": text["title"],
        "question": text["question"],
        "as_of": "2025-02-13",
        "roles": {"decider": text["decider"], "author": text["by"], "assessors": [text["who"]]},
        "choice": {"candidate": "b", "because": text["because"]},
        "dissent": [{"by": text["by"], "says": text["says"]}, {"says": text["dissent"]}],
        "conditions": [{"if": text["if"], "for": "a", "find_out": text["find_out"], "who": text["who"]}],
        "review": {"if": [text["review"]]},
        "candidates": {"a": candidate, "b": candidate, "c": candidate},
        "gates": {"g": {"name": text["gate"], "passes": {"a": "yes", "c": {"is": "no", "because": text["verdict"]}}}},
        "criteria": {
            "group": {
                "name": text["group"],
                "criteria": {
                    "level": {"name": text["criterion"], "levels": levels, "weight": "1", **leaf},
                    "number": {
                        "name": text["criterion"],
                        "unit": text["unit"],
                        "range": {"worst": "0", "best": "9"},
                        "weight": "1",
                    },
                },
            }
        },
        "performance": {"a": {"level": cell, "number": "3"}, "b": {"level": levels[0], "number": "3..4"}, "c": {}},
        "evidence": {
            "e": {
                "claim": text["claim"],
                "quote": text["quote"],
                "origin": text["origin"],
                "source": {"title": text["source"], "publisher": text["publisher"], "url": url},
                **own,
            }
        },
        "waivers": [{"check": "no-reason", "because": text["waived"], "by": text["by"], "until": "2025-04-30"}],
        **own,
    }
    decision, problems = load_text(Source("hostile.yaml", json.dumps(plain, ensure_ascii=False)), "hostile")
    assert decision is not None, problems
    return parsed(html_of(page_of_memo(rank(decision), ())))


def title_of(root: Element) -> str:
    return root.one("head").one("title").text


def skeleton(element: Element) -> list[object]:
    """Return the elements in one another with the names of their attributes, and nothing of their words."""
    inside = [skeleton(one) for one in element.inside if isinstance(one, Element)]
    return [element.tag, sorted(set(element.attributes) - {"class"}), *inside]


@cache
def harmless() -> list[object]:
    return skeleton(told(lambda slot: "plain words"))


# Whole in itself


@every_decision
def test_every_tag_is_closed_in_its_turn_and_the_outline_is_one(name: str) -> None:
    root = document(name)

    assert html_of_decision(name).startswith("<!DOCTYPE html>\n<html lang=")
    assert [one.tag for one in root.inside if isinstance(one, Element)] == ["html"]
    assert root.one("h1").text == title_of(root)
    assert [len(root.all(tag)) for tag in ("head", "body", "main", "style")] == [1, 1, 1, 1]


@every_decision
def test_ids_are_unique_and_whatever_points_at_one_finds_it(name: str) -> None:
    elements = document(name).all()
    ids = [one.attributes["id"] for one in elements if "id" in one.attributes]
    links = [one.attributes["href"][1:] for one in elements if one.attributes.get("href", "").startswith("#")]
    labels = [one.attributes["aria-labelledby"] for one in elements if "aria-labelledby" in one.attributes]

    assert len(set(ids)) == len(ids)
    assert {*links, *labels} <= set(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", one) for one in ids)


@every_decision
def test_nothing_in_it_can_make_a_request(name: str) -> None:
    elements = document(name).all()

    assert [one.tag for one in elements if one.tag in FORBIDDEN] == []
    assert [one.tag for one in elements if LOADS & set(one.attributes)] == []
    assert {one.tag for one in elements if "href" in one.attributes} <= {"a"}
    assert {one.attributes.get("http-equiv") for one in elements} <= {None, "Content-Security-Policy"}
    assert not re.search(r"url\(|@import|expression\(", document(name).one("style").text)


@every_decision
def test_a_link_leads_to_a_row_or_by_http_to_a_page_that_learns_nothing(name: str) -> None:
    for link in document(name).all("a"):
        if not link.attributes["href"].startswith("#"):
            assert link.attributes["href"].startswith(("https://", "http://"))
            assert link.attributes["rel"] == "noopener noreferrer"
        assert link.text.strip()


@every_decision
def test_the_policy_stands_first_and_allows_the_one_style_by_its_hash(name: str) -> None:
    root = document(name)
    first = next(one for one in root.one("head").inside if isinstance(one, Element))
    policy = dict(part.strip().partition(" ")[::2] for part in first.attributes["content"].split(";"))
    digest = b64encode(sha256(root.one("style").text.encode()).digest()).decode()
    scripts = [one for one in root.all("script") if one.attributes.get("type") != "application/json"]

    assert first.attributes["http-equiv"] == "Content-Security-Policy"
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["style-src"] == f"'sha256-{digest}'"
    allowed = {b64encode(sha256(one.text.encode()).digest()).decode() for one in scripts}
    assert set(policy.get("script-src", "").split()) == {f"'sha256-{one}'" for one in allowed}
    assert "unsafe" not in first.attributes["content"]
    assert html_of_decision(name).index('charset="utf-8"') < 1024


@every_decision
def test_no_attribute_holds_a_style_or_a_script(name: str) -> None:
    names = {name for one in document(name).all() for name in one.attributes}

    assert {name for name in names if name.startswith("on") or name == "style"} == set()


@every_decision
def test_the_same_page_is_the_same_bytes(name: str) -> None:
    examined = examine(DECISIONS[name])
    assert examined.ranking is not None

    assert memo(examined.ranking, examined.problems) == html_of_decision(name)


@every_decision
def test_everybody_and_everything_that_counts_is_in_it(name: str) -> None:
    ranking = examine(DECISIONS[name]).ranking
    assert ranking is not None
    text = document(name).text

    assert [one.name for one in ranking.decision.candidates if one.name not in text] == []
    assert [leaf.criterion.name for leaf in ranking.leaves if leaf.criterion.name not in text] == []
    assert [item.claim for item in ranking.decision.evidence if item.claim not in text] == []
    assert [voice.says for voice in ranking.decision.dissent if voice.says not in text] == []


@every_decision
def test_every_picture_says_in_words_what_it_shows(name: str) -> None:
    for drawing in document(name).all("svg"):
        hidden = drawing.attributes.get("aria-hidden") == "true"
        assert hidden or (drawing.attributes["role"] == "img" and drawing.attributes["aria-label"].strip())


@every_decision
def test_tables_have_captions_and_heads_for_their_columns_and_rows(name: str) -> None:
    for table in document(name).all("table"):
        assert table.one("caption").text.strip()
        columns = [one for one in table.one("thead").all("th") if one.attributes["scope"] == "col"]
        for row in table.one("tbody").all("tr"):
            assert len(row.all("th", "td")) == len(columns)
            assert row.all("th")[0].attributes["scope"] == "row"


# Whatever a name holds


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: text[:20])
def test_a_hostile_text_adds_nothing_and_is_read_word_for_word(hostile: str) -> None:
    root = told(lambda slot: f"{hostile} [{slot}]")

    assert skeleton(root) == harmless()
    assert {slot for slot in SHOWN if f"{hostile} [{slot}]" not in root.text} == set()
    assert title_of(root) == root.one("h1").text == f"{hostile} [title]"


@pytest.mark.parametrize("hostile", HOSTILE[:8], ids=lambda text: text[:20])
def test_a_hostile_text_adds_nothing_to_any_block_or_to_the_frame(hostile: str) -> None:
    def page(text: str) -> Page:
        item = Item(text, "#s1", text, text, 40, Fraction(1, 2), 1, (Link(text, "#s1"), Link(text, text)))
        table = Table(text, (Column(text),), ((text,), (item,)), total=(text,))
        notice = Notice("warning", "code", text, text, text, 1, text, 1, 1)
        blocks = (Text(text, "lead", (Link(text, text),)), table, notice)
        return Page(text, text, (Section(text, blocks),), text, ((text, text),), text)

    root, plain = parsed(html_of(page(hostile))), parsed(html_of(page("plain words")))

    assert skeleton(root) == skeleton(plain)
    assert root.text.count(hostile) == plain.text.count("plain words")


@settings(max_examples=15)
@given(
    st.lists(
        st.text(st.sampled_from("<>\"'&;/={}%#!-[]()`\\ ax1é華"), min_size=1, max_size=40), min_size=8, max_size=30
    )
)
def test_no_text_adds_anything(texts: list[str]) -> None:
    root = told(lambda slot: f"a{texts[SLOTS.index(slot) % len(texts)]}z{slot}")

    assert skeleton(root) == harmless()
    assert f"a{texts[0]}ztitle" in root.text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.com/",
        "https:example.com",
        "https://user:word@example.com/",
        "https://example.com\\@evil.example/",
        "https://еxample.com/",
        'https://example.com/"onclick="alert(1)',
        "https://example.com/ x",
        "blob:https://example.com/1",
        "#e1",
    ],
)
def test_an_address_that_leads_astray_is_words_and_no_link(url: str) -> None:
    root = told(lambda slot: f"plain {slot}", url)

    links = {one.attributes["href"] for one in root.all("a")}

    assert {link for link in links if not link.startswith("#")} == set()
    assert "plain source" in root.text


def test_an_address_of_the_web_is_a_link_to_just_that() -> None:
    url = "https://example.com:8080/a%20b/?q=1&r=<2#part".replace("<", "%3C")

    (link,) = [one for one in told(lambda slot: f"plain {slot}", url).all("a") if one.attributes["href"][0] != "#"]

    assert link.attributes["href"] == url
    assert link.text == "plain source, plain publisher"


# How it is made


def test_a_mistake_in_a_template_is_an_error_and_never_a_gap() -> None:
    strange: Any = object()

    with pytest.raises(jinja2.UndefinedError, match="no template for object"):
        html_of(Page("t", "s", (Section("x", (strange,)),)))


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_every_kind_of_block_has_a_template(kind: str) -> None:
    root = parsed(html_of(Page("title", "", (Section("section", (BLOCKS[kind],)),))))

    assert "section" in [heading.text for heading in root.all("h2")]


def test_what_is_empty_leaves_no_empty_element() -> None:
    examined = examine(DECISIONS["minimal"])
    assert examined.ranking is not None
    page = page_of_memo(examined.ranking, ())

    root = parsed(html_of(replace(page, subtitle="", footer="", facts=(), mark="")))

    empty = [one for one in root.all("p", "h1", "h2", "dl", "footer", "nav", "section", "li") if not one.inside]
    assert empty == []
