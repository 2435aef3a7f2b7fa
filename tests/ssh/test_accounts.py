"""Accounts as `docs/server.md` makes them: a group that edits one store, a guest whose login shell is a kiosk."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from summittui.session import Session as Opened
from tests.snippets import snippet
from tests.ssh.accounts import Accounts, program_for_all, run
from tests.ssh.server import HOST, Server, Session, open_ways, started
from tests.ssh.test_sessions import pressed

GROUP, ADA, BOB, GUEST = (f"st{os.getpid()}{name}" for name in ("all", "ada", "bob", "guest"))

LEFT_OPEN = {"scp", "sftp", "port there"}
"""Ways that sshd opens without asking the login shell; the page says so."""


class Place(NamedTuple):
    """A server that all accounts may use, and a store that a group edits."""

    accounts: Accounts
    server: Server
    store: Path

    def open(self, name: str, umask: str) -> Session:
        """Let somebody log in and open the store."""
        home = self.server.home / name
        home.mkdir()
        run("chown", name, str(home))
        return self.server.open(self.store, first=f"umask {umask}; HOME={home} exec", user=name)

    def files(self) -> list[Path]:
        """The files of the store."""
        return [path for path in self.store.parent.rglob("store.json*") if path.is_file()]


@pytest.fixture
def place() -> Iterator[Place]:
    with Accounts(GROUP) as accounts, tempfile.TemporaryDirectory(prefix="summittui-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "sshd").mkdir()
        with started(folder / "sshd", program=program_for_all()) as server:
            names = {
                "groupadd summit": f"groupadd {GROUP}",
                "-g summit": f"-g {GROUP}",
                "/srv/summit": f"{folder}/store",
            }
            run("sh", "-e", "-c", snippet("server.md", "groupadd", names | {"\nsummittui": f"\n{server.program}"}))
            yield Place(accounts, server, folder / "store/store.json")


def test_two_of_a_group_edit_one_store_and_each_can_use_what_the_other_wrote(place: Place) -> None:
    place.accounts.add(ADA, "-G", GROUP)
    place.accounts.add(BOB, "-G", GROUP)
    let_read(place)
    ada, bob = place.open(ADA, "007"), place.open(BOB, "077")
    pressed(ada, b"!", "China has a star")
    bob.terminal.pump_until("Another session changed the store")
    pressed(bob, b"!", "no star any more")
    summittui = place.server.program
    compacted = place.server.run("ssh", "-T", f"{BOB}@{HOST}", f"umask 077; {summittui} --store {place.store} compact")
    assert compacted.returncode == 0, compacted.stderr
    pressed(ada, b"j!", "Chinese officials has a star")
    for path in place.files():
        assert path.group() == GROUP, path
        assert stat.S_IMODE(path.stat().st_mode) & 0o667 == 0o660, path
    opened = Opened.open(place.store, read_only=True)
    edits = [(entry.id, entry.who.partition("@")[0]) for entry in opened.log() if entry.kind == "edit"]
    assert edits == [("note-chinese-officials", ADA), ("note-china", BOB), ("note-china", ADA)]
    if shutil.which("setfacl"):
        as_guest = ("setpriv", f"--reuid={GUEST}", "--regid=65534", "--clear-groups", "env", "HOME=/")
        run(*as_guest, str(summittui), "--store", str(place.store), "log")


def let_read(place: Place) -> None:
    """Let a guest read the store and what comes to it, where the system's tool for that is installed."""
    place.accounts.add(GUEST, "-g", "nogroup")
    if shutil.which("setfacl"):
        names = {"u:summit:": f"u:{GUEST}:", "/srv/summit": str(place.store.parent)}
        run("sh", "-e", "-c", snippet("server.md", "setfacl", names))


def test_a_login_shell_opens_the_workbench_for_every_command_and_closes_no_more_than_that(place: Place) -> None:
    shell = place.server.folder / "shell"
    names = {"/usr/local/bin/summittui": str(place.server.program), "/srv/summit/store.json": str(place.store)}
    shell.write_text(snippet("server.md", "#!/bin/sh", names))
    shell.chmod(0o755)
    place.accounts.add(GUEST, "-G", GROUP, shell=str(shell))
    terminal = place.server.connect(user=GUEST)
    terminal.pump_until("read-only")
    terminal.press(b"Q")
    terminal.wait()
    assert terminal.exit_code == 0
    assert open_ways(place.server, f"{GUEST}@{HOST}") == LEFT_OPEN
