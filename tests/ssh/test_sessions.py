"""The program through a real sshd: what it shows, takes and hands over there."""

import base64
import re
import time
from pathlib import Path

from tests.patience import PATIENCE
from tests.ssh.server import AT_REST, Server, Session

DOWN, ENTER = b"\x1b[B", b"\r"
MOUSE = {1000, 1003, 1006}
WRAPS = 7
"""The one mode that a terminal has set before and after."""
OSC52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def pressed(session: Session, keys: bytes, until: str) -> None:
    """Press keys, and wait until what they do is shown."""
    session.terminal.press(keys)
    session.terminal.pump_until(until)


def shown(session: Session) -> list[str]:
    """The lines of the screen once nothing changes any more."""
    session.terminal.pump_quiet(AT_REST)
    return session.terminal.lines


def shown_at_last(session: Session, expected: list[str]) -> None:
    """Wait until the screen is as expected."""
    end = time.monotonic() + PATIENCE
    while shown(session) != expected and time.monotonic() < end:
        pass
    assert session.terminal.lines == expected


def test_one_moves_filters_opens_and_leaves_without_the_mouse_being_taken(server: Server, store: Path) -> None:
    session = server.open(store)
    assert not MOUSE & session.terminal.modes
    before = len(session.terminal.written)
    pressed(session, DOWN, "2 of 39")
    shown(session)
    assert len(session.terminal.written) - before <= 1_000
    pressed(session, b"/", "words, “phrases”")
    pressed(session, b"vance", "with “vance”")
    pressed(session, ENTER, "Actors · with “vance”")
    pressed(session, b"2", r"\[2 Quotes")
    pressed(session, ENTER, r"\[4 Detail")
    pressed(session, b"o", "Outline of")
    pressed(session, b"q", r"\[4 Detail")
    session.terminal.press(b"Q")
    session.terminal.wait()
    assert session.terminal.exit_code == 0
    assert session.terminal.modes <= {WRAPS}
    assert session.has_ended()


def test_two_marked_actors_are_compared_and_a_copy_reaches_the_client_and_a_file(server: Server, store: Path) -> None:
    session = server.open(store)
    pressed(session, b" ", "1 marked")
    pressed(session, b" ", "2 marked")
    pressed(session, b"c", "A  China.*B  Chinese officials")
    pressed(session, b"y", "OSC 52")
    sent = OSC52.search(session.terminal.written)
    assert sent
    copied = base64.b64decode(sent[1]).decode()
    assert "Chinese officials" in copied
    assert (server.home / ".local/state/summittui/clipboard.txt").read_text() == copied


def test_a_resized_terminal_shows_what_one_of_that_size_does(server: Server, store: Path) -> None:
    session, wide = server.open(store, "--fresh"), server.open(store, "--fresh", size=(120, 30))
    for keys, until in ((DOWN, "Actor · chinese-officials"), (b",", r"\^s save")):
        for each in (session, wide):
            pressed(each, keys, until)
        before, expected = shown(session), shown(wide)
        session.terminal.resize(120, 30)
        shown_at_last(session, expected)
        session.terminal.resize(80, 24)
        shown_at_last(session, before)


def test_the_profile_that_is_asked_for_is_taken_in_place_of_that_of_ssh(server: Server, store: Path) -> None:
    assert server.open(store, "--profile", "local").terminal.modes >= MOUSE
