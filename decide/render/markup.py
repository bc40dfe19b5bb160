"""Words, links and cells → markup: what a page repeats by the thousand, and what a macro would take too long for.

Everything a user wrote is escaped by ``Markup.format`` and ``Markup.join``; only the tags here are markup.
"""

from markupsafe import Markup

from decide.model.page import Column, Content, Item, Link
from decide.render.lines import breaking, pieces, steps
from decide.render.links import href

_DEEPEST = 4


def words(text: str, direction: str = "") -> Markup:
    """Return a text with the direction of its own letters, or that of a sentence of the program (``ltr``)."""
    way = Markup(' dir="{}"').format(direction) if direction else ""
    kind = breaking(text)
    told = Markup("").join(
        Markup('<span class="whole">{}</span>').format(piece) if is_date else Markup("<wbr>").join(steps(piece))
        for piece, is_date in pieces(text)
    )
    return Markup("<bdi{}{}>{}</bdi>").format(way, Markup(' class="{}"').format(kind) if kind else "", told)


def link(one: Link) -> Markup:
    """Return a link where its address may be one, else its words alone."""
    to = href(one.to)
    if not to:
        return Markup('<span class="away">{}</span>').format(words(one.text))
    if to.startswith("#"):
        return Markup('<a class="ref" href="{}">{}</a>').format(to, words(one.text))
    return Markup('<a class="away" href="{}" rel="noopener noreferrer">{}</a>').format(to, words(one.text))


def cell(tag: str, content: Content, column: Column, label: str) -> Markup:
    """Return a cell of a table; ``label`` names its column where cells stand below each other."""
    kind = " ".join(_classes(content, column.align))
    named = Markup("{}{}{}").format(
        Markup(' scope="row"') if tag == "th" else "",
        Markup(' class="{}"').format(kind) if kind else "",
        Markup(' data-label="{}"').format(label) if label else "",
    )
    inner = _inside(content) if isinstance(content, Item) else words(content) if content else ""
    return Markup("<{}{}>{}</{}>").format(Markup(tag), named, inner, Markup(tag))


def _inside(item: Item) -> Markup:
    parts: list[Markup] = []
    if item.to:
        parts.append(Markup('<a class="plain" href="{}">{}</a>').format(href(item.to), words(item.text)))
    elif item.text:
        parts.append(words(item.text))
    if item.figure:
        parts.append(Markup(' <span class="figure"><bdi>{}</bdi></span>').format(item.figure))
    if item.bar is not None:
        parts.append(
            Markup(
                '<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
                '<rect x="0" y="0" width="{}" height="8" fill="#0072b2"/></svg>'
            ).format(f"{float(item.bar * 100):.2f}")
        )
    if item.under:
        parts.append(Markup('<span class="small">{}</span>').format(words(item.under)))
    if item.links:
        links = Markup("").join(link(one) + Markup(" ") for one in item.links)
        parts.append(Markup('<span class="small">{}</span>').format(links))
    return Markup("").join(parts)


def _classes(content: Content, align: str) -> list[str]:
    found = ["right"] if align == "right" else []
    if isinstance(content, Item):
        if content.shade is not None:
            found.append("open" if content.shade < 0 else f"v{content.shade // 10}")
        if content.indent:
            found.append(f"in{min(content.indent, _DEEPEST)}")
    return found
