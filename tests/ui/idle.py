"""When an app has nothing left to do: a test looks at its state, where Textual's pilot looks at the clock."""

import asyncio
import sys
import threading
from concurrent.futures.thread import _threads_queues
from pathlib import PurePath
from time import monotonic
from types import FrameType

import pytest

from tests.patience import PATIENCE

SOON = 0.04
"""Seconds, over two periods of the timer by which Textual paints: what is due later follows no key."""
MOMENT = 0.001
"""Seconds between two looks: a timer, since the app's own queue of keys waits until nothing else is ready at once."""
LONGEST = 30.0
"""Seconds; as long as Textual's pilot waits for a screen."""
COMPUTING = ("session", "answers", "bystander", "asyncio")
"""What the names of such threads begin with; others watch the terminal."""
WAITING = {"threading.py", "queue.py", "selectors.py", "subprocess.py", "socket.py"}
"""Modules of the standard library in which a thread waits for others."""
BEGINNING = {"_bootstrap", "_bootstrap_inner", "run"}
"""Functions of `threading.py` in which a thread has not come to its work yet."""


def wait_by_state(patch: pytest.MonkeyPatch) -> None:
    """Let the pilot of Textual wait for an idle app, and a key for what the one before it caused, however long."""
    for name in ("PATIENCE_SECONDS", "PATIENCE_AT_START_SECONDS", "STUCK_SECONDS"):
        patch.setattr(f"summittui.ui.scheduling.input_queue.{name}", PATIENCE)
    patch.setattr("textual.app.wait_for_idle", wait_for_idle)
    patch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
    patch.setattr("textual.pilot.Pilot._wait_for_screen", wait_for_messages)


async def wait_for_idle(_min_sleep: float = 0, max_sleep: float = LONGEST) -> None:
    """Wait until the event loop has nothing to call, no timer is due soon and no thread of the app computes.

    It takes the place of `textual._wait.wait_for_idle`, which sleeps for at least 20 ms and looks at the processor.
    """
    loop = asyncio.get_running_loop()
    end = monotonic() + max_sleep
    while monotonic() < end:
        await asyncio.sleep(MOMENT)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        due = min((each.when() for each in loop._scheduled if not each.cancelled()), default=None)  # type: ignore[attr-defined]
        if due is not None and due - loop.time() < SOON:
            await asyncio.sleep(max(due - loop.time(), 0))
        elif not is_computing():
            return


async def wait_for_messages(_pilot: object = None, _timeout: float = LONGEST) -> bool:
    """Wait until every message is answered: the event loop has nothing to call; timers and threads may go on.

    It takes the place of `Pilot._wait_for_screen`, which has every widget answer a message of its own.
    """
    loop = asyncio.get_running_loop()
    is_answered = False
    while not is_answered:
        await asyncio.sleep(MOMENT)
        is_answered = not loop._ready  # type: ignore[attr-defined]
    return True


def is_computing() -> bool:
    """Return whether a thread that computes for the screens does something other than waiting, or is about to."""
    frames = sys._current_frames()
    threads = [each for each in threading.enumerate() if each.name.startswith(COMPUTING)]
    return any(each.ident not in frames or not is_waiting(each, frames[each.ident]) for each in threads)


def is_waiting(each: threading.Thread, frame: FrameType) -> bool:
    """Return whether a thread waits for others: one of a pool for work of which there is none."""
    module, function = PurePath(frame.f_code.co_filename).name, frame.f_code.co_name
    if module == "thread.py":
        has_none = frame.f_locals.get("work_item") is None and not _threads_queues[each].qsize()
        return function == "_worker" and has_none
    return module in WAITING and function not in BEGINNING
