"""What `has:` and `is:` can ask of a record, by the table that it stands in."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from summittui.library.library import Library
from summittui.model import Record

Holds = Callable[[Library, Record], bool]


class State(Struct, frozen=True):
    """One thing that a record can have or be."""

    phrase: str
    """In words, behind "with" where it is had: "a role"."""
    tables: tuple[str, ...]
    """Where a record can have or be it; elsewhere none does."""
    holds: Holds


def _given(field: str) -> Holds:
    return lambda _, record: bool(getattr(record, field, None))


def _memo(library: Library, record: Record) -> bool:
    note = library.note_on.get(record.id)
    return bool(note and note.memo)


def _starred(library: Library, record: Record) -> bool:
    note = library.note_on.get(record.id)
    return bool(note and note.starred)


def _text(library: Library, record: Record) -> bool:
    return getattr(record, "source", record.id) in library.texts


def _variants(library: Library, record: Record) -> bool:
    return len(library.variants.get(getattr(record, "utterance", None) or "", ())) > 1


def _doubtful(_: Library, record: Record) -> bool:
    parts = (*getattr(record, "acts", ()), *getattr(record, "tallies", ()))
    return bool(getattr(record, "doubt", None) or any(part.doubt for part in parts))


def _unattributed(_: Library, record: Record) -> bool:
    return getattr(record, "speaker", None) is None


_TOLD = ("quotes", "claims")
_ALL = (
    *("sources", "actors", "events", "issues", "declarations"),
    *("quotes", "claims", "disagreements", "agreements", "camps"),
)
_NOTED = ("sources", "actors", "events", "issues", "declarations", "quotes", "claims", "agreements", "camps")

HAS: Mapping[str, State] = {
    "memo": State("a memo of yours", _ALL, _memo),
    "note": State("a note", _NOTED, _given("note")),
    "text": State("its source's text attached", ("sources", *_TOLD), _text),
    "words": State("words in quotation marks", ("quotes",), _given("exact")),
    "gist": State("a gist", _TOLD, _given("gist")),
    "stance": State("a stance", _TOLD, _given("stances")),
    "variants": State("variants", ("quotes",), _variants),
    "role": State("a role", ("quotes",), _given("role")),
    "cue": State("a cue", ("quotes",), _given("cue")),
    "via": State("an outlet or person between", ("quotes",), _given("via")),
    "occasion": State("an occasion", ("quotes",), _given("occasion")),
    "addressee": State("an addressee", ("quotes",), _given("addressee")),
    "date": State("a date", ("quotes", "declarations", "events"), _given("date")),
    "roles": State("roles", ("actors",), _given("roles")),
    "alias": State("an alias", ("actors", "events", "declarations"), _given("aliases")),
    "clauses": State("clauses", ("declarations",), _given("clauses")),
    "acts": State("acts", ("declarations",), _given("acts")),
    "tallies": State("tallies", ("declarations",), _given("tallies")),
    "outline": State("an outline", ("sources",), _given("outline")),
    "url": State("an address", ("sources", "declarations"), _given("url")),
}
"""What a record can have, by the word for it."""

IS: Mapping[str, State] = {
    "starred": State("starred", _ALL, _starred),
    "doubtful": State("doubtful", ("quotes", "claims", "declarations"), _doubtful),
    "optional": State("optional", ("quotes", "claims", "actors"), _given("optional")),
    "nested": State("reported inside another quote", ("quotes",), _given("nested_in")),
    "unattributed": State("of nobody who is named", ("quotes",), _unattributed),
}
"""What a record can be, by the word for it."""
