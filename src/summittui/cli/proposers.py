"""The proposer that a command lets read texts: a program that an option or a setting names, else the built-in rules."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

import click

from summittui.cli.options import settings_file
from summittui.session.proposing import Proposer

F = TypeVar("F", bound=Callable[..., Any])


def proposer_option(command: F) -> F:
    """Add `--proposer COMMAND`."""
    text = "Let this program propose, with its arguments; no shell reads it. Else the setting, else the built-in rules."
    return click.option("--proposer", metavar="COMMAND", help=text)(command)


def named_proposer(ctx: click.Context, command: str | None) -> Proposer:
    """Return the proposer of an option, else of the setting `proposer`; the built-in one for `rules` or nothing.

    Raises:
        InputError: The command is no words, for a quotation mark is not closed.
    """
    return Proposer.from_line(command if command is not None else settings_file(ctx).settings.proposer)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and a hangup end the work as ctrl+c does, so that a running proposer is ended too."""
    before = {each: signal.signal(each, _interrupt) for each in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
