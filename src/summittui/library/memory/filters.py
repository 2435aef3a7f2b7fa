"""Filters: predicates over records that say in words what they keep."""

from collections.abc import Callable

from msgspec import Struct

from summittui.library.answers.perspective import perspective
from summittui.library.memory.library import Library
from summittui.model import TABLE_OF, Actor, Claim, Declaration, Quote, Record
from summittui.model.caching import BoundedCache
from summittui.queries.language.parts import Query

_KEPT = 8
"""Of how many records it is remembered what belongs to them: all lists ask for that of the same one."""

Keeps = Callable[[Record], bool]


class Matches(Struct, frozen=True):
    """Keeps the records that a query asks for."""

    query: Query

    def describe(self, library: Library) -> str:
        """Return what is kept, in words."""
        from summittui.library.answers.query_words import describe_query

        return " · ".join(describe_query(library, self.query))

    def bind(self, library: Library) -> Keeps:
        """Return the predicate for the records of one library.

        Raises:
            QueryError: A value of the query means nothing in the library.
        """
        from summittui.library.memory.field_values import check_query

        check_query(library, self.query)
        return lambda record: record.id in library.derived(_matching, TABLE_OF[type(record)], self.query)


class BelongsTo(Struct, frozen=True):
    """Keeps the records that belong to one record: an actor's quotes, a declaration's signatories, and so on."""

    id: str
    folded: bool = True
    """Whether those who speak for an actor are taken as that actor."""

    def describe(self, library: Library) -> str:
        """Return what is kept, in words."""
        name = library.name(self.id)
        speakers = isinstance(library.find(self.id), Actor) and perspective(library, self.id).speakers
        return f"{name} and those who speak for it" if self.folded and speakers else name

    def bind(self, library: Library) -> Keeps:
        """Return the predicate for the records of one library."""
        kept = related(library, self.id, folded=self.folded)
        return lambda record: record.id in kept


class Among(Struct, frozen=True):
    """Keeps the records with one of these ids, such as the marked ones."""

    ids: frozenset[str]
    label: str

    def describe(self, library: Library) -> str:  # noqa: ARG002  # the same shape for every filter
        """Return what is kept, in words."""
        return self.label

    def bind(self, library: Library) -> Keeps:  # noqa: ARG002  # the same shape for every filter
        """Return the predicate for the records of one library."""
        return lambda record: record.id in self.ids


Filter = Matches | BelongsTo | Among


def _matching(library: Library, table: str, query: Query) -> frozenset[str]:
    from summittui.library.memory.matching import places

    records = library.records.table(table)
    return frozenset(records[place].id for place in places(library, table, query))


def related(library: Library, id_: str, *, folded: bool = True) -> frozenset[str]:
    """Return the ids of all records that belong to one record, itself included.

    An actor: its quotes and those about it, its declarations, those who speak for it. A declaration: who
    acted on it, the quotes of it and about it. A quote: who speaks, is spoken about or passes it on.
    """
    return library.derived(_cached_related).get((id_, folded), lambda: _related(library, id_, folded=folded))


def _cached_related(_: Library) -> BoundedCache[tuple[str, bool], frozenset[str]]:
    return BoundedCache(_KEPT)


def _related(library: Library, id_: str, *, folded: bool) -> frozenset[str]:
    match library.find(id_):
        case Actor():
            members = perspective(library, id_, folded=folded).members
            return frozenset(members).union(*(_of_actor(library, member) for member in members))
        case Declaration() as declaration:
            quotes = library.quotes_by_speaker.get(id_, ()) + library.quotes_about.get(id_, ())
            speakers = (speaker for quote in quotes for speaker in quote.speakers)
            return frozenset(
                (id_, *(act.actor for act in declaration.acts), *(quote.id for quote in quotes), *speakers)
            )
        case Quote() as quote:
            parties = (*quote.speakers, quote.via, quote.addressee, quote.view_of, *quote.about)
            return frozenset((id_, *(str(party) for party in parties if party)))
        case Claim() as claim:
            return frozenset((id_, claim.author, *claim.about))
    return frozenset((id_,))


def _of_actor(library: Library, actor: str) -> frozenset[str]:
    quotes = library.quotes_by_speaker.get(actor, ()) + library.quotes_about.get(actor, ())
    declarations = (deed.declaration.id for deed in library.deeds_of.get(actor, ()))
    claims = (claim.id for claim in library.claims_about.get(actor, ()))
    return frozenset((*(quote.id for quote in quotes), *declarations, *claims))
