"""A program in a terminal of its own, watched until it has nothing more to show."""

import contextlib
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from fcntl import ioctl
from typing import NamedTuple

from summittui.model import InputError

WIDTH, HEIGHT = 80, 24
QUIET_SECONDS = 0.4
"""The seconds without output after which a screen counts as settled."""
PATIENCE_SECONDS = 60.0
"""The seconds that a program may take until it shows something."""

_CONTROL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])|[\s\x00-\x1f]")


class Watched(NamedTuple):
    """When a program came to what; nanoseconds of the system's own clock."""

    begun: int
    first: int
    """The first letter was seen."""
    settled: int
    """The last was seen before it became quiet."""


def watch(arguments: Sequence[str], environment: Mapping[str, str]) -> Watched:
    """Run a program until its screen has settled, then end it by force: it gets no chance to keep anything.

    Raises:
        InputError: It showed nothing.
    """
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    begun = time.monotonic_ns()
    try:
        with _running(arguments, environment, theirs):
            return _settled(begun, ours)
    finally:
        os.close(ours)


@contextlib.contextmanager
def _running(arguments: Sequence[str], environment: Mapping[str, str], terminal: int) -> Iterator[None]:
    try:
        process = subprocess.Popen(
            arguments, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, start_new_session=True
        )
    finally:
        os.close(terminal)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _settled(begun: int, terminal: int) -> Watched:
    """Read until nothing more comes."""
    written, first, last = b"", 0, begun
    while chunk := _read(terminal, QUIET_SECONDS if first else PATIENCE_SECONDS):
        last = time.monotonic_ns()
        if not first:
            written += chunk
            first = last if _CONTROL.sub(b"", written) else 0
    if not first:
        raise InputError("The program showed nothing; open it in a terminal to see why.")
    return Watched(begun, first, last)


def _read(terminal: int, patience: float) -> bytes:
    """Return what comes next; nothing if the time is over or the program has ended."""
    if not select.select([terminal], [], [], patience)[0]:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the last writer has gone
        return b""
