"""What can be asked of a library, to compare one that was renewed with a fresh one."""

from collections.abc import Callable, Mapping
from typing import Any

from summittui.library import Library
from summittui.library.answers.alignment import align
from summittui.library.answers.comparison import compare
from summittui.library.answers.evidence import evidence_of
from summittui.library.answers.matrix import matrix
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.library.memory.facets import facet_counts
from summittui.library.memory.matching import places
from summittui.library.memory.names import BEARERS, INITIALS
from summittui.library.memory.search import search
from summittui.library.memory.words import folded_texts
from summittui.model import TABLES
from summittui.queries.comparison import Alignment
from summittui.queries.language import Field, Query, Words
from summittui.queries.language.errors import QueryError
from tests.library.query.made import FIELD_VALUES

FIELDS = tuple(Field(name, value) for name, values in FIELD_VALUES.items() for value in values)
WORDS = ("vance", "guardian", "renamed", "the")


def _indexes(library: Library) -> Any:
    grouped = (library.quotes_by_speaker, library.quotes_about, library.quotes_in, library.variants, library.deeds_of)
    others = (library.claims_about, library.stated, library.note_on, library.speakers_for, library.issues)
    return (
        *grouped,
        *others,
        library.named_by,
        library.derived(BEARERS),
        library.derived(INITIALS),
        [library.ordinals(table) for table in TABLES],
    )


def _records(library: Library) -> Any:
    return [(library.find(record.id), library.name(record.id)) for record in library.records]


def _words(library: Library) -> Any:
    return [folded_texts(library, table) for table in TABLES]


def _evidence(library: Library) -> Any:
    return [evidence_of(library, actor.id) for actor in library.records.actors]


def _positions(library: Library) -> Any:
    return [positions(library, perspective(library, actor.id)) for actor in library.records.actors]


def _queries(library: Library) -> Any:
    return [_kept(library, table, Query((field,))) for table in TABLES for field in FIELDS]


def _searches(library: Library) -> Any:
    return [search(library, Query((Words(word),))) for word in WORDS]


def _facets(library: Library) -> Any:
    return [facet_counts(library, table, Query(), range(len(library.records.table(table)))) for table in TABLES]


def _compared(library: Library) -> Any:
    ids = [actor.id for actor in library.records.actors][:3]
    return compare(library, ids), [align(library, ids, by) for by in Alignment], matrix(library)


def _kept(library: Library, table: str, query: Query) -> list[int] | str:
    try:
        return list(places(library, table, query))
    except QueryError as error:
        return str(error)


ANSWERS: Mapping[str, Callable[[Library], Any]] = {
    "indexes": _indexes,
    "records": _records,
    "words": _words,
    "evidence": _evidence,
    "positions": _positions,
    "queries": _queries,
    "searches": _searches,
    "facets": _facets,
    "comparisons": _compared,
}


def differing(library: Library, other: Library) -> list[str]:
    """Return the names of the questions that two libraries answer differently."""
    return [name for name, ask in ANSWERS.items() if ask(library) != ask(other)]
