"""What docs/terminals.md shows is what the program shows today, in the colours that the terminal has."""

import importlib
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "screenshots" / "terminals"
NAMES = (
    *("80x24", "60x20", "200x60", "light-theme", "16-colours", "16-colours-on-light"),
    *("no-color", "linux-console", "tmux", "locale-c", "plain"),
)
OF_SIXTEEN = {"default", "green", "red", "magenta"}
OF_NONE = {"default"}
COLOURS = {
    **dict.fromkeys(("16-colours", "16-colours-on-light", "linux-console"), OF_SIXTEEN),
    **dict.fromkeys(("no-color", "plain"), OF_NONE),
}
"""All that may be used; in the others those of the 256."""


@pytest.fixture
def terminals(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER.parent))
    return importlib.import_module("terminals")


def used(screen: Any) -> set[str]:
    """Return the colours of the letters and of the grounds."""
    cells = [screen.buffer[row][column] for row in range(screen.lines) for column in range(screen.columns)]
    return {cell.fg for cell in cells} | {cell.bg for cell in cells}


@pytest.mark.parametrize("name", NAMES)
def test_a_terminal_shows_what_the_page_shows(name: str, terminals: ModuleType, tmp_path: Path) -> None:
    case = terminals.CASES[name]
    if case.in_tmux and shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    wanted = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    with terminals.running(case, tmp_path) as terminal:
        shown = terminals.wait(terminal, lambda text: text == wanted)
        assert shown == wanted, "run `python screenshots/terminals.py`"
        if name in COLOURS:
            assert used(terminal.screen) <= COLOURS[name]
        else:
            assert len(used(terminal.screen)) > 6


def test_every_case_is_tried_and_has_its_text_its_picture_and_its_place_in_the_page(terminals: ModuleType) -> None:
    assert set(terminals.CASES) == set(NAMES)
    assert {path.name for path in FOLDER.iterdir()} == {
        f"{name}.{ending}" for name in NAMES for ending in ("txt", "png")
    }
    page = (ROOT / "docs" / "terminals.md").read_text(encoding="utf-8")
    for name in NAMES:
        assert f"(../screenshots/terminals/{name}.txt)" in page
        assert f"(../screenshots/terminals/{name}.png)" in page


def test_the_texts_and_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 300_000


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"60x20", "200x60"}])
def test_a_text_fills_the_terminal(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 24
    assert max(map(len, lines)) <= 80


def test_only_ascii_is_shown_where_the_locale_has_nothing_else() -> None:
    for name in ("locale-c", "plain"):
        assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8").isascii()


def test_the_same_is_shown_inside_tmux_and_in_other_colours() -> None:
    common = (FOLDER / "80x24.txt").read_text(encoding="utf-8")
    for name in ("tmux", "16-colours", "16-colours-on-light", "no-color", "light-theme"):
        assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8") == common


def test_a_case_that_there_is_not_is_refused(terminals: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert terminals.make(["none"]) == 2
    assert "There is no case 'none'" in capsys.readouterr().err


def test_a_cell_is_drawn_in_the_palette_of_its_terminal(terminals: ModuleType) -> None:
    import pyte

    screen = pyte.Screen(4, 1)
    pyte.Stream(screen).feed("\x1b[31ma\x1b[m\x1b[1mb\x1b[m\x1b[7mc\x1b[m\x1b[38;5;75md")
    xterm, console, light = (
        terminals.drawn("in-a", screen, terminals.PALETTES[name]) for name in ("xterm", "console", "light")
    )
    assert "fill: #cd0000" in xterm
    assert "fill: #aa0000" in console
    assert "font-weight" in xterm
    assert "font-weight" not in console
    assert 'fill="#1e1e1e"' in light
    assert all("#5fafff" in each for each in (xterm, console, light))
