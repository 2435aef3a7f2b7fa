"""References to a record: who names it, and what its rename rewrites."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.protocol import Library
from summittui.model import TABLE_OF, InputError, Record
from summittui.model.ids import LONGEST_ID, is_slug
from summittui.model.references import references, rewritten
from summittui.model.text import clip, safe

_SHOWN = 60
"""Code points of a refused id that a sentence shows."""
Changes = Mapping[str, Record | None]
"""The record that takes the place of each id; None where it goes."""


class Referrer(Struct, frozen=True):
    """A place that names a record."""

    table: str
    id: str
    field: str

    def __str__(self) -> str:
        return f"{self.table} {self.id}, {self.field}"


def referrers(library: Library, id_: str) -> tuple[Referrer, ...]:
    """Return every place that names a record; each would dangle without it."""
    return tuple(_referrers(library, id_))


def _referrers(library: Library, id_: str) -> Iterator[Referrer]:
    for record in library.referrers(id_):
        if record.id != id_:
            for reference in references(record):
                if reference.id == id_:
                    yield Referrer(TABLE_OF[type(record)], record.id, reference.field)


def renamed(library: Library, id_: str, new: str) -> dict[str, Record | None]:
    """Return the changes that give a record another id, everything that names it included.

    Raises:
        UnknownId: There is no such record.
        InputError: The new id is none, or is taken.
    """
    record = library.get(id_)
    if not is_slug(new):
        rule = f"use lower-case letters and digits in words joined by hyphens, {LONGEST_ID} at most"
        raise InputError(f"{clip(safe(new), _SHOWN)!r} can be no id; {rule}")
    if library.find(new) is not None:
        raise InputError(f"the id {new!r} is taken; to make one record of the two, merge them")
    return {id_: None, new: rewritten(replace(record, id=new), id_, new), **_followers(library, id_, new)}


def _followers(library: Library, old: str, new: str) -> dict[str, Record | None]:
    ids = dict.fromkeys(referrer.id for referrer in referrers(library, old))
    return {id_: rewritten(library.get(id_), old, new) for id_ in ids if id_ != new}
