"""HTML read back by the standard library's parser, which knows nothing of how it was made."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link", "wbr"}
DRAWN = {"line", "rect", "circle", "path", "polyline"}
"""Elements of SVG that close themselves."""


@dataclass
class Element:
    """An element: its tag, its attributes, and what stands in it, elements and texts in their order."""

    tag: str
    attributes: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it and below it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    def all(self, *tags: str) -> "list[Element]":
        """Return the elements below it, of these tags if any are named."""
        below = [one for one in self.inside if isinstance(one, Element)]
        found = [[one, *one.all()] for one in below]
        return [one for ones in found for one in ones if not tags or one.tag in tags]

    def one(self, tag: str) -> "Element":
        """Return the only element of that tag."""
        (found,) = self.all(tag)
        return found


class NotWellFormed(AssertionError):
    """A tag is not closed, closed twice, or has an attribute twice."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)
        if tag not in VOID:
            self.open.append(self._last())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DRAWN:
            raise NotWellFormed(f"<{tag}/>")
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise NotWellFormed(f"</{tag}> closes <{self.open[-1].tag}> at {self.getpos()}")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"<!--{data}-->")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.odd.append(f"<![{data}")

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            raise NotWellFormed(f"<{tag}> has an attribute twice: {names}")
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def _last(self) -> Element:
        last = self.open[-1].inside[-1]
        assert isinstance(last, Element)
        return last


def parsed(html: str) -> Element:
    """Return the document; raises NotWellFormed unless every tag is closed in its turn and there are no comments."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open != [reader.root]:
        raise NotWellFormed(f"<{reader.open[-1].tag}> is not closed")
    if reader.odd:
        raise NotWellFormed(" ".join(reader.odd))
    return reader.root
