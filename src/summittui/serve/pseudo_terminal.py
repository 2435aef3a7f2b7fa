"""A program in a pseudo-terminal, read and written without blocking the loop."""

import asyncio
import os
import signal
import termios
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

READ_BYTES = 32 * 1024
"""The most that is read at a time."""
HANG_UP_SECONDS = 5.0
"""The time that a program has to end once its terminal is gone; then it is killed."""
_POLL_SECONDS = 0.02
_RESET = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE, signal.SIGTSTP, signal.SIGCONT)
"""Signals that a new program does not ignore though the server may."""

_Watch = Callable[[int, Callable[[], None]], object]
"""Has the loop call a function when a descriptor can be read, or written."""


class Size(NamedTuple):
    """The size of a terminal, in cells."""

    columns: int
    rows: int


class PseudoTerminal:
    """A program that runs in a terminal of its own."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], size: Size) -> None:
        """Start the program.

        It is spawned, not forked: no code of the server runs in the new process, which becomes the leader of a session
        and has the terminal, which it opens itself, for its controlling one.

        Args:
            arguments: The program, an absolute path, and its arguments.
            environment: All of its variables.
            size: Of the terminal.

        Raises:
            OSError: There is no terminal to be had, or the program cannot be started.
        """
        self._loop = asyncio.get_running_loop()
        self._waiting: set[asyncio.Future[None]] = set()
        self._file, inner = os.openpty()
        self.exit_code: int | None = None
        """Of the program once it has ended; negative for the signal that ended it."""
        try:
            self.resize(size)
            self.pid = os.posix_spawn(
                arguments[0],
                tuple(arguments),
                environment,
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.ttyname(inner), os.O_RDWR, 0),
                    (os.POSIX_SPAWN_DUP2, 0, 1),
                    (os.POSIX_SPAWN_DUP2, 0, 2),
                ],
                setsid=True,
                setsigmask=(),
                setsigdef=_RESET,
            )
        except BaseException:
            os.close(self._file)
            raise
        finally:
            os.close(inner)
        os.set_blocking(self._file, False)

    def resize(self, size: Size) -> None:
        """Change the size; the program is told by the system."""
        if self._file >= 0:
            termios.tcsetwinsize(self._file, (size.rows, size.columns))

    def repaint(self) -> None:
        """Have the program take its terminal anew: its modes set, its screen painted, as after a stop."""
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGCONT)

    async def read(self) -> bytes:
        """Return what the program has written, once there is something; nothing when the program has ended."""
        while True:
            try:
                return os.read(self._file, READ_BYTES)
            except BlockingIOError:
                await self._ready(self._loop.add_reader, self._loop.remove_reader)
            except OSError:  # Linux says so when nobody has the terminal open any more
                return b""

    async def write(self, data: bytes) -> None:
        """Write keys, as fast as the program takes them; one that has ended takes everything."""
        rest = memoryview(data)
        while rest and self._file >= 0:
            try:
                rest = rest[os.write(self._file, rest) :]
            except BlockingIOError:
                await self._ready(self._loop.add_writer, self._loop.remove_writer)
            except OSError:
                return

    async def end(self) -> None:
        """Close the terminal and wait for the end of the program; kill what does not end."""
        self._close()
        self._tell(signal.SIGHUP)
        await self._wait_for_end()
        self._tell(signal.SIGKILL)  # what it left in its group as well
        await self._wait_for_end()

    async def _wait_for_end(self) -> None:
        give_up = self._loop.time() + HANG_UP_SECONDS
        while not self._has_ended() and self._loop.time() < give_up:  # noqa: ASYNC110  # not every system tells of it
            await asyncio.sleep(_POLL_SECONDS)

    async def _ready(self, watch: _Watch, unwatch: Callable[[int], object]) -> None:
        """Wait until the terminal can be read or written, or is closed."""
        file, ready = self._file, self._loop.create_future()
        self._waiting.add(ready)
        watch(file, lambda: _wake(ready))
        try:
            await ready
        finally:
            self._waiting.discard(ready)
            if self._file == file:
                unwatch(file)

    def _close(self) -> None:
        """Close the terminal; whoever waits for it goes on."""
        if self._file >= 0:
            file, self._file = self._file, -1
            self._loop.remove_reader(file)
            self._loop.remove_writer(file)
            os.close(file)
            for each in self._waiting:
                _wake(each)

    def _has_ended(self) -> bool:
        if self.exit_code is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:  # whoever started the server has it ignore its children
                pid, status = self.pid, 0
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
        return self.exit_code is not None

    def _tell(self, number: signal.Signals) -> None:
        """Send a signal to the program and what it has started in its group."""
        try:
            os.killpg(self.pid, number)
        except (ProcessLookupError, PermissionError):  # the system has different words for a group that is gone
            return


def _wake(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)
