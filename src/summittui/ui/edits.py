"""The edits that the dialogs make, each a call of the session; what they did is said in a sentence."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.notices import entry_notices
from summittui.library.changes.rewriting import Referrer, referrers
from summittui.model import Declaration, Note, Quote, Record, RecordId, StoreConflict
from summittui.model.display_names import display_name
from summittui.model.text import clip, counted, safe
from summittui.session import Session
from summittui.session.coding import remark
from summittui.session.entry.toml import toml_change
from summittui.ui.forms import parts
from summittui.ui.forms.field import Entries, Typed
from summittui.ui.forms.records import changed, new_record_of
from summittui.ui.keys.lookup import key_of
from summittui.ui.render.versions import Logged


class Done(NamedTuple):
    """The outcome of an edit, which is durable."""

    said: str
    """As a sentence."""
    at: str | None = None
    """The record to go to."""
    report: tuple[str, ...] = ()
    """Paragraphs to be read besides."""


Edit = Callable[[Session], Done]
PutPart = Callable[[Declaration, Library, Typed], Declaration]
"""Returns a declaration with one more part."""
_SHOWN = 40


def undo_hint() -> str:
    """Return in a sentence which key takes an edit back."""
    return f"{key_of('undo')} undoes."


def short_name(record: Record) -> str:
    """Return what to call a record in a notice."""
    return clip(safe(display_name(record)), _SHOWN)


def add(table: str, session: Session, entries: Entries, _base: None) -> Done:
    """Add the record that a form describes."""
    id_ = session.add_drafted(lambda library: new_record_of(table, library, entries.all))
    record = session.library.get(id_)
    said = f"Added {short_name(record)}. {_remark(session, record, entries.all)}{undo_hint()}"
    return Done(said, id_, entry_notices(session.library, record))


def change(session: Session, entries: Entries, base: Record) -> Done:
    """Put what was changed in a form into its record."""
    record = changed(base, session.library, entries.changed)
    done = put(record, base, session)
    return done._replace(said=f"{done.said} {_remark(session, record, entries.changed)}".rstrip())


def _remark(session: Session, record: Record, typed: Typed) -> str:
    """Return what must be said of the place of the words that were typed, with a blank behind it."""
    said = remark(session.library, record, typed.get("text")) if isinstance(record, Quote) else ""
    return f"{said} " if said else ""


def put(record: Record, base: Record, session: Session) -> Done:
    """Put a record in the place of the version that it was made from."""
    session.change(record, base=base)
    said = "Nothing was changed." if record == base else f"Changed {short_name(record)}. {undo_hint()}"
    return Done(said, record.id, entry_notices(session.library, record, base))


def put_toml(text: str, base: Record, session: Session) -> Done:
    """Put the record that a TOML text describes in the place of the version that was edited."""
    change = toml_change(session.library, base, text)
    done = put(change.record, base, session)
    return done._replace(said=f"{done.said} {change.remark}".rstrip())


def set_stance(session: Session, entries: Entries, base: Quote) -> Done:
    """Set the stance of a quote on an issue."""
    quote = parts.stanced(base, session.library, entries.all)
    session.change(quote, base=base)
    issue = session.library.name(session.library.resolve(entries.all["issue"], ("issues",)))
    return Done(f"{clip(safe(issue), _SHOWN)}: {entries.all['stance']}. {undo_hint()}", quote.id)


def add_part(put_part: PutPart, session: Session, entries: Entries, base: Declaration) -> Done:
    """Add an act or a number to a declaration."""
    return put(put_part(base, session.library, entries.all), base, session)


def set_memo(id_: str, session: Session, entries: Entries, base: Note | None) -> Done:
    """Write a memo on a record."""
    memo, theirs = entries.all["memo"], session.note_on(id_)
    if (theirs.memo if theirs else None) != (base.memo if base else None):
        mine = replace(theirs or base or Note(id=f"note-{id_}", about=RecordId(id_)), memo=memo.strip() or None)
        raise StoreConflict("another session has changed the memo since you opened it", mine=mine, theirs=theirs)
    session.set_note(id_, memo=memo)
    return Done(f"The memo is {'kept' if memo.strip() else 'taken off'}. {undo_hint()}", id_)


def star(record: Record, session: Session) -> Done:
    """Star a record, or take its star off."""
    note = session.note_on(record.id)
    starred = not (note and note.starred)
    session.set_note(record.id, starred=starred)
    return Done(f"{short_name(record)} has {'a star' if starred else 'no star any more'}. {undo_hint()}")


def blocking_references(record: Record, session: Session) -> tuple[Referrer, ...]:
    """Return the places that would dangle without a record; the note on it goes with it."""
    note = session.note_on(record.id)
    return tuple(place for place in referrers(session.library, record.id) if note is None or place.id != note.id)


def delete(record: Record, session: Session) -> Done:
    """Delete a record, if it is still as it was seen."""
    session.require_unchanged(record, mine=None)
    session.remove(record.id)
    return Done(f"Deleted {short_name(record)}. {undo_hint()}")


def merge(session: Session, entries: Entries, _base: None) -> Done:
    """Make one record of two."""
    gone, into = (session.library.resolve(entries.all[name], parts.MERGED) for name in ("record", "into"))
    merge = session.merge_records(gone, into)
    taken = f", which took over its {', '.join(merge.taken)}" if merge.taken else ""
    return Done(f"Merged {gone} into {into}{taken}. {undo_hint()}", into, merge.report if merge.conflicts else ())


def rename(session: Session, entries: Entries, _base: None) -> Done:
    """Change the id of a record."""
    id_, new = session.library.resolve(entries.all["record"], parts.MERGED), entries.all["id"].strip()
    session.rename(id_, new)
    return Done(f"Renamed {id_} to {new}. {undo_hint()}", new)


def add_collection(name: str, session: Session) -> Done:
    """Add a collection to the store, or update it."""
    report = session.collections.add(name)
    brought = counted(len(report.added) + len(report.updated) + len(report.joined), "record")
    taken = len(report.conflicts)
    conflicts = f" {counted(taken, 'id')} of other records: these stay." if taken else ""
    return Done(f"{report.collection} {report.version} is in: {brought}.{conflicts} The same command removes it.")


def remove_collection(name: str, session: Session) -> Done:
    """Take out a collection; what was edited, and what other records name, stays."""
    report = session.collections.remove(name)
    stay, gone = len(report.edited) + len(report.named), counted(len(report.removed), "record")
    kept = f"; {stay} stay, edited or named by others" if stay else ""
    return Done(f"{report.collection} is out: {gone}{kept}. The same command adds it again.")


def undo(session: Session) -> Done:
    """Take back the user's last edit."""
    return Done(f"Undone: {session.undo().label}. {key_of('redo')} does it again.")


def redo(session: Session) -> Done:
    """Make the edit again that was taken back last."""
    return Done(f"Done again: {session.redo().label}. {undo_hint()}")


def put_mine(conflict: StoreConflict, session: Session) -> Done:
    """Put the user's version in the place of the one of somebody else."""
    session.reload()
    mine, theirs = conflict.mine, conflict.theirs
    if mine is None:
        session.remove(theirs.id if theirs else "")
    elif session.library.find(mine.id) is None:
        session.add(mine)
    else:
        session.change(mine)
    return Done(f"Your version stands there now. {undo_hint()}", mine.id if mine else None)


def reload_after_conflict(conflict: StoreConflict, session: Session) -> Logged | None:
    """Read the store again after a conflict; return the edit that made the other version, None where none is told."""
    session.reload()
    record = conflict.theirs or conflict.mine
    last = next(iter(session.log(record.id, last=1)), None) if record else None
    is_that = last is not None and (last.after is None) == (conflict.theirs is None)
    return last if is_that else None
