"""The collection of the public record, and a library of both shipped collections."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from summittui.library.memory.library import MemoryLibrary
from summittui.model import Act, Declaration
from summittui.store.collection import Collection, load_collection, shipped_collections

if TYPE_CHECKING:
    from summittui.session import Session

NAME = "ai-declarations"


@cache
def record() -> Collection:
    """Return the collection."""
    return load_collection(shipped_collections() / NAME)


@cache
def record_library() -> MemoryLibrary:
    """Return a library of it alone."""
    return MemoryLibrary(record().records, collections_of=lambda _: (NAME,))


def declaration(id_: str) -> Declaration:
    """Return one of its declarations, by id or alias."""
    library = record_library()
    return library.get_as(Declaration, library.resolve(id_, ("declarations",)))


def acts_by_actor(id_: str) -> Mapping[str, tuple[Act, ...]]:
    """Return what each actor did with a declaration."""
    found: dict[str, tuple[Act, ...]] = {}
    for act in declaration(id_).acts:
        found[act.actor] = (*found.get(act.actor, ()), act)
    return found


def both(folder: Path, first: str = "paris-2025", second: str = NAME) -> "Session":
    """Return a session on a new store with both collections, seeded in this order."""
    from summittui.session import Session

    session = Session.create(folder / "store.json", first)
    session.collections.add(second)
    return session
