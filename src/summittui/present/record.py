"""One record as text: what it is, and everything that belongs to it."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.model import TABLE_OF, Actor, Claim, Declaration, Quote, Record, Source
from summittui.present.actor import actor_lines
from summittui.present.declaration import declaration_lines
from summittui.present.proof import claim_proof_words
from summittui.present.quote import quote_lines, stance_lines
from summittui.present.spans import proof_lines
from summittui.present.tables import records_table


def record_lines(library: Library, record: Record) -> Iterator[str]:
    """Yield the lines that show one record."""
    match record:
        case Quote():
            yield from quote_lines(library, record)
        case Actor():
            yield from actor_lines(library, record)
        case Declaration():
            yield from declaration_lines(library, record)
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
    for name in record.__struct_fields__:
        value = getattr(record, name)
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
