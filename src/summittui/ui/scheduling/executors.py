"""Executors in threads: one that runs all calls in order, one that answers only the newest question."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from threading import Thread
from time import monotonic
from typing import ParamSpec, TypeVar

from summittui.model.cancelling import IsCancelled

P = ParamSpec("P")
T = TypeVar("T")

BEFORE_KEYS = "before keys"
"""The group of the workers that keys wait for a while: a screen may open or close when they are done."""


class SerialExecutor:
    """An executor of one thread that runs its calls in order, so that no screen waits and the session has one user."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="session")

    def begin(self, call: Callable[[], T]) -> asyncio.Future[T]:
        """Queue a call; the future gets its result or its exception.

        It is called in the context of the caller, in which the present keys are.
        """
        return asyncio.get_running_loop().run_in_executor(self._executor, partial(copy_context().run, call))

    async def run(self, call: Callable[[], T]) -> T:
        """Return the result of `call` after everything queued before it; raises what the call raises."""
        return await self.begin(call)

    def close(self) -> None:
        """Accept no more calls; those that are queued still run."""
        self._executor.shutdown(wait=False)


class DaemonExecutor(Executor):
    """An executor that runs each call in a daemon thread, which the exit of the program does not wait for."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a call in a new thread."""
        future: Future[T] = Future()

        def run() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(fn(*args, **kwargs))
                except BaseException as error:  # noqa: BLE001  # it is raised where the answer is waited for
                    future.set_exception(error)

        Thread(target=run, name="bystander", daemon=True).start()
        return future


class LatestOnlyExecutor:
    """An executor of one thread that answers, of the questions of one slot, only the newest."""

    def __init__(self, executor: Executor | None = None) -> None:
        """Create the executor over a daemon thread, or over `executor`."""
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="answers")
        self._asked: dict[str, int] = {}
        self._closed = False

    async def ask(self, slot: str, compute: Callable[[IsCancelled], T]) -> T | None:
        """Return the result of `compute`; None if a newer question of its slot superseded it.

        Args:
            slot: What is asked about, such as one list.
            compute: Called in the thread; looks from time to time whether it was overtaken, and may return then.
        """
        is_cancelled = self._begin(slot)

        def answer() -> T | None:
            return None if is_cancelled() else compute(is_cancelled)

        found = await asyncio.get_running_loop().run_in_executor(self._executor, partial(copy_context().run, answer))
        return None if is_cancelled() else found

    async def each(
        self,
        slot: str,
        compute: Callable[[IsCancelled], Iterator[T]],
        *,
        patience: float = 0.0,
        is_part: Callable[[T], bool] = bool,
    ) -> AsyncIterator[T]:
        """Yield what `compute` gives, piece by piece, until it is overtaken by a newer question of its slot.

        Questions of other slots are answered between the pieces.

        Args:
            slot: What is asked about.
            compute: Called in the thread, and so is what it returns; as in `ask`.
            patience: How many seconds after the question a part is still kept back, in case that the next piece comes.
            is_part: Tells whether a piece may be kept back and left out where the next one comes in time.
        """
        is_cancelled = self._begin(slot)
        until = monotonic() + patience
        held: T | None = None
        pieces: Iterator[T] | None = None

        def piece() -> T | None:
            nonlocal pieces
            if is_cancelled():
                return None
            pieces = pieces or compute(is_cancelled)
            return next(pieces, None)

        while not is_cancelled():
            coming = asyncio.get_running_loop().run_in_executor(self._executor, piece)
            if held is not None:
                await asyncio.wait((coming,), timeout=max(0.0, until - monotonic()))
                if not (coming.done() or is_cancelled()):
                    yield held
            found = await coming
            if found is None or is_cancelled():
                return
            held = found if is_part(found) and monotonic() < until else None
            if held is None:
                yield found

    def _begin(self, slot: str) -> IsCancelled:
        """Overtake the questions of a slot; return what tells whether the new one was overtaken in turn."""
        mine = self._asked[slot] = self._asked.get(slot, 0) + 1
        return lambda: self._closed or self._asked[slot] != mine

    def forget(self, slot: str) -> None:
        """Cancel the questions of a slot."""
        self._asked[slot] = self._asked.get(slot, 0) + 1

    def close(self) -> None:
        """Cancel all questions, and accept no more."""
        self._closed = True
        self._executor.shutdown(wait=False, cancel_futures=True)
