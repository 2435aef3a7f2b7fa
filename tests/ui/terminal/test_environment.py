import subprocess
import sys

import pytest

from summittui.ui.terminal.environment import FRAMES, over_ssh, prepare_environment, theme_for, why_unusable
from summittui.ui.theme.themes import MONO


class Stream:
    closed = False

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "__stdin__", Stream(terminal=True))
    monkeypatch.setattr(sys, "__stdout__", Stream(terminal=True))


@pytest.mark.usefixtures("in_a_terminal")
def test_a_terminal_is_usable() -> None:
    assert why_unusable() is None


@pytest.mark.usefixtures("in_a_terminal")
@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_without_cursor_addressing_is_refused(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    assert "cannot place its cursor" in str(why_unusable())


@pytest.mark.usefixtures("in_a_terminal")
@pytest.mark.parametrize(("name", "word"), [("__stdin__", "input"), ("__stdout__", "output")])
def test_a_pipe_is_refused(name: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, name, Stream(terminal=False))
    assert why_unusable() == f"standard {word} is not a terminal"


def test_over_ssh_frames_are_fewer_and_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    local: dict[str, str] = {}
    remote: dict[str, str] = {}
    prepare_environment("local", local)
    prepare_environment("ssh", remote)
    assert local == {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_FPS": FRAMES["local"]}
    assert remote == {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_FPS": FRAMES["ssh"]}


def test_ssh_is_known_by_its_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("SSH_TTY", raising=False)
    assert not over_ssh()
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 22 10.0.0.2 22")
    assert over_ssh()


TERMINAL = "summit-terminal"


@pytest.mark.parametrize(
    ("colours", "term", "theme"),
    [
        ("truecolor", "xterm-kitty", None),
        ("256", "tmux-256color", None),
        ("standard", "xterm", TERMINAL),
        ("standard", "linux", TERMINAL),
        ("256", "vt220", MONO),
        (None, "xterm", MONO),
    ],
)
def test_a_terminal_of_few_colours_gets_a_theme_that_has_no_others(
    colours: str | None, term: str, theme: str | None
) -> None:
    assert theme_for(colours, term) == theme


def test_the_module_does_not_load_textual() -> None:
    code = "import sys, summittui.ui.terminal.environment; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
