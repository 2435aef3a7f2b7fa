"""A library that follows another one equals a fresh one, and shares what did not change."""

from collections.abc import Callable, Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.library.memory.incremental import library_after
from summittui.library.memory.indexes import DEEDS_OF, QUOTES_BY_SPEAKER
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.words import folded_texts
from summittui.model import (
    TABLE_OF,
    TABLES,
    Actor,
    ActorId,
    Camp,
    Claim,
    Declaration,
    Note,
    PartyId,
    Quote,
    Record,
    RecordId,
    Records,
    Source,
    SourceId,
    StanceValue,
    UtteranceId,
)
from tests.library.answers import ANSWERS, differing
from tests.model.samples import stance
from tests.paris import paris, quote

Tables = dict[str, list[Record]]
Followed = tuple[Records, set[str], Mapping[SourceId, str], set[SourceId]]
"""All records, which of them changed, all texts, which of them were attached."""
ACTORS = tuple(actor.id for actor in paris().records.actors)
SOURCES = tuple(SourceId(source.id) for source in paris().records.sources)
ISSUES = tuple(issue.id for issue in paris().records.issues)
KEPT_TABLES = ("quotes", "claims", "notes", "camps", "declarations")
"""Tables of which records can be taken away."""

actors = st.sampled_from(ACTORS)


@st.composite
def changed(draw: st.DrawFn, record: Record) -> Record:
    """Return another version of a record."""
    stances = (stance(draw(st.sampled_from(StanceValue)), issue=draw(st.sampled_from(ISSUES)), holder=draw(_holder())),)
    words = draw(st.sampled_from(("renamed", "the other")))
    match record:
        case Quote():
            party = PartyId(draw(actors))
            versions: list[Record] = [
                replace(record, speaker=party, stances=stances),
                replace(record, about=(party, *record.about[:1]), source=draw(st.sampled_from(SOURCES))),
                replace(record, gist=words, utterance=UtteranceId("one"), via=ActorId(draw(actors))),
                replace(record, speaker=None),
            ]
        case Claim():
            versions = [
                replace(record, stances=stances, author=ActorId(draw(actors))),
                replace(record, gist=words, about=(PartyId(draw(actors)),)),
            ]
        case Declaration():
            acts = tuple(replace(act, stances=stances, actor=ActorId(draw(actors))) for act in record.acts[:2])
            versions = [replace(record, acts=record.acts[1:] + acts), replace(record, label=words, acts=())]
        case Actor():
            versions = [replace(record, name=words), replace(record, speaks_for=ActorId(draw(actors)))]
        case Source():
            versions = [replace(record, outlet=words), replace(record, author=ActorId(draw(actors)))]
        case Note():
            versions = [replace(record, memo=words, starred=not record.starred)]
        case _:
            versions = [replace(record, name=words) if isinstance(record, Camp) else record]
    return draw(st.sampled_from(versions))


def _holder() -> st.SearchStrategy[str | None]:
    return st.one_of(st.none(), actors)


def _change(draw: st.DrawFn, tables: Tables) -> set[str]:
    table = draw(st.sampled_from([name for name in TABLES if tables[name]]))
    at = draw(st.integers(0, len(tables[table]) - 1))
    tables[table][at] = draw(changed(tables[table][at]))
    return {tables[table][at].id}


def _remove(draw: st.DrawFn, tables: Tables) -> set[str]:
    table = draw(st.sampled_from(KEPT_TABLES))
    return {tables[table].pop(draw(st.integers(0, len(tables[table]) - 1))).id} if tables[table] else set()


def _put_in(draw: st.DrawFn, tables: Tables) -> set[str]:
    """Put in a record, at the end or, as the undoing of a removal does, between others."""
    taken = {record.id for records in tables.values() for record in records}
    note = Note(id=f"note-{len(taken)}", about=RecordId(draw(actors)), memo="renamed")
    record = draw(st.sampled_from([*(each for each in paris().records if TABLE_OF[type(each)] in KEPT_TABLES), note]))
    if record.id in taken:
        record = replace(record, id=f"{record.id}-{len(taken)}")
    if record.id in taken:
        return set()
    table = tables[TABLE_OF[type(record)]]
    table.insert(draw(st.sampled_from((len(table), len(table) // 2))), record)
    return {record.id}


def _move(draw: st.DrawFn, tables: Tables) -> set[str]:
    """Delete a record and add it again, before anybody looks."""
    table = tables[draw(st.sampled_from([name for name in TABLES if tables[name]]))]
    table.append(table.pop(draw(st.integers(0, len(table) - 1))))
    return {table[-1].id}


EDITS: tuple[Callable[[st.DrawFn, Tables], set[str]], ...] = (_change, _change, _remove, _put_in, _move)


@st.composite
def steps(draw: st.DrawFn) -> list[Followed]:
    """Return what follows the collection."""
    tables = {name: list(paris().records.table(name)) for name in TABLES}
    texts: dict[SourceId, str] = {}
    found: list[Followed] = []
    for _ in range(draw(st.integers(1, 3))):
        ids: set[str] = set()
        for edit in draw(st.lists(st.sampled_from(EDITS), max_size=3)):
            ids |= edit(draw, tables)
        attached = draw(st.sets(st.sampled_from(SOURCES), max_size=1))
        texts = {**texts, **dict.fromkeys(attached, draw(st.sampled_from(("a text", "another"))))}
        records = Records(**{name: tuple(records) for name, records in tables.items()})  # type: ignore[arg-type]  # as they were
        found.append((records, ids, texts, attached))
    return found


@settings(deadline=None, max_examples=30)
@given(steps(), st.lists(st.sampled_from(sorted(ANSWERS)), unique=True))
def test_what_follows_any_edits_equals_a_fresh_library(followed: Sequence[Followed], asked: list[str]) -> None:
    library = MemoryLibrary(paris().records)
    for records, ids, texts, attached in followed:
        for name in asked:
            ANSWERS[name](library)
        library = library_after(library, records, texts, changed=ids, attached=attached)
    assert differing(library, MemoryLibrary(records, texts)) == []


def edited(before: MemoryLibrary, *records: Record) -> MemoryLibrary:
    """Return the library in which these records stand in the place of those with their ids."""
    given_ = {record.id: record for record in records}
    touched = {TABLE_OF[type(record)] for record in records}
    tables = {name: tuple(given_.get(record.id, record) for record in before.records.table(name)) for name in touched}
    return library_after(before, replace(before.records, **tables), before.texts, changed=set(given_))


def test_what_did_not_change_is_shared() -> None:
    before = MemoryLibrary(paris().records)
    for ask in ANSWERS.values():
        ask(before)
    words = next(quote for quote in before.records.quotes if quote.speaker and quote.stances and quote.exact)
    after = edited(before, replace(words, note="other", stances=()))
    others = [id_ for id_ in before.derived(QUOTES_BY_SPEAKER) if id_ != words.speaker]
    assert all(after.quotes_by(id_) is before.quotes_by(id_) for id_ in others)
    assert all(after.evidence_of(id_) is before.evidence_of(id_) for id_ in ACTORS if id_ != words.speaker)
    assert after.derived(DEEDS_OF) is before.derived(DEEDS_OF)
    assert after.ordinals("quotes") is before.ordinals("quotes")
    assert folded_texts(after, "claims") is folded_texts(before, "claims")
    unchanged = zip(folded_texts(after, "quotes"), folded_texts(before, "quotes"), after.records.quotes, strict=True)
    assert all(one is other for one, other, record in unchanged if record.id != words.id)


def test_of_one_holder_only_the_pieces_that_changed_are_made_again() -> None:
    first, second = (replace(quote(paris().records.quotes[0].id), id=id_, stances=(stance(),)) for id_ in ("a", "b"))
    before = MemoryLibrary(Records(sources=paris().records.sources, quotes=(first, second)))
    speaker = str(first.speaker)
    kept = before.evidence_of(speaker)[1]
    after = edited(before, replace(first, gist="other"))
    assert after.evidence_of(speaker)[1] is kept
    assert after.evidence_of(speaker)[0] is not before.evidence_of(speaker)[0]


def test_the_library_before_stays_as_it_was() -> None:
    before, fresh = MemoryLibrary(paris().records), MemoryLibrary(paris().records)
    assert differing(before, fresh) == []
    edited(before, replace(paris().records.actors[0], name="Renamed"), replace(paris().records.quotes[0], speaker=None))
    assert differing(before, fresh) == []
