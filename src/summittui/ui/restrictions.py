"""Restrictions of a session on a shared machine: a kiosk reaches nothing but its store.

This module imports no Textual.
"""

from collections.abc import MutableMapping
from pathlib import Path

from msgspec import Struct

from summittui.model.text import safe

_STARTING_A_PROGRAM = frozenset({"edit", "page"})
"""The commands that give the terminal to another program."""
_WRITING_ELSEWHERE = frozenset({"save-view", "drop-view"})
"""The commands that write into the folder of the user's settings."""
_BRINGING_IN = frozenset({"import", "load"})
"""The commands that read files of the machine."""
_KEPT = frozenset(
    (
        *("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "COLUMNS", "LINES", "LANG", "TZ"),
        *("HOME", "USER", "LOGNAME", "PATH", "SSH_CONNECTION", "SSH_TTY"),
    )
)
_KEPT_BEGINNING = "LC_"


class Restrictions(Struct, frozen=True):
    """The restrictions, each with the sentence that says so."""

    kiosk: bool = False
    """Whether anything is."""
    folder: Path | None = None
    """The one folder that files may be written to in a kiosk; None closes that as well."""

    def why_not_edit(self) -> str | None:
        """Return why no record may be edited; None where records may be."""
        return "This is a kiosk: nothing can be edited from here." if self.kiosk else None

    def why_not_program(self) -> str | None:
        """Return why no other program may be started; None where it may."""
        return "This is a kiosk: no other program can be started from here." if self.kiosk else None

    def why_not_write(self, path: Path | None = None) -> str | None:
        """Return why a file may not be written, or no file at all without a path; None where it may.

        Links are followed: what counts is where the file would be.
        """
        if not self.kiosk:
            return None
        if self.folder is None:
            return "This is a kiosk without a folder of its own: nothing can be written to a file."
        if path is None or _leads_into(path, self.folder):
            return None
        return f"This is a kiosk: files can be written to {safe(str(self.folder))} only."

    def why_not(self, command_id: str) -> str | None:
        """Return why a command is closed; None where it is not."""
        if command_id in _STARTING_A_PROGRAM:
            return self.why_not_program()
        if command_id in _BRINGING_IN:
            return "This is a kiosk: no file can be brought in from here." if self.kiosk else None
        if command_id in _WRITING_ELSEWHERE:
            return "This is a kiosk: nothing is kept here for another time." if self.kiosk else None
        return self.why_not_write() if command_id == "export" else None

    @property
    def may_suspend(self) -> bool:
        """Whether the program may be stopped to give the terminal back to a shell."""
        return not self.kiosk


def _leads_into(path: Path, folder: Path) -> bool:
    """Return whether a path leads into a folder, links followed; one that leads nowhere does not."""
    try:
        return path.expanduser().resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # nobody's home, links in a circle, a NUL
        return False


UNRESTRICTED = Restrictions()


def forget_ways_out(environment: MutableMapping[str, str]) -> None:
    """Take every variable out of the environment but those that describe the terminal, the user and the language.

    Others name programs, modules or files that the program, its libraries or the terminal's multiplexer would use.
    """
    for name in [each for each in environment if each not in _KEPT and not each.startswith(_KEPT_BEGINNING)]:
        del environment[name]
