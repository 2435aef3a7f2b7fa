"""Identifiers: readable slugs, typed by the tables of the records that each type may name.

Every id names one record of the whole store, whatever its table. The type of an id says in which
tables the record may stand; `summittui.model.references` reads it from the annotations.
"""

import re
from typing import NewType

SourceId = NewType("SourceId", str)
ActorId = NewType("ActorId", str)
EventId = NewType("EventId", str)
IssueId = NewType("IssueId", str)
DeclarationId = NewType("DeclarationId", str)
QuoteId = NewType("QuoteId", str)
ClaimId = NewType("ClaimId", str)

RecordId = NewType("RecordId", str)
"""The id of a record of any table."""

PartyId = NewType("PartyId", str)
"""An actor or a declaration: whatever can be the origin or the subject of words."""

UtteranceId = NewType("UtteranceId", str)
"""Shared by the quotes that report the same utterance; names no record."""

LONGEST_ID = 200
"""The maximum length of an id in characters; files are named by ids, too."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Tell whether `text` can be an id: lower-case ASCII letters and digits in words joined by single hyphens."""
    return len(text) <= LONGEST_ID and _SLUG.fullmatch(text) is not None
