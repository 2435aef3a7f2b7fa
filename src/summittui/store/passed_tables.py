"""Tables that are only gone through, from the first document to the last, as when a store is copied."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Raw

from summittui.store.tables import Tables

Pairs = Iterator[tuple[str, Raw]]
"""Documents as JSON, with TinyDB's numbers."""


class PassedTable(Mapping[str, Raw]):
    """A table that is read anew each time that it is gone through, and never held."""

    def __init__(self, pairs: Callable[[], Pairs]) -> None:
        """Make a table; `pairs` yields all of it."""
        self._pairs = pairs

    def items(self) -> Any:
        """Yield the documents with their numbers."""
        return self._pairs()

    def __iter__(self) -> Iterator[str]:
        return (number for number, _ in self._pairs())

    def __getitem__(self, number: str) -> Raw:
        for each, raw in self._pairs():
            if each == number:
                return raw
        raise KeyError(number)

    def __len__(self) -> int:
        return sum(1 for _ in self._pairs())


def passed_tables(names: Iterable[str], pairs: Callable[[str], Pairs]) -> Tables:
    """Return tables, of which `pairs` yields one by its name."""

    def pass_through(name: str) -> Callable[[], Pairs]:
        return lambda: pairs(name)

    return MappingProxyType({name: PassedTable(pass_through(name)) for name in names})
