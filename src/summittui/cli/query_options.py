"""The arguments and options of a command, made of the fields of the query that it puts.

A field's spelling (`queries/spelling.py`) says what its option is called, what it takes and what its help says, so
that a command and the line of a view cannot differ in what they can ask.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar

import click
from msgspec.structs import fields

from summittui.cli.completing import Complete, ids_of
from summittui.cli.form import Form, form
from summittui.cli.options import limit_session, opened_session
from summittui.library import Library
from summittui.queries.listing import AmongSpelling
from summittui.queries.perspectives import EVIDENCE_FLAGS, EvidenceFilter, EvidenceSpelling
from summittui.queries.spelling import Choice, Choices, Flag, ManyRecords, OneRecord, Share, Spelling, Text
from summittui.queries.view_query import ViewQuery, spellings

Q = TypeVar("Q", bound=ViewQuery)
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def query_options(
    kind: type[ViewQuery],
    *,
    leave_out: Collection[str] = (),
    completing: Mapping[str, Complete] = MappingProxyType({}),
) -> Decorator:
    """Return a decorator that gives a command the options of a kind of query, and calls it with `query`.

    A field without a spelling is one that the command takes by an argument of its own, under the name of the field.

    Args:
        kind: The kind of query.
        leave_out: The fields that the command takes by options of its own.
        completing: The completion of a field, where it is not that of the ids in its tables.
    """
    spelled = {
        name: each for name, each in spellings(kind).items() if name not in leave_out and (each.option or not each.line)
    }

    own = [each.name for each in fields(kind) if each.name not in spellings(kind)]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_query(**given: Any) -> Any:
            values = {name: _value(each, name, given) for name, each in spelled.items()}
            values |= {name: given.pop(name) for name in own}
            chosen = {name: value for name, value in values.items() if value is not None}
            return command(query=kind(**chosen), **given)

        decorated: Callable[..., Any] = with_query
        for name, each in reversed(spelled.items()):
            for parameter in reversed(_parameters(name, each, completing.get(name) or ids_of(*each.tables))):
                decorated = parameter(decorated)
        return decorated

    return decorate


@contextmanager
def opened_query(query: Q, *, is_document: bool = False) -> Iterator[tuple[Library, Q]]:
    """Open the session of the running command, and give its library within the query's scope, and the query with ids.

    Args:
        query: What was asked for, by names.
        is_document: Whether standard output is a file of some format, at whose head no scope stands.

    Raises:
        UnknownId: A name in the query names nothing there.
        QueryError: The scope is none, or a value of it means nothing.
    """
    with opened_session(is_document=is_document) as session:
        if query.limits:
            limit_session(session, query.limits, on_top=not is_document and form() in {Form.TEXT, Form.MARKDOWN})
        library = session.scoped_library
        yield library, query.within(str(library.scope)).resolved(library)


def _parameters(name: str, spelling: Spelling, complete: Complete) -> list[Decorator]:
    """Return what adds the arguments or options of a field to a command."""
    names = (name, *filter(None, (spelling.option, spelling.short)))
    match spelling:
        case EvidenceSpelling():
            flags = EVIDENCE_FLAGS.items()
            return [click.option(flag.option, field, is_flag=True, help=flag.help) for field, flag in flags]
        case Flag():
            return [click.option(*names, is_flag=True, help=spelling.help)]
        case Choice() | Share() | Text():
            return [click.option(*names, **_taken(spelling), help=spelling.help)]
        case _ if spelling.option:
            many = isinstance(spelling, ManyRecords)
            return [click.option(*names, metavar="NAME", multiple=many, shell_complete=complete, help=spelling.help)]
    return [_argument(name, spelling, complete)]


def _taken(spelling: Choice | Share | Text) -> dict[str, Any]:
    """Return the values that an option takes, as settings of click."""
    match spelling:
        case Choices():
            return {"type": click.Choice(tuple(map(str, spelling.of))), "multiple": True}
        case Choice():
            return {"type": click.Choice(spelling.allowed)}
        case Share():
            return {"type": click.FloatRange(0, 1), "metavar": "N"}
    return {"metavar": spelling.metavar}


def _argument(name: str, spelling: Spelling, complete: Complete) -> Decorator:
    """Return what adds the records that stand behind the options."""
    is_needed = spelling.fewest > 0
    if isinstance(spelling, OneRecord):
        return click.argument(name, metavar="ID" if is_needed else "[ID]", required=is_needed, shell_complete=complete)
    shown = " ".join(["NAME"] * spelling.fewest) + ("" if spelling.most else "...") if is_needed else "[NAME]..."
    nargs = spelling.fewest if spelling.most == spelling.fewest else -1
    return click.argument(name, metavar=shown, nargs=nargs, required=is_needed, shell_complete=complete)


def _value(spelling: Spelling, name: str, given: dict[str, Any]) -> Any:
    """Take the value of a field out of what click read; None where nothing was given."""
    if isinstance(spelling, EvidenceSpelling):
        return EvidenceFilter(**{field: given.pop(field) for field in EVIDENCE_FLAGS})
    value = given.pop(name)
    if value is None or value == ():
        return None
    if isinstance(spelling, Choices):
        return tuple(map(spelling.of, value))
    if isinstance(spelling, Choice):
        return spelling.from_line(value)
    return frozenset(value) if isinstance(spelling, AmongSpelling) else value
