"""Tables of plain texts: for the command line in columns, for files as CSV or Markdown."""

from msgspec import Struct


class Table(Struct, frozen=True):
    """Texts in rows and columns."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
