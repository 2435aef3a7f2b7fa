"""The timeline: what was said and done, and what happened, by date and its precision."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.perspective import perspective
from summittui.library.dating import (
    AS_OF,
    AS_STATED,
    BY_DECLARATION,
    NOT_AFTER,
    Dating,
    date_of_act,
    date_of_quote,
    date_order,
)
from summittui.library.protocol import Library
from summittui.model import Certainty, Declaration, Event, Quote
from summittui.model.dates import is_partial_date, precision
from summittui.model.deed import Deed
from summittui.model.display_names import display_name
from summittui.model.passages import marked_spans
from summittui.queries.timeline import TimelineQuery


class MomentKind(StrEnum):
    """The kind of a moment."""

    EVENT = "event"
    ACT = "act"
    QUOTE = "quote"
    PUBLISHED = "published"
    """A quote of which only the publication of its source is dated."""


_KINDS = tuple(MomentKind)
MOST = 50_000
"""The number of quotes of everybody up to which a timeline is shown on a screen; each takes half a kilobyte there."""


class Moment(Struct, frozen=True, kw_only=True):
    """One thing with its date."""

    date: str
    """Partial date: YYYY, YYYY-MM or YYYY-MM-DD; empty where none is known."""
    kind: MomentKind
    record: str
    """Id of the event, declaration or quote."""
    actors: tuple[str, ...]
    label: str
    sources: tuple[str, ...] = ()
    """Ids of the sources that tell it."""
    via: str | None = None
    """The outlet or person that the source has a quote from."""
    dated_by: str = AS_STATED
    """The event or publication that the date belongs to."""
    doubt: str | None = None
    note: str | None = None
    """A remark on the reading of the date, or on how sure the act is."""

    @property
    def when(self) -> str:
        """The date in words, "not after" or "as of" before one that only limits it; empty where none is known."""
        return Dating(self.date, self.dated_by).words

    @property
    def precision(self) -> str:
        """The precision of the date: year, month or day; empty where there is no date."""
        return precision(self.date) if self.date else ""


class Timeline(Struct, frozen=True, kw_only=True, dict=True):
    """Moments, the earliest first; one known by its year stands before those of its months."""

    moments: tuple[Moment, ...]
    without_date: tuple[Moment, ...] = ()
    """The moments without a date of their own, in the order of the records."""

    @property
    def undated(self) -> int:
        """The number of moments without a date."""
        return len(self.without_date)

    @property
    def by_publication(self) -> int:
        """The number of moments with no date but that of their source's publication."""
        return sum(moment.kind is MomentKind.PUBLISHED for moment in self.moments)

    @property
    def by_other_dates(self) -> dict[str, int]:
        """The number of moments that `counts` counts by a date that is not theirs, by that date in words."""
        dates = {
            NOT_AFTER: "the latest possible",
            AS_OF: "that as of which it is known",
            BY_DECLARATION: "that of the declaration",
        }
        found = Counter(moment.dated_by for moment in self.moments)
        return {words: found[dated_by] for dated_by, words in dates.items() if found[dated_by]}

    @property
    def every(self) -> Sequence[Moment]:
        """All moments, those without a date last."""
        return (*self.moments, *self.without_date) if self.without_date else self.moments

    def counts(self, length: int = 7, *, published: bool = False) -> dict[str, int]:
        """Return the number of moments by the first `length` characters of their date: 4 for years, 7 for months.

        Args:
            length: How many characters of a date are told apart.
            published: Whether to count what is dated by the publication of its source alone, else all that is not.
        """
        counts = Counter[str]()
        for (date, is_published), number in self._numbers.items():
            if is_published is published:
                counts[date[:length]] += number
        return dict(sorted(counts.items()))

    @cached_property
    def _numbers(self) -> Counter[tuple[str, bool]]:
        """The number of moments by date and whether that is of a publication; counts are asked for at each key."""
        return Counter((moment.date, moment.kind is MomentKind.PUBLISHED) for moment in self.moments)


def why_too_many(library: Library, query: TimelineQuery) -> str | None:
    """Return why the moments of everybody are too many to be shown on a screen, as a sentence; None where they are not.

    Raises:
        QueryError: The scope is none.
    """
    quotes = 0 if query.whose else library.limited(query.scope).size("quotes")
    if quotes <= MOST:
        return None
    return f"The timeline of everybody has {quotes:,} quotes, more than the {MOST:,} that are shown at once."


def timeline(library: Library, query: TimelineQuery | None = None) -> Timeline:
    """Return all moments, or those of one perspective and who speaks for it.

    Raises:
        UnknownId: The id names nothing that can be a perspective.
        QueryError: The scope is none.
    """
    query = query or TimelineQuery()
    library = library.limited(query.scope)
    every = _of(library, perspective(library, query.whose).members) if query.whose else _every(library)
    every = _with_real_dates(every)
    dated = sorted((moment for moment in every if moment.date), key=_order)
    return Timeline(moments=tuple(dated), without_date=tuple(moment for moment in every if not moment.date))


def _every(library: Library) -> list[Moment]:
    acts = (_act(library, Deed(each, act)) for each in library.every(Declaration) for act in each.acts)
    quotes = (_quote(library, quote) for quote in library.every(Quote))
    return [*map(_event, library.every(Event)), *acts, *quotes]


def _of(library: Library, members: Sequence[str]) -> list[Moment]:
    """Return the moments of some actors, as they follow each other among all moments."""
    deeds = (deed for member in members for deed in library.deeds_of(member))
    declared = {deed.declaration.id: deed.declaration for deed in deeds}
    acts = (Deed(declared[id_], act) for id_ in sorted(declared, key=library.rank) for act in declared[id_].acts)
    quotes = {quote.id: quote for member in members for quote in library.quotes_by(member)}
    own = [_act(library, deed) for deed in acts if deed.act.actor in members]
    return [*own, *(_quote(library, quotes[id_]) for id_ in sorted(quotes, key=library.rank))]


def _with_real_dates(moments: list[Moment]) -> list[Moment]:
    """Return the moments; of one whose date is none, as in a store edited by hand, the note tells what stands there."""
    unreal = {date for date in {moment.date for moment in moments} if date and not is_partial_date(date)}
    if not unreal:
        return moments
    return [
        replace(each, date="", note=f"its date reads {each.date!r}, which is no date") if each.date in unreal else each
        for each in moments
    ]


def _order(moment: Moment) -> tuple[str, int, int]:
    return *date_order(moment.when), _KINDS.index(moment.kind)


def _event(event: Event) -> Moment:
    return Moment(
        date=event.date or "",
        kind=MomentKind.EVENT,
        record=event.id,
        actors=(),
        label=display_name(event),
        sources=tuple(dict.fromkeys(str(marked.source) for marked in marked_spans(event))),
        note=event.date_note,
    )


def _act(library: Library, deed: Deed) -> Moment:
    declaration, act = deed
    date, dated_by = date_of_act(declaration, act)
    return Moment(
        date=date,
        kind=MomentKind.ACT,
        record=declaration.id,
        actors=(act.actor,),
        label=f"{library.name(act.actor)}: {act.act.phrase(f'the {declaration.label}')}",
        sources=act.sources,
        dated_by=dated_by,
        doubt=act.doubt,
        note=None if act.certainty is Certainty.HIGH else f"certainty {act.certainty}",
    )


def _quote(library: Library, quote: Quote) -> Moment:
    date, dated_by = date_of_quote(quote)
    return Moment(
        date=date or library.source(quote.source).published or "",
        kind=MomentKind.QUOTE if date else MomentKind.PUBLISHED,
        record=quote.id,
        actors=tuple(map(str, quote.speakers)),
        label=display_name(quote),
        sources=(quote.source,),
        via=quote.via,
        dated_by=dated_by,
        doubt=quote.doubt,
        note=None if date else "when it was said is not stated",
    )
