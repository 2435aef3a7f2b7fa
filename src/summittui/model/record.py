"""The base of every record of the store."""

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record with its id, a slug that is unique in the whole store."""

    id: str
