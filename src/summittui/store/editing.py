"""Edits of records: what is refused, and what is written into the tables."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

import msgspec
from msgspec.structs import replace as with_fields

from summittui.model import (
    TABLE_OF,
    InputError,
    Record,
    Selector,
    Source,
    SourceId,
    StoreConflict,
    UnknownId,
    digest_of,
)
from summittui.model.codec import InvalidRecord, record_from_plain, record_to_plain
from summittui.model.passages import marked_spans, with_spans
from summittui.model.references import references
from summittui.model.rules import problems_of
from summittui.model.text import safe
from summittui.store.tables import DELETED, TEXTS, Deleted, Notes, Plain, notes_of, plain_of, plain_of_text, raw_of
from summittui.store.views import AnyView

if TYPE_CHECKING:
    from summittui.store.drafting import DraftStorage

Edits = Mapping[str, Record | None]
"""The records to put, by id; None for one to delete."""
Texts = Mapping[SourceId, str]
"""The texts to attach, by source."""


def check_conflicts(
    view: AnyView, edits: Edits, watched: Sequence[str] = (), is_known: Callable[[str], bool] = lambda _: False
) -> None:
    """Refuse to edit a record that somebody else has changed or deleted since the session saw it.

    Args:
        view: The records before.
        edits: What is changed.
        watched: The tables in which nobody else may have changed anything either.
        is_known: Tells whether the session has a record with an id. Where the history cannot tell what others deleted,
            this alone tells a record that they deleted from one that is new.

    Raises:
        StoreConflict: Names the first one, with both versions.
    """
    unseen = view.pending.unseen
    for id_, mine in edits.items():
        if id_ in unseen and unseen[id_] != (theirs := view.find(id_)):
            raise _conflict(id_, mine, theirs)
        if id_ not in view.home and is_known(id_):
            raise _conflict(id_, mine, None)
    for id_, before in unseen.items() if watched else ():
        theirs = view.find(id_)
        if any(TABLE_OF[type(each)] in watched for each in (before, theirs) if each is not None):
            message = (
                f"Another session has changed {safe(repr(id_))} meanwhile, which was to stay; reload and try again."
            )
            raise StoreConflict(message, mine=None, theirs=theirs)


def _conflict(id_: str, mine: Record | None, theirs: Record | None) -> StoreConflict:
    done, way_out = "changed", "reload and edit it again"
    if theirs is None:
        done, way_out = "deleted", "reload, and add it again if it is to stay" if mine else "reload"
    message = f"Another session has {done} {safe(repr(id_))} since it was loaded; {way_out}."
    return StoreConflict(message, mine=mine, theirs=theirs)


def check_rules(
    view: AnyView,
    edits: Edits,
    texts: Texts = MappingProxyType({}),
    on_record: Callable[[int], None] = lambda _: None,
) -> None:
    """Refuse edits after which a record would break a rule, or a text belong to no source.

    Args:
        view: The records before.
        edits: What is changed.
        texts: The texts that are attached along with it, by source.
        on_record: Told how many records are checked, before each.

    Raises:
        UnknownId: A record to delete is not there, or a source.
        InputError: A record is not sound, or one that is deleted is still referred to.
    """
    find = partial(_record_after, view, edits)
    after = {id_: TABLE_OF[type(one)] if one else "" for id_, one in edits.items()}
    home = ChainMap(after, cast("dict[str, str]", view.home))
    texts_after = _texts_after(view, texts)
    for checked, (id_, record) in enumerate(edits.items()):
        on_record(checked)
        if record is None:
            _refuse_unknown(view, id_)
            _refuse_referred_to(view, id_, edits)
        else:
            _refuse_odd(view, id_, record)
            for problem in problems_of(record, home, _lengths(view, edits, texts_after, record), find):
                raise InputError(f"Nothing was changed: {problem}.")
    for source, text in texts.items():
        if home.get(source) != "sources":
            raise UnknownId(f"No source has the id {source!r}; add the source first.")
        _refuse_half_characters(source, text)


def with_digests(view: AnyView, edits: Edits, texts: Texts) -> Edits:
    """Return edits whose newly marked spans have the digest of what the attached text has there, and can be proved.

    A span that was recorded before without its words or their digest stays so: what stands at its offsets now was
    never compared with the text by whoever marked it.
    """
    texts = _texts_after(view, texts)
    recorded = {
        (marked.selector.start, marked.selector.end)
        for id_ in edits
        if (before := view.find(id_)) is not None
        for marked in marked_spans(before)
        if marked.selector.is_bare
    }

    def proven(source: SourceId, span: Selector, quoted: Sequence[Selector]) -> Selector:
        words = _quoted_at(span, quoted)
        if words is None and source in texts and (span.start, span.end) not in recorded:
            words = texts[source][span.start : span.end]
        return with_fields(span, digest=digest_of(words)) if span.is_bare and words else span

    return {
        id_: record and with_spans(record, partial(proven, quoted=getattr(record, "quoted", ())))
        for id_, record in edits.items()
    }


def _quoted_at(span: Selector, quoted: Iterable[Selector]) -> str | None:
    """Return the words at a span inside quoted words, which were recorded with it; None where it lies in none."""
    around = next((each for each in quoted if each.exact and each.contains(span)), None)
    return around.exact[span.start - around.start : span.end - around.start] if around and around.exact else None


def write_edits(
    storage: "DraftStorage", view: AnyView, edits: Edits, texts: Texts, on_record: Callable[[int], None]
) -> None:
    """Write records and texts into their tables; inside a transaction.

    Args:
        storage: The tables.
        view: The records before.
        edits: What is changed.
        texts: The texts to attach.
        on_record: Told how many records are written, before each.
    """
    for written, (id_, record) in enumerate(with_digests(view, edits, texts).items()):
        on_record(written)
        if record is None or record != view.find(id_):
            write_edit(storage, view, id_, record)
    for source, text in texts.items():
        write_text(storage, view, source, text)


def write_edit(storage: "DraftStorage", view: AnyView, id_: str, record: Record | None) -> None:
    """Put a record into its table, or delete it; inside a transaction."""
    if record is None:
        _delete(storage, view, id_)
        return
    if id_ in view.home:
        notes = view.notes(id_)
        write_record(storage, view, record, msgspec.structs.replace(notes, rev=notes.rev + 1))
        return
    deleted = view.numbered(DELETED, id_)
    notes = view.rows(DELETED)[deleted].notes if deleted else Notes(rev=0)
    if deleted:
        storage.table(DELETED).remove(doc_ids=[int(deleted)])
    write_record(storage, view, record, msgspec.structs.replace(notes, rev=notes.rev + 1))


def write_text(storage: "DraftStorage", view: AnyView, source: SourceId, text: str) -> None:
    """Attach a text to a source, in place of one attached before; inside a transaction."""
    document, number = plain_of_text(source, text), view.numbered(TEXTS, source)
    if number:
        storage.table(TEXTS).update(replacing(document), doc_ids=[int(number)])
    else:
        storage.table(TEXTS).insert(document)


def write_record(storage: "DraftStorage", view: AnyView, record: Record, notes: Notes) -> None:
    """Put a record and the notes on it into their tables; inside a transaction."""
    from tinydb.table import Document

    name = TABLE_OF[type(record)]
    if record.id in view.home:
        number = int(view.number(record.id))
        storage.table(name).update(replacing(record_to_plain(record)), doc_ids=[number])
        if storage.draft.holds(notes_of(name), str(number)):
            storage.table(notes_of(name)).update(replacing(plain_of(notes)), doc_ids=[number])
            return
    else:
        number = storage.table(name).insert(record_to_plain(record))
    storage.table(notes_of(name)).insert(Document(plain_of(notes), doc_id=number))


def replacing(replacement: Plain) -> Callable[[MutableMapping[Any, Any]], None]:
    """Return an updater for TinyDB's `update` that replaces a document."""

    def replace(fields: MutableMapping[Any, Any]) -> None:
        fields.clear()
        fields.update(replacement)

    return replace


def _delete(storage: "DraftStorage", view: AnyView, id_: str) -> None:
    notes = view.notes(id_)
    delete_record(storage, view, id_)
    if notes.seeded:
        storage.table(DELETED).insert(plain_of(Deleted(id_, notes)))


def delete_record(storage: "DraftStorage", view: AnyView, id_: str) -> None:
    """Take a record, the notes on it and its attached text out of their tables; inside a transaction."""
    name, number = view.home[id_], int(view.number(id_))
    storage.table(name).remove(doc_ids=[number])
    if storage.draft.holds(notes_of(name), str(number)):
        storage.table(notes_of(name)).remove(doc_ids=[number])
    text = view.numbered(TEXTS, id_)
    if text:
        storage.table(TEXTS).remove(doc_ids=[int(text)])


def _refuse_unknown(view: AnyView, id_: str) -> None:
    if id_ not in view.home:
        raise UnknownId(f"No record has the id {safe(repr(id_))}; nothing was deleted.")


def _refuse_half_characters(source: SourceId, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        why = f"the text of {source!r} holds half a character (a lone surrogate) at {error.start:,}"
        raise InputError(f"Nothing was changed: {why}; remove it.") from None


def _refuse_odd(view: AnyView, id_: str, record: Record) -> None:
    if record.id != id_:
        raise InputError(f"Nothing was changed: the record {safe(repr(record.id))} was given as {safe(repr(id_))}.")
    table = TABLE_OF[type(record)]
    if view.home.get(id_, table) != table:
        raise InputError(f"The id {safe(repr(id_))} is taken by a record in {view.home[id_]}; choose another.")
    try:
        plain = record_to_plain(record)
        record_from_plain(type(record), plain)
        raw_of(plain)
    except InvalidRecord as error:
        raise InputError(f"Nothing was changed: {error}.") from None
    except msgspec.ValidationError as error:
        raise InputError(f"Nothing was changed: {safe(str(error))}.") from None


def _refuse_referred_to(view: AnyView, id_: str, edits: Edits) -> None:
    for record in _referring(view, id_, edits):
        table = TABLE_OF[type(record)]
        raise InputError(f"{id_!r} is named by {record.id!r} in {table}; change that one first.")


def _referring(view: AnyView, id_: str, edits: Edits) -> Iterator[Record]:
    for record in view.naming(id_):
        if record.id not in edits and any(reference.id == id_ for reference in references(record)):
            yield record


def _texts_after(view: AnyView, texts: Texts) -> Texts:
    """Return the attached texts as they are after some are attached, each read when it is looked at."""
    return ChainMap(dict(texts), cast("dict[SourceId, str]", view.texts()))


def _record_after(view: AnyView, edits: Edits, id_: str) -> Record | None:
    """Return the record with an id as it is after the edits."""
    return edits[id_] if id_ in edits else view.find(id_)


def _lengths(view: AnyView, edits: Edits, texts: Texts, record: Record) -> dict[str, int | None]:
    """Return the lengths of the sources that a record names, of their attached texts where there are any."""
    named = {reference.id for reference in references(record) if "sources" in reference.tables} | {record.id}
    found = {id_: _record_after(view, edits, id_) for id_ in named}
    return {
        id_: len(texts[SourceId(id_)]) if id_ in texts else source.length
        for id_, source in found.items()
        if isinstance(source, Source)
    }
