"""Commands and groups of them: no option is dropped, a misspelt command is answered with the nearest."""

from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches

import click

from summittui.model.text import safe


class StrictCommand(click.Command):
    """A command that refuses an option with one value given twice; click keeps the last value and says nothing."""

    hints: Mapping[str, str] = {"speaker": "name who speaks with it by --joint-speaker"}
    """The way out by the name of an option; without one, the option is to be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, once no option is found to be repeated.

        Raises:
            UsageError: An option that takes one value was given several times, or was both switched on and off.
        """
        if not ctx.resilient_parsing and args:
            _, _, given = self.make_parser(ctx).parse_args(list(args))
            for option, times in Counter(given).items():
                if times > 1 and isinstance(option, click.Option) and _has_one_value(option):
                    self._refuse(ctx, option)
        return super().parse_args(ctx, args)

    def _refuse(self, ctx: click.Context, option: click.Option) -> None:
        names = " or ".join((*option.opts, *option.secondary_opts))
        hint = self.hints.get(option.name or "", "leave one out")
        raise click.UsageError(f"{names} can be given only once; {hint}.", ctx)


def _has_one_value(option: click.Option) -> bool:
    """Tell whether an option takes one value; a flag given twice says the same twice."""
    is_switch = not option.is_flag or bool(option.secondary_opts)
    return is_switch and not option.multiple and not option.count


class NearestGroup(StrictCommand, click.Group):
    """A group that names the nearest command where there is none of the name."""

    command_class = StrictCommand

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
