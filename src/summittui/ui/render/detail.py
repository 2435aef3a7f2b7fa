"""The detail of a record as paragraphs in the styles of a theme."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.model import Actor, Claim, Declaration, Quote, Record
from summittui.present.record import record_paragraphs
from summittui.ui.render.line import LineParagraphs, line

TITLES: dict[type[Record], str] = {Quote: "Quote", Actor: "Actor", Declaration: "Declaration", Claim: "Claim"}


def detail_title(record: Record | None) -> Text:
    """Return the kind and the id of a record."""
    if record is None:
        return line(("Detail", "title"))
    return line((TITLES.get(type(record), type(record).__name__), "title"), (f" · {record.id}", "apparatus"))


def detail(library: Library, record: Record) -> Sequence[Text]:
    """Return the detail of a record, paragraph by paragraph, each made when it comes into sight."""
    return LineParagraphs(record_paragraphs(library, record))
