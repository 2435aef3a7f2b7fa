"""The web application: who is let in, the page and its files, and the web socket of a session."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web
from aiohttp.http_exceptions import HttpProcessingError

from summittui.model.errors import SummitError
from summittui.serve.access import Access
from summittui.serve.files import BEFORE_LOGIN, PAGE, REFUSED, File, files
from summittui.serve.limits import (
    HEARTBEAT_SECONDS,
    MESSAGE_BYTES,
    OPENING_SECONDS,
    SAY_SECONDS,
    WITHOUT_REQUEST_SECONDS,
)
from summittui.serve.link import Link
from summittui.serve.messages import Malformed, Opening, Receipt, Resizing, read_message
from summittui.serve.pseudo_terminal import Size
from summittui.serve.terminal_session import TerminalSession
from summittui.serve.terminal_sessions import TerminalSessions

_HEADERS = {
    # Styles may stand in line: the widget sets them so. No script may.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "summittui",
}
_BODY_BYTES = 1024
"""The longest body of a request: a token."""
_LEAVING = frozenset({WSCloseCode.OK, WSCloseCode.GOING_AWAY})
"""The codes by which a page says that it goes."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Application:
    """The requests of a server."""

    def __init__(self, access: Access, sessions: TerminalSessions) -> None:
        """Make the application.

        Args:
            access: Who is let in.
            sessions: What a page opens and goes on with.
        """
        self._access = access
        self._sessions = sessions

    def web_application(self) -> web.Application:
        """Return the application as aiohttp runs it."""
        made = web.Application(middlewares=[self._guard], client_max_size=_BODY_BYTES)
        made.on_response_prepare.append(_add_headers)
        made.router.add_get("/", self._page)
        made.router.add_post("/login", self._login)
        made.router.add_get("/static/{name:.+}", self._static)
        made.router.add_get("/terminal", self._terminal)
        return made

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request through that comes by a name of this server, from a page of its own, of somebody let in."""
        if not self._access.knows_host(request.host):
            raise web.HTTPForbidden(text="This server is not known by that name; it is given by --origin.\n")
        origin = request.headers.get("Origin")
        if origin is not None and not self._access.knows_origin(origin):
            raise web.HTTPForbidden(text="Pages of another origin are not let in; a proxy's is given by --origin.\n")
        is_open = request.path in {"/", "/login"} or request.path.removeprefix("/static/") in BEFORE_LOGIN
        if not is_open and not self._is_let_in(request):
            raise web.HTTPUnauthorized(text="Open the page by its whole address first; it holds the token.\n")
        return await handler(request)

    def _is_let_in(self, request: web.Request) -> bool:
        return self._access.is_cookie(request.cookies.get(self._access.cookie_name, ""))

    async def _page(self, request: web.Request) -> web.Response:
        is_let_in = self._is_let_in(request)
        file = files()[PAGE if is_let_in else REFUSED]
        status = web.HTTPOk.status_code if is_let_in else web.HTTPUnauthorized.status_code
        return web.Response(body=file.body, content_type=file.content_type, charset="utf-8", status=status)

    async def _static(self, request: web.Request) -> web.Response:
        file = files().get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound(text="There is no such file.\n")
        return _sent(request, file)

    async def _login(self, request: web.Request) -> web.Response:
        """Exchange the token for a cookie, which scripts cannot read and requests of other sites do not carry."""
        token = await _body(request)
        if not (self._access.is_token(token) or (not token and self._is_let_in(request))):
            raise web.HTTPUnauthorized(text="That is not the token.\n")
        response = web.Response(status=web.HTTPNoContent.status_code)
        response.set_cookie(
            self._access.cookie_name,
            self._access.cookie,
            httponly=True,
            samesite="Strict",
            secure=request.headers.get("Origin", "").startswith("https:"),
        )
        return response

    async def _terminal(self, request: web.Request) -> web.WebSocketResponse:
        """Show a session on a page."""
        if "Origin" not in request.headers:  # every browser sends it
            raise web.HTTPForbidden(text="A web socket is opened by a page of this server only.\n")
        socket = web.WebSocketResponse(
            timeout=SAY_SECONDS, heartbeat=HEARTBEAT_SECONDS, max_msg_size=MESSAGE_BYTES, compress=False
        )
        await socket.prepare(request)
        code = WSCloseCode.OK
        try:
            await self._converse(socket)
        except Malformed:
            code = WSCloseCode.POLICY_VIOLATION
        finally:
            if not await _closed(socket, code) and request.transport is not None:
                request.transport.abort()  # what waits in it is for nobody
        return socket

    async def _converse(self, socket: web.WebSocketResponse) -> None:
        """Open a session as the first message says, and pass on what the page sends until it or the session ends."""
        opening = _message(await _received(socket))
        link = Link(socket)
        if not isinstance(opening, Opening):
            raise Malformed("a page begins with its opening")
        size = Size(opening.columns, opening.rows)
        try:
            if opening.secret:
                session = self._sessions.find(opening.secret)
            else:
                session = self._sessions.open(size, plain=opening.plain)
        except SummitError as error:
            await link.finish(str(error))
            return
        reading = asyncio.create_task(_read(socket, session, link))
        closed = asyncio.create_task(link.closed.wait())
        try:
            await session.attach(link, size, is_new=not opening.secret)
            await asyncio.wait({reading, closed}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in (reading, closed):
                each.cancel()
            await asyncio.wait({reading, closed})
            session.detach(link, page_left=socket.close_code in _LEAVING)
        if not reading.cancelled():
            reading.result()


async def _body(request: web.Request) -> str:
    """Return the body of a request, whatever its bytes are and whatever charset it is said to have.

    Raises:
        HTTPRequestTimeout: It does not come to its end.
        HTTPBadRequest: Its line was lost, or it is not coded as its head says.
    """
    try:
        async with asyncio.timeout(WITHOUT_REQUEST_SECONDS):
            return (await request.read()).decode(errors="replace")
    except TimeoutError:
        raise web.HTTPRequestTimeout(text="The request did not come to its end.\n") from None
    except (ConnectionError, HttpProcessingError, web.RequestPayloadError):
        raise web.HTTPBadRequest(text="The request cannot be read.\n") from None


async def _received(socket: web.WebSocketResponse) -> WSMessage:
    """Return the first message of a page; pings before it win no time."""
    try:
        async with asyncio.timeout(OPENING_SECONDS):
            return await socket.receive()
    except TimeoutError:
        raise Malformed("a page that says nothing") from None


async def _read(socket: web.WebSocketResponse, session: TerminalSession, link: Link) -> None:
    """Pass on what a page sends.

    Raises:
        Malformed: The page sent what no page of ours does.
    """
    async for message in socket:
        if message.type is WSMsgType.ERROR:  # the line is lost, or no web socket speaks there
            return
        if message.type is WSMsgType.BINARY:
            await session.type(message.data)
            continue
        match _message(message):
            case Resizing(columns=columns, rows=rows):
                session.terminal.resize(Size(columns, rows))
            case Receipt(count=count):
                link.acknowledge(count)
            case Opening():
                raise Malformed("a second opening")


def _message(message: WSMessage) -> Opening | Resizing | Receipt:
    if message.type is not WSMsgType.TEXT:
        raise Malformed("no message")
    return read_message(message.data)


async def _closed(socket: web.WebSocketResponse, code: int) -> bool:
    """Close a web socket; return whether the page took its leave in time."""
    with contextlib.suppress(TimeoutError, ConnectionError):
        async with asyncio.timeout(SAY_SECONDS):
            await socket.close(code=code)
            return socket.close_code != WSCloseCode.ABNORMAL_CLOSURE
    return False


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")


def _sent(request: web.Request, file: File) -> web.Response:
    """Return a file, or that the browser has it already."""
    headers = {"ETag": file.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding, Cookie"}
    if file.tag in request.headers.get("If-None-Match", ""):
        return web.Response(status=web.HTTPNotModified.status_code, headers=headers)
    is_packed = "gzip" in request.headers.get("Accept-Encoding", "")
    if is_packed:
        headers["Content-Encoding"] = "gzip"
    body = file.packed if is_packed else file.body
    return web.Response(body=body, content_type=file.content_type, charset="utf-8", headers=headers)
