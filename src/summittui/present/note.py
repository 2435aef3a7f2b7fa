"""The star and the memo that a user keeps with a record."""

from collections.abc import Iterator

from summittui.library import Library
from summittui.model import Record
from summittui.present.line import Line, labelled
from summittui.present.signs import brief

STAR = "★"


def star(library: Library, id_: str) -> Line:
    """Return the sign of a star with a space before it; an empty line for a record without one."""
    note = library.note_on(id_)
    return Line((" " + brief(STAR, "starred"), "mark")) if note and note.starred else Line()


def memo_of(library: Library, record: Record) -> str:
    """Return the memo of a record; empty without one."""
    note = library.note_on(record.id)
    return (note.memo if note else None) or ""


def memo_words(library: Library, record: Record) -> str:
    """Return the memo of a record as a remark; empty without one."""
    memo = memo_of(library, record)
    return f"Memo: {memo}" if memo else ""


def note_paragraphs(library: Library, record: Record) -> list[Line]:
    """Return star and memo of a record in words, a line for each line of the memo."""
    note = library.note_on(record.id)
    if note is None:
        return []
    lines = [Line((brief(f"{STAR} ", "") + "starred", "mark"))] if note.starred else []
    return lines + [labelled("Memo", part) for part in (note.memo or "").splitlines()]


def note_lines(library: Library, record: Record) -> Iterator[Line]:
    """Yield star and memo of a record, each on a line with its label."""
    note = library.note_on(record.id)
    if note is not None and note.starred:
        yield labelled("star", ("starred", "mark"))
    if note is not None and note.memo:
        yield labelled("memo", note.memo)
