"""The requests of a server: who is answered what."""

import asyncio
import contextlib
import gzip

import aiohttp
import pytest

from summittui.serve import application, serving
from summittui.serve.files import files
from summittui.serve.limits import Limits
from tests.patience import PATIENCE
from tests.serve.visitor import TOKEN, Visitor, visited

FOREIGN = "https://evil.example"


async def test_without_the_token_there_is_nothing_but_the_page_that_asks_for_it() -> None:
    async with visited() as visitor, aiohttp.ClientSession() as stranger:
        for path, method, status in (
            *(
                ("/", "GET", 401),
                ("/terminal", "GET", 401),
                ("/static/terminal.mjs", "GET", 401),
                ("/none", "GET", 401),
            ),
            *(("/static/../access.py", "GET", 401), ("/login", "POST", 401), ("/static/login.mjs", "GET", 200)),
            *(("/static/page.css", "GET", 200), ("/login", "GET", 405), ("/", "POST", 405)),
        ):
            async with stranger.request(
                method, f"{visitor.origin}{path}", headers={"Origin": visitor.origin}
            ) as answer:
                assert (path, answer.status) == (path, status)
                assert "Set-Cookie" not in answer.headers
        async with stranger.get(f"{visitor.origin}/?token={TOKEN}") as answer:
            assert answer.status == 401  # a token in a query would stand in logs
        cookies = {"summittui-1": visitor.server.access.cookie, visitor.server.access.cookie_name: TOKEN}
        async with stranger.get(f"{visitor.origin}/terminal", cookies=cookies) as answer:
            assert answer.status == 401
        for wrong in ("", "x", TOKEN[:-1], f"{TOKEN}x", "é" * 40):
            async with stranger.post(f"{visitor.origin}/login", data=wrong.encode()) as answer:
                assert answer.status == 401
        async with stranger.post(f"{visitor.origin}/login", data=b"x" * 5000) as answer:
            assert answer.status == 413


async def test_the_token_is_exchanged_for_a_cookie_that_no_script_and_no_other_site_has() -> None:
    async with visited(origins=("https://summit.example.org",)) as visitor:
        for origin, is_secure in ((visitor.origin, False), ("https://summit.example.org", True)):
            headers = {"Origin": origin}
            async with visitor.client.post(f"{visitor.origin}/login", data=TOKEN, headers=headers) as answer:
                cookie = answer.headers["Set-Cookie"]
                assert answer.status == 204
                assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
                assert ("Secure" in cookie) is is_secure
                assert TOKEN not in cookie
                assert "Expires" not in cookie


async def test_whoever_has_the_cookie_has_the_page_and_its_files() -> None:
    async with visited() as visitor:
        async with visitor.client.get(visitor.origin) as answer:
            page = await answer.text()
            assert answer.status == 200
            assert answer.headers["Cache-Control"] == "no-store"
        for name in files():
            if name.endswith(".html"):
                continue
            async with visitor.client.get(f"{visitor.origin}/static/{name}") as answer:
                assert answer.status == 200
                assert answer.headers["Content-Encoding"] == "gzip"
                assert await answer.read() == files()[name].body
                tag = answer.headers["ETag"]
            async with visitor.client.get(f"{visitor.origin}/static/{name}", headers={"If-None-Match": tag}) as answer:
                assert answer.status == 304
        assert "<script type" in page
        assert page.count("<script") == page.count("src=") == 1
        for name in ("none", "../application.py", "..%2fapplication.py", "/etc/passwd", "xterm/package.json"):
            async with visitor.client.get(f"{visitor.origin}/static/{name}") as answer:
                assert answer.status == 404
        assert await visitor.log_in("") == 204  # with the cookie: a page that a foreign link led to asks again


async def test_every_answer_forbids_frames_foreign_scripts_and_guesses() -> None:
    async with visited() as visitor:
        for path in ("", "/static/page.css", "/static/none", "/terminal", "/login"):
            async with visitor.client.get(f"{visitor.origin}{path}") as answer:
                policy = dict(
                    each.strip().split(" ", 1) for each in answer.headers["Content-Security-Policy"].split(";")
                )
                assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
                assert policy["script-src"] == policy["connect-src"] == "'self'"
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["X-Frame-Options"] == "DENY"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Server"] == "summittui"
                assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": FOREIGN},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Host": "evil.example"},
        {"Host": "evil.example:80", "Origin": "http://evil.example:80"},
        {"Host": ""},
    ],
    ids=str,
)
async def test_a_foreign_origin_or_name_is_refused_with_the_cookie_too(headers: dict[str, str]) -> None:
    async with visited() as visitor:
        for path in ("", "/terminal", "/static/terminal.mjs"):
            async with visitor.client.get(f"{visitor.origin}{path}", headers=headers) as answer:
                assert answer.status in {400, 403}
        async with visitor.client.post(f"{visitor.origin}/login", data=TOKEN, headers=headers) as answer:
            assert answer.status in {400, 403}
            assert "Set-Cookie" not in answer.headers
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await visitor.connect(**headers)
        assert refused.value.status in {400, 403}
        assert visitor.sessions == []


async def test_a_web_socket_without_an_origin_is_refused() -> None:
    async with visited() as visitor:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await visitor.client.ws_connect(f"{visitor.origin}/terminal")
        assert refused.value.status == 403


async def test_a_connection_that_asks_for_nothing_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "WITHOUT_REQUEST_SECONDS", 0.05)
    async with visited() as visitor:
        host, _, port = visitor.origin.removeprefix("http://").partition(":")
        for begun in (b"", b"GET / HTTP/1.1\r\nHost: x\r\n"):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(begun)
            assert await asyncio.wait_for(reader.read(), PATIENCE) == b""
            writer.close()
            await writer.wait_closed()
        async with visitor.client.get(visitor.origin) as answer:
            assert answer.status == 200


async def test_a_token_without_an_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "WITHOUT_REQUEST_SECONDS", 0.05)
    monkeypatch.setattr(serving, "SAY_SECONDS", 0.05)
    async with visited() as visitor:
        for begun in (b"Content-Length: 44\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"):
            assert (await answered(visitor, login(visitor, begun))).startswith(b"HTTP/1.1 408 ")


async def test_a_page_that_only_pings_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "OPENING_SECONDS", 0.2)
    async with visited() as visitor:
        socket = await visitor.connect()

        async def ping() -> None:
            while not socket.socket.closed:
                with contextlib.suppress(ConnectionError):
                    await socket.socket.ping()
                await asyncio.sleep(0.02)

        pinging = asyncio.create_task(ping())
        assert await socket.ended() == "1008"
        await pinging
        assert visitor.sessions == []


async def test_what_is_no_request_harms_nobody_and_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    async with visited() as visitor:
        cookie = f"{visitor.server.access.cookie_name}={visitor.server.access.cookie}".encode()
        for nonsense, status in (
            (b"\x00\xff\r\n\r\n", b"400"),
            (b"GET " + b"/" * 100_000 + b" HTTP/1.1\r\n\r\n", b"400"),
            (b"\x16\x03\x01\x02\x00\x01", b""),
            (b"GET http://[ HTTP/1.1\r\n\r\n", b"400"),
            (b"GET / HTTP/1.1\r\nCookie: " + cookie + b"\x01\r\n\r\n", b"400"),
            (login(visitor, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), b"400"),
            (login(visitor, b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"), b"400"),
            (login(visitor, b"Content-Type: text/plain; charset=none\r\nContent-Length: 3\r\n\r\nabc"), b"401"),
            (login(visitor, b"Content-Length: 3\r\n\r\n\xff\xfe\xfd"), b"401"),
        ):
            assert (await answered(visitor, nonsense))[9:12] == status, nonsense[:100]
        _, writer = await asyncio.open_connection("127.0.0.1", visitor.server.port)
        writer.write(login(visitor, b"Content-Length: 44\r\n\r\nabc"))
        await writer.drain()
        writer.transport.abort()
        async with visitor.client.get(visitor.origin) as answer:
            assert answer.status == 200
    assert caplog.messages == []


def login(visitor: Visitor, rest: bytes) -> bytes:
    """Return a request that lets somebody in, with the rest of its head and its body."""
    return f"POST /login HTTP/1.1\r\nHost: 127.0.0.1:{visitor.server.port}\r\nConnection: close\r\n".encode() + rest


async def answered(visitor: Visitor, sent: bytes) -> bytes:
    """Return all that a server answers to some bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", visitor.server.port)
    writer.write(sent)
    if b"\r\n\r\n" not in sent:
        writer.write_eof()
    try:
        return await asyncio.wait_for(reader.read(), PATIENCE)
    finally:
        writer.close()


def test_files_are_packed_the_same_at_every_start() -> None:
    for file in files().values():
        assert gzip.decompress(file.packed) == file.body
        assert file.packed[4:8] == b"\0\0\0\0"


async def test_connections_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "CONNECTIONS_BESIDE", 2)
    async with visited(limits=Limits(sessions=1)) as visitor:  # whose own connection is one of three
        host, _, port = visitor.origin.removeprefix("http://").partition(":")
        held = [await asyncio.open_connection(host, int(port)) for _ in range(2)]
        reader, writer = await asyncio.open_connection(host, int(port))
        assert await asyncio.wait_for(reader.read(), PATIENCE) == b""
        for _, each in (*held, (reader, writer)):
            each.close()
            await each.wait_closed()
        async with visitor.client.get(visitor.origin) as answer:
            assert answer.status == 200
