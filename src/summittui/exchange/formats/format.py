"""A format as a value: what it is called, what it cannot carry, and how it is written."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from summittui.library import Library
from summittui.model import Quote


class Written(Struct, frozen=True, kw_only=True):
    """The content of an exported file, and the losses that really occurred in it."""

    content: bytes
    losses: tuple[str, ...] = ()
    """A sentence without a full stop each, such as "2 quotes have no place in an attached text"."""


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


def text(lines: Iterable[str], losses: Iterable[str] = ()) -> Written:
    """Return pieces of text as a file in UTF-8."""
    return Written(content="".join(lines).encode("utf-8", "surrogatepass"), losses=tuple(losses))


def counted_loss(number: int, one: str, many: str) -> tuple[str, ...]:
    """Return the loss of `number` things in words; nothing where there are none."""
    return () if not number else (f"1 {one}",) if number == 1 else (f"{number:,} {many}",)
