"""A text in the user's own editor."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from threading import Thread
from typing import TYPE_CHECKING

from summittui.model import InputError
from summittui.model.text import safe
from summittui.session.editor import discard, temporary_file

if TYPE_CHECKING:
    from summittui.ui.command_app import CommandApp

Program = Callable[[Sequence[str]], int]
"""Runs a program in the terminal until it ends; returns its exit code, negative where a signal has ended it or us."""

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
    told: list[int] = []

    def pass_on(number: int, _frame: object) -> None:
        told.append(number)
        if child is not None:
            child.send_signal(number)

    before = {each: signal.signal(each, pass_on) for each in _PASSED_ON}
    before[_ITS_OWN] = signal.signal(_ITS_OWN, lambda *_: None)
    try:
        with subprocess.Popen(arguments) as child:
            for number in told:
                child.send_signal(number)
            code = _ended(child)
            return -told[0] if told else code
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _ended(child: "subprocess.Popen[bytes]") -> int:
    """Wait for a program; wake up each second, for the system may have told another thread of a signal."""
    waiting = Thread(target=child.wait, daemon=True)
    waiting.start()
    while waiting.is_alive():
        waiting.join(1.0)
    return child.wait()


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

    Where the editor is broken off, as when the line to the terminal is dropped, what it left stays in its folder.

    Args:
        text: What to edit.
        name: Of the file, with the ending by which an editor knows its kind.
        run: Runs the editor.

    Raises:
        InputError: The editor cannot be run, ends with an error, or leaves no text.
    """
    command = editor_command()
    shown = safe(command[0])
    path = temporary_file(name, text)
    try:
        code = run([*command, str(path)])
        left = path.read_text(encoding="utf-8")
    except OSError as error:
        discard(path)
        reason = error.strerror or type(error).__name__
        raise InputError(f"The editor {shown} cannot be used ({reason}); set EDITOR to another.") from None
    except UnicodeDecodeError:
        discard(path)
        raise InputError("The editor left a text that is not UTF-8; nothing was changed.") from None
    if code < 0:
        raise InputError(f"The editor {shown} was broken off; what it left is in {safe(str(path.parent))}.")
    discard(path)
    if code:
        raise InputError(f"The editor {shown} ended with the code {code}; nothing was changed.")
    return left
