"""Questions about the terminal that Textual leaves open: is there one, how large, with which colours, over a slow line?

This module imports no Textual: `prepare_environment` must run before it is imported.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.geometry import Size

FRAMES: Mapping[str, str] = {"local": "500", "ssh": "30"}
"""Frames a second at most: what follows from a key is painted in the frame after the key's own."""
_COLOURLESS = ("vt1", "vt2", "vt3", "ansi-m", "xterm-mono", "screen-mono")
"""Beginnings of TERM of terminals that have no colours though nothing else says so."""

PROFILES = ("local", "ssh")
"""Ways to treat a terminal: `ssh` is for slow lines, without the mouse and with fewer frames a second."""


LEAVING = b"\x1b[?2004l\x1b[?1000;1002;1003;1006;1015l\x1b[?1004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[m"
"""Takes back all that Textual sets in a terminal."""
COLUMNS, LINES = 40, 10
"""The smallest terminal in which the screens can be used."""


def is_too_small(size: "Size") -> bool:
    """Tell whether the screens cannot be used in so many cells."""
    return size.width < COLUMNS or size.height < LINES


def over_ssh(environment: Mapping[str, str] | None = None) -> bool:
    """Return whether the session comes over SSH."""
    environment = os.environ if environment is None else environment
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def why_unusable() -> str | None:
    """Return why the screens cannot be shown here, as a clause; None if they can."""
    term = os.environ.get("TERM", "")
    if term in {"", "dumb", "unknown"}:
        return f"the terminal cannot place its cursor (TERM is {term!r})"
    for name, stream in (("input", sys.__stdin__), ("output", sys.__stdout__)):
        if stream is None or stream.closed or not stream.isatty():
            return f"standard {name} is not a terminal"
    return None


def theme_for(colour_system: str | None, term: str) -> str | None:
    """Return the theme that a terminal needs; None where it shows the colours of every theme.

    Args:
        colour_system: What it can show, as Rich names it: truecolor, 256, standard (16 colours), None.
        term: Its TERM.
    """
    if colour_system is None or term.startswith(_COLOURLESS):
        return "summit-monochrome"
    return "summit-terminal" if colour_system == "standard" else None


def prepare_environment(
    profile: str, environment: MutableMapping[str, str] | None = None, *, encoding: str = "utf-8"
) -> None:
    """Set what Textual reads when it is imported: no animation; how many frames a second, on a slow line fewer.

    Textual draws on standard error; if that is no terminal, or has another encoding, this is put right as well.

    Args:
        profile: One of `PROFILES`.
        environment: The variables, else those of the process.
        encoding: Of the terminal.
    """
    environment = os.environ if environment is None else environment
    environment["TEXTUAL_ANIMATIONS"] = "none"
    for name in ("COLUMNS", "LINES"):  # they would stand for a terminal that has been resized since
        environment.pop(name, None)
    environment.setdefault("TEXTUAL_FPS", FRAMES[profile])
    sys.__stderr__ = _drawable(sys.__stderr__, encoding)  # type: ignore[misc]  # where Textual's driver writes


@contextlib.contextmanager
def restored_terminal(attributes: "list[Any] | None" = None) -> Iterator[None]:
    """Set the terminal's attributes at the end as they were at the beginning; on an error leave the screens as well.

    Args:
        attributes: As they were, where an early paint has changed them; else as they are now.
    """
    import termios

    terminal = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0
    try:
        before = attributes or termios.tcgetattr(terminal)
    except termios.error:  # there is none
        yield
        return
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError, AttributeError):
            os.write(sys.__stderr__.fileno(), LEAVING)  # type: ignore[union-attr]
        raise
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _drawable(stream: TextIOWrapper | None, encoding: str) -> TextIOWrapper | None:
    """Return a stream that a terminal shows and that takes any letter."""
    if stream is None or not stream.isatty():
        try:
            return open("/dev/tty", "w", encoding=encoding, errors="replace")  # noqa: PTH123 - kept open
        except OSError:
            return stream
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding=encoding, errors="replace")
    return stream
