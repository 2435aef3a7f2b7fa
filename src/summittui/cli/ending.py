"""How a run ends: one sentence on stderr and an exit code, never a traceback."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import NoReturn

import click

from summittui.model.errors import StoreError, SummitError
from summittui.model.text import safe

PROBLEM_FOUND = 1
WRONG_INPUT = 2
STORE_UNUSABLE = 3
INTERRUPTED = 130


@contextlib.contextmanager
def ended_by() -> Iterator[None]:
    """Turn an error into its sentence and its exit code."""
    try:
        yield
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _usage(error)
        sys.exit(WRONG_INPUT)
    except StoreError as error:
        _say(error)
        sys.exit(STORE_UNUSABLE)
    except SummitError as error:
        _say(error)
        sys.exit(WRONG_INPUT)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except OSError as error:
        if error.errno != errno.EPIPE:
            _say(f"the output could not be written ({error.strerror}).")
            sys.exit(WRONG_INPUT)
        close_quietly()
        sys.exit(0)


def _say(message: object) -> None:
    text = safe(str(message))
    click.echo(f"summittui: {text[:1].lower()}{text[1:]}", err=True)


def _usage(error: click.ClickException) -> None:
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(context.get_usage(), err=True)
        click.echo(f"Try '{context.command_path} --help' for help.", err=True)
    _say(error.format_message())


def end_at_once(code: int) -> NoReturn:
    """End the process once the workbench is closed, without freeing its records one by one, which may take long."""
    sys.stderr.flush()
    os._exit(code)


def close_quietly() -> None:
    """Let the interpreter flush what nobody reads any more into nothing."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
