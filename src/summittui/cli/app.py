"""The command `summittui` itself: its options, its subcommands, and what an error ends with."""

import gc
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from summittui import __version__
from summittui.cli.ending import FAILED, OUTPUT_LOST, close_quietly, end_at_once, ended_by, require_streams
from summittui.cli.groups import NearestGroup, write_by_task
from summittui.cli.options import (
    CONFIG,
    NO_CONFIG,
    READ_ONLY,
    SETTINGS,
    config_option,
    settings_file,
    settings_given,
    store_location,
    store_option,
)
from summittui.cli.paths import NamedPath
from summittui.startup_trace import COMMAND, SETTINGS_READ, mark

if TYPE_CHECKING:
    from summittui.queries.links import ViewLink

_TASKS = {
    "Find": ("list", "show", "search", "timeline", "cite", "view", "views"),
    "Compare": ("compare", "ledger", "brief", "matrix", "pairs", "sources", "variants", "agreement"),
    "Bring in": ("new", "import", "load", "review", "attach"),
    "Prove": ("check", "verify"),
    "Edit": ("add", "edit", "delete", "merge", "rename", "stance", "camps", "memo", "star", "undo", "log"),
    "Share": ("serve",),
    "Keep": ("export", "info", "seed", "collections", "copy", "backup", "compact", "recover", "completion", "config"),
}
_ASKED = "_COMPLETE"
"""The end of the environment variable by which a shell asks for completions, whatever the program is called."""
_HELP_COLUMNS = 80
"""The width of the help, in cells, where it is not written to a terminal."""
_COMMANDS = tuple(name for names in _TASKS.values() for name in names)


class _Commands(NearestGroup):
    """A group whose commands are imported when they are called, each from the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click asks for it
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"summittui.cli.commands.{cmd_name}_").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by task."""
        write_by_task(_TASKS, self, ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader who leaves, as `head` does, is no failure (click would end with 1)."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            close_quietly(sys.stdout)
            ctx.exit(0)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command and end the process with its exit code."""
        is_process = not args and "args" not in extra
        with ended_by():
            if is_process:
                _prepare_process()
            if not sys.stdout.isatty():
                extra.setdefault("terminal_width", _HELP_COLUMNS)  # click would ask COLUMNS
            extra["standalone_mode"] = False
            status = super().main(*args, **extra)
            sys.stdout.flush()
        code = status if isinstance(status, int) else 0
        if is_process and "summittui.ui.launch" in sys.modules:
            end_at_once(code)
        sys.exit(code)


def _prepare_process() -> None:
    """Do what comes before everything else in a process of its own."""
    require_streams()
    if "--kiosk" in sys.argv:  # before anything reads a variable
        from summittui.ui.restrictions import forget_ways_out

        forget_ways_out(os.environ)
    if any(name.endswith(_ASKED) for name in os.environ):
        from summittui.cli.shells import use_shells

        use_shells()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 a check found a problem, 2 wrong use or input, 3 store busy or damaged, "
    f"{FAILED} a fault of the program, {OUTPUT_LOST} done but not written out.",
    help="""Who said what at a summit: actors, quotes, declarations and positions, every word with its proof.

    Without a command the workbench opens.
    """,
)
@store_option
@click.option("--read-only", is_flag=True, help="Refuse to write anything to the store.")
@config_option
@click.option("--no-config", is_flag=True, help="Do without the file of settings.")
@click.option("--mouse/--no-mouse", "mouse", default=None, help="Take the mouse or not; else as the settings say.")
@click.option(
    "--profile",
    type=click.Choice(["local", "ssh"]),
    help="How to treat the terminal: ssh is for slow lines (no mouse, fewer frames); chosen by itself over SSH.",
)
@click.option("--ascii", is_flag=True, help="Draw the screens in ASCII; so they are where the locale is C.")
@click.option("--plain", is_flag=True, help="Draw the screens for a screen reader: no frames, one list at a time.")
@click.option("--kiosk", is_flag=True, help="For a shared server: read only, and no way to another program or file.")
@click.option(
    "--kiosk-folder",
    metavar="DIR",
    type=NamedPath(exists=True, file_okay=False),
    help="With --kiosk: the one folder that files may be written to.",
)
@click.option("--view", "line", metavar="LINE", help="Open at a saved view, or at the line of one.")
@click.option("--fresh", is_flag=True, help="Open with Browse, not with what was shown last.")
@click.version_option(__version__, "--version", prog_name="summittui")
@click.pass_context
def main(
    ctx: click.Context,
    /,
    *,
    read_only: bool,
    no_config: bool,
    kiosk: bool,
    kiosk_folder: Path | None,
    line: str | None,
    fresh: bool,
    **wished: Any,
) -> None:
    ctx.meta[READ_ONLY] = read_only
    ctx.meta[NO_CONFIG] = no_config
    if no_config and CONFIG in ctx.meta:
        raise click.UsageError("--no-config cannot stand beside --config; choose one.")
    if kiosk_folder is not None and not kiosk:
        raise click.UsageError("--kiosk-folder belongs to --kiosk; give both.")
    if kiosk and ctx.invoked_subcommand is not None:
        raise click.UsageError("--kiosk opens the workbench and takes no command.")
    if line is not None and (fresh or ctx.invoked_subcommand is not None):
        other = "--fresh" if fresh else f"the command {ctx.invoked_subcommand}"
        raise click.UsageError(f"--view cannot stand beside {other}; `summittui view LINE` prints a view.")
    ctx.meta[SETTINGS] = _settings(**wished)
    if ctx.invoked_subcommand is None:
        ctx.meta[NO_CONFIG] = no_config or (kiosk and CONFIG not in ctx.meta)
        view = _named_view(line)
        from summittui.ui.terminal.environment import why_unusable

        if why_unusable() is not None:
            commands = ", ".join(_COMMANDS)
            click.echo(f"summittui: the workbench needs a terminal; without one use a command: {commands}.", err=True)
            ctx.exit(2)
        ctx.exit(_open_workbench(ctx, (kiosk, kiosk_folder), view=view, fresh=fresh))


def _settings(*, mouse: bool | None, profile: str | None, **switches: bool) -> dict[str, object]:
    """Return the settings that options give, by name."""
    given: dict[str, object] = {name: True for name, is_on in switches.items() if is_on}
    if mouse is not None:
        given["mouse"] = "on" if mouse else "off"
    return given if profile is None else given | {"profile": profile}


def _open_workbench(
    ctx: click.Context,
    kiosk: tuple[bool, Path | None],
    *,
    view: "ViewLink | None",
    fresh: bool,
) -> int:
    gc.disable()  # until the first screen is painted
    mark(COMMAND)
    from summittui.ui.launch import launch
    from summittui.ui.restrictions import Restrictions

    file = settings_file(ctx)
    mark(SETTINGS_READ)
    return launch(
        store_location(ctx),
        read_only=ctx.meta[READ_ONLY] or kiosk[0],
        file=file,
        options=settings_given(ctx),
        restrictions=Restrictions(*kiosk),
        view=view,
        fresh=fresh,
    )


def _named_view(line: str | None) -> "ViewLink | None":
    if line is None:
        return None
    from summittui.session.saved_views import named_view, views_path

    return named_view(views_path(), line)
