"""How the screens do on a terminal, beside a bare Textual app in the same run: `python benchmarks/terminal.py`.

Every figure is a median over rounds in which the programs take turns. `docs/performance.md` keeps a table.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.pty_terminal import DIRECT, Line, PtyTerminal

HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello")

Hello().run()
"""
SLOW = Line(round_trip=0.2, rate=8_000.0)
"""200 ms and 64 kbit/s."""
SIZES = (10_000, 100_000)
PARTS = ("start", "keys", "idle", "leave")
QUOTES = "quotes.csv"
PEERS = {
    "posting": (("posting",), "Posting", b"\x03"),
    "frogmouth": (("frogmouth", str(Path(__file__).parents[1] / "README.md")), "summittui", b"\x11"),
    "visidata": (("vd", QUOTES), "speaker", b"gq"),
}
"""Each with what starts it, what is on its screen then, and the keys that end it."""
DOWN, PAGE_DOWN, TAB = b"\x1b[B", b"\x1b[6~", b"\t"
MEGABYTE = 1_000_000

Figures = dict[str, float]


class Program(NamedTuple):
    """What is measured."""

    name: str
    arguments: Sequence[str]
    ready: str
    """The pattern that is on the screen once it can be used."""
    goes_away: bytes = b"Q"
    """The keys that end it."""
    has_list: bool = True
    """Whether it has something to move in."""
    has_panes: bool = False
    """Whether it has panes to change between and a filter to type into as well."""
    is_again: bool = False
    """Whether each round begins with a run that is left, so that its last screen is kept."""
    sources: Path | None = None
    """The folder of the package, where it is not the one of this checkout."""


def summittui(name: str, store: Path, *options: str) -> Program:
    """Return our program on a store; with `--fresh` it does not begin with the screen that was left."""
    arguments = (sys.executable, "-m", "summittui", "--store", str(store), *options)
    return Program(name, arguments, r"\d of [\d,]", has_panes=True)


def environment(home: Path, sources: Path | None = None) -> Mapping[str, str]:
    """Return the environment of a plain local terminal, in which Python looks into `sources` first."""
    others = ("SSH_", "NO_COLOR", "TEXTUAL", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    imported = {} if sources is None else {"PYTHONPATH": str(sources)}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)} | imported


def started(program: Program, home: Path, line: Line) -> tuple[PtyTerminal, Figures]:
    """Start a program; return it with the times of its start in milliseconds and the bytes of its first screen."""
    terminal = PtyTerminal(program.arguments, environment(home, program.sources), line=line)
    terminal.pump_until(program.ready, 120)
    content = terminal.chunks[-1][0] - terminal.started
    settled = terminal.pump_quiet(0.4 + line.round_trip) - terminal.started
    return terminal, {
        "first paint ms": terminal.first_text() * 1000,
        "content ms": content * 1000,
        "settled ms": settled * 1000,
        "bytes, first screen": len(terminal.written),
        "memory MB": terminal.memory() / MEGABYTE,
    }


class Answer(NamedTuple):
    """What a key was answered with."""

    bytes: int
    first_bytes: int
    """Of the first of it alone."""
    milliseconds: float
    """Until the first of it: the cursor where the key has put it."""
    settled: float
    """Milliseconds until the last of it: what follows from the key."""
    cpu: float
    """Milliseconds of CPU."""


def answer(terminal: PtyTerminal, key: bytes) -> Answer:
    """Press a key and wait until the screen is at rest."""
    before, cpu = len(terminal.written), terminal.cpu_exact()
    pressed = terminal.press(key)
    last = terminal.pump_quiet(0.2 + 2 * terminal.line.round_trip)
    first, chunk = next(((at, chunk) for at, chunk in terminal.chunks if at > pressed), (pressed, b""))
    used = (terminal.cpu_exact() - cpu) * 1000
    took = len(terminal.written) - before
    return Answer(took, len(chunk), (first - pressed) * 1000, max(0.0, last - pressed) * 1000, used)


def moves(terminal: PtyTerminal) -> Figures:
    """Return bytes, latency and CPU of the key that moves a cursor down."""
    found = [answer(terminal, DOWN) for _ in range(20)]
    times = sorted(each.milliseconds for each in found)
    return {
        "bytes per move": statistics.median(each.first_bytes for each in found),
        "bytes per move, with all that follows": statistics.median(each.bytes for each in found),
        "key p50 ms": statistics.median(times),
        "key p95 ms": times[int(len(times) * 0.95) - 1],
        "key settled ms": statistics.median(each.settled for each in found),
        "CPU per key ms": statistics.median(each.cpu for each in found),
    }


def keys(terminal: PtyTerminal) -> Figures:
    """Return bytes, latency and CPU of keys in Browse."""
    moved = moves(terminal)
    pages = [answer(terminal, PAGE_DOWN) for _ in range(5)]
    panes = [answer(terminal, TAB) for _ in range(6)]
    answer(terminal, b"/")
    letters = [answer(terminal, bytes([letter])) for letter in b"emmanuel macron"]
    answer(terminal, b"\x1b")
    return moved | {
        "bytes per page": statistics.median(each.bytes for each in pages),
        "bytes per pane switch": statistics.median(each.bytes for each in panes),
        "bytes per letter": statistics.median(each.bytes for each in letters),
    }


def held(terminal: PtyTerminal, seconds: float = 1.5) -> Figures:
    """Hold a key at the top of a list, 30 a second; return how long the screen changes after it is let go."""
    answer(terminal, b"1")
    answer(terminal, b"g")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        os.write(terminal.file, DOWN)
        terminal.pump_for(1 / 30)
    let_go = time.monotonic()
    return {"held key drains ms": max(0.0, terminal.pump_quiet(0.6) - let_go) * 1000}


def idle(terminal: PtyTerminal, seconds: float = 5.0) -> Figures:
    """Return what a program does while nobody types."""
    terminal.pump_quiet(2.0)
    before, cpu = len(terminal.written), terminal.cpu_exact()
    terminal.pump_for(seconds)
    used = (terminal.cpu_exact() - cpu) / seconds
    return {"idle bytes/s": (len(terminal.written) - before) / seconds, "idle CPU %": used * 100}


def leave(program: Program, home: Path) -> Figures:
    """Return how long leaving takes, in milliseconds."""

    def timed(end: Callable[[PtyTerminal], object]) -> float:
        terminal, _ = started(program, home, DIRECT)
        begun = time.monotonic()
        end(terminal)
        taken = terminal.wait() - begun
        terminal.close()
        return taken * 1000

    return {
        "quit ms": timed(lambda terminal: terminal.press(program.goes_away)),
        "SIGTERM ms": timed(lambda terminal: terminal.signal(signal.SIGTERM)),
        "SIGHUP ms": timed(lambda terminal: terminal.signal(signal.SIGHUP)),
    }


def measure(program: Program, home: Path, line: Line, parts: Sequence[str]) -> Figures:
    """Return one round of figures of one program."""
    if program.is_again:
        _open_and_leave(program, home)
    terminal, figures = started(program, home, line)
    try:
        if "keys" in parts and program.has_list:
            figures |= keys(terminal) if program.has_panes else moves(terminal)
            figures |= held(terminal) if line.rate and program.has_panes else {}
        if "idle" in parts and not line.rate:
            figures |= idle(terminal)
    finally:
        terminal.close()
    if "leave" in parts and not line.rate:
        figures |= leave(program, home)
    return figures


def _open_and_leave(program: Program, home: Path) -> None:
    terminal, _ = started(program, home, DIRECT)
    terminal.press(program.goes_away)
    terminal.wait()
    terminal.close()


def peers(folder: Path) -> list[Program]:
    """Return the peers that can be installed, each into a venv of its own; say which cannot."""
    found = []
    for name, ((command, *arguments), ready, goes_away) in PEERS.items():
        scripts = folder / name / "bin"
        if not scripts.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder / name)], check=True)
        install = [scripts / "python", "-m", "pip", "install", "--quiet", name]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            print(f"{name} is left out: it could not be installed.")
            continue
        given = [str(folder / each) if each == QUOTES else each for each in arguments]
        peer = Program(name, (str(scripts / command), *given), ready, goes_away)
        if _works(peer, folder):
            found.append(peer)
        else:
            print(f"{name} is left out: it does not run here.")
    return found


def _write_quotes(path: Path, store: Path) -> None:
    """Write the seeded quotes as a table, for peers that show tables."""
    command = [sys.executable, "-m", "summittui", "--store", str(store), "list", "quotes", "--csv"]
    with path.open("w", encoding="utf-8") as file:
        subprocess.run(command, check=True, stdout=file)


def _works(peer: Program, home: Path) -> bool:
    terminal = PtyTerminal(peer.arguments, environment(home))
    try:
        terminal.pump_until(peer.ready)
        terminal.pump_quiet(0.5)
        return not terminal.shows("Traceback")
    except TimeoutError:
        return False
    finally:
        terminal.close()


def table(rounds: Mapping[str, Sequence[Figures]]) -> str:
    """Return the medians as a Markdown table, times beside hello's."""
    medians = {name: _medians(figures) for name, figures in rounds.items()}
    hello = medians.get("hello", {})
    rows = list(dict.fromkeys(row for figures in medians.values() for row in figures))
    lines = ["| figure | " + " | ".join(medians) + " |", "|---" * (len(medians) + 1) + "|"]
    for row in rows:
        cells = [_cell(row, figures.get(row), hello.get(row)) for figures in medians.values()]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _medians(rounds: Sequence[Figures]) -> Figures:
    return {row: statistics.median(each[row] for each in rounds if row in each) for row in rounds[0]}


def _cell(row: str, value: float | None, hello: float | None) -> str:
    if value is None:
        return ""
    shown = f"{value:,.0f}" if value >= 10 else f"{value:.2f}".rstrip("0").rstrip(".")
    is_relative = (hello and row.partition(" ")[2] in {"paint ms", "ms", "MB"}) or row == "settled ms"
    return f"{shown} ({value / hello:.2f}x)" if is_relative and hello else shown


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="Quotes of made-up stores.")
    parser.add_argument("--parts", nargs="*", default=PARTS, choices=PARTS)
    parser.add_argument("--line", choices=("direct", "slow"), default="direct", help="slow: 200 ms, 64 kbit/s.")
    parser.add_argument("--peers", type=Path, help="Install others in this folder and measure them.")
    parser.add_argument("--beside", type=Path, help="Measure another checkout of the program in turn.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        hello = Program("hello", (sys.executable, "-c", HELLO), "hello", b"\x11", has_list=False)
        seeded = home / "seeded.json"
        again = summittui("seeded, opened again", seeded)._replace(is_again=True)
        programs = [hello, summittui("seeded", seeded, "--fresh"), again]
        programs += [summittui(f"{size:,} quotes", _made_up(home, size), "--fresh") for size in chosen.sizes]
        line = SLOW if chosen.line == "slow" else DIRECT
        _open_and_leave(programs[1], home)
        if chosen.beside:
            programs += _beside(chosen.beside, home, programs[1:])
        if chosen.peers:
            chosen.peers.mkdir(parents=True, exist_ok=True)
            _write_quotes(chosen.peers / QUOTES, seeded)
            programs += peers(chosen.peers)
        rounds: dict[str, list[Figures]] = {program.name: [] for program in programs}
        for _ in range(chosen.rounds):
            for program in programs:
                rounds[program.name].append(measure(program, home, line, chosen.parts))
    print(table(rounds))


def _beside(checkout: Path, home: Path, programs: Sequence[Program]) -> list[Program]:
    """Return the programs as those of another checkout, on copies of their stores."""
    found = []
    for program in programs:
        store = Path(program.arguments[program.arguments.index("--store") + 1])
        other = home / "beside" / store.name
        other.parent.mkdir(exist_ok=True)
        if store.exists():
            shutil.copy2(store, other)
            shutil.copytree(f"{store}.history", f"{other}.history", dirs_exist_ok=True)
        copy = summittui(f"{program.name}, {checkout.name}", other, *program.arguments[5:])
        found.append(copy._replace(is_again=program.is_again, sources=checkout.resolve() / "src"))
    return found


def _made_up(home: Path, quotes: int) -> Path:
    store = home / f"{quotes}.json"
    command = [sys.executable, "-m", "summittui", "--store", str(store), "seed", "--synthetic", str(quotes)]
    subprocess.run(command, check=True, capture_output=True)
    return store


if __name__ == "__main__":
    main()
