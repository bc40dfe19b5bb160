"""Page → one self-contained HTML file; the only module that knows Jinja."""

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from decide.model.page import Page
from decide.render import charts, markup, panels, plain, slopes, strips, tables, tornado


def html_of(page: Page) -> str:
    """Return the page as HTML: no script, no request, styles allowed by their hash alone."""
    environment = Environment(
        loader=PackageLoader("decide.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    loader = environment.loader
    assert loader is not None
    style = loader.get_source(environment, "memo.css")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    template = environment.get_template("memo.html.j2")
    return template.render(
        page=page,
        style=Markup(style),  # our own file, and what the hash in the policy was taken of
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        charts=charts,
        panels=panels,
        tornado=tornado,
        strips=strips,
        slopes=slopes,
        plain=plain,
        tables=tables,
        markup=markup,
    )
