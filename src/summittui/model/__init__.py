"""The words of the field as frozen records: what each is, its ids, its rules. No I/O, no clock."""

from summittui.model.account import Agreement, Disagreement, DisagreementKind, Severity, Side
from summittui.model.actor import Actor, ActorKind, Event, Role
from summittui.model.camp import Camp
from summittui.model.claim import Claim, ClaimKind
from summittui.model.declaration import Act, ActKind, Clause, Declaration, Qualifier, Tally
from summittui.model.errors import (
    InputError,
    Problem,
    StoreBusy,
    StoreConflict,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
    StoreTooNew,
    SummitError,
    UnknownId,
)
from summittui.model.ids import (
    ActorId,
    ClaimId,
    DeclarationId,
    EventId,
    IssueId,
    PartyId,
    QuoteId,
    RecordId,
    SourceId,
    UtteranceId,
)
from summittui.model.note import Note
from summittui.model.quote import Quote, QuoteKind
from summittui.model.record import Record
from summittui.model.records import COLLECTION_TABLES, TABLE_OF, TABLES, Records
from summittui.model.selector import Mention, MentionForm, Passage, Selector, digest_of
from summittui.model.source import Paragraph, Source, SourceKind
from summittui.model.stance import Certainty, Issue, Level, Stance, StanceValue

__all__ = [
    "COLLECTION_TABLES",
    "TABLES",
    "TABLE_OF",
    "Act",
    "ActKind",
    "Actor",
    "ActorId",
    "ActorKind",
    "Agreement",
    "Camp",
    "Certainty",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "Clause",
    "Declaration",
    "DeclarationId",
    "Disagreement",
    "DisagreementKind",
    "Event",
    "EventId",
    "InputError",
    "Issue",
    "IssueId",
    "Level",
    "Mention",
    "MentionForm",
    "Note",
    "Paragraph",
    "PartyId",
    "Passage",
    "Problem",
    "Qualifier",
    "Quote",
    "QuoteId",
    "QuoteKind",
    "Record",
    "RecordId",
    "Records",
    "Role",
    "Selector",
    "Severity",
    "Side",
    "Source",
    "SourceId",
    "SourceKind",
    "Stance",
    "StanceValue",
    "StoreBusy",
    "StoreConflict",
    "StoreDamaged",
    "StoreError",
    "StoreReadOnly",
    "StoreTooNew",
    "SummitError",
    "Tally",
    "UnknownId",
    "UtteranceId",
    "digest_of",
]
