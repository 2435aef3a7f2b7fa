"""The summits and the collections that a position draws on, so that none is merged with another in silence."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from summittui.library.answers.positions import Position
from summittui.library.evidence import Evidence
from summittui.library.protocol import Library
from summittui.model import Claim, Declaration, Event, Quote
from summittui.model.text import fold_words


class EventIndex(Struct, frozen=True):
    """The event that texts, sources and the names of occasions belong to; a part of an event counts as the whole."""

    of_declaration: Mapping[str, str]
    of_source: Mapping[str, str]
    """Only of sources that tell of one event alone."""
    of_name: Mapping[str, str]


def events_behind(library: Library, position: Position) -> Mapping[str, int]:
    """Return the number of units of a position from each event, by its id; what is from no known event is left out."""
    index = library.derived(_event_index)
    counts: dict[str, int] = {}
    for unit in position.units:
        for event in dict.fromkeys(filter(None, (_event(library, index, piece) for piece in unit.pieces))):
            counts[event] = counts.get(event, 0) + 1
    return counts


def collections_behind(library: Library, position: Position) -> tuple[str, ...]:
    """Return the names of the collections of a position; none where one of them, or your own records, has it all."""
    brought = [found for piece in position.evidence if (found := _collections(library, piece))]
    if not brought or frozenset.intersection(*brought):
        return ()
    return tuple(sorted(frozenset[str]().union(*brought)))


def _collections(library: Library, piece: Evidence) -> frozenset[str]:
    """Return the collections that brought what a piece rests on: of an act its sources, else its record."""
    ids: Iterable[str] = piece.sources if piece.act else (piece.record,)
    return frozenset(name for id_ in ids for name in library.collections_of(id_))


def _event(library: Library, index: EventIndex, piece: Evidence) -> str | None:
    record = library.find(piece.record)
    if isinstance(record, Declaration):
        return index.of_declaration.get(record.id)
    if not isinstance(record, Quote | Claim):
        return None
    said_at = _said_at(index, record) if isinstance(record, Quote) else None
    return said_at or index.of_source.get(record.source)


def _said_at(index: EventIndex, quote: Quote) -> str | None:
    """Return the event of a quote's occasion, or of the text whose words it is."""
    text = str(quote.speaker) if quote.speaker else ""
    occasion = fold_words(quote.occasion) if quote.occasion else ""
    return index.of_declaration.get(text) or index.of_name.get(occasion)


def _event_index(library: Library) -> EventIndex:
    events = library.every(Event)
    parents = {event.id: str(event.part_of) for event in events if event.part_of}
    top = {event.id: _top(event.id, parents) for event in events}
    told: dict[str, set[str]] = {}
    for event in events:
        for mention in event.mentions:
            told.setdefault(str(mention.source), set()).add(top[event.id])
    return EventIndex(
        {each.id: top[each.event] for each in library.every(Declaration) if each.event in top},
        {source: found.pop() for source, found in told.items() if len(found) == 1},
        {fold_words(name): top[event.id] for event in events for name in (event.name, *event.aliases)},
    )


def _top(event: str, parents: Mapping[str, str]) -> str:
    """Return the event that one is a part of, at last; a circle ends where it began."""
    seen = {event}
    while event in parents and parents[event] not in seen:
        event = parents[event]
        seen.add(event)
    return event
