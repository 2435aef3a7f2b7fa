"""The number of records for each value of each facet."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import attrgetter

from summittui.library.memory.couples import couples_at
from summittui.library.memory.field_tests import proof_word
from summittui.library.memory.matching import matching_ordinals, shown_couples
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import Quote, Record
from summittui.queries.language.facets import FACETS, asks_for
from summittui.queries.language.parts import Query


def facet_counts(library: RecordsLibrary, table: str, query: Query, among: Sequence[int]) -> dict[str, dict[str, int]]:
    """Return, for each facet of a table, how many records would be kept if each value were asked for.

    Args:
        library: The records.
        table: The table.
        query: What is asked for; what it asks of a facet itself is left out for that facet.
        among: The places at which to look, in order.
    """
    found: dict[Query, Sequence[int]] = {}
    counts: dict[str, dict[str, int]] = {}
    for facet, field in FACETS.get(table, {}).items():
        rest = Query(tuple(part for part in query.parts if not asks_for(part, field)))
        if rest not in found:
            found[rest] = matching_ordinals(library, table, rest, among)
        records = library.records.table(table)
        kept = map(records.__getitem__, found[rest])
        values = _values(library, table, rest, field)
        if values is not None:
            counts[facet] = dict(Counter(value for record in kept for value in values(record)))
        else:
            counts[facet] = _count_speakers(tuple(kept)) if field == "by" else _count_attribute(field, kept)
    return counts


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
