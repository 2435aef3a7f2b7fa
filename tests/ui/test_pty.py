"""The program in a pseudo-terminal: the bytes it sends, how it leaves, stops and goes on. No times."""

import os
import signal
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.pty_terminal import KITTY_KEYS, PtyTerminal

from summittui.session import Session
from tests.patience import PATIENCE
from tests.ui.program import AT_REST, launch, put_home, start

DOWN, PAGE_DOWN, TAB = b"\x1b[B", b"\x1b[6~", b"\t"
HIDDEN_CURSOR = 25
WRAPS = 7
"""The one mode that a terminal has set before and after."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[PtyTerminal]:
    """The program in a home in which it has run before."""
    put_home(tmp_path)
    started = start(tmp_path)
    yield started
    started.close()


def bytes_of(terminal: PtyTerminal, *keys: bytes) -> float:
    """The median of the bytes that keys are answered with."""
    sent = []
    for key in keys:
        before = len(terminal.written)
        terminal.press(key)
        terminal.pump_quiet(AT_REST)
        sent.append(len(terminal.written) - before)
    return statistics.median(sent)


def is_plain(terminal: PtyTerminal) -> bool:
    """Whether what is written next looks as it did before the program ran."""
    assert terminal.lines
    attributes = terminal.screen.cursor.attrs
    return (attributes.fg, attributes.bg, attributes.bold) == ("default", "default", False)


def test_the_first_screen_and_every_key_take_few_bytes(terminal: PtyTerminal) -> None:
    assert len(terminal.written) <= 10_000
    assert bytes_of(terminal, *[DOWN] * 15) <= 800
    assert bytes_of(terminal, *[PAGE_DOWN] * 3) <= 2_500
    assert bytes_of(terminal, *[TAB] * 4) <= 3_000


def test_a_list_over_the_whole_screen_takes_few_bytes_for_each_move(terminal: PtyTerminal) -> None:
    terminal.press(b"?")
    terminal.pump_quiet(AT_REST)
    assert bytes_of(terminal, *[DOWN] * 5) <= 350


def test_a_letter_that_changes_no_list_takes_few_bytes(terminal: PtyTerminal) -> None:
    terminal.press(b"/")
    terminal.pump_quiet(AT_REST)
    terminal.press(b"emmanuel")
    terminal.pump_quiet(AT_REST)
    assert bytes_of(terminal, *(bytes([letter]) for letter in b" macron")) <= 150


@pytest.mark.parametrize("keys", [b"", b"/"])
def test_nothing_is_sent_while_nobody_types(terminal: PtyTerminal, keys: bytes) -> None:
    if keys:
        terminal.press(keys)
        terminal.pump_quiet(AT_REST)
    before = len(terminal.written)
    terminal.pump_for(2.5)
    assert len(terminal.written) == before


@pytest.mark.parametrize(
    ("number", "code"), [(0, 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131)]
)
def test_the_terminal_is_left_as_it_was(terminal: PtyTerminal, number: int, code: int) -> None:
    assert {1049, 2004, 25, KITTY_KEYS, 1000} <= terminal.modes
    if number:
        terminal.signal(number)
    else:
        terminal.press(b"Q")
    terminal.wait()
    assert terminal.exit_code == code
    assert terminal.modes <= {WRAPS}
    assert is_plain(terminal)


def test_over_a_slow_line_the_mouse_is_left_alone(tmp_path: Path) -> None:
    for option, variables in (("--profile=ssh", {}), ("--read-only", {"SSH_TTY": "/dev/pts/0"})):
        terminal = start(tmp_path, option, **variables)
        assert not {1000, 1003, 1006} & terminal.modes
        terminal.close()
    terminal = start(tmp_path, "--profile=local", SSH_TTY="/dev/pts/0")
    assert 1000 in terminal.modes
    terminal.close()


def test_after_a_stop_the_terminal_is_given_back_and_then_drawn_again(terminal: PtyTerminal) -> None:
    shown = terminal.lines
    terminal.signal(signal.SIGTSTP)
    os.waitpid(terminal.pid, os.WUNTRACED)
    terminal.pump_quiet(AT_REST)
    assert not {1049, 2004, KITTY_KEYS} & terminal.modes
    assert is_plain(terminal)
    before = len(terminal.written)
    terminal.signal(signal.SIGCONT)
    terminal.pump_while(lambda: len(terminal.written) - before <= 1_000 or terminal.lines != shown)
    assert 1049 in terminal.modes
    terminal.press(DOWN)
    terminal.pump_until("2 of 39")


def test_in_plain_mode_the_cursor_is_seen_again_after_a_stop(tmp_path: Path) -> None:
    terminal = start(tmp_path, "--plain")
    assert HIDDEN_CURSOR not in terminal.modes
    terminal.signal(signal.SIGTSTP)
    os.waitpid(terminal.pid, os.WUNTRACED)
    terminal.signal(signal.SIGCONT)
    terminal.pump_while(lambda: 1049 not in terminal.modes)
    terminal.pump_quiet(AT_REST)
    assert HIDDEN_CURSOR not in terminal.modes
    terminal.close()


def test_a_resized_terminal_is_filled(terminal: PtyTerminal) -> None:
    terminal.resize(100, 30)
    terminal.pump_until(r"\n \? help[^\n]*\Z")
    terminal.pump_quiet(AT_REST)
    assert all(line.rstrip() for line in terminal.lines)


BURSTS = (
    b"/e",
    b"\x1b",
    b"/gold\x1b",
    b"2jy",
    b"1*gold",
    b"\x1b",
    b"\x1b",
    b"'va",
    b"\x1b",
    b"?/theme",
    b"\x1b",
    b"\x1b",
    b":sort\r",
)


def type_slowly(terminal: PtyTerminal, keys: bytes) -> None:
    for key in keys:
        terminal.press(bytes([key]))
        terminal.pump_quiet(AT_REST)


def pump_until_like(terminal: PtyTerminal, other: PtyTerminal) -> None:
    """Read until two terminals show the same; what both show for a while only may come and go meanwhile."""
    end = time.monotonic() + PATIENCE
    while terminal.lines != other.lines and time.monotonic() < end:
        terminal.pump_quiet(AT_REST)
        other.pump_quiet(AT_REST)
    assert terminal.lines == other.lines


def test_keys_of_one_read_do_what_they_do_one_by_one(terminal: PtyTerminal, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    Session.open(folder / "store.json").close()
    slow = start(folder)
    for keys in BURSTS:
        type_slowly(slow, keys)
        terminal.press(keys)
        terminal.pump_quiet(AT_REST)
        pump_until_like(terminal, slow)
    slow.close()


def test_keys_that_were_typed_before_the_first_paint_are_answered_after_it(
    terminal: PtyTerminal, tmp_path: Path
) -> None:
    type_slowly(terminal, b"/gold")
    hasty = launch(tmp_path)
    hasty.press(b"/gold")
    hasty.pump_until("1 of|0 of")
    pump_until_like(hasty, terminal)
    hasty.close()


REPLIES = b"\x1b]11;rgb:1212/1212/1212\x1b\\\x1b]52;c;cXVpdA==\x07\x1bP>|xterm(390)\x1b\\\x1b[?62;22c\x1b[12;40R\x1b[0n"
KEYPAD_DOWN = b"\x1b[57420u"


def test_replies_in_pieces_run_no_command_and_a_key_of_the_keypad_does(terminal: PtyTerminal) -> None:
    shown = terminal.lines
    for reply in (bytes([each]) for each in REPLIES):
        terminal.press(reply)
    for at in range(1, len(REPLIES)):
        terminal.press(REPLIES[:at])
        terminal.press(REPLIES[at:])
    terminal.pump_quiet(AT_REST)
    assert terminal.lines == shown
    terminal.press(KEYPAD_DOWN)
    terminal.pump_until("2 of 39")


def test_a_signal_while_the_terminal_is_taken_leaves_it_as_it_was(tmp_path: Path) -> None:
    terminal = launch(tmp_path)
    while b"\x1b[?1049h" not in terminal.written:
        terminal.pump_for(0.001)
    terminal.signal(signal.SIGTERM)
    terminal.wait()
    assert terminal.exit_code == 128 + signal.SIGTERM
    assert terminal.modes <= {WRAPS}


@pytest.mark.parametrize("numbers", [(signal.SIGWINCH,), (signal.SIGSTOP, signal.SIGCONT)])
def test_the_whole_screen_is_drawn_again_when_the_terminal_may_show_something_else(
    terminal: PtyTerminal, numbers: tuple[int, ...]
) -> None:
    shown, before = terminal.lines, len(terminal.written)
    terminal.screen.reset()
    for number in numbers:
        terminal.signal(number)
        if number == signal.SIGSTOP:
            os.waitpid(terminal.pid, os.WUNTRACED)
    terminal.pump_until(r"1 of \d")
    terminal.pump_quiet(AT_REST)
    assert len(terminal.written) - before > 1_000
    assert terminal.lines == shown
    terminal.press(DOWN)
    terminal.pump_until("2 of 39")
    terminal.press(b"Q")
    terminal.wait()
    assert terminal.exit_code == 0
    assert terminal.modes <= {WRAPS}
