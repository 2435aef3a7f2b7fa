"""The sessions of a server: so many at a time, each found again by its secret, none left behind."""

import asyncio
from collections.abc import Iterator

from summittui.model import SummitError
from summittui.serve.limits import Limits
from summittui.serve.program import Program
from summittui.serve.pseudo_terminal import PseudoTerminal, Size
from summittui.serve.terminal_session import TerminalSession

STOPPED = "The server was stopped."


class NoSession(SummitError):
    """No session can be opened now."""


class TerminalSessions:
    """The sessions that run."""

    def __init__(self, program: Program, limits: Limits) -> None:
        """Make a server's sessions, of which there are none yet.

        Args:
            program: That each session runs.
            limits: How many there may be, and how long each is kept.
        """
        self._program = program
        self._limits = limits
        self._tasks: dict[TerminalSession, asyncio.Task[None]] = {}

    def __len__(self) -> int:
        return len(self._tasks)

    def __iter__(self) -> Iterator[TerminalSession]:
        return iter(list(self._tasks))

    def open(self, size: Size, *, plain: bool) -> TerminalSession:
        """Start the program for a visitor.

        Args:
            size: Of the terminal.
            plain: Whether the visitor wishes the screens for a screen reader.

        Raises:
            NoSession: As many sessions run as may, or the machine cannot start another one.
        """
        if len(self._tasks) >= self._limits.sessions:
            taken = f"All {self._limits.sessions} sessions are" if self._limits.sessions > 1 else "The one session is"
            raise NoSession(f"{taken} taken; try again when somebody has left.")
        try:
            terminal = PseudoTerminal(self._program.command(plain=plain), self._program.environment, size)
        except OSError as error:
            raise NoSession(f"No session can be opened on the server ({error.strerror}); try again later.") from None
        session = TerminalSession(terminal, self._limits)
        task = asyncio.create_task(session.run())
        self._tasks[session] = task
        task.add_done_callback(lambda _: self._tasks.pop(session))
        return session

    def find(self, secret: str) -> TerminalSession:
        """Return the session that has a secret.

        Raises:
            NoSession: It has ended.
        """
        found = [each for each in self._tasks if each.is_secret(secret) and not each.is_ending]
        if not found:
            raise NoSession("The session has ended while the page was away.")
        return found[0]

    async def close(self) -> None:
        """End every session, and wait for the end of their programs."""
        for session in self._tasks:
            session.end(STOPPED)
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
