"""A small collection for the tests of what keeps and passes on records."""

import msgspec

from summittui.model import (
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Record,
    Records,
    Selector,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
    digest_of,
)
from summittui.store.collection import Collection
from summittui.store.store import Store

TEXT = 'Ada said: "Rules help." Later, Bo answered that rules slow everybody.\n'
DAILY = SourceId("daily")

SOURCE = Source(id="daily", kind=SourceKind.ARTICLE, outlet="The Daily", published="2025-02-12", length=len(TEXT))
ADA = Actor(id="ada", name="Ada", kind=ActorKind.PERSON)
BO = Actor(id="bo", name="Bo", kind=ActorKind.PERSON, aliases=("B.",))
PAPER = Actor(id="paper", name="The Paper", kind=ActorKind.OUTLET)
ISSUE = Issue(id="rules", label="Rules", question="Should there be rules?", pole_for="Yes", pole_against="No")
WORDS = Quote(
    id="ada-rules",
    source=DAILY,
    kind=QuoteKind.DIRECT,
    speaker=PartyId("ada"),
    spans=(Selector(11, 22, digest=digest_of(TEXT[11:22])),),
    quoted=(Selector(11, 22, exact="Rules help."),),
    stances=(Stance(issue=IssueId("rules"), stance=StanceValue.FOR, level=Level.TEXTUAL, certainty=Certainty.HIGH),),
)
REPORTED = Quote(
    id="bo-rules",
    source=DAILY,
    kind=QuoteKind.INDIRECT,
    speaker=PartyId("bo"),
    spans=(Selector(45, 69, digest=digest_of(TEXT[45:69])),),
    gist="Bo thinks that they are a brake.",
    via=ActorId("paper"),
)


def records_of(*records: Record) -> Records:
    """Return the sample's records, those with the id of one given replaced by it, the others of these added."""
    given = {record.id: record for record in records}
    tables: dict[str, tuple[Record, ...]] = {
        "sources": (SOURCE,),
        "actors": (ADA, BO, PAPER),
        "issues": (ISSUE,),
        "quotes": (WORDS, REPORTED),
    }
    replaced = {name: tuple(given.pop(one.id, one) for one in table) for name, table in tables.items()}
    added = tuple(given.values())
    return msgspec.convert({**replaced, "actors": replaced["actors"] + added}, Records, from_attributes=True)


def collection_of(*records: Record, version: str = "1.0.0") -> Collection:
    """Return the sample as a collection."""
    return Collection(
        id="sample", version=version, title="Sample", licence="CC0", note="", records=records_of(*records)
    )


def noted(record: Record, note: str) -> Record:
    """Return a record with another note."""
    return msgspec.structs.replace(record, note=note)


def found(store: Store, id_: str) -> Record | None:
    """Return the record with an id as the store has it now; None where there is none."""
    return next((record for record in store.records() if record.id == id_), None)
