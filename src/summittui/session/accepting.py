"""The acceptance of proposals: which records they become, whom they name, and why some go on waiting."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.proposals import coded_spans
from summittui.model import (
    Actor,
    ActorId,
    ActProposal,
    Declaration,
    DeclarationId,
    InputError,
    PartyId,
    Proposal,
    ProposalState,
    QuoteKind,
    QuoteProposal,
    Record,
    TallyProposal,
    UnknownId,
)
from summittui.model.text import clip, fold_words, safe
from summittui.session.naming import with_free_id
from summittui.session.proposed_records import (
    is_named,
    new_declaration,
    newcomer_actor,
    proposed_act,
    proposed_quote,
    proposed_tally,
    without_article,
)

_NAMED = 5
"""The number of names in a refusal."""
_SHOWN = 60


class Corrections(Struct, frozen=True, kw_only=True):
    """The decisions of a reviewer for all proposals that are accepted together."""

    new_actors: bool = False
    """Make an actor of each newcomer."""
    new_declarations: bool = False
    """Make a declaration of each that the text names and nobody knows."""
    speaker: PartyId | None = None
    """The speaker in place of the one who was proposed."""
    kind: QuoteKind | None = None
    """The kind of quote in place of the one that was proposed."""
    declaration: DeclarationId | None = None
    """The declaration of acts and tallies, where the proposal knows none."""


class Waiting(Struct, frozen=True):
    """A proposal that cannot be accepted as it is."""

    proposal: str
    why: str


class Acceptance(Struct, frozen=True, kw_only=True):
    """The records that the acceptance of some proposals writes."""

    changes: dict[str, Record | None]
    accepted: tuple[str, ...]
    """Ids of the proposals."""
    made: tuple[str, ...]
    """Ids of the records that are new, and of declarations that were added to."""
    waiting: tuple[Waiting, ...]


def plan_acceptance(library: Library, proposals: Iterable[Proposal], corrections: Corrections) -> Acceptance:
    """Return what the acceptance of proposals writes; nothing is written here.

    Raises:
        MissingRecords: They name somebody, or a declaration, whom nobody knows and who is not to be made.
        InputError: None of them can be accepted.
    """
    planning = _Planning(library, corrections)
    for proposal in proposals:
        planning.take(proposal)
    return planning.finished()


class MissingRecords(InputError):
    """The error of proposals that name unknown actors or declarations which are not to be added."""

    def __init__(self, sentence: str, actors: Sequence[str], declarations: Sequence[str]) -> None:
        super().__init__(sentence)
        self.actors = tuple(actors)
        """The names of the actors."""
        self.declarations = tuple(declarations)
        """The names of the declarations."""


class _Unresolved(Exception):  # it never leaves this module
    """A proposal cannot be accepted as it is; the message says why."""


class _Planning:
    """An acceptance in the making; what one proposal makes, the next one finds."""

    def __init__(self, library: Library, corrections: Corrections) -> None:
        self._library = library
        self._corrections = corrections
        self._made: dict[str, Record] = {}
        self._states: dict[str, Record] = {}
        self._names: dict[str, str] = {}
        self._waiting: list[Waiting] = []
        self._actors_wanted: dict[str, None] = {}
        self._declarations_wanted: dict[str, None] = {}

    def take(self, proposal: Proposal) -> None:
        """Plan one proposal."""
        made = dict(self._made)
        try:
            self._make(proposal)
        except _Unresolved as why:
            self._made = made
            self._waiting.append(Waiting(proposal.id, str(why)))
        else:
            self._states[proposal.id] = replace(proposal, state=ProposalState.ACCEPTED)

    def finished(self) -> Acceptance:
        """Return the plan.

        Raises:
            InputError: See `plan_acceptance`.
        """
        self._refuse_unknown()
        if not self._states:
            reason = f" ({self._waiting[0].proposal}: {self._waiting[0].why})" if self._waiting else ""
            raise InputError(f"Nothing was accepted{reason}.")
        return Acceptance(
            changes={**self._made, **self._states},
            accepted=tuple(self._states),
            made=tuple(self._made),
            waiting=tuple(self._waiting),
        )

    def _refuse_unknown(self) -> None:
        for names, what, option in (
            (self._actors_wanted, "actor", "--new-actors to make them, or name one by --speaker"),
            (self._declarations_wanted, "declaration", "--new-declarations to make them, or name one by --declaration"),
        ):
            if names:
                named = ", ".join(f"“{clip(safe(name), _SHOWN)}”" for name in list(names)[:_NAMED])
                more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
                sentence = f"Nothing was accepted: no {what} is called {named}{more}; add {option}."
                raise MissingRecords(sentence, tuple(self._actors_wanted), tuple(self._declarations_wanted))

    def _make(self, proposal: Proposal) -> None:
        text = self._library.text(proposal.source)
        if text is None:
            raise _Unresolved(f"the text of {proposal.source} is not attached")
        match proposal.reading:
            case QuoteProposal() as quote:
                self._quote(proposal, quote, text)
            case ActProposal() as act:
                declaration = self._declaration(act.declaration_id, act.declaration.exact or "")
                actor = ActorId(self._actor(proposal, text, act.actor_id, act.actor.exact or ""))
                new = proposed_act(text, proposal.source, act, actor)
                known = {(one.actor, one.act, one.evidence) for one in declaration.acts}
                acts = declaration.acts if (new.actor, new.act, new.evidence) in known else (*declaration.acts, new)
                self._made[declaration.id] = replace(declaration, acts=acts)
            case TallyProposal() as tally:
                worded = tally.declaration.exact if tally.declaration else None
                declaration = self._declaration(tally.declaration_id, worded or "")
                tallies = (*declaration.tallies, proposed_tally(text, proposal.source, tally))
                self._made[declaration.id] = replace(declaration, tallies=tallies)

    def _quote(self, proposal: Proposal, quote: QuoteProposal, text: str) -> None:
        if any(span.overlaps(other) for span in quote.spans for other in coded_spans(self._library, proposal.source)):
            raise _Unresolved("its passage is coded already; reject it, or delete that record")
        speaker = self._corrections.speaker or PartyId(self._actor(proposal, text, quote.actor, quote.speaker))
        kind = self._corrections.kind or quote.kind
        via = self._found(quote.via.exact or "", ("actors",)) if quote.via else None
        made = proposed_quote(
            text, proposal.source, replace(quote, kind=kind), speaker, ActorId(via) if via and via != speaker else None
        )
        self._add(made)

    def _actor(self, proposal: Proposal, text: str, known: str | None, name: str) -> str:
        """Return the id of who speaks or acts, who is made where that is wished."""
        tables = ("actors", "declarations") if proposal.quote else ("actors",)
        found = known if known and self._library.find(known) else self._found(name, tables)
        if found is None and proposal.newcomer is not None:
            found = self._found(proposal.newcomer.name, tables)
        if found is not None:
            return found
        if proposal.newcomer is None:
            raise _Unresolved(f"nobody is known as “{clip(safe(name), _SHOWN)}”; name who it is by --speaker")
        if not self._corrections.new_actors:
            self._actors_wanted[proposal.newcomer.name] = None
            raise _Unresolved(f"no actor is called “{clip(safe(proposal.newcomer.name), _SHOWN)}”")
        return self._add(newcomer_actor(text, proposal.source, proposal.newcomer))

    def _declaration(self, known: str | None, worded: str) -> Declaration:
        """Return the declaration as it is by now."""
        id_ = known if known and self._library.find(known) else self._found(worded, ("declarations",))
        id_ = id_ or self._corrections.declaration
        if id_ is None and not is_named(worded):
            raise _Unresolved(f"the text has no name for “{clip(safe(worded), _SHOWN)}”; give it by --declaration")
        if id_ is None and not self._corrections.new_declarations:
            self._declarations_wanted[without_article(worded)] = None
            raise _Unresolved("its declaration is not known")
        id_ = id_ or self._add(new_declaration(worded))
        found = self._made.get(id_) or self._library.get_as(Declaration, id_)
        assert isinstance(found, Declaration)
        return found

    def _found(self, words: str, tables: Sequence[str]) -> str | None:
        """Return the id of a record that these words mean, of the library or made just now."""
        for each in dict.fromkeys((words, without_article(words))):
            if made := self._names.get(fold_words(each)):
                return made if made in self._made else None
            try:
                return self._library.resolve(each, tables) if each else None
            except UnknownId:
                continue
        return None

    def _add(self, record: Record) -> str:
        record = with_free_id(self._library, record, self._made)
        self._made[record.id] = record
        if isinstance(record, Actor | Declaration):
            name = record.name if isinstance(record, Actor) else record.title
            self._names[fold_words(name)] = record.id
        return record.id
