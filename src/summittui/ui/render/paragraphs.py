"""Paragraphs that are made when they are looked at: of a long text most never are."""

from collections.abc import Callable, Iterable, Sequence
from typing import overload

from rich.text import Text


class Paragraphs(Sequence[Text]):
    """A text, paragraph by paragraph."""

    def __init__(self, parts: Iterable[Text | Callable[[], Text]]) -> None:
        """Take paragraphs, or what makes them."""
        self._parts = list(parts)

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, at: int) -> Text: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Text]: ...

    def __getitem__(self, at: int | slice) -> Text | Sequence[Text]:
        if isinstance(at, slice):
            return Paragraphs(self._parts[at])
        part = self._parts[at]
        if not isinstance(part, Text):
            part = self._parts[at] = part()
        return part
