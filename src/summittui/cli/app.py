"""The command `summittui` itself: its options, its subcommands, and what an error ends with."""

import importlib
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from summittui import __version__
from summittui.cli.ending import close_quietly, ended_by
from summittui.cli.options import READ_ONLY, store_option, store_path

_UNABLE = frozenset({"", "dumb", "unknown"})
"""The values of TERM where no cursor can be placed."""
_COMMANDS = (
    "list",
    "show",
    "compare",
    "matrix",
    "pairs",
    "timeline",
    "sources",
    "variants",
    "camps",
    "search",
    "attach",
    "check",
    "seed",
    "info",
    "add",
    "edit",
    "delete",
    "merge",
    "rename",
    "stance",
    "memo",
    "star",
    "undo",
    "log",
    "backup",
    "compact",
    "recover",
)


class _Commands(click.Group):
    """A group whose commands are imported when they are called, each from the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click asks for it
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"summittui.cli.commands.{cmd_name}_").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader who leaves, as `head` does, is no failure (click would end with 1)."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            close_quietly()
            ctx.exit(0)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command and end the process with its exit code."""
        with ended_by():
            extra["standalone_mode"] = False
            status = super().main(*args, **extra)
            sys.stdout.flush()
        sys.exit(status if isinstance(status, int) else 0)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 a check found a problem, 2 wrong use or input, 3 store busy or damaged.",
)
@store_option
@click.option("--read-only", is_flag=True, help="Refuse to write anything to the store.")
@click.option("--kiosk", is_flag=True, help="For a shared server: read only, and no way to another program or file.")
@click.option(
    "--kiosk-folder",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="With --kiosk: the one folder that files may be written to.",
)
@click.option("--ascii", is_flag=True, help="Draw the screens in ASCII; so they are where the locale is C.")
@click.option("--plain", is_flag=True, help="Draw the screens for a screen reader: no frames, one list at a time.")
@click.version_option(__version__, "--version", prog_name="summittui")
@click.pass_context
def main(ctx: click.Context, /, *, read_only: bool, kiosk: bool, kiosk_folder: Path | None, **look: bool) -> None:
    """Who said what at a summit: actors, quotes, declarations and positions, every word with its proof.

    Without a command the workbench opens.
    """
    ctx.meta[READ_ONLY] = read_only
    if kiosk_folder is not None and not kiosk:
        raise click.UsageError("--kiosk-folder belongs to --kiosk; give both.")
    if kiosk and ctx.invoked_subcommand is not None:
        raise click.UsageError("--kiosk opens the workbench and takes no command.")
    if ctx.invoked_subcommand is None:
        ctx.exit(_open_workbench(store_path(ctx), read_only or kiosk, (kiosk, kiosk_folder), **look))


def _open_workbench(path: Path | None, read_only: bool, kiosk: tuple[bool, Path | None], **look: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "") in _UNABLE:
        commands = ", ".join(_COMMANDS)
        click.echo(f"summittui: the workbench needs a terminal; without one use a command: {commands}.", err=True)
        return 2
    from summittui.ui.launch import launch
    from summittui.ui.restrictions import Restrictions

    return launch(path, read_only, Restrictions(*kiosk), **look)
