"""A picture of what a terminal shows: each cell in the colours that its bytes ask for, in that terminal's palette."""

from collections import Counter
from itertools import groupby
from typing import Any, NamedTuple

from picture import Ground, Run, document

_NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
_BRIGHT = {"bright" + name: 8 + at for at, name in enumerate(_NAMES)}
_NUMBERS = {name: at for at, name in enumerate(_NAMES)} | _BRIGHT | {"bfightmagenta": 13}
"""What pyte calls the 16 colours; its misspelling of one ground is its own."""
_FAINT = 0.6
"""How much of its ink is left of a faint letter."""
_ITALIC, _UNDERLINED = "green", "cyan"
"""The colours that the Linux console has in place of these attributes."""
_SPACE = "\N{NO-BREAK SPACE}"


class Palette(NamedTuple):
    """The colours of a terminal."""

    ink: str
    ground: str
    colours: tuple[str, ...]
    """The 16."""
    is_console: bool = False
    """Whether it is the Linux console, which shows attributes by colours."""


def _palette(ink: str, ground: str, colours: str, *, is_console: bool = False) -> Palette:
    return Palette(ink, ground, tuple(f"#{each}" for each in colours.split()), is_console)


_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
_CONSOLE = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
_ON_LIGHT = (
    "000000 cc0000 3e7b05 8f6d00 3465a4 75507b 067276 d3d7cf 555753 ef2929 4e9a06 c4a000 729fcf ad7fa8 34a2a2 eeeeec"
)
PALETTES = {
    "xterm": _palette("#e5e5e5", "#000000", _XTERM),
    "console": _palette("#aaaaaa", "#000000", _CONSOLE, is_console=True),
    "light": _palette("#1e1e1e", "#ffffff", _ON_LIGHT),
}
"""xterm's own, those of the Linux console, and those that a desktop has for a light ground."""


class Seen(NamedTuple):
    """How a cell is drawn."""

    ink: str
    ground: str
    rule: str


def drawn(name: str, screen: Any, palette: Palette) -> str:
    """Return what a pyte screen shows as an SVG document of that name."""
    grounds: list[Ground] = []
    runs: list[Run] = []
    styles: dict[str, str] = {}
    for row in range(screen.lines):
        cells = [screen.buffer[row][column] for column in range(screen.columns)]
        column = 0
        for look, group in groupby(cells, lambda char: _seen(char, palette)):
            part = list(group)
            text = "".join(char.data for char in part)
            grounds.append(Ground(row, column, len(part), look.ground))
            if text.strip() or "underline" in look.rule:
                style = styles.setdefault(look.rule, f"r{len(styles) + 1}")
                runs.append(_run(row, column, text, style, trimmed="underline" not in look.rule))
            column += len(part)
    main = _widest(grounds)
    rules = {style: rule for rule, style in styles.items()}
    apart = [each for each in grounds if each.colour != main]
    return document(name, (screen.columns, screen.lines), main, apart, runs, rules)


def _run(row: int, column: int, text: str, style: str, *, trimmed: bool) -> Run:
    if trimmed:
        column += len(text) - len(text.lstrip())
        text = text.strip()
    return Run(row, column, text.replace(" ", _SPACE), style)


def _widest(grounds: list[Ground]) -> str:
    area: Counter[str] = Counter()
    for each in grounds:
        area[each.colour] += each.width
    return area.most_common(1)[0][0]


def _seen(char: Any, palette: Palette) -> Seen:
    name = char.fg
    if palette.is_console and name == "default":
        name = _ITALIC if char.italics else _UNDERLINED if char.underscore else name
    ink, ground = _colour(name, palette, palette.ink), _colour(char.bg, palette, palette.ground)
    if char.reverse:
        ink, ground = ground, ink
    if palette.is_console and char.bold and ink in palette.colours[:8]:
        ink = palette.colours[8 + palette.colours.index(ink)]
    if char.blink:  # what is faint is kept so
        ink = _mixed(ink, ground)
    marks = (
        ("font-weight: bold", char.bold and not palette.is_console),
        ("font-style: italic", char.italics and not palette.is_console),
        ("text-decoration: underline", char.underscore and not palette.is_console),
        ("text-decoration: line-through", char.strikethrough),
    )
    return Seen(ink, ground, "; ".join((f"fill: {ink}", *(rule for rule, holds in marks if holds))))


def _colour(name: str, palette: Palette, default: str) -> str:
    if name == "default":
        return default
    return palette.colours[_NUMBERS[name]] if name in _NUMBERS else f"#{name}"


def _mixed(ink: str, ground: str) -> str:
    pairs = ((int(ink[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(_FAINT * of + (1 - _FAINT) * on):02x}" for of, on in pairs)
