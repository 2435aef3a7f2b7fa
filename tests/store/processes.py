"""Processes that are killed or run side by side; forked from one that has loaded the program, they start at once."""

import multiprocessing
import os
import warnings
from collections.abc import Callable, Mapping
from multiprocessing.context import ForkServerProcess
from typing import Any

_PRELOADED = [
    "__main__",
    "summittui.store.compaction",
    "summittui.store.editing",
    "summittui.store.file_view",
    "summittui.store.postgres.opening",
    "summittui.store.table",
    "tests.store.backends",
]
"""The modules that are loaded before the first process is forked; those that are not installed are passed over."""
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(_PRELOADED)


def started(target: Callable[..., None], *arguments: Any) -> ForkServerProcess:
    """Return a process that has begun to run a function in the present environment; a warning there is an error."""
    process = _context.Process(target=_run, args=(dict(os.environ), target, arguments), daemon=True)
    process.start()
    return process


def pipe() -> tuple[Any, Any]:
    """Return the two ends of a pipe, for reading and for writing, which can be handed to a process."""
    return _context.Pipe(duplex=False)


def _run(environment: Mapping[str, str], target: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    os.environ.update(environment)
    warnings.simplefilter("error")
    target(*arguments)
