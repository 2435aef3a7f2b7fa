"""The file of a lasting token, which nobody but its owner may read."""

import os
import re
import stat
from pathlib import Path

from summittui.model import InputError
from summittui.model.text import safe
from summittui.serve.access import SHORTEST_TOKEN, new_token

_OURS_ALONE = 0o600
_OTHERS = 0o077
_MOST_BYTES = 4096
_TOKEN = re.compile(rf"[A-Za-z0-9_-]{{{SHORTEST_TOKEN},512}}")


def read_or_make_token(path: Path) -> str:
    """Return the token in a file; a file that is not there is made, with a random one.

    Raises:
        InputError: The file cannot be read or made, others may read it, or it holds no token.
    """
    shown = safe(str(path))
    try:
        return _read(path, shown)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise InputError(f"The token file {shown} cannot be read ({error.strerror}).") from None
    token = new_token()
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _OURS_ALONE)
        with os.fdopen(file, "w", encoding="ascii") as opened:
            opened.write(f"{token}\n")
    except OSError as error:
        raise InputError(f"The token file {shown} cannot be made ({error.strerror}).") from None
    return token


def _read(path: Path, shown: str) -> str:
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # what is opened is what is checked
    with os.fdopen(file, "rb") as opened:
        state = os.fstat(opened.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise InputError(f"The token file {shown} is no ordinary file; name another one.")
        if state.st_mode & _OTHERS or state.st_uid != os.geteuid():
            raise InputError(f"The token file {shown} is not yours alone; make it so: chmod 600, and own it.")
        text = opened.read(_MOST_BYTES).decode("ascii", "replace").strip()
    if not _TOKEN.fullmatch(text):
        raise InputError(
            f"The token file {shown} holds no token: one line of {SHORTEST_TOKEN} or more letters, digits, - and _. "
            "Name a file that is not there, and one is made."
        )
    return text
