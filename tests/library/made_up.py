"""A made-up library of what is seldom together: nobody speaks, nothing is dated, short words, and renames since."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import msgspec
from msgspec.structs import replace

from summittui.library.changes.rewriting import renamed
from summittui.library.memory.library import MemoryLibrary
from summittui.library.sqlite.library import SqliteLibrary
from summittui.library.sqlite.schema import TEXTS as TEXT_TABLE
from summittui.model import (
    TABLE_OF,
    TABLES,
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Claim,
    ClaimKind,
    Declaration,
    Note,
    PartyId,
    Quote,
    QuoteKind,
    Record,
    RecordId,
    Records,
    Source,
    SourceId,
    SourceKind,
    StanceValue,
    UtteranceId,
)
from tests.library.contract import Asked
from tests.library.sqlite.made import STATE, document_of_text, followed, no_collections, sqlite_library
from tests.model.samples import RULES, stance

ASKED = Asked(
    queries=(
        "",
        "an old road",
        "road",
        "ro",
        "r",
        "ai",
        "ai road",
        "a ol road",
        '"in the eu"',
        "the",
        "countess",
        "ada",
        "bodo",
        "-via:bodo",
        "-by:ada",
        "-road",
        "-kind:direct -via:bodo",
        "by:ada (via:bodo OR road)",
        "-(by:ada OR about:eu)",
        "issue:rules stance:for",
        "-after:2024",
        "before:2025",
        "has:variants",
        "has:text",
        "-is:starred",
    ),
    leads=("ada", "bodo", "eu", "pact", "quote-0", "undated"),
    unknown=("bo", "Nobody", "ad"),
    words=("", "a", "co", "countess", "European Union", "EU"),
    sides=("ada", "eu", "bodo"),
)
"""What is asked of it."""

TEXTS = {SourceId("daily"): "A short text of an old road in the EU."}
_SOURCES = (
    Source(id="daily", kind=SourceKind.ARTICLE, outlet="The Daily", published="2025-02"),
    Source(id="undated", kind=SourceKind.ARTICLE, outlet="An", author=ActorId("bo")),
)
_ACTORS = (
    Actor(id="ada", name="Ada", kind=ActorKind.PERSON, speaks_for=ActorId("eu")),
    Actor(id="bo", name="Bo", kind=ActorKind.PERSON),
    Actor(id="eu", name="European Union", kind=ActorKind.BLOC, aliases=("EU",)),
    Actor(id="idle", name="Idle", kind=ActorKind.AUTHOR),
)
_WORDS = ("AI in the EU", "no", "rules of an old road")
_QUOTES = tuple(
    Quote(
        id=f"quote-{at}",
        source=SourceId(source),
        kind=kind,
        speaker=PartyId(speaker) if speaker else None,
        joint_speakers=(PartyId("pact"),) if speaker == "eu" else (),
        via=ActorId("bo") if at % 3 == 0 else None,
        words=_WORDS[at % 3] if kind is QuoteKind.DIRECT else None,
        gist=_WORDS[at % 3] if kind is QuoteKind.INDIRECT else None,
        about=(PartyId("eu"),) if at % 5 == 0 else (),
        date=(None, "2024", "2025-02-10")[at % 3],
        utterance=UtteranceId("told-often") if at % 4 == 0 else None,
        stances=(stance(StanceValue.FOR if at % 2 else StanceValue.AGAINST),) if speaker and at % 7 else (),
    )
    for at, (source, kind, speaker) in enumerate(
        product(("daily", "undated"), (QuoteKind.DIRECT, QuoteKind.INDIRECT), (None, "ada", "eu", "bo"))
    )
)
BEFORE = Records(
    sources=_SOURCES,
    actors=_ACTORS,
    issues=(RULES,),
    declarations=(
        Declaration(
            id="pact",
            title="A pact",
            kind="treaty",
            label="Pact",
            acts=(Act(actor=ActorId("ada"), act=ActKind.SIGNED, source=SourceId("daily")),),
        ),
        Declaration(id="plan", title="A plan of 2024", kind="plan", label="Plan", date="2024-05"),
    ),
    quotes=_QUOTES,
    claims=(
        Claim(
            id="claim",
            source=SourceId("undated"),
            kind=ClaimKind.FACT,
            author=ActorId("bo"),
            gist="Bo is idle.",
            about=(PartyId("ada"),),
        ),
    ),
    notes=(Note(id="note-on-ada", about=RecordId("ada"), starred=True, memo="An EU memo"),),
)
"""The records before one actor was called otherwise and another had its id changed."""


def _changes() -> Mapping[str, Record | None]:
    """Return the records that the renames put by id, None for the one that is gone."""
    called = replace(_ACTORS[0], name="Ada, Countess")
    with_name = replace(BEFORE, actors=(called, *_ACTORS[1:]))
    return {"ada": called, **renamed(MemoryLibrary(with_name), "bo", "bodo")}


def _records_after(changes: Mapping[str, Record | None]) -> Records:
    """Return the records after changes: those that are new stand last."""
    tables = {}
    for table in TABLES:
        kept = [changes.get(each.id, each) for each in BEFORE.table(table)]
        known = {each.id for each in BEFORE.table(table)}
        new = [each for id_, each in changes.items() if each and TABLE_OF[type(each)] == table and id_ not in known]
        tables[table] = tuple(each for each in (*kept, *new) if each is not None)
    return msgspec.convert(tables, Records, from_attributes=True)


RECORDS = _records_after(_changes())
"""The records as they are."""


def followed_library(path: Path) -> SqliteLibrary:
    """Return the library over SQLite, made of the records before and brought up to date."""
    sqlite_library(path, BEFORE, {})
    at = {each.id: (table, str(n)) for table in TABLES for n, each in enumerate(BEFORE.table(table), 1)}
    changes: dict[str, dict[str, tuple[str | None, bytes | None]]] = {}
    for id_, record in _changes().items():
        table, number = at.get(id_, ("actors", str(len(_ACTORS) + 1)))
        put = (None, None) if record is None else (id_, msgspec.json.encode(record))
        changes.setdefault(table, {})[number] = put
    changes[TEXT_TABLE] = {"1": ("daily", document_of_text("daily", TEXTS[SourceId("daily")]))}
    assert followed(path, STATE, changes, {"edits": "1"})
    return SqliteLibrary(path, no_collections)
