"""Errors that reach the user as one clear sentence each."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from summittui.model.record import Record


class SummitError(Exception):
    """Something the user can act on; its text is one sentence: what, where, what to do."""


class InputError(SummitError):
    """An input that cannot be used, from the user or a file; nothing was changed."""


class Cancelled(SummitError):
    """Work that the user ended before the end; nothing was changed."""


class UnknownId(InputError):
    """No record has the id that was asked for."""


class StoreError(SummitError):
    """The store cannot be used as it is; nothing was changed."""


class StoreBusy(StoreError):
    """Another process holds the store for too long."""


class StoreDamaged(StoreError):
    """The file at the store's path is not what this program wrote."""


class StoreTooNew(StoreError):
    """A newer program wrote the store."""


class StoreReadOnly(StoreError):
    """The store may be read but not written."""


class StoreUnreachable(StoreError):
    """The database of a store cannot be reached, or refuses the session; it may be tried again."""


class StoreRewound(StoreError):
    """The store no longer has edits that were read; everything was read anew."""


class StoreConflict(StoreError):
    """A record was changed by somebody else since it was seen; `mine` and `theirs` are the two versions."""

    def __init__(self, message: str, *, mine: "Record | None", theirs: "Record | None") -> None:
        super().__init__(message)
        self.mine = mine
        """The version that was refused; None for a deletion."""
        self.theirs = theirs
        """The version in the store; None where it was deleted."""


UNNAMED = "?"
"""Stands for the id of a record that has none yet."""


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that is wrong with a record."""

    table: str
    record: str
    """Id of the record; `UNNAMED` where it has none yet."""
    field: str
    """Path of the field, such as `spans[0].start`; empty for the record itself."""
    message: str
    """The mistake and the remedy, without the place."""

    def __str__(self) -> str:
        where = self.table if self.record == UNNAMED else f"{self.table} {self.record!r}"
        return f"{where}, {self.field}: {self.message}" if self.field else f"{where}: {self.message}"
