"""The change of a record by TOML: the same for the editor of both front ends and for a file."""

from msgspec import Struct

from summittui.exchange.as_toml import record_from_toml, record_to_editable
from summittui.library import Library
from summittui.model import InputError, Quote, Record
from summittui.model.ids import is_slug
from summittui.session.coding import remark
from summittui.session.entry.records import finalised


class TomlChange(Struct, frozen=True):
    """The version of a record that a TOML text describes."""

    record: Record
    """The version as it is kept; the old one where nothing was changed."""
    remark: str = ""
    """A sentence on the place of a quote's words; empty where the text prints them just so."""


def editable_text(record: Record) -> str:
    """Return a record as TOML behind comments that say what it is and which fields it does not have yet."""
    return record_to_editable(record)


def file_name(record: Record) -> str:
    """Return the name of the file in which a record is edited."""
    return f"{record.id if is_slug(record.id) else 'record'}.toml"


def toml_change(library: Library, base: Record, text: str) -> TomlChange:
    """Return the version of `base` that a TOML text describes; an empty text changes nothing.

    Args:
        library: The records and texts.
        base: The record as it was.
        text: The TOML; where it gives no id, that of `base` stands.

    Raises:
        InputError: The text is no TOML, no record of the kind of `base`, or gives another id.
    """
    after = record_from_toml(type(base), text, id_=base.id) if text.strip() else base
    if after.id != base.id:
        here = f"the record is called {after.id!r} here"
        raise InputError(f"the id must stay {base.id!r}, and {here}; another id comes by a rename")
    if after == base:
        return TomlChange(base)
    record = finalised(library, after)
    said = remark(library, record, after.words) if isinstance(record, Quote) and isinstance(after, Quote) else ""
    return TomlChange(record, said)
