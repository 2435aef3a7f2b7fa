"""The end of a run: one sentence on stderr and an exit code, never a traceback."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import NoReturn, TextIO

import click

from summittui.model.errors import Cancelled, InputError, StoreError, SummitError
from summittui.model.text import safe

PROBLEM_FOUND = 1
WRONG_INPUT = 2
STORE_UNUSABLE = 3
FAILED = os.EX_SOFTWARE
"""An unexpected error: a fault of the program, of which a report was written."""
OUTPUT_LOST = os.EX_IOERR
"""The exit code of a command that was run, but whose output standard output did not take whole."""
INTERRUPTED = 130
_CODES: dict[type[SummitError], int] = {StoreError: STORE_UNUSABLE, Cancelled: INTERRUPTED}
"""Codes of the errors that are no wrong input."""


@contextlib.contextmanager
def ended_by() -> Iterator[None]:
    """Turn an error into its sentence and its exit code."""
    try:
        yield
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001  # the last resort: no traceback, whatever it is
        code = _told(error)
    else:
        return
    close_quietly(sys.stdout)
    sys.exit(code)


def _told(error: Exception) -> int:
    """Say what went wrong, if anybody has to know, and return the exit code for it."""
    match error:
        case click.ClickException():
            _usage(error)
            return WRONG_INPUT
        case SummitError():
            _say(error)
            return next((code for kind, code in _CODES.items() if isinstance(error, kind)), WRONG_INPUT)
        case OSError(errno=errno.EPIPE):
            return 0  # a reader who leaves, as `head` does
        case OSError(filename=None):  # what is opened by its name is refused in its own words elsewhere
            _say(f"the output could not be written ({error.strerror}); what was asked for is done all the same.")
            return OUTPUT_LOST
        case _:
            from summittui.session.failure_report import failure_sentence

            _say(failure_sentence(error))
            return FAILED


def _say(message: object) -> None:
    text = safe(str(message))
    with contextlib.suppress(OSError):  # nobody can be told
        click.echo(f"summittui: {text[:1].lower()}{text[1:]}", err=True)


def _usage(error: click.ClickException) -> None:
    context = getattr(error, "ctx", None)
    if context is not None:
        with contextlib.suppress(OSError):
            click.echo(context.get_usage(), err=True)
            click.echo(f"Try '{context.command_path} --help' for help.", err=True)
    _say(error.format_message())


def require_streams() -> None:
    """See that the three standard streams are open, so that no file of the store ever takes the number of one.

    Raises:
        InputError: Standard output is closed: what was asked for could not be told, and nothing is done.
    """
    is_closed = sys.stdout is None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):  # in the order of their numbers
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # stays open
    if is_closed:
        raise InputError("Standard output is closed, and nothing was done; let it go to a file, such as /dev/null.")


def end_at_once(code: int) -> NoReturn:
    """End the process once the workbench is closed, without freeing its records one by one, which may take long."""
    with contextlib.suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def close_quietly(stream: TextIO) -> None:
    """Let the interpreter flush what a stream cannot take any more into nothing."""
    try:
        stream.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
