"""The number of records for each value of each facet."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import attrgetter

from summittui.library.facet_counts import FacetCounts
from summittui.library.memory.couples import couples_at
from summittui.library.memory.field_tests import proof_word
from summittui.library.memory.matching import matching_ordinals, shown_couples
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import Quote, Record
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.queries.language.facets import FACETS, asks_for
from summittui.queries.language.parts import Query


def facet_counts(
    library: RecordsLibrary,
    table: str,
    query: Query,
    among: Sequence[int],
    first: int | None = None,
    is_cancelled: IsCancelled = never_cancelled,
) -> dict[str, FacetCounts]:
    """Return, for each facet of a table, how many records would be kept if each value were asked for.

    Args:
        library: The records.
        table: The table.
        query: What is asked for; what it asks of a facet itself is left out for that facet.
        among: The ordinals at which to look, in order; a range where they are all.
        first: The number of kept records of a narrowed list that are counted, the first; all where it is None.
        is_cancelled: Asked from facet to facet; what is returned then is not all.
    """
    found: dict[Query, Sequence[int]] = {}
    counts: dict[str, FacetCounts] = {}
    records = library.records.table(table)
    for facet, field in FACETS.get(table, {}).items():
        if is_cancelled():
            break
        rest = Query(tuple(part for part in query.parts if not asks_for(part, field)))
        if rest not in found:
            found[rest] = matching_ordinals(library, table, rest, among)
        is_narrowed = bool(rest) or not isinstance(among, range)
        counted = found[rest][:first] if is_narrowed else found[rest]
        kept = map(records.__getitem__, counted)
        numbers = _numbers(field, _values(library, table, rest, field), kept)
        counts[facet] = FacetCounts(numbers, len(counted) == len(found[rest]))
    return counts


def _numbers(field: str, values: Callable[[Record], set[str]] | None, kept: Iterable[Record]) -> dict[str, int]:
    """Return the numbers of records by the values that they have in a field."""
    if values is not None:
        return dict(Counter(value for record in kept for value in values(record)))
    return _count_speakers(tuple(kept)) if field == "by" else _count_attribute(field, kept)


def _count_speakers(quotes: Sequence[Record]) -> dict[str, int]:
    counts = Counter(_count_attribute("speaker", quotes))
    counts.update(chain.from_iterable(map(attrgetter("joint_speakers"), quotes)))
    return dict(counts)


def _count_attribute(attribute: str, records: Iterable[Record]) -> dict[str, int]:
    counts = Counter(map(attrgetter(attribute), records))
    return {str(value): number for value, number in counts.items() if value is not None}


def _values(library: RecordsLibrary, table: str, rest: Query, field: str) -> Callable[[Record], set[str]] | None:
    """Return what gives the values of a record; None where they are an attribute of it."""
    couples = couples_at(table, field)
    if couples is not None:
        return shown_couples(library, table, rest, couples, 0 if field in couples.sides[0] else 1)
    if field == "proof":
        return lambda record: {proof_word(library, record)} if isinstance(record, Quote) else set()
    return None
