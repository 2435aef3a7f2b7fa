"""Search everything: the records of all tables in which some words occur."""

from msgspec import Struct

from summittui.library.library import Library, name_of
from summittui.library.words import holds_all, plain_words, terms
from summittui.model import TABLE_OF, Record
from summittui.model.text import fold, safe

AROUND = 40
"""How many code points an excerpt shows before the first match."""
LENGTH = 160
"""How many code points an excerpt has at most."""


class Hit(Struct, frozen=True, kw_only=True):
    """One record in which all words occur."""

    table: str
    id: str
    label: str
    excerpt: str
    """The words around the first match, on one line."""


def search(library: Library, words: str) -> tuple[Hit, ...]:
    """Return the records in which all words occur, table by table; none where there are no words."""
    wanted = terms(words)
    if not wanted:
        return ()
    return tuple(
        Hit(
            table=TABLE_OF[type(record)],
            id=record.id,
            label=name_of(record),
            excerpt=_excerpt(library, record, wanted[0]),
        )
        for record in library.records
        if holds_all(library, record, wanted)
    )


def _excerpt(library: Library, record: Record, term: str) -> str:
    parts = [safe(part) for part in plain_words(library, record) if part]
    part = next((part for part in parts if term in fold(part)), parts[0])
    start = max(0, fold(part).find(term) - AROUND)
    cut = part[start : start + LENGTH]
    return ("…" if start else "") + cut + ("…" if start + LENGTH < len(part) else "")
