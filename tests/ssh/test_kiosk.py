"""A kiosk as `docs/server.md` sets it up: its client reaches the workbench and nothing else."""

import getpass
from collections.abc import Iterator

import pytest

from summittui.session import Session
from tests.snippets import snippet
from tests.ssh.server import HOST, Server, open_ways, started

ME = f"{getpass.getuser()}@{HOST}"
BY_CONFIG, BY_KEY = "ForceCommand", "restrict,pty"
"""What begins the two ways to open a kiosk on the page."""


@pytest.fixture(scope="module", params=[BY_CONFIG, BY_KEY])
def kiosk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that opens a kiosk for whoever logs in, by its configuration or by the key."""
    folder = tmp_path_factory.mktemp("sshd")
    names = {"/usr/local/bin/summittui": f"{folder}/summittui", "/srv/summit": str(folder)}
    users = {"User summit": f"User {getpass.getuser()}"}
    Session.open(folder / "store.json").close()
    is_by_key = request.param == BY_KEY
    text = snippet("server.md", request.param, names if is_by_key else names | users)
    more, before_key = ("", text.partition(" ssh-ed25519")[0]) if is_by_key else (text, "")
    with started(folder, more, before_key=before_key) as running:
        yield running


def test_whatever_is_asked_for_the_workbench_opens_and_its_end_is_that_of_the_session(kiosk: Server) -> None:
    for command in ("", "touch made"):
        terminal = kiosk.connect(command)
        terminal.pump_until("read-only")
        terminal.press(b"e")
        terminal.pump_until("This is a kiosk")
        terminal.press(b"\x1aQ")
        terminal.wait()
        assert terminal.exit_code == 0
        assert not list(kiosk.home.iterdir())


def test_without_a_terminal_nothing_runs(kiosk: Server) -> None:
    ended = kiosk.run("ssh", "-T", ME, "touch made; echo done")
    assert ended.returncode == 2
    assert "needs a terminal" in ended.stderr
    assert ended.stdout == ""
    assert not list(kiosk.home.iterdir())


def test_files_and_ports_are_out_of_reach(kiosk: Server) -> None:
    assert open_ways(kiosk, ME) == set()
    assert not list(kiosk.home.iterdir())


def test_without_a_kiosk_each_of_these_ways_is_open(server: Server) -> None:
    assert open_ways(server, ME) == {"a command", "scp", "old scp", "sftp", "port there", "port here"}
