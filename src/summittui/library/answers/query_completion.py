"""Completions at one place of a query's text: names of fields, and values of the field at the place."""

import re

from msgspec import Struct

from summittui.library.protocol import Library
from summittui.model.text import safe
from summittui.queries.language.fields import FIELDS
from summittui.queries.language.parts import quoted_value

_TOKEN = re.compile(r"""-*(?:(?P<name>[A-Za-z]+):)?(?P<value>["“„][^"“”„]*|[^\s()"“”„]*)\Z""")
_BEHIND = re.compile(r'[^\s()"“”„]*')
_CLOSED = re.compile(r'"(?:[^"\\]|\\.)*"|[“„][^“”„]*[“”]')


class QueryCompletion(Struct, frozen=True, kw_only=True):
    """One thing that can be entered."""

    insert: str
    """The text to insert."""
    start: int
    """Offset of the replaced text, in code points."""
    end: int
    """Offset behind the replaced text."""
    label: str
    """The meaning of the completion in words; harmless, on one line."""


def complete_query(library: Library, text: str, column: int, *, most: int = 8) -> tuple[QueryCompletion, ...]:
    """Return what can be entered at a column of a query's text, what begins as typed first.

    Args:
        library: Where the names are.
        text: The whole text, which may have mistakes.
        column: Code points before the cursor.
        most: How many completions at most.
    """
    begun = _begun(text[:column])
    if begun is None:
        return ()
    name, typed, start = begun
    if name is None:
        return _named_fields(typed, start, column, most) if typed else ()
    if name not in FIELDS:
        return ()
    end = _end(text, column)
    offers = library.values_like(name, typed)
    return tuple(
        QueryCompletion(insert=quoted_value(value), start=start, end=end, label=safe(label))
        for _, (value, label) in zip(range(most), offers, strict=False)
    )


def _begun(before: str) -> tuple[str | None, str, int] | None:
    """Return (name of the field, what is typed of the value, its offset) where the text ends; None in a phrase."""
    open_from = 0
    while (closed := _CLOSED.search(before, open_from)) is not None:
        open_from = closed.end()
    found = _TOKEN.search(before, open_from)
    if found is None or (found["value"][:1] in {'"', "“", "„"} and found["name"] is None):
        return None
    name = found["name"].lower() if found["name"] else None
    return name, found["value"].lstrip('"“„'), found.start("value")


def _end(text: str, column: int) -> int:
    """Return where the value ends in which the cursor stands."""
    behind = _BEHIND.match(text, column)
    return behind.end() if behind else column


def _named_fields(typed: str, start: int, end: int, most: int) -> tuple[QueryCompletion, ...]:
    names = [name for name in FIELDS if name.startswith(typed.lower())][:most]
    return tuple(
        QueryCompletion(insert=f"{name}:", start=start, end=end, label=f"{name}: {FIELDS[name].means}")
        for name in names
    )
