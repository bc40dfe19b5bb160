"""Which addresses become links: those that lead where a reader sees that they lead."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.render.links import href

PIECES = ("http", "https", "HTTPS", "javascript", "data", "ftp", ":", "//", "/", "@", "?", "#", "\\", "example.com")
ODD = ("localhost", ":80", "user:word", "\t", "\n", " ", "\u200b", "е", "%00", "[::1]", '"', "'", "<", ">", "\x00")
pieces = st.sampled_from((*PIECES, *ODD))
addresses = st.one_of(
    st.lists(pieces, max_size=10).map("".join),
    st.lists(pieces, max_size=6).map(lambda ones: f"https://a.b{''.join(ones)}"),
)


@given(addresses)
def test_a_link_is_the_very_address_or_none(address: str) -> None:
    assert href(address) in (address, "")


@given(addresses)
def test_what_is_linked_is_the_web_without_names_passwords_blanks_or_foreign_letters_in_the_host(address: str) -> None:
    link = href(address)

    if link and not link.startswith("#"):
        parts = urlsplit(link)
        assert parts.scheme in ("http", "https")
        assert parts.hostname is not None
        assert parts.hostname.isascii()
        assert parts.username is parts.password is None
        assert link.split("://", 1)[1].lower().startswith(parts.hostname)
        assert not set(link) & set(" \t\n\x00\"'<>\\\u200b")


@pytest.mark.parametrize(
    "address", ["https://example.com", "http://a.b:80/c?d=e&f#g", "https://例.example/", "HTTPS://A.B/"]
)
def test_plain_addresses_are_linked(address: str) -> None:
    assert href(address) == (address if address.isascii() else "")


@pytest.mark.parametrize(
    ("anchor", "link"), [("#e1", "#e1"), ("#p1-2", "#p1-2"), ('#"x', ""), ("#", ""), ("# a", ""), ("", "")]
)
def test_an_anchor_is_letters_digits_and_hyphens(anchor: str, link: str) -> None:
    assert href(anchor) == link
