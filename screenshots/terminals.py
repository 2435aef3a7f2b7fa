"""What the program shows in every kind of terminal, as text and picture: `python screenshots/terminals.py [NAME...]`.

Each case is the real program in a pseudo-terminal, told of that terminal by the environment alone; what it writes is
drawn in that terminal's palette. The texts are the same at every run, and a test holds them against the program.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from cells import PALETTES, drawn
from chromium import Chromium
from picture import pixels

if TYPE_CHECKING:
    from benchmarks.pty_terminal import PtyTerminal

FOLDER = Path(__file__).parent / "terminals"
VIEW = "browse pane:quotes lead:jd-vance at:vance-gold-standard"
"""What all of them show."""
PATIENCE = 60
"""Seconds that a case may take."""
SCALE, COLOURS = 1, 32
"""Of the pictures, which are many and small."""
_QUIET = 1.5
"""Seconds in which nothing comes: then a screen is whole."""
_TMUX = ("tmux", "-L", "summittui", "-f", os.devnull)


class Case(NamedTuple):
    """One kind of terminal."""

    variables: Mapping[str, str] = {}
    """What the environment says besides TERM=xterm-256color and a UTF-8 locale."""
    options: tuple[str, ...] = ()
    theme: str | None = None
    """The one that was chosen last."""
    size: tuple[int, int] = (80, 24)
    """Columns and rows."""
    palette: str = "xterm"
    in_tmux: bool = False
    passing: str = ""
    """A notice that goes by itself; the screen is taken when it is gone."""


_C = {"LANG": "C", "LC_ALL": "C"}
CASES: Mapping[str, Case] = {
    "80x24": Case(),
    "60x20": Case(size=(60, 20)),
    "200x60": Case(size=(200, 60)),
    "light-theme": Case(theme="light", palette="light"),
    "16-colours": Case({"TERM": "xterm"}),
    "16-colours-on-light": Case({"TERM": "xterm"}, palette="light"),
    "no-color": Case({"NO_COLOR": "1"}),
    "linux-console": Case({"TERM": "linux"}, palette="console"),
    "tmux": Case(in_tmux=True),
    "locale-c": Case(_C, passing="The locale is not UTF-8"),
    "plain": Case(options=("--plain",)),
}
"""Each by the name of its text and its picture."""


@contextmanager
def running(case: Case, folder: Path) -> Iterator["PtyTerminal"]:
    """Start the program as in a case, with its files in an empty folder."""
    from benchmarks.pty_terminal import PtyTerminal

    store = _store(folder, case.theme)
    arguments = [sys.executable, "-m", "summittui", "--store", str(store), "--view", VIEW, *case.options]
    variables = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMUX_TMPDIR": str(folder)}
    variables |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", **case.variables}
    inside = (*_TMUX, "new-session", *arguments, ";", "set", "status", "off") if case.in_tmux else arguments
    terminal = PtyTerminal(inside, variables, case.size)
    try:
        yield terminal
    finally:
        if case.in_tmux:
            subprocess.run((*_TMUX, "kill-server"), env=variables, check=False, capture_output=True)
        terminal.close()


def _store(folder: Path, theme: str | None) -> Path:
    """Return a store in the folder, seeded, of a user who has chosen a theme and has seen the first hints."""
    from summittui.session import Session
    from summittui.session.remembered import Remembered, keep_remembered

    keep_remembered(folder / ".local/state/summittui/state.json", Remembered(welcomed=True, theme=theme))
    Session.open(folder / "store.json").close()
    return folder / "store.json"


def text_of(terminal: "PtyTerminal") -> str:
    """Return what a terminal shows, blanks at the ends of its lines left out."""
    return "".join(f"{line.rstrip()}\n" for line in terminal.lines)


def wait(terminal: "PtyTerminal", is_whole: Callable[[str], bool]) -> str:
    """Read until the screen is whole, or for as long as a case may take, and return its text."""
    end = monotonic() + PATIENCE
    while not is_whole(text_of(terminal)) and monotonic() < end:
        terminal.pump_for(0.1)
    return text_of(terminal)


def show(case: Case, terminal: "PtyTerminal") -> str:
    """Return the text of a case once its screen is whole and rests."""
    if case.passing:
        wait(terminal, lambda text: case.passing in text)
    wait(terminal, lambda text: "vance-gold-standard" in text and not (case.passing and case.passing in text))
    terminal.pump_quiet(_QUIET)
    return text_of(terminal)


def make(names: list[str]) -> int:
    """Make the texts and pictures of the named cases and return the exit code."""
    unknown = [name for name in names if name not in CASES]
    if unknown:
        sys.stderr.write(f"There is no case {unknown[0]!r}; the cases are {', '.join(CASES)}.\n")
        return 2
    chromium = Chromium.found()
    FOLDER.mkdir(exist_ok=True)
    for name in names or CASES:
        with tempfile.TemporaryDirectory() as folder, running(CASES[name], Path(folder)) as terminal:
            (FOLDER / f"{name}.txt").write_text(show(CASES[name], terminal), encoding="utf-8")
            svg = Path(folder) / f"{name}.svg"
            svg.write_text(drawn(f"in-{name}", terminal.screen, PALETTES[CASES[name].palette]), encoding="utf-8")
            if chromium is not None:
                png = FOLDER / f"{name}.png"
                chromium.draw(svg, png, pixels(CASES[name].size), scale=SCALE, colours=COLOURS)
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(make(sys.argv[1:]))
