"""Throw-away PostgreSQL servers on loopback, from the binaries that are installed; never as root, stopped for sure."""

import atexit
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import quote

import pytest

from tests.patience import PATIENCE

HOST = "127.0.0.1"
SUPERUSER = "postgres"
WHO_IS_TRUSTED = f"""\
local all,replication {SUPERUSER} trust
host all,replication {SUPERUSER} {HOST}/32 trust
local all all scram-sha-256
host all all {HOST}/32 scram-sha-256
"""
"""The superuser comes in as such; everybody else has a password."""
MISSING = "there is no PostgreSQL server or no psycopg here (on Debian: apt install postgresql; pip install psycopg)"
ATTEMPTS = 5
"""How many ports are tried: another program may take one before the server does."""
KEEPER = 'read -r _; "$0" --pgdata="$1" --mode=immediate --silent stop; rm -rf "$2"'
"""Waits until its standard input ends, as it does when the tests are killed; then the server goes, with its files."""
FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}
SMALL = {"shared_buffers": "16MB", "min_wal_size": "8MB", "max_wal_size": "64MB", "lc_messages": "C"}


class NotStarted(Exception):
    """The server cannot be started here; the text is what its log says."""


@cache
def binaries() -> Path | None:
    """Return the folder of the server's programs, those on PATH before the newest of Debian's; None without any."""
    if found := shutil.which("pg_ctl"):
        return Path(found).resolve().parent
    installed = [each.parent for each in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    return max(installed, key=lambda each: float(each.parent.name), default=None)


def is_installed() -> bool:
    """Tell whether a server can be started, and reached from Python."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return False
    return binaries() is not None


needs_server = pytest.mark.skipif(not is_installed(), reason=MISSING)
"""Mark of a test that needs a server."""


class Server:
    """A server of its own in a temporary folder, reached over loopback and over a socket in its folder.

    Attributes:
        folder: Its files, a folder with a short path.
        name: The name by which a primary knows it as a standby.
        port: The port on which it listens.
    """

    def __init__(
        self,
        name: str = "a",
        *,
        standby_of: "Server | None" = None,
        durable: bool = False,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """Make and start it.

        Args:
            name: Its name as a standby.
            standby_of: The primary that it follows; its files are a copy of the primary's.
            durable: As a server should be; else what was written is lost in a crash, and the tests are faster.
            settings: Further lines of `postgresql.conf`.

        Raises:
            NotStarted: It cannot be started here.
        """
        self.name = name
        self.folder = Path(tempfile.mkdtemp(prefix="summit-pg-", dir="/tmp"))
        self.port = 0
        self._data = self.folder / "data"
        self._log = self.folder / "log"
        self._numbers = count()
        if account := _account():
            os.chown(self.folder, account["user"], account["group"])
        command = ["sh", "-c", KEEPER, _program("pg_ctl"), str(self._data), str(self.folder)]
        self._keeper = subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True, cwd="/", **account
        )
        try:
            self._make() if standby_of is None else self._copy(standby_of)
            own = {"listen_addresses": HOST, "unix_socket_directories": str(self.folder), "cluster_name": name}
            self.configure(**(SMALL | ({} if durable else FAST) | own | dict(settings or {})))
            self._start_on_free_port()
        except BaseException:
            self.close()
            raise

    def configure(self, **settings: str) -> None:
        """Write settings into `postgresql.conf`; a running server takes them over with `reload` or `start`."""
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def start(self) -> None:
        """Start it, and wait until it can be connected to.

        Raises:
            NotStarted: It does not start.
        """
        self._control("--log", str(self._log), "start")

    def stop(self) -> None:
        """Stop it at once, as in a crash; its files stay."""
        self._control("--mode=immediate", "stop")

    def restart(self, **settings: str) -> None:
        """Start it anew with further settings."""
        self.configure(**settings)
        self._control("--mode=fast", "stop")
        self.start()

    def promote(self) -> None:
        """Let a standby take over, and wait until it takes edits."""
        self._control("promote")

    def kill(self) -> None:
        """Kill all its processes at once with SIGKILL, as when its machine loses power."""
        first = int((self._data / "postmaster.pid").read_text().split()[0])
        os.kill(first, signal.SIGSTOP)
        others = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        for process in (first, *map(int, others)):
            os.kill(process, signal.SIGKILL)
        (self._data / "postmaster.pid").unlink()  # or who stops it waits for a process that nobody has waited for

    def address(self, database: str = "postgres", user: str = SUPERUSER, password: str = "") -> str:
        """Return the address of a database, for a user."""
        who = f"{quote(user)}:{quote(password)}" if password else quote(user)
        return f"postgresql://{who}@{HOST}:{self.port}/{quote(database)}"

    def run(self, *statements: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Execute statements as the superuser, each by itself; return the rows of the last."""
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            rows: list[tuple[Any, ...]] = cursor.fetchall() if cursor.description else []
            return rows

    def new_database(self, template: str = "template0") -> str:
        """Make a database out of another, which nobody may be connected to; return its name."""
        name = f"store{next(self._numbers)}"
        self.run(f"create database {name} template {template}")
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, whoever is connected to it."""
        self.run(f"drop database if exists {name} with (force)")

    def close(self) -> None:
        """Stop it and remove its files."""
        if self._keeper.stdin:
            self._keeper.stdin.close()
        self._keeper.wait(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _make(self) -> None:
        options = ["--no-sync", "--no-instructions", "--wal-segsize=1", "--locale=C", "--encoding=UTF8"]
        _run("initdb", f"--pgdata={self._data}", f"--username={SUPERUSER}", "--auth=trust", *options)
        (self._data / "pg_hba.conf").write_text(WHO_IS_TRUSTED)

    def _copy(self, primary: "Server") -> None:
        options = ["--write-recovery-conf", "--checkpoint=fast", "--no-sync", "--wal-method=stream"]
        _run("pg_basebackup", f"--dbname={primary.address()}", f"--pgdata={self._data}", *options)

    def _start_on_free_port(self) -> None:
        for attempt in range(ATTEMPTS):
            self.port = _free_port()
            self.configure(port=str(self.port))
            try:
                self.start()
                break
            except NotStarted:
                if attempt == ATTEMPTS - 1:
                    raise

    def _control(self, *words: str) -> None:
        try:
            _run("pg_ctl", f"--pgdata={self._data}", "--wait", f"--timeout={PATIENCE:.0f}", "--silent", *words)
        except NotStarted as error:
            log = self._log.read_text(errors="replace")[-2000:] if self._log.exists() else ""
            raise NotStarted(f"{error}\n{log}") from None


class Pair(NamedTuple):
    """A primary, and the standby that must have an edit before the primary acknowledges it."""

    primary: Server
    standby: Server

    def address(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        """Return the address of both, of which a client takes the one that can be edited."""
        hosts = f"{HOST}:{self.primary.port},{HOST}:{self.standby.port}"
        return f"postgresql://{quote(user)}@{hosts}/{quote(database)}?target_session_attrs=read-write&connect_timeout=2"

    def close(self) -> None:
        """Stop both and remove their files."""
        self.standby.close()
        self.primary.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def started_pair(*, synchronous: bool = True) -> Pair:
    """Return a durable primary with a hot standby `b`, which is synchronous by the time it is returned."""
    primary = Server("a", durable=True, settings={"wal_keep_size": "64MB"})
    try:
        standby = Server("b", standby_of=primary, durable=True)
    except NotStarted:
        primary.close()
        raise
    if synchronous:
        primary.run("alter system set synchronous_standby_names = 'b'", "select pg_reload_conf()")
        wait_for(primary, "select 1 from pg_stat_replication where sync_state = 'sync'")
    return Pair(primary, standby)


def wait_for(server: Server, question: str, database: str = "postgres") -> None:
    """Wait until a question has a row for its answer."""
    import time

    end = time.monotonic() + PATIENCE
    while not server.run(question, database=database):
        if time.monotonic() > end:
            raise TimeoutError(question)
        time.sleep(0.02)


@cache
def shared() -> Server:
    """Return the one fast server of this process, which lives as long as the process does; skip where there is none."""
    if not is_installed():
        pytest.skip(MISSING)
    server = Server()
    atexit.register(server.close)
    return server


def _program(name: str) -> str:
    folder = binaries()
    if folder is None:
        raise NotStarted(MISSING)
    return str(folder / name)


def _run(name: str, *options: str) -> None:
    """Run one of the server's programs, with nothing of the caller's variables that it heeds.

    Raises:
        NotStarted: It failed.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "LC_", "LANG"))}
    command = [_program(name), *options]
    # a server keeps what it inherits: were its output a pipe, this would wait for the server's end
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=kept, cwd="/", check=False, **_account()
        )
        if done.returncode:
            said.seek(0)
            raise NotStarted(f"{name} failed: {said.read().decode(errors='replace').strip()}")


def _account() -> dict[str, Any]:
    """Return the options of `subprocess` by which a program runs without the rights of the superuser."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise NotStarted("the tests run as root, and there is no account `postgres` or `nobody` that could run a server")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as held:
        port: int = held.getsockname()[1]
        return port
