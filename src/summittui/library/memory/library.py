"""The library in memory: all records of a store as one immutable, indexed value."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, cast, overload

from summittui.library.evidence import LazyEvidence
from summittui.library.facet_counts import FacetCounts
from summittui.library.memory import indexes
from summittui.library.memory.evidence import EVIDENCE
from summittui.library.memory.listing import ListEngine
from summittui.library.memory.records_library import RecordsLibrary
from summittui.library.protocol import ListResult
from summittui.model import (
    TABLE_OF,
    Actor,
    ActorId,
    Claim,
    Issue,
    Note,
    Problem,
    Proposal,
    Quote,
    Record,
    Records,
    SourceId,
    StanceValue,
)
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.model.deed import Deed
from summittui.model.text import fold_words
from summittui.queries.language import Field
from summittui.queries.language.parts import Query
from summittui.queries.listing import ListQuery

P = ParamSpec("P")
T = TypeVar("T")

_VERSIONS = count()


class MemoryLibrary(RecordsLibrary):
    """An immutable state of all records, in memory. Indexes are built when they are first needed."""

    def __init__(
        self,
        records: Records,
        texts: Mapping[SourceId, str] | None = None,
        collections_of: Callable[[str], tuple[str, ...]] = lambda _: (),
        scope: Query = Query(),  # noqa: B008 - immutable
    ) -> None:
        """Hold records and attached texts.

        Args:
            records: The records.
            texts: The attached texts by source; a dict is copied, another mapping is read when a text is asked for.
            collections_of: Gives the collections that brought the record with an id; none for a user's own.
            scope: What the records are limited to.
        """
        self.records = records
        self.brought_by = collections_of
        self.scope = scope
        self.texts: Mapping[SourceId, str] = dict(texts or {}) if isinstance(texts, dict | None) else texts
        self.version = next(_VERSIONS)
        self._derived: dict[object, dict[tuple[Any, ...], Any]] = {}
        self._lists = ListEngine(self)

    def derived(self, make: Callable[Concatenate[Self, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `make(self, *args)`, computed once and cached on this library.

        A `DerivedValue` is updated incrementally in the next library; any other callable is recomputed there.
        """
        key = (*args, *kwargs.items())
        values = self._derived.get(make, {})
        if key not in values:
            value = make(self, *args, **kwargs)
            self._derived.setdefault(make, {})[key] = value
            return value
        return cast("T", values[key])

    def derived_values(self) -> dict[object, dict[tuple[Any, ...], Any]]:
        """Return the values derived so far, by their maker and its arguments."""
        return {make: values.copy() for make, values in self._derived.copy().items()}

    def adopt(self, make: object, values: Mapping[tuple[Any, ...], Any]) -> None:
        """Take over derived values of `make`, in place of computing them here."""
        self._derived[make] = dict(values)

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return self.derived(indexes.BY_ID)

    def ordinals(self, table: str) -> Mapping[str, int]:
        """Return the ordinal of each record of a table, from 0, by its id."""
        return self.derived(indexes.ORDINALS, table)

    def find(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._by_id.get(id_)

    def collections_of(self, id_: str) -> tuple[str, ...]:
        """Return the names of the collections that brought a record; none for a user's own."""
        return self.brought_by(id_)

    def rank(self, id_: str) -> int:
        """Return the ordinal of a record in its table."""
        return self.ordinals(TABLE_OF[type(self.get(id_))])[id_]

    def size(self, table: str) -> int:
        """Return the number of records of a table."""
        return len(self.records.table(table))

    @overload
    def select(self, query: ListQuery) -> ListResult: ...

    @overload
    def select(self, query: ListQuery, is_cancelled: IsCancelled) -> ListResult | None: ...

    def select(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> ListResult | None:
        """Return the records that a list query asks for; None where that was cancelled."""
        if query.scope:
            return self.limited(query.scope).select(query.unlimited, is_cancelled)
        return self._lists.find(query, is_cancelled)

    def holds(self, query: ListQuery, id_: str) -> bool:
        """Tell whether the list that a query asks for has a record."""
        if query.scope:
            return self.limited(query.scope).holds(query.unlimited, id_)
        return self._lists.holds(query, id_)

    def facets(
        self, query: ListQuery, first: int | None = None, is_cancelled: IsCancelled = never_cancelled
    ) -> dict[str, FacetCounts]:
        """Return, by facet and value, how many records the list would have if that value were asked for."""
        from summittui.library.memory.facets import facet_counts

        if query.scope:
            return self.limited(query.scope).facets(query.unlimited, first, is_cancelled)
        return facet_counts(self, query.table, query.query, self._lists.base_of(query), first, is_cancelled)

    def is_prompt(self, query: ListQuery) -> bool:
        """Tell whether a list query is answered while a key is pressed."""
        if query.scope:
            is_at_hand = (query.scope,) in self._derived.get(_limited, {})
            return is_at_hand and self.limited(query.scope).is_prompt(query.unlimited)
        return self._lists.is_prompt(query)

    def limited(self, scope: str) -> "MemoryLibrary":
        """Return the library within a scope, which is cached; the library itself where the scope is empty."""
        return self if scope in {"", str(self.scope)} else self.derived(_limited, scope)

    def quotes_by(self, speaker: str) -> tuple[Quote, ...]:
        """Return the quotes of an actor or a declaration, alone or together with others."""
        return self.derived(indexes.QUOTES_BY_SPEAKER).get(speaker, ())

    def quotes_about(self, party: str) -> tuple[Quote, ...]:
        """Return the quotes about an actor or a declaration."""
        return self.derived(indexes.QUOTES_ABOUT).get(party, ())

    def quotes_in(self, source: str) -> tuple[Quote, ...]:
        """Return the quotes of a source."""
        return self.derived(indexes.QUOTES_IN).get(source, ())

    def count_quotes_by(self, speaker: str) -> int:
        """Return the number of quotes of an actor or a declaration."""
        return len(self.quotes_by(speaker))

    def count_quotes_in(self, source: str) -> int:
        """Return the number of quotes of a source."""
        return len(self.quotes_in(source))

    def variants_of(self, utterance: str | None) -> tuple[Quote, ...]:
        """Return the quotes that report an utterance; none for None."""
        return self.derived(indexes.VARIANTS).get(utterance or "", ())

    def claims_about(self, party: str) -> tuple[Claim, ...]:
        """Return the claims about an actor or a declaration."""
        return self.derived(indexes.CLAIMS_ABOUT).get(party, ())

    def claims_in(self, source: str) -> tuple[Claim, ...]:
        """Return the claims of a source."""
        return self.derived(indexes.CLAIMS_IN).get(source, ())

    def deeds_of(self, actor: str) -> tuple[Deed, ...]:
        """Return what an actor did with declarations."""
        return self.derived(indexes.DEEDS_OF).get(actor, ())

    def speakers_for(self, actor: str) -> tuple[str, ...]:
        """Return the actors whose words can be folded into an actor, nearest first, itself left out."""
        return self.derived(indexes.SPEAKERS_FOR).get(ActorId(actor), ())

    def proposals_in(self, source: str) -> tuple[Proposal, ...]:
        """Return the proposals that were read out of a source, whatever became of them."""
        return self.derived(indexes.PROPOSALS_IN).get(source, ())

    def note_on(self, id_: str) -> Note | None:
        """Return the note on a record, or None."""
        return self.derived(indexes.NOTE_ON).get(id_)

    def referrers(self, id_: str) -> tuple[Record, ...]:
        """Return the records that name a record, wherever in them; a record may name itself."""
        return self.derived(indexes.NAMED_BY).get(id_, ())

    def issues(self) -> tuple[Issue, ...]:
        """Return all issues."""
        return self.records.issues

    def evidence_of(self, holder: str) -> LazyEvidence:
        """Return all evidence of where one holder stands, on any issue."""
        return self.derived(EVIDENCE, holder)

    def holders(self, issue: str | None = None) -> tuple[str, ...]:
        """Return the ids of the actors of whom there is evidence, on one issue where it is named."""
        return self.derived(indexes.HOLDERS).get(issue, ())

    def stances_on(self, issue: str) -> frozenset[StanceValue]:
        """Return the stances on an issue that evidence of anybody shows."""
        return self.derived(indexes.STANCES_ON).get(issue, frozenset())

    def text(self, source: str) -> str | None:
        """Return the attached text of a source, or None."""
        return self.texts.get(SourceId(source))

    def has_text(self, source: str) -> bool:
        """Tell whether the text of a source is attached."""
        return source in self.texts

    def years(self) -> tuple[str, ...]:
        """Return the years of the dates of events, declarations and sources, the latest first."""
        from summittui.library.memory.field_values import years

        return years(self)

    def named_like(
        self,
        typed: str,
        tables: Iterable[str],
        most: int | None = None,
        is_cancelled: IsCancelled = never_cancelled,  # noqa: ARG002  # they are at hand
    ) -> Sequence[tuple[str, str]]:
        """Return (id, name) of each record with a name that holds every word of `typed`; those that begin so first."""
        from summittui.library.memory.names import named_like

        return named_like(self, typed, tuple(tables))[:most]

    def bearers(self, name: str) -> tuple[Record, ...]:
        """Return the records that bear a name, or have it as their id, case and accents apart."""
        from summittui.library.memory.names import bearers

        return bearers(self, fold_words(name))

    def abbreviated(self, initials: str) -> tuple[Actor, ...]:
        """Return the states, blocs, organisations and governments with a name of several words that begin so."""
        from summittui.library.memory.names import INITIALS

        return self.derived(INITIALS).get(fold_words(initials), ())

    def nearest(self, words: str, tables: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the ids of the records with the names nearest to `words`, the nearest first."""
        from summittui.library.memory.names import nearest

        return nearest(self, words, tuple(tables))

    def utterances(self, beginning: str) -> Sequence[str]:
        """Return the ids of utterances that begin so, in the order of the alphabet."""
        return sorted(id_ for id_ in self.derived(indexes.VARIANTS) if id_.startswith(beginning))

    def meanings(self, field: Field) -> tuple[str, ...]:
        """Return the ids, words or the date that the value of a field means; nothing where it means nothing."""
        from summittui.library.memory.field_values import meant

        return meant(self, field)

    def values_like(self, field: str, typed: str) -> Iterator[tuple[str, str]]:
        """Yield (value, name) of what a field can ask for and begins as typed; then what has a word that does."""
        from summittui.library.memory.field_values import values_like

        return values_like(self, field, typed)

    def candidates(self, field: Field) -> tuple[str, ...]:
        """Return the words, or the folded names, among which the value of a field was looked for."""
        from summittui.library.memory.field_values import candidates

        return candidates(self, field)

    def problems(self) -> Iterator[Problem]:
        """Yield every rule that a record breaks, table by table."""
        from summittui.model.rules import problems

        return problems(self.records)

    def index(self) -> None:
        """Build what lists and details look up, so that no key waits for it; in any thread."""
        for table in ("actors", "quotes", "declarations"):
            self.ordinals(table)
        for ask in (self.quotes_by, self.quotes_about, self.deeds_of, self.claims_about, self.speakers_for):
            ask("")
        self.note_on("")
        self.evidence_of("")
        self.variants_of("")

    def index_words(self, table: str) -> None:
        """Build what words are sought in among the records of a table; in any thread."""
        from summittui.library.memory.words import folded_texts

        folded_texts(self, table)


def _limited(library: MemoryLibrary, scope: str) -> MemoryLibrary:
    from summittui.library.answers.scope import limited_records
    from summittui.queries.scope import parse_scope

    records = limited_records(library, scope)
    return MemoryLibrary(records, library.texts, library.brought_by, parse_scope(scope))
