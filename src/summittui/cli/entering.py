"""What a user enters on the command line: choices, parts such as `ACTOR=ACT@SOURCE`, and records as TOML."""

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from summittui.cli.completing import files
from summittui.model import Act, Certainty, InputError, IssueId, Level, Record, Stance, StanceValue, StoreReadOnly
from summittui.model.text import safe

if TYPE_CHECKING:
    from summittui.library import Library
    from summittui.session import Session

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R", bound=Record)

STANDARD_INPUT = "-"


def at_option(command: F) -> F:
    """Add `--at OFFSET`."""
    text = "An offset, in code points, that the place of the words holds, where the text has them more than once."
    return click.option("--at", multiple=True, type=click.IntRange(min=0), metavar="OFFSET", help=text)(command)


def choice(enum: type[StrEnum]) -> click.Choice[str]:
    """Return the choice among the values of an enum."""
    return click.Choice([one.value for one in enum])


def from_toml_option(command: F) -> F:
    """Add `--from-toml FILE`."""
    text = "Take the record from this TOML file; - is standard input."
    return click.option("--from-toml", metavar="FILE", shell_complete=files, help=text)(command)


def reading_options(command: F) -> F:
    """Add `--level` and `--certainty`, how a stance was read."""
    command = click.option("--certainty", type=choice(Certainty), help="How sure you are of the stance.")(command)
    text = "Whether the stance stands in the words or is your reading."
    return click.option("--level", type=choice(Level), help=text)(command)


def reading(level: str | None, certainty: str | None) -> dict[str, Any]:
    """Return the options that were given as arguments of `draft_stance`."""
    given: dict[str, Any] = {}
    if level is not None:
        given["level"] = Level(level)
    if certainty is not None:
        given["certainty"] = Certainty(certainty)
    return given


def record_in(path: str, type_: type[R], id_: str) -> R:
    """Return the record that a TOML file describes; `id_` is its id where the file gives none.

    Raises:
        InputError: The file cannot be read, or holds no such record.
    """
    from summittui.exchange.as_toml import record_from_toml

    name = "standard input" if path == STANDARD_INPUT else safe(path)
    try:
        raw: bytes = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
        return record_from_toml(type_, raw.decode("utf-8-sig"), id_=id_)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"{name} cannot be read ({reason}); give a TOML file in UTF-8") from None
    except InputError as error:
        raise InputError(f"{name}: {error}") from None


def entered_stances(library: "Library", texts: Iterable[str], **read: Any) -> tuple[Stance, ...]:
    """Return the stances entered as `ISSUE=SIDE`.

    Raises:
        InputError: One has another form, or names what there is not.
    """
    from summittui.session.drafts import draft_stance

    return tuple(draft_stance(library, *_parts(text, "=", "ISSUE=SIDE"), **read) for text in texts)


def stance_on(library: "Library", issue: IssueId, text: str, **read: Any) -> tuple[str, Stance]:
    """Return the record and its stance on an issue that may be new, entered as `ID=SIDE`.

    Raises:
        InputError: It has another form, or names what there is not.
    """
    record, side = _parts(text, "=", "ID=SIDE")
    if side not in set(StanceValue):
        raise InputError(f"{safe(side)!r} is no stance; write one of {', '.join(StanceValue)}")
    usual = {"level": Level.INTERPRETIVE, "certainty": Certainty.MEDIUM}
    return library.resolve(record), Stance(issue=issue, stance=StanceValue(side), **{**usual, **read})


def entered_act(library: "Library", text: str) -> Act:
    """Return the act entered as `ACTOR=ACT@SOURCE`.

    Raises:
        InputError: It has another form, or names what there is not.
    """
    from summittui.session.drafts import draft_act

    actor, stated = _parts(text, "=", "ACTOR=ACT@SOURCE")
    return draft_act(library, actor, *_parts(stated, "@", "ACTOR=ACT@SOURCE"))


def named(session: "Session", words: str) -> Record:
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
    return "1 record follows" if len(ids) == 1 else f"{len(ids)} records follow"


def _parts(text: str, sign: str, form: str) -> tuple[str, str]:
    left, found, right = text.partition(sign)
    if not (found and left.strip() and right.strip()):
        raise InputError(f"{safe(text)!r} has not the form {form}; write it so")
    return left.strip(), right.strip()
