"""The searchable text of records."""

from summittui.library.answers.words import plain_words
from summittui.library.memory.delta import Delta
from summittui.library.memory.derived import GroupIndex, RecordColumn
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import TABLE_OF, Claim, Note, Quote, Record
from summittui.model.text import fold_words

_BETWEEN = " \0 "
"""Stands between the words of two fields, so that no phrase reaches from one into the other."""


def folded_texts(library: RecordsLibrary, table: str) -> tuple[str, ...]:
    """Return the searchable text of each record of a table, in the table's order; made once for a library."""
    return library.derived(_FOLDED_TEXTS, table)


def searchable(library: RecordsLibrary, record: Record) -> str:
    """Return the folded words of a record."""
    return fold_words(_BETWEEN.join(part for part in plain_words(library, record) if part))


def _named(record: Record) -> tuple[str | None, ...]:
    """Return the ids of those whose names are among the words of a record."""
    match record:
        case Quote():
            return (*record.speakers, record.via, record.utterance, record.source)
        case Claim():
            return (record.source, *record.about)
        case Note():
            return (record.about,)
    return ()


def _by_name(record: Record) -> list[tuple[str, Record]]:
    return [(id_, record) for id_ in dict.fromkeys(_named(record)) if id_]


_NAMING: GroupIndex[Record] = GroupIndex(("quotes", "claims", "notes"), _by_name, lambda record: record)
"""The records that have the name of each record among their words."""


def _naming(delta: Delta, table: str) -> list[str]:
    """Return the ids of the records of a table in whose words a record stands that is called otherwise now."""
    naming = delta.after.derived(_NAMING) if delta.renamed else {}
    found = (record for id_ in delta.renamed for record in naming.get(id_, ()))
    return [record.id for record in found if TABLE_OF[type(record)] == table]


_FOLDED_TEXTS = RecordColumn(searchable, _naming)
