"""The library: all records of a store as one immutable, indexed value."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from summittui.library.memory import indexes
from summittui.library.memory.indexes import Deed, Stated
from summittui.model import (
    ActorId,
    Claim,
    Issue,
    Note,
    Quote,
    Record,
    Records,
    Source,
    SourceId,
    UnknownId,
)
from summittui.model.display_names import display_name
from summittui.model.text import safe

R = TypeVar("R", bound=Record)
P = ParamSpec("P")
T = TypeVar("T")


class Library:
    """Answers questions about records; never changes. Indexes are built when first asked for."""

    def __init__(
        self,
        records: Records,
        texts: Mapping[SourceId, str] | None = None,
        collections_of: Callable[[str], tuple[str, ...]] = lambda _: (),
    ) -> None:
        """Hold records and attached texts.

        Args:
            records: The records.
            texts: The attached texts by source.
            collections_of: Gives the collections that brought the record with an id; none for a user's own.
        """
        self.collections_of = collections_of
        self.records = records
        self.texts: Mapping[SourceId, str] = dict(texts or {})
        self._derived: dict[object, dict[tuple[Any, ...], Any]] = {}

    def derived(self, make: "Callable[Concatenate[Library, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
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

    def derived_values(self) -> "dict[object, dict[tuple[Any, ...], Any]]":
        """Return what was made so far, by what made it and by what it was asked with."""
        return {make: values.copy() for make, values in self._derived.copy().items()}

    def adopt(self, make: object, values: Mapping[tuple[Any, ...], Any]) -> None:
        """Begin with these values instead of making them."""
        self._derived[make] = dict(values)

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return self.derived(indexes.BY_ID)

    def ordinals(self, table: str) -> Mapping[str, int]:
        """Return the place of each record of a table, from 0, by its id."""
        return self.derived(indexes.ORDINALS, table)

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
        return id_ or "" if record is None else display_name(record)

    def resolve(self, words: str, tables: Iterable[str] = ()) -> str:
        """Return the id that `words` mean: an id, a name or an alias, case and accents apart.

        Raises:
            UnknownId: Nothing, or more than one record, goes by that name.
        """
        from summittui.library.memory.names import resolve

        return resolve(self, words, tuple(tables))

    def _unknown(self, words: str) -> str:
        from summittui.library.memory.names import unknown

        return unknown(self, words, ())

    @cached_property
    def speakers_for(self) -> Mapping[ActorId, tuple[ActorId, ...]]:
        """The actors whose words can be folded into each actor, nearest first, themselves left out."""
        return self.derived(indexes.SPEAKERS_FOR)

    @cached_property
    def quotes_by_speaker(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes of each speaker."""
        return self.derived(indexes.QUOTES_BY_SPEAKER)

    @cached_property
    def quotes_about(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes about each actor or declaration."""
        return self.derived(indexes.QUOTES_ABOUT)

    @cached_property
    def quotes_in(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes of each source."""
        return self.derived(indexes.QUOTES_IN)

    @cached_property
    def named_by(self) -> Mapping[str, tuple[Record, ...]]:
        """The records that name each record, wherever in them; a record may name itself."""
        return self.derived(indexes.NAMED_BY)

    @cached_property
    def variants(self) -> Mapping[str, tuple[Quote, ...]]:
        """The quotes of each utterance."""
        return self.derived(indexes.VARIANTS)

    @cached_property
    def deeds_of(self) -> Mapping[str, tuple[Deed, ...]]:
        """What each actor did with declarations."""
        return self.derived(indexes.DEEDS_OF)

    @cached_property
    def claims_about(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims about each actor or declaration."""
        return self.derived(indexes.CLAIMS_ABOUT)

    @cached_property
    def note_on(self) -> Mapping[str, Note]:
        """The note on each record that has one."""
        return self.derived(indexes.NOTE_ON)

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """The issues by id, in their order."""
        return self.derived(indexes.ISSUES)

    @cached_property
    def stated(self) -> Mapping[str, tuple[Stated, ...]]:
        """Every stance of each holder, with the quote, deed or claim that shows it."""
        return self.derived(indexes.STATED)
