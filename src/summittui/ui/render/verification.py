"""A source held against the record, as rows: under each heading a line for every matter."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.model import TABLE_OF
from summittui.present.record import record_label
from summittui.present.verification import Entry
from summittui.ui.render.line import line, sides, text_of
from summittui.ui.theme.paint import fit

_INDENT = 2
"""Blanks with which an entry begins."""


class EntryRows:
    """Entries under the headings of their parts; each begins with its outcome."""

    height = 1

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._rows: list[Entry | str] = []
        part = ""
        for entry in entries:
            if entry.part != part:
                part = entry.part
                self._rows.append(part)
            self._rows.append(entry)

    def __len__(self) -> int:
        return len(self._rows)

    def key(self, i: int) -> str:
        """Return the key of the entry, '' for a heading."""
        row = self._rows[i]
        return "" if isinstance(row, str) else row.key

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the heading, or the outcome with what the source says, cut to `width`."""
        row = self._rows[i]
        if isinstance(row, str):
            return (fit(line((row, "heading")), width),)
        return (fit(text_of(row.lines[0])[_INDENT:], width),)


class RecordedRows:
    """Records as rows: what each is called, and its kind at the right."""

    height = 1

    def __init__(self, library: Library, ids: Sequence[str]) -> None:
        self._library, self._ids = library, ids

    def __len__(self) -> int:
        return len(self._ids)

    def key(self, i: int) -> str:
        """Return the id of the record."""
        return self._ids[i]

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return one line, cut to `width`."""
        record = self._library.get(self._ids[i])
        kind = TABLE_OF[type(record)].removesuffix("s")
        name = "page" if getattr(record, "is_of_record", False) else kind
        return (sides(line((record_label(self._library, record), "words")), line((name, "apparatus")), width),)
