"""Texts that try to be more than text, and a decision that has one of them wherever a user can write."""

from collections.abc import Callable
from typing import Any

Plain = dict[str, Any]

NAMES = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt/x>alert(1)</sCrIpT >",
    "<script src=https://evil.example/a.js></script>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=https://evil.example/i.png onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "</text></svg><script>alert(1)</script>",
    "<foreignObject><body onload=alert(1)></foreignObject>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "<style>@import 'https://evil.example/a.css';</style>",
    "</bdi></td></tr></table><h1>VERIFIED</h1>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    '"autofocus tabindex=1 onfocus=alert(1) x="',
    "` onmouseover=alert(1) `",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=https://evil.example/e>",
    "<a href=javascript:alert(1)>press</a>",
    "<form action=https://evil.example/><button autofocus>go</button></form>",
    "<base href=https://evil.example/>",
    '<meta http-equiv=refresh content="0;url=https://evil.example/">',
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<link rel=preconnect href=https://evil.example/>",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
    "[press](javascript:alert(1)) ![x](https://evil.example/i.png)",
    "{{ 7 * 7 }}{% raw %}{{ config }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "__proto__ constructor location document",
    "✓ VERIFIED by decide: all certificates hold",
    "color:#fff;background:url(https://evil.example/i.png)",
    "#000;}*{display:none",
)
"""Of HOSTILE.md x01, x02 and x04–x10: markup for every context, styles, templates, clobbering, spoofing."""

REFUSED_URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "about:blank",
    "view-source:https://evil.example/",
    "mailto:a@example.com?body=x",
    "//evil.example/",
    "/evil",
    "\\\\evil.example\\share",
    "https:evil.example",
    "https:/evil.example",
    "https://\\evil.example/",
    "https://apple.com@evil.example/",
    "https://user:pass@evil.example/",
    "https://аpple.com/",
    "https://evil。example/",
    "https://example.com/a b",
    "https://example.com/\tjavascript:alert(1)",
    "https://example.com/\nhttps://evil.example/",
    'https://example.com/"onmouseover="alert(1)',
    "https://example.com/'><script>alert(1)</script>",
    "https://[::1]/",
    "https://",
    "http://?",
    "ftp://example.com/",
    "#s1",
    '#"><script>alert(1)</script>',
)
"""Of HOSTILE.md x03: none of these may become a link."""
KEPT_URLS = (
    "https://example.com",
    "http://example.com:8080/a/b?c=1&d=2#e",
    "HTTPS://EXAMPLE.COM/A",
    "https://example.com/%3Cscript%3E?x=(1);y=~",
    "https://xn--pple-43d.com/",
)

ARABIC = "شركة الترجمة"
HEBREW = "חברת תרגום"
LONG = "Gesellschaft für " + "Vertragsrecht, " * 19 + "Recht"
UNBROKEN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 4


def everywhere(word: Callable[[], str]) -> Plain:
    """Return a decision with a new word in every place that takes free text, addresses among them."""
    levels = [word() for _ in range(3)]
    return {
        "decide": 1,
        "title": word(),
        "question": word(),
        "as_of": "2025-02-13",
        "status": "proposed",
        "roles": {"decider": word(), "author": word(), "reviewer": word(), "assessors": [word(), word()]},
        "choice": {"candidate": "b", "date": "2025-02-11", "because": word()},
        "review": {"date": "2025-08-13", "if": [word(), word()]},
        "dissent": [{"by": word(), "says": word()}, {"says": word()}],
        "conditions": [{"if": word(), "for": "a", "find_out": word(), "who": word()}],
        "price": "cost",
        "x-key": {word(): [word()]},
        "candidates": {
            "a": {"name": word(), "about": word(), "because": word(), "offer": word(), "evidence": ["e"]},
            "b": {"name": word(), "baseline": "yes", "x-note": word()},
            "c": word(),
            "d": word(),
        },
        "gates": {
            "g": {
                "name": word(),
                "about": word(),
                "because": word(),
                "passes": {
                    "a": "yes",
                    "b": "yes",
                    "c": {"is": "unknown", "because": word()},
                    "d": {"is": "no", "because": word(), "evidence": ["e"]},
                },
            }
        },
        "criteria": {
            "use": {
                "name": word(),
                "about": word(),
                "because": word(),
                "weight": "60%",
                "evidence": ["e"],
                "criteria": {
                    "ease": {"name": word(), "about": word(), "because": word(), "levels": levels, "weight": "50%"},
                    "days": {"name": word(), "unit": word(), "range": {"worst": 9, "best": 1}, "weight": "50%"},
                },
            },
            "cost": {"name": word(), "unit": word(), "range": {"worst": 9, "best": 1}, "weight": "40%", "limit": 8},
        },
        "performance": {
            "a": {
                "ease": {"is": levels[2], "low": levels[1], "high": levels[2], "because": word(), "evidence": ["e"]},
                "days": {"is": 2, "because": word(), "evidence": ["e", "f", "h"]},
                "cost": {"is": 3, "low": 2, "high": 7, "because": word()},
            },
            "b": {"ease": levels[1], "days": "unknown", "cost": "2..8"},
            "c": {"ease": levels[0], "days": 5},
            "d": {"ease": levels[0], "days": 5, "cost": 1},
        },
        "assessments": {"mei": {"c": {"cost": {"is": 4, "because": word()}}}, "lin": {"c": {"cost": 5}}},
        "evidence": {
            "e": {
                "name": word(),
                "about": word(),
                "because": word(),
                "claim": word(),
                "quote": word(),
                "source": {"title": word(), "publisher": word(), "url": word()},
                "origin": word(),
                "date": "2025-03-01",
                "grade": "high",
                "interest": "vendor",
                "contradicts": ["f"],
            },
            "f": {"claim": word(), "source": {"title": word(), "publisher": word()}, "date": "2025-01-01"},
            "h": {"name": word(), "source": {"url": word()}, "date": "2024"},
        },
        "stakeholders": {
            "s": {"name": word(), "about": word(), "because": word(), "share": 1, "weights": "equal"},
        },
        "scenarios": {
            "z": {
                "name": word(),
                "about": word(),
                "because": word(),
                "chance": "20%",
                "performance": {"a": {"days": 8}},
            }
        },
        "waivers": [
            {"check": "single-origin", "for": "cost", "because": word(), "by": word(), "until": "2025-04-30"},
        ],
        "signatures": [{"who": word(), "hash": "sha256-of-an-earlier-text"}],
    }


def filled(name: str) -> tuple[Plain, list[str]]:
    """Return the decision with this name in every place, each with a number of its own, and all that was written."""
    written: list[str] = []

    def word() -> str:
        written.append(f"{name} №{len(written)}.")
        return written[-1]

    return everywhere(word), written


def cited(urls: tuple[str, ...]) -> Plain:
    """Return a decision with a fact from each of these addresses."""
    evidence = {f"fact-{place}": {"source": {"url": url}, "date": "2025"} for place, url in enumerate(urls)}
    return {
        "decide": 1,
        "title": "sources",
        "candidates": ["a", "b"],
        "criteria": {"c": {"range": {"worst": 0, "best": 9}}},
        "performance": {"a": {"c": 1}, "b": {"c": {"is": 2, "evidence": list(evidence)}}},
        "evidence": evidence,
    }


def keyed(names: tuple[str, ...]) -> Plain:
    """Return a decision whose candidates, criteria and evidence have these as keys, and so as names and ids."""
    criteria = {f"{name} c": {"range": {"worst": 0, "best": 9}} for name in names}
    cells = {f"{name} c": {"is": number % 10, "evidence": [name]} for number, name in enumerate(names)}
    return {
        "decide": 1,
        "title": "keys",
        "candidates": {**{f"{name} v": {} for name in names}, "other": {}},
        "criteria": criteria,
        "performance": {f"{names[0]} v": cells, "other": {f"{name} c": 3 for name in names}},
        "evidence": {name: {"claim": name, "date": "2025", "contradicts": [names[0]]} for name in names},
    }
