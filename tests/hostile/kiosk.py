"""A kiosk in a process of its own: every command, each on a few screens, under an audit hook of the interpreter.

Writes each start of a program and each file opened for writing to standard output, a line each.
"""

import asyncio
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from summittui.session import Session
from summittui.ui.app import SummitApp
from summittui.ui.restrictions import Restrictions, forget_ways_out
from tests.hostile.walk import TRIED, WAYS, Hurried, every_command
from tests.thorough import THOROUGH
from tests.ui.driver import SMALL, Reader
from tests.ui.idle import wait_by_state

SCREENS = 100 if THOROUGH else 2
"""On how many of its screens a command is tried."""
_PROGRAMS = ("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "pty.", "webbrowser.")
_FILES = ("os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.rmdir", "shutil.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, str) and path != os.devnull and (flags or 0) & _WRITING:
            tell("writes", path)
    elif event.startswith((*_PROGRAMS, *_FILES)):
        tell(event, *arguments)


async def walk(store: Path, restrictions: Restrictions) -> None:
    app = SummitApp(lambda: Session.open(store, read_only=True), restrictions=restrictions)
    async with app.run_test(size=SMALL) as pilot:
        reader = Hurried(app, pilot)
        while app.session_host.session is None:
            await reader.settle()
        sys.addaudithook(watch)
        tried: Counter[str] = Counter()
        for way in TRIED:
            often = frozenset(name for name, times in tried.items() if times >= SCREENS)
            async for name in every_command(reader, WAYS[way], but=often):
                tried[name] += 1
        await Reader(app, pilot).settle()
        tell("commands", len(tried))


if __name__ == "__main__":
    forget_ways_out(os.environ)
    with pytest.MonkeyPatch.context() as patch:
        wait_by_state(patch)
        asyncio.run(walk(Path(sys.argv[1]), Restrictions(kiosk=True)))
