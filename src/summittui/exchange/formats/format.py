"""File formats: the value that describes one, and the content that its writer returns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from msgspec import Struct

from summittui.library import Library
from summittui.model import Quote

T = TypeVar("T")
BATCH = 500
"""Rows that are written at a time."""
PART = 100_000
"""Characters that are encoded at a time."""


class Written(Struct, frozen=True, kw_only=True):
    """The content of an exported file, and the losses that really occurred in it."""

    parts: Callable[[], Iterable[bytes]]
    """Makes the content piece by piece, so that a large file never stands in memory as a whole."""
    losses: tuple[str, ...] = ()
    """A sentence without a full stop each, such as "2 quotes have no place in an attached text"."""

    @property
    def content(self) -> bytes:
        """All of the content."""
        return b"".join(self.parts())


class Format(Struct, frozen=True, kw_only=True):
    """A file format that quotes can be exported to."""

    id: str
    """The value of `--format`."""
    title: str
    ending: str
    """The end of the file's name, with its dot."""
    cannot_carry: str
    """One line: parts of the library that the format has no place for."""
    write: Callable[[Library, Sequence[Quote]], Written]
    is_whole: bool = False
    """Whether it takes the whole library, whichever quotes are chosen."""


def whole(content: bytes, losses: Iterable[str] = ()) -> Written:
    """Return content that was made as a whole as a file."""
    return Written(parts=lambda: (content,), losses=tuple(losses))


def whole_text(content: str, losses: Iterable[str] = ()) -> Written:
    """Return a text that was made as a whole as a file in UTF-8."""
    return whole(content.encode("utf-8", "surrogatepass"), losses)


def text(lines: Callable[[], Iterable[str]], losses: Iterable[str] = ()) -> Written:
    """Return pieces of text, made when the file is written, as a file in UTF-8."""
    return Written(parts=lambda: encoded(lines()), losses=tuple(losses))


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield pieces of text in UTF-8, joined to at least `PART` characters."""
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= PART:
            yield "".join(waiting).encode("utf-8", "surrogatepass")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "surrogatepass")


def batched(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield items by `size` at a time (itertools has it from Python 3.12)."""
    left = iter(items)
    while some := tuple(islice(left, size)):
        yield some


def counted_loss(number: int, one: str, many: str) -> tuple[str, ...]:
    """Return the loss of `number` things in words; nothing where there are none."""
    return () if not number else (f"1 {one}",) if number == 1 else (f"{number:,} {many}",)
