"""The report of an unexpected error: what failed where in which versions, and not a word of any document."""

import os
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from types import TracebackType

from summittui import __version__
from summittui.model import SummitError
from summittui.model.text import safe
from summittui.session.files import OURS_ALONE, write_file

_LIBRARIES = ("click", "msgspec", "platformdirs", "rich", "textual", "tinydb")
_DEEPEST = 10
"""Errors of one chain that are told at most."""


def failure_sentence(error: BaseException) -> str:
    """Return one sentence on an unexpected error, which names the file of its report; the report is written here."""
    what = f"an unexpected error ({type(error).__name__}{_where(error)}) ended the program; every saved edit is kept"
    try:
        path = write_report(error)
    except (OSError, SummitError) as refusal:
        return f"{what}. No report could be written: {refusal}"
    return f"{what}. Please send its maintainers the report {safe(str(path))}, which holds no text of any document."


def write_report(error: BaseException) -> Path:
    """Write the report into a new file in the state directory, for the user alone, and return its path.

    Raises:
        InputError: The home folder is not known, or the file cannot be written.
        OSError: The folder cannot be made.
    """
    from summittui.store.paths import state_folder

    folder = state_folder() / "reports"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{os.getpid()}.txt"
    write_file(path, report_text(error), mode=OURS_ALONE)
    return path


def report_text(error: BaseException) -> str:
    """Return the types of an error and of those that led to it, with file, line and function of every call.

    Messages and values of variables are left out: they may hold words of a document.
    """
    lines = [f"summittui {__version__}, Python {platform.python_version()}, {platform.platform()}"]
    lines.append(", ".join(f"{name} {_version(name)}" for name in _LIBRARIES))
    for each in _chain(error):
        lines += ["", f"{type(each).__module__}.{type(each).__qualname__}"]
        lines += [f"  {_known(file)}:{line} in {name}" for file, line, name in _calls(each.__traceback__)]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that led to it, each once."""
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < _DEEPEST:
        each = waiting.pop(0)
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            inner = each.exceptions if isinstance(each, BaseExceptionGroup) else ()
            waiting += [one for one in (*inner, each.__cause__, each.__context__) if one is not None]


def _calls(traceback: TracebackType | None) -> Iterator[tuple[str, int, str]]:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        yield code.co_filename, traceback.tb_lineno, code.co_qualname
        traceback = traceback.tb_next


def _where(error: BaseException) -> str:
    """Return the innermost place in this program, as the middle of a sentence; empty where there is none."""
    own = [(file, line) for file, line, _ in _calls(error.__traceback__) if _known(file).startswith("summittui/")]
    return f" at {_known(own[-1][0])}:{own[-1][1]}" if own else ""


def _known(file: str) -> str:
    """Return a file as its package names it, without the folders above."""
    path = Path(file)
    roots = (Path(each) for each in sys.path if each)
    return min((str(path.relative_to(each)) for each in roots if path.is_relative_to(each)), key=len, default=path.name)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "unknown"
