"""The ways out of a terminal, with real programs in the place of tmux."""

import base64
import re
import stat
from pathlib import Path

import pytest

from summittui.ui.terminal.clipboard import MOST_BYTES, Clipboard, Setting, clipboard_file, osc52

SCRIPT = '#!/bin/sh\necho "$@" >> "{folder}/{name}.args"\n/bin/cat > "{folder}/{name}.given"\nexit {code}\n'


class Desk:
    """A folder of programs, a terminal that remembers what is written to it, and the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.file = folder / "state" / "clipboard.txt"
        self.written: list[str] = []

    def program(self, name: str, code: int = 0) -> None:
        path = self.bin / name
        path.write_text(SCRIPT.format(folder=self.folder, name=name, code=code))
        path.chmod(0o755)

    def given(self, name: str) -> str | None:
        path = self.folder / f"{name}.given"
        return path.read_text() if path.exists() else None

    def clipboard(self, setting: str = Setting.AUTO, **variables: str) -> Clipboard:
        return Clipboard(self.written.append, setting, {"PATH": str(self.bin), **variables}, self.file)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_inside_tmux_its_buffer_takes_the_text_and_so_does_the_file(desk: Desk) -> None:
    desk.program("tmux")
    handed = desk.clipboard(TMUX="/tmp/tmux-0/default,1,0").copy("words “as they are” $(touch x)")
    assert desk.given("tmux") == desk.file.read_text() == "words “as they are” $(touch x)"
    assert (desk.folder / "tmux.args").read_text() == "load-buffer -w -\n"
    assert desk.written == []
    assert handed.told("it") == f"Copied it: the tmux buffer, and {desk.file}."


def test_tmux_is_left_alone_outside_of_it(desk: Desk) -> None:
    desk.program("tmux")
    desk.clipboard().copy("words")
    assert desk.given("tmux") is None
    assert desk.written == [osc52("words")]


def test_a_tmux_that_fails_gives_way_to_the_terminal_and_is_named(desk: Desk) -> None:
    desk.program("tmux", code=3)
    handed = desk.clipboard(TMUX="x").copy("words")
    assert desk.written == [f"\x1b]52;c;{base64.b64encode(b'words').decode()}\a"]
    assert "tmux ended with 3" in handed.told("it")
    missing = Desk.__new__(Desk)
    missing.__dict__ = {**desk.__dict__, "bin": desk.folder / "nowhere"}
    assert "tmux cannot be run (No such file or directory)" in missing.clipboard(TMUX="x").copy("w").told("it")


@pytest.mark.parametrize(("variable", "program"), [("WAYLAND_DISPLAY", "wl-copy"), ("DISPLAY", "xclip")])
def test_a_program_of_the_desktop_is_used_there_but_not_over_ssh(desk: Desk, variable: str, program: str) -> None:
    desk.program(program)
    desk.clipboard(**{variable: ":0"}, SSH_CONNECTION="1 2 3 4").copy("far")
    assert desk.given(program) is None
    assert desk.written == [osc52("far")]
    handed = desk.clipboard(**{variable: ":0"}).copy("near")
    assert desk.given(program) == "near"
    assert f"the clipboard by {program}" in handed.told("it")


def test_what_a_terminal_cannot_take_goes_to_the_file_alone_and_says_so(desk: Desk) -> None:
    fits = "é" * (MOST_BYTES // 2)
    desk.clipboard().copy(fits)
    assert len(desk.written) == 1
    handed = desk.clipboard().copy(fits + "é")
    assert len(desk.written) == 1
    assert desk.file.read_text() == fits + "é"
    assert handed.told("it") == (
        f"Copied it: {desk.file}. Not otherwise: 74,996 bytes are more than a terminal takes (74,994)."
    )


def test_the_file_is_the_users_alone_and_replaced_whole(desk: Desk) -> None:
    for words in ("a longer first text", "second"):
        desk.clipboard().copy(words)
        assert desk.file.read_text() == words
    assert stat.S_IMODE(desk.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(desk.file.parent.stat().st_mode) == 0o700
    assert list(desk.file.parent.iterdir()) == [desk.file]


def test_a_file_that_cannot_be_written_is_named_and_the_terminal_still_has_the_text(desk: Desk) -> None:
    (desk.folder / "state").write_text("in the way")
    handed = desk.clipboard().copy("words")
    assert desk.written == [osc52("words")]
    assert "cannot be made (File exists)" in handed.told("it")


@pytest.mark.parametrize(
    ("setting", "tmux", "terminal", "file"),
    [
        (Setting.AUTO, True, False, True),
        (Setting.TMUX, True, False, True),
        (Setting.OSC52, False, True, True),
        (Setting.FILE, False, False, True),
        (Setting.OFF, False, False, False),
    ],
)
def test_the_setting_chooses_the_ways(desk: Desk, setting: str, tmux: bool, terminal: bool, file: bool) -> None:
    desk.program("tmux")
    handed = desk.clipboard(setting, TMUX="x").copy("words")
    assert (desk.given("tmux") is not None, bool(desk.written), desk.file.exists()) == (tmux, terminal, file)
    if setting is Setting.OFF:
        assert handed.told("it") == "Nothing was copied: the setting `clipboard` is off."


def test_tmux_alone_where_there_is_none_says_so(desk: Desk) -> None:
    assert "there is no tmux around this terminal" in desk.clipboard(Setting.TMUX).copy("words").told("it")


HOSTILE = "a\x1b]52;c;eA==\x07b\x1b[201~\rrm\x00\u202ec\x9b2Jd\u2066e\ud800f"


def test_no_control_character_reaches_any_way(desk: Desk) -> None:
    desk.program("tmux")
    desk.clipboard(TMUX="x").copy(HOSTILE)
    desk.clipboard(Setting.OSC52).copy(HOSTILE)
    sent = base64.b64decode(desk.written[0].removeprefix("\x1b]52;c;").removesuffix("\a")).decode()
    assert desk.given("tmux") == desk.file.read_text() == sent == "ab\nrmcdef"


def test_gnu_screen_passes_the_sequence_on_in_framed_pieces(desk: Desk) -> None:
    desk.clipboard(STY="1.pts").copy("x" * 1000)
    framed = re.findall(r"\x1bP(.*?)\x1b\\", desk.written[0], re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in framed) == desk.written[0]
    assert max(map(len, framed)) + 4 <= 256
    assert "".join(framed) == osc52("x" * 1000)


def test_behind_a_screen_of_the_client_the_sequence_is_sent_both_ways(desk: Desk) -> None:
    desk.clipboard(TERM="screen-256color", SSH_TTY="/dev/pts/0").copy("words")
    assert desk.written == [osc52("words") + osc52("words", in_screen=True)]


def test_the_file_stands_in_the_state_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert clipboard_file().name == "clipboard.txt"
    assert "summittui" in str(clipboard_file())
