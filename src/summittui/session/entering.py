"""Values as a person enters them, the same in forms and options: items between commas, names become ids.

An item with a comma stands in quotation marks, a mark inside them doubled, as in CSV (RFC 4180).
"""

import contextlib
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar, get_origin, get_type_hints

import msgspec

from summittui.library import Library
from summittui.library.memory.name_completion import enterable
from summittui.model import InputError, Quote, QuoteKind, Record
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.model.references import REFERS_TO, type_at
from summittui.model.text import safe
from summittui.session.coding import with_words
from summittui.session.tallies import entered_number

R = TypeVar("R", bound=Record)

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
    """Return items as they are entered; `items_of` gives them back."""
    return ", ".join(_marked(item) if _NEEDS_MARKS.search(item) else item for item in items)


def _marked(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'


def entry_of(library: Library, value: Any, tables: tuple[str, ...] = ()) -> str:
    """Return how a value of a field is entered; records that it names, in `tables`, by names that mean them alone."""
    if isinstance(value, tuple):
        return list_of(enterable(library, each, tables) if tables else each for each in value)
    if tables:
        return enterable(library, value, tables)
    return "" if value is None else str(value)


def settable_fields(type_: type[Record]) -> tuple[str, ...]:
    """Return the fields that `with_fields` can set: those that are no id of the record and have no parts."""
    return tuple(name for name in type_.__struct_fields__ if name != "id" and not _has_parts(type_, name))


def with_fields(library: Library, record: R, settings: Iterable[tuple[str, str]], *, at: Sequence[int] = ()) -> R:
    """Return a record with some fields set.

    The words of a quote are marked in the text of its source anew; where the text has them not exactly once, they
    are kept without a place.

    Args:
        library: The records that ids, names and aliases mean.
        record: The record to change.
        settings: Name of each field and its value as text: a list has its items between commas, an empty text clears.
        at: Offsets that the place of a quote's words must hold, where they stand at several.

    Raises:
        UnknownId: A name means nobody, or more than one.
        InputError: There is no such field, it cannot be set as text, or the value is not of its type.
    """
    plain = record_to_plain(record)
    texts = dict(settings)
    for name, text in texts.items():
        _refuse_unsettable(type(record), name)
        plain[name] = _value(library, type(record), name, text.strip() if name != "words" else text)
        if not text.strip():
            del plain[name]
    try:
        after = record_from_plain(type(record), plain)
    except InvalidRecord as error:
        raise InputError(str(error)) from None
    if isinstance(after, Quote) and texts.get("words", "").strip():
        return _reworded(library, after, texts["words"], at)  # type: ignore[return-value]  # a quote is what R is here
    return after


def _reworded(library: Library, quote: Quote, words: str, at: Sequence[int]) -> Quote:
    if quote.kind is QuoteKind.INDIRECT:
        raise InputError(f"{quote.id!r} is an indirect quote, which has no words in quotation marks; set its gist")
    return with_words(library, quote, words, at=at)


def _refuse_unsettable(type_: type[Record], name: str) -> None:
    if name in settable_fields(type_):
        return
    if name == "id":
        raise InputError("the id cannot be set; rename the record, then everything that names it follows")
    if name in type_.__struct_fields__:
        raise InputError(f"the field {name!r} has parts; change it where the record stands as TOML")
    near = get_close_matches(name, settable_fields(type_), n=1, cutoff=0)
    raise InputError(f"{type_.__name__.lower()}s have no field {safe(name)!r}; did you mean {near[0]}?")


def _value(library: Library, type_: type[Record], name: str, text: str) -> Any:
    """Return the plain value that a text stands for; what does not fit stays a text for the codec to refuse."""
    core = type_at(type_, name)
    if get_origin(get_type_hints(type_)[name]) is tuple:
        return [_item(library, core, item) for item in items_of(text)]
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


def _has_parts(type_: type[Record], name: str) -> bool:
    core = type_at(type_, name)
    return isinstance(core, type) and issubclass(core, msgspec.Struct)
