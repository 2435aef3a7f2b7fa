"""The command `summittui` itself: its options, its subcommands, and what an error ends with."""

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from summittui import __version__
from summittui.cli.completing import use_shells
from summittui.cli.ending import close_quietly, ended_by
from summittui.cli.groups import NearestGroup, write_by_task
from summittui.cli.options import CONFIG, MOUSE, READ_ONLY, config_option, settings_given, store_option, store_path

if TYPE_CHECKING:
    from summittui.library.view import View

_TASKS = {
    "Find": ("list", "show", "search", "timeline", "cite", "view", "views"),
    "Compare": ("compare", "matrix", "pairs", "sources", "variants"),
    "Prove": ("attach", "check"),
    "Edit": ("add", "edit", "delete", "merge", "rename", "stance", "camps", "memo", "star", "undo", "log"),
    "Keep": ("info", "seed", "backup", "compact", "recover", "completion", "config"),
}
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
            close_quietly()
            ctx.exit(0)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command and end the process with its exit code."""
        use_shells()
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
@config_option
@click.option("--no-config", is_flag=True, help="Open without the file of settings.")
@click.option("--mouse/--no-mouse", "mouse", default=None, help="Take the mouse or not; else as the settings say.")
@click.option("--view", "line", metavar="LINE", help="Open at a saved view, or at the line of one.")
@click.option("--fresh", is_flag=True, help="Open with Browse, not with what was shown last.")
@click.version_option(__version__, "--version", prog_name="summittui")
@click.pass_context
def main(
    ctx: click.Context, *, read_only: bool, no_config: bool, mouse: bool | None, line: str | None, fresh: bool
) -> None:
    """Who said what at a summit: actors, quotes, declarations and positions, every word with its proof.

    Without a command the workbench opens.
    """
    ctx.meta[READ_ONLY] = read_only
    ctx.meta[MOUSE] = mouse
    if no_config and CONFIG in ctx.meta:
        raise click.UsageError("--no-config cannot stand beside --config; choose one.")
    if line is not None and (fresh or ctx.invoked_subcommand is not None):
        other = "--fresh" if fresh else f"the command {ctx.invoked_subcommand}"
        raise click.UsageError(f"--view cannot stand beside {other}; `summittui view LINE` prints a view.")
    if ctx.invoked_subcommand is None:
        ctx.exit(_open_workbench(ctx, with_settings=not no_config, line=line, fresh=fresh))


def _open_workbench(ctx: click.Context, *, with_settings: bool, line: str | None, fresh: bool) -> int:
    view = _named_view(line)
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "dumb") == "dumb":
        commands = ", ".join(_COMMANDS)
        click.echo(f"summittui: the workbench needs a terminal; without one use a command: {commands}.", err=True)
        return 2
    from summittui.session.settings_file import SettingsFile, read_settings
    from summittui.ui.launch import launch

    file = read_settings(ctx.meta.get(CONFIG)) if with_settings else SettingsFile(Path())
    return launch(
        store_path(ctx), read_only=ctx.meta[READ_ONLY], file=file, options=settings_given(ctx), view=view, fresh=fresh
    )


def _named_view(line: str | None) -> "View | None":
    if line is None:
        return None
    from summittui.session.saved_views import named_view, views_path

    return named_view(views_path(), line)
