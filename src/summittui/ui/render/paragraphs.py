"""Texts paragraph by paragraph, each made when it comes into sight: of a long text most never do."""

from collections.abc import Callable, Iterable, Sequence
from typing import overload

from rich.text import Text


class Paragraphs(Sequence[Text]):
    """Paragraphs that are made when they come into sight."""

    def paragraph(self, index: int) -> Text:
        """Return paragraph `index`, from 0."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> Text: ...
    @overload
    def __getitem__(self, index: slice) -> list[Text]: ...
    def __getitem__(self, index: int | slice) -> Text | list[Text]:
        if isinstance(index, slice):
            return [self.paragraph(at) for at in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.paragraph(index)


class MadeParagraphs(Paragraphs):
    """Paragraphs, and what makes others; each is made once."""

    def __init__(self, parts: Iterable[Text | Callable[[], Text]]) -> None:
        self._parts = list(parts)

    def __len__(self) -> int:
        return len(self._parts)

    def paragraph(self, index: int) -> Text:
        """Return paragraph `index`, from 0."""
        part = self._parts[index]
        if not isinstance(part, Text):
            part = self._parts[index] = part()
        return part
