"""A scope: a library that is limited to a collection, an event or a period, so that every answer from it is."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from summittui.library.memory.field_tests import test_of
from summittui.library.memory.field_values import check_query, meant
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.model import Actor, Claim, Declaration, Quote, Record
from summittui.model.references import named_ids
from summittui.queries.language.errors import QueryError
from summittui.queries.language.parsing import parse_query
from summittui.queries.language.parts import Field, Query
from summittui.queries.language.scope import asked_tables

SCOPE_FIELDS = ("collection", "event", "after", "before")
"""The fields by which a library can be limited."""
LIMITED = ("quotes", "claims", "declarations", "events", "disagreements", "agreements", "checks")
"""The tables whose records a scope leaves out. Actors stay where what stays names them; sources and issues stay."""


def read_scope(library: MemoryLibrary, text: str) -> Query:
    """Return the scope that a text means, such as `collection:paris-2025` or `event:paris after:2025-02`.

    Raises:
        QueryError: It is no query, has other parts than the fields of a scope, or a value means nothing.
    """
    query = parse_query(text)
    odd = [part for part in query.parts if not isinstance(part, Field) or part.name not in SCOPE_FIELDS]
    if odd or not query.parts:
        allowed = ", ".join(f"{name}:" for name in SCOPE_FIELDS)
        raise QueryError(f"a scope has {allowed} with a value each, such as collection:paris-2025, and nothing else", 0)
    check_query(library, query, text)
    return query


def scoped(library: MemoryLibrary, scope: Query) -> MemoryLibrary:
    """Return the library with only what a scope keeps; what stays and names more holds those as bare entries.

    A declaration that is named from inside the scope, and lies outside it, stays without acts, clauses and numbers.
    In a collection, a declaration that several collections share has the acts that its own sources tell.
    """
    kept = {table: _kept(library, table, scope) for table in LIMITED}
    records = library.records
    claims = tuple(_claim(each, kept["claims"]) for each in records.claims if each.id in kept["claims"])
    quotes = tuple(_quote(each, kept["quotes"]) for each in records.quotes if each.id in kept["quotes"])
    others = {
        table: tuple(each for each in records.table(table) if each.id in kept[table])
        for table in ("events", "disagreements", "agreements", "checks")
    }
    inside = [*quotes, *claims, *(each for table in others.values() for each in table)]
    tells = _tells(library, scope)
    declarations = tuple(_declarations(records.declarations, kept, tells, inside))
    inside += declarations
    limited = {"quotes": quotes, "claims": claims, "declarations": declarations, **others}
    limited["actors"] = tuple(_actors(library, inside, scope))
    return MemoryLibrary(replace(records, **limited), library.texts, library.brought_by)


def _kept(library: MemoryLibrary, table: str, scope: Query) -> frozenset[str]:
    """Return the ids of the records of a table that a scope keeps.

    Where a field says nothing of the table, a record stays whose sources the field keeps, one of them at least.
    """
    asked = Query(tuple(field for field in scope.fields() if table in asked_tables(field)))
    silent = Query(tuple(field for field in scope.fields() if table not in asked_tables(field)))
    records = library.records.table(table)
    found = [records[at] for at in matching_ordinals(library, table, asked)]
    if silent.parts:
        sources = library.records.sources
        told = {sources[at].id for at in matching_ordinals(library, "sources", silent)}
        found = [record for record in found if not told.isdisjoint(named_ids(record))]
    return frozenset(record.id for record in found)


def _tells(library: MemoryLibrary, scope: Query) -> Callable[[str], bool]:
    """Return what tells whether a source may tell acts inside the scope: any, but for those of other collections."""
    wanted = [frozenset(meant(library, field)) for field in scope.fields() if field.name == "collection"]
    tests = [test_of(library, "sources", "collection", values) for values in wanted]

    def tells(source: str) -> bool:
        record = library.source(source)
        return all(test(record) for test in tests if test)

    return tells


def _declarations(
    declarations: Iterable[Declaration],
    kept: dict[str, frozenset[str]],
    tells: Callable[[str], bool],
    inside: Iterable[Record],
) -> Iterable[Declaration]:
    named = frozenset[str]().union(*map(named_ids, inside))
    for each in declarations:
        if each.id in kept["declarations"]:
            yield replace(
                each,
                event=each.event if each.event in kept["events"] else None,
                acts=tuple(act for act in each.acts if any(map(tells, act.sources))),
                tallies=tuple(tally for tally in each.tallies if tells(tally.source)),
                pages=tuple(page for page in each.pages if tells(page.source)),
                clauses=tuple(
                    clause if clause.quote in {None, *kept["quotes"]} else replace(clause, quote=None)
                    for clause in each.clauses
                ),
            )
        elif each.id in named:
            yield replace(each, acts=(), tallies=(), clauses=(), pages=(), event=None, list_status=None, as_of=None)


def _quote(quote: Quote, quotes: frozenset[str]) -> Quote:
    return quote if quote.nested_in is None or quote.nested_in in quotes else replace(quote, nested_in=None)


def _claim(claim: Claim, claims: frozenset[str]) -> Claim:
    return replace(claim, repeats=tuple(id_ for id_ in claim.repeats if id_ in claims))


def _actors(library: MemoryLibrary, inside: Iterable[Record], scope: Query) -> Iterable[Record]:
    """Yield the actors of the scope's collections, and those whom what is inside names, with those they name."""
    own = _kept(library, "actors", scope) if any(field.name == "collection" for field in scope.fields()) else ()
    wanted = set(own).union(*map(named_ids, inside))
    wanted |= {str(source.author) for source in library.records.sources if source.author}
    queue = list(wanted)
    while queue:
        record = library.find(queue.pop())
        if isinstance(record, Actor):
            found = named_ids(record) - wanted
            wanted |= found
            queue += found
    return (actor for actor in library.records.actors if actor.id in wanted)
