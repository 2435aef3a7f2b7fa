"""What a visitor of `summittui serve` sees: its page in a Chromium."""

import asyncio
import tempfile
from pathlib import Path

from benchmarks.browser import browser
from chromium import COLOURS, SCALE, Chromium, make_small
from terminals import VIEW

from summittui.serve.access import new_token
from summittui.serve.program import workbench
from summittui.serve.serving import ServerSettings, running
from summittui.session import Session

NAME = "in-browser"
SIZE = (980, 560)
"""Of the page, in pixels."""
SHOWN = "vance-gold-standard"
"""What the screen shows once it is whole."""
_REST_SECONDS = 1.0
"""After so long nothing more is drawn."""


def draw_page(png: Path, chromium: Chromium) -> None:
    """Draw the page of a server into a PNG file."""
    png.write_bytes(asyncio.run(_photograph(chromium.program)))
    make_small(png, COLOURS)


async def _photograph(chromium: str) -> bytes:
    """Visit a server of the collection and return the picture of its page, as a PNG."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.json"
        Session.open(store).close()
        options = ("--kiosk", "--store", str(store), "--view", VIEW, "--profile", "ssh", "--mouse")
        settings = ServerSettings(workbench(options, {"HOME": folder}), new_token())
        async with running(settings) as server, browser(chromium) as opened, opened.page() as page:
            await page.resize(*SIZE, scale=SCALE)
            await page.go(f"{server.address}#{settings.token}")
            await page.until_shows(SHOWN)
            await asyncio.sleep(_REST_SECONDS)
            return await page.picture()
