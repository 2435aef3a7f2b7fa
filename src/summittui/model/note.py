"""Notes: what a user keeps with a record without changing it."""

from summittui.model.ids import RecordId
from summittui.model.record import Record


class Note(Record, frozen=True, kw_only=True):
    """A memo and a star on one record; the record itself stays as it is."""

    about: RecordId
    memo: str | None = None
    starred: bool = False
