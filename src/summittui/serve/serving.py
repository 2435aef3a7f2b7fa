"""A server from its start to its end: it listens, says where, and leaves nothing behind."""

import asyncio
import contextlib
import errno
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from aiohttp import web
from msgspec import Struct

from summittui.model import InputError
from summittui.model.text import safe
from summittui.serve.access import Access, authority
from summittui.serve.application import Application
from summittui.serve.files import files
from summittui.serve.limits import CONNECTIONS_BESIDE, SAY_SECONDS, WITHOUT_REQUEST_SECONDS, Limits
from summittui.serve.log import log_own_faults_only
from summittui.serve.program import Program
from summittui.serve.terminal_sessions import TerminalSessions

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_WHY_NOT = {
    errno.EADDRINUSE: "another program listens there; give another --port, or 0 for any that is free",
    errno.EACCES: "that takes rights that you do not have; give a --port from 1024 on",
    errno.EADDRNOTAVAIL: "this machine has no such address; give another --host",
}
_BACKLOG = 128
_DESCRIPTORS = Path("/dev/fd")
_LAST_STANDARD_STREAM = 2


class ServerSettings(Struct, frozen=True):
    """The settings of a server, which the command line has found sound."""

    program: Program
    """The program of each session."""
    token: str
    host: str = "127.0.0.1"
    port: int = 0
    """The port; 0 for any that is free."""
    origins: tuple[str, ...] = ()
    """The origins of reverse proxies, as `access.read_origin` returns them."""
    limits: Limits = Limits()


class Running(Struct, frozen=True):
    """A server that listens."""

    address: str
    """The address of the page: a reverse proxy's where there is one."""
    port: int
    """The port at which it listens."""
    access: Access
    sessions: TerminalSessions


@contextlib.asynccontextmanager
async def running(settings: ServerSettings) -> AsyncIterator[Running]:
    """Serve while the context lasts; at its end every session is closed.

    Raises:
        InputError: The server cannot listen where it should.
    """
    keep_files_private()
    log_own_faults_only()
    await asyncio.to_thread(files)  # read before the first page asks
    listening = _listening(settings.host, settings.port)
    port: int = listening.getsockname()[1]
    access = Access(settings.token, settings.host, port, settings.origins)
    sessions = TerminalSessions(settings.program, settings.limits)
    application = Application(access, sessions).web_application()
    runner = web.AppRunner(
        application,
        access_log=None,
        handle_signals=False,
        keepalive_timeout=WITHOUT_REQUEST_SECONDS,
        lingering_time=SAY_SECONDS,
        shutdown_timeout=1.0,
    )
    await runner.setup()
    try:
        connections = BoundedConnections(runner, settings.limits.sessions + CONNECTIONS_BESIDE)
        server = await asyncio.get_running_loop().create_server(connections, sock=listening, backlog=_BACKLOG)
        try:
            first = settings.origins[0] if settings.origins else f"http://{authority(settings.host, port)}"
            yield Running(f"{first}/", port, access, sessions)
        finally:
            server.close()
            await sessions.close()
    finally:
        listening.close()
        await runner.cleanup()


def serve(settings: ServerSettings, announce: Callable[[str], None]) -> None:
    """Serve until ctrl+c or a signal that ends.

    Args:
        settings: Of the server.
        announce: Called with the address of the page once the server listens.

    Raises:
        InputError: The server cannot listen where it should.
    """
    asyncio.run(_serve(settings, announce))


async def _serve(settings: ServerSettings, announce: Callable[[str], None]) -> None:
    loop, told_to_end = asyncio.get_running_loop(), asyncio.Event()
    for number in _ENDING:
        loop.add_signal_handler(number, told_to_end.set)
    async with running(settings) as server:
        announce(server.address)
        await told_to_end.wait()


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that is bound.

    Raises:
        InputError: It cannot be.
    """
    where = safe(authority(host, port))
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (UnicodeError, socket.gaierror):
        raise InputError(f"{safe(host)!r} is no address of this machine; give another --host.") from None
    except OSError as error:
        why = _WHY_NOT.get(error.errno or 0) or os.strerror(error.errno or 0)
        raise InputError(f"The server cannot listen at {where}: {why}.") from None


def keep_files_private() -> None:
    """Let no session inherit a file that whoever started the server had open."""
    for each in list(_DESCRIPTORS.iterdir()):
        with contextlib.suppress(OSError):  # the folder itself is closed by now
            if int(each.name) > _LAST_STANDARD_STREAM:
                os.set_inheritable(int(each.name), False)  # noqa: FBT003  # it takes no names


class BoundedConnections:
    """The connections of a server: as many as there may be, and none that stays without a request."""

    def __init__(self, runner: web.AppRunner, most: int) -> None:
        """Make the connections of a server.

        Args:
            runner: Set up; answers the requests.
            most: How many there may be at a time.
        """
        self._runner = runner
        self._most = most

    def __call__(self) -> asyncio.Protocol:
        """Return what answers a new connection; one too many is closed."""
        server = self._runner.server
        if server is None or len(server.connections) >= self._most:
            return _Refusing()
        return server()


class _Refusing(asyncio.Protocol):
    """A connection that is closed as soon as it is there."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()
