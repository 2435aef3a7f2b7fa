"""Connections that break: the program ends, and the store holds what was acknowledged."""

import fcntl
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from summittui.session import Session as Opened
from tests.patience import PATIENCE
from tests.ssh.server import Server, cpu_of, started
from tests.ssh.test_sessions import pressed

BUSY = 0.5
"""The part of a processor that is not taken by a program that waits."""
SOON_GIVEN_UP = ("ClientAliveInterval 1", "ClientAliveCountMax 1")


def summittui(store: Path, *arguments: str) -> None:
    """Run a command of somebody else on the store."""
    command = [sys.executable, "-m", "summittui", "--store", str(store), *arguments]
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)


def edits(store: Path) -> list[str]:
    """The ids of what was edited, the newest first, in a store that is sound and that nobody has locked."""
    with store.with_name(f"{store.name}.lock").open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert not list(store.parent.rglob("*.tmp"))
    opened = Opened.open(store)
    assert opened.check().ok
    found = [entry.id for entry in opened.log() if entry.kind == "edit"]
    opened.close()
    return found


def test_dropped_in_the_middle_of_an_edit_it_ends_and_keeps_what_was_saved(server: Server, store: Path) -> None:
    session = server.open(store)
    pressed(session, b"!", "China has a star")
    pressed(session, b",", "Memo on china")
    pressed(session, b"half a thought", "half a thought")
    session.drop()
    assert session.has_ended()
    assert edits(store) == ["note-china"]
    summittui(store, "memo", "china", "a whole one")
    assert edits(store) == ["note-china", "note-china"]


def test_dropped_while_the_editor_runs_what_the_editor_left_stays(server: Server, store: Path, tmp_path: Path) -> None:
    editor, kept = tmp_path / "editor", tmp_path / "kept"
    editor.write_text('#!/bin/sh\necho half a thought >"$1.recovered"\necho the editor runs\nexec sleep 600\n')
    editor.chmod(0o700)
    kept.mkdir()
    session = server.open(store, first=f"exec env VISUAL={editor} TMPDIR={kept}")
    pressed(session, b"e", "the editor runs")
    session.drop()
    assert session.has_ended()
    assert [path.read_text() for path in kept.rglob("*.recovered")] == ["half a thought\n"]
    assert edits(store) == []


def test_dropped_while_it_saves_it_has_saved_the_whole_edit_or_nothing(server: Server, store: Path) -> None:
    session = server.open(store)
    session.terminal.press(b"!")
    session.drop()
    assert session.has_ended()
    assert edits(store) in ([], ["note-china"])


def test_dropped_while_its_signal_is_ignored_it_ends(server: Server, store: Path) -> None:
    for first in ("trap '' HUP; exec", "exec setsid -w"):
        session = server.open(store, first=first)
        session.drop()
        assert session.has_ended()
    assert edits(store) == []


def test_while_the_line_is_silent_it_waits_others_edit_and_then_it_goes_on(server: Server, store: Path) -> None:
    session = server.open(store)
    session.terminal.signal(signal.SIGSTOP)
    began, before = monotonic(), cpu_of(session.program)
    for name in ("france", "europe"):
        summittui(store, "star", name)
    assert cpu_of(session.program) - before < BUSY * (monotonic() - began)
    assert edits(store) == ["note-europe", "note-france"]
    session.terminal.signal(signal.SIGCONT)
    session.terminal.pump_until("Another session changed the store")
    pressed(session, b"!", "China has a star")
    assert edits(store) == ["note-china", "note-europe", "note-france"]


def test_a_line_that_stays_silent_is_given_up_by_sshd_and_the_program_ends(
    tmp_path_factory: pytest.TempPathFactory, store: Path
) -> None:
    with started(tmp_path_factory.mktemp("sshd"), *SOON_GIVEN_UP) as server:
        session = server.open(store)
        pressed(session, b",", "Memo on china")
        session.terminal.signal(signal.SIGSTOP)
        assert session.has_ended()
    assert edits(store) == []
