"""What the user keeps with a record: a star, a memo."""

from rich.text import Text

from summittui.library import Library
from summittui.model import Record
from summittui.present.signs import brief
from summittui.ui.render.line import line

STAR = "★"


def star(library: Library, id_: str) -> Text:
    """Return the sign of a star with a space before it, nothing for a record without one."""
    note = library.note_on.get(id_)
    return line((" " + brief(STAR, "starred"), "mark")) if note and note.starred else Text()


def note_lines(library: Library, record: Record) -> list[Text]:
    """Return star and memo in words."""
    note = library.note_on.get(record.id)
    if note is None:
        return []
    lines = [line((brief(f"{STAR} ", "") + "starred", "mark"))] if note.starred else []
    lines += [line(("Memo: ", "apparatus"), part) for part in (note.memo or "").splitlines()]
    return lines
