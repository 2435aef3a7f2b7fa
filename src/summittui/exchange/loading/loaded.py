"""The content of a loaded file, before it is set against a library."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from summittui.model import InputError, Record, SourceId

Tick = Callable[[int], None]
"""Is told how many records or rows were read so far; what it raises ends the loading."""
MOST = 250_000
"""Records, rows or selections of the largest file that is loaded."""


class MarkedPassage(Struct, frozen=True, kw_only=True):
    """A passage that an annotation of another program marks; what it does not say is empty."""

    number: int
    """Of the annotation in its file, counted from 1."""
    source: str = ""
    """The address of what it is about."""
    document: str = ""
    """The name of what it is about, where the file has no addresses."""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    """As the file counts, in code points or in UTF-16 code units."""
    end: int | None = None
    tags: tuple[str, ...] = ()
    comment: str = ""


class LoadedRecords(Struct, frozen=True, kw_only=True):
    """Records with their ids, texts of sources, and passages that are still to be anchored."""

    records: tuple[Record, ...]
    texts: Mapping[SourceId, str] = {}
    marked: tuple[MarkedPassage, ...] = ()


class Code(Struct, frozen=True, kw_only=True):
    """A code of a codebook."""

    name: str
    description: str = ""
    parent: str = ""
    """The name of the code above it; empty at the top."""


class CodedSelection(Struct, frozen=True, kw_only=True):
    """A coded selection of a text."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    description: str = ""
    codes: tuple[str, ...] = ()
    """Names of codes."""
    cases: tuple[str, ...] = ()
    """Names of cases."""


class Document(Struct, frozen=True, kw_only=True):
    """A text with its selections."""

    name: str
    description: str = ""
    text: str
    selections: tuple[CodedSelection, ...] = ()


class Codebook(Struct, frozen=True, kw_only=True):
    """Codes, which become issues."""

    codes: tuple[Code, ...]


class Project(Struct, frozen=True, kw_only=True):
    """A project of a program for qualitative analysis."""

    codes: tuple[Code, ...]
    documents: tuple[Document, ...]
    left_out: tuple[str, ...] = ()
    """Parts of the project that are not loaded, in words."""
    remarks: tuple[str, ...] = ()
    """Corrections of positions, in words."""


def check_number(number: int) -> None:
    """Refuse a file that holds too much.

    Raises:
        InputError: `number` is more than `MOST`.
    """
    if number > MOST:
        raise InputError(f"it holds more than {MOST:,} records; load it in parts")


def decoded(content: bytes) -> str:
    """Return a text file in UTF-8, with or without a byte order mark.

    Raises:
        InputError: It is in another encoding; says at which byte.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"it is not in UTF-8 (byte {error.start:,}); save it as UTF-8 and load it again") from None
