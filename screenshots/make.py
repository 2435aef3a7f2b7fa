"""Make every picture of the program from the program: `python screenshots/make.py [SCENE...]`.

Each is an SVG beside this file, the same bytes at every run, and a PNG of it where Chromium is installed. With Pillow
installed as well (`pip install pillow`) the PNGs are a third as big, as the project keeps them. The scene `in-browser`
is a PNG alone: the page of `summittui serve`, in Chromium.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from chromium import Chromium
from in_browser import NAME as IN_BROWSER
from in_browser import draw_page
from picture import pixels, redrawn
from scenes import SCENES, Scene

from summittui.session import Session
from summittui.session.settings import Settings
from summittui.ui.terminal.environment import prepare_environment

FOLDER = Path(__file__).parent
SIZES = ((80, 24), (120, 36))
"""Columns and rows."""
THEMES = {
    "dark": Settings(theme="dark"),
    "light": Settings(theme="light"),
    "mono": Settings(theme="monochrome"),
}
"""The themes of the pictures, by what their names end with."""
PATIENCE = 30
"""Seconds that the application may take to read its store."""


async def photograph(scene: Scene, size: tuple[int, int], settings: Settings, store: Path) -> str:
    """Open with settings, play a scene and return Textual's picture of it."""
    from summittui.ui.app import SummitApp

    app = SummitApp(lambda: Session.open(store), settings=settings)
    async with app.run_test(size=size) as pilot:
        async with asyncio.timeout(PATIENCE):
            while app.library is None:
                await pilot.pause()
        await scene(pilot)
        await pilot.pause()
        return app.export_screenshot()


def make(names: list[str]) -> int:
    """Make the pictures of the named scenes and return the exit code."""
    scenes = (*SCENES, IN_BROWSER)
    unknown = [name for name in names if name not in scenes]
    if unknown:
        sys.stderr.write(f"There is no scene {unknown[0]!r}; the scenes are {', '.join(scenes)}.\n")
        return 2
    chromium = Chromium.found()
    chosen = names or scenes
    if IN_BROWSER in chosen and chromium is not None:
        draw_page(FOLDER / f"{IN_BROWSER}.png", chromium)
        _tell(IN_BROWSER)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.json"
        Session.open(store).close()
        for name in filter(SCENES.__contains__, chosen):
            for size in SIZES:
                for ending, theme in THEMES.items():
                    exported = asyncio.run(photograph(SCENES[name], size, theme, store))
                    _write(f"{name}-{size[0]}x{size[1]}-{ending}", size, exported, chromium)
    return 0


def _write(name: str, size: tuple[int, int], exported: str, chromium: Chromium | None) -> None:
    path = FOLDER / f"{name}.svg"
    path.write_text(redrawn(exported, name, size), encoding="utf-8")
    if chromium is not None:
        chromium.draw(path, path.with_suffix(".png"), pixels(size))
    _tell(name)


def _tell(name: str) -> None:
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    for variable in ("NO_COLOR", "SSH_CONNECTION", "SSH_TTY"):
        os.environ.pop(variable, None)
    prepare_environment("local")
    sys.exit(make(sys.argv[1:]))
