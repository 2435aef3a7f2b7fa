"""The user's own editor: which one it is, the file that it is given, and what it leaves there."""

import contextlib
import os
import shlex
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

from msgspec import Struct

from summittui.model import InputError
from summittui.model.text import safe

Program = Callable[[Sequence[str]], int]
"""Runs a program in the terminal until it ends; returns its exit code, negative where a signal has ended it or us."""

VARIABLES = ("VISUAL", "EDITOR")
"""The environment variables that name an editor, the first before the second, and both before the setting."""
FALLBACKS = ("nano", "vi")
"""Editors to look for where nothing names one."""
AT_ONCE_SECONDS = 3.0
"""An editor that ends sooner, and changed nothing, may have left a window open."""
_WAITING = frozenset({"--wait", "-w", "-f", "--nofork", "--block", "--standalone"})
"""Options by which editors with a window of their own end only with it."""


class Edited(Struct, frozen=True):
    """The text that an editor left in its file."""

    text: str
    notice: str = ""
    """A sentence on an editor that returned at once: its file must stay; empty where it can be discarded."""


def editor_command(setting: str = "", environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the user's editor and its arguments: $VISUAL, else $EDITOR, else the setting, else one that is there.

    Args:
        setting: The setting `editor`; as the variables, a command that may have arguments, quoted as for a shell.
        environment: The variables, else those of the process; one of blanks alone names nothing.

    Raises:
        InputError: What was named cannot be read, or there is no editor.
    """
    environment = os.environ if environment is None else environment
    named = [(f"${name}", environment.get(name, "")) for name in VARIABLES]
    for where, chosen in (*named, ("The setting `editor`", setting)):
        if command := words_of(where, chosen):
            return command
    found = [each for each in FALLBACKS if shutil.which(each, path=environment.get("PATH"))][:1]
    if not found:
        raise InputError("There is no editor; set EDITOR to the command of one.")
    return found


def words_of(where: str, chosen: str) -> list[str]:
    """Return the words of a command, quoted as for a shell.

    Args:
        where: What names it, as a sentence begins.
        chosen: The command.

    Raises:
        InputError: A quotation is unfinished.
    """
    try:
        return shlex.split(chosen)
    except ValueError:
        raise InputError(f"{where} holds an unfinished quotation: {safe(chosen)}; correct it.") from None


def temporary_file(name: str, text: str) -> Path:
    """Return a file of this name that holds `text`, in a folder of its own that nobody else may read.

    Raises:
        InputError: It cannot be written.
    """
    try:
        path = Path(tempfile.mkdtemp(prefix="summittui-")) / name
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"No temporary file can be written ({error.strerror}); set TMPDIR to a folder.") from None
    return path


def discard(path: Path) -> None:
    """Remove a temporary file together with its folder, and what the editor left there."""
    shutil.rmtree(path.parent, ignore_errors=True)


def _discard_alone(path: Path) -> None:
    """Remove a temporary file, and its folder unless an editor that broke off left something else there."""
    path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        path.parent.rmdir()


def edit_file(path: Path, run: Program, setting: str = "") -> Edited:
    """Open a temporary file in the user's editor and return what it holds when the editor has ended.

    Args:
        path: The file; it stays.
        run: Runs the editor.
        setting: The setting `editor`.

    Raises:
        InputError: There is no editor, it failed, or left no text in UTF-8.
    """
    command = editor_command(setting)
    before, begun = path.read_bytes(), monotonic()
    run_or_refuse([*command, str(path)], "editor", "EDITOR", run)
    is_early = monotonic() - begun < AT_ONCE_SECONDS
    try:
        after = path.read_bytes()
        text = after.decode()
    except (OSError, UnicodeDecodeError):
        raise InputError("The editor left no text in UTF-8; save it as UTF-8.") from None
    if after == before and is_early and _WAITING.isdisjoint(command):
        return Edited(text, _early(command, path))
    return Edited(text)


def edited(text: str, name: str, run: Program, setting: str = "") -> Edited:
    """Return a text as the user leaves it in the editor; its file stays only where it may still be needed.

    Args:
        text: What to edit.
        name: Of the file, with the ending by which an editor knows its kind.
        run: Runs the editor.
        setting: The setting `editor`.

    Raises:
        InputError: The editor cannot be run, ends with an error, or leaves no text; what it changed stays and is named.
    """
    path = temporary_file(name, text)
    try:
        left = edit_file(path, run, setting)
    except InputError as error:
        if not path.exists() or path.read_bytes() == text.encode():
            _discard_alone(path)
            raise
        raise InputError(f"{error} What the editor left is in {safe(str(path))}.") from None
    if not left.notice:
        discard(path)
    return left


def run_or_refuse(command: Sequence[str], what: str, variable: str, run: Program) -> None:
    """Run a program of the user's.

    Args:
        command: The program and its arguments.
        what: What it is, such as "editor".
        variable: The environment variable that names another.
        run: Runs it.

    Raises:
        InputError: It cannot be run, ends with an error, or is broken off by a signal.
    """
    shown = safe(command[0])
    try:
        code = run(command)
    except (OSError, ValueError) as error:  # ValueError: a NUL
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(f"The {what} {shown} cannot be used ({reason}); set {variable} to another.") from None
    if code < 0:
        raise InputError(f"The {what} {shown} was broken off by the signal {-code}.")
    if code:
        raise InputError(f"The {what} {shown} ended with the code {code}; set {variable} to another.")


def _early(command: Sequence[str], path: Path) -> str:
    waiting = safe(shlex.join([*command, "--wait"]))
    return (
        f"The editor {safe(command[0])} returned at once. If its window is still open, its file stays at "
        f"{safe(str(path))}; an editor that is to be waited for needs an option, such as EDITOR={shlex.quote(waiting)}."
    )
