"""What docs/browser.md sets before a server: its proxies, as the page prints them, and the unit of its service."""

import asyncio
import contextlib
import os
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from tests.patience import PATIENCE
from tests.serve.visitor import OPEN, TOKEN, Socket, visited
from tests.snippets import snippet

NAME = "summit.example.org"
ATTEMPTS = 5
"""How many ports are tried: another program may take one before the proxy does."""
NGINX = """\
daemon off; master_process off; pid {folder}/pid; error_log stderr;
events {{}}
http {{ access_log off; {paths} {site} }}
"""


def nginx(folder: Path, port: int, server: int) -> Sequence[str]:
    names = {"443": str(port), "127.0.0.1:8765": f"127.0.0.1:{server}"}
    names |= {f"/etc/ssl/{NAME}.pem": f"{folder}/pem", f"/etc/ssl/private/{NAME}.key": f"{folder}/key"}
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"{each}_temp_path {folder}/temp; " for each in kinds)
    (folder / "conf").write_text(
        NGINX.format(folder=folder, paths=paths, site=snippet("browser.md", "proxy_pass", names))
    )
    return ("nginx", "-e", "stderr", "-c", f"{folder}/conf")


def caddy(folder: Path, port: int, server: int) -> Sequence[str]:
    names = {NAME: f"{NAME}:{port}", "reverse_proxy 127.0.0.1:8765": f"reverse_proxy 127.0.0.1:{server}\ntls pem key"}
    site = snippet("browser.md", "reverse_proxy", names)
    (folder / "Caddyfile").write_text(f"{{\nadmin off\nauto_https disable_redirects\n}}\n{site}")
    return ("caddy", "run", "--config", "Caddyfile")


class Loopback(AbstractResolver):
    """Finds every name on this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0)]

    async def close(self) -> None:
        pass


@contextlib.asynccontextmanager
async def listening(command: Sequence[str], folder: Path, port: int) -> AsyncIterator[bool]:
    """Run a proxy, and tell once it listens, or that it has ended."""
    variables = {"PATH": search_path(), "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "said").open("wb") as said:
        proxy = await asyncio.create_subprocess_exec(*command, cwd=folder, env=variables, stdout=said, stderr=said)
    try:
        async with asyncio.timeout(PATIENCE):
            while proxy.returncode is None:
                with contextlib.suppress(OSError):
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                    writer.close()
                    break
                await asyncio.sleep(0.01)
        yield proxy.returncode is None
    finally:
        with contextlib.suppress(ProcessLookupError):
            proxy.terminate()
        await proxy.wait()


def search_path() -> str:
    return f"{os.environ['PATH']}:/usr/sbin:/sbin"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def require(*programs: str) -> None:
    for each in programs:
        if shutil.which(each, path=search_path()) is None:
            pytest.skip(f"there is no {each} here (on Debian: apt install {each})")


def make_certificate(folder: Path) -> None:
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key -out pem"
    of_name = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
    subprocess.run([*make.split(), *of_name], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("proxy", [nginx, caddy])
async def test_a_proxy_of_the_page_lets_through_who_is_let_in(
    tmp_path: Path, proxy: Callable[[Path, int, int], Sequence[str]]
) -> None:
    require(proxy.__name__, "openssl")
    make_certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=tmp_path / "pem")
    for _ in range(ATTEMPTS):
        port = free_port()
        origin = f"https://{NAME}:{port}"
        async with (
            visited(origins=(origin,)) as visitor,
            listening(proxy(tmp_path, port, visitor.server.port), tmp_path, port) as is_there,
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=Loopback(), ssl=trusting)) as client,
        ):
            if is_there:
                await visit(client, origin)
                return
    pytest.fail((tmp_path / "said").read_text())


async def visit(client: aiohttp.ClientSession, origin: str) -> None:
    """Be let in through a proxy, open a session there, and go on with it after a loss; a foreign page is not."""

    async def connect(from_: str, **more: Any) -> Socket:
        opened = Socket(await client.ws_connect(f"{origin}/terminal", headers={"Origin": from_}))
        await opened.send(**(OPEN | more))
        return opened

    async with client.post(f"{origin}/login", data=TOKEN, headers={"Origin": "https://evil.example"}) as answer:
        assert answer.status == 403
    async with client.post(f"{origin}/login", data=TOKEN, headers={"Origin": origin}) as answer:
        assert answer.status == 204
        assert "Secure" in answer.headers["Set-Cookie"]
    async with client.get(origin) as answer:
        assert (answer.status, "terminal.mjs" in await answer.text()) == (200, True)
    for foreign in ("https://evil.example", f"https://{NAME}", origin.replace("https", "http")):
        async with client.get(f"{origin}/terminal", headers={"Origin": foreign}) as answer:
            assert answer.status == 403
    first = await connect(origin)
    await first.until_shown("ready")
    first.drop()
    again = await connect(origin, secret=first.secret)
    await again.until_shown("painted")
    await again.type("on\n")
    await again.until_shown("got on")


def test_the_unit_of_the_page_is_one_that_systemd_takes(tmp_path: Path) -> None:
    require("systemd-analyze")
    unit = tmp_path / "summittui.service"
    unit.write_text(snippet("browser.md", "[Service]", {"/usr/local/bin/summittui": sys.executable}))
    said = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert [each for each in said.stderr.splitlines() if "summittui" in each] == []  # it looks at other units too
