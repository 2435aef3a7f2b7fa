"""A library's records within a scope: a collection, an event or a period, so that every answer from them is limited."""

from collections.abc import Callable, Container, Iterable, Sequence, Set

from msgspec.structs import replace

from summittui.library.protocol import Library, ListResult
from summittui.model import TABLES, Actor, Claim, Declaration, Proposal, Quote, Record, Records, Source
from summittui.model.references import named_ids
from summittui.queries.language.applicability import applicable_tables
from summittui.queries.language.parts import Query
from summittui.queries.listing import ListQuery
from summittui.queries.scope import parse_scope

LIMITED = ("quotes", "claims", "declarations", "events", "disagreements", "agreements", "checks")
"""The tables whose records a scope leaves out.

Actors and sources stay where what stays names them, proposals with their source; issues and notes stay.
"""


def limited_records(library: Library, scope: str) -> Records:
    """Return only what a scope keeps of the records; what stays and names more holds those as bare entries.

    A declaration that is named from inside the scope, and lies outside it, stays without acts, clauses and numbers.
    In a collection, a declaration that several collections share has the acts that its own sources tell.

    Args:
        library: The records.
        scope: The scope, such as `collection:paris-2025` or `event:paris after:2025-02`.

    Raises:
        QueryError: The text is no scope, or a value of it means nothing.
    """
    return _limited(library, _query_of(library, scope))


def count_limited(library: Library, scope: str) -> int:
    """Return how many records a scope keeps of the tables that grow with a store: quotes, claims and sources.

    Raises:
        QueryError: The text is no scope, or a value of it means nothing.
    """
    query = _query_of(library, scope)
    return sum(len(_kept(library, table, query)) for table in ("quotes", "claims", "sources"))


def _query_of(library: Library, scope: str) -> Query:
    query = parse_scope(scope)
    library.check_query(query, scope)
    return query


def _limited(library: Library, scope: Query) -> Records:
    tables: dict[str, tuple[Record, ...]] = {table: tuple(_kept(library, table, scope)) for table in LIMITED}
    kept = {table: frozenset(each.id for each in tables[table]) for table in LIMITED}
    tables["claims"] = tuple(_claim(each, kept["claims"]) for each in tables["claims"] if isinstance(each, Claim))
    tables["quotes"] = tuple(_quote(each, kept["quotes"]) for each in tables["quotes"] if isinstance(each, Quote))
    named = _named(record for table in LIMITED if table != "declarations" for record in tables[table])
    tables["declarations"] = tuple(_declarations(library, kept, _tells(library, scope), named))
    named |= _named(tables["declarations"])
    sources = _ids(_kept(library, "sources", scope)) | named
    tables["sources"] = tuple(_among(library, "sources", sources))
    tables["actors"] = tuple(_actor(each, sources) for each in _actors(library, tables["sources"], named, scope))
    tables["proposals"] = tuple(_proposals(library, tables["sources"]))
    whole = {table: tuple(library.every(type_)) for table, type_ in TABLES.items() if table not in tables}
    return Records(**(whole | tables))  # type: ignore[arg-type]  # each table has its own type of record


def _named(records: Iterable[Record]) -> set[str]:
    """Return the ids that records name."""
    return set[str]().union(*map(named_ids, records))


def _among(library: Library, table: str, ids: Iterable[str]) -> ListResult:
    """Return the records of a table that have one of some ids, in the order of the table."""
    return library.select(ListQuery(table=table, among=frozenset(ids)))


def _proposals(library: Library, sources: Iterable[Record]) -> Iterable[Proposal]:
    """Return the proposals that were read out of some sources, in the order of their table."""
    if not library.size("proposals"):
        return ()
    found = (proposal for source in sources for proposal in library.proposals_in(source.id))
    return sorted(found, key=lambda proposal: library.rank(proposal.id))


def _kept(library: Library, table: str, scope: Query) -> Sequence[Record]:
    """Return the records of a table that a scope keeps, in the order of the table.

    Where a field says nothing of the table, a record stays whose sources the field keeps, one of them at least.
    """
    asked = Query(tuple(field for field in scope.fields() if table in applicable_tables(field)))
    silent = Query(tuple(field for field in scope.fields() if table not in applicable_tables(field)))
    found = library.select(ListQuery(table=table, query=asked))
    if not silent.parts:
        return found
    told = _ids(library.select(ListQuery(table="sources", query=silent)))
    return [record for record in found if not told.isdisjoint(named_ids(record))]


def _ids(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(record.id for record in records)


def _tells(library: Library, scope: Query) -> Callable[[str], bool]:
    """Return a test whether a source may tell acts inside the scope: any may, but for those of other collections."""
    collections = [Query((field,)) for field in scope.fields() if field.name == "collection"]
    sources = [_ids(library.select(ListQuery(table="sources", query=each))) for each in collections]
    return lambda source: all(source in each for each in sources)


def _declarations(
    library: Library, kept: dict[str, frozenset[str]], tells: Callable[[str], bool], named: Container[str]
) -> Iterable[Declaration]:
    for each in library.every(Declaration):
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


def _actor(actor: Actor, sources: Container[str]) -> Actor:
    """Return an actor with the roles and mentions that some sources have."""
    return replace(
        actor,
        roles=tuple(role for role in actor.roles if role.at.source in sources),
        mentions=tuple(mention for mention in actor.mentions if mention.source in sources),
    )


def _actors(library: Library, sources: Iterable[Record], named: Set[str], scope: Query) -> Iterable[Actor]:
    """Yield the actors of the scope's collections, and those whom what is inside names, with those they name."""
    is_of_collection = any(field.name == "collection" for field in scope.fields())
    wanted = named | (_ids(_kept(library, "actors", scope)) if is_of_collection else frozenset())
    wanted |= {str(each.author) for each in sources if isinstance(each, Source) and each.author}
    queue = [*wanted]
    while queue:
        actor = library.find(queue.pop())
        found = named_ids(actor) - wanted if isinstance(actor, Actor) else set()
        wanted |= found
        queue += found
    return (each for each in _among(library, "actors", wanted) if isinstance(each, Actor))
