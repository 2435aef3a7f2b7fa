"""New records of the command line: what options or a TOML file enter is added, and its id written."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from summittui.cli.entering import complaints_about, from_toml_option, toml_in
from summittui.cli.form import Form, form
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.exchange.as_toml import record_from_toml
from summittui.library import Library
from summittui.library.answers.notices import entry_notices
from summittui.model import Quote, Record, Stance
from summittui.session.coding import remark
from summittui.session.entry.records import finalised
from summittui.session.entry.texts import list_of
from summittui.session.naming import NO_ID

F = TypeVar("F", bound=Callable[..., Any])
Draft = Callable[[Library], Record]
Given = dict[str, Any]


def entry_options(command: F) -> F:
    """Add the options of every new record: `--from-toml`, `--store` and `--json`."""
    return from_toml_option(store_option(json_option(command)))


def add_record(
    type_: type[Record],
    from_toml: str | None,
    given: Given,
    needed: tuple[str, ...],
    draft: Draft,
    stances: Callable[[Library, str], dict[str, Stance]] = lambda _, __: {},
) -> None:
    """Add what the options or the TOML file give, with stances on it by their records, and write the new id."""
    if from_toml is not None:
        if any(value not in (None, ()) for value in given.values()):
            raise click.UsageError("--from-toml stands alone; leave out the other options or the file.")
        text = toml_in(from_toml)
        with complaints_about(from_toml):
            entered = record_from_toml(type_, text, id_=NO_ID)
        given = {"text": getattr(entered, "words", None)}

        def draft(library: Library) -> Record:
            return finalised(library, entered)

    elif missing := [name for name in needed if given[name] is None]:
        options = ", ".join(f"--{name.removeprefix('pole_')}" for name in missing)
        raise click.UsageError(f"missing {options}; give them, or --from-toml FILE.")
    with opened_session() as session:
        id_ = session.add_drafted(draft, stances)
        record = session.library.get(id_)
        notices = entry_notices(session.library, record)
        said = remark(session.library, record, given.get("text")) if isinstance(record, Quote) else ""
    write(to_json(record) if form() is Form.JSON else f"{id_}\n")
    for notice in notices:
        say(notice)
    if said:
        say(f"{said}{_choosing(record)}")


def fields_entered(given: Given, apart: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the options that were given as texts by the fields that they enter, without those of `apart`."""
    fields = {name: value for name, value in given.items() if value is not None and name not in apart}
    return {name: list_of(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _choosing(record: Record) -> str:
    """Return how a place is chosen, where a quote has none."""
    has_place = isinstance(record, Quote) and record.quoted
    return "" if has_place else f" Write: summittui edit {record.id} --at OFFSET, or --set words=…"
