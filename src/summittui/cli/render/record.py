"""One record as text: what it is, and everything that belongs to it."""

from collections.abc import Iterator

from summittui.cli.render.actor import shown_actor
from summittui.cli.render.declaration import shown_declaration
from summittui.cli.render.quote import shown_quote, stance_lines
from summittui.cli.render.spans import proof_lines
from summittui.exchange.plain import full
from summittui.exchange.tables import records_table
from summittui.library import Library
from summittui.library.proof_words import claim_proof_words
from summittui.model import TABLE_OF, Actor, Claim, Declaration, Quote, Record, Source


def shown_record(library: Library, record: Record) -> Iterator[str]:
    """Yield the lines that show one record."""
    match record:
        case Quote():
            yield from shown_quote(library, record)
        case Actor():
            yield from shown_actor(library, record)
        case Declaration():
            yield from shown_declaration(library, record)
        case _:
            yield from _plainly(library, record)
    yield from _note_lines(library, record)


def _note_lines(library: Library, record: Record) -> Iterator[str]:
    note = library.note_on.get(record.id)
    if note is not None and note.starred:
        yield "star: starred"
    if note is not None and note.memo:
        yield f"memo: {note.memo}"


def _plainly(library: Library, record: Record) -> Iterator[str]:
    """Yield the columns of the record's table, its other texts, and the proof of its spans."""
    table = records_table(library, TABLE_OF[type(record)], (record,))
    for heading, cell in zip(table.headings, table.rows[0], strict=True):
        if cell and heading != "sides":
            yield f"{heading}: {cell}"
    for name, value in full(record).items():
        if isinstance(value, str) and name not in table.headings and value not in table.rows[0]:
            yield f"{name.replace('_', ' ')}: {value}"
    for side in getattr(record, "sides", ()):
        yield f"{library.name(side.source)}: {side.gist}"
    yield from stance_lines(library, getattr(record, "stances", ()))
    if isinstance(record, Claim):
        yield claim_proof_words(library, record)
    if isinstance(record, Source):
        yield from _outline(record)
    else:
        yield from proof_lines(library, record)


def _outline(source: Source) -> Iterator[str]:
    for number, paragraph in enumerate(source.outline, 1):
        if paragraph.gist:
            yield f"paragraph {number} ({paragraph.start}–{paragraph.end}), in our words: {paragraph.gist}"
