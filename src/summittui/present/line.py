"""Lines of tokens: a text with its roles, which each front end styles, prints or marks up in its own way."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Self, overload


class Token(NamedTuple):
    """A piece of a line in one role."""

    text: str
    """The characters as they are recorded; whoever shows them makes them harmless in its medium."""
    role: str = ""
    """A name of `ROLES`, or several with blanks between them; empty for plain text."""


ROLES = frozenset(
    (
        *("title", "heading", "words", "reported", "apparatus", "source", "count", "silent", "key", "mark"),
        *("for", "against", "mixed", "unclear", "deed", "agree", "differ", "only"),
        *("proof", "problem", "doubt", "match"),
    )
)
"""The roles of tokens; a theme has a style for each."""


class Line(tuple[Token, ...]):
    """A line as a tuple of tokens, none of them empty; an empty line is false."""

    __slots__ = ()

    def __new__(cls, *parts: "Line | tuple[str, str] | str") -> Self:
        """Return one line of other lines, of (text, role) pairs and of plain texts."""
        return super().__new__(cls, _tokens(parts))

    @property
    def plain(self) -> str:
        """The text of the line without its roles."""
        return "".join([token.text for token in self])

    def __add__(self, other: object) -> "Line":
        """Return the line with another line, pair or text behind it."""
        return Line(self, other) if isinstance(other, str | tuple) else NotImplemented


def _tokens(parts: Iterable["Line | tuple[str, str] | str"]) -> Iterable[Token]:
    for part in parts:
        if isinstance(part, Line):
            yield from part
        elif isinstance(part, str):
            if part:
                yield Token(part)
        elif part[0]:
            yield Token(*part)


class LazyLines(Sequence[Line]):
    """A sequence of lines, some of them made at their first use; most lines of a long text are never used."""

    def __init__(self, parts: Iterable[Line | Callable[[], Line]]) -> None:
        self._parts = list(parts)

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        part = self._parts[index]
        if not isinstance(part, Line):
            part = self._parts[index] = part()
        return part


def labelled(label: str, *parts: Line | tuple[str, str] | str) -> Line:
    """Return a line that begins with a label and a colon."""
    return Line((f"{label}: ", "apparatus"), *parts)
