"""`summittui serve` from its line of arguments to its end."""

import asyncio
import contextlib
import os
import re
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.cli.commands import serve_
from summittui.serve.serving import ServerSettings
from summittui.session import Session
from tests.patience import PATIENCE
from tests.serve.visitor import TOKEN, Socket, is_running, until


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield held.getsockname()[1]


def test_a_port_in_use_is_told_in_a_sentence(taken: int) -> None:
    ended = run("serve", "--port", str(taken))
    assert ended.exit_code == 2
    why = "another program listens there; give another --port, or 0 for any that is free."
    assert ended.stderr == f"summittui: the server cannot listen at 127.0.0.1:{taken}: {why}\n"
    assert ended.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--host", "192.0.2.1"), "other machines reach 192.0.2.1, and nothing is encrypted"),
        (("--host", "0.0.0.0"), "other machines reach 0.0.0.0"),
        (("--host", "summit.example.org"), "other machines reach summit.example.org"),
        (("--host", ""), "--host is empty"),
        (("--token-file", ""), "it is empty; name a file"),
        (("--host", "0.0.0.0", "--allow-remote"), "stands for every address"),
        (("--host", "192.0.2.1", "--allow-remote"), "this machine has no such address"),
        (("--origin", "summit.example.org"), "is no origin; give it as https://"),
        (("--port", "65536"), "65536 is not in the range"),
        (("--sessions", "0"), "0 is not in the range"),
        (("--idle", "0"), "0 is not in the range"),
        (("--host", "127.0.0.1", "--host", "::1"), "can be given only once"),
    ],
)
def test_what_cannot_be_served_is_refused_in_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    ended = run("serve", *arguments)
    assert ended.exit_code == 2
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_store_that_is_not_there_is_refused_before_anybody_comes(tmp_path: Path) -> None:
    ended = run("--store", str(tmp_path / "none.json"), "serve", "--port", "0")
    assert ended.exit_code == 2
    assert "There is no store at" in ended.stderr or "there is no store at" in ended.stderr
    assert not (tmp_path / "none.json").exists()


def test_without_its_library_the_server_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_, "find_spec", lambda _name: None)
    ended = run("serve")
    assert ended.exit_code == 2
    assert "pip install 'summittui[serve]'" in ended.stderr
    assert run("serve", "--help").exit_code == 0


def test_a_token_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(TOKEN)
    path.chmod(0o644)
    ended = run("serve", "--port", "0", "--token-file", str(path))
    assert ended.exit_code == 2
    assert "is not yours alone" in ended.stderr


def test_the_session_has_the_options_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {}

    def serve(settings: ServerSettings, _announce: object) -> None:
        given["arguments"] = settings.program.arguments[4:]

    (tmp_path / "store.json").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMITTUI_STORE", raising=False)
    monkeypatch.setattr("summittui.serve.serving.serve", serve)
    store = ("--store", str(tmp_path / "store.json"))
    for arguments, options in (
        (("serve",), ("--kiosk", "--profile", "ssh", "--mouse")),
        (("serve", "--store", "store.json"), ("--kiosk", *store, "--profile", "ssh", "--mouse")),
        (
            ("--plain", "--no-mouse", "--read-only", "serve", "--no-kiosk", "--config", "c.toml"),
            ("--read-only", "--config", str(tmp_path / "c.toml"), "--profile", "ssh", "--no-mouse", "--plain"),
        ),
        (("--no-config", "serve", "--no-kiosk"), ("--no-config", "--profile", "ssh", "--mouse")),
    ):
        ended = run(*arguments)
        assert (ended.exit_code, given["arguments"]) == (0, options), ended.stderr


def test_variables_of_a_database_that_no_session_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summittui.serve.serving.serve", lambda *_: None)
    monkeypatch.setenv("PGPASSWORD", "secret")
    for store, is_told in (("postgresql://a/summittui", True), (__file__, False)):
        ended = run("--store", store, "serve")
        assert ended.exit_code == 0, ended.stderr
        assert ("No session has PGPASSWORD: a password belongs into ~/.pgpass" in ended.stderr) is is_told
        assert "secret" not in ended.output


async def test_a_server_serves_the_workbench_and_a_signal_ends_all_of_it(tmp_path: Path) -> None:
    store = tmp_path / "store.json"
    Session.open(store).close()
    command = ("-m", "summittui", "--store", str(store), "serve", "--port", "0")
    environment = os.environ | {"HOME": str(tmp_path), "A_SECRET": "of the server"}
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=pipe, stderr=pipe, env=environment)
    assert server.stdout is not None
    address, _, token = (await asyncio.wait_for(server.stdout.readline(), PATIENCE)).decode().strip().partition("#")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
    jar, origin = aiohttp.CookieJar(unsafe=True), address.rstrip("/")
    async with aiohttp.ClientSession(cookie_jar=jar) as client:
        async with client.post(f"{address}login", data=token) as answer:
            assert answer.status == 204
        visitor = Socket(await client.ws_connect(f"{address}terminal", headers={"Origin": origin}))
        await visitor.send(type="open", columns=80, rows=24)
        await visitor.until(lambda: b"read-only" in visitor.output and b"China" in visitor.output)
        await visitor.type("e")
        await visitor.until(lambda: b"This is a kiosk" in visitor.output)
        (child,) = children(server.pid)
        assert token not in read(server.pid, "cmdline") + read(child, "cmdline")
        assert "--kiosk" in read(child, "cmdline")
        assert "of the server" not in read(child, "environ")
        server.send_signal(signal.SIGTERM)
        assert await visitor.ended() == "The server was stopped."
    out, err = await asyncio.wait_for(server.communicate(), PATIENCE)
    assert (server.returncode, out) == (0, b"")
    assert token not in err.decode()
    assert err.decode().count("\n") == 1
    await until(lambda: not is_running(child))


def children(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(each.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(each.parent.name))
    return found


def read(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text().replace("\0", " ")
