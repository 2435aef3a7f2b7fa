"""What can be asked of a library, to compare one that was renewed with a fresh one."""

from collections.abc import Callable, Mapping
from typing import Any

from summittui.library.answers.comparison import compare
from summittui.library.answers.matrix import matrix
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.library.answers.search import search
from summittui.library.memory import indexes
from summittui.library.memory.derived import GroupIndex, TableDerived
from summittui.library.memory.facets import facet_counts
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.library.memory.names import BEARERS, INITIALS
from summittui.library.memory.words import folded_texts
from summittui.model import TABLES
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.queries.language import Field, Query, Words
from summittui.queries.language.errors import QueryError
from tests.library.query.made import FIELD_VALUES

FIELDS = tuple(Field(name, value) for name, values in FIELD_VALUES.items() for value in values)
WORDS = ("vance", "guardian", "renamed", "the")


def _indexes(library: MemoryLibrary) -> Any:
    makers = [each for each in vars(indexes).values() if isinstance(each, GroupIndex | TableDerived)]
    return (
        [library.derived(maker) for maker in makers],
        library.derived(BEARERS),
        library.derived(INITIALS),
        [library.ordinals(table) for table in TABLES],
    )


def _records(library: MemoryLibrary) -> Any:
    return [(library.find(record.id), library.name(record.id)) for record in library.records]


def _words(library: MemoryLibrary) -> Any:
    return [folded_texts(library, table) for table in TABLES]


def _evidence(library: MemoryLibrary) -> Any:
    return [library.evidence_of(actor.id) for actor in library.records.actors]


def _positions(library: MemoryLibrary) -> Any:
    return [positions(library, perspective(library, actor.id)) for actor in library.records.actors]


def _queries(library: MemoryLibrary) -> Any:
    return [_kept(library, table, Query((field,))) for table in TABLES for field in FIELDS]


def _searches(library: MemoryLibrary) -> Any:
    groups = (group for word in WORDS for group in search(library, Query((Words(word),))))
    return [(group.table, group.total, tuple(group.hits)) for group in groups]


def _facets(library: MemoryLibrary) -> Any:
    return [facet_counts(library, table, Query(), range(len(library.records.table(table)))) for table in TABLES]


def _compared(library: MemoryLibrary) -> Any:
    ids = [actor.id for actor in library.records.actors][:3]
    return (
        compare(library, ComparisonQuery(sides=tuple(ids))),
        [compare(library, ComparisonQuery(sides=tuple(ids), by=by)) for by in Alignment],
        matrix(library),
    )


def _kept(library: MemoryLibrary, table: str, query: Query) -> list[int] | str:
    try:
        return list(matching_ordinals(library, table, query))
    except QueryError as error:
        return str(error)


ANSWERS: Mapping[str, Callable[[MemoryLibrary], Any]] = {
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


def differing(library: MemoryLibrary, other: MemoryLibrary) -> list[str]:
    """Return the names of the questions that two libraries answer differently."""
    return [name for name, ask in ANSWERS.items() if ask(library) != ask(other)]
