"""The library: all records of a store as one immutable, indexed value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from summittui.model import (
    Act,
    ActorId,
    Claim,
    Declaration,
    Issue,
    Note,
    Quote,
    Record,
    Records,
    Source,
    SourceId,
    Stance,
    UnknownId,
)
from summittui.model.text import safe

R = TypeVar("R", bound=Record)
P = ParamSpec("P")
T = TypeVar("T")


class Deed(NamedTuple):
    """An act together with the declaration it was done to."""

    declaration: Declaration
    act: Act


class Stated(NamedTuple):
    """One stance and where it stands."""

    stance: Stance
    origin: Quote | Claim | Deed


class Library:
    """Answers questions about records; never changes. Indexes are built when first asked for."""

    def __init__(self, records: Records, texts: Mapping[SourceId, str] | None = None) -> None:
        """Hold `records` and the attached `texts` by source."""
        self.records = records
        self.texts: Mapping[SourceId, str] = dict(texts or {})
        self._once: dict[tuple[object, ...], object] = {}

    def once(self, make: "Callable[Concatenate[Library, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what `make` makes of this library and `args`, made when first asked for and kept with the library."""
        key = (make, *args, *kwargs.items())
        if key not in self._once:
            self._once[key] = make(self, *args, **kwargs)
        return cast("T", self._once[key])

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    def find(self, id_: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._by_id.get(id_)

    def get(self, id_: str) -> Record:
        """Return the record with this id.

        Raises:
            UnknownId: There is none; the sentence names ids that are near.
        """
        found = self.find(id_)
        if found is None:
            raise UnknownId(self._unknown(id_))
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
        """Return the source with this id."""
        return self.get_as(Source, id_)

    def name(self, id_: str | None) -> str:
        """Return what to call a record on screen; an id that names none is its own name."""
        record = self.find(id_) if id_ else None
        return id_ or "" if record is None else name_of(record)

    def resolve(self, words: str, tables: Iterable[str] = ()) -> str:
        """Return the id that `words` mean: an id, a name or an alias, case and accents apart.

        Raises:
            UnknownId: Nothing, or more than one record, goes by that name.
        """
        from summittui.library.names import resolve

        return resolve(self, words, tuple(tables))

    def _unknown(self, words: str) -> str:
        from summittui.library.names import unknown

        return unknown(self, words, ())

    @cached_property
    def speakers_for(self) -> Mapping[ActorId, tuple[ActorId, ...]]:
        """The actors whose words can be folded into each actor, nearest first, themselves left out."""
        nearest: dict[ActorId, list[ActorId]] = {}
        for actor in self.records.actors:
            if actor.speaks_for:
                nearest.setdefault(actor.speaks_for, []).append(ActorId(actor.id))
        return {id_: tuple(_reach(id_, nearest)) for id_ in nearest}

    @cached_property
    def quotes_by_speaker(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes of each speaker."""
        return _grouped((quote.speaker, quote) for quote in self.records.quotes if quote.speaker)

    @cached_property
    def quotes_about(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes about each actor or declaration."""
        return _grouped((party, quote) for quote in self.records.quotes for party in quote.about)

    @cached_property
    def quotes_in(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes of each source."""
        return _grouped((quote.source, quote) for quote in self.records.quotes)

    @cached_property
    def variants(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes of each utterance."""
        return _grouped((quote.utterance, quote) for quote in self.records.quotes if quote.utterance)

    @cached_property
    def deeds_of(self) -> Mapping[str, tuple[Deed, ...]]:
        """What each actor did with declarations."""
        deeds = (Deed(declaration, act) for declaration in self.records.declarations for act in declaration.acts)
        return _grouped((deed.act.actor, deed) for deed in deeds)

    @cached_property
    def claims_about(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims about each actor or declaration."""
        return _grouped((party, claim) for claim in self.records.claims for party in claim.about)

    @cached_property
    def note_on(self) -> Mapping[str, Note]:
        """The note on each record that has one."""
        return {note.about: note for note in self.records.notes}

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """The issues by id, in their order."""
        return {issue.id: issue for issue in self.records.issues}

    @cached_property
    def stated(self) -> Mapping[str, tuple[Stated, ...]]:
        """Every stance of each holder, with the quote, deed or claim that shows it."""
        return _grouped((stated.stance.holder or speaker, stated) for speaker, stated in self._stances() if speaker)

    def _stances(self) -> Iterator[tuple[str | None, Stated]]:
        """Yield (who speaks, acts or asserts, the stance)."""
        for quote in self.records.quotes:
            yield from ((quote.speaker, Stated(stance, quote)) for stance in quote.stances)
        for actor, deeds in self.deeds_of.items():
            yield from ((actor, Stated(stance, deed)) for deed in deeds for stance in deed.act.stances)
        for claim in self.records.claims:
            yield from ((claim.author, Stated(stance, claim)) for stance in claim.stances)


def name_of(record: Record) -> str:
    """Return what to call a record on screen: its name, label or title, or the beginning of its words."""
    match record:
        case Source():
            return f"{record.outlet} ({record.id})"
        case Quote():
            return f"“{record.exact}”" if record.exact else record.gist or record.id
    names = (getattr(record, field, None) for field in ("label", "name", "title", "gist", "memo"))
    return next((name for name in names if name), record.id)


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _reach(root: ActorId, nearest: Mapping[ActorId, list[ActorId]]) -> list[ActorId]:
    found: list[ActorId] = []
    queue = list(nearest.get(root, ()))
    while queue:
        actor = queue.pop(0)
        if actor != root and actor not in found:
            found.append(actor)
            queue += nearest.get(actor, ())
    return found
