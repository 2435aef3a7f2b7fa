"""The protocol of a library: what any library must answer, wherever it holds its records.

Front ends, answers and use-cases ask nothing else. A library is one immutable state of a store: an edit makes another.
"""

from abc import abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Concatenate, ParamSpec, Protocol, Self, TypeVar, cast, overload

from summittui.library.evidence import LazyEvidence
from summittui.library.facet_counts import FacetCounts
from summittui.model import (
    TABLE_OF,
    Actor,
    Claim,
    Issue,
    Note,
    Problem,
    Proposal,
    Quote,
    Record,
    Source,
    StanceValue,
    UnknownId,
)
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.model.deed import Deed
from summittui.model.display_names import display_name
from summittui.model.text import fold_words, safe
from summittui.queries.language import Field, Query
from summittui.queries.listing import ListQuery

R = TypeVar("R", bound=Record)
P = ParamSpec("P")
T = TypeVar("T")


class ListResult(Sequence[Record]):
    """The records that a list query asks for, in its order; each is read when it is looked at."""

    is_whole: bool = True
    """Whether these are all; otherwise the list goes on, and nobody has counted yet how far."""

    def __init__(self, library: "Library", query: ListQuery) -> None:
        self.library = library
        self.query = query

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    @abstractmethod
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]: ...

    @abstractmethod
    def find(self, id_: str) -> int:
        """Return the index of a record in the list, from 0; -1 if the list does not have it."""

    @property
    def total(self) -> int:
        """The number of records of the table."""
        return self.library.size(self.query.table)

    @property
    def number(self) -> str:
        """The number of records, as `50+` where the list goes on."""
        return str(len(self)) if self.is_whole else f"{len(self)}+"

    def count_words(self) -> str:
        """Return the number of records, "of" the number in the table where that is another."""
        return self.number if self.is_whole and len(self) == self.total else f"{self.number} of {self.total}"


class Library(Protocol):
    """An immutable state of all records; answers are computed when they are asked for."""

    version: Hashable
    """The version of the state: where two are equal, records and texts are the same."""
    scope: Query
    """The collection, event or period to which it is limited; empty where it holds the whole store."""

    # Records by id

    def find(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""

    def collections_of(self, id_: str) -> tuple[str, ...]:
        """Return the names of the collections that brought a record; none for a user's own."""

    def rank(self, id_: str) -> int:
        """Return the sort key of a record in its table's own order; nothing but its order means anything.

        Raises:
            UnknownId: There is no such record.
        """

    # Tables

    def size(self, table: str) -> int:
        """Return the number of records of a table."""

    @overload
    def select(self, query: ListQuery) -> ListResult: ...

    @overload
    def select(self, query: ListQuery, is_cancelled: IsCancelled) -> ListResult | None: ...

    def select(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> ListResult | None:
        """Return the records that a list query asks for; None where that was cancelled.

        Raises:
            QueryError: A value of the query means nothing here.
        """

    def select_stepwise(self, query: ListQuery, is_cancelled: IsCancelled) -> Iterator[ListResult]:
        """Yield the beginning of a list where it is found much earlier, then all of it; nothing more once cancelled.

        Raises:
            QueryError: A value of the query means nothing here.
        """
        found = self.select(query, is_cancelled)
        if found is not None:
            yield found

    def holds(self, query: ListQuery, id_: str) -> bool:
        """Tell whether the list that a query asks for has a record."""

    def facets(
        self, query: ListQuery, first: int | None = None, is_cancelled: IsCancelled = never_cancelled
    ) -> dict[str, FacetCounts]:
        """Return, by facet and value, how many records the list would have if that value were asked for.

        What the query asks of a facet itself does not count for that facet, so that its other values stay open.

        Args:
            query: The query of the list.
            first: The number of records, the first of the table, among which those of a narrowed list are counted;
                all where it is None.
            is_cancelled: Asked from time to time; what is returned then is not all.

        Raises:
            QueryError: A value of the query means nothing here.
        """

    def is_prompt(self, query: ListQuery) -> bool:
        """Tell whether a list query is answered while a key is pressed; else ask in a thread."""

    def limited(self, scope: str) -> "Library":
        """Return the library within a scope, so that every answer from it is limited; itself for an empty scope.

        Args:
            scope: The scope as `queries.scope.parse_scope` reads it, such as `collection:paris-2025`.

        Raises:
            QueryError: The text is no scope, or a value of it means nothing.
        """

    # What belongs to a record, in the order of the tables

    def quotes_by(self, speaker: str) -> tuple[Quote, ...]:
        """Return the quotes of an actor or a declaration, alone or together with others."""

    def quotes_about(self, party: str) -> tuple[Quote, ...]:
        """Return the quotes about an actor or a declaration."""

    def quotes_in(self, source: str) -> tuple[Quote, ...]:
        """Return the quotes of a source."""

    def count_quotes_by(self, speaker: str) -> int:
        """Return the number of quotes of an actor or a declaration; none of them is read."""

    def count_quotes_in(self, source: str) -> int:
        """Return the number of quotes of a source; none of them is read."""

    def variants_of(self, utterance: str | None) -> tuple[Quote, ...]:
        """Return the quotes that report an utterance; none for None."""

    def claims_about(self, party: str) -> tuple[Claim, ...]:
        """Return the claims about an actor or a declaration."""

    def claims_in(self, source: str) -> tuple[Claim, ...]:
        """Return the claims of a source."""

    def deeds_of(self, actor: str) -> tuple[Deed, ...]:
        """Return what an actor did with declarations."""

    def speakers_for(self, actor: str) -> tuple[str, ...]:
        """Return the actors whose words can be folded into an actor, nearest first, itself left out."""

    def proposals_in(self, source: str) -> tuple[Proposal, ...]:
        """Return the proposals that were read out of a source, whatever became of them."""

    def note_on(self, id_: str) -> Note | None:
        """Return the note on a record, or None."""

    def referrers(self, id_: str) -> tuple[Record, ...]:
        """Return the records that name a record, wherever in them; a record may name itself."""

    # Stances

    def issues(self) -> tuple[Issue, ...]:
        """Return all issues, which are few."""

    def evidence_of(self, holder: str) -> LazyEvidence:
        """Return all evidence of where one holder stands, on any issue."""

    def holders(self, issue: str | None = None) -> tuple[str, ...]:
        """Return the ids of the actors of whom there is evidence, on one issue where it is named."""

    def stances_on(self, issue: str) -> frozenset[StanceValue]:
        """Return the stances on an issue that evidence of anybody shows."""

    # Texts

    def text(self, source: str) -> str | None:
        """Return the attached text of a source, or None."""

    def has_text(self, source: str) -> bool:
        """Tell whether the text of a source is attached."""

    # Names and queries

    def years(self) -> tuple[str, ...]:
        """Return the years of the dates of events, declarations and sources, the latest first."""

    def named_like(
        self,
        typed: str,
        tables: Iterable[str],
        most: int | None = None,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Sequence[tuple[str, str]]:
        """Return (id, name) of each record with a name that holds every word of `typed`; those that begin so first.

        Args:
            typed: What was typed.
            tables: The tables of these records.
            most: The number of records that are enough, the first ones; all where it is None.
            is_cancelled: Asked from time to time; what is returned then is not all.
        """

    def bearers(self, name: str) -> tuple[Record, ...]:
        """Return the records that bear a name, or have it as their id, case and accents apart."""

    def abbreviated(self, initials: str) -> tuple[Actor, ...]:
        """Return the states, blocs, organisations and governments with a name of several words that begin so."""

    def nearest(self, words: str, tables: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the ids of the records with the names nearest to `words`, three at most.

        Args:
            words: A name that no record bears.
            tables: The tables of these records; all that are searched where empty.
        """

    def utterances(self, beginning: str) -> Sequence[str]:
        """Return the ids of utterances that begin so, in the order of the alphabet."""

    def meanings(self, field: Field) -> tuple[str, ...]:
        """Return the ids, words or the date that the value of a field means; nothing where it means nothing."""

    def values_like(self, field: str, typed: str) -> Iterator[tuple[str, str]]:
        """Yield (value, name) of what a field can ask for and begins as typed; then what has a word that does."""

    def candidates(self, field: Field) -> tuple[str, ...]:
        """Return the words, or the folded names, among which the value of a field that means nothing was looked for."""

    # Upkeep

    def problems(self) -> Iterator[Problem]:
        """Yield every rule that a record breaks, table by table."""

    def derived(self, make: Callable[Concatenate[Self, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `make(self, *args)`, computed once and cached on this library."""

    def index(self) -> None:
        """Build what lists and details look up, so that no key waits for it; in any thread."""

    def index_words(self, table: str) -> None:
        """Build what words are sought in among the records of a table; in any thread."""

    # Answers over the above

    def resolve(self, words: str, tables: Iterable[str] = ()) -> str:
        """Return the id that `words` mean: an id, a name or an alias, case and accents apart.

        An id, written exactly, means its record, whoever else is called so. Where nothing among the tables is called
        so, the initials of one state, bloc, organisation or government mean that actor.

        Args:
            words: What was entered.
            tables: The tables among whose records it is meant; all where empty.

        Raises:
            UnknownId: Nothing, or more than one record, goes by that name.
        """
        among = tuple(tables)
        record = self.find(words)
        if record is not None and _is_among(record, among):
            return record.id
        found = _ids_among(self.bearers(words), among) or _ids_among(self.abbreviated(fold_words(words)), among)
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownId(f"{safe(words)!r} can mean {' or '.join(sorted(found))}; give one of these ids")
        raise UnknownId(self.unknown(words, among))

    def unknown(self, words: str, tables: Sequence[str] = ()) -> str:
        """Return the sentence that refuses `words`, which name no record; it names ids that are near."""
        near = self.nearest(words, tables)
        hint = f"did you mean {' or '.join(near)}?" if near else "see the ids with `summittui list`"
        return f"nothing among the {' or '.join(tables) or 'records'} is called {safe(words)!r}; {hint}"

    def check_query(self, query: Query, text: str | None = None) -> None:
        """See that every value of a query means something.

        Args:
            query: The query.
            text: What it was read from, to name columns in; else its canonical text.

        Raises:
            QueryError: A value means nothing; the sentence names the column and what is near.
        """
        from summittui.queries.language.unknown_values import unknown_value

        for number, field in enumerate(query.fields()):
            if not self.meanings(field):
                raise unknown_value(field, number, str(query) if text is None else text, self.candidates(field))

    def get(self, id_: str) -> Record:
        """Return the record with this id.

        Raises:
            UnknownId: There is none; the sentence names ids that are near.
        """
        found = self.find(id_)
        if found is None:
            raise UnknownId(self.unknown(id_))
        return found

    def get_as(self, type_: type[R], id_: str) -> R:
        """Return the record with this id if it is of `type_`.

        Raises:
            UnknownId: There is none, or it is of another type.
        """
        found = self.get(id_)
        if not isinstance(found, type_):
            kind = type(found).__name__.lower()
            raise UnknownId(f"{safe(id_)!r} is no {type_.__name__.lower()}, it is a record of the kind {kind}")
        return found

    def source(self, id_: str) -> Source:
        """Return the source with this id.

        Raises:
            UnknownId: There is none.
        """
        return self.get_as(Source, id_)

    def issue(self, id_: str) -> Issue:
        """Return the issue with this id.

        Raises:
            UnknownId: There is none.
        """
        return self.get_as(Issue, id_)

    def name(self, id_: str | None) -> str:
        """Return the display name of a record; an id that names none is its own name."""
        record = self.find(id_) if id_ else None
        return id_ or "" if record is None else display_name(record)

    def every(self, type_: type[R]) -> Sequence[R]:
        """Return the records of a type in their table's order; each is read when it is looked at."""
        return cast("Sequence[R]", self.select(ListQuery.whole(type_)))


def _is_among(record: Record, tables: Sequence[str]) -> bool:
    """Tell whether a record is in one of some tables; in any where none is named."""
    return not tables or TABLE_OF[type(record)] in tables


def _ids_among(records: Iterable[Record], tables: Sequence[str]) -> list[str]:
    """Return the ids of those records that are in one of some tables."""
    return [record.id for record in records if _is_among(record, tables)]
