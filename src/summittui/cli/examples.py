"""Examples under the help of a command."""

import click

_HEADING = "\b\nExamples:\n"
_PROMPT = "  summittui "


def examples(*lines: str) -> str:
    """Return the epilog that shows these lines of arguments as examples."""
    return _HEADING + "\n".join(_PROMPT + line for line in lines)


def examples_of(command: click.Command) -> tuple[str, ...]:
    """Return the lines of arguments that the help of a command shows as examples."""
    _, found, rest = (command.epilog or "").partition(_HEADING)
    return tuple(line.removeprefix(_PROMPT) for line in rest.splitlines()) if found else ()
