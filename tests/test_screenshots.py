import io
import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "screenshots"
PICTURES = tuple(sorted(FOLDER.glob("*.svg")))
IN_BROWSER = FOLDER / "in-browser.png"
"""The page of `summittui serve`, which has no SVG."""
PAGES = tuple(sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")}))
SHOWN = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)|<img\b[^>]*?src=\"([^\"]+)\"")
NAME = re.compile(r"[a-z]+-(80x24|120x36)-(dark|light|mono)")


def test_every_picture_that_a_page_shows_exists_and_comes_from_the_script() -> None:
    shown = [(page, "".join(match)) for page in PAGES for match in SHOWN.findall(page.read_text(encoding="utf-8"))]
    assert shown
    for page, link in shown:
        path = (page.parent / link).resolve()
        assert path.is_file(), f"{page.name} shows {link}"
        assert FOLDER in path.parents, f"{page.name} shows {link}"


def test_every_scene_is_there_in_every_size_and_theme() -> None:
    names = [path.stem for path in PICTURES]
    assert [name for name in names if not NAME.fullmatch(name)] == []
    scenes = {name.split("-")[0] for name in names}
    assert scenes >= {"browse", "detail", "compare", "differences", "help"}
    assert len(names) == len(scenes) * 6


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_asks_nothing_of_another_host_and_runs_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert "url(" not in text
    assert "href" not in text
    assert re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert root.attrib["id"] == path.stem
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {"svg", "title", "style", "g", "rect", "text"}


@pytest.mark.parametrize("path", [*PICTURES, IN_BROWSER], ids=lambda path: path.stem)
def test_a_picture_has_a_small_png(path: Path) -> None:
    drawn = path.with_suffix(".png").read_bytes()
    assert drawn.startswith(b"\x89PNG")
    assert len(drawn) < 200_000


def test_a_terminal_is_redrawn_with_every_letter_in_its_cell() -> None:
    console = Console(width=12, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True)
    console.print(Text.assemble(" a  ", ("<漢>", "red on #00005f"), ("b", "on #00005f")))
    console.print(Text("second"))
    module = runpy.run_path(str(FOLDER / "picture.py"))
    redrawn = cast("Callable[[str, str, tuple[int, int]], str]", module["redrawn"])
    root = ET.fromstring(redrawn(console.export_svg(title="x"), "small", (12, 2)))
    margin, width, height = module["MARGIN"], module["CELL_WIDTH"], module["CELL_HEIGHT"]
    texts = {each.text: each.attrib for each in root.iterfind(".//{*}text")}
    columns = {text: (int(where["x"]) - margin) / width for text, where in texts.items()}
    assert columns == {"a": 1, "<漢>": 4, "b": 8, "second": 0}
    assert int(texts["second"]["y"]) - int(texts["a"]["y"]) == height
    assert texts["<漢>"]["textLength"] == str(4 * width)
    grounds = [each.attrib for each in root.iterfind(".//{*}g/{*}rect")]
    assert [(ground["fill"], ground["width"]) for ground in grounds] == [("#00005f", str(5 * width))]
