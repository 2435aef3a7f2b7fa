"""A visitor of a server: a browser as far as the protocol goes, without a page."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from summittui.serve.limits import Limits
from summittui.serve.program import Program
from summittui.serve.serving import Running, ServerSettings, running
from summittui.serve.terminal_session import TerminalSession
from tests.patience import PATIENCE

TOKEN = "a-token-of-the-tests-that-is-long-enough"
OPEN = {"type": "open", "columns": 80, "rows": 24}
ECHO = r"""
import os, signal, sys
def say(*words): os.write(1, f"{' '.join(map(str, words))}\n".encode())  # by a handler in the midst of another, too
signal.signal(signal.SIGCONT, lambda *_: say("\x1b[?1049hpainted"))
signal.signal(signal.SIGWINCH, lambda *_: say("size", *os.get_terminal_size()))
say("ready", *os.get_terminal_size())
for line in sys.stdin: say("got", line.strip())
"""
"""A program that tells what it is told."""


def program(*arguments: str) -> Program:
    return Program(arguments, {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"})


def echo() -> Program:
    return program(sys.executable, "-S", "-c", ECHO)


def is_running(pid: int) -> bool:
    """Tell whether there is a process of a number, be it only one that nobody has waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_at_work(pid: int) -> bool:
    """Tell whether a process runs, or waits; one that has ended and that nobody has waited for does not."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(told.strip()) and "Z" not in told


def open_files() -> int:
    """Return how many files this process has open."""
    return sum(1 for _ in Path("/dev/fd").iterdir())


async def until(holds: Callable[[], object]) -> None:
    """Wait for a state."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110  # the state of something that tells nobody
            await asyncio.sleep(0.005)


class Socket:
    """A web socket of a visitor, with what came by it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.output = b""
        self.messages: list[dict[str, Any]] = []

    async def send(self, **message: object) -> None:
        await self.socket.send_str(json.dumps(message))

    async def type(self, keys: str) -> None:
        await self.socket.send_bytes(keys.encode())

    async def receive(self) -> bool:
        """Take what comes next; return whether the socket is still open."""
        message = await self.socket.receive(timeout=PATIENCE)
        if message.type is aiohttp.WSMsgType.TEXT:
            self.messages.append(json.loads(message.data))
        elif message.type is aiohttp.WSMsgType.BINARY:
            self.output += message.data
        else:
            return False
        return True

    async def until(self, holds: Callable[[], object]) -> None:
        """Take what comes until something holds."""
        while not holds():
            assert await self.receive(), (self.output, self.messages, self.socket.close_code)

    async def until_opened(self) -> None:
        """Take what comes until the server has said that a session is open."""
        await self.until(lambda: self.messages)

    async def until_shown(self, text: str) -> None:
        """Take what comes until a text is among the output, which is then forgotten."""
        await self.until(lambda: text.encode() in self.output)
        self.output = b""

    async def ended(self) -> str:
        """Take what comes until the server closes; return the reason it gave, else the code."""
        while await self.receive():
            pass
        told = [each["reason"] for each in self.messages if each["type"] == "ended"]
        return str(told[-1] if told else self.socket.close_code)

    @property
    def secret(self) -> str:
        return str(self.messages[0]["secret"])

    def drop(self) -> None:
        """Lose the line, without a word."""
        connection = self.socket._response.connection
        assert connection is not None
        assert connection.transport is not None
        connection.transport.abort()


class Visitor:
    """Somebody with a browser, and the server that is visited."""

    def __init__(self, server: Running, client: aiohttp.ClientSession) -> None:
        self.server = server
        self.client = client
        self.origin = f"http://127.0.0.1:{server.port}"

    @property
    def sessions(self) -> list[TerminalSession]:
        return list(self.server.sessions)

    async def log_in(self, token: str = TOKEN) -> int:
        async with self.client.post(f"{self.origin}/login", data=token) as answer:
            return answer.status

    async def connect(self, **headers: str) -> Socket:
        given = {"Origin": self.origin} | headers
        return Socket(await self.client.ws_connect(f"{self.origin}/terminal", headers=given, max_msg_size=0))

    async def open(self, **more: object) -> Socket:
        """Open a session, or go on with one."""
        socket = await self.connect()
        await socket.send(**(OPEN | more))
        return socket


@asynccontextmanager
async def visited(ran: Program | None = None, limits: Limits | None = None, **settings: Any) -> AsyncIterator[Visitor]:
    """Serve a program, and let a visitor in."""
    given = ServerSettings(ran or echo(), TOKEN, limits=limits or Limits(), **settings)
    jar, connector = aiohttp.CookieJar(unsafe=True), aiohttp.TCPConnector(limit=0)
    async with running(given) as server, aiohttp.ClientSession(cookie_jar=jar, connector=connector) as client:
        visitor = Visitor(server, client)
        assert await visitor.log_in() == 204
        yield visitor
