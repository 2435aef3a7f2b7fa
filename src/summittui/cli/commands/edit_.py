"""`summittui edit`: another version of a record, from options, from TOML, or out of the user's editor."""

import difflib
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from summittui.cli.ending import STORE_UNUSABLE, WRONG_INPUT
from summittui.cli.entering import (
    at_option,
    complaints_about,
    from_toml_option,
    record_argument,
    record_named,
    refuse_read_only,
    toml_in,
)
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, settings_file, store_option
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.exchange.as_toml import record_to_toml
from summittui.library import Library
from summittui.library.answers.notices import entry_notices
from summittui.model import Declaration, InputError, Quote, Record, StoreError, SummitError
from summittui.model.text import safe_lines
from summittui.session.coding import remark
from summittui.session.editor import discard, edit_file, temporary_file
from summittui.session.entry.parts import entered_act, entered_tally
from summittui.session.entry.records import with_fields
from summittui.session.entry.toml import TomlChange, editable_text, file_name, toml_change

if TYPE_CHECKING:
    from summittui.session import Session


@click.command(
    "edit",
    cls=StrictCommand,
    epilog=examples(
        'edit jd-vance --set "aliases=J. D. Vance, Vance"', 'edit paris-statement --act "China=signed@nigeriapulse"'
    ),
    help="""Change the record with this ID, name or alias.

    Without an option the record opens as TOML in VISUAL or EDITOR.
    """,
)
@record_argument
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Set a field; a list has commas between its items, one with a comma in quotation marks; nothing clears.",
)
@click.option(
    "--act",
    "acts",
    multiple=True,
    metavar="ACTOR=ACT@SOURCE",
    help="Add an act to a declaration, as the source states it; may be repeated.",
)
@click.option(
    "--tally",
    "tallies",
    multiple=True,
    metavar="TALLY@SOURCE",
    help="Add a number to a declaration, such as 'about 60 signatories@stdaily'; may be repeated.",
)
@at_option
@from_toml_option
@store_option
@json_option
def command(
    words: str,
    settings: tuple[str, ...],
    acts: tuple[str, ...],
    tallies: tuple[str, ...],
    at: tuple[int, ...],
    from_toml: str | None,
) -> None:
    chosen = bool(settings or acts or tallies or at)
    if chosen and from_toml is not None:
        raise click.UsageError("--from-toml stands alone; leave out the other options or the file.")
    if not chosen and from_toml is None and not sys.stdin.isatty():
        raise click.UsageError("without a terminal there is no editor; give --set FIELD=VALUE or --from-toml FILE.")
    with opened_session() as session:
        before = record_named(session, words)
        refuse_read_only(session)
        if chosen:
            _set(session, before, _settings(settings), at, acts, tallies)
        elif from_toml is not None:
            text = toml_in(from_toml)
            with complaints_about(from_toml):
                change = toml_change(session.library, before, text)
            _change(session, before, change)
        else:
            _edit(session, before)
        _report(session.library, before, session.library.get(before.id))


def _report(library: Library, before: Record, after: Record) -> None:
    changed = [name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)]
    say(f"Changed {after.id}: {', '.join(changed)}." if changed else f"Nothing changed in {after.id}.")
    for notice in entry_notices(library, after, before):
        say(notice)
    if form() is Form.JSON:
        write(to_json(after))


def _set(
    session: "Session",
    before: Record,
    settings: Mapping[str, str],
    at: tuple[int, ...],
    acts: tuple[str, ...],
    tallies: tuple[str, ...],
) -> None:
    after = with_fields(session.library, before, settings.items(), at=at)
    session.change(_with_parts(session, after, acts, tallies))
    words = settings.get("words") or (before.exact if at and isinstance(before, Quote) else None)
    said = remark(session.library, after, words) if isinstance(after, Quote) else ""
    if said:
        say(said)


def _settings(written: Iterable[str]) -> Mapping[str, str]:
    """Return the fields to set with the text of each."""
    settings: dict[str, str] = {}
    for setting in written:
        field, sign, value = setting.partition("=")
        name = field.strip()
        if not sign:
            raise click.BadParameter(f"{setting!r} has no sign =; write FIELD=VALUE.", param_hint="--set")
        if name in settings:
            raise click.BadParameter(f"{name!r} is set twice; set each field once.", param_hint="--set")
        settings[name] = value
    return settings


def _with_parts(session: "Session", record: Record, acts: tuple[str, ...], tallies: tuple[str, ...]) -> Record:
    if not (acts or tallies):
        return record
    if not isinstance(record, Declaration):
        raise InputError(f"{record.id!r} is no declaration; only these have acts and tallies")
    entered_acts = [entered_act(session.library, text) for text in acts]
    entered_tallies = [entered_tally(session.library, text) for text in tallies]
    return replace(
        record,
        acts=tuple(dict.fromkeys((*record.acts, *entered_acts))),
        tallies=tuple(dict.fromkeys((*record.tallies, *entered_tallies))),
    )


def _change(session: "Session", before: Record, change: TomlChange) -> None:
    if change.record != before:
        session.change(change.record)
    if change.remark:
        say(change.remark)


def _edit(session: "Session", before: Record) -> None:
    """Open the record in the editor until it is sound, unchanged, or given up."""
    text = editable_text(before)
    path = temporary_file(file_name(before), text)
    while (code := _taken_over(session, before, text, path)) is not None:
        if not click.confirm("Open the editor again?", default=True, err=True):
            click.get_current_context().exit(code)


def _taken_over(session: "Session", before: Record, text: str, path: Path) -> int | None:
    """Run the editor once and keep what it gives; where that fails say why, and return what to end with."""
    try:
        left = edit_file(path, _run, _setting())
        if left.text != text:
            _change(session, before, toml_change(session.library, before, left.text))
    except SummitError as error:
        say(f"{str(error).rstrip('.')}; the text is kept in {path}")
        _say_overtaken(session, before)
        return STORE_UNUSABLE if isinstance(error, StoreError) else WRONG_INPUT
    if left.notice:
        say(left.notice)
    else:
        discard(path)
    return None


def _run(arguments: Sequence[str]) -> int:
    """Run the editor; ctrl+c is the editor's alone."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return subprocess.run(arguments, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)


def _setting() -> str:
    """Return the setting `editor`; without a home there is no file of settings."""
    try:
        return settings_file(click.get_current_context()).settings.editor
    except InputError:
        return ""


def _say_overtaken(session: "Session", before: Record) -> None:
    """Take over the edits of other sessions, and show those of this record."""
    session.reload()
    theirs = session.library.find(before.id)
    if theirs == before:
        return
    say("Another session has changed the record meanwhile; if you save again, your version takes the place of this:")
    was, now = (record_to_toml(one).splitlines() if one else [] for one in (before, theirs))
    for line in difflib.unified_diff(was, now, "as you opened it", "as it is now", lineterm=""):
        click.echo(safe_lines(line), err=True)
