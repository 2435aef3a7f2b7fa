"""One thread in which everything that asks or changes the store happens, one thing after the other."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import TypeVar

T = TypeVar("T")


class SerialThread:
    """Does what it is given in order, so that the screens never wait and the session is never used twice at once."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="session")

    async def run(self, call: Callable[[], T]) -> T:
        """Return what `call` gives, once everything before it is done; raises what it raises.

        It is called in the context of the caller, in which the present keys are.
        """
        return await asyncio.get_running_loop().run_in_executor(self._executor, partial(copy_context().run, call))

    def close(self) -> None:
        """Take nothing more; what was taken is done."""
        self._executor.shutdown(wait=False)
