"""`summittui attach`: the texts of known documents, brought by the user."""

from pathlib import Path

import click

from summittui.cli.completing import ids_of
from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write_json_or_lines
from summittui.cli.paths import NamedPath
from summittui.library.answers.proof import SOUND
from summittui.model import InputError, SourceId
from summittui.present.counts import counts
from summittui.session import Attachment, Session
from summittui.session.importing import Details, Outcome


@click.command(
    "attach",
    cls=StrictCommand,
    short_help="Keep the text of known documents and verify their spans.",
    help="Keep the text of known documents in the store and verify every span of theirs.",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=NamedPath())
@click.option("--as", "into", metavar="SOURCE", shell_complete=ids_of("sources"), help="It is the text of this source.")
@store_option
@json_option
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], *, into: str | None) -> None:
    with opened_session() as session:
        if into is not None:
            _attach_as(session, files, into)
        attached = session.attach(files)
    write_json_or_lines([_plain(one) for one in attached], (line for one in attached for line in _lines(one)))
    ctx.exit(0 if all(_is_sound(one) for one in attached) else PROBLEM_FOUND)


def _attach_as(session: Session, files: tuple[Path, ...], into: str) -> None:
    """Make a file the text of a source that has none.

    Raises:
        InputError: There are several files, the one cannot be read, or the source has another text.
    """
    source = SourceId(session.library.resolve(into, ("sources",)))
    (one,) = session.intake.import_documents(map(str, files), Details(), into=source)
    if one.outcome is Outcome.UNREAD:
        raise InputError(one.note or f"{one.name} was not read")


def _is_sound(attachment: Attachment) -> bool:
    return not any(count for state, count in attachment.spans.items() if state not in SOUND)


def _plain(attachment: Attachment) -> dict[str, object]:
    document = attachment.document
    return {
        "source": attachment.source,
        "path": document.path,
        "match": document.match,
        "note": document.note,
        "sha256": document.sha256,
        "spans": attachment.spans,
        "quoted": attachment.quoted,
    }


def _lines(attachment: Attachment) -> tuple[str, ...]:
    document = attachment.document
    note = f"; {document.note}" if document.note else ""
    return (
        f"{attachment.source}: attached from {document.path} ({document.match}{note})",
        f"  spans: {counts(attachment.spans)}",
        f"  quoted: {counts(attachment.quoted)}",
    )
