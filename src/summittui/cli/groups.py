"""Groups of commands: a misspelt command is answered with the nearest, and commands are listed by task."""

from collections.abc import Mapping
from difflib import get_close_matches

import click

from summittui.model.text import safe


class NearestGroup(click.Group):
    """A group that names the nearest command where there is none of the name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the name of the command, the command, and its arguments."""
        name, names = args[0], self.list_commands(ctx)
        if name not in names and not ctx.resilient_parsing:
            near = get_close_matches(name, names, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}."
            raise click.UsageError(f"no such command {safe(name)!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)


def write_by_task(
    tasks: Mapping[str, tuple[str, ...]], group: click.Group, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Write each task with a line for every command that serves it."""
    width = max(len(name) for names in tasks.values() for name in names)
    limit = formatter.width - 6 - width
    for task, names in tasks.items():
        found = [(name, group.get_command(ctx, name)) for name in names]
        with formatter.section(task):
            formatter.write_dl([(name.ljust(width), one.get_short_help_str(limit)) for name, one in found if one])
