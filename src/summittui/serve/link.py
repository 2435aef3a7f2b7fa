"""The link of a session to the page that shows it, with what keeps a slow browser from filling memory."""

import asyncio
from collections.abc import Awaitable
from typing import Protocol

from summittui.serve.limits import SAY_SECONDS, UNACKNOWLEDGED_BYTES
from summittui.serve.messages import Ended, FromServer, Malformed, written


class Socket(Protocol):
    """A web socket, as far as a link needs it."""

    def send_bytes(self, data: bytes, /) -> Awaitable[None]:
        """Send a binary message."""

    def send_str(self, data: str, /) -> Awaitable[None]:
        """Send a text message."""


class Link:
    """A web socket by which a page shows a session.

    The page acknowledges what it has drawn (the flow control that the widget's guide advises): what a browser has
    received and not yet drawn is bounded, not only what the network has not yet taken.
    """

    def __init__(self, socket: Socket) -> None:
        """Make the link.

        Args:
            socket: Open, of a page that was let in.
        """
        self._socket = socket
        self._not_drawn = 0
        self._has_room = asyncio.Event()
        self._has_room.set()
        self.closed = asyncio.Event()
        """Set when nothing more is sent."""

    async def send_output(self, data: bytes) -> None:
        """Send output once the page has drawn enough of what came before; a closed link takes everything."""
        await self._has_room.wait()
        if self.closed.is_set():
            return
        self._not_drawn += len(data)
        if self._not_drawn >= UNACKNOWLEDGED_BYTES:
            self._has_room.clear()
        try:
            await self._socket.send_bytes(data)
        except (ConnectionError, RuntimeError):  # the page has gone meanwhile
            self.close()

    def acknowledge(self, count: int) -> None:
        """Take a receipt for so many bytes.

        Raises:
            Malformed: It is for more than was sent.
        """
        if count > self._not_drawn:
            raise Malformed("a receipt for more than was sent")
        self._not_drawn -= count
        if self._not_drawn < UNACKNOWLEDGED_BYTES:
            self._has_room.set()

    async def say(self, message: FromServer) -> None:
        """Send a message; a page that does not take it in time is given up."""
        if self.closed.is_set():
            return
        try:
            async with asyncio.timeout(SAY_SECONDS):
                await self._socket.send_str(written(message))
        except (ConnectionError, RuntimeError, TimeoutError):
            self.close()

    async def finish(self, reason: str) -> None:
        """Say why the session is over for this page, which does not try again, and close."""
        await self.say(Ended(reason))
        self.close()

    def close(self) -> None:
        """Send nothing more; whoever waits for room goes on."""
        self.closed.set()
        self._has_room.set()
