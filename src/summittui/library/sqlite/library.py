"""The library over SQLite: one state of a file, from which each record is read when it is looked at."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, cast, overload

from summittui.library.evidence import LazyEvidence
from summittui.library.facet_counts import FacetCounts
from summittui.library.memory.indexes import deeds_in, reach
from summittui.library.protocol import Library, ListResult
from summittui.library.sqlite.belongings import Belongings
from summittui.library.sqlite.connections import Readers, is_writable
from summittui.library.sqlite.derivation import CollectionsIn
from summittui.library.sqlite.limiting import limited_library
from summittui.library.sqlite.lists import Lists, RowResult
from summittui.library.sqlite.meanings import candidates, meant, values_like, years
from summittui.library.sqlite.naming import Naming
from summittui.library.sqlite.open_file import ReaderPool
from summittui.library.sqlite.record_rows import RecordRows
from summittui.library.sqlite.rows_library import RowsLibrary
from summittui.library.sqlite.stances import evidence_of, holders, nearest_speakers, stances_on
from summittui.library.sqlite.texts import AttachedTexts
from summittui.model import (
    Actor,
    ActorId,
    Claim,
    Declaration,
    Issue,
    Note,
    Problem,
    Proposal,
    Quote,
    Record,
    SourceId,
    StanceValue,
    UnknownId,
)
from summittui.model.caching import BoundedCache
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.model.deed import Deed
from summittui.model.text import fold_words
from summittui.queries.language import Field
from summittui.queries.language.parts import Query
from summittui.queries.listing import ListQuery

P = ParamSpec("P")
T = TypeVar("T")

_VERSIONS = count()
_HOLDERS = 200
"""Of how many holders the evidence is cached."""


class SqliteLibrary(RowsLibrary):
    """An immutable state of all records, in a file; it stays as it was whatever is written into the file later."""

    def __init__(self, path: Path, collections_in: CollectionsIn, pool: ReaderPool | None = None) -> None:
        """Open the file.

        Args:
            path: The file.
            collections_in: Gives the collections that the notes on a record name.
            pool: Has connections to the file; where it is None they are opened anew.

        Raises:
            Unreadable: It cannot be read.
        """
        self.rows = RecordRows(Readers(pool or ReaderPool(path)))
        self.version = ("sqlite", next(_VERSIONS))
        self.scope = Query()
        self.collections_in = collections_in
        self._naming = Naming(self.rows.readers)
        self._last_lists: dict[str, RowResult] = {}
        self._derived: dict[object, dict[tuple[Any, ...], Any]] = {}
        self._limited: tuple[str, Library] | None = None
        """The last scope with its library, of which only one is cached: it can take much memory."""
        self._belongings = Belongings(self.rows)
        self._evidence: BoundedCache[str, LazyEvidence] = BoundedCache(_HOLDERS)
        self.texts = AttachedTexts(self.rows.readers)

    @property
    def _lists(self) -> Lists:
        """The maker of lists, made anew at each use: a library that nobody needs lets go of its connections at once."""
        return Lists(self, self._last_lists)

    # Records by id

    def find(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""
        row = self.rows.row_of(id_)
        return None if row is None else self.rows.record(row)

    def collections_of(self, id_: str) -> tuple[str, ...]:
        """Return the names of the collections that brought a record; none for a user's own."""
        row = self.rows.row_of(id_)
        notes = None if row is None else self.rows.notes(row)
        return () if notes is None else self.collections_in(notes)

    def rank(self, id_: str) -> int:
        """Return the row of a record."""
        row = self.rows.row_of(id_)
        if row is None:
            raise UnknownId(self.unknown(id_))
        return row

    # Tables

    def size(self, table: str) -> int:
        """Return the number of records of a table."""
        return self.rows.number(table)

    @overload
    def select(self, query: ListQuery) -> ListResult: ...

    @overload
    def select(self, query: ListQuery, is_cancelled: IsCancelled) -> ListResult | None: ...

    def select(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> ListResult | None:
        """Return the records that a list query asks for; None where that was cancelled."""
        if query.scope:
            return self.limited(query.scope).select(query.unlimited, is_cancelled)
        return None if is_cancelled() else self._lists.find(query, is_cancelled)

    def select_stepwise(self, query: ListQuery, is_cancelled: IsCancelled) -> Iterator[ListResult]:
        """Yield the beginning of a list where it is found much earlier, then all of it; nothing more once cancelled."""
        if query.scope:
            yield from self.limited(query.scope).select_stepwise(query.unlimited, is_cancelled)
        elif not is_cancelled():
            yield from self._lists.find_stepwise(query, is_cancelled)

    def holds(self, query: ListQuery, id_: str) -> bool:
        """Tell whether the list that a query asks for has a record."""
        if query.scope:
            return self.limited(query.scope).holds(query.unlimited, id_)
        row = self.rows.row_of(id_)
        return row is not None and self._lists.holds(query, row)

    def facets(
        self, query: ListQuery, first: int | None = None, is_cancelled: IsCancelled = never_cancelled
    ) -> dict[str, FacetCounts]:
        """Return, by facet and value, how many records the list would have if that value were asked for."""
        from summittui.library.sqlite.facets import facet_counts

        if query.scope:
            return self.limited(query.scope).facets(query.unlimited, first, is_cancelled)
        self.check_query(query.query)
        return facet_counts(self, self._lists, query, first, is_cancelled)

    def is_prompt(self, query: ListQuery) -> bool:
        """Tell whether a list query is answered while a key is pressed."""
        if query.scope:
            last = self._limited
            return last is not None and last[0] == query.scope and last[1].is_prompt(query.unlimited)
        return self._lists.is_prompt(query)

    def limited(self, scope: str) -> Library:
        """Return the library within a scope, in memory; the last one is cached; itself where the scope is empty."""
        if not scope:
            return self
        last = self._limited  # another thread may limit the library otherwise meanwhile
        if last is None or last[0] != scope:
            self._limited = last = scope, limited_library(self, scope)
        return last[1]

    # What belongs to a record

    def quotes_by(self, speaker: str) -> tuple[Quote, ...]:
        """Return the quotes of an actor or a declaration, alone or together with others."""
        return self._belongings.of("quotes", "by", speaker)

    def quotes_about(self, party: str) -> tuple[Quote, ...]:
        """Return the quotes about an actor or a declaration."""
        return self._belongings.of("quotes", "about", party)

    def quotes_in(self, source: str) -> tuple[Quote, ...]:
        """Return the quotes of a source."""
        return self._belongings.of("quotes", "source", source)

    def count_quotes_by(self, speaker: str) -> int:
        """Return the number of quotes of an actor or a declaration; none of them is read."""
        return self._belongings.count("quotes", "by", speaker)

    def count_quotes_in(self, source: str) -> int:
        """Return the number of quotes of a source; none of them is read."""
        return self._belongings.count("quotes", "source", source)

    def variants_of(self, utterance: str | None) -> tuple[Quote, ...]:
        """Return the quotes that report an utterance; none for None."""
        return self._belongings.of("quotes", "utterance", utterance) if utterance else ()

    def claims_about(self, party: str) -> tuple[Claim, ...]:
        """Return the claims about an actor or a declaration."""
        return self._belongings.of("claims", "about", party)

    def claims_in(self, source: str) -> tuple[Claim, ...]:
        """Return the claims of a source."""
        return self._belongings.of("claims", "source", source)

    def deeds_of(self, actor: str) -> tuple[Deed, ...]:
        """Return what an actor did with declarations."""
        declarations: tuple[Declaration, ...] = self._belongings.of("declarations", "acts", actor)
        return tuple(deed for each in declarations for who, deed in deeds_in(each) if who == actor)

    def speakers_for(self, actor: str) -> tuple[str, ...]:
        """Return the actors whose words can be folded into an actor, nearest first, itself left out."""
        return tuple(reach(ActorId(actor), self.derived(nearest_speakers)))

    def proposals_in(self, source: str) -> tuple[Proposal, ...]:
        """Return the proposals that were read out of a source, whatever became of them."""
        return self._belongings.of("proposals", "proposed", source)

    def note_on(self, id_: str) -> Note | None:
        """Return the note on a record, or None."""
        notes: tuple[Note, ...] = self._belongings.of("notes", "note", id_)
        return notes[-1] if notes else None

    def referrers(self, id_: str) -> tuple[Record, ...]:
        """Return the records that name a record, wherever in them; a record may name itself."""
        return self._belongings.referrers(id_)

    # Stances

    def issues(self) -> tuple[Issue, ...]:
        """Return all issues."""
        return self.derived(_issues)

    def evidence_of(self, holder: str) -> LazyEvidence:
        """Return all evidence of where one holder stands, on any issue."""
        return self._evidence.get(holder, lambda: evidence_of(self, holder))

    def holders(self, issue: str | None = None) -> tuple[str, ...]:
        """Return the ids of the actors of whom there is evidence, on one issue where it is named."""
        return self.derived(holders, issue)

    def stances_on(self, issue: str) -> frozenset[StanceValue]:
        """Return the stances on an issue that evidence of anybody shows."""
        return self.derived(stances_on, issue)

    # Texts

    def text(self, source: str) -> str | None:
        """Return the attached text of a source, or None."""
        return self.texts.get(SourceId(source))

    def has_text(self, source: str) -> bool:
        """Tell whether the text of a source is attached."""
        return source in self.texts

    # Names and queries

    def years(self) -> tuple[str, ...]:
        """Return the years of the dates of events, declarations and sources, the latest first."""
        return self.derived(years)

    def named_like(
        self,
        typed: str,
        tables: Iterable[str],
        most: int | None = None,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Sequence[tuple[str, str]]:
        """Return (id, name) of each record with a name that holds every word of `typed`; those that begin so first."""
        return self._naming.like(typed, tuple(tables), most, is_cancelled)

    def bearers(self, name: str) -> tuple[Record, ...]:
        """Return the records that bear a name, or have it as their id, case and accents apart."""
        folded = fold_words(name)
        return self._naming.bearers(folded, self.find(folded))

    def abbreviated(self, initials: str) -> tuple[Actor, ...]:
        """Return the states, blocs, organisations and governments with a name of several words that begin so."""
        rows = (row for row, _ in self._naming.initials(fold_words(initials)))
        return tuple(each for each in self.rows.records(rows) if isinstance(each, Actor))

    def nearest(self, words: str, tables: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the ids of the records with the names nearest to `words`, the nearest first."""
        return self._naming.nearest(words, tuple(tables))

    def utterances(self, beginning: str) -> Sequence[str]:
        """Return the ids of utterances that begin so, in the order of the alphabet."""
        if not is_writable(beginning):
            return ()
        sql = (
            "select value from key where field = 'utterance' and value between ? and ? || char(0x10ffff) "
            "and exists (select 1 from posting where posting.key = key.key) order by value"
        )
        return [id_ for (id_,) in self.rows.readers.rows(sql, beginning, beginning)]

    def meanings(self, field: Field) -> tuple[str, ...]:
        """Return the ids, words or the date that the value of a field means; nothing where it means nothing."""
        return meant(self, field)

    def values_like(self, field: str, typed: str) -> Iterator[tuple[str, str]]:
        """Yield (value, name) of what a field can ask for and begins as typed; then what has a word that does."""
        return values_like(self, field, typed)

    def candidates(self, field: Field) -> tuple[str, ...]:
        """Return the words, or the folded names, among which the value of a field was looked for."""
        return candidates(self, field)

    # Upkeep

    def problems(self) -> Iterator[Problem]:
        """Yield every rule that a record breaks, table by table; no more than some records are held at once."""
        from summittui.library.sqlite.problems import problems_in

        return problems_in(self)

    def derived(self, make: Callable[Concatenate[Self, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `make(self, *args)`, computed once and cached on this library."""
        key = (*args, *kwargs.items())
        values = self._derived.setdefault(make, {})
        if key not in values:
            values[key] = make(self, *args, **kwargs)
        return cast("T", values[key])

    def index(self) -> None:
        """Let writers begin the write-ahead log of the file anew where it has grown long; the file has its indexes."""
        self.rows.readers.leave_log()

    def index_words(self, table: str) -> None:
        """Do nothing: the file has its indexes."""


def _issues(library: SqliteLibrary) -> tuple[Issue, ...]:
    return tuple(library.every(Issue))
