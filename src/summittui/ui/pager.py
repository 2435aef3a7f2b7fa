"""A text in the user's own pager, or an address in their browser."""

import os
import shlex
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from summittui.model import InputError
from summittui.model.text import safe
from summittui.ui.editor import Program

FALLBACKS = ("less", "more")
"""Pagers to look for where PAGER names none."""


def pager_command(environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the user's pager and its arguments: $PAGER, else less, else more.

    Raises:
        InputError: There is none, or what the variable holds cannot be read.
    """
    environment = os.environ if environment is None else environment
    named = _words("PAGER", environment.get("PAGER", ""))
    found = named or [each for each in FALLBACKS if shutil.which(each, path=environment.get("PATH"))][:1]
    if not found:
        raise InputError("There is no pager; set PAGER to the command of one.")
    return found


def browser_command(address: str, environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the command that opens an address: the first one of $BROWSER; empty where it names none.

    Raises:
        InputError: What the variable holds cannot be read.
    """
    environment = os.environ if environment is None else environment
    command = _words("BROWSER", environment.get("BROWSER", "").split(":")[0])
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
    with tempfile.TemporaryDirectory(prefix="summittui-") as folder:
        path = Path(folder) / name
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise InputError(f"No temporary file can be written ({error.strerror}); set TMPDIR to a folder.") from None
        run_or_refuse([*command, str(path)], "pager", "PAGER", run)


def run_or_refuse(command: list[str], what: str, variable: str, run: Program) -> None:
    """Run a program of the user's.

    Raises:
        InputError: It cannot be run, or ends with an error; the sentence names the variable to set.
    """
    shown = safe(command[0])
    try:
        code = run(command)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"The {what} {shown} cannot be used ({reason}); set {variable} to another.") from None
    if code:
        raise InputError(f"The {what} {shown} ended with the code {code}; set {variable} to another.")


def _words(variable: str, chosen: str) -> list[str]:
    try:
        return shlex.split(chosen)
    except ValueError:
        raise InputError(f"${variable} holds an unfinished quotation: {safe(chosen)}; correct it.") from None
