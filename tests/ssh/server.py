"""An sshd of its own on loopback, and terminals that reach the program through it."""

import contextlib
import getpass
import grp
import os
import select
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, NamedTuple, Self

import pytest
from benchmarks.pty_terminal import PtyTerminal

from tests.patience import PATIENCE

HOST = "127.0.0.1"
AT_REST = 0.3
"""Seconds in which nothing comes: then the screen is whole."""
ATTEMPTS = 5
"""How many ports are tried: another program may take one before sshd does."""
EMPTY = Path("/run/sshd")
"""The empty folder without which an sshd of the superuser does not start."""
PROGRAM = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m summittui "$@"\n'
CONFIG = """\
ListenAddress {host}
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
PrintLastLog no
Subsystem sftp internal-sftp
SetEnv HOME={folder}/home LANG=C.UTF-8
{more}
"""
CLIENT = """\
Port {port}
IdentityFile {folder}/key
IdentitiesOnly yes
BatchMode yes
StrictHostKeyChecking no
UserKnownHostsFile /dev/null
LogLevel ERROR
EscapeChar none
"""


class Refused(Exception):
    """No sshd can be started here; the text says why."""


class Session(NamedTuple):
    """The program in a terminal, through the server."""

    terminal: PtyTerminal
    """The terminal of the client."""
    program: int
    """The number of the program's process on the server."""

    def drop(self) -> None:
        """Let the client vanish without a word."""
        self.terminal.signal(signal.SIGKILL)
        self.terminal.wait()

    def has_ended(self) -> bool:
        """Return whether the program has ended, or does so while one waits."""
        return has_ended(self.program)


class Server:
    """An sshd that lets in whoever has its key."""

    def __init__(self, folder: Path, *more: str, before_key: str = "", program: str = PROGRAM) -> None:
        """Start it.

        Args:
            folder: An empty one for its files.
            more: Further lines of its configuration.
            before_key: What stands before the key in `authorized_keys`.
            program: The script that starts the program there.

        Raises:
            Refused: It cannot be started here.
        """
        self.folder = folder
        self.home = folder / "home"
        """Where everybody is at home who logs in."""
        self.program = folder / "summittui"
        self._terminals: list[PtyTerminal] = []
        self._programs: list[int] = []
        self._sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
        if self._sshd is None or shutil.which("ssh") is None:
            raise Refused("there is no sshd or no ssh here (on Debian: apt install openssh-server openssh-client)")
        if not _may_give_terminals():
            raise Refused("only an sshd of the superuser can give out terminals here (devpts is mounted without gid)")
        self._prepare(before_key, program)
        self.port = 0
        self._process = self._listening("\n".join(more))

    def _prepare(self, before_key: str, program: str) -> None:
        if os.geteuid() == 0:
            with contextlib.suppress(OSError):
                EMPTY.mkdir(mode=0o755, exist_ok=True)
        self.home.mkdir()
        self.program.write_text(program)
        self.program.chmod(0o755)
        for name in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        key = (self.folder / "key.pub").read_text()
        (self.folder / "authorized_keys").write_text(f"{before_key} {key}".lstrip())
        (self.folder / "authorized_keys").chmod(0o644)

    def _listening(self, more: str) -> subprocess.Popen[str]:
        said = ""
        config = self.folder / "sshd_config"
        for _ in range(ATTEMPTS):
            self.port = port = _free_port()
            config.write_text(CONFIG.format(host=HOST, port=port, folder=self.folder, more=more))
            (self.folder / "ssh_config").write_text(CLIENT.format(port=port, folder=self.folder))
            command = [str(self._sshd), "-D", "-e", "-f", str(config)]
            process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
            if process.stderr and (said := _until_listening(process.stderr)).endswith(f"port {port}.\n"):
                return process
            process.wait(PATIENCE)
        raise Refused(f"sshd does not start here: {said.strip()}")

    def client(self, name: str, *words: str) -> list[str]:
        """Return the command line of `ssh`, `scp` or `sftp` that knows this server."""
        return [name, "-F", str(self.folder / "ssh_config"), *words]

    def run(self, name: str, *words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        """Run `ssh`, `scp` or `sftp` without a terminal."""
        command = self.client(name, *words)
        return subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=PATIENCE)

    def connect(
        self, command: str = "", *, user: str = "", size: tuple[int, int] = (80, 24), term: str = "xterm-256color"
    ) -> PtyTerminal:
        """Return a terminal in which a client runs a command there, or what is run without one."""
        words = self.client("ssh", "-tt", f"{user or getpass.getuser()}@{HOST}", *filter(None, [command]))
        terminal = PtyTerminal(words, {"TERM": term, "PATH": os.environ["PATH"]}, size=size)
        self._terminals.append(terminal)
        return terminal

    def open(
        self,
        store: Path,
        *options: str,
        first: str = "exec",
        user: str = "",
        size: tuple[int, int] = (80, 24),
    ) -> Session:
        """Open the program on a store, and wait until its records are shown.

        Args:
            store: The store's file.
            options: Of the program.
            first: What stands before it in the line that the shell there runs.
            user: Who logs in, else oneself.
            size: Of the terminal.
        """
        number = store.with_name(f"{len(self._terminals)}.number")
        program = shlex.join([str(self.program), "--store", str(store), *options])
        script = f"echo $$ >{shlex.quote(str(number))}; exec {program}"
        terminal = self.connect(f"{first} sh -c {shlex.quote(script)}", user=user, size=size)
        terminal.pump_until(r"1 of \d")
        terminal.pump_quiet(AT_REST)
        session = Session(terminal, int(number.read_text()))
        self._programs.append(session.program)
        return session

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for each in self._terminals:
            each.close()
        for program in self._programs:
            has_ended(program)
        self._process.terminate()
        self._process.communicate(timeout=PATIENCE)


def open_ways(server: Server, who: str) -> set[str]:
    """Return by which ways a client reaches files, ports or a program of its choice."""
    key, fetched, port = server.folder / "key.pub", str(server.folder / "fetched"), f"{HOST}:{server.port}"
    ways = {
        "a command": ("ssh", "-T", who, "true"),
        "scp": ("scp", f"{who}:{key}", fetched),
        "old scp": ("scp", "-O", f"{who}:{key}", fetched),
        "sftp": ("sftp", "-b", "-", who),
        "port there": ("ssh", "-W", port, who),
        "port here": ("ssh", "-oExitOnForwardFailure=yes", "-T", "-R", f"0:{port}", who, "true"),
    }
    return {way for way, words in ways.items() if server.run(*words, given="pwd\n").returncode == 0}


def has_ended(process: int) -> bool:
    """Return whether a process has ended, or does so while one waits."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], PATIENCE)[0])
    finally:
        os.close(descriptor)


def cpu_of(process: int) -> float:
    """Return the seconds of CPU that the threads of a process have taken."""
    return (
        sum(int((each / "schedstat").read_text().split()[0]) for each in Path(f"/proc/{process}/task").iterdir()) / 1e9
    )


def _may_give_terminals() -> bool:
    """Tell whether a terminal belongs to the group that sshd wants; only the superuser could change that."""
    outer, inner = os.openpty()
    try:
        return os.geteuid() == 0 or os.fstat(inner).st_gid == grp.getgrnam("tty").gr_gid
    finally:
        os.close(outer)
        os.close(inner)


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as held:
        port: int = held.getsockname()[1]
        return port


def _until_listening(said: IO[str]) -> str:
    """Return what sshd says until it listens, or ends."""
    lines = ""
    for line in said:
        lines += line
        if line.startswith("Server listening"):
            break
    return lines


def started(folder: Path, *more: str, before_key: str = "", program: str = PROGRAM) -> Server:
    """Return a server; skip the test where none can be started."""
    try:
        return Server(folder, *more, before_key=before_key, program=program)
    except Refused as refused:
        pytest.skip(str(refused))
