"""Declarations: texts that actors adopt or put forward (Popolo Motion and Vote)."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from summittui.model.ids import ActorId, EventId, IssueId, QuoteId, SourceId
from summittui.model.record import Record
from summittui.model.selector import Mention, Passage, Selector
from summittui.model.stance import Certainty, Stance


class ActKind(StrEnum):
    """The kind of an actor's act on a declaration."""

    SIGNED = "signed"
    DECLINED = "declined"
    PROPOSED = "proposed"
    ADOPTED = "adopted"
    ENDORSED = "endorsed"
    JOINED = "joined"
    SUPPORTED = "supported"
    """Backed it in a way that the source does not state."""
    PROMOTED = "promoted"
    """Advanced a text that was already there."""
    SPONSORED = "co-sponsored"
    RATIFIED = "ratified"
    STAYED_OUT = "stayed out"
    """Had not done so, as a source documents; that it refused is not stated."""
    DISSENTED = "dissented"
    """Set itself apart from a text that others adopted without a vote."""

    @property
    def is_backing(self) -> bool:
        """Whether who does so backs the text, as opposed to declining, staying out or dissenting."""
        return self not in (ActKind.DECLINED, ActKind.STAYED_OUT, ActKind.DISSENTED)

    def phrase(self, text: str) -> str:
        """Return the act with the text that it was done with, such as "signed the Charter", "stayed out of it"."""
        between = {ActKind.STAYED_OUT: " of", ActKind.DISSENTED: " from"}.get(self, "")
        return f"{self}{between} {text}"


class Qualifier(StrEnum):
    """The hedge of a number where it is stated."""

    ABOUT = "about"
    EXACTLY = "exactly"
    OVER = "over"
    VAGUE = "vague"


class Binding(StrEnum):
    """Whether a text binds those who sign it."""

    NO = "not binding"
    VOLUNTARY = "voluntary"
    NOT_YET = "binding once in force"
    YES = "binding"


class ListStatus(StrEnum):
    """The extent to which the list of a text's signatories is known."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    """Some are known by name, others are not."""
    NOT_FOUND = "not found"
    """There were signatories or sponsors, and no list of their names was found."""
    NONE = "no list"
    """Nobody signs such a text."""


class _Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a declaration that is no record of its own."""


class Clause(_Part, frozen=True):
    """One thing that a declaration says."""

    gist: str
    """The content of the clause, in our own words."""
    evidence: tuple[Passage, ...] = ()
    source: SourceId | None = None
    """The source that states it, where no passage is marked."""
    quote: QuoteId | None = None
    """The quote that gives its words."""
    issue: IssueId | None = None
    """The matter it speaks of, by which clauses of several declarations are aligned."""


class Act(_Part, frozen=True):
    """An act of one actor on a declaration, as its sources state it."""

    actor: ActorId
    act: ActKind
    evidence: tuple[Passage, ...] = ()
    source: SourceId | None = None
    """The source that states it, where no passage is marked."""
    certainty: Certainty = Certainty.HIGH
    date: str | None = None
    """Partial date of the act, where one is known."""
    as_of: str | None = None
    """Partial date for which the act is stated."""
    not_after: str | None = None
    """Partial date by which it was done at the latest, where no more is known."""
    stances: tuple[Stance, ...] = ()
    doubt: str | None = None
    """Why it stays the claim of its source."""
    note: str | None = None

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """The sources that state it."""
        marked = dict.fromkeys(passage.source for passage in self.evidence)
        return tuple(marked) or ((self.source,) if self.source else ())


def counted_acts(acts: Sequence[Act]) -> Sequence[Act]:
    """Return the acts that say what was done: those without a doubt, which others never outvote; else all."""
    return [act for act in acts if not act.doubt] or acts


class Tally(_Part, frozen=True, kw_only=True):
    """A number as one source states it."""

    source: SourceId
    number: int | None = None
    qualifier: Qualifier
    counts: str
    """The things that are counted."""
    as_of: str | None = None
    """Partial date for which the number is stated."""
    spans: tuple[Selector, ...] = ()
    doubt: str | None = None
    note: str | None = None


class Page(_Part, frozen=True):
    """A source of the public record on a declaration."""

    source: SourceId
    states: str
    """The content of the page, in our own words."""


class Declaration(Record, frozen=True):
    """A text that actors sign, decline, propose or adopt."""

    title: str
    kind: str
    label: str
    """A few words for a row or a column."""
    aliases: tuple[str, ...] = ()
    forum: str | None = None
    event: EventId | None = None
    date: str | None = None
    """Partial date."""
    date_note: str | None = None
    as_of: str | None = None
    """Partial date for which the list of its signatories is known."""
    list_status: ListStatus | None = None
    """The extent to which the list of signatories is known; None where nobody has looked."""
    binding: Binding | None = None
    certainty: Certainty | None = None
    """The certainty of the record of the declaration; None where nobody has said."""
    url: str | None = None
    pages: tuple[Page, ...] = ()
    clauses: tuple[Clause, ...] = ()
    acts: tuple[Act, ...] = ()
    tallies: tuple[Tally, ...] = ()
    mentions: tuple[Mention, ...] = ()
    note: str | None = None
