"""Names that a person may mean while they are still typing."""

from collections.abc import Sequence

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model import UnknownId
from summittui.model.display_names import display_name


class Completion(Struct, frozen=True):
    """A record that is offered."""

    id: str
    name: str
    """The text to enter for it: its name where that means it alone, else its id."""
    known_as: str
    """The name or alias that was found; empty where it is the name."""


def completions(library: Library, typed: str, tables: Sequence[str], most: int) -> tuple[Completion, ...]:
    """Return the records with a name that holds every word of `typed`; those that begin so first.

    Args:
        library: The records.
        typed: The beginning of a name, an alias or an id.
        tables: The tables whose records are offered.
        most: The largest number of completions.
    """
    found = library.named_like(typed, tables)[:most]
    return tuple(_completion(library, id_, name, tables) for id_, name in found)


def _completion(library: Library, id_: str, found: str, tables: Sequence[str]) -> Completion:
    name = enterable(library, id_, tables)
    return Completion(id_, name, "" if found in (name, id_) else found)


def enterable(library: Library, id_: str | None, tables: Sequence[str]) -> str:
    """Return the text to enter for a record: its name where that means it alone, else its id; nothing for none."""
    record = library.find(id_) if id_ else None
    if record is None:
        return id_ or ""
    name = getattr(record, "outlet", None) or display_name(record)
    try:
        return name if library.resolve(name, tables) == id_ else record.id
    except UnknownId:
        return record.id
