"""Options by which a user enters values on the command line: choices, offsets, and records as TOML."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from summittui.cli.completing import ANYTHING, files, ids_of
from summittui.cli.paths import NamedPath
from summittui.model import Certainty, InputError, Level, Record, StoreReadOnly
from summittui.model.text import counted, safe

if TYPE_CHECKING:
    from summittui.session import Session

F = TypeVar("F", bound=Callable[..., Any])

STANDARD_INPUT = "-"


def at_option(command: F) -> F:
    """Add `--at OFFSET`."""
    text = "An offset, in code points, that the place of the words holds, where the text has them more than once."
    return click.option("--at", multiple=True, type=click.IntRange(min=0), metavar="OFFSET", help=text)(command)


record_argument = click.argument("words", metavar="ID", shell_complete=ids_of(*ANYTHING))
"""The argument of a command on one record: its id, its name or an alias."""


def choice(enum: type[StrEnum]) -> "click.Choice[str]":
    """Return the choice among the values of an enum; click 8.2 and later would take the names of its members."""
    return click.Choice([one.value for one in enum])


def from_toml_option(command: F) -> F:
    """Add `--from-toml FILE`."""
    text = "Take the record from this TOML file; - is standard input."
    return click.option("--from-toml", type=NamedPath(path_type=str), metavar="FILE", shell_complete=files, help=text)(
        command
    )


def reading_options(command: F) -> F:
    """Add `--level` and `--certainty`, how a stance was read."""
    command = click.option("--certainty", type=choice(Certainty), help="How sure you are of the stance.")(command)
    text = "Whether the stance stands in the words or is your reading."
    return click.option("--level", type=choice(Level), help=text)(command)


def stance_options(command: F) -> F:
    """Add the options of a record whose words take sides: `--stance`, with how it was read, and `--at`."""
    text = "A side it takes; may be repeated."
    command = at_option(reading_options(command))
    return click.option("--stance", "stances", multiple=True, metavar="ISSUE=SIDE", help=text)(command)


def toml_in(path: str) -> str:
    """Return the text of a TOML file, or of standard input.

    Raises:
        InputError: The file cannot be read.
    """
    try:
        raw: bytes = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
        return raw.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"{_named(path)} cannot be read ({reason}); give a TOML file in UTF-8") from None


@contextmanager
def complaints_about(path: str) -> Iterator[None]:
    """Name the TOML file in front of whatever is wrong with the record in it."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{_named(path)}: {error}") from None


def _named(path: str) -> str:
    return "standard input" if path == STANDARD_INPUT else safe(path)


def record_named(session: "Session", words: str) -> Record:
    """Return the record that an id, a name or an alias means.

    Raises:
        UnknownId: It means nothing, or more than one.
    """
    return session.library.get(session.library.resolve(words))


def refuse_read_only(session: "Session") -> None:
    """Refuse to let anybody write a text that could not be kept.

    Raises:
        StoreReadOnly: Nothing can be edited; the sentence says why.
    """
    if session.why_read_only is not None:
        raise StoreReadOnly(session.why_read_only)


def followers(ids: tuple[str, ...]) -> str:
    """Return in words how many records follow a change of another."""
    if not ids:
        return "nothing else named it"
    return f"{counted(len(ids), 'record')} follow{'s' if len(ids) == 1 else ''}"
