"""A second library, of nothing but dictionaries and the protocol: what it answers, it finds by going through them.

It shares no code with the library in memory; screens, commands and answers cannot tell the two apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, overload

from msgspec.structs import replace

from summittui.library.answers.perspective import perspective
from summittui.library.answers.related import related
from summittui.library.answers.scope import limited_records
from summittui.library.evidence import LazyEvidence
from summittui.library.facet_counts import FacetCounts
from summittui.library.protocol import Library, ListResult
from summittui.model import (
    SEARCHED_TABLES,
    TABLE_OF,
    TABLES,
    Actor,
    ActorKind,
    Claim,
    ClaimKind,
    DisagreementKind,
    Issue,
    Note,
    Problem,
    Proposal,
    Quote,
    QuoteKind,
    Record,
    Records,
    SourceId,
    SourceKind,
    StanceValue,
    settled_stances,
)
from summittui.model.cancelling import IsCancelled, never_cancelled
from summittui.model.dates import is_partial_date
from summittui.model.deed import Deed, Stated
from summittui.model.references import named_ids
from summittui.model.rules import problems
from summittui.model.text import fold, fold_words
from summittui.queries.language import Field, Query
from summittui.queries.language.facets import FACETS, asks_for
from summittui.queries.language.fields import FIELDS, OWN, begun
from summittui.queries.listing import ListQuery
from summittui.queries.orders import Order
from summittui.queries.scope import parse_scope
from tests.library.query import scan

P = ParamSpec("P")
T = TypeVar("T")
NAMED = ("sources", "actors", "events", "issues", "declarations", "camps", "disagreements", "agreements")
BODIES = {ActorKind.STATE, ActorKind.BLOC, ActorKind.ORGANISATION, ActorKind.GOVERNMENT}


class DictionaryResult(ListResult):
    """A list of records, found once and for all."""

    def __init__(self, library: Library, query: ListQuery, found: Mapping[str, Record]) -> None:
        super().__init__(library, query)
        self._ids = {id_: at for at, id_ in enumerate(found)}
        self._found = tuple(found.values())

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self._found[at]

    def find(self, id_: str) -> int:
        return self._ids.get(id_, -1)


class DictionaryLibrary(Library):
    """A dictionary of records for each table, and one of texts."""

    def __init__(
        self,
        records: Records,
        texts: Mapping[SourceId, str] | None = None,
        brought_by: Callable[[str], tuple[str, ...]] = lambda _: (),
    ) -> None:
        self.tables: dict[str, dict[str, Record]] = {
            table: {record.id: record for record in records.table(table)} for table in TABLES
        }
        self.by_source = {str(source): text for source, text in (texts or {}).items()}
        self.brought_by = brought_by
        self.version = object()
        self.scope = Query()
        self._once: dict[Any, Any] = {}

    def all(self, table: str) -> Any:
        return self.tables[table].values()

    def find(self, id_: str) -> Record | None:
        return next((table[id_] for table in self.tables.values() if id_ in table), None)

    def collections_of(self, id_: str) -> tuple[str, ...]:
        return self.brought_by(id_)

    def rank(self, id_: str) -> int:
        return list(self.tables[TABLE_OF[type(self.get(id_))]]).index(id_)

    def size(self, table: str) -> int:
        return len(self.tables[table])

    @overload
    def select(self, query: ListQuery) -> ListResult: ...

    @overload
    def select(self, query: ListQuery, is_cancelled: IsCancelled) -> ListResult | None: ...

    def select(self, query: ListQuery, is_cancelled: IsCancelled = never_cancelled) -> ListResult | None:
        if is_cancelled():
            return None
        if query.scope:
            return self.limited(query.scope).select(query.unlimited)
        self.check_query(query.query)
        found = {record.id: record for record in self.all(query.table) if self._passes(query, record)}
        ordered = sorted_by(self, query.table, list(found.values()), query.order)
        return DictionaryResult(self, query, {record.id: record for record in ordered})

    def _passes(self, query: ListQuery, record: Record) -> bool:
        if query.lead is not None and record.id not in related(self, query.lead):
            return False
        if query.among is not None and record.id not in query.among:
            return False
        return scan.keeps(Scanned(self), record, list(query.query.parts))  # type: ignore[arg-type]  # what a scan reads

    def limited(self, scope: str) -> "DictionaryLibrary":
        if not scope:
            return self
        limited = DictionaryLibrary(limited_records(self, scope), self.by_source)  # type: ignore[arg-type]
        limited.scope = parse_scope(scope)
        return limited

    def holds(self, query: ListQuery, id_: str) -> bool:
        if query.scope:
            return self.limited(query.scope).holds(query.unlimited, id_)
        record = self.tables[query.table].get(id_)
        return record is not None and self._passes(query, record)

    def facets(
        self, query: ListQuery, first: int | None = None, is_cancelled: IsCancelled = never_cancelled
    ) -> dict[str, FacetCounts]:
        if query.scope:
            return self.limited(query.scope).facets(query.unlimited, first, is_cancelled)
        found: dict[str, FacetCounts] = {}
        for facet, field in FACETS.get(query.table, {}).items():
            rest = ListQuery(
                table=query.table,
                lead=query.lead,
                among=query.among,
                query=Query(tuple(part for part in query.query.parts if not asks_for(part, field))),
            )
            kept = [record.id for record in self.select(rest)]
            counted = kept[:first] if rest.is_narrowed else kept
            counts = {}
            for value in self._values(field):
                asked = replace(rest, query=Query((*rest.query.parts, Field(field, value))))
                counts[value] = len({record.id for record in self.select(asked)}.intersection(counted))
            numbers = {value: count for value, count in counts.items() if count}
            found[facet] = FacetCounts(numbers, len(counted) == len(kept))
        return found

    def _values(self, field: str) -> list[str]:
        return [id_ for table in FIELDS[field].named for id_ in self.tables[table]] or list(self._words(field))

    def _words(self, field: str) -> tuple[str, ...]:
        if field == "kind":
            declared = [declaration.kind for declaration in self.all("declarations")]
            return tuple(dict.fromkeys((*QuoteKind, *ActorKind, *declared, *ClaimKind, *SourceKind, *DisagreementKind)))
        if field == "collection":
            brought = [self.brought_by(id_) for table in ("sources", "actors") for id_ in self.tables[table]]
            return tuple(dict.fromkeys((*(name for names in brought for name in names), OWN)))
        return FIELDS[field].words

    def is_prompt(self, query: ListQuery) -> bool:  # noqa: ARG002  # it is small
        return True

    def quotes_by(self, speaker: str) -> tuple[Quote, ...]:
        return tuple(quote for quote in self.all("quotes") if speaker in quote.speakers)

    def quotes_about(self, party: str) -> tuple[Quote, ...]:
        return tuple(quote for quote in self.all("quotes") if party in quote.about)

    def quotes_in(self, source: str) -> tuple[Quote, ...]:
        return tuple(quote for quote in self.all("quotes") if quote.source == source)

    def count_quotes_by(self, speaker: str) -> int:
        return len(self.quotes_by(speaker))

    def count_quotes_in(self, source: str) -> int:
        return len(self.quotes_in(source))

    def variants_of(self, utterance: str | None) -> tuple[Quote, ...]:
        return tuple(quote for quote in self.all("quotes") if utterance and quote.utterance == utterance)

    def claims_about(self, party: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.all("claims") if party in claim.about)

    def claims_in(self, source: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.all("claims") if claim.source == source)

    def deeds_of(self, actor: str) -> tuple[Deed, ...]:
        return tuple(Deed(each, act) for each in self.all("declarations") for act in each.acts if act.actor == actor)

    def speakers_for(self, actor: str) -> tuple[str, ...]:
        found: list[str] = []
        ahead = [actor]
        while ahead:
            above = ahead.pop(0)
            new = [
                each.id for each in self.all("actors") if each.speaks_for == above and each.id not in (*found, actor)
            ]
            found += new
            ahead += new
        return tuple(found)

    def proposals_in(self, source: str) -> tuple[Proposal, ...]:
        return tuple(each for each in self.all("proposals") if each.source == source)

    def note_on(self, id_: str) -> Note | None:
        return next((note for note in self.all("notes") if note.about == id_), None)

    def referrers(self, id_: str) -> tuple[Record, ...]:
        return tuple(each for table in TABLES for each in self.all(table) if id_ in named_ids(each))

    def issues(self) -> tuple[Issue, ...]:
        return tuple(self.all("issues"))

    def evidence_of(self, holder: str) -> LazyEvidence:
        return self.derived(_evidence, holder)

    def stated(self) -> Iterator[tuple[str | None, Stated]]:
        """Yield every stance that is settled, each with whose it is."""
        for quote in self.all("quotes"):
            for stance in settled_stances(quote.stances):
                speakers = [stance.holder] if stance.holder else quote.speakers
                yield from ((speaker, Stated(stance, quote)) for speaker in speakers if quote.speakers)
        for declaration in self.all("declarations"):
            for act in declaration.acts:
                deed = Deed(declaration, act)
                yield from ((each.holder or act.actor, Stated(each, deed)) for each in settled_stances(act.stances))
        for claim in self.all("claims"):
            own = settled_stances(claim.stances) if claim.author else ()
            yield from ((stance.holder or claim.author, Stated(stance, claim)) for stance in own)

    def holders(self, issue: str | None = None) -> tuple[str, ...]:
        found = {holder for holder, each in self.stated() if issue in (None, each.stance.issue)}
        return tuple(id_ for id_ in self.tables["actors"] if id_ in found)

    def stances_on(self, issue: str) -> frozenset[StanceValue]:
        return frozenset(each.stance.stance for holder, each in self.stated() if holder and each.stance.issue == issue)

    def text(self, source: str) -> str | None:
        return self.by_source.get(source)

    def has_text(self, source: str) -> bool:
        return source in self.by_source

    def years(self) -> tuple[str, ...]:
        dates = [each.date for table in ("events", "declarations") for each in self.all(table)]
        dates += [each.published for each in self.all("sources")]
        return tuple(sorted({date[:4] for date in dates if date and is_partial_date(date)}, reverse=True))

    def named_like(
        self,
        typed: str,
        tables: Iterable[str],
        most: int | None = None,
        is_cancelled: IsCancelled = never_cancelled,  # noqa: ARG002  # it is small
    ) -> Sequence[tuple[str, str]]:
        words = fold_words(typed).split()
        names = [(name, each.id) for table in tables for each in self.all(table) for name in names_of(each)]
        names.sort(key=lambda each: fold_words(each[0]))
        fitting = [each for each in names if all(word in fold_words(each[0]) for word in words)]
        begun = [each for each in fitting if not words or fold_words(each[0]).startswith(words[0])]
        found: dict[str, str] = {}
        for name, id_ in (*begun, *fitting):
            found.setdefault(id_, name)
        return list(found.items())[:most]

    def bearers(self, name: str) -> tuple[Record, ...]:
        folded = fold_words(name)
        found = [each for t in NAMED for each in self.all(t) if folded in map(fold_words, names_of(each))]
        by_id = self.find(folded)
        return tuple(found if by_id is None or by_id in found else (*found, by_id))

    def utterances(self, beginning: str) -> Sequence[str]:
        ids = {str(quote.utterance) for quote in self.all("quotes") if quote.utterance}
        return sorted(id_ for id_ in ids if id_.startswith(beginning))

    def abbreviated(self, initials: str) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.all("actors") if fold_words(initials) in initials_of(actor))

    def nearest(self, words: str, tables: Iterable[str] = ()) -> tuple[str, ...]:
        wanted = fold_words(words)
        names = {
            fold_words(name): each.id
            for t in tuple(tables) or SEARCHED_TABLES
            for each in self.all(t)
            for name in names_of(each)
        }
        parts: dict[str, str] = {}
        for name, id_ in reversed(names.items()):
            parts.update((word, id_) for word in name.replace("-", " ").split())
        found = [names[name] for name in get_close_matches(wanted, names, cutoff=0.5)]
        found += [id_ for name, id_ in names.items() if wanted and wanted in name]
        found += [parts[word] for word in get_close_matches(wanted, parts, cutoff=0.75)]
        return tuple(dict.fromkeys(found))[:3]

    def meanings(self, field: Field) -> tuple[str, ...]:
        if FIELDS[field.name].named:
            return self._named(field.value, FIELDS[field.name].named)
        words = self._words(field.name)
        return begun(field.value, words) if words else (field.value,)

    def candidates(self, field: Field) -> tuple[str, ...]:
        named = [fold_words(name) for t in FIELDS[field.name].named for each in self.all(t) for name in names_of(each)]
        return tuple(dict.fromkeys(named)) or self._words(field.name)

    def _named(self, value: str, tables: Sequence[str]) -> tuple[str, ...]:
        begins = f" {fold_words(value).replace('-', ' ')}"
        tests: tuple[Callable[[Record], bool], ...] = (
            lambda record: record.id == value,
            lambda record: fold_words(value) in map(fold_words, names_of(record)),
            lambda record: fold_words(value) in initials_of(record),
            lambda record: any(begins in f" {fold_words(name).replace('-', ' ')}" for name in names_of(record)),
        )
        found = (tuple(each.id for each in self.all(table) if test(each)) for test in tests for table in tables)
        return next((each for each in found if each), ())

    def values_like(self, field: str, typed: str) -> Iterator[tuple[str, str]]:
        wanted = fold(typed)
        yield from ((word, word) for word in self._words(field) if fold(word).startswith(wanted))
        names = [(name, each.id) for t in FIELDS[field].named for each in self.all(t) for name in names_of(each)]
        begun = [each for each in names if fold_words(each[0]).startswith(wanted)]
        held = [each for each in names if f" {wanted}".replace("-", " ") in f" {fold_words(each[0])}".replace("-", " ")]
        first = {id_: name for name, id_ in reversed((*begun, *held))}
        for id_ in dict.fromkeys(id_ for _, id_ in (*begun, *held)):
            own = self.name(id_)
            yield id_, own if first[id_] in {own, id_} else f"{own}, {first[id_]}"

    def problems(self) -> Iterator[Problem]:
        return problems(Records(**{table: tuple(self.all(table)) for table in TABLES}))

    def derived(self, make: Callable[Concatenate[Self, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        key = (make, *args, *kwargs.items())
        if key not in self._once:
            self._once[key] = make(self, *args, **kwargs)
        found: T = self._once[key]
        return found

    def index(self) -> None:
        pass

    def index_words(self, table: str) -> None:
        pass


class Scanned:
    """What a scan reads of a library: its tables as one value."""

    def __init__(self, library: DictionaryLibrary) -> None:
        self.records = Records(**{table: tuple(library.all(table)) for table in TABLES})
        self.texts = library.by_source
        self.source, self.name, self.text, self.find = library.source, library.name, library.text, library.find
        self.collections_of = library.collections_of


def _evidence(library: DictionaryLibrary, holder: str) -> LazyEvidence:
    return LazyEvidence(holder, [stated for whose, stated in library.stated() if whose == holder], {})


def names_of(record: Record) -> list[str]:
    own = [record.id, *(getattr(record, field, None) for field in ("name", "title", "label", "outlet"))]
    return [name for name in (*own, *getattr(record, "aliases", ())) if name]


def initials_of(record: Record) -> set[str]:
    if not isinstance(record, Actor) or record.kind not in BODIES:
        return set()
    words = [
        [word for word in fold_words(name).split() if word not in SMALL] for name in (record.name, *record.aliases)
    ]
    return {"".join(word[0] for word in each) for each in words if len(each) > 1}


SMALL = {"a", "an", "and", "for", "in", "of", "on", "the", "to"}


def sorted_by(library: DictionaryLibrary, table: str, records: list[Record], order: Order) -> list[Record]:
    """Return records in an order; those with nothing to sort by come last."""
    keys: dict[str, Callable[[Any], Any]] = {
        "": lambda record: library.rank(record.id),
        "name": lambda record: fold(record.name),
        "quotes": lambda record: -sum(len(library.quotes_by(id_)) for id_ in perspective(library, record.id).members),
        "acts": lambda record: -len(record.acts if table == "declarations" else library.deeds_of(record.id)),
        "place": lambda record: (library.rank(record.source), record.spans[0].start if record.spans else 0),
        "date": lambda record: record.date or (library.source(record.source).published if table == "quotes" else None),
        "speaker": lambda record: fold(library.name(record.speaker)) if record.speaker else None,
        "kind": lambda record: tuple(QuoteKind).index(record.kind),
        "title": lambda record: fold(record.label),
    }
    key = keys[order.field]
    known = sorted((each for each in records if key(each) is not None), key=key, reverse=order.reversed)
    return [*known, *(each for each in records if key(each) is None)]
