"""Texts paragraph by paragraph, each made when it comes into sight: of a long text most never do."""

from collections.abc import Sequence
from typing import overload

from rich.text import Text


class Paragraphs(Sequence[Text]):
    """Paragraphs, each made when scrolled into sight."""

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
