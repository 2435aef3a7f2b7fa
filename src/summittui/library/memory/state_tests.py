"""Whether a record has or is what `has:` and `is:` ask for."""

from collections.abc import Callable, Mapping

from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import Record, coders_differ

Holds = Callable[[RecordsLibrary, Record], bool]


def _given(field: str) -> Holds:
    return lambda _, record: bool(getattr(record, field, None))


def _memo(library: RecordsLibrary, record: Record) -> bool:
    note = library.note_on(record.id)
    return bool(note and note.memo)


def _starred(library: RecordsLibrary, record: Record) -> bool:
    note = library.note_on(record.id)
    return bool(note and note.starred)


def _text(library: RecordsLibrary, record: Record) -> bool:
    return getattr(record, "source", record.id) in library.texts


def _variants(library: RecordsLibrary, record: Record) -> bool:
    return len(library.variants_of(getattr(record, "utterance", None))) > 1


def _doubtful(_: RecordsLibrary, record: Record) -> bool:
    parts = (*getattr(record, "acts", ()), *getattr(record, "tallies", ()))
    return bool(getattr(record, "doubt", None) or any(part.doubt for part in parts))


def _unattributed(_: RecordsLibrary, record: Record) -> bool:
    return getattr(record, "speaker", None) is None


HAS_TESTS: Mapping[str, Holds] = {
    "memo": _memo,
    "note": _given("note"),
    "text": _text,
    "words": _given("exact"),
    "gist": _given("gist"),
    "stance": _given("stances"),
    "variants": _variants,
    "role": _given("role"),
    "cue": _given("cue"),
    "via": _given("via"),
    "occasion": _given("occasion"),
    "addressee": _given("addressee"),
    "date": _given("date"),
    "roles": _given("roles"),
    "alias": _given("aliases"),
    "clauses": _given("clauses"),
    "acts": _given("acts"),
    "tallies": _given("tallies"),
    "outline": _given("outline"),
    "url": _given("url"),
}
"""The test of whether a record has something, by the word for it."""

IS_TESTS: Mapping[str, Holds] = {
    "starred": _starred,
    "doubtful": _doubtful,
    "optional": _given("optional"),
    "contested": lambda _, record: coders_differ(getattr(record, "stances", ())),
    "nested": _given("nested_in"),
    "unattributed": _unattributed,
}
"""The test of whether a record is something, by the word for it."""
