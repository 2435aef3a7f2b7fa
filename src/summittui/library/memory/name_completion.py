"""Names that a person may mean while they are still typing."""

from collections.abc import Sequence

from msgspec import Struct

from summittui.library.memory.library import Library
from summittui.library.memory.names import names, resolve
from summittui.model import UnknownId
from summittui.model.display_names import display_name
from summittui.model.text import fold_words


class Completion(Struct, frozen=True):
    """A record that is offered."""

    id: str
    name: str
    """What to enter for it: its name where that means it alone, else its id."""
    known_as: str
    """The name or alias that was found; empty where it is the name."""


class Names:
    """The names and aliases of some tables, to be completed."""

    def __init__(self, library: Library, tables: Sequence[str]) -> None:
        self.library = library
        """Where they stand."""
        self._tables = tuple(tables)
        records = [record for table in tables for record in library.records.table(table)]
        found = ((fold_words(name), name, record.id) for record in records for name in names(record))
        self._names = sorted(found, key=lambda each: each[0])

    def completions(self, typed: str, most: int) -> tuple[Completion, ...]:
        """Return at most so many records with a name that holds every word of `typed`; those that begin so first."""
        return tuple(self._completion(id_, name) for id_, name in self.matches(typed)[:most])

    def ids(self, typed: str) -> tuple[str, ...]:
        """Return the ids of all records that `completions` would offer, in its order."""
        return tuple(id_ for id_, _ in self.matches(typed))

    def matches(self, typed: str) -> tuple[tuple[str, str], ...]:
        """Return the id of each record with a name that holds every word of `typed`, and that name, as above."""
        words = fold_words(typed).split()
        begun: dict[str, str] = {}
        held: dict[str, str] = {}
        for folded, name, id_ in self._names:
            if all(word in folded for word in words):
                (begun if not words or folded.startswith(words[0]) else held).setdefault(id_, name)
        return (*begun.items(), *((id_, name) for id_, name in held.items() if id_ not in begun))

    def _completion(self, id_: str, found: str) -> Completion:
        name = enterable(self.library, id_, self._tables)
        return Completion(id_, name, "" if found in (name, id_) else found)


def enterable(library: Library, id_: str | None, tables: Sequence[str]) -> str:
    """Return what to enter for a record: its name where that means it alone, else its id; nothing for none."""
    record = library.find(id_) if id_ else None
    if record is None:
        return id_ or ""
    name = getattr(record, "outlet", None) or display_name(record)
    try:
        return name if resolve(library, name, tuple(tables)) == id_ else record.id
    except UnknownId:
        return record.id
