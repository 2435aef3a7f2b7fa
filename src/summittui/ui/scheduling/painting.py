"""When a screen is painted."""

import asyncio
from typing import Any

from textual.screen import Screen


def painted(screen: Screen[Any]) -> asyncio.Event:
    """Return an event that is set once nothing is left to be laid out or painted on the screen that is shown."""
    event = asyncio.Event()
    screen.call_after_refresh(event.set)
    return event
