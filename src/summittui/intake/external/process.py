"""An external proposer as a process: no shell, bounded in time and in what it prints."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO

from msgspec import Struct

from summittui.intake.external.protocol import Answer, answer_of
from summittui.model import Cancelled, InputError
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.model.text import clip, safe

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_POLL_SECONDS = 0.02
_LONGEST_COMPLAINT = 200
_TAIL = 2_000
"""The number of bytes of a failed program's standard error that are read."""


class Limits(Struct, frozen=True, kw_only=True):
    """Limits of an external proposer: the time that it may take and the bytes that it may print."""

    seconds: float = 60.0
    output_bytes: int = 10_000_000


def run_proposer(
    command: Sequence[str], request: bytes, limits: Limits, is_cancelled: IsCancelled = never_cancelled
) -> Answer:
    """Return what the program `command` prints when `request` is its standard input.

    Raises:
        InputError: It cannot be started, fails, takes too long, prints too much or what is no proposals.
        Cancelled: `is_cancelled` came true while it ran; the program and those that it started are ended.
    """
    if not command:
        raise InputError("the command of the proposer is empty; name a program")
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complaint:
        given.write(request)
        given.seek(0)
        process: subprocess.Popen[bytes] | None = None
        try:
            with _interrupts_deferred():
                process = _start(command, given, printed, complaint)
            _wait(process, command[0], (printed, complaint), limits, is_cancelled)
        finally:
            if process is not None:
                _end(process)
        if process.returncode:
            raise InputError(
                f"the proposer {safe(command[0])!r} failed with exit code {process.returncode}"
                f"{_last_words(complaint)}; nothing was proposed"
            )
        printed.seek(0)
        return answer_of(printed.read())


@contextmanager
def _interrupts_deferred() -> Iterator[None]:
    """Let ctrl+c wait until a program that is being started is known, so that it can be ended."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    caught: list[tuple[int, FrameType | None]] = []
    handlers = {each: handler for each in _ENDING if callable(handler := signal.getsignal(each))}
    for each in handlers:
        signal.signal(each, lambda *which: caught.append(which))
    try:
        yield
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)
        for number, frame in caught[:1]:
            handlers[signal.Signals(number)](number, frame)


def _start(
    command: Sequence[str], given: IO[bytes], printed: IO[bytes], complaint: IO[bytes]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(command, stdin=given, stdout=printed, stderr=complaint, start_new_session=True)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"the proposer {safe(command[0])!r} cannot be started: {why}; check the command") from None


def _wait(
    process: subprocess.Popen[bytes],
    name: str,
    outputs: Sequence[IO[bytes]],
    limits: Limits,
    is_cancelled: IsCancelled,
) -> None:
    """Wait until the program has ended; what it prints is measured meanwhile."""
    latest = time.monotonic() + limits.seconds
    while True:
        has_ended = process.poll() is not None
        if any(os.fstat(output.fileno()).st_size > limits.output_bytes for output in outputs):
            raise InputError(
                f"the proposer {safe(name)!r} printed more than {limits.output_bytes:,} bytes; nothing was proposed"
            )
        if has_ended:
            return
        if is_cancelled():
            raise Cancelled(f"the proposer {safe(name)!r} was cancelled and ended; nothing was proposed")
        if time.monotonic() > latest:
            raise InputError(
                f"the proposer {safe(name)!r} gave no answer within {limits.seconds:g} s and was ended; "
                "nothing was proposed"
            )
        time.sleep(_POLL_SECONDS)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and those that it started and left behind: all of its process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_words(complaint: IO[bytes]) -> str:
    """Return the last line of what a failed program wrote to its standard error."""
    size = complaint.seek(0, os.SEEK_END)
    complaint.seek(max(0, size - _TAIL))
    lines = [line for line in map(safe, complaint.read().decode("utf-8", "replace").splitlines()) if line]
    return f" ({clip(lines[-1], _LONGEST_COMPLAINT)})" if lines else ""
