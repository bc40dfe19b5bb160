"""The command ``decide``: a table of commands, each loaded when it is called."""

import gc
import sys
from collections.abc import Callable, Iterator
from typing import NoReturn

import click

from decide.cli import lazy
from decide.version import __version__

_BUG = """decide: this is a bug in decide, not in your file: {told}
Please report it where you got decide from, with the lines below and, if you can, the file.
decide {version}, Python {python}
"""


class _Lazy(click.Group):
    """Knows the names and one-line helps; loads ``decide.cli.<name>`` only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of a newcomer's journey."""
        return list(lazy.COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, importing its module only now."""
        return lazy.command(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(lazy.COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="decide")
def decide() -> None:
    """Choose with a decision written as plain text: ranked exactly, explained, checked.

    Every command reads a decision: a YAML file, or a folder with a decision.yaml. Without one it takes decision.yaml
    here, or the only decision under criteria/.

    New here? Type  decide demo
    """


def main() -> NoReturn:
    """Run the command line; exit 0 answered, 1 something for a person, 2 usage or fault, 3 our bug, 130 Ctrl-C."""
    gc.disable()  # one short answer makes no garbage worth a search; that, and the freeze below, save a tenth of it
    try:
        code = decide.main(prog_name="decide", standalone_mode=False)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.ClickException as error:
        _say(error.show)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except OSError as error:
        told = ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
        _say(lambda: click.echo(f"decide: {told}", err=True))
        code = 2
    except Exception as error:  # noqa: BLE001 - the one net under everything: a person gets no stack trace
        told = f"{type(error).__name__}: {error}"
        python = ".".join(str(part) for part in sys.version_info[:3])
        lines = [_BUG.format(told=told, version=__version__, python=python), *_trace(error)]
        _say(lambda: click.echo("".join(lines), err=True, nl=False))
        code = 3
    gc.freeze()
    sys.exit(code if isinstance(code, int) else 0)


def _say(show: Callable[[], None]) -> None:
    """Say something on stderr, if anybody can hear it; if not, nothing is left for the interpreter to try again."""
    try:
        show()
    except (OSError, AttributeError):
        sys.stderr = None


def _trace(error: BaseException) -> Iterator[str]:
    """Yield where in the program it happened: module and line, no path of this machine."""
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        if str(module).startswith("decide"):
            yield f"  {module}, line {trace.tb_lineno}, in {trace.tb_frame.f_code.co_name}\n"
        trace = trace.tb_next
