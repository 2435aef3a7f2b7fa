"""A text in the user's own pager, or an address in their browser."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from summittui.model import InputError
from summittui.session.editor import Program, discard, run_or_refuse, temporary_file, words_of

FALLBACKS = ("less", "more")
"""Pagers to look for where PAGER names none."""
_LEFT_BY_A_KEY = ("less", "most")
"""Pagers that stay until they are told to end, unless an option says otherwise."""


def pager_command(environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the user's pager and its arguments: $PAGER, else less, else more.

    Raises:
        InputError: There is none, or what the variable holds cannot be read.
    """
    environment = os.environ if environment is None else environment
    named = words_of("$PAGER", environment.get("PAGER", ""))
    found = named or [each for each in FALLBACKS if shutil.which(each, path=environment.get("PATH"))][:1]
    if not found:
        raise InputError("There is no pager; set PAGER to the command of one.")
    return found


def pager_ends_by_itself(command: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    """Return whether a pager may end at the end of its text, not by a key; its text would be covered then.

    Args:
        command: The pager, its arguments, and the file.
        environment: The variables, else those of the process; `LESS` holds options.
    """
    environment = os.environ if environment is None else environment
    options = [*command[1:-1], *environment.get("LESS", "").split()]
    return PurePath(command[0]).name not in _LEFT_BY_A_KEY or any(map(_quits_at_the_end, options))


def _quits_at_the_end(option: str) -> bool:
    """Return whether an option of less is one of -e, -E, -F, or holds one of these."""
    if option.startswith("--"):
        return option.lower().startswith("--quit-")
    return not {"e", "E", "F"}.isdisjoint(option)


def browser_command(address: str, environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the command that opens an address: the first one of $BROWSER; empty where it names none.

    Raises:
        InputError: What the variable holds cannot be read.
    """
    environment = os.environ if environment is None else environment
    command = words_of("$BROWSER", environment.get("BROWSER", "").split(":")[0])
    if any("%s" in word for word in command):
        return [word.replace("%s", address) for word in command]
    return [*command, address] if command else []


def paged(text: str, name: str, run: Program) -> None:
    """Show a text in the pager.

    Args:
        text: What to show, harmless already.
        name: Of the file that holds it meanwhile.
        run: Runs the pager.

    Raises:
        InputError: The pager cannot be run or ends with an error.
    """
    command = pager_command()
    path = temporary_file(name, text)
    try:
        run_or_refuse([*command, str(path)], "pager", "PAGER", run)
    finally:
        discard(path)
