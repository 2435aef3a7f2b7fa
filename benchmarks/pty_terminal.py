"""A terminal for a program: a pty, answers to what programs ask terminals, a line that may be slow, and clocks."""

import contextlib
import heapq
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from typing import Any, NamedTuple

import pyte

ANSWERS: tuple[tuple[re.Pattern[bytes], bytes], ...] = tuple(
    (re.compile(asked), answer)
    for asked, answer in (
        (rb"\x1b\[\?2026\$p", b"\x1b[?2026;2$y"),
        (rb"\x1b\[\?2048\$p", b"\x1b[?2048;0$y"),
        (rb"\x1b\[0?c", b"\x1b[?62;22c"),
        (rb"\x1b\[>0?c", b"\x1b[>41;390;0c"),
        (rb"\x1b\[5n", b"\x1b[0n"),
        (rb"\x1b\[6n", b"\x1b[1;1R"),
        (rb"\x1b\[>0?q", b"\x1bP>|pty(1)\x1b\\"),
        (rb"\x1b\[\?u", b"\x1b[?0u"),
        (rb"\x1b\]10;\?(?:\x07|\x1b\\)", b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
        (rb"\x1b\]11;\?(?:\x07|\x1b\\)", b"\x1b]11;rgb:1212/1212/1212\x1b\\"),
        (rb"\x1bP\+q[0-9A-Fa-f;]*\x1b\\", b"\x1bP0+r\x1b\\"),
    )
)
"""What programs ask, and what a terminal says."""
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])|\x1b\[([<>])[0-9;]*u")
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
)
_CURSOR_MODE = 25
_PATIENCE = 300.0
"""Seconds after which a program is taken never to do what is waited for."""
KITTY_KEYS = 0
"""Stands among the modes for the pushed keyboard protocol."""


class Line(NamedTuple):
    """What lies between the program and its reader."""

    round_trip: float = 0.0
    """Seconds."""
    rate: float = 0.0
    """Bytes a second from the program; 0: no limit."""


DIRECT = Line()


class Screen(pyte.Screen):
    """What pyte leaves out: faint letters (kept apart as blinking ones), cells erased where nothing ever stood."""

    def erase_in_display(self, how: int = 0, *args: Any, **extra: Any) -> None:
        """Erase; the whole screen in the colour that is set."""
        super().erase_in_display(how, *args, **extra)
        for y in range(self.lines) if how == 2 else ():
            for x in range(self.columns):
                self.buffer[y][x] = self.cursor.attrs

    def select_graphic_rendition(self, *attrs: int, **_: Any) -> None:
        """Set what follows, faint as blinking."""
        codes, shown = list(attrs), []
        while codes:
            code = codes.pop(0)
            taken = 0 if code not in {38, 48} else 2 if codes[0] == 5 else 4
            shown += [{2: 5}.get(code, code), *codes[:taken], *([25] if code == 22 else [])]
            del codes[:taken]
        super().select_graphic_rendition(*shown)


def lines_after(data: bytes, size: tuple[int, int]) -> list[str]:
    """Return the lines of a terminal of `size` (columns, lines) to which `data` was written."""
    screen = Screen(*size)
    pyte.ByteStream(screen).feed(_UNKNOWN_TO_PYTE.sub(b"", data))
    return list(screen.display)


@dataclass
class PtyTerminal:
    """A program that runs in a terminal of its own."""

    arguments: Sequence[str]
    environment: Mapping[str, str]
    size: tuple[int, int] = (80, 24)
    line: Line = DIRECT
    chunks: list[tuple[float, bytes]] = field(default_factory=list)
    """What the program wrote, and when it was seen."""

    def __post_init__(self) -> None:
        """Start it."""
        self.screen = Screen(*self.size)
        self._stream = pyte.ByteStream(self.screen)
        self._fed = 0
        self._answers: list[tuple[float, bytes]] = []
        self._unasked = b""
        self._pid, self._file = pty.fork()
        if not self._pid:
            os.execvpe(self.arguments[0], list(self.arguments), dict(self.environment))
        self.started = time.monotonic()
        self.resize(*self.size)
        self.exit_code: int | None = None

    @property
    def file(self) -> int:
        """The descriptor of the terminal."""
        return self._file

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._pid

    @property
    def written(self) -> bytes:
        """Everything it wrote."""
        return b"".join(data for _, data in self.chunks)

    @property
    def lines(self) -> list[str]:
        """What the terminal shows."""
        data = self.written
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[self._fed :]))
        self._fed = len(data)
        return list(self.screen.display)

    def shows(self, pattern: str) -> bool:
        """Return whether a pattern is on the screen."""
        return re.search(pattern, "\n".join(self.lines)) is not None

    @property
    def modes(self) -> frozenset[int]:
        """The private modes that are set, and KITTY_KEYS; a hidden cursor counts as one."""
        found: set[int] = set()
        for numbers, letter, kitty in _MODE.findall(self.written):
            changed = {int(each) for each in numbers.split(b";")} if numbers else {KITTY_KEYS}
            is_set = kitty == b">" or (letter == b"h") != (changed == {_CURSOR_MODE} and bool(letter))
            found = found | changed if is_set else found - changed
        return frozenset(found)

    def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        self.size = (width, height)
        ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.screen.resize(height, width)

    def press(self, keys: bytes) -> float:
        """Send keys, which take half a round trip; return when they were pressed."""
        pressed = time.monotonic()
        self.pump_for(self.line.round_trip / 2)
        os.write(self._file, keys)
        return pressed

    def pump_until(self, pattern: str, patience: float = _PATIENCE) -> float:
        """Read until a pattern is on the screen; return when it was, or raise TimeoutError."""
        return self.pump_while(lambda: not self.shows(pattern), patience, f"{pattern!r} was not shown")

    def pump_while(self, holds: Callable[[], bool], patience: float = _PATIENCE, problem: str = "it stays so") -> float:
        """Read as long as something holds; return when the last byte came, or raise TimeoutError with a problem."""
        end = time.monotonic() + patience
        while holds():
            if time.monotonic() > end or not self._read(max(0.0, end - time.monotonic())):
                raise TimeoutError(f"{problem}:\n" + "\n".join(self.lines))
        return self.chunks[-1][0] if self.chunks else self.started

    def pump_quiet(self, quiet: float = 0.25, patience: float = _PATIENCE) -> float:
        """Read until nothing came for so many seconds and the program waits; return when the last byte came."""
        end = time.monotonic() + patience
        while time.monotonic() < end and (self._read(quiet) or self.is_at_work):
            pass
        return self.chunks[-1][0] if self.chunks else self.started

    def pump_for(self, seconds: float) -> None:
        """Read for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    def _read(self, patience: float) -> bool:
        """Read once what comes within `patience` seconds; return whether something came."""
        end = time.monotonic() + patience
        while True:
            self._send_answers()
            left = end - time.monotonic()
            due = self._answers[0][0] - time.monotonic() if self._answers else left
            ready, _, _ = select.select([self._file], [], [], max(0.0, min(left, due)))
            if ready:
                return self._take()
            if time.monotonic() >= end:
                return False

    def _take(self) -> bool:
        rate, trip = self.line.rate, self.line.round_trip
        try:
            data = os.read(self._file, 512 if rate else 65536)
        except OSError:  # Linux says so when the last writer has gone
            data = b""
        if not data:
            return False
        if rate:
            time.sleep(len(data) / rate)
        now = time.monotonic()
        self.chunks.append((now + trip / 2, data))
        self._answer(data, now + trip)
        return True

    def _answer(self, data: bytes, when: float) -> None:
        asked = self._unasked + data
        rest = 0
        for pattern, answer in ANSWERS:
            for found in pattern.finditer(asked):
                heapq.heappush(self._answers, (when, answer))
                rest = max(rest, found.end())
        self._unasked = asked[rest:][-32:]

    def _send_answers(self) -> None:
        while self._answers and self._answers[0][0] <= time.monotonic():
            os.write(self._file, heapq.heappop(self._answers)[1])

    def first_text(self) -> float:
        """Return when the first letter was seen, as seconds since the start."""
        for at, data in self.chunks:
            if re.search(rb"[^\s\x00-\x1f]", _SEQUENCE.sub(b"", data)):
                return at - self.started
        raise TimeoutError("no letter was written")

    def cpu(self) -> float:
        """Return the seconds of CPU that it has taken."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def cpu_exact(self) -> float:
        """Return the seconds of CPU that its threads have taken, to the nanosecond."""
        taken = 0
        for each in Path(f"/proc/{self._pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError):  # it has ended meanwhile
                taken += int((each / "schedstat").read_text().split()[0])
        return taken / 1e9

    @property
    def is_at_work(self) -> bool:
        """Whether a thread of it runs, or waits for a processor or a disk."""
        states = []
        for each in Path(f"/proc/{self._pid}/task").glob("*/stat"):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
                states.append(each.read_text().rpartition(")")[2].split()[0])
        return any(state in {"R", "D"} for state in states)

    def memory(self) -> int:
        """Return the bytes of memory that it holds."""
        return int(Path(f"/proc/{self._pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self._pid, number)

    def wait(self, patience: float = _PATIENCE) -> float:
        """Read until it has ended; return when; its exit code is then known (negative: the signal that ended it)."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self._read(0.01)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                ended = time.monotonic()
                self.exit_code = os.waitstatus_to_exitcode(status)
                while self._read(0.0):
                    pass
                return ended
        raise TimeoutError(f"{self.arguments} did not end")

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self._file)
        self._file = -1

    def close(self) -> None:
        """End it, whatever it does."""
        if self.exit_code is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        if self._file >= 0:
            os.close(self._file)
