"""All records of a store or a collection, by table."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from summittui.model.account import Agreement, Disagreement
from summittui.model.actor import Actor, Event
from summittui.model.camp import Camp
from summittui.model.claim import Claim
from summittui.model.declaration import Declaration
from summittui.model.fact_check import FactCheck
from summittui.model.note import Note
from summittui.model.proposal import Proposal
from summittui.model.quote import Quote
from summittui.model.record import Record
from summittui.model.source import Source
from summittui.model.stance import Issue

TABLES: Mapping[str, type[Record]] = {
    "sources": Source,
    "actors": Actor,
    "events": Event,
    "issues": Issue,
    "declarations": Declaration,
    "quotes": Quote,
    "claims": Claim,
    "disagreements": Disagreement,
    "agreements": Agreement,
    "checks": FactCheck,
    "camps": Camp,
    "notes": Note,
    "proposals": Proposal,
}
"""Name of each table and the type of its records, in the order in which they are shown."""

COLLECTION_TABLES = tuple(name for name in TABLES if name not in {"camps", "notes", "proposals"})
"""The tables that a collection ships; camps, notes and proposals are a user's own."""

SEARCHED_TABLES = tuple(name for name in TABLES if name != "proposals")
"""The tables whose records are searched, shown and exported; a proposal is none before it is accepted."""

TABLE_OF: Mapping[type[Record], str] = {type_: name for name, type_ in TABLES.items()}


class Records(Struct, frozen=True, kw_only=True):
    """Records by table, each in the order in which it was entered."""

    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    checks: tuple[FactCheck, ...] = ()
    camps: tuple[Camp, ...] = ()
    notes: tuple[Note, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def table(self, name: str) -> tuple[Record, ...]:
        """Return the records of one table."""
        records: tuple[Record, ...] = getattr(self, name)
        return records

    def __iter__(self) -> Iterator[Record]:
        for name in TABLES:
            yield from self.table(name)
