"""TOML: one record as a text that a person can edit, and back."""

import re
from typing import Any, TypeVar

from summittui.exchange.as_json import UNSAFE
from summittui.exchange.plain import field_names
from summittui.model import TABLE_OF, InputError, Record
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.model.text import safe

R = TypeVar("R", bound=Record)


def record_to_toml(record: Record) -> str:
    r"""Return a record as TOML, its id first, fields at their default left out.

    Whatever could drive a terminal or reorder a line is written as \uXXXX.
    """
    import tomli_w

    plain = record_to_plain(record)
    return UNSAFE.sub(_escaped, tomli_w.dumps(_listed({"id": plain.pop("id"), **plain})))


def record_to_editable(record: Record) -> str:
    """Return a record as TOML behind comments that say what it is and which fields it does not have yet."""
    plain = record_to_plain(record)
    unset = ", ".join(name for name in field_names(type(record)) if name not in plain)
    head = f"# A record of {TABLE_OF[type(record)]}: what is saved here takes its place, an empty file changes nothing."
    return f"{head}\n# Not set: {unset or 'nothing'}\n\n{record_to_toml(record)}"


def record_from_toml(type_: type[R], text: str, *, id_: str | None = None) -> R:
    """Return the record that a TOML text describes.

    Args:
        type_: The kind of record.
        text: The TOML.
        id_: The record's id where the text has none.

    Raises:
        InputError: The text is no TOML, or no record of `type_`; the sentence says where.
    """
    import tomllib

    try:
        plain = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"the text is no TOML: {safe(str(error))}; correct it there") from None
    if id_ is not None:
        plain.setdefault("id", id_)
    try:
        return record_from_plain(type_, plain)
    except InvalidRecord as error:
        raise InputError(str(error)) from None


def _listed(value: Any) -> Any:
    """Return plain values with a list for each tuple, as TOML writers need."""
    match value:
        case dict():
            return {key: _listed(item) for key, item in value.items()}
        case list() | tuple():
            return [_listed(item) for item in value]
    return value


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
