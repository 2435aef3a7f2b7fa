"""Records entered for a passage that is selected in a text: the passage is their place, as the text prints it."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActProposal,
    Claim,
    ClaimKind,
    Disagreement,
    InputError,
    PartyId,
    Passage,
    Proposal,
    ProposalState,
    QuoteKind,
    QuoteProposal,
    Record,
    Selector,
    StoreConflict,
    digest_of,
)
from summittui.model.account import Side
from summittui.model.text import fold_words
from summittui.session.entry.disagreements import new_disagreement
from summittui.session.entry.newcomers import entered_declaration, entered_party
from summittui.session.entry.numbers import entered_number
from summittui.session.entry.parts import new_tally
from summittui.session.entry.records import with_fields
from summittui.session.naming import NO_ID, with_free_id
from summittui.session.proposed_records import proposed_quote
from summittui.session.session import Session
from summittui.session.suggesting import suggestion_at

_QUOTE_FIELDS = ("role", "occasion", "date", "via")
_ATTEMPTS = 5

Entered = Mapping[str, str]


class Coded(Struct, frozen=True):
    """The edit by which a passage is coded."""

    changes: dict[str, Record | None]
    record: Record
    """The record that the passage is a place of now."""
    label: str
    is_new: bool = False
    """Whether the record was not there before."""


Plan = Callable[[Library], Coded]


def code(session: Session, plan: Plan) -> Coded:
    """Make the edit that `plan` gives for the present records; planned anew where another session was faster.

    Raises:
        InputError: Something that was entered cannot be used.
        StoreConflict: Other sessions changed the same records again and again.
        StoreError: The store may not be written or is busy.
    """
    for _ in range(_ATTEMPTS - 1):
        coded = plan(session.library)
        try:
            session.edit(coded.changes, coded.label)
        except StoreConflict:
            session.reload()
        else:
            return coded
    coded = plan(session.library)
    session.edit(coded.changes, coded.label)
    return coded


def text_around(library: Library, passage: Passage) -> str:
    """Return the text of a passage's source, in which the passage must lie.

    Raises:
        InputError: The text is not attached, or is another one now.
    """
    text = library.text(passage.source)
    if text is None:
        raise InputError(f"the text of {passage.source!r} is not attached; attach it, then select the passage again")
    if text[passage.start : passage.end] != passage.exact:
        raise InputError(f"the text of {passage.source!r} has changed meanwhile; select the passage again")
    return text


def proven(passage: Passage) -> Selector:
    """Return the span of a passage with the digest of its words."""
    return Selector(passage.start, passage.end, digest=digest_of(passage.exact or ""))


def plain_span(passage: Passage) -> Selector:
    """Return the span of a passage with its words."""
    return Selector(passage.start, passage.end, exact=passage.exact)


def entered_quote(library: Library, passage: Passage, entered: Entered) -> Coded:
    """Return the edit that makes a passage a quote; its content is what the source words, unless a gist is entered."""
    text = text_around(library, passage)
    made: dict[str, Record | None] = {}
    speaker = (
        entered_party(library, entered["speaker"], ("actors", "declarations"), made) if entered["speaker"] else None
    )
    reading = _reading(library, passage, QuoteKind(entered["kind"]), speaker)
    quote = proposed_quote(text, passage.source, reading, PartyId(speaker) if speaker else None, None)
    gist = {"gist": entered["gist"]} if entered["gist"].strip() else {}
    quote = with_fields(library, quote, {**{name: entered[name] for name in _QUOTE_FIELDS}, **gist}.items())
    decided = _decided(library, passage, lambda each: each.quote is not None)
    return _added(library, quote, {**made, **decided})


def _decided(library: Library, passage: Passage, is_same: Callable[[Proposal], bool]) -> dict[str, Record | None]:
    """Return the proposals for a passage that wait, as accepted: it is coded by hand."""
    waiting = (each for each in library.proposals_in(passage.source) if each.state is ProposalState.PENDING)
    overlapping = (each for each in waiting if any(span.overlaps(passage) for span in each.spans) and is_same(each))
    return {each.id: replace(each, state=ProposalState.ACCEPTED) for each in overlapping}


def _reading(library: Library, passage: Passage, kind: QuoteKind, speaker: str | None) -> QuoteProposal:
    """Return a passage as a quote, with the cue beside it where the proposal for it has the same speaker."""
    reading = QuoteProposal(kind=kind, spans=(plain_span(passage),), speaker="", confidence=1)
    proposal = suggestion_at(library, passage.source, plain_span(passage)).quote
    found = proposal.quote if proposal else None
    if found is None or not (found.actor == speaker or (proposal and proposal.newcomer and found.actor is None)):
        return reading
    outside = {
        name: span
        for name in ("cue", "mention", "via")
        if (span := getattr(found, name)) is not None and (name != "cue" or not span.overlaps(plain_span(passage)))
    }
    return replace(reading, speaker=found.speaker, **outside)


def entered_claim(library: Library, passage: Passage, entered: Entered) -> Coded:
    """Return the edit that makes a passage a claim of its source."""
    text_around(library, passage)
    made: dict[str, Record | None] = {}
    author = ActorId(entered_party(library, entered["author"], ("actors",), made))
    kind, span = ClaimKind(entered["kind"]), proven(passage)
    claim = Claim(
        id=NO_ID, source=passage.source, kind=kind, author=author, gist=entered["gist"].strip(), spans=(span,)
    )
    claim = with_fields(library, claim, ((name, entered[name]) for name in ("about", "doubt")))
    return _added(library, claim, made)


def entered_act(library: Library, passage: Passage, entered: Entered) -> Coded:
    """Return the edit that makes a passage the evidence of an act."""
    text_around(library, passage)
    made: dict[str, Record | None] = {}
    declaration = entered_declaration(library, entered["declaration"], made)
    actor = ActorId(entered_party(library, entered["actor"], ("actors",), made))
    act = Act(actor=actor, act=ActKind(entered["act"]), evidence=(Passage.of(passage.source, proven(passage)),))
    new = made.get(actor)
    name = new.name if isinstance(new, Actor) else library.name(actor)
    decided = _decided(library, passage, lambda each: each.act is not None and _is_of(each.act, actor, name))
    after = replace(declaration, acts=(*declaration.acts, act))
    return changed(after, {**made, **decided}, f"act of {actor} on {declaration.id}")


def _is_of(act: ActProposal, actor: str, name: str) -> bool:
    """Tell whether an act is proposed of an actor, known or by its name."""
    return act.actor_id == actor or (act.actor_id is None and fold_words(act.actor.exact or "") == fold_words(name))


def entered_tally(library: Library, passage: Passage, entered: Entered) -> Coded:
    """Return the edit that makes a passage a number of a declaration."""
    text_around(library, passage)
    made: dict[str, Record | None] = {}
    declaration = entered_declaration(library, entered["declaration"], made)
    try:
        number = entered_number(entered["number"])
    except InputError as error:
        raise InputError(f"tallies, number: {error}") from None
    tally = new_tally(library, entered["counts"], entered["qualifier"], number, passage.source)
    tallies = (*declaration.tallies, replace(tally, spans=(proven(passage),)))
    decided = _decided(library, passage, lambda each: each.tally is not None)
    return changed(replace(declaration, tallies=tallies), {**made, **decided}, f"number of {declaration.id}")


def entered_disagreement(library: Library, passage: Passage, entered: Entered) -> Coded:
    """Return the edit that makes a disagreement of which a passage is one side; the other side has no place yet."""
    text_around(library, passage)
    disagreement = new_disagreement(library, {**entered, "source": passage.source}, (proven(passage),))
    return _added(library, disagreement, {})


def entered_side(disagreement: str, library: Library, passage: Passage, entered: Entered) -> Coded:
    """Return the edit that makes a passage one side of a disagreement, or a further place of the side of its source."""
    text_around(library, passage)
    span = proven(passage)
    found = library.get_as(Disagreement, disagreement)
    sides = {side.source: side for side in found.sides}
    before = sides.get(passage.source)
    spans = tuple(sorted((*(before.spans if before else ()), span), key=lambda each: each.start))
    sides[passage.source] = Side(source=passage.source, gist=entered["gist"].strip(), spans=spans)
    return changed(replace(found, sides=tuple(sides.values())), {}, f"side of {found.id}")


def _added(library: Library, record: Record, made: dict[str, Record | None]) -> Coded:
    named = with_free_id(library, record, made)
    return Coded({**made, named.id: named}, named, f"add {named.id}", is_new=True)


def changed(record: Record, made: dict[str, Record | None], label: str) -> Coded:
    """Return the edit that puts a record in the place of the one with its id, with what is made along."""
    return Coded({**made, record.id: record}, record, label)
