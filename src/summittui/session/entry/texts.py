"""Texts as a person enters them, and the values that they stand for: items between commas, names become ids.

An item with a comma stands in quotation marks, a mark inside them doubled, as in CSV (RFC 4180).
"""

import contextlib
import re
from collections.abc import Iterable
from typing import Any, get_origin, get_type_hints

import msgspec

from summittui.library import Library
from summittui.library.answers.name_completion import enterable
from summittui.model import InputError, Record
from summittui.model.references import REFERS_TO, type_at
from summittui.model.text import safe
from summittui.session.entry.numbers import entered_number

_ITEM = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^",\s][^,]*?)?)\s*(?:,|$)', re.DOTALL)
_NEEDS_MARKS = re.compile(r'^$|^[\s"]|,|\s$')


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of a list that was entered, without those that are left empty.

    Raises:
        InputError: A quotation mark at the beginning of an item is not closed at its end.
    """
    found: list[str] = []
    at = 0
    while at < len(text):
        item = _ITEM.match(text, at)
        if item is None:
            shown = safe(text[at:]).strip()
            raise InputError(f"the quotation mark that begins {shown!r} is not closed at the end of its item; close it")
        at = item.end()
        if item["quoted"] is not None:
            found.append(item["quoted"].replace('""', '"'))
        elif item["bare"]:
            found.append(item["bare"])
    return tuple(found)


def list_of(items: Iterable[str]) -> str:
    """Return items joined as a list is entered; `items_of` is the inverse."""
    return ", ".join(_marked(item) if _NEEDS_MARKS.search(item) else item for item in items)


def _marked(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'


def entry_of(library: Library, value: Any, tables: tuple[str, ...] = ()) -> str:
    """Return the text by which a value of a field is entered; records in `tables` by names that mean them alone."""
    if isinstance(value, tuple):
        return list_of(enterable(library, each, tables) if tables else each for each in value)
    if tables:
        return enterable(library, value, tables)
    return "" if value is None else str(value)


def plain_value(library: Library, type_: type[Record], name: str, text: str) -> Any:
    """Return the plain value that a text stands for in a field; what does not fit stays a text for the codec to refuse.

    An item of a list that is entered twice stands in the list once.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: A number or a list cannot be read.
    """
    core = type_at(type_, name)
    if get_origin(get_type_hints(type_)[name]) is tuple:
        return list(dict.fromkeys(_item(library, core, item) for item in items_of(text)))
    return _item(library, core, text)


def _item(library: Library, core: Any, text: str) -> Any:
    if core in REFERS_TO:
        return library.resolve(text, REFERS_TO[core]) if text else text
    if core is int:
        return entered_number(text)
    if core is bool:
        with contextlib.suppress(msgspec.ValidationError):
            return msgspec.convert(text.lower(), bool, strict=False)
    return text


def entered_offsets(text: str) -> tuple[int, ...]:
    """Return the offsets in code points that were entered, with blanks or commas between them.

    Raises:
        InputError: One of them is no number.
    """
    parts = text.replace(",", " ").split()
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise InputError("write the offset as a number, such as 914")
    return tuple(map(int, parts))
