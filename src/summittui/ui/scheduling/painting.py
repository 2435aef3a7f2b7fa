"""When a screen is painted."""

import asyncio
from typing import Any

from textual.screen import Screen


async def painted(screen: Screen[Any]) -> None:
    """Wait until nothing is left to be laid out or painted on the screen that is shown."""
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()
