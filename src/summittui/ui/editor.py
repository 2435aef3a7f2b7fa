"""A text in the user's own editor."""

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summittui.model import InputError
from summittui.model.text import safe

if TYPE_CHECKING:
    from summittui.ui.command_app import CommandApp

Program = Callable[[Sequence[str]], int]
"""Runs a program in the terminal until it ends; returns its exit code."""

_PASSED_ON = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_ITS_OWN = signal.SIGINT
"""The signal of ctrl+c, which the terminal sends to both."""


def run_program(app: "CommandApp", arguments: Sequence[str]) -> int:
    """Run a program in the terminal while the app is out of the way.

    Raises:
        InputError: There is no such program, the terminal cannot be given away, or a kiosk keeps it.
    """
    closed = app.restrictions.why_not_program()
    if closed is not None:
        raise InputError(closed)
    from textual.app import SuspendNotSupported

    try:
        with app.suspend():
            return _run(arguments)
    except SuspendNotSupported:
        raise InputError("The terminal cannot be given to another program here.") from None


def _run(arguments: Sequence[str]) -> int:
    """Run a program to its end; a signal that ends us ends it first, for our own handlers wait for it."""
    child: subprocess.Popen[bytes] | None = None
    early: list[int] = []

    def pass_on(number: int, _frame: object) -> None:
        if child is None:
            early.append(number)
        else:
            child.send_signal(number)

    before = {each: signal.signal(each, pass_on) for each in _PASSED_ON}
    before[_ITS_OWN] = signal.signal(_ITS_OWN, lambda *_: None)
    try:
        with subprocess.Popen(arguments) as child:
            for number in early:
                child.send_signal(number)
            return child.wait()
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def editor_command(environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the user's editor and its arguments: $VISUAL, else $EDITOR, else vi.

    Raises:
        InputError: What the variable holds cannot be read.
    """
    environment = os.environ if environment is None else environment
    chosen = environment.get("VISUAL") or environment.get("EDITOR") or "vi"
    try:
        return shlex.split(chosen)
    except ValueError:
        raise InputError(f"$EDITOR holds an unfinished quotation: {safe(chosen)}; correct it.") from None


def edited(text: str, name: str, run: Program) -> str:
    """Return a text as the user leaves it in the editor.

    Args:
        text: What to edit.
        name: Of the file, with the ending by which an editor knows its kind.
        run: Runs the editor.

    Raises:
        InputError: The editor cannot be run, ends with an error, or leaves no text.
    """
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="summittui-") as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        try:
            code = run([*command, str(path)])
            left = path.read_text(encoding="utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise InputError(
                f"The editor {safe(command[0])} cannot be used ({reason}); set EDITOR to another."
            ) from None
        except UnicodeDecodeError:
            raise InputError("The editor left a text that is not UTF-8; nothing was changed.") from None
    if code:
        raise InputError(f"The editor {safe(command[0])} ended with the code {code}; nothing was changed.")
    return left
