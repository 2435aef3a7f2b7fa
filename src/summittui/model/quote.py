"""Quotes: attributed utterances, each in one source (PARC 3.0; Pareti et al. 2013)."""

from enum import StrEnum

from summittui.model.ids import ActorId, PartyId, QuoteId, SourceId, UtteranceId
from summittui.model.record import Record
from summittui.model.selector import Selector
from summittui.model.stance import Certainty, Stance

GAP = " … "
"""Stands between the quoted pieces of one quote."""

IN_A_REPORT = " (in a report: …)"
"""The least that stands beside words that the source has inside a report."""


class QuoteKind(StrEnum):
    """The kind of a quote by whose wording the source prints."""

    DIRECT = "direct"
    """The speaker's own words, whole clauses inside quotation marks."""
    MIXED = "mixed"
    """A fragment of the speaker's words inside a reported clause."""
    INDIRECT = "indirect"
    """The source's wording of what was said."""
    TEXT = "text"
    """Words of a document, its title included."""


class Fidelity(StrEnum):
    """The relation of a wording in circulation to the words that were said."""

    EXACT = "exact"
    """As in a transcript, a release or an agency's key quotes."""
    REWORDED = "other wording"
    """Reported by others in other words; which is nearer is not known."""
    MISQUOTED = "misquotation"
    TRANSLATED_BACK = "back-translation"
    PARAPHRASED = "paraphrase printed as a quotation"
    INVENTED = "invented wording printed as a quotation"
    MISATTRIBUTED = "given to somebody else"


NOT_THE_WORDS = frozenset(Fidelity) - {Fidelity.EXACT, Fidelity.REWORDED}
"""Wordings of which it is known that they are not what the speaker said; such a quote has a doubt that says so."""


class Quote(Record, frozen=True, kw_only=True):
    """One attributed utterance in one source."""

    source: SourceId
    kind: QuoteKind
    speaker: PartyId | None = None
    """The speaker, or the declaration whose text is quoted; None where the source names nobody."""
    joint_speakers: tuple[PartyId, ...] = ()
    """The parties that speak together with `speaker`."""
    spans: tuple[Selector, ...] = ()
    """The content, several spans where the quotation is discontinuous; none where `words` are not placed yet."""
    quoted: tuple[Selector, ...] = ()
    """The words inside quotation marks, as printed."""
    words: str | None = None
    """The quoted words as somebody entered them, where their place in the text is not known."""
    gist: str | None = None
    """The content in our own words; required where not all of it is quoted."""
    via: ActorId | None = None
    """The outlet or person that the source has it from."""
    role: str | None = None
    """The speaker's role as worded here."""
    speaker_at: Selector | None = None
    via_at: Selector | None = None
    cue: tuple[Selector, ...] = ()
    """The reporting words."""
    verb: Selector | None = None
    """The reporting verb inside the cue."""
    about: tuple[PartyId, ...] = ()
    topics: tuple[str, ...] = ()
    occasion: str | None = None
    occasion_at: Selector | None = None
    addressee: ActorId | None = None
    date: str | None = None
    """Partial date of the utterance, where it is stated."""
    not_after: str | None = None
    """Partial date by which it was said at the latest, where no more is known."""
    utterance: UtteranceId | None = None
    fidelity: Fidelity | None = None
    """The relation of the wording to the words that were said; None where nobody has compared the two."""
    official: SourceId | None = None
    """The source that has the words officially."""
    certainty: Certainty | None = None
    """The certainty that the words were said so; None where nobody has said."""
    nested_in: QuoteId | None = None
    """The quote in which this one is reported."""
    view_of: ActorId | None = None
    """The party whose view the words describe, where that is not the speaker."""
    stances: tuple[Stance, ...] = ()
    doubt: str | None = None
    """Why the wording or the attribution is doubtful."""
    optional: bool = False
    """A defensible extra that a strict coder may leave out."""
    note: str | None = None

    @property
    def speakers(self) -> tuple[PartyId, ...]:
        """All who say it together, `speaker` first; none where the source names nobody."""
        return (self.speaker, *self.joint_speakers) if self.speaker else ()

    @property
    def exact(self) -> str | None:
        """The quoted words as printed, pieces joined by `GAP`; None where nothing is quoted."""
        pieces = [selector.exact for selector in self.quoted if selector.exact]
        return GAP.join(pieces) or self.words

    @property
    def passed_on_by(self) -> ActorId | None:
        """The outlet or person that the source has the quote from, where that is not the speaker."""
        return None if str(self.via) == str(self.speaker) else self.via

    @property
    def first_span(self) -> Selector | None:
        """The span with which the content begins; None where its place is not known."""
        return self.spans[0] if self.spans else None


def report_of(quote: Quote) -> str:
    """Return the report around the words of a mixed quote, in our own words; empty for other quotes."""
    return f" (in a report: {quote.gist})" if quote.kind is QuoteKind.MIXED and quote.gist else ""
