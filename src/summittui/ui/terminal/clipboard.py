"""The ways out of a terminal: tmux, a program of the desktop, OSC 52, and always a file."""

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from summittui.model import InputError
from summittui.model.text import safe, safe_lines
from summittui.session.files import OURS_ALONE, write_file
from summittui.ui.terminal.environment import over_ssh

MOST_BYTES = 74_994
"""The longest text that terminals take by OSC 52: 100,000 bytes, less what frames and encodes it."""
PATIENCE_SECONDS = 2.0
"""The time in which a program must accept a text, in seconds."""
SCREEN_PIECE = 252
"""The number of bytes of a sequence that GNU screen passes on at a time: 256 less its frame."""


class Setting(StrEnum):
    """Which ways are taken."""

    AUTO = "auto"
    OSC52 = "osc52"
    TMUX = "tmux"
    FILE = "file"
    OFF = "off"


class Handed(NamedTuple):
    """The outcome of copying a text."""

    ways: tuple[str, ...]
    """The places that the text has reached, in words."""
    failed: tuple[str, ...]
    """The ways that failed and why, as clauses."""

    def told(self, what: str) -> str:
        """Return a sentence that says which ways were taken and which failed."""
        failures = "; ".join(self.failed)
        if not self.ways:
            return f"Nothing was copied: {failures}."
        done = f"Copied {what}: {', and '.join(self.ways)}."
        return f"{done} Not otherwise: {failures}." if failures else done


class _Program(NamedTuple):
    way: str
    command: tuple[str, ...]


class Clipboard:
    """A clipboard that copies texts to every way that is open."""

    def __init__(
        self,
        write: Callable[[str], None],
        setting: str = Setting.AUTO,
        environment: Mapping[str, str] | None = None,
        file: Path | None = None,
        *,
        terminal_only: bool = False,
    ) -> None:
        """Make the ways out.

        Args:
            write: Writes a control sequence to the terminal; called in the thread that calls `copy`.
            setting: One of `Setting`.
            environment: What the choice depends on; the process's own where None.
            file: Where the text is always kept; in the user's state directory where None.
            terminal_only: Whether neither a program nor a file is allowed.
        """
        self._write = write
        self._setting = Setting(setting)
        self._environment = os.environ if environment is None else environment
        self._file = file
        self._terminal_only = terminal_only

    def copy(self, text: str) -> Handed:
        """Hand a text over, without what could drive a terminal; takes up to a few seconds, never raises for a way."""
        if self._setting is Setting.OFF:
            return Handed((), ("the setting `clipboard` is off",))
        text = safe_lines(text)
        ways: list[str] = []
        failed: list[str] = []
        if self._terminal_only:
            self._to_terminal(text, ways, failed)
            return Handed(tuple(ways), tuple(failed))
        if self._setting in (Setting.AUTO, Setting.TMUX):
            self._to_program(text, ways, failed)
        if not ways and self._setting in (Setting.AUTO, Setting.OSC52):
            self._to_terminal(text, ways, failed)
        self._to_file(text, ways, failed)
        return Handed(tuple(ways), tuple(failed))

    def _to_program(self, text: str, ways: list[str], failed: list[str]) -> None:
        """Pipe the text to the first program that takes it."""
        for program in self._programs():
            problem = self._given(program, text)
            if problem is None:
                ways.append(program.way)
                return
            failed.append(problem)
        if self._setting is Setting.TMUX and not failed:
            failed.append("there is no tmux around this terminal")

    def _programs(self) -> tuple[_Program, ...]:
        """Return the programs that reach somewhere from here; a desktop is only reached from its own machine."""
        here = self._environment
        found = [_Program("the tmux buffer", ("tmux", "load-buffer", "-w", "-"))] if here.get("TMUX") else []
        if self._setting is Setting.AUTO and not over_ssh(here):
            desktop = (
                (bool(here.get("WAYLAND_DISPLAY")), _Program("the clipboard by wl-copy", ("wl-copy",))),
                (bool(here.get("DISPLAY")), _Program("the clipboard by xclip", ("xclip", "-selection", "clipboard"))),
                (sys.platform == "darwin", _Program("the clipboard by pbcopy", ("pbcopy",))),
            )
            path = here.get("PATH")
            found += [each for is_there, each in desktop if is_there and shutil.which(each.command[0], path=path)]
        return tuple(found)

    def _given(self, program: _Program, text: str) -> str | None:
        """Pipe a text to a program; return why the program did not take it, None where it did."""
        name = program.command[0]
        try:
            ended = subprocess.run(
                program.command,
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE_SECONDS,
                check=False,
                env=dict(self._environment),
            )
        except subprocess.TimeoutExpired:
            return f"{name} took longer than {PATIENCE_SECONDS:g} seconds"
        except OSError as error:
            return f"{name} cannot be run ({error.strerror})"
        return f"{name} ended with {ended.returncode}" if ended.returncode else None

    def _to_terminal(self, text: str, ways: list[str], failed: list[str]) -> None:
        size = len(text.encode())
        if size > MOST_BYTES:
            failed.append(f"{size:,} bytes are more than a terminal takes ({MOST_BYTES:,})")
            return
        self._write("".join(osc52(text, in_screen=in_screen) for in_screen in self._frames()))
        ways.append("the terminal's clipboard, if it takes OSC 52")

    def _frames(self) -> tuple[bool, ...]:
        """Return whether GNU screen is around this terminal; both where TERM may speak of a screen or tmux far away."""
        if self._environment.get("STY"):
            return (True,)
        return (False, True) if self._environment.get("TERM", "").startswith("screen") else (False,)

    def _to_file(self, text: str, ways: list[str], failed: list[str]) -> None:
        try:
            path = self._file or clipboard_file()
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(path, text, overwrite=True, mode=OURS_ALONE)
        except OSError as error:
            failed.append(f"{safe(str(error.filename))} cannot be made ({error.strerror})")
        except InputError as error:
            failed.append(str(error))
        else:
            ways.append(_short(path))


def osc52(text: str, *, in_screen: bool = False) -> str:
    """Return the sequence that sets a terminal's clipboard; GNU screen passes it on in framed pieces."""
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"
    if not in_screen:
        return sequence
    pieces = (sequence[at : at + SCREEN_PIECE] for at in range(0, len(sequence), SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def clipboard_file() -> Path:
    """Return the file that holds what was copied last."""
    from summittui.session.remembered import state_path

    return state_path().with_name("clipboard.txt")


def _short(path: Path) -> str:
    """Return a path as it is shown, the user's own folder as `~`."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  # `~` itself where the home is not known
    return safe(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
