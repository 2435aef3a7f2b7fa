"""`summittui completion`: the script by which a shell completes the program's commands, options and ids."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.output import write
from summittui.cli.shells import SHELLS

VARIABLE = "_SUMMITTUI_COMPLETE"
"""By it a shell asks for completions; click derives it from the program's name."""

_HELP = """\
Write the script that lets a shell complete commands, options, and the ids of records.

To have it in every new shell, add a line to a file that the shell reads:

\b
bash  eval "$(summittui completion bash)"  in ~/.bashrc
zsh   eval "$(summittui completion zsh)"   in ~/.zshrc, after compinit
fish  summittui completion fish | source   in ~/.config/fish/config.fish

Ids come from the store that the line names, else from your own; none is created, and nothing is written.
"""


@click.command(
    "completion",
    cls=StrictCommand,
    help=_HELP,
    short_help="Let bash, zsh or fish complete commands, options and ids.",
    epilog=examples("completion bash"),
)
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Write the script that a shell reads."""
    write(SHELLS[shell](ctx.find_root().command, {}, "summittui", VARIABLE).source() + "\n")
