"""The indexes of a library in memory, each a maker of a derived value."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from summittui.library.memory.derived import GroupIndex, IdIndex, OrdinalIndex, TableDerived
from summittui.library.memory.records_library import RecordsLibrary
from summittui.model import (
    TABLES,
    ActorId,
    Claim,
    Declaration,
    Note,
    PartyId,
    Proposal,
    Quote,
    Record,
    StanceValue,
    settled_stances,
)
from summittui.model.deed import Deed, Stated
from summittui.model.references import named_ids


def stated_in(record: Quote | Claim | Declaration) -> Iterator[tuple[str, Stated]]:
    """Yield the settled stances of a record, each with its holder."""
    match record:
        case Quote():
            speakers = [
                (speaker, Stated(stance, record))
                for stance in settled_stances(record.stances)
                for speaker in (record.speakers[:1] if stance.holder else record.speakers)
            ]
        case Claim():
            speakers = [(PartyId(record.author), Stated(stance, record)) for stance in settled_stances(record.stances)]
        case Declaration():
            deeds = (Deed(record, act) for act in record.acts)
            speakers = [
                (PartyId(deed.act.actor), Stated(stance, deed))
                for deed in deeds
                for stance in settled_stances(deed.act.stances)
            ]
    for speaker, stated in speakers:
        if speaker:
            yield stated.stance.holder or speaker, stated


def deeds_in(declaration: Declaration) -> Iterator[tuple[str, Deed]]:
    """Return the acts on a declaration, each with its actor."""
    return ((act.actor, Deed(declaration, act)) for act in declaration.acts)


def _by_id(library: RecordsLibrary) -> dict[str, Record]:
    return {record.id: record for record in library.records}


def _places(library: RecordsLibrary, table: str) -> dict[str, int]:
    return {record.id: place for place, record in enumerate(library.records.table(table))}


def _quotes(keys: Callable[[Quote], Iterable[str | None]]) -> GroupIndex[Quote]:
    """Return the index of quotes by some keys of each; None is no key."""
    return GroupIndex(("quotes",), lambda quote: [(key, quote) for key in keys(quote) if key], lambda quote: quote)


BY_ID = IdIndex(_by_id)
ORDINALS = OrdinalIndex(_places)
QUOTES_BY_SPEAKER = _quotes(lambda quote: quote.speakers)
QUOTES_ABOUT = _quotes(lambda quote: quote.about)
QUOTES_IN = _quotes(lambda quote: (quote.source,))
VARIANTS = _quotes(lambda quote: (quote.utterance,))
DEEDS_OF = GroupIndex(("declarations",), deeds_in, lambda deed: deed.declaration)
CLAIMS_ABOUT: GroupIndex[Claim] = GroupIndex(
    ("claims",), lambda claim: [(party, claim) for party in claim.about], lambda claim: claim
)
CLAIMS_IN: GroupIndex[Claim] = GroupIndex(("claims",), lambda claim: [(claim.source, claim)], lambda claim: claim)
PROPOSALS_IN: GroupIndex[Proposal] = GroupIndex(
    ("proposals",), lambda proposal: [(proposal.source, proposal)], lambda proposal: proposal
)
STATED = GroupIndex(("quotes", "declarations", "claims"), stated_in, lambda stated: stated.record)

NAMED_BY: GroupIndex[Record] = GroupIndex(
    tuple(TABLES), lambda record: [(id_, record) for id_ in named_ids(record)], lambda record: record
)


def _note_on(library: RecordsLibrary) -> Mapping[str, Note]:
    return {note.about: note for note in library.records.notes}


def _speakers_for(library: RecordsLibrary) -> Mapping[ActorId, tuple[ActorId, ...]]:
    nearest: dict[ActorId, list[ActorId]] = {}
    for actor in library.records.actors:
        if actor.speaks_for:
            nearest.setdefault(actor.speaks_for, []).append(ActorId(actor.id))
    return {id_: tuple(reach(id_, nearest)) for id_ in nearest}


def reach(root: ActorId, nearest: Mapping[ActorId, list[ActorId]]) -> list[ActorId]:
    """Return those who speak for an actor, directly or for one of these, nearest first, itself left out."""
    found: list[ActorId] = []
    queue = list(nearest.get(root, ()))
    while queue:
        actor = queue.pop(0)
        if actor != root and actor not in found:
            found.append(actor)
            queue += nearest.get(actor, ())
    return found


NOTE_ON = TableDerived(_note_on, lambda: ("notes",), at_once=True)
SPEAKERS_FOR = TableDerived(_speakers_for, lambda: ("actors",), at_once=True)


def _holders(library: RecordsLibrary) -> Mapping[str | None, tuple[str, ...]]:
    """Return the actors of whom there is evidence, by issue, and all of them under None."""
    found: dict[str | None, dict[str, None]] = {}
    stated = library.derived(STATED)
    for actor in library.records.actors:
        for each in stated.get(actor.id, ()):
            found.setdefault(each.stance.issue, {})[actor.id] = None
            found.setdefault(None, {})[actor.id] = None
    return {issue: tuple(ids) for issue, ids in found.items()}


def _stances_on(library: RecordsLibrary) -> Mapping[str, frozenset[StanceValue]]:
    """Return the stances that evidence shows, by issue."""
    found: dict[str, set[StanceValue]] = {}
    for every in library.derived(STATED).values():
        for stated in every:
            found.setdefault(stated.stance.issue, set()).add(stated.stance.stance)
    return {issue: frozenset(values) for issue, values in found.items()}


_STATING = ("quotes", "claims", "declarations")
HOLDERS = TableDerived(_holders, lambda: ("actors", *_STATING), at_once=False)
STANCES_ON = TableDerived(_stances_on, lambda: _STATING, at_once=False)
