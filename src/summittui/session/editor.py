"""A text in the user's own editor, in a file that stays until it is discarded."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from summittui.model import InputError
from summittui.model.text import safe

FALLBACKS = ("nano", "vi")
"""Editors to look for where neither VISUAL nor EDITOR names one."""


def temporary_file(name: str, text: str) -> Path:
    """Return a file of this name that holds `text`, in a folder of its own that nobody else may read.

    Raises:
        InputError: It cannot be written.
    """
    try:
        path = Path(tempfile.mkdtemp(prefix="summittui-")) / name
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"no temporary file can be written ({error.strerror}); set TMPDIR to a folder") from None
    return path


def edit_file(path: Path) -> str:
    """Open a file in the user's editor and return what it holds when the editor has ended.

    The editor is VISUAL, else EDITOR, else one that is there.

    Raises:
        InputError: There is no editor, it failed, or left no text in UTF-8.
    """
    command = _editor()
    try:
        ended = subprocess.run([*command, str(path)], check=False).returncode
    except OSError as error:
        raise InputError(f"the editor {safe(command[0])!r} cannot be run ({error.strerror}); set EDITOR") from None
    if ended:
        raise InputError(f"the editor {safe(command[0])!r} ended with {ended}")
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        raise InputError("the editor left no text in UTF-8; save it as UTF-8") from None


def discard(path: Path) -> None:
    """Remove a temporary file together with its folder, and what the editor left there."""
    shutil.rmtree(path.parent, ignore_errors=True)


def _editor() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    try:
        command = shlex.split(named or "")
    except ValueError:
        raise InputError(f"{safe(named or '')!r} is no command; correct VISUAL or EDITOR") from None
    found = command or [each for each in FALLBACKS if shutil.which(each)][:1]
    if not found:
        raise InputError("there is no editor; set EDITOR to the command of one")
    return found
