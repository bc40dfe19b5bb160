"""``decide explain``: what a code means, why it matters, and what to do."""

import sys

import click

from decide.check.table import TABLE
from decide.cli import lazy
from decide.cli.output import paint_for, put
from decide.cli.running import answering, format_option
from decide.compose.explain import code_page, codes_page, list_page
from decide.load.ids import nearest
from decide.model.codes import CHECKS, CODES
from decide.model.page import Page
from decide.render.markdown import markdown_of
from decide.render.text import text_of

_THRESHOLDS = {
    check.code: [(setting.name, setting.default, setting.about) for setting in check.settings]
    for check in TABLE.values()
}


@click.command("explain")
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="Explain every code.")
@format_option("text", "json", "md")
@answering
def command(code: str | None, form: str, *, every: bool, no_color: bool) -> None:
    """Say what CODE means: why it matters, who says so, an example, the remedy.

    CODE is what `decide check` prints, such as single-origin. Without it every code is listed.
    """
    if code is not None and every:
        raise click.UsageError("give a CODE or --all, not both")
    if code is not None and code not in CODES:
        raise click.UsageError(_unknown(code))
    if form == "json":
        told = list(CODES) if code is None else [code]
        put(lazy.data().json_text(lazy.data().codes_data([CODES[one] for one in told], _THRESHOLDS)))
        return
    page = _page(code, "all" if every else "list")
    put(
        markdown_of(page)
        if form == "md"
        else text_of(page, paint_for(sys.stdout, colour="never" if no_color else "auto"))
    )


def _page(code: str | None, otherwise: str) -> Page:
    if code is not None:
        return code_page(CODES[code], _THRESHOLDS)
    codes = tuple(CODES.values())
    return codes_page(codes, _THRESHOLDS) if otherwise == "all" else list_page(codes)


def _unknown(code: str) -> str:
    if code in CHECKS:
        return f"“{code}” can be set and waived in a file, but this version makes no such check"
    return f"there is no code “{code}”; {nearest(code, list(CODES)) or 'decide explain  lists them all'}"
