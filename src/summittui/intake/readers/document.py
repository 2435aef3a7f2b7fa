"""Documents as a reader finds them."""

from enum import StrEnum

from msgspec import Struct


class Format(StrEnum):
    """A file format that has a reader."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "docx"
    MAIL = "e-mail"


class ReadDocument(Struct, frozen=True, kw_only=True):
    """The text of one file, and the metadata that the file itself states; a missing value is None."""

    format: Format
    text: str
    """The text without byte order mark, its lines ended by LF."""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    """The name of the author, as stated."""
    published: str | None = None
    """YYYY-MM-DD."""
    language: str | None = None
    """BCP 47 tag."""
    url: str | None = None
    guessed_encoding: str | None = None
    """The encoding in which the text was read, where the file does not tell it."""
    left_out: tuple[str, ...] = ()
    """Parts of the file that `text` does not hold, a line each."""


def unix_lines(text: str) -> str:
    """Return `text` without a byte order mark and with LF alone as line end; all other code points stay."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
