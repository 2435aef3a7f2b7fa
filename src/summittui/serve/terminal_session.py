"""The session of one visitor: a program in a pseudo-terminal, and the page that shows it while there is one."""

import asyncio
import hmac
import secrets
from typing import Any

from summittui.serve.limits import Limits
from summittui.serve.link import Link
from summittui.serve.messages import Opened
from summittui.serve.pseudo_terminal import PseudoTerminal, Size

ALTERNATE_SCREEN = b"\x1b[?1049h"
"""The sequence by which a program takes the whole screen; what is typed just before is lost (Textual 8.2.8 flushes)."""
REPAINT_SECONDS = 2.0
"""The time in which a program is waited for to take the screen, before keys are passed on to it all the same."""
ELSEWHERE = "This session goes on in another window."


class TerminalSession:
    """A session of a visitor; it outlives the page's line for a while."""

    def __init__(self, terminal: PseudoTerminal, limits: Limits) -> None:
        """Make a session whose program runs.

        Args:
            terminal: The program's.
            limits: How long it is kept.
        """
        self.terminal = terminal
        self.secret = secrets.token_urlsafe(24)
        """By it the page goes on with the session when its line was lost."""
        self._limits = limits
        self._link: Link | None = None
        self._loop = loop = asyncio.get_running_loop()
        self._told_to_end: asyncio.Future[str] = loop.create_future()
        self._last_key = loop.time()
        self._waits_until = self._last_key + limits.line_lost_seconds
        self._expiry = loop.call_at(self._waits_until, self._expire)
        self._takes_keys = asyncio.Event()
        self._takes_keys.set()

    @property
    def is_ending(self) -> bool:
        """Whether the session takes no page any more."""
        return self._told_to_end.done()

    def is_secret(self, text: str) -> bool:
        """Return whether a text is the session's secret; takes as long for a wrong one."""
        return hmac.compare_digest(text.encode("utf-8", "surrogatepass"), self.secret.encode())

    async def run(self) -> None:
        """Send the program's output to the page until the program ends or the session is told to."""
        forwarding = asyncio.create_task(self._forward())
        either: set[asyncio.Future[Any]] = {forwarding, self._told_to_end}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        forwarding.cancel()
        await asyncio.wait({forwarding})
        self._expiry.cancel()
        await self.terminal.end()
        if not self.is_ending:
            self._told_to_end.set_result(_ending(self.terminal.exit_code))
        if self._link is not None:
            await self._link.finish(self._told_to_end.result())

    def end(self, reason: str) -> None:
        """Have the session end.

        Args:
            reason: A sentence for the visitor.
        """
        if not self.is_ending:
            self._told_to_end.set_result(reason)

    async def attach(self, link: Link, size: Size, *, is_new: bool) -> None:
        """Show the session on a page; one that shows it already is told that it goes on elsewhere.

        Args:
            link: To the page.
            size: Of the page's widget.
            is_new: Whether the program has only now been started, so that nothing of its output is lost.
        """
        before, self._link = self._link, link
        self._plan()
        if before is not None:
            await before.finish(ELSEWHERE)
        await link.say(Opened(self.secret))
        self.terminal.resize(size)
        if not is_new:
            self._takes_keys.clear()
            self.terminal.repaint()
            self._loop.call_later(REPAINT_SECONDS, self._takes_keys.set)

    def detach(self, link: Link, *, page_left: bool) -> None:
        """Take note that a page is gone, and wait for it to come back.

        Args:
            link: To the page; another one may show the session by now.
            page_left: Whether the page took its leave, as one that is closed or reloaded does; else its line was lost.
        """
        link.close()
        if self._link is link:
            limits = self._limits
            self._link = None
            wait = limits.page_left_seconds if page_left else limits.line_lost_seconds
            self._waits_until = self._loop.time() + wait
            self._plan()

    async def type(self, keys: bytes) -> None:
        """Pass keys on to the program."""
        self._last_key = self._loop.time()
        self._plan()
        await self._takes_keys.wait()
        await self.terminal.write(keys)

    async def _forward(self) -> None:
        while data := await self.terminal.read():
            if ALTERNATE_SCREEN in data:
                self._takes_keys.set()
            if self._link is not None:  # else nobody sees it: it is painted again for the next page
                await self._link.send_output(data)

    def _plan(self) -> None:
        """Set the time at which the session expires."""
        expiry = self._last_key + self._limits.idle_seconds
        if self._link is None:
            expiry = min(expiry, self._waits_until)
        self._expiry.cancel()
        if not self.is_ending:
            self._expiry = self._loop.call_at(expiry, self._expire)

    def _expire(self) -> None:
        self.end(f"The session was ended after {self._limits.idle_seconds / 60:g} minutes without a key.")


def _ending(exit_code: int | None) -> str:
    if not exit_code:
        return "The session has ended."
    return f"The program ended with exit code {exit_code}; what it said stands above."
