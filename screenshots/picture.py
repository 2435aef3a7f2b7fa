"""A picture of a terminal as a plain SVG: each cell at its place, no font from elsewhere, always the same bytes."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from math import ceil
from xml.etree import ElementTree as ET

from rich.cells import cell_len

FONTS = "'DejaVu Sans Mono', Menlo, Consolas, monospace"
FONT_SIZE = 14.949
"""Pixels at which a cell of DejaVu Sans Mono is 9 pixels wide."""
CELL_WIDTH, CELL_HEIGHT = 9, 17
"""Pixels; a cell higher than 1.16 times the font's size would break upright lines."""
BASELINE = 13
"""Pixels from a cell's top to the foot of its letters."""
MARGIN = 8
"""Pixels of ground around the cells."""

_RICH_WIDTH, _RICH_HEIGHT = 12.2, 24.4
"""What Rich takes for a cell, in pixels of its own."""
_RULE = re.compile(r"\.[\w-]+-(r\d+) \{ ([^}]*?);? \}")
_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Ground:
    """A stretch of one row with a background of its own."""

    row: int
    column: int
    width: int
    """Cells."""
    colour: str


@dataclass(frozen=True)
class Run:
    """Letters in one style in one row."""

    row: int
    column: int
    text: str
    style: str
    """The name of its class."""


def redrawn(exported: str, name: str, size: tuple[int, int]) -> str:
    """Return what Textual's `export_screenshot` gave, as an SVG document of ours.

    Args:
        exported: Textual's SVG document.
        name: The picture's name, which is the document's only id.
        size: Columns and rows.
    """
    root = ET.fromstring(exported)
    rules = dict(_RULE.findall(exported))
    texts = [each for each in root.iterfind(".//{*}text") if "clip-path" in each.attrib and each.text != "\n"]
    grounds = [_ground(each) for each in root.iterfind(".//{*}rect") if "shape-rendering" in each.attrib]
    frame = next(each.attrib["fill"] for each in root.iterfind(".//{*}rect") if "rx" in each.attrib)
    main = _main_ground(grounds, frame, size)
    runs = [_run(each, rules) for each in texts]
    return document(name, size, main, [each for each in grounds if each.colour != main], runs, rules)


def document(
    name: str,
    size: tuple[int, int],
    main: str,
    grounds: list[Ground],
    runs: list[Run],
    rules: dict[str, str],
) -> str:
    """Return a picture as an SVG document.

    Args:
        name: Its name, which is the document's only id.
        size: Columns and rows.
        main: The colour of what has no ground of its own.
        grounds: The stretches that have one.
        runs: The letters.
        rules: The style sheet's declarations for each style, which is `r` and a number.
    """
    width, height = pixels(size)
    box = f'width="{width}" height="{height}"'
    used = sorted({run.style for run in runs}, key=lambda style: int(style[1:]))
    return "\n".join(
        (
            f'<svg id="{name}" xmlns="http://www.w3.org/2000/svg" {box} viewBox="0 0 {width} {height}">',
            f"<title>summittui: {name}</title>",
            "<style>",
            f"#{name} text {{ font-family: {FONTS}; font-size: {FONT_SIZE}px }}",
            *(f"#{name} .{style} {{ {rules[style]} }}" for style in used),
            "</style>",
            f'<rect {box} fill="{main}"/>',
            '<g shape-rendering="crispEdges">',
            *map(_drawn_ground, _joined(grounds)),
            "</g>",
            *map(_drawn_run, runs),
            "</svg>",
            "",
        )
    )


def pixels(size: tuple[int, int]) -> tuple[int, int]:
    """Return the width and height in pixels of a picture of so many columns and rows."""
    columns, rows = size
    return ceil(columns * CELL_WIDTH + 2 * MARGIN), ceil(rows * CELL_HEIGHT + 2 * MARGIN)


def _column(element: ET.Element, attribute: str = "x") -> int:
    return round(float(element.attrib[attribute]) / _RICH_WIDTH)


def _ground(element: ET.Element) -> Ground:
    row = round((float(element.attrib["y"]) - 1.5) / _RICH_HEIGHT)
    return Ground(row, _column(element), _column(element, "width"), element.attrib["fill"])


def _run(element: ET.Element, rules: dict[str, str]) -> Run:
    text, column = element.text or "", _column(element)
    style = element.attrib["class"].rpartition("-")[2]
    if "underline" not in rules[style]:
        column += cell_len(text) - cell_len(text.lstrip(_SPACE))
        text = text.strip(_SPACE)
    row = round((float(element.attrib["y"]) - 20) / _RICH_HEIGHT)
    return Run(row, column, text, style)


def _main_ground(grounds: list[Ground], frame: str, size: tuple[int, int]) -> str:
    """Return the background that most cells have; those without any have the frame's."""
    area = Counter({frame: size[0] * size[1] - sum(each.width for each in grounds)})
    for each in grounds:
        area[each.colour] += each.width
    return area.most_common(1)[0][0]


def _joined(grounds: list[Ground]) -> list[Ground]:
    """Return the stretches with neighbours of one colour made one, so that no seam shows between them."""
    joined: list[Ground] = []
    for each in grounds:
        last = joined[-1] if joined else None
        if last and (last.row, last.column + last.width, last.colour) == (each.row, each.column, each.colour):
            joined[-1] = replace(last, width=last.width + each.width)
        else:
            joined.append(each)
    return joined


def _place(row: int, column: int, down: int = 0) -> str:
    return f'x="{MARGIN + column * CELL_WIDTH}" y="{MARGIN + row * CELL_HEIGHT + down}"'


def _drawn_ground(ground: Ground) -> str:
    place = _place(ground.row, ground.column)
    return f'<rect {place} width="{ground.width * CELL_WIDTH}" height="{CELL_HEIGHT}" fill="{ground.colour}"/>'


def _drawn_run(run: Run) -> str:
    text = escape(run.text, quote=False)
    length = f'textLength="{cell_len(run.text) * CELL_WIDTH}" lengthAdjust="spacingAndGlyphs"'
    return f'<text class="{run.style}" {_place(run.row, run.column, BASELINE)} {length}>{text}</text>'
